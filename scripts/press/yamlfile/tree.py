"""The values and marks of a YAML text, from libyaml's events."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from press.problems import Problem
from press.yamlfile import characters, mending, scalars
from press.yamlfile.document import Loc, Mark

try:
    from yaml import CSafeLoader
except ImportError:
    raise ImportError(
        "PyYAML was built without libyaml; install PyYAML's own wheel, as `make site` does", name="yaml._yaml"
    ) from None

DEEPEST = 20
LOST = re.compile(r" +(#[^\s]\S*)")


class Stop(Exception):
    """Nothing after this place in the file can be told apart."""


class Tree:
    """Reads one YAML text: `values` (None where there is no mapping), `marks`, and all `problems` found."""

    def __init__(self, text: str, path: str) -> None:
        self.values: dict[str, Any] | None = None
        self.marks: dict[Loc, Mark] = {(): Mark((1, 1), (1, 1))}
        self.problems: list[Problem] = []
        self.syntax: Problem | None = None
        self._text = text
        self._lines = characters.LINE_BREAK.split(text)
        self._path = path
        self._last: mending.Span | None = None
        self._events: Iterator[Any] = yaml.parse(text, Loader=CSafeLoader)
        try:
            self._document()
        except Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self.syntax = self._syntax(error)

    def _document(self) -> None:
        next(self._events)
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            self._stop(None, "the file is empty; write the record's fields as 'name: value' lines")
        if start.version or start.tags:
            self._fault(start.start_mark, "a line cannot begin with '%'; take it out")
        root = next(self._events)
        if isinstance(root, yaml.MappingStartEvent):
            self._refuse_names(root)
            self.values = self._mapping((), 1)
        else:
            self._no_mapping(root)
        next(self._events)
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self.values = None  # what the first one lacks may stand in the second
            self._stop(after.start_mark, "'---' begins a second record here; keep one record in a file")

    def _no_mapping(self, root: Any) -> None:
        where = root.start_mark
        empty = isinstance(root, yaml.ScalarEvent) and not root.value and root.implicit[0]
        self._value(root, (), 0)
        if empty:
            self._stop(None, "the file is empty; write the record's fields as 'name: value' lines")
        found = "a list" if isinstance(root, yaml.SequenceStartEvent) else "one text"
        wanted = f"the file holds {found}; write the record's fields as 'name: value' lines"
        self._fault(where, mending.tight(self._lines, where.line) or wanted)

    def _value(self, event: Any, loc: Loc, depth: int) -> Any:
        self._refuse_names(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth == DEEPEST:
            self._stop(event.start_mark, f"nested more than {DEEPEST} deep; make the record flatter")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc, depth + 1)
        return self._sequence(loc, depth + 1)

    def _sequence(self, loc: Loc, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            here = (*loc, len(items))
            self.marks[here] = Mark(self._place(event.start_mark), self._place(event.start_mark))
            items.append(self._value(event, here, depth))
        return items

    def _mapping(self, loc: Loc, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._key(event, loc, depth)
            if name is None:
                self._value(next(self._events), loc, depth)
                continue
            if name in first:
                again = f"'{name}' is written twice, first on line {first[name]}; keep one"
                self._fault(event.start_mark, again)
            first.setdefault(name, event.start_mark.line + 1)
            value = next(self._events)
            self.marks[*loc, name] = Mark(self._place(value.start_mark), self._place(event.start_mark))
            fields[name] = self._value(value, (*loc, name), depth)
        return fields

    def _key(self, event: Any, loc: Loc, depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, loc, depth)
            if not isinstance(event, yaml.AliasEvent):
                what = "a field's name must be text, not a list or fields of its own"
                self._fault(event.start_mark, f"{what}; write 'name: value'")
            return None
        self._refuse_names(event)
        self._seen(event)
        if event.style:
            self._check_escapes(event)
            return str(event.value)
        try:
            return scalars.key(event.value)
        except scalars.Ambiguous as fault:
            self._fault(event.start_mark, str(fault))
            return None

    def _scalar(self, event: Any) -> str | int | float | bool | None:
        self._seen(event)
        if event.style:
            self._check_escapes(event)
            return str(event.value)
        end = event.end_mark
        if lost := LOST.match(self._text, end.index):
            place = (end.line + 1, end.column + 1 + lost.start(1) - end.index)
            remedy = "put the whole text in quotes, or a space after '#'"
            self._fault_at(place, f"'{lost[1]}' would be lost as a comment; {remedy}")
        if not event.implicit[0]:
            return str(event.value)
        try:
            return scalars.plain(event.value)
        except scalars.Ambiguous as fault:
            self._fault(event.start_mark, str(fault))
            return None

    def _check_escapes(self, event: Any) -> None:
        if event.style == '"' and (fault := characters.value_fault(event.value)):
            self._fault(event.start_mark, fault)

    def _refuse_names(self, event: Any) -> None:
        start = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            what = f"'*{event.anchor}' stands for a value elsewhere, which a record never does"
            self._fault(start, f"{what}; write the value out, or put the text in quotes")
            return
        if event.anchor is not None:
            what = f"'&{event.anchor}' names a value for use elsewhere, which a record never does"
            self._fault(start, f"{what}; take it out, or put the text in quotes")
        if event.tag is not None:
            what = "a word with '!' here is a YAML tag, which a record never needs"
            self._fault(start, f"{what}; take it out, or put the text in quotes")

    def _seen(self, event: Any) -> None:
        start, quote = event.start_mark, event.style if event.style in ("'", '"') else ""
        self._last = mending.Span(start.line, start.column, event.end_mark.line, quote)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        context = error.context_mark
        found = mending.Break(
            problem=error.problem or "",
            at=self._from_zero(error.problem_mark),
            context=error.context or "",
            context_at=self._from_zero(context) if context else None,
        )
        line, column, message = mending.explain(found, self._last, self._lines)
        return Problem(self._path, line + 1, column + 1, message)

    def _fault(self, mark: Any, message: str) -> None:
        self._fault_at(self._place(mark), message)

    def _fault_at(self, place: tuple[int, int], message: str) -> None:
        self.problems.append(Problem(self._path, *place, message))

    def _stop(self, mark: Any, message: str) -> NoReturn:
        self._fault_at(self._place(mark) if mark else (1, 1), message)
        raise Stop

    def _place(self, mark: Any) -> tuple[int, int]:
        # libyaml puts the end of a file whose last line is open on a line of its own.
        if mark.line == len(self._lines):
            return mark.line, len(self._lines[-1]) + 1
        return mark.line + 1, mark.column + 1

    def _from_zero(self, mark: Any) -> tuple[int, int]:
        line, column = self._place(mark)
        return line - 1, column - 1
