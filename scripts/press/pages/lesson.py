"""The page of a lesson: one for each way through it, with all that a teacher needs to run it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, SearchEntry, Site
from press.pages.part import learning, sharing
from press.pages.part.aligned import Aligned, alignments
from press.pages.part.before import Before, Harmless, before, harmless
from press.pages.part.colophon import Change, history, published_on
from press.pages.part.following import LESSONS, lesson_feed, lesson_feed_name
from press.pages.part.handouts import Handouts, handouts
from press.pages.part.imprint import dated
from press.pages.part.lessons import Listing, Way, as_lesson, in_years, listing, titled
from press.pages.part.linked import breadcrumbs
from press.pages.part.linkmaker import LinkMaker, lesson_link, sheet_link
from press.pages.part.links import Link, as_data
from press.pages.part.phrases import newest, shortened
from press.pages.part.runsheet import Step, run_sheet
from press.pages.part.sharing import Sharing
from press.pages.part.since import Since, since
from press.pages.part.taught import Right, Taught, Word, rights, taught, words
from press.records import Lesson
from press.records.aid import Differentiation, Misconception
from press.records.claim import Review
from press.records.lesson import Criterion
from press.records.route import Route
from press.records.vocabulary import RouteKind

TEACH = ("Teach", addresses.TEACH)
"""The page for teachers, as the first step on the way to whatever they use."""


@dataclass(frozen=True, slots=True)
class LessonView:
    """One way through a lesson. `background` and `homework` are Markdown; `other` is the other way, None without one.

    `total` counts all lessons, `since` holds what changed of what it teaches. `story` leads to the invented story,
    whose way has its own background, words, help and replies, and nothing that speaks of the article: there `before`
    is None, and `harmless` says that the story is, None with the article. `link` leads to the pupils' sheet, `plan` to
    this page.
    """

    listing: Listing
    way: Way
    other: Way | None
    total: int
    teach: str
    since: tuple[Since, ...]
    before: Before | None
    harmless: Harmless | None
    handouts: Handouts
    objectives: tuple[str, ...]
    words: tuple[Word, ...]
    taught: tuple[Taught, ...]
    rights: tuple[Right, ...]
    background: str
    story: Link | None
    prepare: tuple[str, ...]
    materials: tuple[str, ...]
    steps: tuple[Step, ...]
    differentiation: Differentiation | None
    misconceptions: tuple[Misconception, ...]
    rubric: tuple[Criterion, ...]
    homework: str
    alignments: tuple[Aligned, ...]
    see: tuple[Link, ...]
    recheck_on: str
    published_on: str
    changes: tuple[Change, ...]
    review: Review
    feed: str
    link: LinkMaker
    plan: LinkMaker
    sharing: Sharing


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each way through each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            yield _page(publication, lesson, route, site)


def _page(publication: Publication, lesson: Lesson, route: Route, site: Site) -> Page:
    view = _view(publication, lesson, route, site)
    title = _title(lesson, route)
    told = f"For ages {view.way.ages}, {view.way.minutes} minutes. {lesson.summary}"
    on = newest((dated(publication, lesson), *(turn.on for each in view.since for turn in each.turns)))
    return Page(
        path=view.way.address,
        template="page/lesson.html.jinja",
        view=view,
        title=title,
        description=shortened(f"Lesson {view.listing.number}, {view.way.label.lower()}. {told}"),
        source=publication.source_file(lesson),
        on=on,
        search=SearchEntry(title, _found_by(lesson, view.way), weight=4),
        section="teach",
        parts=(LISTS, "lesson", "code", *sharing.PARTS),
        links=(as_data(lesson), *lesson_feed(lesson), *LESSONS),
        data=(
            *learning.lesson_data(publication, lesson, route, site, title, on),
            *breadcrumbs(site, TEACH, ("Lessons", addresses.LESSONS), here=lesson.title),
        ),
    )


def _title(lesson: Lesson, route: Route) -> str:
    """'Who promised what? A lesson, ages 14 to 16': no two ways share it, for the parallel one says what it is."""
    story = " with an invented story" if route.route is RouteKind.PARALLEL else ""
    return f"{as_lesson(lesson)}{story}, ages {in_years(route)}"


def _found_by(lesson: Lesson, way: Way) -> str:
    """The large question with the first way; the index is loaded by phones, so the other says only how long it is."""
    return lesson.question if way.kind is RouteKind.CASE else f"{way.minutes} minutes"


def _view(publication: Publication, lesson: Lesson, route: Route, site: Site) -> LessonView:
    shown = listing(publication, lesson)
    ours = next(each for each in shown.ways if each.kind is route.route)
    return LessonView(
        listing=shown,
        way=ours,
        other=next((each for each in shown.ways if each is not ours), None),
        total=len(publication.lessons),
        teach=addresses.TEACH,
        since=since(publication, lesson),
        handouts=handouts(lesson, route, site),
        objectives=lesson.objectives,
        steps=run_sheet(publication, lesson, route),
        rubric=lesson.rubric,
        homework=lesson.homework or "",
        alignments=alignments(publication, lesson),
        see=tuple(titled(publication.lessons[slug]) for slug in lesson.see),
        recheck_on=lesson.recheck_on,
        published_on=published_on(lesson),
        changes=history(publication, lesson),
        review=lesson.review,
        feed=addresses.feed(lesson_feed_name(lesson.slug)) if site.url else "",
        link=sheet_link(lesson, route, site),
        plan=lesson_link(lesson, route, site),
        sharing=sharing.lesson_sharing(publication, lesson, route.route, site),
        **(_of_story(publication, route, route.story) if route.story else _of_article(publication, lesson)),
    )


def _of_article(publication: Publication, lesson: Lesson) -> dict[str, Any]:
    """What stands on the way with the article alone."""
    return {
        "before": before(lesson),
        "harmless": None,
        "words": words(publication, lesson.words),
        "taught": taught(publication, lesson),
        "rights": rights(publication, lesson),
        "background": lesson.background,
        "story": None,
        "prepare": lesson.prepare,
        "materials": lesson.materials,
        "differentiation": lesson.differentiation,
        "misconceptions": lesson.misconceptions,
    }


def _of_story(publication: Publication, route: Route, name: str) -> dict[str, Any]:
    """The same of the way with an invented story: nothing in it speaks of the article."""
    story = publication.stories[name]
    boards = any(step.board for step in route.steps)
    return {
        "before": None,
        "harmless": harmless(route),
        "words": words(publication, route.words),
        "taught": (),
        "rights": (),
        "background": story.known,
        "story": Link(story.title, addresses.of(story)),
        "prepare": ("Print the sheet, one for each pupil, and a few in large print.", "Read the story and the key."),
        "materials": ("The sheet and a pen for each pupil", *(("The slides, or the board",) if boards else ())),
        "differentiation": route.differentiation,
        "misconceptions": route.misconceptions,
    }
