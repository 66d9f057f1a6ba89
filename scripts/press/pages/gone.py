"""The old addresses of records that were moved or withdrawn: nothing published is left without an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page
from press.pages.part.changes import named
from press.pages.part.links import Link
from press.pages.part.phrases import capital, day, shortened
from press.records.life import Moved, Withdrawn

# Kinds without a page of their own stand on pages that stay; their anchors go with them.
_SECTIONS = {
    "case": "case",
    "claim": "case",
    "comparison": "case",
    "source": "explore",
    "voice": "explore",
    "technique": "explore",
}


@dataclass(frozen=True, slots=True)
class GoneView:
    """What became of a record; `now` is where it stands, None when it was withdrawn. `why` is plain text."""

    kind: str
    on: str
    why: str
    now: Link | None
    withdrawn: bool


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each record that had a page of its own."""
    for (kind, slug), gone in sorted(publication.gone.items()):
        if kind in _SECTIONS:
            yield _page(publication, kind, slug, gone)


def _page(publication: Publication, kind: str, slug: str, gone: Moved | Withdrawn) -> Page:
    record = publication.records.get((kind, gone.to)) if isinstance(gone, Moved) else None
    word = "withdrawn" if isinstance(gone, Withdrawn) else "moved"
    return Page(
        path=addresses.page(kind, slug),
        template="page/gone.html.jinja",
        view=GoneView(kind, gone.on, gone.why, named(publication, record) if record else None, word == "withdrawn"),
        title=f"{capital(word)}: a {kind}",
        description=shortened(f"This {kind} was {word} on {day(gone.on)}. {gone.why}"),
        source=publication.documents[(kind, slug)].path,
        on=gone.on,
        section=_SECTIONS[kind],
    )
