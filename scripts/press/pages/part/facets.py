"""The facets of a table: what a reader can narrow it by, in words; and for the table of claims the values of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.rows import Row
from press.records import Claim
from press.records.vocabulary import ClaimType, Confidence, SaidFinding, SoFinding, Vocabulary

# Stands for a claim whose finding carries no confidence.
_NONE_GIVEN = "none"
# What one could have held on the day, against what holds now.
_THEN: Mapping[str, str] = {
    "same": "The same as now",
    "less-sure": "The same, but less sure",
    "surer": "The same, and surer",
    "other": "Another finding",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet; `glyph` names its drawing ('' for none), `hue` the finding whose colour that takes."""

    value: str
    label: str
    glyph: str
    hue: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A question that parts the rows, and its answers; `name` stands in the address of a view."""

    name: str
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort a table: by place, or in the order of a facet's values.

    `column` is the place of its column in the table's head, from 0; `caption` says so over the table.
    """

    name: str
    label: str
    caption: str
    column: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A facet before it is counted: all values that may occur, in order, with label, glyph and hue."""

    name: str
    question: str
    labels: Mapping[str, str]
    glyphs: bool = False
    hues: bool = False


def values(publication: Publication, row: Row, claim: Claim) -> tuple[tuple[str, str], ...]:
    """The claim's values as (facet, value), in the order in which the facets stand."""
    return (
        ("so", row.so),
        ("confidence", row.confidence or _NONE_GIVEN),
        ("said", row.said),
        ("then", _then(row)),
        ("type", row.type),
        *(("voice", voice.slug) for voice in publication.speakers(claim)),
        *(("technique", slug) for slug in dict.fromkeys(use.technique for use in claim.techniques)),
        *(("case", slug) for slug in dict.fromkeys(each.case for each in claim.appearances)),
    )


def marks(found: Iterable[tuple[str, str]]) -> str:
    """The values of a row as its attribute has them: 'so:supported voice:x'."""
    return " ".join(f"{facet}:{value}" for facet, value in found)


def facets(publication: Publication, claims: Iterable[tuple[tuple[str, str], ...]]) -> tuple[Facet, ...]:
    """The facets that can narrow these claims."""
    return narrowing(_kinds(publication), claims)


def narrowing(kinds: Iterable[Kind], rows: Iterable[tuple[tuple[str, str], ...]]) -> tuple[Facet, ...]:
    """The facets that can narrow these rows; a value that every row has, alone in its facet, cannot."""
    found = tuple(rows)
    counts = Counter(value for each in found for value in each)
    made = (_facet(kind, counts) for kind in kinds)
    return tuple(facet for facet in made if any(option.count < len(found) for option in facet.options))


def _facet(kind: Kind, counts: Mapping[tuple[str, str], int]) -> Facet:
    return Facet(
        kind.name,
        kind.question,
        tuple(
            Option(
                value=value,
                label=label,
                glyph=value if kind.glyphs and value != _NONE_GIVEN else "",
                hue=value if kind.hues else "",
                count=counts[kind.name, value],
            )
            for value, label in kind.labels.items()
            if counts[kind.name, value]
        ),
    )


def _kinds(publication: Publication) -> Iterator[Kind]:
    yield Kind("so", "Is it so?", _labels(SoFinding), glyphs=True, hues=True)
    yield Kind("confidence", "How sure?", _labels(Confidence) | {_NONE_GIVEN: "None given"}, glyphs=True)
    yield Kind("said", "Was it said?", _labels(SaidFinding), glyphs=True)
    yield Kind("then", "What could one hold on the day?", _THEN)
    yield Kind("voice", "Who says it?", _voices(publication))
    yield Kind("type", "What kind of claim?", _labels(ClaimType))
    techniques = {slug: each.name for slug, each in publication.techniques.items()}
    yield Kind("technique", "Told with which technique?", _by_label(techniques))
    yield Kind("case", "Which case?", _by_label({slug: each.title for slug, each in publication.cases.items()}))


def _labels(words: type[Vocabulary]) -> dict[str, str]:
    return {word.value: word.label for word in words}


def _voices(publication: Publication) -> dict[str, str]:
    """The voices by name; that of an outlet whose article is examined says so, because rows call it 'The article'."""
    outlets = {case.article.outlet for case in publication.cases.values()}
    return _by_label(
        {
            slug: f"{voice.name} (the article)" if slug in outlets else voice.name
            for slug, voice in publication.voices.items()
        }
    )


def _by_label(labels: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda each: (each[1].casefold(), each[0])))


def _then(row: Row) -> str:
    if not row.changed:
        return "same"
    if row.then_so is not row.so:
        return "other"
    order = (*Confidence, None)
    return "less-sure" if order.index(row.then_confidence) > order.index(row.confidence) else "surer"
