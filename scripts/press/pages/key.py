"""The key to the sheet of a route, for teachers: the same sheet filled in, the right answers, and the rubric."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page, Site
from press.pages.part.blocks import Piece, pieces
from press.pages.part.imprint import Imprint, dated, imprint, named
from press.pages.part.links import Link
from press.pages.part.phrases import shortened
from press.pages.part.printouts import Printout, linked
from press.pages.part.ticket import Question, questions
from press.records import Lesson
from press.records.lesson import Criterion
from press.records.route import Route


@dataclass(frozen=True, slots=True)
class KeyView:
    """One key."""

    lesson: Link
    sheet: Link
    pieces: tuple[Piece, ...]
    ticket: tuple[Question, ...]
    rubric: tuple[Criterion, ...]
    imprint: Imprint
    printouts: tuple[Printout, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            yield _page(publication, site, lesson, route)


def _page(publication: Publication, site: Site, lesson: Lesson, route: Route) -> Page:
    path = addresses.key(lesson.slug, route.route)
    return Page(
        path=path,
        template="page/key.html.jinja",
        view=KeyView(
            lesson=Link(lesson.title, addresses.route(lesson.slug, route.route)),
            sheet=Link(route.sheet.title, addresses.sheet(lesson.slug, route.route)),
            pieces=pieces(publication, lesson, route, route.sheet.blocks, key=True),
            ticket=questions(publication, route, key=True),
            rubric=lesson.rubric,
            imprint=imprint(publication, site, lesson, route),
            printouts=linked(site, lesson, route, path),
        ),
        title=f"Key: {route.sheet.title} · {named(lesson, route)}",
        description=shortened(f"For teachers: the sheet of “{lesson.title}” filled in, with reasons, and the rubric."),
        source=publication.source_file(lesson),
        on=dated(publication, lesson),
        section="teach",
        parts=("sheet",),
        unlisted=True,
        glossed=False,
    )
