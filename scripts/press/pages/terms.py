"""The page of all terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.leaves import Page, SearchEntry
from press.pages.part.citations import Citation, citation
from press.pages.part.links import Link
from press.pages.part.rows import assertion
from press.records import Claim, Term


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term, with what links to it."""

    id: str
    name: str
    also: tuple[str, ...]
    gloss: str
    pronunciation: str
    sources: tuple[Citation, ...]
    see: tuple[Link, ...]
    used_in: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """Every term, by name."""

    terms: tuple[TermEntry, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page, whether or not there are terms, because every page links to it."""
    links = backlinks(publication)
    terms = sorted(publication.terms.values(), key=lambda term: term.name.casefold())
    yield Page(
        path=addresses.TERMS,
        template="page/terms.html.jinja",
        view=TermsView(tuple(_entry(publication, links, term) for term in terms)),
        title="Terms: the hard words, explained",
        description="The hard words on these pages, each explained once in plain English.",
        search=SearchEntry("Terms", " ".join(word for term in terms for word in (term.name, *term.also))),
        section="explore",
    )


def _entry(publication: Publication, links: Backlinks, term: Term) -> TermEntry:
    users = [record for record in links.of(term) if isinstance(record, Claim)]
    return TermEntry(
        id=term.slug,
        name=term.name,
        also=term.also,
        gloss=term.gloss,
        pronunciation=term.pronunciation or "",
        sources=tuple(citation(publication, publication.sources[slug]) for slug in term.sources),
        see=tuple(Link(publication.terms[slug].name, f"{addresses.TERMS}#{slug}") for slug in term.see),
        used_in=tuple(assertion(claim) for claim in users),
    )
