"""The omission: what the article leaves out."""

from typing import ClassVar

from pydantic import Field

from press.records.base import CaseRef, Markdown, Moment, Part, Record, SourceRef, Text
from press.records.vocabulary import PublicByThen


class PublicThen(Part):
    """Whether it was public when the article appeared; law 7."""

    finding: PublicByThen = Field(description="Whether it was public by then.")
    when: Moment | None = Field(default=None, description="When it became public, as well as that is known.")
    source: SourceRef | None = Field(default=None, description="What shows that it was public.")
    why: Markdown = Field(description="How we know, or why it is unknown.")


class Omission(Record):
    """One thing that a reader of the article would need and does not get."""

    KIND: ClassVar[str] = "omission"
    FOLDER: ClassVar[str] = "omissions"

    case: CaseRef = Field(description="The article.")
    missing: Text = Field(description="What is missing, in one sentence.")
    why_it_matters: Markdown = Field(description="What a reader would understand differently with it.")
    public_by_then: PublicThen = Field(description="Whether it was public when the article appeared.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="What shows it.")
