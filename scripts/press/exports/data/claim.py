"""A claim as data."""

from typing import Any, Literal

from pydantic import Field

from press.exports.data.appearance import Appearance, Said, appearance
from press.exports.data.desk import Desk
from press.exports.data.evidence import Counts, Item, counts, items
from press.exports.data.shape import (
    Cited,
    Corrections,
    Day,
    Document,
    Prose,
    Rating,
    Reference,
    Shape,
    Users,
)
from press.exports.data.use import Reviewed, Use, reviewed, uses
from press.records import claim as authored
from press.records.vocabulary import ClaimType, Context, Drawing, RelationType


class Review(Rating):
    """Whether it is so."""

    holds: Prose | None = Field(default=None, description="The part that holds, where only a part does.")
    fails: Prose | None = Field(default=None, description="The part that does not.")


class Then(Rating):
    """What a careful reader could have held on the day the assertion appeared."""

    date: Day = Field(description="The day.")


class Rival(Shape):
    """Another explanation, and how it was tested."""

    explanation: str = Field(description="The other explanation.")
    test: Prose = Field(description="What one would expect to see if it were right.")
    result: Prose = Field(description="What is seen.")


class Search(Shape):
    """A search that we made."""

    text: str = Field(description="What was looked for.")
    where: str = Field(description="Where.")
    date: Day = Field(description="The day.")


class Counter(Shape):
    """The strongest argument on the other side."""

    argument: Prose = Field(description="The argument.")
    answer: Prose = Field(description="What answers it, and what does not.")
    held_by: Prose = Field(description="Who argues so, or that nobody was found who does.")


class Figure(Shape):
    """A drawing of ours on the page."""

    drawing: Drawing = Field(description="Which drawing.")
    caption: Prose = Field(description="What to look for in it.")


class Relation(Shape):
    """How the claim stands to another."""

    type: RelationType = Field(description="The relation, from this claim to the other.")
    claim: Reference = Field(description="The other claim.")
    why: str | None = Field(default=None, description="Why, where that needs saying.")


class Claim(Document):
    """One assertion of an article, and what became of it."""

    kind: Literal["claim"] = Field(default="claim", description="What kind of record it is.")
    date_published: Day = Field(description="The day on which the record was first published.")
    as_of: Day = Field(description="The day that the finding holds for.")
    recheck_on: Day | None = Field(default=None, description="The day by which the evidence is looked at again.")
    text: str = Field(description="The assertion as one checkable sentence; the name is the same, shorter.")
    claim_type: ClaimType = Field(description="What kind of assertion it is.")
    author: tuple[Reference, ...] = Field(description="Derived: whose words the assertion is.")
    said: Said = Field(description="Derived: was it said? The weakest finding of all its places.")
    review_rating: Review = Field(description="What was found: is it so?")
    undisputed: str | None = Field(default=None, description="Why nobody disputes it, where nobody does.")
    context: Context = Field(description="Whether the sentence misleads although its words may be right.")
    context_note: Prose | None = Field(default=None, description="What the context leaves out.")
    abstract: str = Field(description="The answer in about 30 words.")
    answer: Prose = Field(description="The answer in about 120 words.")
    reasoning: Prose | None = Field(default=None, description="The full reasoning, where there is more to say.")
    appearance: tuple[Appearance, ...] = Field(description="Where the article makes the assertion.")
    then: Then = Field(description="What one could have held on the day.")
    evidence: tuple[Item, ...] = Field(description="The evidence.")
    derived: Counts = Field(description="What follows from the evidence by counting.")
    also_read: tuple[Cited, ...] = Field(description="Sources that were read and are not listed as evidence.")
    rivals: tuple[Rival, ...] = Field(description="Other explanations that were tested.")
    looked_for: tuple[Search, ...] = Field(description="What was looked for, where and when.")
    strongest_counter: Counter | None = Field(default=None, description="The strongest argument on the other side.")
    counter_not_found: bool = Field(description="Whether such an argument was looked for and none was found.")
    would_change: tuple[Prose, ...] = Field(description="What would change the finding; each goes on from 'If'.")
    open_questions: tuple[Prose, ...] = Field(description="Questions left open.")
    techniques: tuple[Use, ...] = Field(description="Techniques of telling; one never proves a claim false.")
    figure: Figure | None = Field(default=None, description="A drawing of ours.")
    check_it_yourself: tuple[Prose, ...] = Field(description="Steps that a reader can do.")
    discuss: tuple[Prose, ...] = Field(description="Questions for a class.")
    relations: tuple[Relation, ...] = Field(description="How it stands to other claims.")
    review: Reviewed = Field(description="Who has read the record besides its author.")
    correction: Corrections
    used_by: Users


def made(desk: Desk, claim: authored.Claim) -> Claim:
    """The file of a claim."""
    return Claim(**desk.document(claim), **_judged(desk, claim), **_shown(desk, claim))


def _judged(desk: Desk, claim: authored.Claim) -> dict[str, Any]:
    """The assertion, and what became of it."""
    said = desk.publication.said(claim)
    then = claim.then
    return {
        "date_published": claim.published_on,
        "as_of": claim.as_of,
        "recheck_on": claim.recheck_on,
        "text": claim.text,
        "claim_type": claim.type,
        "author": tuple(desk.reference(*voice.ref) for voice in desk.publication.speakers(claim)),
        "said": Said(finding=said, alternate_name=said.label),
        "review_rating": Review(
            **desk.rating(claim.so, claim.so.why), holds=desk.prose(claim.so.holds), fails=desk.prose(claim.so.fails)
        ),
        "undisputed": claim.undisputed,
        "context": claim.context,
        "context_note": desk.prose(claim.context_note),
        "abstract": claim.answer.short,
        "answer": desk.prose(claim.answer.basic),
        "reasoning": desk.prose(claim.answer.full),
        "appearance": tuple(appearance(desk, each) for each in claim.appearances),
        "then": Then(**desk.rating(then, then.why), date=then.on),
        "evidence": items(desk, claim),
        "derived": counts(desk, claim),
        "review": reviewed(claim.review),
    }


def _shown(desk: Desk, claim: authored.Claim) -> dict[str, Any]:
    """What stands around the finding."""
    counter, figure = claim.strongest_counter, claim.figure
    return {
        "also_read": desk.citations(claim.also_read),
        "rivals": tuple(
            Rival(explanation=each.explanation, test=desk.prose(each.test), result=desk.prose(each.result))
            for each in claim.rivals
        ),
        "looked_for": tuple(Search(text=each.what, where=each.where, date=each.on) for each in claim.looked_for),
        "strongest_counter": _counter(desk, counter) if isinstance(counter, authored.Counter) else None,
        "counter_not_found": counter == "none-found",
        "would_change": desk.proses(claim.would_change),
        "open_questions": desk.proses(claim.open_questions),
        "techniques": uses(desk, claim.techniques),
        "figure": Figure(drawing=figure.drawing, caption=desk.prose(figure.caption)) if figure else None,
        "check_it_yourself": desk.proses(claim.check_it_yourself),
        "discuss": desk.proses(claim.discuss),
        "relations": tuple(
            Relation(type=each.type, claim=desk.reference("claim", each.claim), why=each.why)
            for each in claim.relations
        ),
    }


def _counter(desk: Desk, counter: authored.Counter) -> Counter:
    return Counter(
        argument=desk.prose(counter.argument),
        answer=desk.prose(counter.answer),
        held_by=desk.prose(counter.who_holds_it),
    )
