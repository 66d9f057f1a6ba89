"""What of a lesson can be had as PDF: which page, on which paper, and where the file lies once it is made."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.leaves import Site
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind

A4, LETTER, LANDSCAPE = "A4", "US Letter", "A4 landscape"


@dataclass(frozen=True, slots=True)
class Printout:
    """One PDF: the page that is printed, the file's address, what it is, and the name of the paper it is made for."""

    page: str
    address: str
    what: str
    paper: str


def printouts(lesson: Lesson, route: Route) -> tuple[Printout, ...]:
    """Every PDF of a route, in the order in which a teacher needs them, whether or not it has been made."""
    return tuple(_printouts(lesson, route.route))


def linked(site: Site, lesson: Lesson, route: Route, page: str = "") -> tuple[Printout, ...]:
    """Those that pages may lead to: none while the site is built without them; with `page`, those of that page."""
    made = printouts(lesson, route) if site.downloads else ()
    return tuple(each for each in made if page in ("", each.page))


def _printouts(lesson: Lesson, kind: RouteKind) -> Iterator[Printout]:
    stem = lesson.slug + ("" if kind is RouteKind.CASE else f"-{kind}")
    sheet, large = addresses.sheet(lesson.slug, kind), addresses.large_sheet(lesson.slug, kind)
    key, slides = addresses.key(lesson.slug, kind), addresses.slides(lesson.slug, kind)
    for page, name, what in ((sheet, "sheet", "Sheet"), (key, "key", "Key")):
        for paper, ending in ((A4, "a4"), (LETTER, "letter")):
            yield Printout(page, addresses.pdf(page, f"{stem}-{name}-{ending}"), what, paper)
    yield Printout(large, addresses.pdf(large, f"{stem}-sheet-large-a4"), "Sheet in large print", A4)
    yield Printout(slides, addresses.pdf(slides, f"{stem}-slides"), "Slides", LANDSCAPE)
