"""Who names whom: the uses of each source, voice, technique and term."""

from dataclasses import dataclass

from press.graph.publication import Publication
from press.graph.references import targets
from press.load import Key
from press.records import Claim, Record
from press.records.base import places
from press.records.claim import Evidence, TechniqueUse
from press.records.vocabulary import RelationType


@dataclass(frozen=True, slots=True)
class Backlinks:
    """Every record that names another, by what is named; each list is in the order of kinds and slugs."""

    users: dict[Key, tuple[Record, ...]]

    def of(self, record: Record) -> tuple[Record, ...]:
        """The records that name this one."""
        return self.users.get(record.ref, ())


def backlinks(publication: Publication) -> Backlinks:
    """Read every reference once."""
    found: dict[Key, dict[Key, Record]] = {}
    for key in sorted(publication.records):
        record = publication.records[key]
        for place in places(record):
            for target in targets(place):
                if target != key:
                    found.setdefault(target, {})[key] = record
    return Backlinks({target: tuple(users.values()) for target, users in found.items()})


def evidence_from(publication: Publication, source: str) -> tuple[tuple[Claim, Evidence], ...]:
    """The items of evidence taken from a source, with their claims."""
    return tuple((claim, item) for claim in publication.claims.values() for item in claim.evidence if item.source == source)


def uses_of(publication: Publication, technique: str) -> tuple[tuple[Claim, TechniqueUse], ...]:
    """The places where a technique was seen."""
    return tuple(
        (claim, use) for claim in publication.claims.values() for use in claim.techniques if use.technique == technique
    )


def relations_to(publication: Publication, slug: str) -> tuple[tuple[RelationType, Claim], ...]:
    """The relations of other claims to this one."""
    return tuple(
        (relation.type, claim)
        for claim in publication.claims.values()
        for relation in claim.relations
        if relation.claim == slug
    )
