"""An article and other texts on the same matter, side by side: the same things counted in each."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.pages.part.counting import Block, blocks, of_article, of_text
from press.pages.part.links import Link
from press.records import Case, Comparison
from press.records.counted import Counted
from press.records.vocabulary import Extent, Measure


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison text as a list shows it; `gist` is Markdown."""

    text: Link
    cited: Citation
    read: Extent
    gist: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One measure of a text with what was counted."""

    name: str
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class Comparing:
    """The columns, first the article's; the blocks of lines; the texts; and what was counted in the article."""

    columns: tuple[Link, ...]
    blocks: tuple[Block, ...]
    texts: tuple[Beside, ...]
    notes: tuple[Noted, ...]


def texts_of(publication: Publication, case: Case) -> tuple[Comparison, ...]:
    """The comparison texts of a case, by the day of their publication."""
    found = [each for each in publication.comparisons.values() if each.case == case.slug]
    return tuple(sorted(found, key=lambda each: (publication.sources[each.source].published.on, each.slug)))


def beside(publication: Publication, texts: Iterable[Comparison]) -> tuple[Beside, ...]:
    """The comparison texts as a list shows them."""
    return tuple(
        Beside(
            Link(each.title, addresses.of(each)),
            citation(publication, publication.sources[each.source]),
            each.read.extent,
            each.gist,
        )
        for each in texts
    )


def notes(counts: Iterable[Counted]) -> tuple[Noted, ...]:
    """What was counted in a text, in the order of the measures."""
    order = tuple(Measure)
    found = sorted(counts, key=lambda each: order.index(each.measure))
    return tuple(Noted(each.measure.label, each.number, each.note) for each in found)


def comparing(publication: Publication, case: Case, texts: tuple[Comparison, ...]) -> Comparing:
    """The article of a case beside these texts."""
    columns = (of_article(publication, case), *(of_text(each) for each in texts))
    return Comparing(
        columns=tuple(column.link for column in columns),
        blocks=tuple(blocks(publication, columns)) if texts else (),
        texts=beside(publication, texts),
        notes=notes(case.counts),
    )
