"""The article map, as data."""

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Prose, Reference, Shape
from press.records import case as authored
from press.records.vocabulary import SegmentKind


class Segment(Shape):
    """What one sentence of a paragraph, or a piece of it, is for us."""

    sentence: int = Field(description="The sentence's number in its paragraph, from 1.")
    kind: SegmentKind = Field(description="What it is.")
    claims: tuple[Reference, ...] = Field(description="The claims that examine it.")
    reason: str | None = Field(default=None, description="Why it was not checked, or is not checkable.")


class Paragraph(Shape):
    """One paragraph of the article, in our words."""

    number: int = Field(description="Its number; 0 is the standfirst.")
    voices: tuple[Reference, ...] = Field(description="Who speaks in it, in order.")
    text: Prose = Field(description="What it says, in our words; links mark what a claim examines.")
    sentences: int = Field(description="How many sentences it has.")
    segments: tuple[Segment, ...] = Field(description="Every sentence, accounted for.")


def paragraph(desk: Desk, each: authored.Paragraph) -> Paragraph:
    """One paragraph, with what each of its sentences is for us."""
    return Paragraph(
        number=each.number,
        voices=desk.references("voice", each.voices),
        text=desk.prose(each.gist),
        sentences=each.sentences,
        segments=tuple(
            Segment(
                sentence=part.sentence,
                kind=part.kind,
                claims=desk.references("claim", part.claims),
                reason=part.reason,
            )
            for part in each.segments
        ),
    )
