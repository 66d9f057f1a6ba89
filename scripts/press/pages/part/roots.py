"""An origin as a page shows it: what it is, whose, and what interest stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.pages.part.links import Link
from press.records.vocabulary import OriginKind


@dataclass(frozen=True, slots=True)
class Root:
    """One origin; `about` is Markdown or ''.

    `basis` says what an interest of the origin's own rests on; it is '' where the interest is its voice's.
    """

    what: str
    about: str
    kind: OriginKind
    voice: Link | None
    stake: Stake | None
    basis: str


def roots(publication: Publication, slugs: Iterable[str]) -> tuple[Root, ...]:
    """The origins of these slugs, once each, in the order given."""
    return tuple(_root(publication, slug) for slug in dict.fromkeys(slugs))


def _root(publication: Publication, slug: str) -> Root:
    origin = publication.origins[slug]
    voice = publication.voices.get(origin.voice or "")
    return Root(
        what=origin.what,
        about=origin.about or "",
        kind=origin.kind,
        voice=Link(voice.name, addresses.of(voice)) if voice else None,
        stake=publication.stake_of_origin(origin),
        basis=origin.interest.basis if origin.interest else "",
    )
