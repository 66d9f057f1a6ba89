"""What a claim's evidence goes back to, counted by origin and not by link; laws 2 and 3."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from press.graph.publication import Publication, Stake
from press.records import Claim, Origin
from press.records.evidence import Evidence
from press.records.vocabulary import Bearing, Role, SoFinding

# Law 2: how many origins without a known interest a finding needs, and how many `high` needs.
NEEDED = 2
NEEDED_FOR_HIGH = 3

# The bearing of the evidence that a finding needs; a finding that is not here goes neither way.
BEARING_OF = {
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
    def origins(self) -> int:
        """How many origins there are, whatever their interest and their bearing."""
        return len({root.origin.slug for root in self.roots})

    @property
    def disinterested(self) -> int:
        """How many of the origins have no known interest, whatever their bearing."""
        return len({root.origin.slug for root in self.roots if root.stake.independent})

    @property
    def without_strongest(self) -> int:
        return self.independent - 1 if self.strongest else self.independent

    @property
    def stands_without_strongest(self) -> bool:
        """Whether law 2, run again without the strongest origin, still allows the finding."""
        return self.without_strongest >= NEEDED


def direction(claim: Claim) -> Bearing | None:
    """The bearing of the evidence that the finding needs; None where it goes neither way."""
    return BEARING_OF.get(claim.so.finding)


def footing(publication: Publication, claim: Claim) -> Footing:
    """Count a claim's evidence; items whose records cannot be used are left out."""
    roots = tuple(_roots(publication, claim))
    needed = direction(claim)
    leaning = [root for root in roots if root.bearing is needed and root.stake.independent]
    strongest = max(leaning, key=_weight, default=None)
    return Footing(roots, len({item.source for item in claim.evidence}), len(leaning), strongest)


def independent(publication: Publication, items: Iterable[Evidence], bearing: Bearing) -> int:
    """How many origins without a known interest stand behind the items of this bearing."""
    return sum(stake.independent for _, stake, _ in _by_origin(publication, items, bearing))


def bearing_order(claim: Claim) -> tuple[Bearing, ...]:
    """The groups of evidence as a page shows them: what carries the finding comes first."""
    against_first = claim.so.finding in (SoFinding.CONTRADICTED, SoFinding.UNSUPPORTED)
    first = (Bearing.CONTRADICTS, Bearing.SUPPORTS) if against_first else (Bearing.SUPPORTS, Bearing.CONTRADICTS)
    return (*first, Bearing.QUALIFIES, Bearing.BACKGROUND)


def _roots(publication: Publication, claim: Claim) -> Iterable[Root]:
    """One root for each origin and bearing; an origin keeps one letter wherever it stands."""
    letters: dict[str, str] = {}
    for bearing in bearing_order(claim):
        for origin, stake, items in _by_origin(publication, claim.evidence, bearing):
            letter = letters.setdefault(origin.slug, _letter(len(letters)))
            yield Root(letter, origin, stake, bearing, items)


def _by_origin(
    publication: Publication, items: Iterable[Evidence], bearing: Bearing
) -> Iterator[tuple[Origin, Stake, tuple[Evidence, ...]]]:
    """The items of one bearing, by the origin that they go back to, with the interest that counts for it."""
    grouped: dict[str, list[Evidence]] = {}
    for item in items:
        if item.bearing is bearing and item.origin in publication.origins:
            grouped.setdefault(item.origin, []).append(item)
    for slug, found in grouped.items():
        stakes = [stake for item in found if (stake := publication.stake_of_item(item))]
        if stakes:
            # One interested item is enough to keep an origin from counting.
            stake = next((each for each in stakes if not each.independent), stakes[0])
            yield publication.origins[slug], stake, tuple(found)


def _weight(root: Root) -> tuple[int, int]:
    return (sum(item.role is Role.DECISIVE for item in root.items), len(root.items))


def _letter(number: int) -> str:
    """0 -> 'A', 25 -> 'Z', 26 -> 'AA': a claim with more items than it may have is counted too, to find its faults."""
    return (_letter(number // 26 - 1) if number > 25 else "") + ascii_uppercase[number % 26]
