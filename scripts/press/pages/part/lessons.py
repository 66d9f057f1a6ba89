"""A lesson as lists show it, and its two ways: for whom, how long, what is practised."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.teaching import minutes, oldest
from press.pages.part.links import Link
from press.pages.part.phrases import counted
from press.records import Case, Claim, Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind, Skill


@dataclass(frozen=True, slots=True)
class Way:
    """One way through a lesson; `core` are the minutes that stand alone, 0 where no step is marked so.

    `ages` says of a story that it fits any age: a pupil of 16 who chooses it shall not read that it is for children.
    """

    kind: RouteKind
    label: str
    address: str
    ages: str
    minutes: int
    core: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A lesson in a list; `number` is its place in the unit."""

    lesson: Link
    number: int
    question: str
    summary: str
    skills: tuple[Skill, ...]
    subjects: tuple[str, ...]
    ways: tuple[Way, ...]


def listing(publication: Publication, lesson: Lesson) -> Listing:
    """The lesson as lists show it."""
    return Listing(
        lesson=titled(lesson),
        number=number(publication, lesson),
        question=lesson.question,
        summary=lesson.summary,
        skills=lesson.skills,
        subjects=lesson.subjects,
        ways=tuple(way(lesson, route) for route in lesson.routes),
    )


def listings(publication: Publication) -> tuple[Listing, ...]:
    """Every lesson, in the order of the unit."""
    return tuple(listing(publication, lesson) for lesson in publication.lessons.values())


def titled(lesson: Lesson) -> Link:
    """The lesson's page by its title."""
    return Link(lesson.title, addresses.of(lesson))


def number(publication: Publication, lesson: Lesson) -> int:
    """The lesson's place in the unit, from 1."""
    return list(publication.lessons).index(lesson.slug) + 1


def way(lesson: Lesson, route: Route) -> Way:
    """One way through the lesson."""
    return Way(
        kind=route.route,
        label=route.route.label,
        address=addresses.route(lesson.slug, route.route),
        ages=in_years(route),
        minutes=minutes(route),
        core=minutes(route, core=True),
    )


def as_lesson(lesson: Lesson) -> str:
    """'Who promised what? A lesson', or 'A promise: a lesson'."""
    return f"{lesson.title}{' A' if lesson.title.endswith('?') else ': a'} lesson"


def in_years(route: Route) -> str:
    """'14 to 16', '14' where both are the same, '11 to 13, or any age' where there is no oldest."""
    ages = route.ages
    told = str(ages.youngest) if ages.youngest == ages.oldest else f"{ages.youngest} to {ages.oldest}"
    return told if oldest(route) else f"{told}, or any age"


def as_range(route: Route) -> str:
    """'14-16', or '11-' where there is no oldest. Source: https://schema.org/typicalAgeRange"""
    return f"{route.ages.youngest}-{oldest(route) or ''}"


def teaching(publication: Publication, claims: Iterable[Claim]) -> tuple[Link, ...]:
    """The lessons that teach one of these claims, in the order of the unit."""
    wanted = {claim.slug for claim in claims}
    return tuple(
        titled(lesson) for lesson in publication.lessons.values() if any(each.claim in wanted for each in lesson.claims)
    )


def built_on(publication: Publication, case: Case) -> Link | None:
    """The way to the lessons that teach a claim of the case, with how many they are; None where there is none."""
    found = teaching(publication, publication.claims_of(case))
    return Link(f"{counted(len(found), 'lesson')} built on this case", addresses.LESSONS) if found else None
