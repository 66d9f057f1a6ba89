"""The table of all lessons, one row for each way through one, and what narrows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.facets import Facet, Kind, Order, narrowing
from press.pages.part.lessons import Listing, Way, listing
from press.pages.part.links import Link
from press.records import Lesson
from press.records.route import Ages, Route
from press.records.vocabulary import RouteKind, Skill

ORDERS = (
    Order("number", "Place in the unit", "In the order of the unit; each lesson stands alone too", 0),
    Order("age", "Age", "By age, the youngest first", 2),
)
# For whom: the value in an address, the words, from which year of age to which.
_AGES = (("11-13", "11 to 13", 11, 13), ("14-15", "14 and 15", 14, 15), ("16", "16 and over", 16, 99))
_MINUTES = (("20", "20: the core alone"), ("45", "Up to 45"), ("60", "Up to 60"))
_KINDS = (
    Kind("age", "How old are your pupils?", {value: label for value, label, _, _ in _AGES}),
    Kind("minutes", "How many minutes have you got?", dict(_MINUTES)),
    Kind("skill", "What should they practise?", {skill.value: skill.label for skill in Skill}),
)
_CORE = 20  # as many minutes as a core may take that calls itself one of 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One way through a lesson, and what finds it: `facets` are its values as 'facet:value', `words` in no cell.

    `name` tells the two ways of a lesson apart.
    """

    name: str
    listing: Listing
    way: Way
    facets: str
    words: str


@dataclass(frozen=True, slots=True)
class LessonTableView:
    """Every way through every lesson, in the order of the unit; `total` counts the lessons."""

    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]
    orders: tuple[Order, ...]
    stories: tuple[Link, ...]
    total: int


def lesson_table(publication: Publication, stories: tuple[Link, ...]) -> LessonTableView:
    """The table."""
    ways = [(lesson, route) for lesson in publication.lessons.values() for route in lesson.routes]
    has = [tuple(_values(lesson, route)) for lesson, route in ways]
    return LessonTableView(
        entries=tuple(
            _entry(publication, lesson, route, found) for (lesson, route), found in zip(ways, has, strict=True)
        ),
        facets=narrowing(_KINDS, has),
        orders=ORDERS,
        stories=stories,
        total=len(publication.lessons),
    )


def _entry(publication: Publication, lesson: Lesson, route: Route, found: tuple[tuple[str, str], ...]) -> Entry:
    shown = listing(publication, lesson)
    return Entry(
        name=_name(lesson, route),
        listing=shown,
        way=next(each for each in shown.ways if each.kind is route.route),
        facets=" ".join(f"{facet}:{value}" for facet, value in found),
        words=" ".join(_texts(publication, lesson, route)),
    )


def _name(lesson: Lesson, route: Route) -> str:
    """'Who promised what? With the story', or 'A promise, with the story'."""
    if route.route is RouteKind.CASE:
        return lesson.title
    return f"{lesson.title} With the story" if lesson.title.endswith("?") else f"{lesson.title}, with the story"


def _texts(publication: Publication, lesson: Lesson, route: Route) -> Iterator[str]:
    """What a teacher may look for, beside what stands in the row; of assertions, only with the article."""
    yield from (lesson.question, lesson.summary)
    if route.route is RouteKind.CASE:
        yield from (each.word for each in lesson.words)
        yield from (publication.claims[each.claim].title for each in lesson.claims)
    else:
        yield from (each.word for each in route.words)


def _values(lesson: Lesson, route: Route) -> Iterator[tuple[str, str]]:
    """The values of one way, in the order in which the facets stand."""
    yield from (("age", value) for value, _, first, last in _AGES if _meet(route.ages, first, last))
    minutes = sum(step.minutes for step in route.steps)
    core = sum(step.minutes for step in route.steps if step.core)
    if 0 < core <= _CORE:
        yield "minutes", "20"
    yield from (("minutes", most) for most in ("45", "60") if minutes <= int(most))
    yield from (("skill", skill.value) for skill in lesson.skills)


def _meet(ages: Ages, first: int, last: int) -> bool:
    return ages.youngest <= last and ages.oldest >= first
