"""The claim: one assertion of an article, and what became of it."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from press.records.base import (
    CaseRef,
    ClaimRef,
    Count,
    Date,
    Markdown,
    Part,
    Quote,
    Record,
    SourceRef,
    TechniqueRef,
    Text,
    VoiceRef,
)
from press.records.evidence import Evidence
from press.records.rating import Rating
from press.records.vocabulary import (
    ClaimType,
    Context,
    Drawing,
    Mode,
    RelationType,
    ReviewStatus,
    SaidFinding,
    SoFinding,
    Status,
    Strength,
    Wording,
)


class Selector(Part):
    """A piece of the article, exactly as printed (the W3C Web Annotation TextQuoteSelector)."""

    exact: Quote = Field(
        description="The words, exactly as printed; at most 25.", examples=["the library has never opened longer"]
    )
    prefix: Quote | None = Field(
        default=None, description="Up to three words before, only where `exact` is not unique."
    )
    suffix: Quote | None = Field(default=None, description="Up to three words after, only where `exact` is not unique.")


class Said(Part):
    """Whether it was said, at one place of the article."""

    finding: SaidFinding = Field(description="Was it said?")
    why: Markdown = Field(description="How we know, in a sentence or two.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Where the words were found.")


class Appearance(Part):
    """One place where the article makes the assertion."""

    case: CaseRef = Field(description="The article.")
    paragraphs: tuple[Count, ...] = Field(min_length=1, description="The paragraphs; 0 is the standfirst.")
    mode: Mode = Field(description="How the article puts it.")
    chain: tuple[VoiceRef, ...] = Field(
        min_length=1, description="Who quotes whom: first the article's outlet, last the one whose words they are."
    )
    quotes: tuple[Selector, ...] = Field(min_length=1, description="The words as printed.")
    said: Said = Field(description="Was it said?")


class Answer(Part):
    """The answer at three depths."""

    short: Annotated[Text, Field(max_length=320)] = Field(description="About 30 words.")
    basic: Markdown = Field(description="About 120 words: the answer in a minute.")
    full: Markdown | None = Field(default=None, description="The full reasoning, where there is more to say.")


class So(Rating):
    """Whether it is so, as of the claim's date."""

    why: Markdown = Field(description="Why, in one to three sentences.")
    holds: Markdown | None = Field(default=None, description="The part that holds; needed for partly-supported.")
    fails: Markdown | None = Field(default=None, description="The part that does not; needed for partly-supported.")

    @model_validator(mode="after")
    def _a_part_holds_and_a_part_fails(self) -> Self:
        if self.finding is SoFinding.PARTLY_SUPPORTED and (self.holds is None or self.fails is None):
            raise ValueError("say in 'holds' what holds and in 'fails' what does not; partly-supported needs both")
        return self


class Then(Rating):
    """What a careful reader could have known on the day the assertion appeared."""

    on: Date = Field(description="The day.")
    why: Markdown = Field(description="What was public by then, and what was not.")


class Rival(Part):
    """Another explanation, and how it was tested."""

    explanation: Text = Field(description="The other explanation.")
    test: Markdown = Field(description="What one would expect to see if it were right.")
    result: Markdown = Field(description="What is seen.")


class LookedFor(Part):
    """A search that we made."""

    what: Text = Field(description="What we looked for.")
    where: Text = Field(description="Where we looked.")
    on: Date = Field(description="The day.")


class Counter(Part):
    """The strongest argument on the other side."""

    argument: Markdown = Field(description="The argument, so that its holder would recognise it.")
    answer: Markdown = Field(description="What answers it, and what does not.")
    who_holds_it: Markdown = Field(description="Who argues so, or that nobody was found who does.")


class TechniqueUse(Part):
    """A technique of telling, seen in the assertion's words."""

    technique: TechniqueRef = Field(description="The technique.")
    quote: Quote = Field(description="The words that show it: a quote of the same record, or a part of one.")
    voice: Wording = Field(description="Whose words they are.")
    strength: Strength = Field(description="How plainly it is there.")
    reason: Markdown = Field(description="Why we see it.")
    counter_reading: Markdown = Field(description="How a fair reader could see it otherwise.")


