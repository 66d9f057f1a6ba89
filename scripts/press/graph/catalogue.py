"""Every record, looked up by kind and name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from press.load import Kept, Key
from press.problems import Problem
from press.records import (
    Case,
    Claim,
    Comparison,
    Correction,
    Fingerprint,
    Framework,
    Item,
    Lesson,
    Omission,
    Origin,
    Record,
    Source,
    Story,
    Technique,
    Term,
    Voice,
)
from press.records.base import Loc
from press.records.ledger import Line
from press.records.life import Moved, Withdrawn
from press.records.linkstates import LinkStates
from press.yamlfile import Document


@dataclass(frozen=True, eq=False)  # itself is its identity, so that what follows from it can be kept
class Catalogue:
    """All records that can be used, by kind and slug.

    `records` may lack what `unfit` names: a reference to it is neither unknown nor usable, so look-ups by `get`.
    """

    records: Mapping[Key, Record]
    gone: Mapping[Key, Moved | Withdrawn]
    documents: Mapping[Key, Document]
    unfit: frozenset[Key]
    kept: Kept | None = None
    links: LinkStates | None = None

    def _of(self, kind: type[Any]) -> dict[str, Any]:
        found = [record for record in self.records.values() if isinstance(record, kind)]
        return {record.slug: record for record in sorted(found, key=lambda record: record.slug)}

    @cached_property
    def cases(self) -> dict[str, Case]:
        return self._of(Case)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return self._of(Claim)

    @cached_property
    def omissions(self) -> dict[str, Omission]:
        return self._of(Omission)

    @cached_property
    def comparisons(self) -> dict[str, Comparison]:
        return self._of(Comparison)

    @cached_property
    def origins(self) -> dict[str, Origin]:
        return self._of(Origin)

    @cached_property
    def sources(self) -> dict[str, Source]:
        return self._of(Source)

    @cached_property
    def voices(self) -> dict[str, Voice]:
        return self._of(Voice)

    @cached_property
    def techniques(self) -> dict[str, Technique]:
        return self._of(Technique)

    @cached_property
    def terms(self) -> dict[str, Term]:
        return self._of(Term)

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """In the order of the unit."""
        found = self._of(Lesson)
        # A lesson with faults may lack its place.
        return {slug: found[slug] for slug in sorted(found, key=lambda slug: (getattr(found[slug], "order", 0), slug))}

    @cached_property
    def items(self) -> dict[str, Item]:
        return self._of(Item)

    @cached_property
    def stories(self) -> dict[str, Story]:
        return self._of(Story)

    @cached_property
    def frameworks(self) -> dict[str, Framework]:
        return self._of(Framework)

    @cached_property
    def fingerprints(self) -> dict[str, Fingerprint]:
        return self._of(Fingerprint)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Newest first."""
        return tuple(sorted(self._of(Correction).values(), key=lambda each: (each.on, each.slug), reverse=True))

    @property
    def ledger(self) -> tuple[Line, ...]:
        """What was published so far, by name; nothing before the first release."""
        return self.kept.ledger.records if self.kept else ()

    def problem(self, record: Record | Moved | Withdrawn, loc: Loc, message: str, *, kind: str = "") -> Problem:
        """A fault at a place of a record's file."""
        document = self.documents[(kind or record.KIND, record.slug)]  # type: ignore[union-attr]
        return Problem(document.path, *document.at(loc), message)

    def source_file(self, record: Record) -> str:
        """The record's file, relative to the repository's root."""
        return self.documents[record.ref].path
