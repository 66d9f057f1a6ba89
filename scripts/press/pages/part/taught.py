"""What a lesson teaches: claims with their findings, hard words, and what the article gets right."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.pages.part.links import Link
from press.pages.part.rows import Row, assertion, rows_of
from press.records import Lesson
from press.records import aid as authored


@dataclass(frozen=True, slots=True)
class Taught:
    """A claim with its stamps, the version that the lesson was written for, and the version that stands now."""

    row: Row
    pinned: int
    version: int


@dataclass(frozen=True, slots=True)
class Word:
    """A hard word; `more` is the address of its term, '' where there is none."""

    word: str
    gloss: str
    more: str


@dataclass(frozen=True, slots=True)
class Right:
    """Something that the article gets right, with the claims and the sources that show it."""

    what: str
    claims: tuple[Link, ...]
    sources: tuple[Citation, ...]


def taught(publication: Publication, lesson: Lesson) -> tuple[Taught, ...]:
    """The claims of the lesson, in the order of the article."""
    claims = [publication.claims[each.claim] for each in lesson.claims]
    pins = {addresses.of(claim): (each.version, claim) for each, claim in zip(lesson.claims, claims, strict=True)}
    found = ((row, *pins[row.address]) for row in rows_of(publication, claims))
    return tuple(Taught(row, pinned, publication.version(claim)) for row, pinned, claim in found)


def words(publication: Publication, those: tuple[authored.Word, ...]) -> tuple[Word, ...]:
    """Hard words of a lesson, or of a story."""
    return tuple(
        Word(each.word, each.gloss, addresses.of(publication.terms[each.term]) if each.term else "") for each in those
    )


def rights(publication: Publication, lesson: Lesson) -> tuple[Right, ...]:
    """What the article gets right, as far as the lesson says so."""
    return tuple(
        Right(
            each.what,
            tuple(assertion(publication.claims[claim]) for claim in each.claims),
            tuple(citation(publication, publication.sources[source]) for source in each.sources),
        )
        for each in lesson.gets_right
    )
