"""The page of a source: what it is, how we read it, and everything that it is used for."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.graph.publication import Stake
from press.leaves import Page, SearchEntry, Site
from press.pages.part.citations import Citation, citation
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import as_data
from press.pages.part.linkstates import link_note
from press.pages.part.phrases import day, newest, shortened
from press.pages.part.roots import Root, roots
from press.pages.part.taken import Mention, Taken, mentions, taken
from press.records import Claim, Record, Source
from press.records.source import Access


@dataclass(frozen=True, slots=True)
class SourceView:
    """Everything that the page of a source shows; what is behind its link is said before it.

    `heading` stands for a title that is not given: the beginning of what the document is.
    `link` says what its address answered when it was last asked, '' while it was not.
    `stake` is its publisher's interest, None where the publisher has no page here.
    """

    cited: Citation
    heading: str
    authors: tuple[str, ...]
    caveat: str
    access: Access
    link: str
    stake: Stake | None
    evidence: tuple[Taken, ...]
    mentions: tuple[Mention, ...]
    roots: tuple[Root, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each source."""
    links = backlinks(publication)
    for source in publication.sources.values():
        yield _page(publication, links, source, site)


def _page(publication: Publication, links: Backlinks, source: Source, site: Site) -> Page:
    users = links.of(source)
    view = _view(publication, source, users)
    publisher = view.cited.publisher
    name = f"“{shortened(source.title, 70)}”" if source.title else view.heading
    return Page(
        path=addresses.of(source),
        template="page/source.html.jinja",
        view=view,
        title=f"Source: {publisher}, {day(source.published.on)}: {name}",
        description=shortened(f"A source, {day(source.published.on)}, published by {publisher}: {source.about}"),
        source=publication.source_file(source),
        on=newest((source.access.on, *(each.as_of for each in users if isinstance(each, Claim)))),
        search=SearchEntry(shortened(source.title_gloss or source.title or source.about, 70), f"Source: {publisher}"),
        section="explore",
        links=(as_data(source),),
        data=breadcrumbs(site, ("Sources", addresses.SOURCES), here=source.title or view.heading),
    )


def _view(publication: Publication, source: Source, users: tuple[Record, ...]) -> SourceView:
    evidence = tuple(taken(publication, source, users))
    publisher = publication.voices.get(source.publisher or "")
    return SourceView(
        cited=citation(publication, source),
        heading=shortened(source.about, 70),
        authors=source.authors,
        caveat=source.caveat or "",
        access=source.access,
        link=link_note(publication, source),
        stake=publication.stake_of_voice(publisher) if publisher else None,
        evidence=evidence,
        mentions=tuple(mentions(publication, source, users)),
        roots=roots(publication, (each.origin for each in evidence)),
    )
