"""The page of an invented story: its lines, its documents, and what a teacher should know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, SearchEntry, Site
from press.pages.lesson import TEACH
from press.pages.part.colophon import Change, history, published_on
from press.pages.part.lessons import way
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import Link, as_data
from press.pages.part.phrases import newest, shortened
from press.records import Story
from press.records.claim import Review
from press.records.story import StoryDocument


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story; `setting`, `known` and `parallels` are Markdown. `lessons` are the ways through lessons that use it."""

    title: str
    summary: str
    teach: str
    setting: str
    printed_in: str
    lines: tuple[str, ...]
    documents: tuple[StoryDocument, ...]
    known: str
    parallels: str
    lessons: tuple[Link, ...]
    published_on: str
    changes: tuple[Change, ...]
    review: Review


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each story."""
    for story in publication.stories.values():
        yield _page(publication, story, site)


def using(publication: Publication, story: Story) -> tuple[Link, ...]:
    """The ways through lessons that use the story, in the order of the unit."""
    return tuple(
        Link(lesson.title, way(lesson, route).address)
        for lesson in publication.lessons.values()
        for route in lesson.routes
        if route.story == story.slug
    )


def _page(publication: Publication, story: Story, site: Site) -> Page:
    title = f"An invented story for lessons: {story.title}"
    changes = history(publication, story)
    return Page(
        path=addresses.of(story),
        template="page/story.html.jinja",
        view=StoryView(
            title=story.title,
            summary=story.summary,
            teach=addresses.TEACH,
            setting=story.setting,
            printed_in=story.printed_in,
            lines=story.lines,
            documents=story.documents,
            known=story.known,
            parallels=story.parallels,
            lessons=using(publication, story),
            published_on=published_on(story),
            changes=changes,
            review=story.review,
        ),
        title=title,
        description=shortened(f"Invented, for lessons; no person or place in it is real. {story.summary}"),
        source=publication.source_file(story),
        on=newest((story.published_on, *(each.on for each in changes))),
        search=SearchEntry(title, shortened(story.summary, 90), weight=2),
        section="teach",
        parts=(LISTS, "lesson"),
        links=(as_data(story),),
        data=breadcrumbs(site, TEACH, ("Stories", addresses.STORIES), here=story.title),
    )
