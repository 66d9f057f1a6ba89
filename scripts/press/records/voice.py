"""The voice: an office, an outlet, or an official who speaks in that role."""

from typing import Annotated, ClassVar

from pydantic import Field

from press.records.base import Flag, Markdown, Record, SourceRef, Text, Url
from press.records.interest import InterestOf


class VoiceInterest(InterestOf):
    """What the voice stands to gain or lose in the matter, and how we know."""

    sources: tuple[SourceRef, ...] = Field(default=(), description="What shows it.")


class Voice(Record):
    """Somebody who speaks in a public role; private persons have no record."""

    KIND: ClassVar[str] = "voice"
    FOLDER: ClassVar[str] = "voices"

    name: Annotated[Text, Field(max_length=80)] = Field(
        description="The name, as it stands inside a sentence: 'Russia's Ministry of Defence', 'the market traders'."
    )
    role: Text = Field(description="The role as held on the day of the article.")
    plural: Flag = Field(default=False, description="Whether the name takes 'say' and not 'says'.")
    person: Flag | None = Field(
        default=None,
        description="Whether it is a person, and no organisation; left out for an office, and where it is not known.",
    )
    same_as: tuple[Url, ...] = Field(default=(), description="Addresses that identify the voice elsewhere.")
    about: Markdown = Field(description="Who it is, in a few sentences.")
    interest: VoiceInterest = Field(description="Its interest in the matter.")
