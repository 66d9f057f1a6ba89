"""What every published JSON file is made of: the models that both its text and its schema are drawn from.

This is the form that others rely on, apart from the one that records are written in. Names are schema.org's and those
of the Web Annotation vocabulary where these have a word. What is not known is left out; a list may be empty.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from press.records.vocabulary import AccessKind, Confidence, CorrectionKind, Interest, Precision, SoFinding

FORMAT = "1.1"
"""The version of the data format; `docs/data.md` says what changed with each."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
OTHERS = (
    "Quotations, titles of sources and names from frameworks are their authors’, and the licence does not cover them."
)


class Shape(BaseModel):
    """A piece of a published file."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


Prose = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/markdown; variant=CommonMark"})]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), Field(json_schema_extra={"format": "date"})]
KnownDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Path = Annotated[str, StringConstraints(pattern=r"^[^/:?#\s][^:\s]*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Kind = Literal[
    "case",
    "claim",
    "lesson",
    "item",
    "story",
    "omission",
    "comparison",
    "origin",
    "source",
    "voice",
    "technique",
    "term",
    "framework",
    "correction",
]


class Publisher(Shape):
    """Who publishes the data."""

    name: str = Field(description="The publication's name.")
    url: str | None = Field(default=None, description="Its whole address; left out where the site knows none.")


class Reference(Shape):
    """Another record, by name."""

    kind: Kind = Field(description="What kind of record it is.")
    identifier: Identifier = Field(description="Its name among the records of its kind; with the kind, its key.")
    name: str = Field(description="What it is called.")
    finding: SoFinding | None = Field(default=None, description="The finding of a claim: none is named without it.")
    address: Path | None = Field(default=None, description="Its page, as a path below the site's root, if it has one.")


class Cited(Shape):
    """A source, as it is cited."""

    identifier: Identifier = Field(description="The source's record: sources/<identifier>.json.")
    name: str = Field(description="Who published it and what it is called.")
    date_published: KnownDate | None = Field(default=None, description="The day, month or year, as far as known.")
    url: str = Field(description="The document's own address on the web.")


class Stake(Shape):
    """What somebody stands to gain or lose in the matter."""

    kind: Interest = Field(description="The interest.")
    of: str | None = Field(default=None, description="Whose side; left out where no interest is known.")
    basis: str = Field(description="What that rests on.")
    independent: bool = Field(description="Derived: whether no interest is known.")


class Moment(Shape):
    """A point in time, as well as it is known."""

    date: Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$")] = Field(
        description="The day, month or year, or unknown."
    )
    clock: str | None = Field(default=None, description="The hour, HH:MM, where one was seen.")
    zone: str | None = Field(default=None, description="The hour's zone: UTC, an offset, or unknown.")
    precision: Precision | None = Field(default=None, description="How exactly the hour is known.")


class Access(Shape):
    """How we read a document."""

    how: AccessKind = Field(description="How it was read.")
    date: Day = Field(description="The day on which it was read.")


class Rating(Shape):
    """A finding, with its confidence."""

    finding: SoFinding = Field(description="What was found: is it so?")
    alternate_name: str = Field(description="The finding as readers see it.")
    confidence: Confidence | None = Field(default=None, description="How sure one can be; not given if not checkable.")
    rating_explanation: Prose = Field(description="Why.")


class Corrected(Shape):
    """One correction of the record."""

    identifier: Identifier = Field(description="The correction's record: corrections/<identifier>.json.")
    date: Day = Field(description="The day of the change.")
    kind: CorrectionKind = Field(description="What was corrected.")
    text: str = Field(description="What changed, in one sentence.")


class Stated(Shape):
    """What every published file says of itself."""

    # `$schema` leads from the file to the schema, so that an editor can check a file that was saved with its folder.
    schema_: str = Field(alias="$schema", description="The JSON Schema of this file, relative to its own address.")
    format_version: Literal["1.1"] = Field(default=FORMAT, description="The version of the data format.")
    license: str = Field(default=LICENSE, description="The licence of our own words and of the data.")
    copyright_notice: str = Field(default=OTHERS, description="What the licence does not cover.")
    publisher: Publisher = Field(description="Who publishes it.")


class Document(Stated):
    """What the file of every record has."""

    kind: Kind = Field(description="What kind of record it is.")
    identifier: Identifier = Field(description="Its name among the records of its kind; it never changes.")
    status: Literal["published", "draft"] = Field(description="Drafts are seen in a preview alone.")
    name: str = Field(description="What the record is called.")
    address: Path | None = Field(default=None, description="Its page, as a path below the site's root, if it has one.")
    json_: Path = Field(alias="json", description="This file, as a path below the site's root.")
    url: str | None = Field(default=None, description="The page's whole address; left out where the site has none.")
    in_language: Literal["en-GB"] = Field(default="en-GB", description="The language of our own words.")
    version: int = Field(description="Derived: 1, and one more for each correction of fact, evidence or finding.")
    date_modified: Day | None = Field(default=None, description="Derived: the day of the newest fact in the record.")


Corrections = Annotated[tuple[Corrected, ...], Field(description="Derived: its corrections, newest first.")]
Users = Annotated[
    tuple[Reference, ...], Field(description="Derived: the records that name this one, by kind and identifier.")
]


def written(document: Stated) -> bytes:
    """The text of a file in UTF-8, with a line break at its end; what is not known is left out."""
    return document.model_dump_json(indent=1, by_alias=True, exclude_none=True).encode() + b"\n"


def schema(shape: type[Shape]) -> dict[str, Any]:
    """The JSON Schema of a file: pydantic draws it, and what is never written, such as null, is taken out."""
    made = shape.model_json_schema(by_alias=True, mode="serialization")
    parts = made.get("$defs", {})
    for model in (made, *parts.values()):
        if "properties" in model:
            fields = model["properties"].items()
            model["required"] = [name for name, field in fields if field.get("default", "") is not None]
            model["properties"] = {name: _known(field, parts) for name, field in fields}
    return made


def _known(field: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """A field where it is given; pydantic leaves out a description that is the same as that of the field's model."""
    told = {name: value for name, value in field.items() if name not in ("title", "default", "anyOf")}
    arms = [arm for arm in field.get("anyOf", ()) if arm != {"type": "null"}]
    known = {**(arms[0] if arms else {}), **told}
    part = parts.get(known.get("$ref", "").rpartition("/")[2], {})
    return known if "description" in known else known | {"description": part["description"]}
