"""A comparison text as data."""

from typing import Literal

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Cited, Corrections, Day, Document, Prose, Reference, Shape, Users
from press.exports.data.use import Counted, Reviewed, Use, counts, reviewed, uses
from press.records import comparison as authored
from press.records.vocabulary import Extent


class Reading(Shape):
    """How much of the text was read."""

    extent: Extent = Field(description="Whether the whole text was read, or a part.")
    word_count: int = Field(description="How many words were read.")
    sentences: int = Field(description="How many sentences were read.")
    note: str = Field(description="Which copy was read, where it begins and where it ends.")


class Comparison(Document):
    """One text that is set beside a case's article; its own text is not published here."""

    kind: Literal["comparison"] = Field(default="comparison", description="What kind of record it is.")
    date_published: Day = Field(description="The day on which the record was first published.")
    alternate_name: str = Field(description="A shorter name.")
    case: Reference = Field(description="The article that it is set beside.")
    citation: Cited = Field(description="The document that was read.")
    copies: tuple[Cited, ...] = Field(description="Other documents that carry the text or report it.")
    why_chosen: Prose = Field(description="Why this text, and not another.")
    read: Reading = Field(description="How much of it was read.")
    abstract: Prose = Field(description="What it says, in our words.")
    voices: tuple[Reference, ...] = Field(description="Who speaks in it: first the one who published it.")
    quotations: tuple[str, ...] = Field(description="Pieces of it, exactly as printed; at most 25 words each.")
    does_well: tuple[Prose, ...] = Field(description="What it does well.")
    leaves_out: tuple[Prose, ...] = Field(description="What a reader of it does not get.")
    techniques: tuple[Use, ...] = Field(description="Techniques of telling seen in it.")
    counts: tuple[Counted, ...] = Field(description="Every measure, counted as in the article.")
    review: Reviewed = Field(description="Who has read the record besides its author.")
    correction: Corrections
    used_by: Users


def made(desk: Desk, text: authored.Comparison) -> Comparison:
    """The file of a comparison text."""
    read = text.read
    return Comparison(
        **desk.document(text),
        date_published=text.published_on,
        alternate_name=text.label,
        case=desk.reference("case", text.case),
        citation=desk.cited(text.source),
        copies=desk.citations(text.copies),
        why_chosen=desk.prose(text.why_chosen),
        read=Reading(extent=read.extent, word_count=read.words, sentences=read.sentences, note=read.note),
        abstract=desk.prose(text.gist),
        voices=desk.references("voice", text.voices),
        quotations=text.quotes,
        does_well=desk.proses(text.does_well),
        leaves_out=desk.proses(text.leaves_out),
        techniques=uses(desk, text.techniques),
        counts=counts(text.counts),
        review=reviewed(text.review),
    )
