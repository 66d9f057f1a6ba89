"""The claim: one assertion of an article, and what became of it."""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from press.records.base import (
    CaseRef,
    ClaimRef,
    Count,
    Date,
    Markdown,
    OriginRef,
    Part,
    Quote,
    Record,
    Slug,
    SourceRef,
    TechniqueRef,
    Text,
    VoiceRef,
)
from press.records.vocabulary import (
    Available,
    Bearing,
    ClaimType,
    Confidence,
    Context,
    Interest,
    Mode,
    RelationType,
    ReviewStatus,
    Role,
    SaidFinding,
    SoFinding,
    Status,
    Strength,
    Wording,
)


class Selector(Part):
    """A piece of the article, exactly as printed (the W3C Web Annotation TextQuoteSelector)."""

    exact: Quote = Field(description="The words, exactly as printed; at most 25.")
    prefix: Quote | None = Field(default=None, description="Up to three words before, only where `exact` is not unique.")
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

    short: Text = Field(max_length=320, description="About 30 words.")
    basic: Markdown = Field(description="About 120 words: the answer in a minute.")
    full: Markdown | None = Field(default=None, description="The full reasoning, where there is more to say.")


class So(Part):
    """Whether it is so, as of the claim's date."""

    finding: SoFinding = Field(description="Is it so?")
    confidence: Confidence | None = Field(default=None, description="How sure one can be; left out when not checkable.")
    why: Markdown = Field(description="Why, in one to three sentences.")
    holds: Markdown | None = Field(default=None, description="The part that holds; needed for partly-supported.")
    fails: Markdown | None = Field(default=None, description="The part that does not; needed for partly-supported.")

    @model_validator(mode="after")
    def _finding_has_what_it_needs(self) -> Self:
        if (self.confidence is None) != (self.finding is SoFinding.NOT_CHECKABLE):
            raise ValueError("give a confidence, except where the finding is not-checkable")
        if self.finding is SoFinding.PARTLY_SUPPORTED and (self.holds is None or self.fails is None):
            raise ValueError("a partly-supported finding names the part that 'holds' and the part that 'fails'")
        return self


class Then(Part):
    """What a careful reader could have known on the day the assertion appeared."""

    on: Date = Field(description="The day.")
    finding: SoFinding = Field(description="What one could have held on that day.")
    confidence: Confidence | None = Field(default=None, description="How sure one could have been.")
    why: Markdown = Field(description="What was public by then, and what was not.")

    @model_validator(mode="after")
    def _confidence_fits_the_finding(self) -> Self:
        if (self.confidence is None) != (self.finding is SoFinding.NOT_CHECKABLE):
            raise ValueError("give a confidence, except where the finding is not-checkable")
        return self


class EvidenceInterest(Part):
    """An interest that holds for this item only, in place of its origin's."""

    kind: Interest = Field(description="The interest.")
    of: Text | None = Field(default=None, description="Whose side; left out for none-known.")
    basis: Text = Field(description="Why it differs here.")


class Evidence(Part):
    """One item of evidence: what a source establishes for this claim."""

    id: Slug = Field(description="The item's name within the claim; lessons and corrections cite it.")
    source: SourceRef = Field(description="The document.")
    origin: OriginRef = Field(description="The root that it goes back to.")
    bearing: Bearing = Field(description="What it does to the claim.")
    role: Role = Field(default=Role.CORROBORATING, description="How much rests on it.")
    establishes: Markdown = Field(description="What it shows, in our words.")
    available: Available = Field(description="When it was public, against the article.")
    limits: Markdown | None = Field(default=None, description="What it does not show.")
    quote: Quote | None = Field(default=None, description="At most 25 of its words, only where a stored copy shows them.")
    interest: EvidenceInterest | None = Field(default=None, description="Only where it differs from the origin's.")


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
    quote: Quote = Field(description="The words that show it: a claim's quote or a part of one.")
    voice: Wording = Field(description="Whose words they are.")
    strength: Strength = Field(description="How plainly it is there.")
    reason: Markdown = Field(description="Why we see it.")
    counter_reading: Markdown = Field(description="How a fair reader could see it otherwise.")


class Relation(Part):
    """How this claim stands to another."""

    type: RelationType = Field(description="The relation, from this claim to the other.")
    claim: ClaimRef = Field(description="The other claim.")
    why: Text | None = Field(default=None, description="Needed where this depends on a contradicted claim and is not so itself.")


class Review(Part):
    """Who has read the record besides its author."""

    status: ReviewStatus = Field(description="Who has reviewed it.")
    on: Date | None = Field(default=None, description="The day of the review.")

    @model_validator(mode="after")
    def _a_review_has_its_day(self) -> Self:
        if (self.on is None) != (self.status is ReviewStatus.NONE):
            raise ValueError("a review has its day 'on'; a record without a review has none")
        return self


class Claim(Record):
    """One assertion of an article, examined."""

    KIND: ClassVar[str] = "claim"
    FOLDER: ClassVar[str] = "claims"

    status: Status = Field(description="Whether the record is public.")
    title: Text = Field(max_length=75, description="The assertion, short; it holds no verdict.")
    text: Text = Field(description="The assertion as one checkable sentence.")
    type: ClaimType = Field(description="What kind of assertion it is.")
    undisputed: Text | None = Field(default=None, description="Why nobody disputes it; one primary document is then enough.")
    appearances: tuple[Appearance, ...] = Field(min_length=1, description="Where the article makes it.")
    answer: Answer = Field(description="The answer at three depths.")
    so: So = Field(description="Is it so?")
    context: Context = Field(description="Whether the sentence misleads although its words may be right.")
    context_note: Markdown | None = Field(default=None, description="What the context leaves out; needed unless context is none.")
    as_of: Date = Field(description="The day the finding holds for.")
    recheck_on: Date | None = Field(default=None, description="The day by which the evidence is looked at again.")
    then: Then = Field(description="What one could have known on the day.")
    evidence: tuple[Evidence, ...] = Field(default=(), max_length=14, description="The evidence, chosen by origin.")
    also_read: tuple[SourceRef, ...] = Field(default=(), description="Sources read and not listed as evidence.")
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
            raise ValueError("a 'context' other than none has its 'context_note', and none has no note")
        return self
