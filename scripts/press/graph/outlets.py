"""Who carries a claim about words: the speaker's own page, and how many different outlets; law 3."""

from collections.abc import Iterable
from dataclasses import dataclass

from press.graph.origins import direction
from press.graph.publication import Publication
from press.records import Claim, Source
from press.records.evidence import Evidence
from press.records.vocabulary import ClaimType

# Law 3: how many different outlets are enough without the speaker's own page, and are needed beside it for `high`.
NEEDED = 2


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Whether anybody is named who spoke, whether a page of theirs is among the evidence, and who else carries it."""

    named: bool
    own: bool
    outlets: frozenset[str]


def outlets(publication: Publication, sources: Iterable[Source], *, besides: Iterable[str] = ()) -> frozenset[str]:
    """The different publishers of the sources, whoever passed them on; `besides` names voices that do not count."""
    left_out = frozenset(besides)
    return frozenset(
        publication.publisher(source).casefold().removeprefix("the ")
        for source in sources
        if source.publisher not in left_out
    )


def witnesses(publication: Publication, claim: Claim) -> Witnesses | None:
    """Those among the evidence that bears the way the finding goes; None where a source of it cannot be used.

    The examined outlet is no witness for the words of others. Where the claim is about what was printed, every outlet
    speaks for itself: its own page is the page of the one who spoke.
    """
    items = [item for item in claim.evidence if item.bearing is direction(claim)]
    sources = [source for item in items if (source := publication.sources.get(item.source))]
    if len(sources) < len(items):
        return None
    cases = [case for each in claim.appearances if (case := publication.cases.get(each.case))]
    examined = {case.article.outlet for case in cases}
    speakers = {appearance.chain[-1] for appearance in claim.appearances}
    if claim.type is ClaimType.PUBLICATION:
        speakers |= _first_on_its_own_page(publication, items)
    else:
        speakers -= examined
    own = any(source.publisher in speakers for source in sources)
    return Witnesses(bool(speakers), own, outlets(publication, sources, besides=speakers | examined))


def _first_on_its_own_page(publication: Publication, items: Iterable[Evidence]) -> set[str]:
    """The first outlet whose printed words were read on a page of its own; one is enough, the others are witnesses."""
    for item in items:
        source, origin = publication.sources[item.source], publication.origins.get(item.origin)
        if source.publisher and not source.through and origin and origin.voice == source.publisher:
            return {source.publisher}
    return set()
