"""The old addresses of records that were moved or withdrawn: nothing published is left without an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page
from press.pages.part.changes import named
from press.pages.part.former import Left, left
from press.pages.part.links import Link
from press.pages.part.omissions import omissions
from press.pages.part.phrases import capital, day, shortened
from press.pages.telling import told
from press.records import Case, Claim, Lesson, Record
from press.records.life import Moved, Withdrawn
from press.records.vocabulary import RouteKind

# Kinds without a page of their own stand on pages that stay; their anchors go with them.
_SECTIONS = {
    "case": "case",
    "claim": "case",
    "comparison": "case",
    "lesson": "teach",
    "story": "teach",
    "source": "explore",
    "voice": "explore",
    "technique": "explore",
}


@dataclass(frozen=True, slots=True)
class GoneView:
    """What became of a record; `now` is where it stands, None when it was withdrawn. `why` is plain text.

    `left` are anchors of other records on the page, which have places elsewhere now.
    """

    kind: str
    on: str
    why: str
    now: Link | None
    withdrawn: bool
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class GoneCardView:
    """What a frame on another site shows in the place of a claim that was withdrawn; `address` is the claim's page."""

    on: str
    address: str


def pages(publication: Publication) -> Iterator[Page]:
    """For each record that had a page of its own: that page, and those that stood below or beside it."""
    for (kind, slug), gone in sorted(publication.gone.items()):
        if kind not in _SECTIONS:
            continue
        record = publication.records.get((kind, gone.to)) if isinstance(gone, Moved) else None
        for old, now in ways(publication, kind, slug, record):
            yield _page(publication, (kind, slug), old, (record, now))
        if kind == Claim.KIND and isinstance(gone, Withdrawn):
            yield _card(publication, slug, gone)


def ways(publication: Publication, kind: str, slug: str, record: Record | None) -> Iterator[tuple[str, str]]:
    """The path of each page of a record that is gone, and where what it told stands now ('' where it was withdrawn)."""
    if kind == Lesson.KIND:
        yield from _ways_of_lesson(slug, record if isinstance(record, Lesson) else None)
        return
    now = addresses.of(record) if record else ""
    yield addresses.page(kind, slug), now
    if kind == Claim.KIND:
        yield addresses.whole_file(slug), addresses.whole_file(record.slug) if record else ""
    if kind == Case.KIND:
        yield addresses.printed(slug), addresses.printed(record.slug) if record else ""
        # These two are there only where there is something to tell.
        case = record if isinstance(record, Case) else None
        yield addresses.missing(slug), addresses.missing(case.slug) if case and omissions(publication, case) else now
        yield addresses.telling(slug), addresses.telling(case.slug) if case and told(publication, case) else now


def _ways_of_lesson(slug: str, now: Lesson | None) -> Iterator[tuple[str, str]]:
    """The pages of a lesson that is gone: each of every way that a lesson can have.

    Nothing keeps which ways a lesson had. Where it stands now without one of them, its own page answers.
    """
    there = [route.route for route in now.routes] if now else []
    for kind in RouteKind:
        old = addresses.route_pages(slug, kind)
        if now and kind in there:
            yield from zip(old, addresses.route_pages(now.slug, kind), strict=True)
        else:
            yield from ((path, addresses.of(now) if now else "") for path in old)


def _page(publication: Publication, key: tuple[str, str], path: str, now: tuple[Record | None, str]) -> Page:
    gone, (record, address) = publication.gone[key], now
    link = named(publication, record) if record else None
    word = "withdrawn" if isinstance(gone, Withdrawn) else "moved"
    return Page(
        path=path,
        template="page/gone.html.jinja",
        view=GoneView(
            kind=key[0],
            on=gone.on,
            why=gone.why,
            now=Link(link.label, address) if link else None,
            withdrawn=word == "withdrawn",
            left=left(publication, path),
        ),
        title=f"{capital(word)}: a {key[0]}",
        description=shortened(f"This {key[0]} was {word} on {day(gone.on)}. {gone.why}"),
        source=publication.documents[key].path,
        on=gone.on,
        section=_SECTIONS[key[0]],
        moved_to=address,
    )


def _card(publication: Publication, slug: str, gone: Withdrawn) -> Page:
    return Page(
        path=addresses.embed(slug),
        template="page/gonecard.html.jinja",
        view=GoneCardView(gone.on, addresses.page(Claim.KIND, slug)),
        title="Withdrawn: a claim",
        description=shortened(f"This claim was withdrawn on {day(gone.on)}. {gone.why}"),
        source=publication.documents[Claim.KIND, slug].path,
        on=gone.on,
        bare=True,
    )
