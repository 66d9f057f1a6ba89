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
    explore,
    gone,
    indexes,
    missing,
    provenance,
    source,
    technique,
    telling,
    terms,
    voice,
)
from press.pages.slots import SLOTS

# A new kind of page is a file here, a template of the same name, and a line in this list.
PAGES: tuple[Callable[[Publication], Iterator[Page]], ...] = (
    case.pages,
    missing.pages,
    telling.pages,
    provenance.pages,
    claim.pages,
    claimfile.pages,
    comparison.pages,
    source.pages,
    voice.pages,
    technique.pages,
    terms.pages,
    explore.pages,
    indexes.pages,
    corrections.pages,
    gone.pages,
)

__all__ = ["PAGES", "SLOTS", "navigation"]


def navigation(publication: Publication) -> tuple[tuple[str, str], ...]:
    """The stamped pages in the navigation, as labels and paths: the case, or all cases, then Explore."""
    cases = tuple(publication.cases)
    case_page = ("The case", addresses.page("case", cases[0])) if len(cases) == 1 else ("Cases", addresses.CASES)
    return (case_page, ("Explore", addresses.EXPLORE)) if cases else (("Explore", addresses.EXPLORE),)
