"""What a claim's evidence goes back to, counted by origin and not by link; laws 2 and 3."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from press.graph.publication import Publication, Stake
from press.records import Claim, Origin
from press.records.evidence import Evidence
from press.records.vocabulary import Bearing, Role, SoFinding

# Law 2: how many origins without a known interest a finding needs, and how many `high` needs.
NEEDED = 2
NEEDED_FOR_HIGH = 3

_DIRECTION = {
    SoFinding.SUPPORTED: Bearing.SUPPORTS,
    SoFinding.PARTLY_SUPPORTED: Bearing.SUPPORTS,
    SoFinding.CONTRADICTED: Bearing.CONTRADICTS,
}


@dataclass(frozen=True, slots=True)
class Root:
    """One origin behind a claim, with the items that go back to it."""

    letter: str
    origin: Origin
    stake: Stake
    bearing: Bearing
    items: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """What a claim stands on.

    `independent` counts the origins without a known interest that bear the way the finding goes (0 where the finding
    goes neither way). `strongest` is the one that the finding leans on most, and `without_strongest` how many are left.
    """

    roots: tuple[Root, ...]
    sources: int
    independent: int
    strongest: Root | None

    @property
    def without_strongest(self) -> int:
        return self.independent - 1 if self.strongest else self.independent

    @property
    def stands_without_strongest(self) -> bool:
        """Whether law 2, run again without the strongest origin, still allows the finding."""
        return self.without_strongest >= NEEDED


def direction(claim: Claim) -> Bearing | None:
    """The bearing of the evidence that the finding needs; None where it goes neither way."""
    return _DIRECTION.get(claim.so.finding)


def footing(publication: Publication, claim: Claim) -> Footing:
    """Count a claim's evidence; items whose records cannot be used are left out."""
    roots = tuple(_roots(publication, claim))
    needed = direction(claim)
    leaning = [root for root in roots if root.bearing is needed and root.stake.independent]
    strongest = max(leaning, key=_weight, default=None)
    return Footing(roots, len({item.source for item in claim.evidence}), len(leaning), strongest)


def bearing_order(claim: Claim) -> tuple[Bearing, ...]:
    """The groups of evidence as a page shows them: what carries the finding comes first."""
    against_first = claim.so.finding in (SoFinding.CONTRADICTED, SoFinding.UNSUPPORTED)
    first = (Bearing.CONTRADICTS, Bearing.SUPPORTS) if against_first else (Bearing.SUPPORTS, Bearing.CONTRADICTS)
    return (*first, Bearing.QUALIFIES, Bearing.BACKGROUND)


def _roots(publication: Publication, claim: Claim) -> Iterable[Root]:
    """One root for each origin and bearing; an origin keeps one letter wherever it stands."""
    letters: dict[str, str] = {}
    for bearing in bearing_order(claim):
        grouped: dict[str, list[Evidence]] = {}
        for item in claim.evidence:
            if item.bearing is bearing and item.origin in publication.origins:
                grouped.setdefault(item.origin, []).append(item)
        for slug, items in grouped.items():
            stakes = [stake for item in items if (stake := publication.stake_of_item(item))]
            if stakes:
                letter = letters.setdefault(slug, _letter(len(letters)))
                # One interested item is enough to keep an origin from counting.
                stake = next((each for each in stakes if not each.independent), stakes[0])
                yield Root(letter, publication.origins[slug], stake, bearing, tuple(items))


def _weight(root: Root) -> tuple[int, int]:
    return (sum(item.role is Role.DECISIVE for item in root.items), len(root.items))


def _letter(number: int) -> str:
    """0 -> 'A', 25 -> 'Z', 26 -> 'AA': a claim with more items than it may have is counted too, to find its faults."""
    return (_letter(number // 26 - 1) if number > 25 else "") + ascii_uppercase[number % 26]
