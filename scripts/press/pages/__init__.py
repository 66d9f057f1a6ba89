"""The pages: one planner for each kind, in the site's order, and the named slots of hand-written pages."""

from collections.abc import Callable, Iterator

from press import addresses
from press.graph import Publication
from press.leaves import Page
from press.pages import (
    case,
    claim,
    claimfile,
    comparison,
    corrections,
    embed,
    explore,
    gone,
    indexes,
    key,
    lesson,
    missing,
    provenance,
    sheet,
    slides,
    source,
    story,
    teaching,
    technique,
    telling,
    terms,
    voice,
)
from press.pages.slots import FILE_SLOTS, SLOTS


def _from_records(planner: Callable[[Publication], Iterator[Page]]) -> Callable[..., Iterator[Page]]:
    """A planner whose pages are drawn from the records alone and never say where the site stands."""
    return lambda publication, _=None: planner(publication)


# A new kind of page is a file here, a template of the same name, and a line in this list.
# It is called with the records and the site; without a site, pages are planned for one that has no address.
PAGES: tuple[Callable[..., Iterator[Page]], ...] = (
    case.pages,
    _from_records(missing.pages),
    _from_records(telling.pages),
    _from_records(provenance.pages),
    claim.pages,
    claimfile.pages,
    _from_records(embed.pages),
    comparison.pages,
    source.pages,
    voice.pages,
    technique.pages,
    terms.pages,
    sheet.pages,
    key.pages,
    slides.pages,
    _from_records(explore.pages),
    indexes.pages,
    lesson.pages,
    story.pages,
    _from_records(teaching.pages),
    _from_records(corrections.pages),
    _from_records(gone.pages),
)

__all__ = ["FILE_SLOTS", "PAGES", "SLOTS", "navigation"]


def navigation(publication: Publication) -> tuple[tuple[str, str], ...]:
    """The stamped pages in the navigation, as labels and paths: the case, or all cases, then Explore."""
    cases = tuple(publication.cases)
    case_page = ("The case", addresses.page("case", cases[0])) if len(cases) == 1 else ("Cases", addresses.CASES)
    return (case_page, ("Explore", addresses.EXPLORE)) if cases else (("Explore", addresses.EXPLORE),)
