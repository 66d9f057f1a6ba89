"""The models as JSON Schemas, for editors that help while one writes."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from press.records.base import Record
from press.records.life import Moved, Withdrawn

_DIALECT = "https://json-schema.org/draft/2020-12/schema"  # what pydantic writes


def schema(kind: type[Record]) -> dict[str, Any]:
    """The schema of one kind's files: a whole record, or what stays of one that was moved or withdrawn."""
    made = TypeAdapter(kind | Moved | Withdrawn).json_schema()
    for definition in made["$defs"].values():
        for name, field in list(definition.get("properties", {}).items()):
            if field.get("derived"):
                del definition["properties"][name]
    for node in _nodes(made):
        _offer_in_quotes(node)
    title = f"A {kind.KIND}" if kind.KIND[0] not in "aeiou" else f"An {kind.KIND}"
    return {"$schema": _DIALECT, "title": f"{title} (data/{kind.FOLDER})", **made}


def _offer_in_quotes(node: dict[str, Any]) -> None:
    """Let editors offer dates and hours as they are written in a record, in quotes, which an example would lack."""
    examples = node.get("examples", ())
    if not any(isinstance(each, str) and re.match(r"\+?\d+[-:]", each) for each in examples):
        return
    written = [each if each[0].isalpha() else f"'{each}'" for each in node.pop("examples")]
    node["defaultSnippets"] = [{"label": each, "body": each} for each in written]
    if "description" in node:
        node["markdownDescription"] = f"{node['description']} Such as {', '.join(f'`{each}`' for each in written)}."


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema, at any depth."""
    if isinstance(value, dict):
        yield value
        for each in list(value.values()):
            yield from _nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from _nodes(each)
