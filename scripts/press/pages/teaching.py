"""The pages that list all lessons and all invented stories."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page
from press.pages.part.following import LESSONS
from press.pages.part.lessons import Listing, listings
from press.pages.part.links import Link
from press.pages.part.phrases import counted
from press.pages.story import using
from press.records import Lesson, Story


@dataclass(frozen=True, slots=True)
class LessonsView:
    """Every lesson, in the order of the unit."""

    lessons: tuple[Listing, ...]
    teach: str


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One story in the list of stories, with the lessons that use it."""

    story: Link
    summary: str
    lessons: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StoriesView:
    """Every story, by title."""

    stories: tuple[StoryEntry, ...]
    teach: str


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each folder of addresses, whether or not something is in it yet."""
    lessons = listings(publication)
    yield Page(
        path=addresses.LESSONS,
        template="page/lessons.html.jinja",
        view=LessonsView(lessons, addresses.TEACH),
        title="Lessons: each with a sheet, a key and slides",
        description=f"{counted(len(lessons), 'lesson')} on reading the news: with a real article, and for younger"
        " pupils, or any age, with an invented story.",
        source=f"data/{Lesson.FOLDER}",
        section="teach",
        links=LESSONS,
        parts=(LISTS, "lesson"),
    )
    stories = sorted(publication.stories.values(), key=lambda story: story.title.casefold())
    yield Page(
        path=addresses.STORIES,
        template="page/stories.html.jinja",
        view=StoriesView(
            tuple(
                StoryEntry(Link(each.title, addresses.of(each)), each.summary, using(publication, each))
                for each in stories
            ),
            addresses.TEACH,
        ),
        title="Invented stories for lessons",
        description="Harmless stories for younger pupils, or any age. No person, place or event in them is real.",
        source=f"data/{Story.FOLDER}",
        section="teach",
        parts=(LISTS, "lesson"),
    )
