"""The page of a comparison text: what was read, what it says, how it tells, and its counts beside the article's."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.leaves import Page, SearchEntry, Site
from press.pages.part.changes import Change, changes
from press.pages.part.citations import Citation, citation
from press.pages.part.colophon import published_on
from press.pages.part.comparing import Comparing, Noted, comparing, notes
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import Link, as_data
from press.pages.part.phrases import counted, day, newest, shortened
from press.pages.part.uses import Seen, seen_in_text
from press.prose import plain
from press.records import Comparison
from press.records.claim import Review
from press.records.comparison import Reading
from press.records.source import Access


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice of the text, with its interest in the matter."""

    voice: Link
    stake: Stake


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Everything that the page of a comparison text shows; text that is prose in the record is Markdown here.

    `quotes` are those that no technique shows whole. `comparing` sets this text beside the article alone.
    """

    title: str
    case: Link
    cited: Citation
    caveat: str
    access: Access
    copies: tuple[Citation, ...]
    why_chosen: str
    read: Reading
    gist: str
    voices: tuple[Heard, ...]
    does_well: tuple[str, ...]
    leaves_out: tuple[str, ...]
    techniques: tuple[Seen, ...]
    quotes: tuple[str, ...]
    comparing: Comparing
    notes: tuple[Noted, ...]
    published_on: str
    review: Review
    version: int
    changes: tuple[Change, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each comparison text."""
    for text in publication.comparisons.values():
        yield _page(publication, text, site)


def _page(publication: Publication, text: Comparison, site: Site) -> Page:
    view = _view(publication, text)
    marks = counted(len(text.techniques), "technique") + " marked"
    who = f"{view.cited.publisher}, {day(view.cited.published.on)}"
    return Page(
        path=addresses.of(text),
        template="page/comparison.html.jinja",
        view=view,
        title=f"{text.title}: a comparison text",
        description=shortened(f"{who}. Read as a comparison text, with {marks}. {plain(text.gist)}"),
        source=publication.source_file(text),
        on=newest((text.published_on, *(change.on for change in view.changes))),
        search=SearchEntry(text.title, f"{who}. {plain(text.gist)}", weight=2),
        section="case",
        links=(as_data(text),),
        data=breadcrumbs(site, ("Comparison texts", addresses.COMPARISONS), here=text.title),
    )


def _view(publication: Publication, text: Comparison) -> ComparisonView:
    case, source = publication.cases[text.case], publication.sources[text.source]
    shown = {use.quote for use in text.techniques}
    return ComparisonView(
        title=text.title,
        case=Link(case.title, f"{addresses.of(case)}#comparison"),
        cited=citation(publication, source),
        caveat=source.caveat or "",
        access=source.access,
        copies=tuple(citation(publication, publication.sources[slug]) for slug in text.copies),
        why_chosen=text.why_chosen,
        read=text.read,
        gist=text.gist,
        voices=tuple(_heard(publication, slug) for slug in dict.fromkeys(text.voices)),
        does_well=text.does_well,
        leaves_out=text.leaves_out,
        techniques=seen_in_text(publication, text),
        quotes=tuple(quote for quote in text.quotes if quote not in shown),
        comparing=comparing(publication, case, (text,)),
        notes=notes(text.counts),
        published_on=published_on(text),
        review=text.review,
        version=publication.version(text),
        changes=changes(publication, publication.corrections_of(text)),
    )


def _heard(publication: Publication, slug: str) -> Heard:
    voice = publication.voices[slug]
    return Heard(Link(voice.name, addresses.of(voice)), publication.stake_of_voice(voice))
