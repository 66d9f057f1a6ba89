"""What the ledger says of the records now, and what still answers where they once stood."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from press import addresses
from press.graph.publication import Publication
from press.load import Key
from press.records import Claim, Fingerprint, Omission, Record
from press.records.ledger import Ledger, Line
from press.records.life import Moved, Withdrawn
from press.records.vocabulary import Status

FINDINGS = ("said", "so", "confidence")
"""The fields of a line that only a correction may change."""


@dataclass(frozen=True, slots=True)
class Former:
    """An anchor at which a record once stood; `record` stands elsewhere now, or is None where it was withdrawn."""

    address: str
    kind: str
    record: Record | None
    gone: Moved | Withdrawn | None


def public(record: Record | None) -> bool:
    """Whether readers get the record; False for one whose status is not known."""
    return getattr(record, "status", None) is Status.PUBLISHED


def name(record: Record) -> str:
    """'claim:some-claim'."""
    return f"{record.KIND}:{record.slug}"


def line(publication: Publication, record: Record, on: str) -> Line:
    """What the ledger would say of a record that was first released on that day; raises Lacking for one with faults."""
    told = {"record": name(record), "address": addresses.stands(record) or None, "released_on": on}
    told["version"] = publication.version(record)
    if isinstance(record, Claim):
        told |= {"said": publication.said(record), "so": record.so.finding}
        told |= {"confidence": record.so.confidence, "as_of": record.as_of}
    return Line(**told)


@lru_cache(maxsize=1)
def _lines(publication: Publication) -> Mapping[Key, Line]:
    """The line of each record that is there, under whatever name it was last released."""
    by_key = {each.key: each for each in publication.ledger}
    earlier = {
        (kind, gone.to): by_key[kind, slug]
        for (kind, slug), gone in publication.gone.items()
        if isinstance(gone, Moved) and (kind, slug) in by_key
    }
    return earlier | by_key


def last_line(publication: Publication, record: Record) -> Line | None:
    """What the ledger says of a record, under its name or the one that it was moved from; None before its release."""
    return _lines(publication).get(record.ref)


def released(publication: Publication, on: str) -> Ledger:
    """The ledger after a release on that day: lines are added or moved on, none is dropped."""
    lines = {each.record: each for each in publication.ledger}
    for record in publication.records.values():
        if public(record) and not isinstance(record, Fingerprint):  # no reader meets a fingerprint
            lines[name(record)] = _moved_on(publication, record, on)
    return Ledger(records=tuple(lines[each] for each in sorted(lines)))


def _moved_on(publication: Publication, record: Record, on: str) -> Line:
    last = last_line(publication, record)
    if last is None:
        return line(publication, record, on)
    now = line(publication, record, last.released_on)
    if last.record != now.record:  # it was moved, and its old name keeps its line and its addresses
        return now.model_copy(update={"changed_on": on})
    kept = last.model_copy(update={"changed_on": None, "formerly": ()})
    if kept == now:
        return last
    formerly = tuple(each for each in last.addresses if each != now.address)
    return now.model_copy(update={"formerly": formerly, "changed_on": on})


@lru_cache(maxsize=1)  # every page with anchors asks for the same
def former(publication: Publication) -> Mapping[str, tuple[Former, ...]]:
    """The page of each anchor at which a record stands no more -> what is to be told there, by anchor."""
    found: dict[str, Former] = {}
    for key, gone in publication.gone.items():
        now = publication.records.get((key[0], gone.to)) if isinstance(gone, Moved) else None
        for address in (addresses.old(*key), _of_omission(now, key[1])):
            found[address] = Former(address, key[0], now, gone)
    for each in publication.ledger:
        record, gone = publication.records.get(each.key), publication.gone.get(each.key)
        if isinstance(gone, Moved):
            record = publication.records.get((each.key[0], gone.to))
        for address in each.addresses if record or gone else ():
            if record is None or address != addresses.stands(record):
                found[address] = Former(address, each.key[0], record, gone)
    pages: dict[str, list[Former]] = defaultdict(list)
    for address in sorted(found):
        page, mark, _ = address.partition("#")
        if mark:
            pages[page].append(found[address])
    return {page: tuple(there) for page, there in pages.items()}


def _of_omission(now: Record | None, slug: str) -> str:
    """Where an omission stood that was moved: on the page of the case that it still belongs to."""
    return addresses.omission(now.case, slug) if isinstance(now, Omission) else ""


def former_slugs(publication: Publication, record: Record) -> tuple[str, ...]:
    """The slugs from which a record was moved: what machines read of it answers under each of them as well."""
    return _earlier_names(publication).get(record.ref, ())


@lru_cache(maxsize=1)
def _earlier_names(publication: Publication) -> Mapping[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for (kind, slug), gone in sorted(publication.gone.items()):
        if isinstance(gone, Moved):
            found[kind, gone.to] = (*found.get((kind, gone.to), ()), slug)
    return found


@lru_cache(maxsize=1)
def answered(publication: Publication) -> frozenset[str]:
    """Every address at which a reader gets an answer: a record, the way to it, or why it is no longer there."""
    there = {addresses.stands(record) for record in publication.records.values() if public(record)}
    there |= {addresses.page(kind, slug) for kind, slug in publication.gone if addresses.has_own_page(kind)}
    pages = {address.partition("#")[0] for address in there} | {addresses.TERMS, addresses.CORRECTIONS}
    return frozenset(there) | {
        each.address for page, left in former(publication).items() if page in pages for each in left
    }
