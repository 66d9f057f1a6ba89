"""A link to hand on: the address, a code that a phone reads, a text to paste, and a way into a classroom."""

from dataclasses import dataclass
from urllib.parse import quote

import segno

from press import addresses
from press.graph import Publication
from press.leaves import Site
from press.pages.part.lessons import in_years
from press.pages.part.phrases import capital, day, quoted
from press.records import Claim, Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind

_CLASSROOM = "https://classroom.google.com/share?url="
_QUIET = 4  # modules of white on each side, as the standard of QR codes asks for


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one path of an SVG to be stroked: so many units wide and high with its edge, one unit a module."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class LinkMaker:
    """One link in the forms that people need; `what` says of what. On a site without an address, all are empty."""

    what: str
    url: str
    code: Code | None
    text: str
    classroom: str


def claim_link(publication: Publication, claim: Claim, site: Site) -> LinkMaker:
    """The link to a claim; its text tells the finding before the assertion."""
    case = publication.case_of(claim)
    about = f" The page takes apart one assertion of a news article: {case.title}." if case else ""
    found = f"{claim.so.finding.label}, as of {day(claim.as_of)}: {quoted(claim.title)}."
    return _made("claim", addresses.of(claim), found + (about or " The page shows the evidence."), site)


def lesson_link(lesson: Lesson, route: Route, site: Site) -> LinkMaker:
    """The link to the plan of one way through a lesson, for those who teach."""
    way = "" if route.route is RouteKind.CASE else f" {capital(route.route.definition)}"
    ages = f"A lesson in media literacy for ages {in_years(route)}: {quoted(lesson.title)}."
    return _made("plan", addresses.route(lesson.slug, route.route), f"{ages} {lesson.summary}{way}", site)


def sheet_link(lesson: Lesson, route: Route, site: Site) -> LinkMaker:
    """The link to its sheet, for pupils: no answer stands on it, and its way to the plan is its last link."""
    invented = "" if route.route is RouteKind.CASE else " The story in it is invented."
    told = f"The sheet for our lesson: {quoted(route.sheet.title)}.{invented}"
    return _made("sheet", addresses.sheet(lesson.slug, route.route), told, site)


def _made(what: str, path: str, text: str, site: Site) -> LinkMaker:
    url = site.whole(path)
    if not url:
        return LinkMaker(what, "", None, "", "")
    return LinkMaker(what, url, _code(url), f"{text} {url}", _CLASSROOM + quote(url, safe=""))


def _code(url: str) -> Code:
    """The code; a quarter of it may be spoilt by print or by glare, as far as it stays as small as that."""
    rows = tuple(segno.make(url, micro=False, error="m").matrix)
    path = "".join(f"M0 {y + _QUIET}.5{_row(bytes(row))}" for y, row in enumerate(rows))
    return Code(len(rows) + 2 * _QUIET, path)


def _row(row: bytes) -> str:
    """The dark stretches of a row as strokes one unit high, each told from the end of the one before."""
    edges = [x for x in range(len(row) + 1) if (x < len(row) and row[x]) != (x > 0 and row[x - 1])]
    starts, ends = edges[::2], edges[1::2]
    moved = zip(starts, (-_QUIET, *ends), ends, strict=False)
    return "".join(f"m{start - before} 0h{end - start}" for start, before, end in moved)
