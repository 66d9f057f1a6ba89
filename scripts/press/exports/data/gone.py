"""What still answers, as data, where a record was moved or withdrawn."""

from typing import Literal

from pydantic import Field

from press import addresses
from press.exports.data.desk import Desk
from press.exports.data.shape import Day, Identifier, Kind, Path, Reference, Stated
from press.load import Key
from press.records import life


class Gone(Stated):
    """A record that stands elsewhere now, or that was taken back; its old file keeps answering."""

    kind: Kind = Field(description="What kind of record it was.")
    identifier: Identifier = Field(description="Its old name.")
    status: Literal["moved", "withdrawn"] = Field(description="What became of it.")
    json_: Path = Field(alias="json", description="This file, as a path below the site's root.")
    date_modified: Day = Field(description="The day on which it was moved or withdrawn.")
    text: str = Field(description="Why.")
    moved_to: Reference | None = Field(default=None, description="Where it stands now, if it was moved.")
    moved_to_json: Path | None = Field(default=None, description="The file of that record, if it was moved.")


def made(desk: Desk, key: Key, gone: life.Moved | life.Withdrawn) -> Gone:
    """The file at a record's old place."""
    kind, slug = key
    to = gone.to if isinstance(gone, life.Moved) else ""
    return Gone(
        **desk.stated("gone"),
        kind=kind,
        identifier=slug,
        status=gone.kind,
        json_=addresses.data(kind, slug),
        date_modified=gone.on,
        text=gone.why,
        moved_to=desk.reference(kind, to) if to else None,
        moved_to_json=addresses.data(kind, to) if to else None,
    )
