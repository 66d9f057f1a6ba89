"""What the article of a case is: its own facts, how we know them, why it was chosen, and its timeline with sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, SearchEntry
from press.pages.part.links import Link
from press.pages.part.phrases import day, newest, shortened
from press.pages.part.printed import Printed, printed
from press.pages.part.timeline import Line, timeline
from press.records.case import Provenance, ReplySought


@dataclass(frozen=True, slots=True)
class ProvenanceView:
    """The article behind a case; `why_chosen` is Markdown."""

    case: Link
    article: Printed
    provenance: tuple[Provenance, ...]
    why_chosen: str
    reply_sought: ReplySought
    timeline: tuple[Line, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each case."""
    for case in publication.cases.values():
        view = ProvenanceView(
            case=Link(case.title, addresses.of(case)),
            article=printed(publication, case),
            provenance=case.provenance,
            why_chosen=case.why_chosen,
            reply_sought=case.reply_sought,
            timeline=timeline(publication, case),
        )
        name = f"{view.article.outlet.label}, {day(view.article.published.on)}"
        yield Page(
            path=addresses.printed(case.slug),
            template="page/provenance.html.jinja",
            view=view,
            title=f"What the article is: {case.title}",
            description=shortened(f"{name}. How we know who published it and when, why we chose it, how to read it."),
            source=publication.source_file(case),
            on=newest((case.article.published.on, *(claim.as_of for claim in publication.claims_of(case)))),
            search=SearchEntry(f"What the article is: {case.title}", f"{name}. {case.article.headline or ''}".strip()),
            section="case",
            parts=(LISTS, "case"),
        )
