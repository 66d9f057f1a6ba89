"""The tables as one Frictionless data package.

Source: the Data Package and Table Schema specifications, version 1, https://specs.frictionlessdata.io/
"""

import json
from collections.abc import Iterable
from typing import Any

from press import addresses
from press.exports.data.desk import Desk
from press.exports.data.index import digest
from press.exports.data.shape import FORMAT, LICENSE, OTHERS
from press.exports.data.tables import Table, columns
from press.leaves import File
from press.pages.part.citing import PUBLICATION

_ABOUT = (
    "Assertions of news articles, what became of each, and the evidence. Addresses are paths below the site's root. "
    "A cell that would begin with one of = + - @, a tab or a line end has an apostrophe before it, so that no "
    f"spreadsheet runs it; take one away to have the text. {OTHERS}"
)


def made(desk: Desk, tables: Iterable[tuple[Table, File]]) -> File:
    """The package of the tables that are CSV."""
    licence = {"name": "CC-BY-4.0", "path": LICENSE, "title": "Creative Commons Attribution 4.0 International"}
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "claim-by-claim",
        "title": f"{PUBLICATION}: claims and their evidence",
        "description": _ABOUT,
        "version": FORMAT,
    }
    if desk.site.url:
        package["homepage"] = desk.site.whole("")
    package |= {
        "licenses": [licence],
        "contributors": [{"title": PUBLICATION, "role": "publisher"}],
        "resources": [_resource(table, file) for table, file in tables if file.path.endswith(".csv")],
    }
    return File(addresses.DATA_PACKAGE, (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode())


def _resource(table: Table, file: File) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file.path.removeprefix(addresses.DATA),
        "title": table.title,
        "description": f"One row for each: {(table.row.__doc__ or '').strip()}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{digest(file.data)}",
        "schema": columns(table),
    }
