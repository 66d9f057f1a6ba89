"""The page of all terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.leaves import Page, SearchEntry, SearchPart, Site
from press.pages.part.citations import Citation, citation
from press.pages.part.definedterms import term_set
from press.pages.part.former import Left, left
from press.pages.part.links import Link
from press.pages.part.phrases import shortened
from press.pages.part.rows import assertion
from press.prose import plain
from press.records import Claim, Lesson, Record, Term

_TYPE = re.compile(r"[^\W\d]+-\d+")  # Kh-101


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
    """Every term, by name, and the places that terms have left."""

    terms: tuple[TermEntry, ...]
    left: tuple[Left, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page, whether or not there are terms, because every page links to it."""
    links = backlinks(publication)
    terms = sorted(publication.terms.values(), key=lambda term: term.name.casefold())
    yield Page(
        path=addresses.TERMS,
        template="page/terms.html.jinja",
        view=TermsView(
            terms=tuple(_entry(publication, links, term) for term in terms),
            left=left(publication, addresses.TERMS),
        ),
        title="Terms: the hard words, explained",
        description="The hard words on these pages, each explained once in plain English.",
        search=SearchEntry("Terms", "Hard words, each explained once.", tuple(map(_search_part, terms))),
        source=f"data/{Term.FOLDER}",
        section="explore",
        data=term_set("Terms", addresses.TERMS, terms, site),
    )


def _search_part(term: Term) -> SearchPart:
    """The term under every spelling; whoever types a name of letters and figures may leave out its hyphen."""
    joined = (word.replace("-", "") for word in (term.name, *term.also) if _TYPE.fullmatch(word))
    also = ", ".join(term.also)
    return SearchPart(
        term.slug,
        f"{term.name} ({also})" if also else term.name,
        " ".join((shortened(plain(term.gloss), 90), *dict.fromkeys((*joined, *_plural(term))))),
        weight=20,  # the worker counts a part for less than half a page
    )


def _plural(term: Term) -> Iterator[str]:
    """The plural of a noun of one word: the search finds the beginnings of words, so a longer form has to be there."""
    if term.name.isalpha() and term.name.islower() and term.name[-1] not in "sy" and f"{term.name}s" not in term.also:
        yield f"{term.name}s"


def _entry(publication: Publication, links: Backlinks, term: Term) -> TermEntry:
    return TermEntry(
        id=term.slug,
        name=term.name,
        also=term.also,
        gloss=term.gloss,
        pronunciation=term.pronunciation or "",
        sources=tuple(citation(publication, publication.sources[slug]) for slug in term.sources),
        see=tuple(Link(publication.terms[slug].name, f"{addresses.TERMS}#{slug}") for slug in term.see),
        used_in=tuple(_used_in(links.of(term))),
    )


def _used_in(users: Iterable[Record]) -> Iterator[Link]:
    for user in users:
        if isinstance(user, Claim):
            yield assertion(user)
        elif isinstance(user, Lesson):
            yield Link(f"Lesson: {user.title}", addresses.of(user))
