"""The route: one way through a lesson, with its steps, its sheet and its exit ticket."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from press.records.aid import Differentiation, Misconception, Word
from press.records.base import Count, Flag, ItemRef, Markdown, Part, PupilMarkdown, PupilText, StoryRef, Text
from press.records.block import Block
from press.records.vocabulary import RouteKind, Setting

Age = Annotated[Count, Field(ge=11, le=99)]


class Ages(Part):
    """For whom a route is."""

    youngest: Age = Field(description="The youngest pupils, in years.")
    oldest: Age = Field(description="The oldest, in years.")

    @model_validator(mode="after")
    def _ages_are_in_order(self) -> Self:
        if self.youngest > self.oldest:
            raise ValueError("'youngest' is above 'oldest'; mend one")
        return self


class Step(Part):
    """One step of a lesson."""

    title: Annotated[Text, Field(max_length=70)] = Field(description="What happens, in a few words.")
    minutes: Annotated[Count, Field(ge=1, le=60)] = Field(description="How long it takes.")
    core: Flag = Field(description="Whether it belongs to the 20 minutes that stand alone; true or false.")
    setting: Setting = Field(description="Who works with whom.")
    teacher: Markdown = Field(description="What the teacher does.")
    say: tuple[Text, ...] = Field(default=(), description="Words to say aloud, as they stand.")
    pupils: Markdown = Field(description="What pupils do.")
    look_for: Markdown = Field(description="What shows that it works, and likely wrong answers with what to reply.")
    board: Block | None = Field(default=None, description="What stands on the slide or the board during the step.")


class Sheet(Part):
    """What pupils get on paper: at most two pages, the exit ticket with it."""

    title: PupilText = Field(description="Its title.")
    intro: PupilMarkdown | None = Field(default=None, description="What to do with it, in a sentence or two.")
    blocks: tuple[Block, ...] = Field(min_length=1, description="Its pieces, in order.")


class Route(Part):
    """One way through a lesson: the case, or an invented story with the same thinking steps."""

    route: RouteKind = Field(description="Which way.")
    ages: Ages = Field(description="For whom.")
    story: StoryRef | None = Field(default=None, description="The invented story, for the parallel route.")
    note: Text | None = Field(
        default=None, description="What to know before the parallel route; without it, that nobody in it is hurt."
    )
    words: tuple[Word, ...] = Field(
        default=(), max_length=12, description="Hard words of the parallel route; the case has those of the lesson."
    )
    steps: tuple[Step, ...] = Field(min_length=3, max_length=8, description="The steps, in order.")
    sheet: Sheet = Field(description="The pupils' sheet.")
    exit_ticket: tuple[ItemRef, ...] = Field(min_length=4, max_length=6, description="The quiz at the end.")
    differentiation: Differentiation | None = Field(
        default=None, description="The parallel route for different pupils; the case has that of the lesson."
    )
    misconceptions: tuple[Misconception, ...] = Field(
        default=(), description="Wrong turns of the parallel route; the case has those of the lesson."
    )

    @model_validator(mode="after")
    def _only_the_parallel_route_has_a_story(self) -> Self:
        if (self.story is None) is (self.route is RouteKind.PARALLEL):
            raise ValueError("name the 'story' of the parallel route; the route of the case has none")
        return self

    @model_validator(mode="after")
    def _the_case_has_the_aids_of_the_lesson(self) -> Self:
        own = [name for name in ("note", "words", "differentiation", "misconceptions") if getattr(self, name)]
        if own and self.route is RouteKind.CASE:
            raise ValueError(f"move '{own[0]}' from the route of the case to the lesson; only a story has its own")
        return self
