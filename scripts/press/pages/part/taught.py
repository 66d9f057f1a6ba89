"""What a lesson teaches: claims with their findings, hard words, and what the article gets right."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.pages.part.links import Link
from press.pages.part.rows import Row, assertion, rows_of
from press.records import Lesson, Term
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
    pins = {addresses.page("claim", each.claim): each for each in lesson.claims}
    rows = rows_of(publication, (publication.claims[each.claim] for each in lesson.claims))
    return tuple(
        Taught(row, pins[row.address].version, publication.version(publication.claims[pins[row.address].claim]))
        for row in rows
    )


def words(publication: Publication, those: tuple[authored.Word, ...]) -> tuple[Word, ...]:
    """Hard words of a lesson, or of a story."""
    return tuple(
        Word(each.word, each.gloss, addresses.of(publication.records[Term.KIND, each.term]) if each.term else "")
        for each in those
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
