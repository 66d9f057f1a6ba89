"""Drafts in a preview: which pages tell of them, and the mark that says so wherever one is named."""

import re
from collections.abc import Iterator
from html import escape

from press import addresses, prose
from press.graph import Publication
from press.records import KINDS, Omission, Record
from press.records.vocabulary import Status

MARK = '<span class="draft">Draft</span>'
NOT_FOUND = '<meta name="robots" content="noindex">'
"""For the head of a page that no search engine should find, should somebody put a preview where one can."""

# A drawing may hold links too, and no mark of HTML; it is left alone.
_LINK = re.compile(rf'<svg\b.*?</svg>|(<a\b[^<>]*? href="{re.escape(prose.ROOT)}([^"]*)"[^<>]*>.*?)(</a>)', re.DOTALL)
_BODY = re.compile(r"(<body\b[^<>]*>)")


class Drafts:
    """The drafts among the records of one publication; there are none where it is printed for readers."""

    def __init__(self, publication: Publication) -> None:
        self._files = {
            each.ref: publication.source_file(each)
            for each in publication.records.values()
            if each.status is Status.DRAFT
        }
        drafts = [publication.records[key] for key in self._files]
        self._addresses = {addresses.stands(each) for each in drafts} - {""}
        self._anchors = [place for each in drafts for place in _anchors(each)]

    @property
    def parts(self) -> tuple[str, ...]:
        """What a page needs to show the mark: nothing where there are no drafts."""
        return ("draft",) if self._files else ()

    def at(self, path: str) -> str:
        """The file of the draft that the page at `path` tells of, '' where it tells of none."""
        record = owner(path) if self._files else None
        return self._files.get(record, "") if record else ""

    def noted(self, html: str, path: str) -> str:
        """A page that tells of a draft, with words above it that say so; any other page as it is."""
        file = self.at(path)
        if not file:
            return html
        note = (
            f'<aside class="draft-note" aria-label="Draft"><p class="wrap">{MARK} Only a preview shows this page.'
            f" Readers get it when <code>{escape(file)}</code> says <code>status: published</code>.</p></aside>"
        )
        whole = _BODY.search(html)  # a card is a document of its own
        return html[: whole.end()] + note + html[whole.end() :] if whole else note + html

    def marked(self, html: str, path: str) -> str:
        """The HTML with the mark in every link that leads to a draft, and where a draft stands among others."""
        if not self._files:
            return html
        for page, anchor in self._anchors:
            if page == path:
                html = re.sub(_heading(anchor), rf"\g<0>{MARK} ", html, count=1)
        return _LINK.sub(self._link, html)

    def _link(self, link: re.Match[str]) -> str:
        return f"{link[1]} {MARK}{link[3]}" if link[2] in self._addresses else link[0]


def owner(path: str) -> tuple[str, str] | None:
    """The record that the page at a path tells of, by kind and slug: its own page, its card, or one below these.

    None for pages that tell of many records.
    """
    shelf, _, rest = path.removeprefix(addresses.EMBED).partition("/")
    kind = next((each.KIND for each in KINDS if shelf == each.FOLDER and addresses.has_own_page(each.KIND)), "")
    slug = rest.partition("/")[0]
    return (kind, slug) if kind and slug else None


def _heading(anchor: str) -> str:
    """The start of the heading of what has that id on a page."""
    return rf'\sid="{re.escape(anchor)}"[^<>]*>\s*(?:<header\b[^<>]*>\s*)?<(?:dt|h[2-4])\b[^<>]*>'


def _anchors(record: Record) -> Iterator[tuple[str, str]]:
    """The pages on which a record stands among others, and its id there."""
    page, mark, anchor = addresses.stands(record).partition("#")
    if mark:
        yield page, anchor
    if isinstance(record, Omission):
        yield addresses.missing(record.case), anchor
