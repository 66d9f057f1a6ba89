"""A record walked through: every string of it, where it stands, and what its type says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from press.records.base import Loc, Marker, Part


@dataclass(frozen=True, slots=True)
class Place:
    """One string of a record: where it stands, what it is, and what its type says of it."""

    loc: Loc
    value: str
    markers: tuple[Marker, ...]

    def marker(self, kind: type[Any]) -> Any:
        """The string's marker of that class, or None."""
        return next((marker for marker in self.markers if isinstance(marker, kind)), None)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a type tells of a value: the markers of a string, and the shape of each thing in a list."""

    markers: tuple[Marker, ...]
    item: "_Shape | None"


def places(part: Part, loc: Loc = ()) -> Iterator[Place]:
    """Every string of a record with its markers, in the order of the model's fields."""
    for name, shape in _shapes(type(part)):
        yield from _places(shape, getattr(part, name, None), (*loc, name))


def _places(shape: _Shape, value: Any, loc: Loc) -> Iterator[Place]:
    if isinstance(value, str):
        yield Place(loc, value, shape.markers)
    elif isinstance(value, Part):
        yield from places(value, loc)
    elif isinstance(value, tuple) and shape.item:
        for index, each in enumerate(value):
            yield from _places(shape.item, each, (*loc, index))


@cache  # every law walks through every record, and to read annotations took most of its time
def _shapes(model: type[Part]) -> tuple[tuple[str, _Shape], ...]:
    return tuple((name, _shape(field.annotation, field.metadata)) for name, field in model.model_fields.items())


def _shape(annotation: Any, metadata: Sequence[Any] = ()) -> _Shape:
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        metadata = (*metadata, *more)
    arms = get_args(annotation)
    for arm in arms:  # of a union such as `Slug | None`, the arm that is a marked string
        if get_origin(arm) is Annotated:
            metadata = (*metadata, *get_args(arm)[1:])
    return _Shape(tuple(each for each in metadata if isinstance(each, Marker)), _shape(arms[0]) if arms else None)
