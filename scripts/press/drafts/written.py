"""A record's file as text: values, and above each the question that it answers."""

import re
from collections.abc import Iterator, Mapping
from enum import EnumMeta
from textwrap import wrap
from typing import Any, get_args

from press.drafts.context import ASKED
from press.records import Record
from press.records.base import Part, part_in
from press.records.vocabulary import Vocabulary

_WIDTH = 118
_PLAIN = re.compile(r"[A-Za-z][\w ,./()’“”?-]*[\w.?)”]|[A-Za-z]")
_SHORT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_PLAIN = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def file_text(kind: type[Record], values: Mapping[str, Any], depth: int = 1) -> str:
    """The file of a record with these values; a field without a value stands as a comment that can be filled in.

    `depth` is how many folders lie between the file and `data/`.
    """
    head = f"# yaml-language-server: $schema={'../' * depth}schema/{kind.KIND}.json"
    return "\n".join([head, *_fields(kind, values, "")]) + "\n"


def _fields(
    model: type[Part], values: Mapping[str, Any], indent: str, first: str | None = None, *, asks: bool = True
) -> Iterator[str]:
    """The lines of a block; `first` is the indent of its first line, '- ' included, where it is an entry of a list.

    Without `asks` there are no questions: in a list, the first entry has them for all.
    """
    for name, info in model.model_fields.items():
        if (info.json_schema_extra or {}).get("derived"):
            continue
        given = values.get(name, ASKED) is not ASKED
        if name not in values and info.is_required():
            raise ValueError(f"a draft of {model.__name__} lacks '{name}'")
        lead = first if first is not None and given else indent
        if asks:
            yield from _question(info, lead.replace("-", " "))
        if given:
            yield from _field(name, info, values[name], indent, lead, asks=asks)
            first = None
        elif asks:
            yield f"{indent}# {name}:"
            yield from _inside(info, indent) if name in values else ()


def _inside(info: Any, indent: str) -> Iterator[str]:
    """The fields of a block that is asked for; without their first '# ' the lines are the block."""
    model = part_in(info.annotation)
    for name, each in model.model_fields.items() if model else ():
        yield from (f"{indent}#   {line}" for line in _question(each, ""))
        yield f"{indent}#   {'' if each.is_required() else '# '}{name}:"


def _question(info: Any, indent: str) -> Iterator[str]:
    """What the field asks, and the words that it may hold."""
    text = info.description or ""
    words = _words(info.annotation)
    if words:
        text += f" One of: {', '.join(words)}."
    for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False):
        yield f"{indent}# {line}"


def _field(name: str, info: Any, value: Any, indent: str, lead: str, *, asks: bool) -> Iterator[str]:
    model = part_in(info.annotation) or Part
    if isinstance(value, Mapping):
        yield f"{lead}{name}:"
        yield from _fields(model, value, indent + "  ", asks=asks)
    elif isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
        yield f"{lead}{name}:"
        for number, each in enumerate(value):
            yield from _fields(model, each, indent + "    ", f"{indent}  - ", asks=asks and number == 0)
    elif isinstance(value, list) and all(_SHORT.fullmatch(str(each)) for each in value):
        yield f"{lead}{name}: [{', '.join(map(str, value))}]"
    elif isinstance(value, list):
        yield f"{lead}{name}:"
        yield from (f"{indent}  - {scalar(each)}" for each in value)
    else:
        yield f"{lead}{name}: {scalar(value)}"


def scalar(value: Any) -> str:
    """A value as YAML on one line: what could be read as something else stands in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_PLAIN and not text.endswith("-"):
        return text
    return "'" + text.replace("'", "''") + "'"


def _words(annotation: Any) -> list[str]:
    """The words of a vocabulary that a field may hold, '' for other fields."""
    if isinstance(annotation, EnumMeta) and issubclass(annotation, Vocabulary):
        return [member.value for member in annotation]
    return [word for arm in get_args(annotation) if not isinstance(arm, str) for word in _words(arm)]
