"""The foot of a claim's page: how to cite it, its history, who reviewed it, and where to go on."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.lasting import public
from press.pages.part.appearances import where
from press.pages.part.links import Link
from press.records import Claim, Comparison, Lesson, Record, Story
from press.records.claim import Review, So
from press.records.vocabulary import CorrectionKind


@dataclass(frozen=True, slots=True)
class Change:
    """One correction of the record."""

    on: str
    kind: CorrectionKind
    what: str
    address: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The claim before or after this one in the article, with its finding."""

    claim: Link
    so: So


@dataclass(frozen=True, slots=True)
class Colophon:
    """What a claim's page says of itself; `map` leads back to the claim's place on the article map.

    `published_on` is '' for a draft.
    """

    published_on: str
    changes: tuple[Change, ...]
    review: Review
    previous: Neighbour | None
    next: Neighbour | None
    map: Link


def colophon(publication: Publication, claim: Claim, index: int) -> Colophon:
    """The foot of the page of the claim that stands at `index`, from 0, among its case's."""
    case = publication.cases[claim.appearances[0].case]
    claims = publication.claims_of(case)
    return Colophon(
        published_on=published_on(claim),
        changes=history(publication, claim),
        review=claim.review,
        previous=_neighbour(claims[index - 1]) if index else None,
        next=_neighbour(claims[index + 1]) if index + 1 < len(claims) else None,
        map=Link(where(case, claim).label, where(case, claim).address),
    )


def published_on(record: Claim | Lesson | Story | Comparison) -> str:
    """The day of the first publication, '' for a draft: the day that it gives is only meant."""
    return record.published_on if public(record) else ""


def history(publication: Publication, record: Record) -> tuple[Change, ...]:
    """The record's corrections, newest first."""
    found = publication.corrections_of(record)
    return tuple(Change(each.on, each.kind, each.what, addresses.of(each)) for each in found)


def _neighbour(claim: Claim) -> Neighbour:
    return Neighbour(Link(claim.title, addresses.of(claim)), claim.so)
