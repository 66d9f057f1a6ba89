"""The source: one document."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from press.records.base import Date, Language, Moment, Part, Record, Text, Title, Url, VoiceRef
from press.records.vocabulary import AccessKind, Contains, SourceKind


class Access(Part):
    """How we read the document; never more than was done."""

    how: AccessKind = Field(description="How we read it.")
    on: Date = Field(description="The day we read it.")


class Source(Record):
    """One document that evidence was taken from."""

    KIND: ClassVar[str] = "source"
    FOLDER: ClassVar[str] = "sources"

    title: Title | None = Field(
        default=None, description="Its title as seen; left out when none was seen or it names a victim."
    )
    title_gloss: Title | None = Field(default=None, description="The title in English, for other languages.")
    publisher: VoiceRef | None = Field(default=None, description="The voice that published it.")
    publisher_name: Text | None = Field(default=None, description="The publisher's name, where it has no voice record.")
    through: Text | None = Field(
        default=None, description="The outlet on whose page we read it, where that is not the publisher's own."
    )
    authors: tuple[Text, ...] = Field(default=(), description="Its authors, where named.")
    published: Moment = Field(description="When it was published; unknown where no date was seen.")
    url: Url = Field(description="Its address.")
    language: Language = Field(description="Its language, as a BCP 47 tag.")
    kind: SourceKind = Field(description="What kind of document it is.")
    access: Access = Field(description="How we read it.")
    about: Text = Field(description="What the document is, in one or two sentences of ours.")
    carries: Text | None = Field(default=None, description="The original that this copy or report stands for.")
    contains: tuple[Contains, ...] = Field(default=(), description="What a reader may meet behind the link.")
    may_be_blocked_in: tuple[Text, ...] = Field(default=(), description="Where the outlet is barred or blocked.")
    caveat: Text | None = Field(default=None, description="What to be careful about.")

    @model_validator(mode="after")
    def _has_one_publisher(self) -> Self:
        if (self.publisher is None) == (self.publisher_name is None):
            raise ValueError("give the publisher once: 'publisher' (a voice) or 'publisher_name' (a name)")
        return self

    @model_validator(mode="after")
    def _foreign_title_has_a_gloss(self) -> Self:
        if self.title and not self.language.startswith("en") and self.title_gloss is None:
            raise ValueError("give the title in English too, in 'title_gloss'")
        return self
