"""Who names whom: the uses of each source, voice, technique and term."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from press.graph.publication import Publication
from press.graph.references import targets
from press.load import Key
from press.records import Claim, Record
from press.records.base import places
from press.records.claim import TechniqueUse
from press.records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Backlinks:
    """Every record that names another, by what is named; each list is in the order of kinds and slugs."""

    users: Mapping[Key, tuple[Record, ...]]

    def of(self, record: Record) -> tuple[Record, ...]:
        """The records that name this one."""
        return self.users.get(record.ref, ())


@lru_cache(maxsize=1)  # every kind of page asks for the same
def backlinks(publication: Publication) -> Backlinks:
    """Read every reference once."""
    found: dict[Key, dict[Key, Record]] = defaultdict(dict)
    for key in sorted(publication.records):
        record = publication.records[key]
        for place in places(record):
            for target in targets(place):
                if target != key:
                    found[target][key] = record
    return Backlinks({target: tuple(users.values()) for target, users in found.items()})


def evidence_from(publication: Publication, source: str) -> tuple[tuple[Claim, Evidence], ...]:
    """The items of evidence taken from a source, with their claims."""
    return tuple(_evidence(publication).get(source, ()))


def uses_of(publication: Publication, technique: str) -> tuple[tuple[Claim, TechniqueUse], ...]:
    """The places where a technique was seen."""
    return tuple(_uses(publication).get(technique, ()))


@lru_cache(maxsize=1)
def _evidence(publication: Publication) -> Mapping[str, list[tuple[Claim, Evidence]]]:
    found: dict[str, list[tuple[Claim, Evidence]]] = defaultdict(list)
    for claim in publication.claims.values():
        for item in claim.evidence:
            found[item.source].append((claim, item))
    return found


@lru_cache(maxsize=1)
def _uses(publication: Publication) -> Mapping[str, list[tuple[Claim, TechniqueUse]]]:
    found: dict[str, list[tuple[Claim, TechniqueUse]]] = defaultdict(list)
    for claim in publication.claims.values():
        for use in claim.techniques:
            found[use.technique].append((claim, use))
    return found
