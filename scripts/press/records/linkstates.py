"""Link states: what each source's address answered when a program last asked it."""

from typing import Self

from pydantic import Field, model_validator

from press.records.base import Date, Part, SourceRef, Url
from press.records.vocabulary import LinkState


class Answered(Part):
    """What one source's address answered; it tells of that address alone, so a source that got another has no state."""

    source: SourceRef = Field(description="The source.")
    url: Url = Field(description="The address that was asked.")
    state: LinkState = Field(description="What it answered.")
    to: Url | None = Field(default=None, description="The address that answered in its place.")
    modified_on: Date | None = Field(default=None, description="The day of the change, as its host gives it.")
    since: Date = Field(description="The day on which this answer was first had.")
    asked_on: Date | None = Field(default=None, description="The day it was last asked, if not the file's own.")

    @model_validator(mode="after")
    def _says_what_its_state_needs(self) -> Self:
        if (self.to is not None) != (self.state is LinkState.REDIRECTED):
            raise ValueError("'to' stands with 'redirected', and only there; run 'make links' again")
        if (self.modified_on is not None) != (self.state is LinkState.CHANGED):
            raise ValueError("'modified_on' stands with 'changed', and only there; run 'make links' again")
        return self


class LinkStates(Part):
    """The file `data/link-states.yml`, which `press links` writes. A round in which nothing changed moves one line."""

    asked_on: Date = Field(description="The day of the last round.")
    sources: tuple[Answered, ...] = Field(description="The answers, sorted by the sources' names.")

    @model_validator(mode="after")
    def _each_source_has_one_answer(self) -> Self:
        seen: set[str] = set()
        for each in self.sources:
            if each.source in seen:
                raise ValueError(f"'{each.source}' has two answers; run 'make links' again")
            seen.add(each.source)
        return self
