"""The case: one article, examined."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from press.records.base import (
    ClaimRef,
    Count,
    Flag,
    Language,
    Markdown,
    Moment,
    Part,
    Record,
    Sha256,
    SourceRef,
    Text,
    Title,
    Url,
    VoiceRef,
)
from press.records.counted import Counted
from press.records.rating import Rating
from press.records.vocabulary import SegmentKind, Status


class Article(Part):
    """The article that is examined; its text is never kept here."""

    headline: Title | None = Field(default=None, description="Its headline as seen; left out when none was seen.")
    headline_basis: Text = Field(description="Where the headline was seen, or that it was not.")
    outlet: VoiceRef = Field(description="The voice that published it.")
    url: Url = Field(description="The address where the outlet published it.")
    published: Moment = Field(description="When it appeared, as well as that is known.")
    published_basis: Text = Field(description="What the date and hour rest on.")
    language: Language = Field(description="Its language, as a BCP 47 tag.")
    words: Count = Field(description="How many words it has, split at white space.")
    sha256: Sha256 = Field(description="SHA-256 of the text that was examined, in hexadecimal.")


class ReplySought(Part):
    """Whether the outlet was asked for a reply."""

    sought: Flag = Field(description="Whether the outlet was asked.")
    why: Text = Field(description="What was asked and answered, or why it was not asked.")


class Provenance(Part):
    """One step in finding out what the article is."""

    question: Text = Field(description="What we asked.")
    answer: Text = Field(description="What we found.")
    how: Markdown = Field(description="How it was established, and how sure that is.")


class Question(Rating):
    """One of the large questions behind the case, answered apart from the others."""

    question: Text = Field(description="The question, ending with a question mark.")
    answer: Text = Field(description="The answer in one short sentence; the finding says whether it is so.")
    why: Markdown = Field(description="Why, in two to five sentences.")
    claims: tuple[ClaimRef, ...] = Field(default=(), description="The claims that it touches; each shows the question.")


class Right(Part):
    """Something that the article gets right."""

    what: Text = Field(description="What it gets right, in one sentence.")
    claims: tuple[ClaimRef, ...] = Field(default=(), description="The claims that show it.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="What shows it, where no claim does.")


class ContentNote(Part):
    """What a reader should know before reading on."""

    contains: Text = Field(
        description="What the pages speak of, in whole sentences: 'These pages speak of a storm and a quarrel'."
    )
    leaves_out: Text = Field(
        description="What they never show, in whole sentences that follow: 'They show nobody who was hurt'."
    )
    choices: tuple[Markdown, ...] = Field(min_length=1, description="What a reader can do instead; real choices.")
    support: Text = Field(description="Where to turn when it is too much.")


# The map promises that each sentence is examined, or the reason is given: a reader cannot see the sentence itself.
_REASONED = (SegmentKind.CHECKABLE_UNCHECKED, SegmentKind.OPINION, SegmentKind.BACKGROUND)


class Segment(Part):
    """What one sentence of a paragraph, or a piece of it, is for us."""

    sentence: Annotated[Count, Field(ge=1)] = Field(description="The sentence's number in its paragraph, from 1.")
    kind: SegmentKind = Field(description="What it is.")
    claims: tuple[ClaimRef, ...] = Field(default=(), description="The claims that examine it.")
    reason: Text | None = Field(default=None, description="Why it was not checked, or is not checkable.")

    @model_validator(mode="after")
    def _kind_has_what_it_needs(self) -> Self:
        if self.kind is SegmentKind.CLAIM and not self.claims:
            raise ValueError("a segment of kind 'claim' says which in 'claims'; name at least one")
        if self.kind is SegmentKind.QUOTATION and not self.claims:
            raise ValueError(
                "the page says of a 'quotation' that a claim examines its words; name it in 'claims', or choose"
                " 'checkable-unchecked' or 'opinion', and say in 'reason' why"
            )
        if self.kind in _REASONED and self.reason is None:
            raise ValueError(f"say in 'reason' why the sentence is '{self.kind}' and no claim")
        return self


class Paragraph(Part):
    """One paragraph of the article, in our words."""

    number: Count = Field(description="Its number; 0 is the standfirst.")
    voices: tuple[VoiceRef, ...] = Field(min_length=1, description="Who speaks in it, in order.")
    gist: Markdown = Field(
        description="What it says, in our words; [a phrase](claim:slug) marks an examined assertion."
    )
    sentences: Annotated[Count, Field(ge=1)] = Field(description="How many sentences it has.")
    segments: tuple[Segment, ...] = Field(min_length=1, description="Every sentence, accounted for.")


class Event(Part):
    """One line of the timeline."""

    when: Moment = Field(description="When it happened or became public.")
    event: Markdown = Field(description="What happened, in one sentence.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="What says so.")
    article: Flag = Field(default=False, description="Whether this is the line at which the article itself appeared.")


class Case(Record):
    """One article, taken apart."""

    KIND: ClassVar[str] = "case"
    FOLDER: ClassVar[str] = "cases"

    status: Status = Field(description="Whether the record is public.")
    title: Annotated[Text, Field(max_length=75)] = Field(description="Our name for the case.")
    article: Article = Field(description="The article that is examined.")
    summary: Markdown = Field(description="What the case is about, in two or three sentences.")
    why_chosen: Markdown = Field(description="Why we examined this article.")
    reply_sought: ReplySought = Field(description="Whether the outlet was asked.")
    provenance: tuple[Provenance, ...] = Field(min_length=1, description="How we know what the article is.")
    tally_note: Markdown | None = Field(
        default=None, description="What to know before reading the number of findings: how they hang together."
    )
    questions: tuple[Question, ...] = Field(min_length=1, description="The large questions, kept apart.")
    start_with: ClaimRef | None = Field(
        default=None, description="The claim that a new reader begins with; else the one with most evidence."
    )
    gets_right: tuple[Right, ...] = Field(default=(), description="What the article gets right.")
    content_note: ContentNote = Field(description="What to know before reading on.")
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1, description="The article map.")
    timeline: tuple[Event, ...] = Field(default=(), description="What became public when.")
    counts: tuple[Counted, ...] = Field(
        default=(), description="What is counted in the article as in its comparison texts; every measure, or none."
    )
    open_questions: tuple[Markdown, ...] = Field(default=(), description="What nobody has answered yet.")
