"""The same things counted in several texts: what was read, who speaks, what the sentences hold, the techniques."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.uses import by_name
from press.records import Case, Comparison
from press.records.claim import TechniqueUse
from press.records.counted import Counted
from press.records.vocabulary import Extent, Interest, Measure, Strength, Wording


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a line: a number or a word, and what belongs to it in small print."""

    column: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Counts:
    """One line of the table. `address` leads to what its name means, '' where `definition` says all of it."""

    name: str
    address: str
    definition: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together."""

    name: str
    lines: tuple[Counts, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One text, with everything that is counted in it."""

    link: Link
    words: int
    sentences: int
    read: Extent
    voices: tuple[str, ...]
    counts: tuple[Counted, ...]
    uses: tuple[TechniqueUse, ...]


def of_article(publication: Publication, case: Case) -> Column:
    """The article's own column: what its record holds, and the techniques of its claims.

    Words that two claims show for the same technique count once, as the first claim marks them.
    """
    uses = (use for claim in publication.claims_of(case) for use in claim.techniques)
    return Column(
        link=Link("The article", f"{addresses.of(case)}#map"),
        words=case.article.words,
        sentences=sum(paragraph.sentences for paragraph in case.paragraphs),
        read=Extent.WHOLE,
        voices=tuple(dict.fromkeys(voice for paragraph in case.paragraphs for voice in paragraph.voices)),
        counts=case.counts,
        uses=tuple({(use.technique, use.quote): use for use in reversed(tuple(uses))}.values()),
    )


def of_text(text: Comparison) -> Column:
    """A comparison text's column."""
    return Column(
        link=Link(text.label, addresses.of(text)),
        words=text.read.words,
        sentences=text.read.sentences,
        read=text.read.extent,
        voices=tuple(dict.fromkeys(text.voices)),
        counts=text.counts,
        uses=text.techniques,
    )


def blocks(publication: Publication, columns: tuple[Column, ...]) -> Iterator[Block]:
    """The lines of the table, in blocks."""
    yield Block("What was read", tuple(_reading(columns)))
    yield Block("Who speaks", tuple(_voices(publication, columns)))
    yield Block("What its sentences hold", tuple(_measures(columns)))
    yield Block("Techniques marked", tuple(_marks(columns)))
    yield Block("Technique by technique", tuple(_techniques(publication, columns)))


def _line(
    columns: tuple[Column, ...],
    name: str,
    count: Callable[[Column], object],
    definition: str = "",
    address: str = "",
    note: Callable[[Column], str] = lambda _: "",
) -> Counts:
    cells = tuple(Cell(column.link.label, str(count(column)), note(column)) for column in columns)
    return Counts(name, address, definition, cells)


def _reading(columns: tuple[Column, ...]) -> Iterator[Counts]:
    extent = addresses.vocabulary(Extent.NAME)
    yield _line(columns, "Words", lambda each: each.words, "Read by us, split at white space.")
    yield _line(columns, "Sentences", lambda each: each.sentences)
    yield _line(columns, "How much of it", lambda each: each.read.label, address=extent)


def _voices(publication: Publication, columns: tuple[Column, ...]) -> Iterator[Counts]:
    definition = "Named offices, outlets and officials whose words it gives, with the one who published it."
    yield _line(columns, "Voices", lambda each: len(each.voices), definition)
    stakes = {slug: publication.stake_of_voice(publication.voices[slug]) for each in columns for slug in each.voices}
    for side in sorted({stake.of for stake in stakes.values() if stake.of}):
        yield _line(columns, f"Their interest: {side}", _those(lambda slug, of=side: stakes[slug].of == of))
    yield _line(columns, Interest.NONE_KNOWN.label, _those(lambda slug: stakes[slug].independent))


def _those(fits: Callable[[str], bool]) -> Callable[[Column], int]:
    return lambda column: sum(fits(slug) for slug in column.voices)


def _measures(columns: tuple[Column, ...]) -> Iterator[Counts]:
    for measure in Measure:
        found = {column.link: each.number for column in columns for each in column.counts if each.measure is measure}
        yield _line(
            columns, measure.label, lambda each, found=found: found.get(each.link, "not counted"), measure.definition
        )


def _marks(columns: tuple[Column, ...]) -> Iterator[Counts]:
    yield _line(columns, "All", lambda each: len(each.uses), "Each technique in each piece of text counts once.")
    for strength in Strength:
        count = _used(lambda use, strength=strength: use.strength is strength)
        yield _line(columns, strength.label, count, strength.definition)
    for wording in Wording:
        count = _used(lambda use, wording=wording: use.voice is wording)
        yield _line(columns, wording.label, count, wording.definition)


def _used(fits: Callable[[TechniqueUse], bool]) -> Callable[[Column], int]:
    return lambda column: sum(fits(use) for use in column.uses)


def _techniques(publication: Publication, columns: tuple[Column, ...]) -> Iterator[Counts]:
    for technique in by_name(publication, (use for column in columns for use in column.uses)):
        strengths = {
            column.link: Counter(use.strength for use in column.uses if use.technique == technique.slug)
            for column in columns
        }
        yield _line(
            columns,
            technique.name,
            lambda each, found=strengths: found[each.link].total(),
            address=addresses.of(technique),
            note=lambda each, found=strengths: _by_strength(found[each.link]),
        )


def _by_strength(found: Counter[Strength]) -> str:
    return ", ".join(f"{found[strength]} {strength.label.lower()}" for strength in Strength if found[strength])
