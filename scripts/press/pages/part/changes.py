"""What was corrected, and what it touched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.pages.part.links import Link
from press.pages.part.rows import assertion
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
    Technique,
    Term,
    Voice,
)
from press.records.vocabulary import CorrectionKind


@dataclass(frozen=True, slots=True)
class Change:
    """One correction. `before`, `after` and `why` are Markdown; `touches` is derived: what else rests on the record."""

    id: str
    address: str
    on: str
    kind: CorrectionKind
    record: Link
    what: str
    before: str
    after: str
    why: str
    reported_by: str
    touches: tuple[Link, ...]


def changes(publication: Publication, corrections: Iterable[Correction]) -> tuple[Change, ...]:
    """The corrections as a page shows them, in the order given."""
    found = tuple(corrections)
    links = backlinks(publication) if found else Backlinks({})  # every reference is read once, and only where needed
    return tuple(_change(publication, links, each) for each in found)


def named(publication: Publication, record: Record) -> Link | None:
    """The record by its own name and its address; None for kinds that have neither."""
    match record:
        case Claim():
            return assertion(record)
        case Case() | Comparison() | Lesson() | Story():
            label = record.title
        case Voice() | Technique() | Term():
            label = record.name
        case Omission():
            label = record.missing
        case Correction():
            label = record.what
        case Source():
            label = f"{publication.carrier(record)}: {record.title or record.about}"
        case _:
            return None
    return Link(label, addresses.of(record))


def _change(publication: Publication, links: Backlinks, correction: Correction) -> Change:
    kind, slug = correction.corrects.split(":", 1)
    record = publication.records.get((kind, slug))
    known = named(publication, record) if record else Link(slug, addresses.old(kind, slug))
    return Change(
        id=correction.slug,
        address=addresses.of(correction),
        on=correction.on,
        kind=correction.kind,
        record=known or Link(_unnamed(record), addresses.of(correction)),
        what=correction.what,
        before=correction.before,
        after=correction.after,
        why=correction.why,
        reported_by=correction.reported_by or "",
        touches=tuple(_touches(publication, links, record)) if record else (),
    )


def _unnamed(record: Record | None) -> str:
    match record:
        case Origin():
            return record.what
        case Item():
            return record.asks
        case Framework():
            return record.name
        case _:
            return "a record that readers meet only inside others"


def _touches(publication: Publication, links: Backlinks, record: Record) -> Iterator[Link]:
    """What else may read differently now: the questions, lessons and records that name this one, and a claim's case."""
    users: dict[tuple[str, str], Record] = {each.ref: each for each in links.of(record)}
    if isinstance(record, Claim | Omission | Comparison):
        slugs = [each.case for each in record.appearances] if isinstance(record, Claim) else [record.case]
        users |= {publication.cases[slug].ref: publication.cases[slug] for slug in slugs}
    for user in users.values():
        link = None if isinstance(user, Correction) else named(publication, user)
        if link:
            yield link
        if isinstance(user, Case) and isinstance(record, Claim):
            yield from _questions(user, record)


def _questions(case: Case, claim: Claim) -> Iterator[Link]:
    for number, question in enumerate(case.questions, 1):
        if claim.slug in question.claims:
            yield Link(question.question, f"{addresses.of(case)}#question-{number}")
