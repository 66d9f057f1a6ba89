"""How claims stand to each other, seen from both sides."""

from collections.abc import Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.phrases import listed
from press.records import Claim
from press.records.claim import So
from press.records.vocabulary import RelationType

Towards = Mapping[str, tuple[tuple[RelationType, Claim, str], ...]]
"""Slug of a claim -> the relations of other claims to it: type, the other claim, why."""

# The relation's label read from the other end.
_INVERSE = {
    RelationType.RESTATES: "Said again in",
    RelationType.NARROWS: "Narrowed by",
    RelationType.DEPENDS_ON: "Needed by",
    RelationType.SUPPORTS: "Made likelier by",
    RelationType.CONTRADICTS: "Made less likely by",
}


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim with its finding, and how it stands to this one."""

    label: str
    claim: Link
    so: So
    why: str


def towards(publication: Publication) -> Towards:
    """The relations of all claims by the claim that they lead to; read once for the whole publication."""
    found: dict[str, list[tuple[RelationType, Claim, str]]] = {}
    for claim in publication.claims.values():
        for relation in claim.relations:
            found.setdefault(relation.claim, []).append((relation.type, claim, relation.why or ""))
    return {slug: tuple(rows) for slug, rows in found.items()}


def related(publication: Publication, claim: Claim, incoming: Towards) -> tuple[Related, ...]:
    """The claim's own relations, then those of others to it; a claim that stands in several ways is named once."""
    own = ((each.type.label, publication.claims[each.claim], each.why or "") for each in claim.relations)
    others = ((_INVERSE[kind], other, why) for kind, other, why in incoming.get(claim.slug, ()))
    found: dict[str, list[tuple[str, Claim, str]]] = {}
    for label, other, why in (*own, *others):
        found.setdefault(other.slug, []).append((label, other, why))
    return tuple(_joined(ways) for ways in found.values())


def _joined(ways: list[tuple[str, Claim, str]]) -> Related:
    labels = [label if not index else label[0].lower() + label[1:] for index, (label, _, _) in enumerate(ways)]
    other = ways[0][1]
    return Related(
        label=listed(labels),
        claim=Link(other.title, addresses.of(other)),
        so=other.so,
        why=" ".join(dict.fromkeys(why for _, _, why in ways if why)),
    )
