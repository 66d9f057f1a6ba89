"""Where the pages and files of a lesson stand."""

from press.addresses.pages import LESSONS, page
from press.records import Lesson
from press.records.vocabulary import RouteKind

UNITS = {RouteKind.CASE: f"{LESSONS}unit.imscc", RouteKind.PARALLEL: f"{LESSONS}unit-parallel.imscc"}
"""One way through all lessons, as a Common Cartridge."""

GIFT, CARTRIDGE, SHEET, KEY = HANDOUTS = ("quiz.gift.txt", "lesson.imscc", "sheet.docx", "key.docx")
"""What can be had of a route besides its pages: quiz, cartridge, and documents to edit."""


def route(lesson: str, kind: RouteKind) -> str:
    """One way through a lesson: with the article it is the lesson's own page, with the story a page below that."""
    return page(Lesson.KIND, lesson) + ("" if kind is RouteKind.CASE else f"{kind}/")


def sheet(lesson: str, kind: RouteKind) -> str:
    """The pupils' sheet of a route."""
    return f"{route(lesson, kind)}sheet/"


def large_sheet(lesson: str, kind: RouteKind) -> str:
    """The same in large print."""
    return f"{sheet(lesson, kind)}large/"


def key(lesson: str, kind: RouteKind) -> str:
    """The key to the sheet of a route, for teachers."""
    return f"{route(lesson, kind)}key/"


def slides(lesson: str, kind: RouteKind) -> str:
    """The slides of a route."""
    return f"{route(lesson, kind)}slides/"


def route_pages(lesson: str, kind: RouteKind) -> tuple[str, ...]:
    """Every page of a route: its own, and what stands below that."""
    return tuple(each(lesson, kind) for each in (route, sheet, large_sheet, key, slides))


def pdf(page: str, name: str) -> str:
    """A page on paper: a file beside it, whose name tells what it is when it lies in a folder of downloads."""
    return f"{page}{name}.pdf"


def handout(lesson: str, kind: RouteKind, name: str) -> str:
    """One of the `HANDOUTS` of a route."""
    return f"{route(lesson, kind)}{name}"
