"""Where records become published data: what the makers of all kinds of files look up."""

from typing import Any

from press import addresses, prose
from press.exports.data.shape import Cited, Corrected, Moment, Publisher, Rating, Reference, Stake
from press.graph import Publication
from press.graph import publication as graph
from press.graph.backlinks import backlinks
from press.leaves import Site
from press.pages.part.citing import PUBLICATION
from press.pages.part.phrases import newest
from press.records import (
    Case,
    Claim,
    Comparison,
    Correction,
    Framework,
    Item,
    Lesson,
    Omission,
    Origin,
    Record,
    Source,
    Story,
)
from press.records import base as authored
from press.records import rating as rated


class Desk:
    """One publication on one site; everything that is asked for often is made once."""

    def __init__(self, publication: Publication, site: Site) -> None:
        self.publication, self.site = publication, site
        self.publisher = Publisher(name=PUBLICATION, url=site.whole("") or None)
        self._backlinks = backlinks(publication)
        self._references: dict[tuple[str, str], Reference] = {}
        self._cited: dict[str, Cited] = {}

    def reference(self, kind: str, slug: str) -> Reference:
        """A record by name; one that was taken back by its identifier."""
        key = (kind, slug)
        if key not in self._references:
            record = self.publication.records.get(key)
            self._references[key] = Reference(
                kind=kind,
                identifier=slug,
                name=self.name(record) if record else slug,
                finding=record.so.finding if isinstance(record, Claim) else None,
                address=page(record) if record else addresses.old(kind, slug),
            )
        return self._references[key]

    def references(self, kind: str, slugs: tuple[str, ...]) -> tuple[Reference, ...]:
        """Several records of one kind, in the order given."""
        return tuple(self.reference(kind, slug) for slug in slugs)

    def cited(self, slug: str) -> Cited:
        """A source as it is cited."""
        if slug not in self._cited:
            source = self.publication.sources[slug]
            on = source.published.on
            date = None if on == "unknown" else on
            self._cited[slug] = Cited(identifier=slug, name=self.name(source), date_published=date, url=source.url)
        return self._cited[slug]

    def citations(self, slugs: tuple[str, ...]) -> tuple[Cited, ...]:
        """Several sources, in the order given."""
        return tuple(map(self.cited, slugs))

    def prose(self, text: str | None) -> str | None:
        """Markdown whose links to records are addresses: whole ones, or paths where the site has no address."""
        return None if text is None else prose.addressed(text, self._address)

    def proses(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Several pieces of Markdown."""
        return tuple(prose.addressed(text, self._address) for text in texts)

    def _address(self, kind: str, slug: str) -> str:
        path = addresses.of(self.publication.records[(kind, slug)])
        return self.site.whole(path) or path

    def name(self, record: Record) -> str:
        """What a record is called; a source by its publisher, too."""
        match record:
            case Claim() | Case() | Comparison() | Lesson() | Story():
                return record.title
            case Item():
                return record.asks
            case Omission():
                return record.missing
            case Correction() | Origin():
                return record.what
            case Source():
                return f"{self.publication.carrier(record)}: {record.title or record.about}"
            case _:
                return record.name  # type: ignore[attr-defined]  # a voice, a technique, a term, a framework

    def stated(self, schema: str, depth: int = 1) -> dict[str, Any]:
        """What every file says of itself; `depth` is how many folders down it lies."""
        return {"schema_": "../" * depth + addresses.data_schema(schema), "publisher": self.publisher}

    def document(self, record: Record) -> dict[str, Any]:
        """What the file of every record has."""
        address = page(record)
        return self.stated(record.KIND) | {
            "kind": record.KIND,
            "identifier": record.slug,
            "status": str(record.status),
            "name": self.name(record),
            "address": address,
            "json_": addresses.data(record.KIND, record.slug),
            "url": self.site.whole(address) or None if address else None,
            "version": self.publication.version(record),
            "date_modified": self.modified(record) or None,
            "correction": tuple(
                Corrected(identifier=each.slug, date=each.on, kind=each.kind, text=each.what)
                for each in self.publication.corrections_of(record)
            ),
            "used_by": tuple(self.reference(*each.ref) for each in self._backlinks.of(record)),
        }

    def modified(self, record: Record) -> str:
        """The day of the newest fact in a record, '' where none has a day."""
        days = [each.on for each in self.publication.corrections_of(record)]
        match record:
            case Claim():
                days += [record.as_of, record.published_on]
            case Comparison() | Lesson() | Story():
                days.append(record.published_on)
            case Framework():
                days.append(record.checked_on)
            case Source():
                days.append(record.access.on)
            case Correction():
                days.append(record.on)
            case Case():
                days += [claim.as_of for claim in self.publication.claims_of(record)]
        return newest(days)

    def rating(self, rating: rated.Rating, why: str) -> dict[str, Any]:
        """The fields of a finding."""
        return {
            "finding": rating.finding,
            "alternate_name": rating.finding.label,
            "confidence": rating.confidence,
            "rating_explanation": self.prose(why),
        }

    def rated(self, rating: rated.Rating, why: str) -> Rating:
        """A finding with its confidence."""
        return Rating(**self.rating(rating, why))


def page(record: Record) -> str | None:
    """The page of a record; None for kinds that readers meet inside other pages."""
    return addresses.stands(record) or None


def stake(held: graph.Stake | None) -> Stake | None:
    """An interest, as published."""
    if held is None:
        return None
    return Stake(kind=held.kind, of=held.of or None, basis=held.basis, independent=held.independent)


def moment(when: authored.Moment) -> Moment:
    """A point in time, as published: how exactly an hour is known is said only where there is one."""
    return Moment(date=when.on, clock=when.clock, zone=when.zone, precision=when.precision if when.clock else None)
