"""Every reference proved: what a record names exists, is public if the record is, and was not taken back."""

from collections.abc import Iterator

from press import prose
from press.graph.publication import Publication
from press.load import Key
from press.problems import Problem, did_you_mean
from press.records import KINDS, Record
from press.records.base import AnyRef, Own, Ref
from press.records.life import Moved, Withdrawn
from press.records.places import Place, places
from press.records.vocabulary import Status

_FOLDERS = {kind.KIND: kind.FOLDER for kind in KINDS}
_KINDS = f"; choose one of: {', '.join(_FOLDERS)}"


def unproved(publication: Publication) -> Iterator[Problem]:
    """The faults of every reference in every record."""
    for record in publication.records.values():
        for place in places(record):
            for kind, slug in targets(place):
                if place.marker(AnyRef) and isinstance(publication.gone.get((kind, slug)), Withdrawn):
                    continue  # a correction tells of the withdrawal
                fault = fault_of(publication, kind, slug, record)
                if fault:
                    yield publication.problem(record, place.loc, fault)
    for (kind, slug), moved in publication.gone.items():
        if isinstance(moved, Moved):
            itself = "a record cannot be moved to itself; name where it stands now"
            fault = (
                itself
                if moved.to == slug
                else fault_of(publication, kind, moved.to, None) or _moved_to_a_draft(publication, kind, moved.to)
            )
            if fault:
                yield publication.problem(moved, ("to",), fault, kind=kind)


def targets(place: Place) -> Iterator[Key]:
    """The records that a string names: by its type, or by links in its prose."""
    ref = place.marker(Ref)
    if ref:
        yield ref.kind, place.value
    elif place.marker(AnyRef):
        kind, _, slug = place.value.partition(":")
        yield kind, slug
    own = place.marker(Own)
    if own and own.markdown:
        yield from prose.links(place.value)


def fault_of(publication: Publication, kind: str, slug: str, referrer: Record | None) -> str:
    """What is wrong with naming `kind:slug`, or '' when nothing is."""
    key = (kind, slug)
    if kind not in _FOLDERS:
        return f"no kind of record is called '{kind}'{did_you_mean(kind, _FOLDERS) or _KINDS}"
    if key in publication.unfit:
        return ""
    record = publication.records.get(key)
    if record is not None:
        hidden = _status(referrer) is Status.PUBLISHED and _status(record) is Status.DRAFT
        return f"the {kind} '{slug}' is a draft and this record is published; publish it first" if hidden else ""
    gone = publication.gone.get(key)
    if isinstance(gone, Moved):
        return f"the {kind} '{slug}' was moved; write '{gone.to}'"
    if gone is not None:
        return f"the {kind} '{slug}' was withdrawn; name another, or leave it out"
    known = (each for each_kind, each in publication.records if each_kind == kind)
    near = did_you_mean(slug, known)
    return f"no {kind} is called '{slug}'{near or f'; add data/{_FOLDERS[kind]}/{slug}.yml or mend the name'}"


def _moved_to_a_draft(publication: Publication, kind: str, slug: str) -> str:
    hidden = _status(publication.records.get((kind, slug))) is Status.DRAFT
    return f"the {kind} '{slug}' is a draft, and the old address leads there; publish it first" if hidden else ""


def _status(record: Record | None) -> Status | None:
    """The record's status; None for one whose status is not known."""
    return getattr(record, "status", None)
