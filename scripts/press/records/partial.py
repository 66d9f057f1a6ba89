"""What can be kept of a record with faults, so that its other faults are found in the same run."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from press.records.base import Part, part_in

P = TypeVar("P", bound=Part)
_STRIPPED = ConfigDict(str_strip_whitespace=True)


def partial(model: type[P], values: Mapping[str, Any]) -> P:
    """A record of `model` with every field that can be read; asking it for another one raises Lacking.

    It is for finding faults and never printed: any fault stops the edition.
    """
    try:
        return model.model_validate(values)
    except ValidationError:
        pass
    read: dict[str, Any] = {}
    unreadable = []
    for name, field in model.model_fields.items():
        if name not in values:
            continue  # a default stands in, where there is one
        try:
            whole = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            read[name] = _read(whole, values[name])
            if isinstance(read[name], tuple) and len(read[name]) < _least(field.metadata):
                unreadable.append(name)  # whoever reads the record counts on the first entry
        except ValidationError:
            unreadable.append(name)
    made = model.model_construct(None, **read)
    for name in unreadable:
        made.__dict__.pop(name, None)  # a default in the place of what is unreadable would be a fault of its own
    return made


def _read(annotation: Any, value: Any) -> Any:
    """The value as the field would hold it; raises ValidationError where nothing of it can be read."""
    inner, bare = part_in(annotation), _bare(annotation)
    if get_origin(bare) is tuple and isinstance(value, list):
        return tuple(_item(get_args(bare)[0], each) for each in value)
    if inner and get_origin(bare) is not tuple and isinstance(value, Mapping):
        return partial(inner, value)
    return TypeAdapter(annotation, config=None if inner else _STRIPPED).validate_python(value)


def _item(annotation: Any, value: Any) -> Any:
    """One item of a list; one that cannot be read keeps its place, so that the others keep theirs."""
    inner = part_in(annotation)
    if inner:
        return partial(inner, value if isinstance(value, Mapping) else {})
    try:
        return TypeAdapter(annotation, config=_STRIPPED).validate_python(value)
    except ValidationError:
        return None


def _least(metadata: list[Any]) -> int:
    return max((getattr(each, "min_length", 0) for each in metadata), default=0)


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
