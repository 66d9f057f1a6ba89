"""What pydantic finds wrong with a record, as a sentence that says what to do."""

from enum import EnumMeta
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from press.problems import did_you_mean, nearest
from press.records.base import Loc, part_in

# What a pattern asks for, said plainly; keyed by the start of the pattern.
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write a slug: small letters and digits, joined by single hyphens",
    r"^[a-z]+:": "write 'kind:slug', such as claim:some-claim",
    r"^\d{4}-\d{2}-\d{2}$": "write a day as 'YYYY-MM-DD', in quotes",
    r"^(\d{4}(-": "write a day 'YYYY-MM-DD', a month 'YYYY-MM' or a year 'YYYY', in quotes, or unknown",
    r"^([01]\d|": "write an hour as 'HH:MM', in quotes",
    r"^(UTC|": "write UTC, an offset such as '+03:00' in quotes, or unknown",
    r"^[a-z]{2,3}(": "write a language tag such as en, ru, uk",
    r"^[0-9a-f]{64}$": "write 64 hexadecimal digits",
}

_EXPECTED = {
    "string_type": "write a text; one that looks like a number stands in quotes",
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
    name = _name(loc)
    holder = _model_at(model, loc[:-1])
    if kind == "extra_forbidden":
        return f"{_kind(holder)} has no field '{name}'{did_you_mean(name, _fields_of(holder)) or '; leave it out'}"
    if kind == "missing":
        info = holder.model_fields[name]
        return f"'{name}' is missing; add it: {_lower(info.description or '')}"
    if kind in ("enum", "literal_error"):
        return _choice(name, fault, _model_field(holder, name))
    if kind == "string_pattern_mismatch":
        ways = (way for start, way in _PATTERNS.items() if context["pattern"].startswith(start))
        return f"'{name}' is {_shown(fault['input'])}; {next(ways, 'write it in the form that the field asks for')}"
    if kind == "value_error":
        given = fault["input"]
        wrong = f"'{name}' is {_shown(given)}" if isinstance(given, str) else f"{_fields(loc)} disagree"
        return f"{wrong}; {context['error']}"
    if kind in ("too_long", "too_short"):
        bound = f"at most {context['max_length']}" if kind == "too_long" else f"at least {context['min_length']}"
        return f"'{name}' has {context['actual_length']} entries; {bound} are expected"
    if kind == "string_too_long":
        return f"'{name}' has {len(fault['input'])} characters; at most {context['max_length']} are allowed: shorten it"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = _lower(fault["msg"]).removeprefix("input should be ")
        return f"'{name}' is {_shown(fault['input'])}; {bound} is expected"
    return f"'{name}' {_found(fault['input'])}; {_EXPECTED.get(kind, _lower(fault['msg']))}"


def meant(model: type[BaseModel], loc: Loc) -> str:
    """The field that an unknown key at `loc` was most likely meant to be, or ''."""
    return nearest(_name(loc), _fields_of(_model_at(model, loc[:-1])))


def _fields_of(model: type[BaseModel]) -> list[str]:
    return [name for name, info in model.model_fields.items() if not _derived(info)]


def _name(loc: Loc) -> str:
    if loc and isinstance(loc[-1], int):
        return f"{_name(loc[:-1])}[{loc[-1] + 1}]"
    return str(loc[-1]) if loc else "the record"


def _kind(model: type[BaseModel]) -> str:
    return f"'{model.__name__.lower()}'"


def _shown(value: Any) -> str:
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def _fields(loc: Loc) -> str:
    return f"the fields of '{_name(loc)}'" if loc else "the fields of the record"


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


def _choice(name: str, fault: ErrorDetails, annotation: Any) -> str:
    choices = _choices(annotation)
    given = str(fault["input"])
    if part_in(annotation):
        choices.append("a block of 'name: value' lines")
    return f"'{name}' is {_shown(given)}; choose one of: {', '.join(choices)}{did_you_mean(given, choices)}"


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
