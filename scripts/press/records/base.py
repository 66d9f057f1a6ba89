"""What every record is made of: frozen models, and strings that say whose words they are and what they point to."""

import re
from dataclasses import dataclass
from datetime import date
from types import UnionType
from typing import Annotated, Any, ClassVar, Self, Union, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from press.records.vocabulary import Precision, Status

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a string as the slug of a record of `kind`."""

    kind: str


@dataclass(frozen=True, slots=True)
class AnyRef:
    """Marks a string as `kind:slug`, a record of any kind."""


@dataclass(frozen=True, slots=True)
class Own:
    """Marks a string as our own words; `markdown` says whether it is CommonMark prose or plain text."""

    markdown: bool


@dataclass(frozen=True, slots=True)
class Others:
    """Marks a string as somebody else's words: a quotation, or a title."""


@dataclass(frozen=True, slots=True)
class Pupils:
    """Marks a string of ours as words that pupils read, besides what else it is."""


Marker = Ref | AnyRef | Own | Others | Pupils


class Lacking(AttributeError):
    """A field was asked for that its record does not have; only a record with faults lacks one."""


class Part(BaseModel):
    """A piece of a record: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def __getattr__(self, name: str) -> Any:
        """Reached only for what is not there; raises Lacking for a field, which `partial` leaves out."""
        if name in type(self).model_fields:
            raise Lacking(f"{type(self).__name__} lacks '{name}'")
        return super().__getattr__(name)  # type: ignore[misc]


class Record(Part):
    """One file under `data/`; its `slug` is the file's stem and its id, permanent once published."""

    KIND: ClassVar[str]
    FOLDER: ClassVar[str]

    slug: str = Field(
        default="", description="The file's stem; never written in the file.", json_schema_extra={"derived": True}
    )
    status: Status = Field(
        default=Status.PUBLISHED, description="Whether the record is public. Left out, it is published."
    )

    @property
    def ref(self) -> tuple[str, str]:
        """The record's kind and slug, unique in the publication."""
        return (self.KIND, self.slug)


def _real_url(value: str) -> str:
    parts = urlsplit(value)  # a malformed host raises ValueError, which pydantic reports
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("an address begins with https:// or http:// and names a host")
    if "@" in parts.netloc:
        raise ValueError("an address holds no user name or password")
    if re.search(r"""[\s<>"'`{}|\\^]""", value):
        raise ValueError("an address holds no spaces, quotes, braces or backslashes; write them percent-encoded")
    return value


def _real_date(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("the calendar has no such day; write the right one") from None
    return value


def _real_partial_date(value: str) -> str:
    if value != "unknown":
        _real_date(f"{value}-01-01"[:10])  # the missing month and day are filled in for the trial only
    return value


def such_as(*examples: str) -> Any:
    """What an editor shows of a field beside its description, and offers."""
    return Field(examples=list(examples))


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80), such_as("small-letters-and-hyphens")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1200), Own(markdown=False)]
Markdown = Annotated[str, StringConstraints(min_length=1, max_length=12_000), Own(markdown=True)]
PupilText = Annotated[Text, Pupils()]
PupilMarkdown = Annotated[Markdown, Pupils()]
Quote = Annotated[str, StringConstraints(min_length=1, max_length=400), Others()]
Title = Annotated[str, StringConstraints(min_length=1, max_length=400), Others()]
Url = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_real_url), such_as("https://example.org/page")]
Date = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_real_date), such_as("2024-09-20")
]
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$"),
    AfterValidator(_real_partial_date),
    such_as("2024-09-20", "2024-09", "2024", "unknown"),
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$"), such_as("09:30")]
Zone = Annotated[
    str, StringConstraints(pattern=r"^(UTC|[+-](0\d|1[0-4]):[0-5]\d|unknown)$"), such_as("UTC", "+03:00", "unknown")
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), such_as("en", "uk", "pt-BR")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), such_as("0f" * 32)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]

CaseRef = Annotated[Slug, Ref("case"), such_as("name-of-a-case")]
ClaimRef = Annotated[Slug, Ref("claim"), such_as("name-of-a-claim")]
OriginRef = Annotated[Slug, Ref("origin"), such_as("name-of-an-origin")]
SourceRef = Annotated[Slug, Ref("source"), such_as("name-of-a-source")]
VoiceRef = Annotated[Slug, Ref("voice"), such_as("name-of-a-voice")]
TechniqueRef = Annotated[Slug, Ref("technique"), such_as("name-of-a-technique")]
TermRef = Annotated[Slug, Ref("term"), such_as("name-of-a-term")]
LessonRef = Annotated[Slug, Ref("lesson"), such_as("name-of-a-lesson")]
ItemRef = Annotated[Slug, Ref("item"), such_as("name-of-an-item")]
StoryRef = Annotated[Slug, Ref("story"), such_as("name-of-a-story")]
FrameworkRef = Annotated[Slug, Ref("framework"), such_as("name-of-a-framework")]
RecordRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$"), AnyRef(), such_as("claim:its-name")
]


class Moment(Part):
    """A point in time as well as it is known; an hour always says its zone, if only that it is unknown."""

    on: PartialDate = Field(description="The day 'YYYY-MM-DD', month 'YYYY-MM' or year 'YYYY' in quotes, or unknown.")
    clock: Clock | None = Field(default=None, description="The hour 'HH:MM' in quotes, where one was seen.")
    zone: Zone | None = Field(default=None, description="The hour's zone: UTC, an offset such as '+03:00', or unknown.")
    precision: Precision = Field(default=Precision.EXACT, description="How exactly the hour is known.")

    @model_validator(mode="after")
    def _hour_names_its_zone(self) -> Self:
        if (self.clock is None) != (self.zone is None):
            raise ValueError("an hour and its zone stand together: give both 'clock' and 'zone' (unknown is a zone)")
        if self.clock is not None and len(self.on) != 10:
            raise ValueError("an hour needs the whole day in 'on'")
        return self


def part_in(annotation: Any) -> type[Part] | None:
    """The model that an annotation holds: itself, in a list, or as an arm of a union."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        return next((found for arm in get_args(annotation) if (found := part_in(arm))), None)
    return None
