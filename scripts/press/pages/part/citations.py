"""A source as other pages cite it: who published it, when, and what lies behind its link."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.linkstates import is_gone
from press.pages.part.languages import language_name
from press.pages.part.links import Link
from press.pages.part.phrases import listed
from press.records import Source
from press.records.base import Moment
from press.records.vocabulary import AccessKind, SourceKind

ARCHIVE = "https://web.archive.org/web/*/"
"""Before an address, this asks a public archive for its copies; whether it holds one is not known here."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One source; `address` is its page here, `url` its own address, `voice` its publisher's page where there is one.

    `language` is a BCP 47 tag; `foreign` is the language's English name, '' for English. `gone` says that its host
    has the page no more. `about` says in our words what it is. `warning` says what a reader may meet behind the link,
    '' when nothing is known.
    """

    address: str
    publisher: str
    voice: Link | None
    kind: SourceKind
    published: Moment
    title: str
    gloss: str
    language: str
    foreign: str
    access: AccessKind
    about: str
    carries: str
    url: str
    archive: str
    gone: bool
    warning: str


def citation(publication: Publication, source: Source) -> Citation:
    """The source as a page cites it."""
    publisher = publication.voices.get(source.publisher or "")
    return Citation(
        address=addresses.of(source),
        publisher=publication.carrier(source),
        voice=Link(publisher.name, addresses.of(publisher)) if publisher else None,
        kind=source.kind,
        published=source.published,
        title=source.title or "",
        gloss=source.title_gloss or "",
        language=source.language,
        foreign="" if source.language.split("-")[0] == "en" else language_name(source.language),
        access=source.access.how,
        about=source.about,
        carries=source.carries or "",
        url=source.url,
        archive=ARCHIVE + source.url,
        gone=is_gone(publication, source),
        warning=warning(source),
    )


def warning(source: Source) -> str:
    """What to know before following the source's link, in one or two sentences; '' when there is nothing."""
    behind = f"Behind the link: {listed(tuple(each.label for each in source.contains))}." if source.contains else ""
    blocked = f"May be blocked in {listed(source.may_be_blocked_in)}." if source.may_be_blocked_in else ""
    return " ".join(part for part in (behind, blocked) if part)
