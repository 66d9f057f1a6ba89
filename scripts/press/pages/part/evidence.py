"""The evidence of a claim as its page shows it: grouped by bearing, counted by origin."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.origins import Footing, Root, bearing_order, footing
from press.graph.publication import Stake
from press.pages.part import standing
from press.pages.part.citations import Citation, citation
from press.pages.part.drawings import Branch, Cluster, Tree, tree
from press.pages.part.links import Link
from press.pages.part.phrases import counted, listed
from press.records import Claim
from press.records.evidence import Evidence
from press.records.vocabulary import Available, Bearing, Role

_SHORT = {
    Bearing.SUPPORTS: "For",
    Bearing.CONTRADICTS: "Against",
    Bearing.QUALIFIES: "Qualifying",
    Bearing.BACKGROUND: "Background",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of evidence; `interest` is its origin's, with its side, unless the item has its own (`basis` says why).

    `establishes`, `limits` are Markdown; `speaker` is the voice that its origin belongs to, where there is one.
    """

    id: str
    letter: str
    origin: str
    independent: bool
    interest: str
    basis: str
    speaker: Link | None
    cited: Citation
    role: Role
    available: Available
    establishes: str
    limits: str
    quote: str


@dataclass(frozen=True, slots=True)
class Group:
    """The items that bear the same way."""

    bearing: Bearing
    count: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """One origin, with the publishers whose items go back to it; `about` is Markdown."""

    letter: str
    independent: bool
    what: str
    about: str
    interest: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidences:
    """All the evidence of a claim; `tree` is None where there is no item."""

    sources: int
    count: str
    weight: str
    groups: tuple[Group, ...]
    tree: Tree | None
    origins: tuple[OriginEntry, ...]
    also_read: tuple[Citation, ...]


def evidences(publication: Publication, claim: Claim) -> Evidences:
    """The evidence of a claim, ready to print."""
    stands = footing(publication, claim)
    return Evidences(
        sources=stands.sources,
        count=standing.count(stands) if stands.roots else "",
        weight=standing.weight(publication, claim, stands) if stands.roots else "",
        groups=tuple(_groups(publication, claim, stands)),
        tree=_tree(claim, stands) if stands.roots else None,
        origins=tuple(_origins(publication, stands)),
        also_read=tuple(citation(publication, publication.sources[slug]) for slug in claim.also_read),
    )


def anchor(item: str) -> str:
    """The id of an item's place on the page; lessons and corrections cite it."""
    return f"evidence-{item}"


def interest(stake: Stake) -> str:
    """'No known interest', 'A party, Russia'."""
    return f"{stake.kind.label}, {stake.of}" if stake.of else stake.kind.label


def _groups(publication: Publication, claim: Claim, stands: Footing) -> Iterator[Group]:
    for bearing in bearing_order(claim):
        roots = [root for root in stands.roots if root.bearing is bearing]
        if roots:
            items = tuple(_item(publication, root, item) for root in roots for item in root.items)
            yield Group(bearing, _counted(roots), items)


def _counted(roots: list[Root]) -> str:
    """'10 sources, 5 origins, 2 of them with an interest'."""
    sources = len({item.source for root in roots for item in root.items})
    interested = sum(not root.stake.independent for root in roots)
    found = [counted(sources, "source"), counted(len(roots), "origin")]
    if interested:
        some = f"{interested} of them with" if interested < len(roots) else "with" if len(roots) == 1 else "all with"
        found.append(f"{some} an interest")
    return ", ".join(found)


def _item(publication: Publication, root: Root, item: Evidence) -> Item:
    stake = publication.stake_of_item(item) or root.stake
    speaker = publication.voices.get(root.origin.voice or "")
    cited = citation(publication, publication.sources[item.source])
    link = Link(speaker.name, addresses.of(speaker)) if speaker and speaker.name != cited.publisher else None
    return Item(
        id=anchor(item.id),
        letter=root.letter,
        origin=root.origin.what,
        independent=stake.independent,
        interest=interest(stake),
        basis=item.interest.basis if item.interest else "",
        speaker=link,
        cited=cited,
        role=item.role,
        available=item.available,
        establishes=item.establishes,
        limits=item.limits or "",
        quote=item.quote or "",
    )


def _tree(claim: Claim, stands: Footing) -> Tree:
    clusters, sentences = [], []
    for bearing in bearing_order(claim):
        roots = [root for root in stands.roots if root.bearing is bearing]
        if roots:
            clusters.append(Cluster(_SHORT[bearing], tuple(_branch(root) for root in roots)))
            sentences.append(_described(bearing, roots))
    return tree(clusters, "Where the sources come from", " ".join(sentences))


def _branch(root: Root) -> Branch:
    return Branch(root.letter, root.stake.independent, len({item.source for item in root.items}))


def _described(bearing: Bearing, roots: list[Root]) -> str:
    """'Against the claim: A, B and C; 10 sources, 3 origins.'"""
    return f"{bearing.label}: {listed(root.letter for root in roots)}; {_counted(roots)}."


def _origins(publication: Publication, stands: Footing) -> Iterator[OriginEntry]:
    """Each origin once, with its own interest, though its items may bear several ways and have readers with another."""
    for letter in dict.fromkeys(root.letter for root in stands.roots):
        roots = [root for root in stands.roots if root.letter == letter]
        origin = roots[0].origin
        stake = publication.stake_of_origin(origin) or roots[0].stake
        readers = tuple(_reader(publication, item) for root in roots for item in root.items)
        yield OriginEntry(letter, stake.independent, origin.what, origin.about or "", interest(stake), readers)


def _reader(publication: Publication, item: Evidence) -> str:
    name = publication.carrier(publication.sources[item.source])
    stake = publication.stake_of_item(item) if item.interest else None
    return f"{name} ({interest(stake)})" if stake else name
