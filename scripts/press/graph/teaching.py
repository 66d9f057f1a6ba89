"""What follows from lessons: whose words they show, what they were written for, and who uses a question."""

from collections.abc import Iterator

from press.graph.publication import Publication
from press.records import Case, Item, Lesson, Record
from press.records.base import Loc
from press.records.block import Block, Excerpt
from press.records.claim import Appearance
from press.records.lesson import Pinned
from press.records.route import Route
from press.records.vocabulary import RouteKind


def blocks(route: Route) -> Iterator[tuple[Loc, Block]]:
    """Every piece that pupils of a route get to see, with its place below the route: the boards, then the sheet."""
    for index, step in enumerate(route.steps):
        if step.board is not None:
            yield ("steps", index, "board"), step.board
    for index, block in enumerate(route.sheet.blocks):
        yield ("sheet", "blocks", index), block


def excerpts(record: Record) -> Iterator[tuple[Loc, Excerpt]]:
    """The words of an article that a lesson or a question shows itself, with their places; none in other records."""
    if isinstance(record, Item) and record.excerpt is not None:
        yield ("excerpt",), record.excerpt
    for at, route in enumerate(record.routes) if isinstance(record, Lesson) else ():
        for loc, block in blocks(route):
            for index, excerpt in enumerate(block.excerpts):
                yield ("routes", at, *loc, "excerpts", index), excerpt


def printed_at(publication: Publication, excerpt: Excerpt) -> Appearance | None:
    """The place of the article from which an excerpt is taken: the first at which its claim quotes the words."""
    claim = publication.claims.get(excerpt.claim)
    appearances = claim.appearances if claim else ()
    return next((each for each in appearances if any(excerpt.quote in quote.exact for quote in each.quotes)), None)


def case_of(publication: Publication, lesson: Lesson) -> Case | None:
    """The case whose article the lesson reads: that of the first claim that it teaches."""
    claim = publication.claims.get(lesson.claims[0].claim)
    return publication.case_of(claim) if claim else None


def lessons_with(publication: Publication, item: Item) -> tuple[tuple[Lesson, Route], ...]:
    """The lessons and routes whose exit ticket holds a question, in the order of the unit."""
    return tuple(
        (lesson, route)
        for lesson in publication.lessons.values()
        for route in lesson.routes
        if item.slug in route.exit_ticket
    )


def behind(publication: Publication, lesson: Lesson) -> Iterator[tuple[int, Pinned, int]]:
    """What a lesson was written for that was corrected since: its place in 'claims', itself, and the version now."""
    for index, pinned in enumerate(lesson.claims):
        claim = publication.claims.get(pinned.claim)
        if claim and pinned.version < (now := publication.version(claim)):
            yield index, pinned, now


def oldest(route: Route) -> int | None:
    """The oldest pupils that a route is for, in years; None for an invented story, which has no upper age.

    A story's record names the oldest that it was written for, and whoever is older may choose it too.
    """
    return None if route.route is RouteKind.PARALLEL else route.ages.oldest


def minutes(route: Route, *, core: bool = False) -> int:
    """How long a route takes, or its core alone."""
    return sum(step.minutes for step in route.steps if step.core or not core)
