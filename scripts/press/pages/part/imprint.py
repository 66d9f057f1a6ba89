"""What says of a page that leaves the site on paper where it is from: a line under its title, and its foot."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.lasting import public
from press.graph.teaching import case_of
from press.leaves import Site
from press.pages.part.phrases import day, newest
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind


@dataclass(frozen=True, slots=True)
class Imprint:
    """`permalink` is the whole address of the route, '' while the site has none; `on` is the newest day of its facts.

    `version` is 0 for a draft; `invented` says that the route's story is.
    """

    title: str
    permalink: str
    version: int
    on: str
    invented: bool


def imprint(publication: Publication, site: Site, lesson: Lesson, route: Route) -> Imprint:
    """The foot of the sheet, the key and the slides of a route."""
    return Imprint(
        title=lesson.title,
        permalink=site.whole(addresses.route(lesson.slug, route.route)),
        version=publication.version(lesson) if public(lesson) else 0,
        on=dated(publication, lesson),
        invented=route.story is not None,
    )


def origin(publication: Publication, lesson: Lesson, route: Route) -> str:
    """'From an article of 9 July 2024, published by RT.', or that the story is invented."""
    case = case_of(publication, lesson)
    if route.story or case is None:
        return "An invented story."
    article = case.article
    on = "" if article.published.on == "unknown" else f" of {day(article.published.on)}"
    unseen = "" if article.headline else " We did not see its headline."
    return f"From an article{on}, published by {publication.voices[article.outlet].name}.{unseen}"


def dated(publication: Publication, lesson: Lesson) -> str:
    """The day of the newest fact about a lesson: its own first day, or that of its last correction."""
    return newest((lesson.published_on, *(each.on for each in publication.corrections_of(lesson))))


def named(lesson: Lesson, route: Route) -> str:
    """The lesson's title, with the name of the route where that is not the article's."""
    return lesson.title if route.route is RouteKind.CASE else f"{lesson.title} ({route.route.label.lower()})"
