"""The values of one record file, and where each of them was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from press.problems import Problem, Unfit

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value begins and where its key begins, each as (line, column) from 1, columns in characters.

    An item of a list has no key: both places are the item's own.
    """

    value: tuple[int, int]
    key: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One record file: `path` from the repository's root, `values` of plain Python types, and their marks.

    `values` holds str, int, float, bool, None, list and dict with str keys, and nothing else.
    `marks` has a key for every value, `()` for the file itself, `("evidence", 2, "source")` deep inside.
    `asked` has the fields that stand in comments of their own, '# name:' and no more, as a draft leaves them.
    """

    path: str
    values: dict[str, Any]
    marks: Mapping[Loc, Mark]
    asked: Mapping[str, tuple[int, int]]

    def missing_at(self, loc: Loc) -> tuple[int, int]:
        """Where a field that the file lacks is asked for, else where the block begins that should hold it."""
        asked = self.asked.get(str(loc[0])) if len(loc) == 1 else None
        return asked or self.at(loc[:-1])

    def at(self, loc: Loc) -> tuple[int, int]:
        """The line and column at which the value at `loc` begins; for block text, its `>` or `|`.

        A part of `loc` that the file does not hold, such as a missing field or the tag that pydantic puts
        in for a union, is passed over; what is left is the value or its nearest ancestor.
        """
        return self.marks[self._known(loc)].value

    def key_at(self, loc: Loc) -> tuple[int, int]:
        """The line and column at which the key of the value at `loc` begins; `loc` is read as by `at`."""
        return self.marks[self._known(loc)].key

    def _known(self, loc: Loc) -> Loc:
        known: Loc = ()
        for part in loc:
            if (*known, part) in self.marks:
                known = (*known, part)
        return known


class Flawed(Unfit):
    """A file with faults; `document` is what could be read of it all the same, or None."""

    def __init__(self, problems: Iterable[Problem], document: Document | None = None) -> None:
        super().__init__(problems)
        self.document = document
