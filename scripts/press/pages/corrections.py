"""The page of corrections: every change that readers should know of, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page
from press.pages.part.changes import Change, changes
from press.pages.part.following import CORRECTIONS
from press.pages.part.former import Left, left
from press.pages.part.phrases import newest
from press.records import Correction


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Every correction, newest first, and the places that corrections have left."""

    changes: tuple[Change, ...]
    left: tuple[Left, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page, whether or not anything was corrected, because every page links to it."""
    found = changes(publication, publication.corrections)
    yield Page(
        path=addresses.CORRECTIONS,
        template="page/corrections.html.jinja",
        view=CorrectionsView(found, left(publication, addresses.CORRECTIONS)),
        title="Corrections: what we changed, and why",
        description="Every change of a fact, a finding or its evidence: what stood before, what stands now, and why.",
        source=f"data/{Correction.FOLDER}" if found else "",
        on=newest(change.on for change in found),
        section="corrections",
        links=CORRECTIONS,
    )
