"""The evidence of a claim as data, and what follows from it by counting."""

from pydantic import Field

from press import addresses
from press.exports.data.desk import Desk, stake
from press.exports.data.shape import Cited, Identifier, Path, Prose, Reference, Shape, Stake
from press.graph.origins import Footing, direction, footing
from press.pages.part import standing
from press.pages.part.evidence import anchor
from press.records import Claim
from press.records import evidence as authored
from press.records.vocabulary import ABOUT_THE_WORLD, Available, Bearing, Role


class Item(Shape):
    """One item of evidence: what one source establishes for the claim."""

    identifier: Identifier = Field(description="Its name within the claim.")
    address: Path = Field(description="Where it stands on the claim's page, as a path below the site's root.")
    citation: Cited = Field(description="The source.")
    origin: Reference = Field(description="The root that it goes back to; items of one origin count once.")
    bearing: Bearing = Field(description="What it does to the claim.")
    role: Role = Field(description="How much weight it carries on its side.")
    text: Prose = Field(description="What it establishes, in our words.")
    limits: Prose | None = Field(default=None, description="What it does not show.")
    quotation: str | None = Field(default=None, description="Its own words, at most 25.")
    available: Available = Field(description="When it was public, against the article.")
    interest: Stake | None = Field(default=None, description="The interest that counts here: its own or its origin's.")


class Counts(Shape):
    """What follows from the evidence by counting; nobody wrote it, and every build counts again."""

    items: int = Field(description="How many items of evidence there are.")
    sources: int = Field(description="How many sources.")
    origins: int = Field(description="How many origins these go back to.")
    disinterested_origins: int = Field(description="How many of the origins have no known interest.")
    independent_origins: int = Field(
        description="How many of these bear the way the finding goes; 0 where it goes neither way."
    )
    strongest_origin: Reference | None = Field(
        default=None, description="Of the independent origins, the one that the finding leans on most."
    )
    stands_without_strongest: bool | None = Field(
        default=None,
        description="Whether the finding would stand without that origin; given only where origins decide it, which "
        "they do not for what was said, for what is not disputed and for what goes on inside heads.",
    )
    rests_on: str | None = Field(default=None, description="The same in a sentence or two, as the page says it.")


def items(desk: Desk, claim: Claim) -> tuple[Item, ...]:
    """All items, in the order of the record."""
    return tuple(_item(desk, claim, item) for item in claim.evidence)


def _item(desk: Desk, claim: Claim, item: authored.Evidence) -> Item:
    return Item(
        identifier=item.id,
        address=f"{addresses.of(claim)}#{anchor(item.id)}",
        citation=desk.cited(item.source),
        origin=desk.reference("origin", item.origin),
        bearing=item.bearing,
        role=item.role,
        text=desk.prose(item.establishes),
        limits=desk.prose(item.limits),
        quotation=item.quote,
        available=item.available,
        interest=stake(desk.publication.stake_of_item(item)),
    )


def counts(desk: Desk, claim: Claim) -> Counts:
    """The evidence, counted by origin."""
    stands = footing(desk.publication, claim)
    return Counts(
        items=len(claim.evidence),
        sources=stands.sources,
        origins=stands.origins,
        disinterested_origins=stands.disinterested,
        independent_origins=stands.independent,
        strongest_origin=desk.reference("origin", stands.strongest.origin.slug) if stands.strongest else None,
        stands_without_strongest=survives(claim, stands),
        rests_on=standing.weight(desk.publication, claim, stands) if stands.roots else None,
    )


def survives(claim: Claim, stands: Footing) -> bool | None:
    """Whether the finding outlives its strongest origin; None where it is not decided by counting origins."""
    decided = stands.strongest and direction(claim) and claim.type in ABOUT_THE_WORLD and not claim.undisputed
    return stands.stands_without_strongest if decided else None
