"""The page of all claims: one table, and plain indexes into it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, MAP, Page
from press.pages.part.facets import Facet, Order, facets, marks, values
from press.pages.part.following import CLAIMS
from press.pages.part.links import Link
from press.pages.part.phrases import counted, newest, shortened
from press.pages.part.rows import WORDS, Row, Tally, assertion, in_words, rows_of, tally
from press.pages.part.shelves import Shelf, shelves
from press.pages.part.spellings import Spellings
from press.records import Claim
from press.records.vocabulary import SoFinding


@dataclass(frozen=True, slots=True)
class Group:
    """One entry of an index: its name, where that leads, and the claims under it."""

    name: Link
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim's row, and what finds it: `facets` are its values as 'facet:value', `words` what no cell shows."""

    row: Row
    facets: str
    words: str


ORDERS = (
    Order("number", "Place in the article", "In the order of the article", 0),
    Order("so", "Is it so?", "By finding, in the order of the method page", 4),
    Order("confidence", "How sure?", "By confidence, the surest first", 5),
)


@dataclass(frozen=True, slots=True)
class ExploreView:
    """Every claim once, and the indexes; `many_cases` says whether the table names each claim's case.

    `words` leads from the name of a vocabulary to its definitions.
    """

    rows: tuple[Found, ...]
    facets: tuple[Facet, ...]
    orders: tuple[Order, ...]
    many_cases: bool
    tally: tuple[Tally, ...]
    words: Mapping[str, str]
    by_finding: tuple[Group, ...]
    by_technique: tuple[Group, ...]
    by_voice: tuple[Group, ...]
    shelves: tuple[Shelf, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page, whether or not there are claims, because the navigation leads to it."""
    rows = rows_of(publication, publication.claims.values())
    tallied = tally(row.so for row in rows)
    of = {addresses.of(claim): claim for claim in publication.claims.values()}
    has = [values(publication, row, of[row.address]) for row in rows]
    spellings = Spellings(publication)
    view = ExploreView(
        rows=tuple(
            Found(
                row=row,
                facets=marks(found),
                words=spellings.words(of[row.address], (voice.label for voice in row.who)),
            )
            for row, found in zip(rows, has, strict=True)
        ),
        facets=facets(publication, has),
        orders=ORDERS,
        many_cases=len(publication.cases) > 1,
        tally=tallied,
        words=WORDS,
        by_finding=_groups(_findings(rows)),
        by_technique=_groups(_techniques(publication)),
        by_voice=_groups(_voices(publication)),
        shelves=tuple(shelves(publication)),
    )
    figures = f"{counted(len(rows), 'claim')} examined so far{f': {in_words(tallied)}' if rows else ''}."
    yield Page(
        path=addresses.EXPLORE,
        template="page/explore.html.jinja",
        view=view,
        title="Explore: every claim in one table",
        description=shortened(f"{figures} Also by finding, technique, voice and kind of source."),
        source=f"data/{Claim.FOLDER}",
        on=newest(claim.as_of for claim in publication.claims.values()),
        section="explore",
        links=CLAIMS,
        parts=(LISTS, MAP, "explore"),
    )


def _findings(rows: Iterable[Row]) -> Iterator[tuple[Link, Link]]:
    found = tuple(rows)
    for finding in SoFinding:
        name = Link(finding.label, addresses.definition(SoFinding.NAME, finding))
        yield from ((name, Link(row.title, row.address)) for row in found if row.so is finding)


def _techniques(publication: Publication) -> Iterator[tuple[Link, Link]]:
    seen = {(use.technique, claim.slug) for claim in publication.claims.values() for use in claim.techniques}
    by_name = [(publication.techniques[technique], publication.claims[claim]) for technique, claim in seen]
    for technique, claim in sorted(by_name, key=lambda pair: (pair[0].name.casefold(), pair[1].title)):
        yield Link(technique.name, addresses.of(technique)), assertion(claim)


def _voices(publication: Publication) -> Iterator[tuple[Link, Link]]:
    spoken = [(voice, claim) for claim in publication.claims.values() for voice in publication.speakers(claim)]
    for voice, claim in sorted(spoken, key=lambda pair: (pair[0].name.casefold(), pair[1].title)):
        yield Link(voice.name, addresses.of(voice)), assertion(claim)


def _groups(pairs: Iterable[tuple[Link, Link]]) -> tuple[Group, ...]:
    """The second of each pair under the first, in the order given."""
    found: dict[Link, list[Link]] = {}
    for name, claim in pairs:
        found.setdefault(name, []).append(claim)
    return tuple(Group(name, tuple(claims)) for name, claims in found.items())
