"""The file of every record, whatever its kind, and of every record that is gone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from press import addresses
from press.exports.data import bank, case, claim, comparison, gone, lesson, source, word
from press.exports.data.desk import Desk
from press.exports.data.shape import Document, written
from press.leaves import File
from press.records import (
    Case,
    Claim,
    Comparison,
    Correction,
    Framework,
    Item,
    Lesson,
    Omission,
    Origin,
    Record,
    Source,
    Story,
    Technique,
    Term,
    Voice,
)

# A new kind of record gets its shape here and what makes it, in the site's order. Fingerprints stay at home.
SHAPES: Mapping[type[Record], tuple[type[Document], Callable[[Desk, Any], Document]]] = {
    Case: (case.Case, case.made),
    Claim: (claim.Claim, claim.made),
    Lesson: (lesson.Lesson, lesson.made),
    Item: (bank.Question, bank.a_question),
    Story: (bank.Story, bank.a_story),
    Omission: (word.Omission, word.an_omission),
    Comparison: (comparison.Comparison, comparison.made),
    Origin: (source.Origin, source.origin),
    Source: (source.Source, source.source),
    Voice: (word.Voice, word.a_voice),
    Technique: (word.Technique, word.a_technique),
    Term: (word.Term, word.a_term),
    Framework: (bank.Framework, bank.a_framework),
    Correction: (word.Correction, word.a_correction),
}
_ORDER = {kind.KIND: index for index, kind in enumerate(SHAPES)}


@dataclass(frozen=True, slots=True)
class Filed:
    """A file, and what it holds."""

    file: File
    document: Document | gone.Gone


def filed(desk: Desk) -> Iterator[Filed]:
    """One file for each record, by kind in the site's order and by name; those that are gone come last."""
    records = desk.publication.records
    for key in sorted((key for key in records if key[0] in _ORDER), key=lambda key: (_ORDER[key[0]], key[1])):
        _, make = SHAPES[type(records[key])]
        yield _filed(key, make(desk, records[key]))
    for key, left in sorted(desk.publication.gone.items()):
        if key[0] in _ORDER:
            yield _filed(key, gone.made(desk, key, left))


def _filed(key: tuple[str, str], document: Document | gone.Gone) -> Filed:
    return Filed(File(addresses.data(*key), written(document)), document)
