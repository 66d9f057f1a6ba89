"""The term: a hard word, explained once."""

from typing import Annotated, ClassVar

from pydantic import Field

from press.records.base import Markdown, Record, SourceRef, TermRef, Text


class Term(Record):
    """A hard word or a name, with a plain gloss."""

    KIND: ClassVar[str] = "term"
    FOLDER: ClassVar[str] = "terms"

    name: Annotated[Text, Field(max_length=60)] = Field(description="The word as readers meet it.")
    also: tuple[Text, ...] = Field(default=(), description="Other spellings that readers meet or type.")
    gloss: Markdown = Field(description="What it means, plainly, in one to three sentences.")
    pronunciation: Text | None = Field(default=None, description="How to say it, respelled in plain English.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="What shows the facts in the gloss.")
    see: tuple[TermRef, ...] = Field(default=(), description="Other terms that help.")
    only_linked: bool = Field(
        default=False,
        description="Whether it is linked only where the records' own words link it, and not at its first use on a "
        "page: for a word that most readers know, or that also means other things.",
    )
