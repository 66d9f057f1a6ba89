"""What pydantic finds wrong with a record, as a sentence that says what to do."""

from enum import EnumMeta
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from press.problems import did_you_mean, nearest
from press.records import Correction
from press.records.base import Loc, Record, part_in

# What a pattern asks for, said plainly; keyed by the start of the pattern.
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write a name in small letters and digits, joined by single hyphens",
    r"^[a-z]+:": "write 'kind:name', such as claim:some-claim",
    r"^\d{4}-\d{2}-\d{2}$": "write a day as 'YYYY-MM-DD', in quotes",
    r"^(\d{4}(-": "write a day 'YYYY-MM-DD', a month 'YYYY-MM' or a year 'YYYY', in quotes, or unknown",
    r"^([01]\d|": "write an hour as 'HH:MM', in quotes",
    r"^(UTC|": "write UTC, an offset such as '+03:00' in quotes, or unknown",
    r"^[a-z]{2,3}(": "write a language tag such as en, ru, uk",
    r"^[0-9a-f]{64}$": "write 64 hexadecimal digits",
}

_EXPECTED = {
    "string_type": "write a text (one that looks like a number stands in quotes)",
    "int_type": "write a whole number, without quotes",
    "bool_type": "write true or false, without quotes",
    "tuple_type": "write a list: each entry on a line of its own that begins with '- '",
    "model_type": "write a block of 'name: value' lines",
    "string_too_short": "write the text, or leave the line out",
}

_OTHERS = (
    *("extra_forbidden", "missing", "enum", "literal_error", "string_pattern_mismatch", "value_error"),
    *("too_long", "too_short", "string_too_long", "greater_than_equal", "less_than_equal"),
)
KINDS = (*_EXPECTED, *_OTHERS)
"""The faults, by pydantic's names, that a record can have; what each means is said by `sentence`."""


def sentence(model: type[BaseModel], fault: ErrorDetails, loc: Loc) -> str:
    """What is wrong at `loc` of a record of `model`, and what to do; one line."""
    kind, context = fault["type"], fault.get("ctx", {})
    name, called = _name(loc), _called(loc)
    holder = _model_at(model, loc[:-1])
    if kind == "extra_forbidden":
        near = did_you_mean(name, _fields_of(holder))
        return f"{_holder(model, loc[:-1])} has no field '{name}'{near or '; leave it out'}"
    if kind == "missing":
        info = holder.model_fields[name]
        choices = [] if part_in(info.annotation) else _choices(info.annotation)
        words = f" One of: {', '.join(choices)}." if choices else ""
        return f"{called} is missing; add it: {_lower(info.description or '')}{words}"
    if kind in ("enum", "literal_error"):
        return _choice(loc, fault, _model_field(holder, name))
    if kind == "string_pattern_mismatch":
        way = _way(context["pattern"]) or "write it in the form that the field asks for"
        return f"{called} is {_shown(fault['input'])}; {way}"
    if kind == "value_error":
        given = fault["input"]
        wrong = f"{called} is {_shown(given)}" if isinstance(given, str) else f"{_fields(loc)} do not fit together"
        return f"{wrong}; {context['error']}"
    if kind in ("too_long", "too_short"):
        number = context["actual_length"]
        has = f"{called} has {number or 'no'} {'entry' if number == 1 else 'entries'}"
        if kind == "too_long":
            return f"{has}; keep {context['max_length']} at most"
        return f"{has}; add at least {context['min_length'] - number}"
    if kind == "string_too_long":
        return f"{called} has {len(fault['input'])} characters; shorten it to {context['max_length']} at most"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"{context['ge']} or more" if kind == "greater_than_equal" else f"{context['le']} or less"
        return f"{called} is {_shown(fault['input'])}; write {bound}"
    if kind == "string_type" and fault["input"] is None and model is Correction:
        return f"{called} is empty; answer the question above it"  # `press correct` leaves it so
    way = _way(_pattern(_asked(holder, loc))) if kind == "string_type" else ""
    return f"{called} {_found(fault['input'])}; {way or _EXPECTED.get(kind, _lower(fault['msg']))}"


def _way(pattern: str) -> str:
    """What a pattern asks for, '' where there is none."""
    return next((way for start, way in _PATTERNS.items() if pattern.startswith(start)), "")


def _asked(holder: type[BaseModel], loc: Loc) -> Any:
    """What the field at `loc`, or the field whose list it is in, may hold."""
    name = next((step for step in reversed(loc) if isinstance(step, str)), "")
    return holder.model_fields.get(name)


def _pattern(info: Any) -> str:
    """The pattern of the texts that a field holds, '' where it has none."""
    found = getattr(info, "pattern", None) or ""
    arms = (*getattr(info, "metadata", ()), *get_args(getattr(info, "annotation", info)))
    return found or next((inner for arm in arms if (inner := _pattern(arm))), "")


def meant(model: type[BaseModel], loc: Loc) -> str:
    """The field that an unknown key at `loc` was most likely meant to be, or ''."""
    return nearest(_name(loc), _fields_of(_model_at(model, loc[:-1])))


def _fields_of(model: type[BaseModel]) -> list[str]:
    return [name for name, info in model.model_fields.items() if not _derived(info)]


def _name(loc: Loc) -> str:
    if loc and isinstance(loc[-1], int):
        return f"{_name(loc[:-1])}[{loc[-1] + 1}]"
    return str(loc[-1]) if loc else "the record"


def _called(loc: Loc) -> str:
    """A field as an author knows it: its name in quotes, or an entry of a list by its number."""
    if loc and isinstance(loc[-1], int):
        return f"entry {loc[-1] + 1} of {_called(loc[:-1])}"
    return f"'{loc[-1]}'" if loc else "the record"


def _holder(model: type[BaseModel], loc: Loc) -> str:
    """What a field stands in, as an author knows it: the kind of record, a field, or an entry of a list."""
    if not loc:
        kind = model.__name__.lower() + ("" if issubclass(model, Record) else " record")
        return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    return f"an entry of {_called(loc[:-1])}" if isinstance(loc[-1], int) else _called(loc)


def _shown(value: Any) -> str:
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def _fields(loc: Loc) -> str:
    return f"the fields of {_called(loc)}" if loc else "the fields of the record"


def _found(value: Any) -> str:
    if value is None or value == "":
        return "is empty"
    if isinstance(value, list | dict):
        return "is a list" if isinstance(value, list) else "is a block of fields"
    return f"is {_shown(value)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _derived(info: Any) -> bool:
    return bool((info.json_schema_extra or {}).get("derived"))


def _choice(loc: Loc, fault: ErrorDetails, annotation: Any) -> str:
    choices = _choices(annotation)
    given = str(fault["input"])
    if part_in(annotation):
        choices.append("a block of 'name: value' lines")
    return f"{_called(loc)} is {_shown(given)}; choose one of: {', '.join(choices)}{did_you_mean(given, choices)}"


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, EnumMeta):
        return [str(member.value) for member in annotation]
    if isinstance(annotation, str):
        return [annotation]
    return [choice for arm in get_args(annotation) for choice in _choices(arm)]


def _model_field(model: type[BaseModel], name: str) -> Any:
    info = model.model_fields.get(name.split("[")[0])
    return info.annotation if info else None


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model that stands at `loc`, found through lists and unions."""
    for step in loc:
        if isinstance(step, str):
            info = model.model_fields.get(step)
            model = (part_in(info.annotation) if info else None) or model
    return model
