"""A piece of an article map for the front page: what this publication does, shown before it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from press import addresses
from press.graph import Publication
from press.pages.part.article import Mark, Stretch, marks, stretches
from press.pages.part.links import Link
from press.pages.part.phrases import counted, day, listed
from press.pages.part.rows import rows
from press.records import Case


@dataclass(frozen=True, slots=True)
class SpecimenView:
    """Two neighbouring paragraphs of the newest case's map; none while there is no case. `map` leads to the whole."""

    stretches: tuple[Stretch, ...]
    marks: Mapping[str, Mark]
    caption: str
    map: Link | None


def specimen(publication: Publication, case: Case | None) -> SpecimenView:
    """The two paragraphs that show most kinds of findings, the earlier ones where two pairs show as many."""
    if case is None:
        return SpecimenView((), {}, "", None)
    found = rows(publication, case)
    every = stretches(publication, case, found)
    chosen = max(pairwise(every), key=_variety) if len(every) > 1 else every
    names = listed(each.label.lower().removeprefix("paragraph ") for each in chosen)
    paragraphs = f"{counted(len(chosen), 'Paragraph', 'Paragraphs').partition(' ')[2]} {names}"
    caption = (
        f"{paragraphs} of an article of {day(case.article.published.on)}, in our words; quotation marks hold its own."
    )
    return SpecimenView(
        chosen, marks(found), caption, Link("See the whole article taken apart", f"{addresses.of(case)}#map")
    )


def _variety(pair: tuple[Stretch, ...]) -> int:
    return len({row.so for stretch in pair for row in stretch.margin})
