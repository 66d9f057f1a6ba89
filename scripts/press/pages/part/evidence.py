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
from press.records.vocabulary import AccessKind, Available, Bearing, Role

_SHORT = {
    Bearing.SUPPORTS: "For",
    Bearing.CONTRADICTS: "Against",
    Bearing.QUALIFIES: "Qualifying",
    Bearing.BACKGROUND: "Background",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of evidence; `establishes` and `limits` are Markdown.

    `interest` and `basis` are '' unless the item has an interest of its own, apart from its origin's.
    """

    id: str
    cited: Citation
    interest: str
    basis: str
    role: Role
    available: Available
    establishes: str
    limits: str
    quote: str


@dataclass(frozen=True, slots=True)
class Rooted:
    """The items that go back to one origin and bear the same way.

    `independent` says whether the origin counts as having no known interest here; `speaker` is the voice that it
    belongs to, where there is one.
    """

    letter: str
    independent: bool
    what: str
    interest: str
    speaker: Link | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The items that bear the same way, origin by origin."""

    bearing: Bearing
    count: str
    roots: tuple[Rooted, ...]


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
    """All the evidence of a claim; `tree` is None where there is no item. `reading` says how the sources were read."""

    sources: int
    count: str
    weight: str
    reading: str
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
        reading=_reading(publication, claim),
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


def _reading(publication: Publication, claim: Claim) -> str:
    """'Read as a stored excerpt: all of them.', or each way with its number."""
    ways = [publication.sources[slug].access.how for slug in dict.fromkeys(item.source for item in claim.evidence)]
    if len(set(ways)) == 1:
        return f"{ways[0].label}: {'all of them' if len(ways) > 1 else 'this one'}."
    return f"{'; '.join(f'{way.label}: {ways.count(way)}' for way in AccessKind if way in ways)}." if ways else ""


def _groups(publication: Publication, claim: Claim, stands: Footing) -> Iterator[Group]:
    for bearing in bearing_order(claim):
        roots = [root for root in stands.roots if root.bearing is bearing]
        if roots:
            yield Group(bearing, _counted(roots), tuple(_rooted(publication, root) for root in roots))


def _counted(roots: list[Root]) -> str:
    """'10 sources, 5 origins, 2 of them with an interest'."""
    sources = len({item.source for root in roots for item in root.items})
    interested = sum(not root.stake.independent for root in roots)
    found = [counted(sources, "source"), counted(len(roots), "origin")]
    if interested:
        some = f"{interested} of them with" if interested < len(roots) else "with" if len(roots) == 1 else "all with"
        found.append(f"{some} an interest")
    return ", ".join(found)


def _rooted(publication: Publication, root: Root) -> Rooted:
    speaker = publication.voices.get(root.origin.voice or "")
    publishers = {publication.carrier(publication.sources[item.source]) for item in root.items}
    told = speaker is not None and {speaker.name} != publishers
    return Rooted(
        letter=root.letter,
        independent=root.stake.independent,
        what=root.origin.what,
        interest=interest(publication.stake_of_origin(root.origin) or root.stake),
        speaker=Link(speaker.name, addresses.of(speaker)) if speaker and told else None,
        items=tuple(_item(publication, item) for item in root.items),
    )


def _item(publication: Publication, item: Evidence) -> Item:
    stake = publication.stake_of_item(item) if item.interest else None
    return Item(
        id=anchor(item.id),
        cited=citation(publication, publication.sources[item.source]),
        interest=interest(stake) if stake else "",
        basis=item.interest.basis if item.interest else "",
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
