"""Faults put into real records, one into each file: how each is made, and on which lines it has to be found.

The choice is that of a fixed seed, so every run makes the same faults.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from press import yamlfile
from press.records import KINDS, Record
from press.records.base import AnyRef, Own, Part, Ref, part_in
from press.records.places import Place, places
from press.yamlfile import Document


@dataclass(frozen=True)
class File:
    """A record's file as it is, with what was read of it."""

    path: str
    kind: type[Record]
    text: str
    document: Document
    record: Record

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass(frozen=True)
class Mutation:
    """A file with a fault, to be found on one of the lines from `first` to `last`; where both are 0 it is none."""

    path: str
    data: bytes
    first: int
    last: int

    @property
    def harmless(self) -> bool:
        return not self.last


def read(root: Path, only: tuple[str, ...] = ()) -> list[File]:
    """Every record's file below `root`; what became of moved and withdrawn ones is left out."""
    found = []
    for kind in KINDS:
        for file in sorted((root / "data" / kind.FOLDER).glob("*.yml")):
            path = file.relative_to(root).as_posix()
            document = yamlfile.read(file, path)
            if document.values.get("kind") not in ("moved", "withdrawn") and (not only or kind.KIND in only):
                record = kind.model_validate({**document.values, "slug": file.stem})
                found.append(File(path, kind, file.read_text(encoding="utf-8"), document, record))
    return found


# --- places in a file


def _single(file: File, loc: tuple[Any, ...]) -> re.Match[str] | None:
    """The line of a field that stands whole on it: all before the value, and the value."""
    if not loc or not isinstance(loc[-1], str):
        return None
    line, column = file.document.key_at(loc)
    match = re.fullmatch(rf"( *(?:- )*{loc[-1]}: +)(\S.*)", file.lines[line - 1])
    if match is None or match[2][0] in ">|" or file.document.at(loc)[0] != line:
        return None
    after = file.lines[line] if line < len(file.lines) else ""
    return None if len(after) - len(after.lstrip()) > column - 1 and after.strip() else match


def _strings(file: File) -> list[Place]:
    there = (place for place in places(file.record) if _written(file.document.values, place.loc))
    return [place for place in there if _single(file, place.loc)]


def _at(values: Any, loc: tuple[Any, ...]) -> Any:
    for step in loc:
        values = values[step]
    return values


def _written(values: Any, loc: tuple[Any, ...]) -> bool:
    try:
        _at(values, loc)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _keys(model: type[Part], values: Any, loc: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], bool]]:
    """Each key that is written, by its place, and whether its model needs it."""
    for name, info in model.model_fields.items():
        if not isinstance(values, dict) or name not in values:
            continue
        yield (*loc, name), info.is_required()
        inner, value = part_in(info.annotation), values[name]
        if inner and isinstance(value, dict):
            yield from _keys(inner, value, (*loc, name))
        elif inner and isinstance(value, list):
            for index, each in enumerate(value):
                yield from _keys(inner, each, (*loc, name, index))


def _block_end(lines: list[str], line: int, indent: int) -> int:
    """The last line, from 1, of what begins at `line` and is deeper than `indent`."""
    end = line
    for number in range(line, len(lines)):
        text = lines[number]
        depth = len(text) - len(text.lstrip())
        if text.strip() and (depth < indent or (depth == indent and not text.lstrip().startswith("- "))):
            break
        if text.strip():
            end = number + 1
    return end


def _with(file: File, line: int, text: str) -> bytes:
    lines = file.lines
    lines[line - 1] = text
    return "\n".join(lines).encode()


def _value(file: File, loc: tuple[Any, ...], value: str, *, near: int = 0) -> Mutation:
    line = file.document.key_at(loc)[0]
    match = _single(file, loc)
    assert match
    return Mutation(file.path, _with(file, line, match[1] + value), line, line + near)


# --- the faults: each takes a file and chance, and gives the file with that fault, or nothing where it cannot have it


def missing_field(file: File, chance: Random) -> Mutation | None:
    needed = []
    for loc, required in _keys(file.kind, file.document.values):
        line, column = file.document.key_at(loc)
        alone = len(_at(file.document.values, loc[:-1])) == 1
        if required and not alone and not file.lines[line - 1][: column - 1].strip():
            needed.append((loc, line, column))
    if not needed:
        return None
    loc, line, column = chance.choice(needed)
    end = _block_end(file.lines, line, column - 1)
    left = "\n".join([*file.lines[: line - 1], *file.lines[end:]]).encode()
    if len(loc) == 1:  # a record begins with its first field
        return Mutation(file.path, left, 1, file.document.at(())[0])
    holder = file.document.at(loc[:-1])[0]
    return Mutation(file.path, left, min(holder, file.document.key_at(loc[:-1])[0]), line)


