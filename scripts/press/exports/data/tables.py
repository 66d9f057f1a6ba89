"""The tables as CSV and as JSON Lines, and what a data package says of their columns."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from press import addresses
from press.exports.data import filling, rows
from press.exports.data.desk import Desk
from press.exports.data.shape import Day, Shape
from press.leaves import File
from press.records.vocabulary import Vocabulary

BETWEEN = "; "
"""What stands between the entries of a list in one cell."""

# A cell that begins so would be run as a formula; one that only looks defused is marked too, so that a reader may take
# one apostrophe away and has what stood there.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
# The other tables that a column names, wherever it stands.
_NAMED = {"case": "cases", "claim": "claims", "source": "sources", "origin": "origins", "voice": "voices"}


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what it holds, the model of its rows, and what fills them."""

    name: str
    title: str
    row: type[Shape]
    rows: Callable[[Desk], Iterator[Shape]]
    key: tuple[str, ...] = ("identifier",)
    lines: bool = False


# A new table is a model of its row, what fills it, and a line here; one that others name comes before them.
TABLES = (
    Table("cases", "Articles examined", rows.CaseRow, filling.cases),
    Table("claims", "Claims and their findings", rows.ClaimRow, filling.claims, lines=True),
    Table("voices", "Who speaks", rows.VoiceRow, filling.voices),
    Table("origins", "What the evidence goes back to", rows.OriginRow, filling.origins),
    Table("sources", "Documents", rows.SourceRow, filling.sources),
    Table("evidence", "Items of evidence", rows.EvidenceRow, filling.evidence, ("claim", "identifier")),
    Table("lessons", "Lessons: each way through each", rows.LessonRow, filling.lessons, ("identifier", "route")),
    Table("items", "Questions of the quiz bank", rows.ItemRow, filling.items),
    Table("vocabularies", "The words of the closed lists", rows.WordRow, filling.words, ("vocabulary", "value")),
)


def files(desk: Desk) -> Iterator[tuple[Table, File]]:
    """Each table as CSV, and as JSON Lines where it says so."""
    for table in TABLES:
        found = tuple(table.rows(desk))
        yield table, File(addresses.data_table(table.name), written(table.row, found).encode())
        if table.lines:
            text = "".join(each.model_dump_json(by_alias=True) + "\n" for each in found)
            yield table, File(addresses.data_table(table.name, "jsonl"), text.encode())


def written(row: type[Shape], found: Iterable[Shape]) -> str:
    """Rows as RFC 4180 has them: a header, CRLF at the end of each line, quotation marks where they are needed."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(field.alias for field in row.model_fields.values())
    writer.writerows(map(_cells, found))
    return text.getvalue()


def cell(value: Any) -> str:
    """A value as one cell: '' where there is none, lists with '; ', and no text that a spreadsheet would run."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        value = BETWEEN.join(map(str, value))
    return defused(value) if isinstance(value, str) else "" if value is None else str(value)


def defused(text: str) -> str:
    """Text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(row: Shape) -> list[str]:
    return [cell(getattr(row, name)) for name in type(row).model_fields]


def columns(table: Table) -> dict[str, Any]:
    """The table's schema as Frictionless has it: its columns, its key, and the tables that it names."""
    names = {field.alias for field in table.row.model_fields.values()}
    return {
        "fields": [_column(field.alias, field) for field in table.row.model_fields.values()],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": resource, "fields": ["identifier"]}}
            for name, resource in _NAMED.items()
            if name in names
        ],
    }


def _column(name: str, field: Any) -> dict[str, Any]:
    inner, optional = _bare(field.annotation)
    vocabulary = inner if isinstance(inner, type) and issubclass(inner, Vocabulary) else None
    kinds: Mapping[Any, str] = {int: "integer", bool: "boolean"}
    kind = "date" if Day.__metadata__[0] in field.metadata else kinds.get(inner, "string")
    listed = f" Several stand with “{BETWEEN.strip()}” between them." if get_origin(inner) is tuple else ""
    constraints: dict[str, Any] = {} if optional or listed else {"required": True}
    if vocabulary:
        constraints["enum"] = [str(word) for word in vocabulary]
    return {"name": name, "type": kind, "description": field.description + listed} | (
        {"constraints": constraints} if constraints else {}
    )


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The annotation without None, and whether it had that."""
    if get_origin(annotation) in (Union, UnionType):
        arms = [arm for arm in get_args(annotation) if arm is not type(None)]
        return arms[0], True
    return annotation, False
