"""The field reference: what every field of a record asks and how it is written, drawn from the models."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import EnumMeta
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from press import addresses
from press.pages.part.links import Link
from press.pages.part.phrases import capital, counted, listed
from press.records import KINDS, Fingerprint, Record, base
from press.records.base import Others, Own, Part, Ref
from press.records.life import Moved, Withdrawn
from press.records.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value is written: `one` of it, `many` in a list; `to` leads to what it names or holds, `words` to words."""

    one: str
    many: str
    to: tuple[Link, ...] = ()
    words: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One field; `form` says how it is written, `needed` whether every such record has it."""

    id: str
    name: str
    asks: str
    needed: bool
    form: str
    to: tuple[Link, ...]
    words: tuple[Link, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one kind of record, or of a part of one; `file` is where such records stand, '' for a part."""

    id: str
    name: str
    about: str
    file: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """Every kind with its fields, each followed by the parts that it is the first to have."""

    kinds: tuple[Link, ...]
    sections: tuple[Fields, ...]


# A type of string by what marks it, the narrower first -> one of it, many of it.
_STRINGS: tuple[tuple[Any, str, str], ...] = (
    (base.RecordRef, "a record as kind:name", "records as kind:name"),
    (base.Date, "a day as 'YYYY-MM-DD', in quotes", "days as 'YYYY-MM-DD', in quotes"),
    (base.PartialDate, "a day, a month or a year in quotes, or unknown", "days, months or years in quotes"),
    (base.Clock, "an hour as 'HH:MM', in quotes", "hours as 'HH:MM', in quotes"),
    (base.Zone, "UTC, an offset such as '+03:00' in quotes, or unknown", "zones"),
    (base.Language, "a language tag such as en", "language tags such as en"),
    (base.Sha256, "64 hexadecimal digits", "lines of 64 hexadecimal digits"),
    (base.Url, "a web address", "web addresses"),
    (base.Slug, "a name: small letters and digits, joined by hyphens", "names: small letters and digits"),
)
_OURS = {True: ("prose in Markdown", "pieces of prose in Markdown"), False: ("text", "texts")}
_WIDE = 400  # characters: a bound from there on keeps out accidents, and tells no author how much to write


def fields() -> FieldsView:
    """The reference, in the order of the kinds."""
    sections: dict[type[Part], Fields] = {}
    for model in (*KINDS, Moved, Withdrawn):
        _add(sections, model)
    return FieldsView(
        kinds=tuple(Link(_named(kind), _place(kind)) for kind in (*KINDS, Moved, Withdrawn)),
        sections=tuple(sections.values()),
    )


def _add(sections: dict[type[Part], Fields], model: type[Part]) -> None:
    """A section for the model, and one for each part that it is the first to have."""
    if model in sections:
        return
    sections[model] = Fields(_id(model), _named(model), getdoc(model) or "", _file(model), tuple(_entries(model)))
    for info in model.model_fields.values():
        part = base.part_in(info.annotation)
        if part:
            _add(sections, part)


def _entries(model: type[Part]) -> Iterator[Entry]:
    for name, info in model.model_fields.items():
        if (info.json_schema_extra or {}).get("derived"):
            continue
        shape = _shape(info.annotation, tuple(info.metadata))
        yield Entry(
            id=f"{_id(model)}.{name}",
            name=name,
            asks=(info.description or "").replace("`", ""),
            needed=info.is_required(),
            form=capital(shape.one),
            to=shape.to,
            words=shape.words,
            examples=tuple(map(str, info.examples or ())),
        )


