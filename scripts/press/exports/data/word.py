"""Voices, techniques, terms, omissions and corrections as data."""

from typing import Literal

from pydantic import Field

from press.exports.data.desk import Desk, moment, stake
from press.exports.data.shape import Cited, Corrections, Day, Document, Moment, Prose, Reference, Shape, Stake, Users
from press.records import correction, omission, technique, term, voice
from press.records.vocabulary import CorrectionKind, PublicByThen


class Voice(Document):
    """Somebody who speaks in a public role."""

    kind: Literal["voice"] = Field(default="voice", description="What kind of record it is.")
    role: str = Field(description="The role as held on the day of the article.")
    description: Prose = Field(description="Who it is.")
    same_as: tuple[str, ...] = Field(description="Addresses that identify the voice elsewhere.")
    interest: Stake = Field(description="Its interest in the matter.")
    citation: tuple[Cited, ...] = Field(description="What shows the interest.")
    correction: Corrections
    used_by: Users


class SameAs(Shape):
    """The label that another scheme gives to the same technique."""

    scheme: str = Field(description="The scheme, with its name and year.")
    label: str = Field(description="The scheme's label.")
    version: str | None = Field(default=None, description="The scheme's version, where it has one.")
    url: str | None = Field(default=None, description="Where the scheme is described.")


class Technique(Document):
    """A way of telling that leads a reader."""

    kind: Literal["technique"] = Field(default="technique", description="What kind of record it is.")
    description: Prose = Field(description="What it is.")
    how_to_spot: Prose = Field(description="How a reader can notice it.")
    not_this_when: Prose = Field(description="When something that looks like it is not it.")
    same_as: tuple[SameAs, ...] = Field(description="The same technique in other schemes.")
    correction: Corrections
    used_by: Users


class Term(Document):
    """A hard word or a name, explained once."""

    kind: Literal["term"] = Field(default="term", description="What kind of record it is.")
    alternate_name: tuple[str, ...] = Field(description="Other spellings that readers meet.")
    description: Prose = Field(description="What it means.")
    pronunciation: str | None = Field(default=None, description="How to say it, respelled in plain English.")
    citation: tuple[Cited, ...] = Field(description="What shows the facts in it.")
    see: tuple[Reference, ...] = Field(description="Other terms that help.")
    correction: Corrections
    used_by: Users


class Known(Shape):
    """Whether what is missing was public when the article appeared."""

    finding: PublicByThen = Field(description="Whether it was public by then.")
    when: Moment | None = Field(default=None, description="When it became public, as well as that is known.")
    citation: Cited | None = Field(default=None, description="What shows that it was public.")
    rating_explanation: Prose = Field(description="How we know, or why it is unknown.")


class Omission(Document):
    """One thing that a reader of the article would need and does not get."""

    kind: Literal["omission"] = Field(default="omission", description="What kind of record it is.")
    case: Reference = Field(description="The article.")
    why_it_matters: Prose = Field(description="What a reader would understand differently with it.")
    public_by_then: Known = Field(description="Whether it was public when the article appeared.")
    citation: tuple[Cited, ...] = Field(description="What shows it.")
    correction: Corrections
    used_by: Users


class Correction(Document):
    """One change of a published record."""

    kind: Literal["correction"] = Field(default="correction", description="What kind of record it is.")
    corrects: Reference = Field(description="The record that was corrected.")
    date: Day = Field(description="The day of the change.")
    correction_kind: CorrectionKind = Field(description="What was corrected.")
    before: Prose = Field(description="What stood before.")
    after: Prose = Field(description="What stands now.")
    why: Prose = Field(description="Why it changed.")
    reported_by: str | None = Field(default=None, description="Who pointed it out, if they wish to be named.")
    correction: Corrections
    used_by: Users


def a_voice(desk: Desk, record: voice.Voice) -> Voice:
    """The file of a voice."""
    return Voice(
        **desk.document(record),
        role=record.role,
        description=desk.prose(record.about),
        same_as=record.same_as,
        interest=stake(desk.publication.stake_of_voice(record)),
        citation=desk.citations(record.interest.sources),
    )


def a_technique(desk: Desk, record: technique.Technique) -> Technique:
    """The file of a technique."""
    return Technique(
        **desk.document(record),
        description=desk.prose(record.definition),
        how_to_spot=desk.prose(record.how_to_spot),
        not_this_when=desk.prose(record.not_this_when),
        same_as=tuple(
            SameAs(scheme=each.scheme, label=each.label, version=each.version, url=each.url) for each in record.same_as
        ),
    )


def a_term(desk: Desk, record: term.Term) -> Term:
    """The file of a term."""
    return Term(
        **desk.document(record),
        alternate_name=record.also,
        description=desk.prose(record.gloss),
        pronunciation=record.pronunciation,
        citation=desk.citations(record.sources),
        see=desk.references("term", record.see),
    )


def an_omission(desk: Desk, record: omission.Omission) -> Omission:
    """The file of an omission."""
    known = record.public_by_then
    return Omission(
        **desk.document(record),
        case=desk.reference("case", record.case),
        why_it_matters=desk.prose(record.why_it_matters),
        public_by_then=Known(
            finding=known.finding,
            when=moment(known.when) if known.when else None,
            citation=desk.cited(known.source) if known.source else None,
            rating_explanation=desk.prose(known.why),
        ),
        citation=desk.citations(record.sources),
    )


def a_correction(desk: Desk, record: correction.Correction) -> Correction:
    """The file of a correction."""
    kind, _, slug = record.corrects.partition(":")
    return Correction(
        **desk.document(record),
        corrects=desk.reference(kind, slug),
        date=record.on,
        correction_kind=record.kind,
        before=desk.prose(record.before),
        after=desk.prose(record.after),
        why=desk.prose(record.why),
        reported_by=record.reported_by,
    )
