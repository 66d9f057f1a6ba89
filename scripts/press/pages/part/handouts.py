"""What a teacher prints, shows or downloads for one way through a lesson."""

from collections.abc import Callable
from dataclasses import dataclass

from press import addresses
from press.leaves import Site
from press.pages.part.printouts import linked
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind


@dataclass(frozen=True, slots=True)
class Handout:
    """A page to print or show, or a file to download: what it is called, what it is for, where it stands."""

    label: str
    note: str
    path: str


@dataclass(frozen=True, slots=True)
class Handouts:
    """The pages of a route, its files, and its pages as PDF, of which there are none unless the site has them.

    `quiz` says how the file of questions becomes a quiz.
    """

    pages: tuple[Handout, ...]
    files: tuple[Handout, ...]
    prints: tuple[Handout, ...]
    quiz: str


Address = Callable[[str, RouteKind], str]
"""Gives the address for a lesson's slug and the kind of a route."""

# Label, note, and what gives the address, in the order of the page.
PAGES: tuple[tuple[str, str, Address], ...] = (
    ("Pupils’ sheet", "with the exit ticket at its end; two pages at most", addresses.sheet),
    ("The same in large print", "for whoever reads it better so", addresses.large_sheet),
    ("Key", "for you: good answers, and the reason for each", addresses.key),
    ("Slides", "to show from this browser, or to print", addresses.slides),
)


def _file(name: str) -> Address:
    return lambda lesson, kind: addresses.handout(lesson, kind, name)


# The files to download: the same for each. What makes a file adds its line here.
FILES: tuple[tuple[str, str, Address], ...] = (
    ("Sheet to edit", "a document for Word or LibreOffice", _file(addresses.SHEET)),
    ("Key to edit", "the same with good answers, for you", _file(addresses.KEY)),
    (
        "Common Cartridge",
        "for Moodle, Canvas and others: sheet, discussion, quiz, and the key for teachers alone",
        _file(addresses.CARTRIDGE),
    ),
    ("Quiz as GIFT", "the exit ticket for Moodle’s question bank", _file(addresses.GIFT)),
)


INTO_A_QUIZ = (
    "Moodle: in the question bank, choose Import and the format GIFT. Then add the questions to a quiz. Keep the sheet"
    " at hand, for they ask about what stands on it. We tested the files by their structure, and not in a running"
    " Moodle."
)
"""What stands below the files: how the quiz comes to pupils, and what of it nobody has tried."""


def handouts(lesson: Lesson, route: Route, site: Site) -> Handouts:
    """What there is for one way through a lesson."""
    prints = tuple(Handout(each.what, each.paper, each.address) for each in linked(site, lesson, route))
    return Handouts(_placed(PAGES, lesson, route), _placed(FILES, lesson, route), prints, INTO_A_QUIZ)


def _placed(listed: tuple[tuple[str, str, Address], ...], lesson: Lesson, route: Route) -> tuple[Handout, ...]:
    return tuple(Handout(label, note, address(lesson.slug, route.route)) for label, note, address in listed)
