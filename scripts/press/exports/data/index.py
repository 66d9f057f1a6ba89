"""The index of the data: every file, and what changed when."""

import hashlib
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from press import addresses
from press.exports.data.desk import Desk
from press.exports.data.documents import Filed
from press.exports.data.gone import Gone
from press.exports.data.shape import Day, Identifier, Kind, Path, Shape, Stated, written
from press.leaves import File
from press.pages.part.phrases import newest
from press.records.vocabulary import SoFinding


class Entry(Shape):
    """One record's file."""

    kind: Kind = Field(description="What kind of record it is.")
    identifier: Identifier = Field(description="Its name among the records of its kind.")
    status: Literal["published", "draft", "moved", "withdrawn"] = Field(description="Whether it is still there.")
    name: str | None = Field(default=None, description="What it is called; left out where it is gone.")
    finding: SoFinding | None = Field(default=None, description="The finding of a claim.")
    address: Path | None = Field(default=None, description="Its page, as a path below the site's root, if it has one.")
    json_: Path = Field(alias="json", description="Its file, as a path below the site's root.")
    version: int | None = Field(default=None, description="Its version; left out where it is gone.")
    date_modified: Day | None = Field(default=None, description="The day of its newest fact, where one is known.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal: fetch it again only when this has changed.")


class Listed(Shape):
    """A file that holds many records, or that says how to read them."""

    path: Path = Field(description="The file, as a path below the site's root.")
    encoding_format: str = Field(description="Its media type.")
    content_size: int = Field(description="Its size in bytes.")
    sha256: str = Field(description="SHA-256 of the file, in hexadecimal.")


class Index(Stated):
    """Every file of the data."""

    name: Literal["Claim by Claim: data"] = Field(default="Claim by Claim: data", description="What it is called.")
    url: str | None = Field(default=None, description="The site's whole address; left out where it knows none.")
    date_modified: Day | None = Field(default=None, description="The day of the newest fact in any record.")
    records: tuple[Entry, ...] = Field(description="The files of records: by kind, then by identifier; then the gone.")
    files: tuple[Listed, ...] = Field(description="The other files.")


_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
}


def made(desk: Desk, filed: Iterable[Filed], others: Iterable[File]) -> File:
    """The index of these files."""
    entries = tuple(map(_entry, filed))
    index = Index(
        **desk.stated("index"),
        url=desk.site.whole("") or None,
        date_modified=newest(each.date_modified for each in entries if each.date_modified) or None,
        records=entries,
        files=tuple(map(_listed, others)),
    )
    return File(addresses.DATA_INDEX, written(index))


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _entry(each: Filed) -> Entry:
    document = each.document
    known = {name: getattr(document, name) for name in ("kind", "identifier", "status", "json_", "date_modified")}
    if not isinstance(document, Gone):
        rating = getattr(document, "review_rating", None)
        known |= {
            "name": document.name,
            "finding": rating.finding if rating else None,
            "address": document.address,
            "version": document.version,
        }
    return Entry(**known, sha256=digest(each.file.data))


def _listed(file: File) -> Listed:
    return Listed(
        path=file.path,
        encoding_format=_TYPES[file.path.rpartition(".")[2]],
        content_size=len(file.data),
        sha256=digest(file.data),
    )