def _shape(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        metadata = (*metadata, *_bare(more))
    if get_origin(annotation) in (Union, UnionType):
        arms = [_shape(arm, metadata) for arm in get_args(annotation) if arm is not NoneType]
        one, many = (" or ".join(words) for words in zip(*((arm.one, arm.many) for arm in arms), strict=True))
        return Shape(one, many, *(tuple(x for arm in arms for x in getattr(arm, name)) for name in ("to", "words")))
    if get_origin(annotation) is tuple:
        shape = _shape(get_args(annotation)[0], ())
        one = f"a list of {shape.many}{_limits(metadata, 'entry', 'entries')}"
        return replace(shape, one=one, many=f"lists of {shape.many}")
    if get_origin(annotation) is Literal:
        words = listed(f"“{word}”" for word in get_args(annotation))
        return Shape(words, words)
    return _single(annotation, metadata)


def _bare(given: Iterable[Any]) -> Iterator[Any]:
    """What an annotation says of a value, without what it says of a field around that, such as its examples."""
    for each in given:
        yield from each.metadata if hasattr(each, "metadata") else (each,)


def _single(kind: type[Any], metadata: tuple[Any, ...]) -> Shape:
    if isinstance(kind, EnumMeta) and issubclass(kind, Vocabulary):
        words = tuple(Link(str(each), addresses.definition(kind.NAME, str(each))) for each in kind)
        return Shape("one of these words", "these words", words=words)
    if issubclass(kind, Part):
        link = (Link(_named(kind), _place(kind)),)
        return Shape("a block of fields", "blocks of fields", link)
    if issubclass(kind, bool):
        return Shape("true or false", "true or false")
    if issubclass(kind, int):
        return Shape(f"a whole number{_range(metadata)}", f"whole numbers{_range(metadata)}")
    ref = next((each for each in metadata if isinstance(each, Ref)), None)
    if ref:
        model = next(each for each in KINDS if ref.kind == each.KIND)
        name = _named(model).lower()
        article = "an" if name[0] in "aeiou" else "a"
        return Shape(f"the name of {article} {name}", f"names of {model.FOLDER}", (Link(_named(model), _place(model)),))
    return _string(metadata)


def _string(metadata: tuple[Any, ...]) -> Shape:
    most = _limits(metadata, "character", "characters")
    for alias, one, many in _STRINGS:
        if set(map(repr, _bare(get_args(alias)[1:]))) <= set(map(repr, metadata)):
            return Shape(one, many)
    own = next((each for each in metadata if isinstance(each, Own)), None)
    if own:
        one, many = _OURS[own.markdown]
    elif any(isinstance(each, Others) for each in metadata):
        one, many = "words of somebody else, letter for letter", "words of others, letter for letter"
    else:
        one, many = "text in a fixed form", "texts in a fixed form"
    return Shape(one + most, many)


def _limits(metadata: tuple[Any, ...], one: str, many: str) -> str:
    """How long a value may be: the narrowest of its bounds. The wide ones of all texts are no help, and left out."""
    least = max((bound for each in metadata if (bound := getattr(each, "min_length", None))), default=0)
    most = min((bound for each in metadata if (bound := getattr(each, "max_length", None))), default=0)
    told = [f", at least {counted(least, one, many)}"] if least > 1 or (least and many == "entries") else []
    told += [f", at most {counted(most, one, many)}"] if 0 < most < _WIDE else []
    return "".join(told)


def _range(metadata: tuple[Any, ...]) -> str:
    least = max((bound for each in metadata if (bound := getattr(each, "ge", None)) is not None), default=0)
    most = min((bound for each in metadata if (bound := getattr(each, "le", None)) is not None), default=0)
    return f" from {least}" + (f" to {most}" if most < 1_000_000 else "")


def _id(model: type[Part]) -> str:
    return model.KIND if issubclass(model, Record) else "-".join(_named(model).lower().split())


def _place(model: type[Part]) -> str:
    return addresses.fields(_id(model))


def _named(model: type[Part]) -> str:
    if model in (Moved, Withdrawn):
        return f"{model.__name__} record"
    return capital(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower())


def _file(model: type[Part]) -> str:
    if not issubclass(model, Record):
        return ""
    return f"data/{model.FOLDER}/" + ("case.yml" if model is Fingerprint else "name.yml")
