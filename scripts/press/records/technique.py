"""The technique: a way of telling that leads a reader."""

from typing import Annotated, ClassVar

from pydantic import Field

from press.records.base import Markdown, Part, Record, Text, Title, Url


class SameAs(Part):
    """The label that another scheme gives to the same technique."""

    scheme: Text = Field(description="The scheme, with its name and year.")
    label: Title = Field(description="The scheme's label.")
    version: Text | None = Field(default=None, description="The scheme's version, where it has one.")
    url: Url | None = Field(default=None, description="Where the scheme is described, where that was seen.")


class Technique(Record):
    """A way of telling; a tag never proves a claim false."""

    KIND: ClassVar[str] = "technique"
    FOLDER: ClassVar[str] = "techniques"

    name: Annotated[Text, Field(max_length=60)] = Field(description="Its name.")
    definition: Markdown = Field(description="What it is, in our words.")
    how_to_spot: Markdown = Field(description="How a reader can notice it.")
    not_this_when: Markdown = Field(description="When something that looks like it is not it.")
    same_as: tuple[SameAs, ...] = Field(default=(), description="The same technique in other schemes.")
