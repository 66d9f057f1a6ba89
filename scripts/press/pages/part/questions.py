"""The large questions behind a case, each with its own finding."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.rows import assertion
from press.records import Case
from press.records.vocabulary import Confidence, SoFinding


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its answer; `why` is Markdown, `address` leads to it on its case's page."""

    id: str
    address: str
    question: str
    answer: str
    finding: SoFinding
    definition: str
    confidence: Confidence | None
    why: str
    claims: tuple[Link, ...]


def questions(publication: Publication, case: Case) -> tuple[Asked, ...]:
    """The questions in the order of the record."""
    return tuple(
        Asked(
            id=f"question-{number}",
            address=f"{addresses.of(case)}#question-{number}",
            question=each.question,
            answer=each.answer,
            finding=each.finding,
            definition=addresses.definition(SoFinding.NAME, each.finding),
            confidence=each.confidence,
            why=each.why,
            claims=tuple(assertion(claim) for slug in each.claims if (claim := publication.claims.get(slug))),
        )
        for number, each in enumerate(case.questions, 1)
    )