class Figure(Part):
    """A drawing of ours that helps to see what the evidence speaks of."""

    drawing: Drawing = Field(description="Which drawing.")
    caption: Markdown = Field(description="What to look for in it, and which sources describe that; one paragraph.")


class Relation(Part):
    """How this claim stands to another."""

    type: RelationType = Field(description="The relation, from this claim to the other.")
    claim: ClaimRef = Field(description="The other claim.")
    why: Text | None = Field(
        default=None, description="Needed where this depends on a contradicted claim and is not so itself."
    )


class Review(Part):
    """Who has read the record besides its author."""

    status: ReviewStatus = Field(description="Who has reviewed it.")
    on: Date | None = Field(default=None, description="The day of the review.")

    @model_validator(mode="after")
    def _a_review_has_its_day(self) -> Self:
        if (self.on is None) != (self.status is ReviewStatus.NONE):
            raise ValueError("say in 'on' on which day it was reviewed; leave 'on' out where the status is none")
        return self


class Claim(Record):
    """One assertion of an article, examined."""

    KIND: ClassVar[str] = "claim"
    FOLDER: ClassVar[str] = "claims"

    status: Status = Field(description="Whether the record is public.")
    title: Annotated[Text, Field(max_length=75)] = Field(description="The assertion, short; it holds no verdict.")
    text: Text = Field(description="The assertion as one checkable sentence.")
    type: ClaimType = Field(description="What kind of assertion it is.")
    undisputed: Text | None = Field(
        default=None, description="Why nobody disputes it; one primary document is then enough."
    )
    appearances: tuple[Appearance, ...] = Field(min_length=1, description="Where the article makes it.")
    answer: Answer = Field(description="The answer at three depths.")
    so: So = Field(description="Is it so?")
    context: Context = Field(description="Whether the sentence misleads although its words may be right.")
    context_note: Markdown | None = Field(
        default=None, description="What the context leaves out; needed unless context is none."
    )
    as_of: Date = Field(description="The day the finding holds for.")
    recheck_on: Date | None = Field(default=None, description="The day by which the evidence is looked at again.")
    then: Then = Field(description="What one could have known on the day.")
    evidence: tuple[Evidence, ...] = Field(default=(), max_length=14, description="The evidence, chosen by origin.")
    also_read: tuple[SourceRef, ...] = Field(default=(), description="Sources read and not listed as evidence.")
    figure: Figure | None = Field(default=None, description="A drawing of ours, where a shape is in question.")
    rivals: tuple[Rival, ...] = Field(default=(), description="Other explanations that were tested.")
    looked_for: tuple[LookedFor, ...] = Field(default=(), description="What was looked for, where and when.")
    strongest_counter: Counter | Literal["none-found"] | None = Field(
        default=None, description="The strongest argument on the other side, or none-found."
    )
    would_change: tuple[Markdown, ...] = Field(
        default=(), description="What would change the finding; each continues a sentence that begins with 'If'."
    )
    open_questions: tuple[Markdown, ...] = Field(default=(), description="Questions left open, apart from the finding.")
    techniques: tuple[TechniqueUse, ...] = Field(default=(), description="Techniques of telling seen here.")
    check_it_yourself: tuple[Markdown, ...] = Field(default=(), max_length=5, description="Steps that a reader can do.")
    discuss: tuple[Markdown, ...] = Field(default=(), description="Questions for a class.")
    relations: tuple[Relation, ...] = Field(default=(), description="How it stands to other claims.")
    published_on: Date = Field(description="The day the record was first published.")
    review: Review = Field(description="Who has reviewed it.")

    @model_validator(mode="after")
    def _context_is_explained(self) -> Self:
        if (self.context_note is None) != (self.context is Context.NONE):
            raise ValueError("say in 'context_note' what is left out; leave that field out where 'context' is none")
        return self
