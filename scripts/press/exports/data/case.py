"""A case as data: one article, taken apart."""

from collections import Counter
from typing import Any, Literal

from pydantic import Field

from press.exports.data.desk import Desk, moment
from press.exports.data.paragraph import Paragraph, paragraph
from press.exports.data.shape import Cited, Corrections, Document, Moment, Prose, Rating, Reference, Shape, Users
from press.exports.data.use import Counted, counts
from press.pages.part.comparing import texts_of
from press.records import case as authored
from press.records.vocabulary import SoFinding


class Article(Shape):
    """The article that is examined; its text is not published here."""

    headline: str | None = Field(default=None, description="Its headline, where one was seen.")
    headline_basis: str = Field(description="Where the headline was seen, or that it was not.")
    publisher: Reference = Field(description="The voice that published it.")
    url: str = Field(description="Where the outlet published it.")
    published: Moment = Field(description="When it appeared, as well as that is known.")
    published_basis: str = Field(description="What the date and hour rest on.")
    in_language: str = Field(description="Its language, as a BCP 47 tag.")
    word_count: int = Field(description="How many words it has.")
    sha256: str = Field(description="SHA-256 of the text that was examined, in hexadecimal.")


class Reply(Shape):
    """Whether the outlet was asked for a reply."""

    sought: bool = Field(description="Whether it was asked.")
    why: str = Field(description="What was asked and answered, or why it was not asked.")


class Provenance(Shape):
    """One step in finding out what the article is."""

    question: str = Field(description="What we asked.")
    answer: str = Field(description="What we found.")
    how: Prose = Field(description="How it was established.")


class Question(Rating):
    """One of the large questions behind the case."""

    question: str = Field(description="The question.")
    answer: str = Field(description="The answer; the finding says whether it is so.")
    claims: tuple[Reference, ...] = Field(description="The claims that it touches.")


class Right(Shape):
    """Something that the article gets right."""

    text: str = Field(description="What it gets right.")
    claims: tuple[Reference, ...] = Field(description="The claims that show it.")
    citation: tuple[Cited, ...] = Field(description="What shows it, where no claim does.")


class ContentNote(Shape):
    """What a reader should know before reading on."""

    contains: str = Field(description="What the pages speak of.")
    leaves_out: str = Field(description="What they never show.")
    choices: tuple[Prose, ...] = Field(description="What a reader can do instead.")
    support: str = Field(description="Where to turn when it is too much.")


class Event(Shape):
    """One line of the timeline."""

    when: Moment = Field(description="When it happened or became public.")
    text: Prose = Field(description="What happened.")
    citation: tuple[Cited, ...] = Field(description="What says so.")
    article: bool = Field(description="Whether it is the line at which the article itself appeared.")


class Found(Shape):
    """How many claims have one finding."""

    finding: SoFinding = Field(description="The finding.")
    alternate_name: str = Field(description="The finding as readers see it.")
    number: int = Field(description="How many claims have it.")


class Case(Document):
    """One article, taken apart."""

    kind: Literal["case"] = Field(default="case", description="What kind of record it is.")
    article: Article = Field(description="The article.")
    abstract: Prose = Field(description="What the case is about.")
    why_chosen: Prose = Field(description="Why we examined this article.")
    reply_sought: Reply = Field(description="Whether the outlet was asked.")
    provenance: tuple[Provenance, ...] = Field(description="How we know what the article is.")
    questions: tuple[Question, ...] = Field(description="The large questions, kept apart.")
    findings: tuple[Found, ...] = Field(description="Derived: how many claims have each finding that occurs.")
    findings_note: Prose | None = Field(default=None, description="What to know before reading these numbers.")
    has_part: tuple[Reference, ...] = Field(description="Derived: its claims, in the order of the article.")
    start_with: Reference | None = Field(default=None, description="The claim that a new reader begins with.")
    gets_right: tuple[Right, ...] = Field(description="What the article gets right.")
    omissions: tuple[Reference, ...] = Field(description="Derived: what the article leaves out.")
    comparisons: tuple[Reference, ...] = Field(description="Derived: other texts that are set beside it.")
    content_note: ContentNote = Field(description="What to know before reading on.")
    paragraphs: tuple[Paragraph, ...] = Field(description="The article map.")
    timeline: tuple[Event, ...] = Field(description="What became public when.")
    counts: tuple[Counted, ...] = Field(description="What is counted in the article as in its comparison texts.")
    open_questions: tuple[Prose, ...] = Field(description="What nobody has answered yet.")
    correction: Corrections
    used_by: Users


def made(desk: Desk, case: authored.Case) -> Case:
    """The file of a case."""
    return Case(**desk.document(case), **_told(desk, case), **_derived(desk, case))


def _told(desk: Desk, case: authored.Case) -> dict[str, Any]:
    return {
        "article": _article(desk, case.article),
        "abstract": desk.prose(case.summary),
        "why_chosen": desk.prose(case.why_chosen),
        "reply_sought": Reply(sought=case.reply_sought.sought, why=case.reply_sought.why),
        "provenance": tuple(
            Provenance(question=each.question, answer=each.answer, how=desk.prose(each.how)) for each in case.provenance
        ),
        "questions": tuple(
            Question(
                **desk.rating(each, each.why),
                question=each.question,
                answer=each.answer,
                claims=desk.references("claim", each.claims),
            )
            for each in case.questions
        ),
        "findings_note": desk.prose(case.tally_note),
        "start_with": desk.reference("claim", case.start_with) if case.start_with else None,
        "gets_right": rights(desk, case.gets_right),
        "content_note": note(desk, case.content_note),
        "paragraphs": tuple(paragraph(desk, each) for each in case.paragraphs),
        "timeline": tuple(
            Event(
                when=moment(each.when),
                text=desk.prose(each.event),
                citation=desk.citations(each.sources),
                article=each.article,
            )
            for each in case.timeline
        ),
        "counts": counts(case.counts),
        "open_questions": desk.proses(case.open_questions),
    }


def rights(desk: Desk, found: tuple[authored.Right, ...]) -> tuple[Right, ...]:
    """What an article gets right, with what shows it."""
    return tuple(
        Right(text=each.what, claims=desk.references("claim", each.claims), citation=desk.citations(each.sources))
        for each in found
    )


def note(desk: Desk, told: authored.ContentNote) -> ContentNote:
    """What to know before reading on."""
    return ContentNote(
        contains=told.contains, leaves_out=told.leaves_out, choices=desk.proses(told.choices), support=told.support
    )


def _derived(desk: Desk, case: authored.Case) -> dict[str, Any]:
    claims = desk.publication.claims_of(case)
    found = Counter(claim.so.finding for claim in claims)
    omissions = desk.publication.omissions.values()
    return {
        "findings": tuple(
            Found(finding=each, alternate_name=each.label, number=found[each]) for each in SoFinding if found[each]
        ),
        "has_part": tuple(desk.reference(*claim.ref) for claim in claims),
        "omissions": tuple(desk.reference(*each.ref) for each in omissions if each.case == case.slug),
        "comparisons": tuple(desk.reference(*each.ref) for each in texts_of(desk.publication, case)),
    }


def _article(desk: Desk, article: authored.Article) -> Article:
    return Article(
        headline=article.headline,
        headline_basis=article.headline_basis,
        publisher=desk.reference("voice", article.outlet),
        url=article.url,
        published=moment(article.published),
        published_basis=article.published_basis,
        in_language=article.language,
        word_count=article.words,
        sha256=article.sha256,
    )
