"""The voice: an office, an outlet, or an official who speaks in that role."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from press.records.base import Markdown, Part, Record, SourceRef, Text, Url
from press.records.vocabulary import Interest


class VoiceInterest(Part):
    """What the voice stands to gain or lose in the matter, and how we know."""

    kind: Interest = Field(description="The interest.")
    of: Text | None = Field(default=None, description="Whose side; left out for none-known.")
    basis: Text = Field(description="What that rests on.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="What shows it.")

    @model_validator(mode="after")
    def _a_side_is_named(self) -> Self:
        if (self.of is None) != (self.kind is Interest.NONE_KNOWN):
            raise ValueError("an interest says whose it is in 'of'; none-known has no 'of'")
        return self


class Voice(Record):
    """Somebody who speaks in a public role; private persons have no record."""

    KIND: ClassVar[str] = "voice"
    FOLDER: ClassVar[str] = "voices"

    name: Text = Field(max_length=80, description="The name, as it stands in a sentence: 'Russia's Ministry of Defence'.")
    role: Text = Field(description="The role as held on the day of the article.")
    plural: bool = Field(default=False, description="true where the name takes 'say' and not 'says'.")
    same_as: tuple[Url, ...] = Field(default=(), description="Addresses that identify the voice elsewhere.")
    about: Markdown = Field(description="Who it is, in a few sentences.")
    interest: VoiceInterest = Field(description="Its interest in the matter.")
