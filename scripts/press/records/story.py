"""The story: an invented, harmless parallel to a case, for younger pupils."""

from typing import Annotated, ClassVar

from pydantic import Field

from press.records.base import Date, Markdown, Part, PupilMarkdown, PupilText, Record, Slug, Text
from press.records.claim import Review
from press.records.vocabulary import Status


class StoryDocument(Part):
    """Something that exists in the story besides its report: a letter, a log, a notice."""

    id: Slug = Field(description="Its name within the story; lessons name it.")
    title: PupilText = Field(description="What it is.")
    by: PupilText = Field(description="Whose it is.")
    when: PupilText = Field(description="Its day and hour in the story, or that it is not known.")
    text: PupilMarkdown = Field(description="What it says.")


class Story(Record):
    """An invented report with the documents around it; no person, place or event in it is real."""

    KIND: ClassVar[str] = "story"
    FOLDER: ClassVar[str] = "stories"

    status: Status = Field(description="Whether the record is public.")
    title: Annotated[Text, Field(max_length=75)] = Field(description="Its title.")
    summary: Annotated[Text, Field(max_length=240)] = Field(description="What it is about, in one or two sentences.")
    setting: PupilMarkdown = Field(description="Where we are, and that all of it is invented.")
    printed_in: PupilText = Field(description="The invented paper that prints the report, and its day.")
    lines: tuple[PupilText, ...] = Field(min_length=3, max_length=20, description="The report, line by line.")
    documents: tuple[StoryDocument, ...] = Field(default=(), description="What else there is to read.")
    known: Markdown = Field(description="For teachers: what the documents show, and what nobody knows in the story.")
    parallels: Markdown = Field(description="For teachers: what in it stands for what in the case.")
    published_on: Date = Field(description="The day the record was first published.")
    review: Review = Field(description="Who has reviewed it.")
