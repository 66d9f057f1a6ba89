"""What is taken from a source: the items of evidence, and every other place that names it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.changes import named
from press.pages.part.evidence import anchor
from press.pages.part.links import Link
from press.pages.part.rows import assertion
from press.records import Case, Claim, Comparison, Lesson, Omission, Record, Source, Voice
from press.records.vocabulary import Available, Bearing, Role


@dataclass(frozen=True, slots=True)
class Taken:
    """One item of evidence that goes back to the source; `establishes` and `limits` are Markdown."""

    claim: Link
    bearing: Bearing
    role: Role
    establishes: str
    limits: str
    quote: str
    available: Available
    origin: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Another place that names the source, and what for."""

    what_for: str
    where: Link


def taken(publication: Publication, source: Source, users: Iterable[Record]) -> Iterator[Taken]:
    """The items of evidence from the source, claim by claim."""
    for claim in (each for each in users if isinstance(each, Claim)):
        for item in claim.evidence:
            if item.source == source.slug and item.origin in publication.origins:
                yield Taken(
                    claim=Link(assertion(claim).label, f"{addresses.of(claim)}#{anchor(item.id)}"),
                    bearing=item.bearing,
                    role=item.role,
                    establishes=item.establishes,
                    limits=item.limits or "",
                    quote=item.quote or "",
                    available=item.available,
                    origin=item.origin,
                )


def mentions(publication: Publication, source: Source, users: Iterable[Record]) -> Iterator[Mention]:
    """Every use of the source but as evidence; a record that only links to it in its prose is named too."""
    for user in users:
        found = list(_uses(source, user))
        if not found and not (isinstance(user, Claim) and any(item.source == source.slug for item in user.evidence)):
            found = ["Linked from the lesson" if isinstance(user, Lesson) else "Linked from"]
        where = named(publication, user)
        if where:
            yield from (Mention(what_for, where) for what_for in found)


def _uses(source: Source, user: Record) -> Iterator[str]:
    match user:
        case Claim():
            if any(source.slug in each.said.sources for each in user.appearances):
                yield "Shows that it was said"
            if source.slug in user.also_read:
                yield "Also read for"
        case Omission():
            yield from _uses_for_what_is_missing(source, user)
        case Comparison():
            yield from _uses_in_text(source, user)
        case Case() if any(source.slug in event.sources for event in user.timeline):
            yield "Timeline of"
        case Lesson() if any(source.slug in right.sources for right in user.gets_right):
            yield "Shows what is right, for the lesson"
        case Voice() if source.slug in user.interest.sources:
            yield "Shows the interest of"


def _uses_for_what_is_missing(source: Source, user: Omission) -> Iterator[str]:
    if source.slug == user.public_by_then.source:
        yield "Shows that it was public"
    if source.slug in user.sources:
        yield "Shows what is missing"


def _uses_in_text(source: Source, text: Comparison) -> Iterator[str]:
    if source.slug == text.source:
        yield "Read as a comparison text"
    if source.slug in text.copies:
        yield "Carries a comparison text"
