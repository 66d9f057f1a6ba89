"""Anchors at which a record stood before it was moved or withdrawn: each answers with a line on its old page."""

from dataclasses import dataclass

from press.graph import Publication
from press.graph.lasting import former
from press.pages.part.changes import named
from press.pages.part.links import Link


@dataclass(frozen=True, slots=True)
class Left:
    """One such anchor; `now` is where the record stands, None when it was withdrawn. `on` and `why` may be ''."""

    id: str
    kind: str
    now: Link | None
    on: str
    why: str


def left(publication: Publication, page: str) -> tuple[Left, ...]:
    """The anchors that records have left on the page at this path, in the order of their ids."""
    return tuple(
        Left(
            id=each.address.partition("#")[2],
            kind=each.kind,
            now=named(publication, each.record) if each.record else None,
            on=each.gone.on if each.gone else "",
            why=each.gone.why if each.gone else "",
        )
        for each in former(publication).get(page, ())
    )
