"""The head of a claim's page: where it stands, the two stamps, the short answer."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.appearances import where
from press.pages.part.links import Link
from press.records import Claim
from press.records.claim import So
from press.records.vocabulary import ClaimType, Context, SaidFinding, SoFinding

# A finding on what was said is easily read as one on whether that is true.
_SCOPES = {
    ClaimType.SPEECH: "Only that it was said, not that it is true",
    ClaimType.ATTRIBUTION: "Only whose words these are, not whether they are true",
    ClaimType.PUBLICATION: "Only what was printed, not whether it is true",
}


@dataclass(frozen=True, slots=True)
class Crumb:
    """Where the claim stands: its case, its number there, and its first place in the article."""

    case: Link
    number: int
    total: int
    place: Link
    type: ClaimType
    definition: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The two stamps and the short answer; `so_definition` and the like are addresses of definitions.

    `scope` says what the finding is about where readers may take it for more; '' elsewhere.
    """

    said: SaidFinding
    said_definition: str
    said_differs: bool
    so: So
    so_definition: str
    scope: str
    context: Context
    context_definition: str
    as_of: str
    recheck_on: str
    short: str


def crumb(publication: Publication, claim: Claim, index: int) -> Crumb:
    """Where the claim stands that is at `index`, from 0, among its case's."""
    case = publication.cases[claim.appearances[0].case]
    return Crumb(
        case=Link(case.title, addresses.of(case)),
        number=index + 1,
        total=len(publication.claims_of(case)),
        place=where(case, claim),
        type=claim.type,
        definition=addresses.definition(ClaimType.NAME, claim.type),
    )


def verdict(publication: Publication, claim: Claim) -> Verdict:
    """What the head of the page says of the claim."""
    said = publication.said(claim)
    return Verdict(
        said=said,
        said_definition=addresses.definition(SaidFinding.NAME, said),
        said_differs=len({each.said.finding for each in claim.appearances}) > 1,
        so=claim.so,
        so_definition=addresses.definition(SoFinding.NAME, claim.so.finding),
        scope=_SCOPES.get(claim.type, ""),
        context=claim.context,
        context_definition=addresses.definition(Context.NAME, claim.context),
        as_of=claim.as_of,
        recheck_on=claim.recheck_on or "",
        short=claim.answer.short,
    )
