"""The models as JSON Schemas, for editors that help while one writes."""

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
    title = f"A {kind.KIND}" if kind.KIND[0] not in "aeiou" else f"An {kind.KIND}"
    return {"$schema": _DIALECT, "title": f"{title} (data/{kind.FOLDER})", **made}
