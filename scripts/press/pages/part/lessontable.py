"""The table of all lessons, one row for each way through one, and what narrows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.teaching import minutes, oldest
from press.pages.part.facets import Facet, Kind, Order, marks, narrowing
from press.pages.part.lessons import Listing, Way, listing, way
from press.pages.part.links import Link
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind, Skill

ORDERS = (
    Order("number", "Place in the unit", "In the order of the unit; each lesson stands alone too", 0),
    Order("age", "Age", "By age, the youngest first", 2),
)
# For whom: the value in an address, the words, from which year of age to which.
_AGES = (("11-13", "11 to 13", 11, 13), ("14-15", "14 and 15", 14, 15), ("16", "16 and over", 16, 99))
_CORE = "20"  # as many minutes as the core of a lesson may take
_MOST = {"45": "Up to 45", "60": "Up to 60"}
_KINDS = (
    Kind("age", "How old are your pupils?", {value: label for value, label, _, _ in _AGES}),
    Kind("minutes", "How many minutes have you got?", {_CORE: f"{_CORE}: the core alone", **_MOST}),
    Kind("skill", "What should they practise?", {skill.value: skill.label for skill in Skill}),
)


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


def lesson_table(publication: Publication) -> LessonTableView:
    """The table, and the invented stories."""
    routes = [(lesson, route) for lesson in publication.lessons.values() for route in lesson.routes]
    has = [tuple(_values(lesson, route)) for lesson, route in routes]
    return LessonTableView(
        entries=tuple(
            _entry(publication, lesson, route, found) for (lesson, route), found in zip(routes, has, strict=True)
        ),
        facets=narrowing(_KINDS, has),
        orders=ORDERS,
        stories=tuple(Link(each.title, addresses.of(each)) for each in publication.stories.values()),
        total=len(publication.lessons),
    )


def _entry(publication: Publication, lesson: Lesson, route: Route, found: tuple[tuple[str, str], ...]) -> Entry:
    return Entry(
        name=_name(lesson, route),
        listing=listing(publication, lesson),
        way=way(lesson, route),
        facets=marks(found),
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
    yield from (("age", value) for value, _, first, last in _AGES if _meets(route, first, last))
    if 0 < minutes(route, core=True) <= int(_CORE):
        yield "minutes", _CORE
    yield from (("minutes", most) for most in _MOST if minutes(route) <= int(most))
    yield from (("skill", skill.value) for skill in lesson.skills)


def _meets(route: Route, first: int, last: int) -> bool:
    return route.ages.youngest <= last and (oldest(route) or last) >= first
