"""The sheet of a route, for pupils: what they read and fill in, and the exit ticket; the same again in large print."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page, Site
from press.pages.part.blocks import Piece, pieces
from press.pages.part.imprint import Imprint, dated, imprint, named, origin
from press.pages.part.lessons import in_years
from press.pages.part.links import Link
from press.pages.part.phrases import shortened
from press.pages.part.printouts import Printout, linked
from press.pages.part.ticket import Question, questions
from press.records import Lesson
from press.records.route import Route


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet; `intro` is Markdown. `other` leads to the same sheet in the other size of print.

    `origin` says what it was made from. The plan is no pupil's business, so its link is the last on the page.
    """

    lesson: str
    title: str
    origin: str
    intro: str
    pieces: tuple[Piece, ...]
    ticket: tuple[Question, ...]
    imprint: Imprint
    printouts: tuple[Printout, ...]
    large: bool
    other: Link
    plan: str


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """Two pages for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            for large in (False, True):
                yield _page(publication, site, lesson, route, large=large)


def _page(publication: Publication, site: Site, lesson: Lesson, route: Route, *, large: bool) -> Page:
    plain = Link("The sheet in print of the usual size", addresses.sheet(lesson.slug, route.route))
    bigger = Link("The sheet in large print", addresses.large_sheet(lesson.slug, route.route))
    own, other = (bigger, plain) if large else (plain, bigger)
    name = "Sheet in large print" if large else "Sheet"
    return Page(
        path=own.address,
        template="page/sheet.html.jinja",
        view=SheetView(
            lesson=lesson.title,
            title=route.sheet.title,
            origin=origin(publication, lesson, route),
            intro=route.sheet.intro or "",
            pieces=pieces(publication, lesson, route, route.sheet.blocks),
            ticket=questions(publication, route),
            imprint=imprint(publication, site, lesson, route),
            printouts=linked(site, lesson, route, own.address),
            large=large,
            other=other,
            plan=addresses.route(lesson.slug, route.route),
        ),
        title=f"{name}: {route.sheet.title} · {named(lesson, route)}",
        description=shortened(f"To print for pupils of {in_years(route)}. {lesson.summary}"),
        source=publication.source_file(lesson),
        on=dated(publication, lesson),
        section="teach",
        parts=("sheet",),
        glossed=False,
    )
