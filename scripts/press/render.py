"""Page -> Leaf: the templates, and the few filters that they use."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from press import addresses, prose
from press.glossing import Glossary
from press.graph import Publication
from press.leaves import Leaf, Page
from press.pages.part.linked import SCHEMA
from press.pages.part.phrases import counted, day, moment, quoted
from press.problems import Problem, Unfit
from press.unpublished import NOT_FOUND, Drafts

TEMPLATES = Path(__file__).parent / "templates"

# Names such as Kh-101 and AIM-120, which a line must not break at their hyphen; what is to be left alone comes first.
_NAME = r"\b[A-Z][A-Za-z]{0,4}-[0-9]+[A-Za-z]?\b"
_NAMES = re.compile(_NAME)
_LEFT_ALONE = r"<(svg|code|pre|title|textarea|script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>"
_NAMES_AND_TAGS = re.compile(rf"{_LEFT_ALONE}|({_NAME})", re.DOTALL)

# What could end a script element, open another, or end a line in JavaScript, stands in JSON by its number.
_BY_NUMBER = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})

# Only inside a tag: text may hold the same characters, but never a bare '<'.
_ROOTED = re.compile(rf'(<(?:a|link)\b[^<>]*? href="){re.escape(prose.ROOT)}')


class _Compiled(BytecodeCache):
    """What templates are compiled to, kept for every environment of this process, of each wording of a template.

    A comparison prints two publications and a preview one after each save: to compile takes longer than to print.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Renderer:
    """The templates, set up for one publication."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._environment = environment(self._resolve)
        self._glossary = Glossary(publication.terms.values())
        self._drafts = Drafts(publication)

    def leaf(self, page: Page) -> Leaf:
        """The finished page."""
        draft = self._drafts.at(page.path)
        return Leaf(
            path=page.path,
            title=f"Draft: {page.title}" if draft else page.title,
            description=page.description,
            body=self._finished(self._drafts.noted(self._glossed(page), page.path), page.path),
            head=data_blocks(page.data) + (NOT_FOUND if draft else ""),
            source=page.source,
            on=page.on,
            search=page.search,
            section=page.section,
            parts=page.parts + self._drafts.parts,
            links=page.links,
            picture=page.picture,
            bare=page.bare,
            moved_to=page.moved_to,
            unlisted=page.unlisted,
        )

    def html(self, template: str, view: Any, path: str) -> str:
        """A template's HTML, with links that are relative to the page at `path`; raises Unfit for a broken template."""
        return self._finished(self._printed(template, view), path)

    def _finished(self, html: str, path: str) -> str:
        """The HTML as the page at `path` holds it."""
        return unbroken(rooted(self._drafts.marked(html, path), path))

    def _glossed(self, page: Page) -> str:
        """The page's HTML; where it is a record's own, its hard words are linked to their explanation."""
        html = self._printed(page.template, page.view)
        shelf, _, rest = page.path.partition("/")
        own = rest and f"{shelf}/" in addresses.SHELVES
        return self._glossary.linked(html) if own and page.glossed else html

    def _printed(self, template: str, view: Any) -> str:
        variables = {field.name: getattr(view, field.name) for field in fields(view)}
        try:
            return self._environment.get_template(template).render(variables)
        except TemplateError as fault:
            raise Unfit([_unprintable(fault, template)]) from None

    def resolve(self, reference: str) -> str:
        """'kind:slug' -> an address below the site's root; raises KeyError for what is not there."""
        kind, _, slug = reference.partition(":")
        return self._resolve(kind, slug)

    @property
    def references(self) -> tuple[str, ...]:
        """Every 'kind:slug' that has an address."""
        return tuple(f"{kind}:{slug}" for kind, slug in sorted(self._publication.records) if kind in addresses.LINKABLE)

    def _resolve(self, kind: str, slug: str) -> str:
        return addresses.of(self._publication.records[(kind, slug)])


def _unprintable(fault: TemplateError, template: str) -> Problem:
    """Where a template is broken; Jinja tells the line of broken syntax only."""
    known = isinstance(fault, TemplateSyntaxError)
    name, line = (fault.name or template, fault.lineno) if known else (template, 1)
    message = f"the template cannot be printed: {fault.message}; mend it"
    return Problem(f"scripts/press/templates/{name}", line, 1, message)


def rooted(html: str, path: str) -> str:
    """Addresses below the root, made relative to a page at `path` ('' is the site's front page)."""
    up = "../" * path.count("/") or "./"
    return _ROOTED.sub(rf"\g<1>{up}", html)


def data_blocks(things: Iterable[Mapping[str, Any]]) -> str:
    """Objects of schema.org as blocks of JSON-LD for a page's head; no text in them can leave its block.

    A browser runs nothing of such a block. Source: https://html.spec.whatwg.org/multipage/scripting.html#data-block
    """
    texts = (json.dumps({"@context": SCHEMA, **thing}, ensure_ascii=False, separators=(",", ":")) for thing in things)
    return "".join(f'<script type="application/ld+json">{text.translate(_BY_NUMBER)}</script>' for text in texts)


def unbroken(html: str) -> str:
    """Names with a hyphen and a number, each held in one line by markup: its letters stay as they are typed.

    So whoever copies or searches meets the plain hyphen, which neither a hyphen of another kind nor a word joiner is.
    """
    if not _NAMES.search(html):
        return html
    return _NAMES_AND_TAGS.sub(lambda met: f'<span class="nb">{met[2]}</span>' if met[2] else met[0], html)


def environment(resolve: prose.Resolve) -> Environment:
    """The Jinja environment: everything is escaped, and an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    made.filters.update(filters(resolve))
    return made


def filters(resolve: prose.Resolve) -> Mapping[str, Callable[..., Any]]:
    """What templates may do to a value."""
    return {
        "prose": lambda text: Markup(prose.html(text, resolve)),
        "inline": lambda text: Markup(prose.inline(text, resolve)),
        "unlinked": lambda text: Markup(prose.unlinked(text)),
        "marked": lambda text, marks: Markup(prose.marked(text, resolve, lambda *found: _mark(marks, *found))),
        "at": at,
        "quoted": quoted,
        "day": day,
        "moment": moment,
        "counted": counted,
    }


def at(address: str) -> str:
    """An address below the site's root, for an `href`."""
    return prose.ROOT + address


def _mark(marks: Mapping[str, Any], slug: str, address: str, phrase: str) -> str:
    """A phrase of the article map: underlined by its finding, numbered, linked."""
    found = marks.get(slug)
    if found is None:
        return f'<a href="{escape(address)}">{phrase}</a>'
    return (
        f'<a class="mark mark--{found.finding}" href="{escape(address)}"><span>{phrase}</span>'
        f'<sup>{found.number}</sup><span class="vh"> ({escape(found.finding.label.lower())})</span></a>'
    )
