"""What pydantic finds wrong with a record, as a sentence that says what to do."""

from enum import EnumMeta
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from press.problems import did_you_mean
from press.records.base import Loc

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
    "string_type": "text is expected here; put it in quotes",
    "int_type": "a whole number is expected here",
    "int_parsing": "a whole number is expected here",
    "bool_type": "true or false is expected here",
    "bool_parsing": "true or false is expected here",
    "tuple_type": "a list is expected here; begin each entry with '- '",
    "model_type": "a block of 'key: value' lines is expected here",
    "string_too_short": "the text is empty; write it or leave the line out",
}


def sentence(model: type[BaseModel], fault: ErrorDetails, loc: Loc) -> str:
    """What is wrong at `loc` of a record of `model`, and what to do; one line."""
    kind, context = fault["type"], fault.get("ctx", {})
    name = _name(loc)
    holder = _model_at(model, loc[:-1])
    if kind == "extra_forbidden":
        known = [each for each, info in holder.model_fields.items() if not _derived(info)]
        return f"{_kind(holder)} has no field '{name}'{did_you_mean(name, known) or '; leave it out'}"
    if kind == "missing":
        info = holder.model_fields[name]
        return f"'{name}' is missing; add it: {_lower(info.description or '')}"
    if kind in ("enum", "literal_error"):
        return _choice(name, fault, _model_field(holder, name))
    if kind == "string_pattern_mismatch":
        ways = (way for start, way in _PATTERNS.items() if context["pattern"].startswith(start))
        return f"'{name}' is {_shown(fault['input'])}; {next(ways, 'write it in the form that the field asks for')}"
    if kind == "value_error":
        return f"{name}: {context['error']}"
    if kind in ("too_long", "too_short"):
        bound = f"at most {context['max_length']}" if kind == "too_long" else f"at least {context['min_length']}"
        return f"'{name}' has {context['actual_length']} entries; {bound} are expected"
    if kind == "string_too_long":
        return f"'{name}' has {len(fault['input'])} characters; at most {context['max_length']} are allowed: shorten it"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"'{name}' is {_shown(fault['input'])}; {_lower(fault['msg']).removeprefix('input should be ')} is expected"
    return f"'{name}': {_EXPECTED.get(kind, _lower(fault['msg']))}"


def _name(loc: Loc) -> str:
    if loc and isinstance(loc[-1], int):
        return f"{_name(loc[:-1])}[{loc[-1] + 1}]"
    return str(loc[-1]) if loc else "the record"


def _kind(model: type[BaseModel]) -> str:
    return f"'{model.__name__.lower()}'"


def _shown(value: Any) -> str:
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _derived(info: Any) -> bool:
    return bool((info.json_schema_extra or {}).get("derived"))


def _choice(name: str, fault: ErrorDetails, annotation: Any) -> str:
    choices = _choices(annotation)
    given = str(fault["input"])
    return f"'{name}' is {_shown(given)}; choose one of: {', '.join(choices)}{did_you_mean(given, choices)}"


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, EnumMeta):
        return [str(member.value) for member in annotation]
    return [choice for arm in get_args(annotation) for choice in (_choices(arm) or ([arm] if isinstance(arm, str) else []))]


def _model_field(model: type[BaseModel], name: str) -> Any:
    info = model.model_fields.get(name.split("[")[0])
    return info.annotation if info else None


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model that stands at `loc`, found through lists and unions."""
    for step in loc:
        if isinstance(step, str):
            info = model.model_fields.get(step)
            model = (_model_in(info.annotation) if info else None) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        return next((found for arm in get_args(annotation) if (found := _model_in(arm))), None)
    return None
