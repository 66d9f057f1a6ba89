"""The article map: each paragraph in our words, its marked phrases, and what became of every sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.phrases import capital, listed
from press.pages.part.rows import Row
from press.records import Case
from press.records.case import Paragraph, Segment
from press.records.vocabulary import SegmentKind, SoFinding

# A sentence of several pieces counts as the first of these kinds that it holds.
_FOREMOST = (
    SegmentKind.CLAIM,
    SegmentKind.CHECKABLE_UNCHECKED,
    SegmentKind.OPINION,
    SegmentKind.QUOTATION,
    SegmentKind.BACKGROUND,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a phrase of the map is marked: its claim's finding and number."""

    finding: SoFinding
    number: int


@dataclass(frozen=True, slots=True)
class Rest:
    """A piece of a paragraph that has no claim page, and why not; `part` says that more of its sentence is examined."""

    sentence: int
    part: bool
    kind: SegmentKind
    reason: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph of the map; `gist` is Markdown whose links to claims are its marks."""

    id: str
    number: int
    label: str
    who: str
    gist: str
    margin: tuple[Row, ...]
    rest: tuple[Rest, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the sentences; `kinds` adds up to `sentences` less those `unaccounted`.

    `partly` counts the examined sentences that also hold something checkable that we have not checked.
    """

    paragraphs: int
    sentences: int
    kinds: tuple[tuple[SegmentKind, int], ...]
    unaccounted: int
    partly: int


def stretches(publication: Publication, case: Case, rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """The paragraphs in the article's order."""
    by_slug = {row.id.removeprefix("claim-"): row for row in rows}
    return tuple(_stretch(publication, case, paragraph, by_slug) for paragraph in case.paragraphs)


def marks(rows: Iterable[Row]) -> dict[str, Mark]:
    """The mark of each claim, by its slug."""
    return {row.id.removeprefix("claim-"): Mark(row.so, row.number) for row in rows}


def coverage(paragraphs: Iterable[Paragraph]) -> Coverage:
    """Count sentences, each once."""
    paragraphs = tuple(paragraphs)
    found = Counter(kind for paragraph in paragraphs for kind in _kinds(paragraph.segments).values())
    sentences = sum(paragraph.sentences for paragraph in paragraphs)
    kinds = tuple((kind, found[kind]) for kind in _FOREMOST if found[kind])
    partly = sum(
        len(_sentences(each, SegmentKind.CLAIM) & _sentences(each, SegmentKind.CHECKABLE_UNCHECKED))
        for each in paragraphs
    )
    return Coverage(len(paragraphs), sentences, kinds, sentences - found.total(), partly)


def place(number: int) -> str:
    """A paragraph's name: 'Paragraph 3', or 'Standfirst'."""
    return f"Paragraph {number}" if number else "Standfirst"


def _sentences(paragraph: Paragraph, kind: SegmentKind) -> set[int]:
    return {segment.sentence for segment in paragraph.segments if segment.kind is kind}


def _kinds(segments: Iterable[Segment]) -> dict[int, SegmentKind]:
    """The foremost kind of each sentence, by its number."""
    kinds: dict[int, SegmentKind] = {}
    for segment in segments:
        known = kinds.get(segment.sentence, segment.kind)
        kinds[segment.sentence] = min(known, segment.kind, key=_FOREMOST.index)
    return kinds


def _stretch(publication: Publication, case: Case, paragraph: Paragraph, rows: Mapping[str, Row]) -> Stretch:
    examined = _sentences(paragraph, SegmentKind.CLAIM)
    slugs = dict.fromkeys(slug for segment in paragraph.segments for slug in segment.claims)
    return Stretch(
        id=f"paragraph-{paragraph.number}",
        number=paragraph.number,
        label=place(paragraph.number),
        who=_who(publication, case, paragraph),
        gist=paragraph.gist,
        margin=tuple(rows[slug] for slug in slugs if slug in rows),
        rest=tuple(
            Rest(segment.sentence, segment.sentence in examined, segment.kind, segment.reason or "")
            for segment in paragraph.segments
            if segment.kind is not SegmentKind.CLAIM
        ),
    )


def _who(publication: Publication, case: Case, paragraph: Paragraph) -> str:
    """'The article and Dmitry Peskov': all whose words the paragraph holds."""
    voices = [publication.voices[slug] for slug in dict.fromkeys(paragraph.voices)]
    names = ["the article" if voice.slug == case.article.outlet else voice.name for voice in voices]
    return capital(listed(names))
