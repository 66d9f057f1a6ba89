"""The correction: what changed in a record, and why."""

from typing import ClassVar

from pydantic import Field

from press.records.base import Date, Markdown, Record, RecordRef, Text
from press.records.vocabulary import CorrectionKind


class Correction(Record):
    """One change of a published record that readers should know of."""

    KIND: ClassVar[str] = "correction"
    FOLDER: ClassVar[str] = "corrections"

    corrects: RecordRef = Field(description="The record, as 'kind:slug': claim:some-claim.")
    on: Date = Field(description="The day of the change.")
    kind: CorrectionKind = Field(description="What was corrected.")
    what: Text = Field(description="What changed, in one sentence.")
    before: Markdown = Field(description="What stood before.")
    after: Markdown = Field(description="What stands now.")
    why: Markdown = Field(description="Why it changed.")
    reported_by: Text | None = Field(default=None, description="Who pointed it out, if they wish to be named.")
