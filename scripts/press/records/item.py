"""The item: one question of the quiz bank, with its answers and the reason for each."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from press.records.base import Flag, Part, PupilText, Record
from press.records.block import Excerpt
from press.records.vocabulary import ItemKind, Status


class Option(Part):
    """One answer to choose."""

    text: PupilText = Field(description="The answer.")
    right: Flag = Field(description="Whether it is right; true or false.")
    feedback: PupilText = Field(description="Why it is right or wrong; told to those who chose it.")


class Item(Record):
    """One question, used by the exit tickets of lessons and by all that is drawn from them."""

    KIND: ClassVar[str] = "item"
    FOLDER: ClassVar[str] = "items"

    status: Status = Field(description="Whether the record is public.")
    kind: ItemKind = Field(description="How it is answered.")
    asks: PupilText = Field(description="The question, or for true-false the sentence to judge.")
    excerpt: Excerpt | None = Field(default=None, description="Words of the article that the question is about.")
    options: tuple[Option, ...] = Field(default=(), max_length=6, description="The answers; none for an open question.")
    model_answer: PupilText | None = Field(default=None, description="For an open question: a good answer.")
    why: PupilText = Field(description="The reason behind the right answer, in one or two sentences.")
    affirms: Flag = Field(
        description="Whether the right answer says that something holds: it was said, it is supported, it is accurate."
    )

    @model_validator(mode="after")
    def _answers_fit_the_kind(self) -> Self:
        right = sum(option.right for option in self.options)
        if self.kind is ItemKind.OPEN:
            if self.options or self.model_answer is None:
                raise ValueError("give an open question a 'model_answer', and no 'options'")
            return self
        if self.model_answer is not None:
            raise ValueError("take 'model_answer' out; only an open question has one")
        if self.kind is ItemKind.TRUE_FALSE:
            if [option.text for option in self.options] != ["True", "False"]:
                raise ValueError("give a true-false question the options 'True' and 'False', in this order")
        elif len(self.options) < 3:
            raise ValueError("give a question with a choice three options or more")
        if self.kind is ItemKind.SEVERAL and right in (0, len(self.options)):
            raise ValueError("mark at least one option as right, and at least one as not")
        if self.kind is not ItemKind.SEVERAL and right != 1:
            raise ValueError(f"mark exactly one option as right; now {right} are")
        return self