def misspelt_key(file: File, chance: Random) -> Mutation | None:
    loc, _ = chance.choice(list(_keys(file.kind, file.document.values)))
    line, column = file.document.key_at(loc)
    name, text = str(loc[-1]), file.lines[line - 1]
    if text[column - 1 : column - 1 + len(name)] != name:
        return None
    at = chance.randrange(len(name))
    wrong = name[:at] + chance.choice("qxz") + name[at:]
    before, after = text[: column - 1], text[column - 1 + len(name) :]
    return Mutation(file.path, _with(file, line, before + wrong + after), line, line)


def wrong_type(file: File, chance: Random) -> Mutation | None:
    found = _strings(file)
    if not found:
        return None
    place = chance.choice(found)
    needed = dict(_keys(file.kind, file.document.values)).get(place.loc)
    nothing = ["", "null"] if needed else []  # any other field may be left empty
    return _value(file, place.loc, chance.choice(["[1, 2]", "{a: b}", "12", "true", *nothing]))


def wrong_word(file: File, chance: Random) -> Mutation | None:
    """A word that the vocabulary does not have: the model knows them as texts with a label."""
    words = [place for place in _strings(file) if hasattr(place.value, "label")]
    place = chance.choice(words) if words else None
    return _value(file, place.loc, f"{place.value}x") if place else None


