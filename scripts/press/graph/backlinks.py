"""Who names whom: the uses of each source, voice, technique and term."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from press.graph.publication import Publication
from press.graph.references import targets
from press.load import Key
from press.records import Record
from press.records.places import places


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
