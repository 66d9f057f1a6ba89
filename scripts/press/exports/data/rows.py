"""The tables of the data: what stands in a row of each, and where it comes from."""

from pydantic import Field

from press.exports.data.shape import Day, Shape
from press.records.vocabulary import (
    AccessKind,
    Available,
    Bearing,
    ClaimType,
    Confidence,
    Context,
    Interest,
    ItemKind,
    OriginKind,
    ReviewStatus,
    Role,
    RouteKind,
    SaidFinding,
    Skill,
    SoFinding,
    SourceKind,
)


class CaseRow(Shape):
    """One article."""

    identifier: str = Field(description="The case's name.")
    name: str = Field(description="What it is called.")
    outlet: str = Field(description="Who published the article.")
    published: str = Field(description="The day, month or year on which it appeared, or unknown.")
    url: str = Field(description="Where the outlet published it.")
    claims: int = Field(description="How many of its assertions are examined.")
    address: str = Field(description="The case's page, as a path below the site's root.")


class ClaimRow(Shape):
    """One assertion, and what became of it."""

    identifier: str = Field(description="The claim's name.")
    case: str = Field(description="The case in which it appears first.")
    number: int = Field(description="Its place among the claims of that case, from 1.")
    finding: SoFinding = Field(description="What was found: is it so?")
    finding_label: str = Field(description="The finding as readers see it.")
    confidence: Confidence | None = Field(description="How sure one can be; empty where it is not checkable.")
    name: str = Field(description="The assertion, short. Never print it without its finding.")
    text: str = Field(description="The assertion as one checkable sentence.")
    claim_type: ClaimType = Field(description="What kind of assertion it is.")
    author: tuple[str, ...] = Field(description="Whose words it is.")
    paragraphs: tuple[int, ...] = Field(description="Where that case's article makes it; 0 is the standfirst.")
    said: SaidFinding = Field(description="What was found: was it said?")
    said_label: str = Field(description="The same as readers see it.")
    context: Context = Field(description="Whether it misleads although its words may be right.")
    as_of: Day = Field(description="The day that the finding holds for.")
    then_date: Day = Field(description="The day on which the assertion appeared.")
    then_finding: SoFinding = Field(description="What a careful reader could have held on that day.")
    then_confidence: Confidence | None = Field(description="How sure one could be on that day.")
    items: int = Field(description="How many items of evidence there are.")
    sources: int = Field(description="How many sources.")
    origins: int = Field(description="How many origins these go back to.")
    independent_origins: int = Field(description="How many without a known interest bear the way the finding goes.")
    stands_without_strongest: bool | None = Field(
        description="Whether it would stand without the strongest of these; empty where origins do not decide it."
    )
    abstract: str = Field(description="The answer in about 30 words.")
    review: ReviewStatus = Field(description="Who has read the record besides its author.")
    version: int = Field(description="1, and one more for each correction of fact, evidence or finding.")
    date_published: Day = Field(description="The day on which the record was first published.")
    date_modified: Day = Field(description="The day of the newest fact in it.")
    address: str = Field(description="The claim's page, as a path below the site's root.")
    json_: str = Field(alias="json", description="All that is known of it as JSON, as a path below the site's root.")


class EvidenceRow(Shape):
    """What one source establishes for one claim."""

    claim: str = Field(description="The claim.")
    identifier: str = Field(description="The item's name within the claim.")
    source: str = Field(description="The source.")
    origin: str = Field(description="The origin that it goes back to.")
    bearing: Bearing = Field(description="What it does to the claim.")
    role: Role = Field(description="How much weight it carries on its side.")
    interest: Interest | None = Field(description="The interest that counts here.")
    interest_of: str | None = Field(description="Whose side; empty where no interest is known.")
    available: Available = Field(description="When it was public, against the article.")


