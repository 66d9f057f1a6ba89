"""The ledger: every record that was ever published, where it stood, and what it found."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from press.records.base import Count, Date, Part, RecordRef, such_as
from press.records.vocabulary import Confidence, SaidFinding, SoFinding

# A path below the site's root, with the anchor of a record that shares a page.
Address = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$", max_length=250),
    such_as("claims/its-name/"),
]


class Line(Part):
    """One record as it was last released; a line is never taken out."""

    record: RecordRef = Field(description="The record, as 'kind:slug'.")
    address: Address | None = Field(
        default=None, description="Where it stands below the site's root; left out for what has no place of its own."
    )
    formerly: tuple[Address, ...] = Field(default=(), description="Where it stood in earlier releases.")
    version: Count = Field(description="Its version: 1, and one more for each correction of more than wording.")
    said: SaidFinding | None = Field(default=None, description="A claim's finding: was it said?")
    so: SoFinding | None = Field(default=None, description="A claim's finding: is it so?")
    confidence: Confidence | None = Field(default=None, description="How sure that finding was.")
    as_of: Date | None = Field(default=None, description="The day that the finding held for.")
    released_on: Date = Field(description="The day of its first release.")
    changed_on: Date | None = Field(default=None, description="The day of the release that last changed this line.")

    @property
    def key(self) -> tuple[str, str]:
        """The record's kind and slug."""
        kind, _, slug = self.record.partition(":")
        return kind, slug

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that was ever given out for it; the last one first."""
        return (*((self.address,) if self.address else ()), *self.formerly)


class Ledger(Part):
    """The file `data/ledger.yml`: one line for each record, by name; `press release` writes it."""

    records: tuple[Line, ...] = Field(description="The lines, sorted by the records' names.")

    @model_validator(mode="after")
    def _each_record_has_one_line(self) -> Self:
        seen: set[str] = set()
        for line in self.records:
            if line.record in seen:
                raise ValueError(f"'{line.record}' has two lines; keep the one that was there first")
            seen.add(line.record)
        return self
