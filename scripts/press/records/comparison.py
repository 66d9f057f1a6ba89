"""The comparison text: another text on the matter, read with the same eye as the article."""

from typing import Annotated, ClassVar

from pydantic import Field

from press.records.base import CaseRef, Count, Date, Markdown, Part, Quote, Record, SourceRef, Text, VoiceRef
from press.records.claim import Review, TechniqueUse
from press.records.counted import Counted
from press.records.vocabulary import Extent, Status


class Reading(Part):
    """How much of the text was read; nothing is counted beyond it."""

    extent: Extent = Field(description="Whether the whole text was read, or a part.")
    words: Annotated[Count, Field(ge=1)] = Field(description="How many words were read, split at white space.")
    sentences: Annotated[Count, Field(ge=1)] = Field(description="How many sentences were read.")
    note: Text = Field(description="Which copy was read, where it begins and where it ends.")


class Comparison(Record):
    """One text that is set beside a case's article; its own text is never kept here."""

    KIND: ClassVar[str] = "comparison"
    FOLDER: ClassVar[str] = "comparisons"

    status: Status = Field(description="Whether the record is public.")
    case: CaseRef = Field(description="The article that it is set beside.")
    title: Annotated[Text, Field(max_length=75)] = Field(description="Our name for the text.")
    label: Annotated[Text, Field(max_length=24)] = Field(description="A short name, for the head of a column.")
    source: SourceRef = Field(description="The document that was read.")
    copies: tuple[SourceRef, ...] = Field(default=(), description="Other documents that carry the text or report it.")
    why_chosen: Markdown = Field(description="Why this text, and not another.")
    read: Reading = Field(description="How much of it was read.")
    gist: Markdown = Field(description="What it says, in our words.")
    voices: tuple[VoiceRef, ...] = Field(
        min_length=1, description="Who speaks in it, as in the article map: first the one who published it."
    )
    quotes: tuple[Quote, ...] = Field(
        min_length=1, description="Pieces of it, exactly as printed; at most 25 words each."
    )
    does_well: tuple[Markdown, ...] = Field(min_length=1, description="What it does well.")
    leaves_out: tuple[Markdown, ...] = Field(default=(), description="What a reader of it does not get.")
    techniques: tuple[TechniqueUse, ...] = Field(default=(), description="Techniques of telling seen in it.")
    counts: tuple[Counted, ...] = Field(min_length=1, description="Every measure, counted as in the article.")
    published_on: Date = Field(description="The day the record was first published.")
    review: Review = Field(description="Who has reviewed it.")
