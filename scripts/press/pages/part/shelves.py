"""The sources, by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.records.vocabulary import SourceKind


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of one kind; `address` is its place on the page of all sources."""

    kind: SourceKind
    definition: str
    address: str
    sources: tuple[Citation, ...]


def shelves(publication: Publication) -> Iterator[Shelf]:
    """The sources by kind, in the order of the vocabulary, each shelf by publisher and day."""
    for kind in SourceKind:
        found = [citation(publication, each) for each in publication.sources.values() if each.kind is kind]
        found.sort(key=lambda each: (each.publisher.casefold(), each.published.on, each.address))
        if found:
            place = f"{addresses.SOURCES}#{kind}"
            yield Shelf(kind, addresses.definition(SourceKind.NAME, kind), place, tuple(found))
