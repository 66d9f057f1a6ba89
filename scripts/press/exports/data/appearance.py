"""Where an article makes an assertion, as data."""

from typing import Literal

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Cited, Prose, Reference, Shape
from press.records import claim as authored
from press.records.vocabulary import Mode, SaidFinding


class Selector(Shape):
    """Words of the article exactly as printed, as a Web Annotation selects them."""

    type: Literal["TextQuoteSelector"] = Field(default="TextQuoteSelector", description="The kind of selector.")
    exact: str = Field(description="The words.")
    prefix: str | None = Field(default=None, description="Words before them, only where they are not unique.")
    suffix: str | None = Field(default=None, description="Words after them, only where they are not unique.")


class Said(Shape):
    """Whether it was said."""

    finding: SaidFinding = Field(description="What was found: was it said?")
    alternate_name: str = Field(description="The finding as readers see it.")
    rating_explanation: Prose | None = Field(default=None, description="How we know; given for each place.")
    citation: tuple[Cited, ...] = Field(default=(), description="Where the words were found.")


class Appearance(Shape):
    """One place where the article makes the assertion."""

    case: Reference = Field(description="The article, as a case.")
    paragraphs: tuple[int, ...] = Field(description="The paragraphs, from 1; 0 is the standfirst.")
    mode: Mode = Field(description="How the article puts it.")
    chain: tuple[Reference, ...] = Field(description="Who quotes whom: first the outlet, last whose words they are.")
    selector: tuple[Selector, ...] = Field(description="The words as printed.")
    said: Said = Field(description="What was found: was it said?")


def appearance(desk: Desk, each: authored.Appearance) -> Appearance:
    """One place, with what was found of the words there."""
    said = each.said
    return Appearance(
        case=desk.reference("case", each.case),
        paragraphs=each.paragraphs,
        mode=each.mode,
        chain=desk.references("voice", each.chain),
        selector=tuple(Selector(exact=one.exact, prefix=one.prefix, suffix=one.suffix) for one in each.quotes),
        said=Said(
            finding=said.finding,
            alternate_name=said.finding.label,
            rating_explanation=desk.prose(said.why),
            citation=desk.citations(said.sources),
        ),
    )
