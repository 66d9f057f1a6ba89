"""What is known of a source's link: from `data/link-states.yml`, for the address that the source has now."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from press.graph.publication import Publication
from press.records import Source
from press.records.linkstates import Answered
from press.records.vocabulary import LinkState


@dataclass(frozen=True, slots=True)
class Looked:
    """A link as a program last found it; `on` is the day it was asked, `since` the first day of this same answer."""

    state: LinkState
    on: str
    since: str
    to: str
    modified_on: str


def link(publication: Publication, source: Source) -> Looked | None:
    """What the source's address answered; None while it was not asked."""
    answer = _answers(publication).get(source.slug)
    if answer is None or answer.url != source.url or publication.links is None:
        return None
    on = answer.asked_on or publication.links.asked_on
    return Looked(answer.state, on, answer.since, answer.to or "", answer.modified_on or "")


def is_gone(publication: Publication, source: Source) -> bool:
    """Whether the host says that there is no such page any more."""
    looked = link(publication, source)
    return looked is not None and looked.state is LinkState.GONE


@lru_cache(maxsize=1)
def _answers(publication: Publication) -> Mapping[str, Answered]:
    return {each.source: each for each in publication.links.sources} if publication.links else {}
