"""What lessons are made with, as data: questions of the quiz bank, invented stories, and frameworks."""

from typing import Literal

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Corrections, Day, Document, Prose, Shape, Users
from press.exports.data.teaching import Excerpt, excerpt
from press.exports.data.use import Reviewed, reviewed
from press.records import framework, item, story
from press.records.vocabulary import ItemKind


class Option(Shape):
    """One answer to choose."""

    text: str = Field(description="The answer.")
    right: bool = Field(description="Whether it is right.")
    comment: str = Field(description="Why it is right or wrong; told to those who chose it.")


class Question(Document):
    """One question of the quiz bank; its name is the question itself."""

    kind: Literal["item"] = Field(default="item", description="What kind of record it is.")
    item_kind: ItemKind = Field(description="How it is answered.")
    excerpt: Excerpt | None = Field(default=None, description="Words of the article that it is about.")
    options: tuple[Option, ...] = Field(description="The answers to choose from; none for an open question.")
    accepted_answer: str | None = Field(default=None, description="For an open question: a good answer.")
    explanation: str = Field(description="The reason behind the right answer.")
    affirms: bool = Field(description="Whether the right answer says that something holds.")
    correction: Corrections
    used_by: Users


class StoryDocument(Shape):
    """Something that exists in an invented story besides its report."""

    identifier: str = Field(description="Its name within the story.")
    name: str = Field(description="What it is.")
    author: str = Field(description="Whose it is.")
    date: str = Field(description="Its day and hour in the story, in words.")
    text: Prose = Field(description="What it says.")


class Story(Document):
    """An invented report with the documents around it; no person, place or event in it is real."""

    kind: Literal["story"] = Field(default="story", description="What kind of record it is.")
    date_published: Day = Field(description="The day on which the record was first published.")
    abstract: str = Field(description="What it is about.")
    setting: Prose = Field(description="Where we are, and that all of it is invented.")
    printed_in: str = Field(description="The invented paper that prints the report, and its day.")
    lines: tuple[str, ...] = Field(description="The report, line by line.")
    documents: tuple[StoryDocument, ...] = Field(description="What else there is to read.")
    known: Prose = Field(description="For teachers: what the documents show, and what nobody knows in the story.")
    parallels: Prose = Field(description="For teachers: what in it stands for what in the case.")
    review: Reviewed = Field(description="Who has reviewed the record besides its author.")
    correction: Corrections
    used_by: Users


class Entry(Shape):
    """One entry of a framework."""

    code: str = Field(description="Its code, or its name where the framework has no codes.")
    name: str = Field(description="Its name, as the framework has it.")


class Framework(Document):
    """A published list of competences that lessons are aligned with."""

    kind: Literal["framework"] = Field(default="framework", description="What kind of record it is.")
    edition: str = Field(description="The framework's own version, with the year.")
    publisher_name: str = Field(description="Who publishes the framework.")
    same_as: str | None = Field(default=None, description="Where it is published, where an address was seen.")
    how_read: str = Field(description="How its entries were read, and what was not seen.")
    checked_on: Day = Field(description="The day they were last looked at.")
    entries: tuple[Entry, ...] = Field(description="The entries that lessons use.")
    correction: Corrections
    used_by: Users


def a_question(desk: Desk, record: item.Item) -> Question:
    """The file of a question."""
    return Question(
        **desk.document(record),
        item_kind=record.kind,
        excerpt=excerpt(desk, record.excerpt) if record.excerpt else None,
        options=tuple(Option(text=each.text, right=each.right, comment=each.feedback) for each in record.options),
        accepted_answer=record.model_answer,
        explanation=record.why,
        affirms=record.affirms,
    )


def a_story(desk: Desk, record: story.Story) -> Story:
    """The file of an invented story."""
    return Story(
        **desk.document(record),
        date_published=record.published_on,
        abstract=record.summary,
        setting=desk.prose(record.setting),
        printed_in=record.printed_in,
        lines=record.lines,
        documents=tuple(
            StoryDocument(
                identifier=each.id, name=each.title, author=each.by, date=each.when, text=desk.prose(each.text)
            )
            for each in record.documents
        ),
        known=desk.prose(record.known),
        parallels=desk.prose(record.parallels),
        review=reviewed(record.review),
    )


def a_framework(desk: Desk, record: framework.Framework) -> Framework:
    """The file of a framework."""
    return Framework(
        **desk.document(record),
        edition=record.version,
        publisher_name=record.publisher,
        same_as=record.url,
        how_read=record.how_read,
        checked_on=record.checked_on,
        entries=tuple(Entry(code=each.code, name=each.name) for each in record.entries),
    )