class SourceRow(Shape):
    """One document."""

    identifier: str = Field(description="The source's name.")
    publisher: str = Field(description="Who published it.")
    voice: str | None = Field(description="The publisher's record, where it has one.")
    title: str | None = Field(description="Its title as seen, in its own language.")
    title_gloss: str | None = Field(description="The title in English, for other languages.")
    published: str = Field(description="The day, month or year on which it appeared, or unknown.")
    in_language: str = Field(description="Its language, as a BCP 47 tag.")
    kind: SourceKind = Field(description="What kind of document it is.")
    access: AccessKind = Field(description="How we read it.")
    access_date: Day = Field(description="The day on which we read it.")
    url: str = Field(description="Its address.")
    address: str = Field(description="Our page about it, as a path below the site's root.")


class OriginRow(Shape):
    """One root that evidence goes back to."""

    identifier: str = Field(description="The origin's name.")
    name: str = Field(description="What it is.")
    kind: OriginKind = Field(description="What kind of root it is.")
    voice: str | None = Field(description="Whose it is, where that is a voice with a record.")
    interest: Interest | None = Field(description="Its interest in the matter.")
    interest_of: str | None = Field(description="Whose side; empty where no interest is known.")


class VoiceRow(Shape):
    """One who speaks in a public role."""

    identifier: str = Field(description="The voice's name.")
    name: str = Field(description="What it is called.")
    role: str = Field(description="Its role on the day of the article.")
    interest: Interest = Field(description="Its interest in the matter.")
    interest_of: str | None = Field(description="Whose side; empty where no interest is known.")
    address: str = Field(description="Its page, as a path below the site's root.")


class LessonRow(Shape):
    """One way through a lesson."""

    identifier: str = Field(description="The lesson's name.")
    route: RouteKind = Field(description="Which way: with the article, or with an invented story.")
    position: int = Field(description="The lesson's place in the unit, from 1.")
    name: str = Field(description="What it is called.")
    question: str = Field(description="The large question behind it.")
    abstract: str = Field(description="What pupils do.")
    skills: tuple[Skill, ...] = Field(description="What is practised; first the main skill.")
    about: tuple[str, ...] = Field(description="School subjects that it fits into.")
    youngest: int = Field(description="The youngest pupils, in years.")
    oldest: int = Field(
        description="The oldest that it is written for, in years; an invented story fits older ones too."
    )
    minutes: int = Field(description="How long it takes.")
    core_minutes: int = Field(description="How long the part takes that stands alone.")
    items: int = Field(description="How many questions its exit ticket has.")
    story: str | None = Field(description="The invented story, where it goes with one.")
    claims: tuple[str, ...] = Field(description="The claims that the lesson teaches.")
    claims_behind: int = Field(description="How many of these were corrected since the lesson was last checked.")
    version: int = Field(description="1, and one more for each correction of fact or evidence.")
    date_published: Day = Field(description="The day on which the record was first published.")
    recheck_on: Day = Field(description="The day by which the lesson is looked at again.")
    address: str = Field(description="The page of this way, as a path below the site's root.")
    json_: str = Field(alias="json", description="All of the lesson as JSON, as a path below the site's root.")


class ItemRow(Shape):
    """One question of the quiz bank."""

    identifier: str = Field(description="The question's name.")
    item_kind: ItemKind = Field(description="How it is answered.")
    text: str = Field(description="The question.")
    claim: str | None = Field(description="The claim whose words it shows, where it shows some.")
    options: int = Field(description="How many answers there are to choose from; 0 for an open question.")
    right: tuple[str, ...] = Field(description="The right answers; for an open question a good one.")
    explanation: str = Field(description="The reason behind them.")
    affirms: bool = Field(description="Whether the right answer says that something holds.")
    lessons: tuple[str, ...] = Field(description="The lessons that ask it.")
    version: int = Field(description="1, and one more for each correction of fact or evidence.")
    json_: str = Field(alias="json", description="The question as JSON, as a path below the site's root.")


class WordRow(Shape):
    """One word of a closed list."""

    vocabulary: str = Field(description="The list: so for findings, said, confidence ...")
    value: str = Field(description="The word as the data have it.")
    label: str = Field(description="The word as readers see it.")
    definition: str = Field(description="What it means.")
