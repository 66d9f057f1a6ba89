"""The framework: a published list of competences that lessons are aligned with."""

from typing import ClassVar

from pydantic import Field

from press.records.base import Date, Part, Record, Text, Title, Url
from press.records.vocabulary import Status


class Entry(Part):
    """One entry of a framework."""

    code: Text = Field(description="Its code, or its name where the framework has no codes.")
    name: Title = Field(description="Its name, as the framework has it.")


class Framework(Record):
    """One framework at one version."""

    KIND: ClassVar[str] = "framework"
    FOLDER: ClassVar[str] = "frameworks"

    status: Status = Field(description="Whether the record is public.")
    name: Title = Field(description="Its name.")
    version: Text = Field(description="Its version or edition, with the year.")
    publisher: Text = Field(description="Who publishes it.")
    url: Url | None = Field(default=None, description="Where it is published, where an address was seen.")
    how_read: Text = Field(description="How its entries were read, and what was not seen.")
    checked_on: Date = Field(description="The day they were last looked at.")
    entries: tuple[Entry, ...] = Field(min_length=1, description="The entries that lessons use.")
