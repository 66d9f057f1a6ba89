"""What stays of a record that was moved or withdrawn: nothing published is deleted or reused."""

from typing import Literal

from pydantic import Field

from press.records.base import Date, Part, Slug, Text


class Moved(Part):
    """A record that now stands under another slug; its old address leads there."""

    slug: str = Field(
        default="", description="The file's stem; never written in the file.", json_schema_extra={"derived": True}
    )
    kind: Literal["moved"] = Field(description="Says that the record was moved.")
    to: Slug = Field(description="The slug, of the same kind of record, where it stands now.")
    on: Date = Field(description="The day it was moved.")
    why: Text = Field(description="Why it was moved, in a sentence.")


class Withdrawn(Part):
    """A record that we took back; its address says so and why."""

    slug: str = Field(
        default="", description="The file's stem; never written in the file.", json_schema_extra={"derived": True}
    )
    kind: Literal["withdrawn"] = Field(description="Says that the record was withdrawn.")
    on: Date = Field(description="The day it was withdrawn.")
    why: Text = Field(description="Why it was withdrawn, in a sentence or two.")
