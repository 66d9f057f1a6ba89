"""Small changes to a record's text, which leave its comments and its layout as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.problems import Problem
from press.yamlfile import characters
from press.yamlfile.document import Document, Flawed, Loc
from press.yamlfile.reading import text_of
from press.yamlfile.tree import Tree


@dataclass(frozen=True, slots=True)
class Change:
    """One word of the text at `loc` that is to be another: a name that is the whole value, or any 'kind:slug' in it."""

    loc: Loc
    old: str
    new: str

    def of(self, text: str) -> str:
        """The text with the word changed; letters, digits, hyphens and colons make a word."""
        once = 0 if ":" in self.old else 1  # what follows a name is a comment, in which it may be an everyday word
        return re.sub(rf"(?<![\w:-]){re.escape(self.old)}(?![\w-])", lambda _: self.new, text, count=once)


def rewritten(file: Path, document: Document, changes: Iterable[Change]) -> str:
    """The text of the file that `document` was read from, with the changes made in the places of their values.

    Raises Flawed, with the place, where a value does not become what it should or another one changes: a word that is
    written with an escape, say.
    """
    wanted = tuple(changes)
    text = text_of(file, document.path)
    lines = [0, *(each.end() for each in characters.LINE_BREAK.finditer(text))]
    places = {place for loc, mark in document.marks.items() if loc for place in (mark.value, mark.key)}
    starts = sorted(_index(lines, place) for place in places)  # a value ends where the next thing begins
    pieces: list[str] = []
    done = 0
    for change in sorted(wanted, key=lambda change: document.at(change.loc)):
        begin = _index(lines, document.at(change.loc))
        after = bisect_right(starts, begin)
        end = starts[after] if after < len(starts) else len(text)
        pieces += [text[done:begin], change.of(text[begin:end])]
        done = end
    made = "".join((*pieces, text[done:]))
    _hold(document, made, wanted)
    return made


def _index(lines: list[int], place: tuple[int, int]) -> int:
    line, column = place
    return lines[line - 1] + column - 1


def _hold(document: Document, made: str, changes: tuple[Change, ...]) -> None:
    """Raises Flawed where the new text does not say exactly what it should."""
    meant = dict(_leaves(document.values, ()))
    for change in changes:
        meant[change.loc] = change.of(str(meant[change.loc]))
    found = dict(_leaves(Tree(made, document.path).values, ()))
    wrong = [loc for loc in {**meant, **found} if loc not in meant or loc not in found or meant[loc] != found[loc]]
    wrong += [change.loc for change in changes if change.new not in str(found.get(change.loc))]
    if wrong:
        message = "this cannot be rewritten as it is written here; write it plainly, without escapes, and try again"
        raise Flawed([Problem(document.path, *document.at(loc), message) for loc in wrong])


def _leaves(values: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(values, dict | list):
        for name, value in values.items() if isinstance(values, dict) else enumerate(values):
            yield from _leaves(value, (*loc, name))
    else:
        yield loc, values
