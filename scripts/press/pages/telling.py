"""How the story of a case was told: techniques, each place with two readings, and other texts beside the article."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, SearchEntry
from press.pages.part.comparing import Comparing, comparing, texts_of
from press.pages.part.links import Link
from press.pages.part.phrases import counted, newest, shortened
from press.pages.part.uses import Seen, seen
from press.records import Case, Claim


@dataclass(frozen=True, slots=True)
class TellingView:
    """The techniques that the claims of a case show, and the comparison texts with their counts."""

    case: Link
    techniques: tuple[Seen, ...]
    comparing: Comparing


def told(publication: Publication, case: Case) -> bool:
    """Whether the case has such a page: a technique or a comparison text to show."""
    uses = any(claim.techniques for claim in publication.claims_of(case))
    return uses or bool(texts_of(publication, case))


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each case that has something to show on it."""
    for case in publication.cases.values():
        if told(publication, case):
            yield _page(publication, case)


def _page(publication: Publication, case: Case) -> Page:
    claims, texts = publication.claims_of(case), texts_of(publication, case)
    view = TellingView(
        case=Link(case.title, addresses.of(case)),
        techniques=seen(publication, claims),
        comparing=comparing(publication, case, texts),
    )
    places = sum(len(each.uses) for each in view.techniques)
    names = " ".join(each.technique.label for each in view.techniques)
    kinds = counted(len(view.techniques), "technique")
    what = f"{kinds} in {counted(places, 'place')}, {counted(len(texts), 'text')} for comparison."
    return Page(
        path=addresses.telling(case.slug),
        template="page/telling.html.jinja",
        view=view,
        title=f"How it was told: {case.title}",
        description=shortened(f"{what} Each place with why we see a technique there, and with another reading."),
        source=f"data/{Claim.FOLDER}",  # each place is told in the file of its claim
        on=newest((*(claim.as_of for claim in claims), *(text.published_on for text in texts))),
        search=SearchEntry(f"How it was told: {case.title}", names),
        section="case",
        parts=(LISTS, "case"),
    )