def bad_date(file: File, chance: Random) -> Mutation | None:
    days = [place for place in _strings(file) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", place.value)]
    if not days:
        return None
    place = chance.choice(days)
    wrong = chance.choice(["'2024-13-01'", "'2024-02-30'", place.value, "'8 July 2024'", "'24-07-08'", "08.07.2024"])
    return _value(file, place.loc, wrong)


def wrong_indent(file: File, chance: Random) -> Mutation | None:
    """One more space before a field that has neighbours above and below."""
    fit = []
    for loc, _ in _keys(file.kind, file.document.values):
        line, column = file.document.key_at(loc)
        if file.lines[line - 1][: column - 1].strip():
            continue
        same = re.compile(rf" {{{column - 1}}}[a-z_]+:")
        if same.match(file.lines[line - 2]) and same.match(file.lines[line] if line < len(file.lines) else ""):
            fit.append(line)
    if not fit:
        return None
    line = chance.choice(fit)
    return Mutation(file.path, _with(file, line, f" {file.lines[line - 1]}"), line - 1, line + 1)


def tab(file: File, chance: Random) -> Mutation | None:
    deep = [number for number, text in enumerate(file.lines, 1) if text.startswith("  ") and text.strip()]
    if not deep:
        return None
    line = chance.choice(deep)
    return Mutation(file.path, _with(file, line, "\t" + file.lines[line - 1].lstrip()), line - 1, line + 1)


def unclosed_quote(file: File, chance: Random) -> Mutation | None:
    quoted = [number for number, text in enumerate(file.lines, 1) if re.fullmatch(r" *(- )*[a-z_]+: +'[^']*'", text)]
    if not quoted:
        return None
    line = chance.choice(quoted)
    return Mutation(file.path, _with(file, line, file.lines[line - 1][:-1]), line, line + 1)


def unclosed_bracket(file: File, chance: Random) -> Mutation | None:
    flowing = [number for number, text in enumerate(file.lines, 1) if re.fullmatch(r" *(- )*[a-z_]+: +\[.*\]", text)]
    if not flowing:
        return None
    line = chance.choice(flowing)
    return Mutation(file.path, _with(file, line, file.lines[line - 1][:-1]), line, line + 1)


def repeated_key(file: File, chance: Random) -> Mutation | None:
    found = [file.document.key_at(place.loc) for place in _strings(file)]
    whole = [line for line, column in found if not file.lines[line - 1][: column - 1].strip()]
    if not whole:
        return None
    line = chance.choice(whole)
    text = file.lines[line - 1]
    return Mutation(file.path, _with(file, line, f"{text}\n{text}"), line + 1, line + 1)


def stray_colon(file: File, chance: Random) -> Mutation | None:
    texts = [(place.loc, match[2]) for place in _strings(file) if (match := _single(file, place.loc))]
    plain = [(loc, text) for loc, text in texts if re.fullmatch(r"[A-Za-z].* .*[^'\"]", text)]
    if not plain:
        return None
    loc, text = chance.choice(plain)
    return _value(file, loc, text.replace(" ", ": ", 1))


def truncated(file: File, chance: Random) -> Mutation | None:
    """A file that ends half-way: it lacks a field, or its last line is torn."""
    whole = file.text.encode()
    data = whole[: chance.randrange(1, len(whole))]
    kept = data.decode(errors="ignore")
    names = re.findall(r"^([a-z_]+):", kept, re.MULTILINE)
    lacks = [name for name, info in file.kind.model_fields.items() if info.is_required() and name not in names[:-1]]
    last = kept.count("\n") + 1
    return Mutation(file.path, data, 1, last) if len(lacks) > 1 else None


def emptied(file: File, chance: Random) -> Mutation | None:
    return Mutation(file.path, chance.choice([b"", b"\n", b"# nothing\n", b"---\n"]), 1, 2)


def byte_order_mark(file: File, chance: Random) -> Mutation | None:
    return Mutation(file.path, b"\xef\xbb\xbf" + file.text.encode(), 1, 1)


def windows_lines(file: File, chance: Random) -> Mutation | None:
    return Mutation(file.path, file.text.replace("\n", "\r\n").encode(), 0, 0)


def binary(file: File, chance: Random) -> Mutation | None:
    line = chance.randrange(1, len(file.lines))
    junk = chance.choice([b"\x00", b"\xff\xfe", b"\x80abc", b"\x07", b"\x1b[0m", b"\xc3\x28"])
    rows = [text.encode() for text in file.lines]
    at = chance.randrange(len(rows[line - 1]) + 1)
    rows[line - 1] = rows[line - 1].decode()[:at].encode() + junk + rows[line - 1].decode()[at:].encode()
    return Mutation(file.path, b"\n".join(rows), line, line)


def very_long_line(file: File, chance: Random) -> Mutation | None:
    found = [place for place in _strings(file) if place.marker(Own)]
    return _value(file, chance.choice(found).loc, "word " * 6_000 + "end") if found else None


def unknown_field(file: File, chance: Random) -> Mutation | None:
    line = file.text.rstrip("\n").count("\n") + 2
    return Mutation(file.path, file.text.rstrip("\n").encode() + b"\ncolour: red\n", line, line)


def second_document(file: File, chance: Random) -> Mutation | None:
    tops = [file.document.key_at((name,))[0] for name in file.document.values][1:]
    if not tops:
        return None
    line = chance.choice(tops)
    return Mutation(file.path, _with(file, line, f"---\n{file.lines[line - 1]}"), line, line)


def sign(file: File, chance: Random) -> Mutation | None:
    found = _strings(file)
    wrong = chance.choice(["*other", "&other", "!other x", "@x", "%x", "`x`", "{x", "a #b", "- x", "? x", "]", "<<: x"])
    return _value(file, chance.choice(found).loc, wrong, near=1) if found else None


STRUCTURAL: tuple[Callable[[File, Random], Mutation | None], ...] = (
    missing_field,
    misspelt_key,
    wrong_type,
    wrong_word,
    bad_date,
    wrong_indent,
    tab,
    unclosed_quote,
    unclosed_bracket,
    repeated_key,
    stray_colon,
    truncated,
    emptied,
    byte_order_mark,
    windows_lines,
    binary,
    very_long_line,
    unknown_field,
    second_document,
    sign,
)
"""Faults that a file alone shows."""


def wrong_reference(file: File, chance: Random) -> Mutation | None:
    named = [each for each in _strings(file) if each.marker(Ref) or each.marker(AnyRef)]
    return _value(file, (place := chance.choice(named)).loc, f"{place.value}-nowhere") if named else None


def wrong_link(file: File, chance: Random) -> Mutation | None:
    prose = [each for each in _strings(file) if (own := each.marker(Own)) and own.markdown]
    wrong = chance.choice(["A [word](claim:no-such-claim).", "A [word](javascript:x).", "<b>A word</b>.", "![x](y)"])
    return _value(file, chance.choice(prose).loc, f"'{wrong}'") if prose else None


def wrong_letter(file: File, chance: Random) -> Mutation | None:
    """A letter of a quotation of the article."""
    quotes = [each for each in _strings(file) if each.loc[0] == "appearances" and each.loc[-1] == "exact"]
    if not quotes:
        return None
    place = chance.choice(quotes)
    match = _single(file, place.loc)
    assert match
    value = match[2]
    letters = [at for at, letter in enumerate(value) if letter.isalpha()]
    at = chance.choice(letters)
    return _value(file, place.loc, value[:at] + ("q" if value[at] != "q" else "k") + value[at + 1 :])


TOGETHER: tuple[Callable[[File, Random], Mutation | None], ...] = (wrong_reference, wrong_link, wrong_letter)
"""Faults that only all records together show."""
