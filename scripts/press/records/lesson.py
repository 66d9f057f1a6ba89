"""The lesson: a plan that a teacher can run, built on claims."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from press.records.aid import Differentiation, Misconception, Word
from press.records.base import (
    ClaimRef,
    Count,
    Date,
    FrameworkRef,
    LessonRef,
    Markdown,
    Part,
    PupilText,
    Record,
    Text,
)
from press.records.case import ContentNote, Right
from press.records.claim import Review
from press.records.route import Route
from press.records.vocabulary import Skill, Status


class Pinned(Part):
    """A claim that the lesson teaches, and the version of it that the lesson was written for."""

    claim: ClaimRef = Field(description="The claim.")
    version: Annotated[Count, Field(ge=1)] = Field(
        description="Its version when the lesson was written or last checked; data/ledger.yml has it."
    )


class Criterion(Part):
    """One line of the rubric, in four levels."""

    what: Text = Field(description="What is looked at.")
    beginning: Text = Field(description="The first level.")
    developing: Text = Field(description="The second.")
    secure: Text = Field(description="The third.")
    extending: Text = Field(description="The fourth.")


class Alignment(Part):
    """What of a framework the lesson serves (LRMI's AlignmentObject)."""

    framework: FrameworkRef = Field(description="The framework, with its version.")
    code: Text = Field(description="The code of one of its entries.")


class Lesson(Record):
    """One lesson."""

    KIND: ClassVar[str] = "lesson"
    FOLDER: ClassVar[str] = "lessons"

    status: Status = Field(description="Whether the record is public.")
    order: Annotated[Count, Field(ge=1)] = Field(description="Its place in the unit, from 1.")
    title: Annotated[Text, Field(max_length=75)] = Field(description="Its title; a question where one fits.")
    question: Text = Field(description="The large question behind it.")
    summary: Annotated[Text, Field(max_length=240)] = Field(description="What pupils do, in one or two sentences.")
    skills: tuple[Skill, ...] = Field(min_length=1, description="What is practised; first the main skill.")
    subjects: tuple[Text, ...] = Field(min_length=1, description="School subjects that it fits into.")
    objectives: tuple[PupilText, ...] = Field(
        min_length=2, max_length=5, description="What pupils can do afterwards; each begins with 'I can' or 'I know'."
    )
    words: tuple[Word, ...] = Field(default=(), max_length=12, description="Hard words, explained.")
    claims: tuple[Pinned, ...] = Field(min_length=1, description="The claims that it teaches, at which version.")
    gets_right: tuple[Right, ...] = Field(min_length=1, description="What the article gets right; the lesson says so.")
    content_note: ContentNote = Field(description="What teachers and pupils should know before they begin.")
    background: Markdown = Field(description="What the teacher needs to know of the matter, in about 150 words.")
    prepare: tuple[Text, ...] = Field(min_length=1, description="What to do beforehand.")
    materials: tuple[Text, ...] = Field(min_length=1, description="What is needed in the room.")
    routes: tuple[Route, ...] = Field(min_length=1, max_length=2, description="The ways through it: first the case.")
    differentiation: Differentiation = Field(description="The same lesson for different pupils.")
    misconceptions: tuple[Misconception, ...] = Field(default=(), description="Wrong turns, and what to reply.")
    rubric: tuple[Criterion, ...] = Field(min_length=1, max_length=4, description="How to judge what pupils write.")
    homework: Markdown | None = Field(default=None, description="Something to do at home; never a search for footage.")
    alignments: tuple[Alignment, ...] = Field(default=(), description="What of which framework it serves.")
    see: tuple[LessonRef, ...] = Field(default=(), description="Lessons that go well before or after it.")
    recheck_on: Date = Field(description="The day by which the lesson is looked at again.")
    published_on: Date = Field(description="The day the record was first published.")
    review: Review = Field(description="Who has reviewed it.")

    @model_validator(mode="after")
    def _a_route_is_there_once(self) -> Self:
        kinds = [route.route for route in self.routes]
        if len(kinds) != len(set(kinds)):
            raise ValueError("'routes' has the same route twice; keep one")
        return self
