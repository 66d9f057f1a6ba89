"""Sources and origins as data: the documents that evidence was taken from, and the roots that it goes back to."""

from typing import Literal

from pydantic import Field

from press.exports.data.desk import Desk, moment, stake
from press.exports.data.shape import (
    Access,
    Corrections,
    Day,
    Document,
    Moment,
    Prose,
    Reference,
    Shape,
    Stake,
    Users,
)
from press.graph.linkstates import link
from press.records import origin as authored_origin
from press.records import source as authored
from press.records.vocabulary import Contains, LinkState, OriginKind, SourceKind


class Work(Shape):
    """The document itself; none of its text is published here."""

    name: str | None = Field(default=None, description="Its title as seen, in its own language.")
    alternate_name: str | None = Field(default=None, description="The title in English, for other languages.")
    author: tuple[str, ...] = Field(description="Its authors, where named.")
    publisher: str = Field(description="Who published it.")
    voice: Reference | None = Field(default=None, description="The publisher's own record, where there is one.")
    through: str | None = Field(
        default=None, description="The outlet on whose page it was read, if not the publisher's."
    )
    published: Moment = Field(description="When it was published.")
    url: str = Field(description="Its address.")
    in_language: str = Field(description="Its language, as a BCP 47 tag.")
    kind: SourceKind = Field(description="What kind of document it is.")
    contains: tuple[Contains, ...] = Field(description="What a reader may meet behind the link.")
    may_be_blocked_in: tuple[str, ...] = Field(description="Where the outlet is barred or blocked.")


class Link(Shape):
    """What the document's address answered when a program last asked for it."""

    state: LinkState = Field(description="What it answered.")
    date: Day = Field(description="The day on which it was asked.")
    since: Day = Field(description="The first day of this same answer.")
    redirected_to: str | None = Field(default=None, description="The address that answered in its place.")
    date_modified: Day | None = Field(default=None, description="The day of the change, as its host gives it.")


class Source(Document):
    """One document that evidence was taken from."""

    kind: Literal["source"] = Field(default="source", description="What kind of record it is.")
    document: Work = Field(description="The document that the record is about.")
    description: str = Field(description="What the document is, in our words.")
    carries: str | None = Field(default=None, description="The original that this copy or report stands for.")
    caveat: str | None = Field(default=None, description="What to be careful about.")
    access: Access = Field(description="How we read it.")
    link: Link | None = Field(default=None, description="How its address answered; left out while it was not asked.")
    interest: Stake | None = Field(default=None, description="Derived: its publisher's, where that has a record.")
    correction: Corrections
    used_by: Users


class Origin(Document):
    """One root of evidence: an observation, an object, a statement, a document or a dataset."""

    kind: Literal["origin"] = Field(default="origin", description="What kind of record it is.")
    description: Prose | None = Field(default=None, description="What one should know of it, and why it counts as one.")
    origin_kind: OriginKind = Field(description="What kind of root it is.")
    voice: Reference | None = Field(default=None, description="Whose statement, observation or document it is.")
    interest: Stake | None = Field(default=None, description="Its interest, or derived: its voice's.")
    correction: Corrections
    used_by: Users


def source(desk: Desk, record: authored.Source) -> Source:
    """The file of a source."""
    publisher = desk.publication.voices.get(record.publisher or "")
    return Source(
        **desk.document(record),
        document=Work(
            name=record.title,
            alternate_name=record.title_gloss,
            author=record.authors,
            publisher=desk.publication.publisher(record),
            voice=desk.reference(*publisher.ref) if publisher else None,
            through=record.through,
            published=moment(record.published),
            url=record.url,
            in_language=record.language,
            kind=record.kind,
            contains=record.contains,
            may_be_blocked_in=record.may_be_blocked_in,
        ),
        description=record.about,
        carries=record.carries,
        caveat=record.caveat,
        access=Access(how=record.access.how, date=record.access.on),
        link=_link(desk, record),
        interest=stake(desk.publication.stake_of_voice(publisher)) if publisher else None,
    )


def _link(desk: Desk, record: authored.Source) -> Link | None:
    looked = link(desk.publication, record)
    if looked is None:
        return None
    return Link(
        state=looked.state,
        date=looked.on,
        since=looked.since,
        redirected_to=looked.to or None,
        date_modified=looked.modified_on or None,
    )


def origin(desk: Desk, record: authored_origin.Origin) -> Origin:
    """The file of an origin."""
    return Origin(
        **desk.document(record),
        description=desk.prose(record.about),
        origin_kind=record.kind,
        voice=desk.reference("voice", record.voice) if record.voice else None,
        interest=stake(desk.publication.stake_of_origin(record)),
    )
