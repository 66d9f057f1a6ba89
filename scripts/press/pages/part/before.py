"""What stands before a lesson with the real article: what to read first, what fits tomorrow, and pupils' choices."""

from dataclasses import dataclass

from press import addresses
from press.pages.part.links import Link
from press.records import Lesson
from press.records.case import ContentNote
from press.records.route import Route
from press.records.vocabulary import RouteKind

HARD_SUBJECT = Link("how to teach a hard subject", addresses.HARD_SUBJECTS)
"""What to do when somebody is upset, whatever the lesson is."""

FIRST = (
    Link("the briefing", addresses.BRIEFING),
    HARD_SUBJECT,
    Link("the letter to send home", addresses.FAMILIES),
)
"""What a teacher reads before the first lesson with the article."""

SINGLE = Link("the single session", addresses.SINGLE_SESSION)
"""The lesson that needs nothing before it."""

HARMLESS = "This way tells an invented story. Nobody in it is hurt."
"""What stands in the place of a content note where a story says nothing of its own."""


@dataclass(frozen=True, slots=True)
class Before:
    """What to know, to read and to do; `tonight` is what can be taught without a day to prepare it."""

    note: ContentNote
    tonight: tuple[Link, ...]
    first: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Harmless:
    """What an invented story says of itself, and what to read for a pupil who is upset all the same."""

    note: str
    upset: Link


def before(lesson: Lesson) -> Before:
    """What stands before the way with the article."""
    story = (Link("the story for everyone", addresses.route(lesson.slug, RouteKind.PARALLEL)),)
    return Before(lesson.content_note, (*(story if has_story(lesson) else ()), SINGLE), FIRST)


def harmless(route: Route) -> Harmless:
    """What stands before the way with an invented story."""
    return Harmless(route.note or HARMLESS, HARD_SUBJECT)


def choice(lesson: Lesson) -> str:
    """What pupils may do instead of reading the article, told to themselves."""
    story = "You may work on the story instead, or leave and come back." if has_story(lesson) else ""
    return f"{story or 'You may leave and come back.'} You need not say why."


def has_story(lesson: Lesson) -> bool:
    """Whether there is a way with an invented story."""
    return any(route.route is RouteKind.PARALLEL for route in lesson.routes)
