"""The whole file of a claim: all that stands behind its finding and is too long for a first reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, Site
from press.pages.claim import description, titled
from press.pages.part import chronology
from press.pages.part.appearances import Place, appearances, who
from press.pages.part.chronology import Stage
from press.pages.part.evidence import Evidences, evidences
from press.pages.part.heading import Crumb, Verdict, crumb, verdict
from press.pages.part.lessons import teaching
from press.pages.part.linkmaker import LinkMaker, claim_link
from press.pages.part.links import Link
from press.pages.part.moments import Moments
from press.pages.part.phrases import newest
from press.pages.part.sharing import PARTS, Sharing, claim_sharing
from press.records import Claim
from press.records.claim import LookedFor, Rival


@dataclass(frozen=True, slots=True)
class ClaimFileView:
    """The long parts of a claim; '' or () where the record has nothing to say. `claim` is the claim's own page."""

    claim: str
    crumb: Crumb
    who: str
    title: str
    text: str
    verdict: Verdict
    full: str
    places: tuple[Place, ...]
    evidence: Evidences
    stages: tuple[Stage, ...]
    moments: Moments | None
    rivals: tuple[Rival, ...]
    looked_for: tuple[LookedFor, ...]
    open_questions: tuple[str, ...]
    lessons: tuple[Link, ...]
    link: LinkMaker
    sharing: Sharing


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each claim, below the claim's own."""
    for case in publication.cases.values():
        for index, claim in enumerate(publication.claims_of(case)):
            if claim.appearances[0].case == case.slug:
                yield _page(publication, claim, index, site)


def _page(publication: Publication, claim: Claim, index: int, site: Site) -> Page:
    changed = (each.on for each in publication.corrections_of(claim))
    case, shown = publication.cases[claim.appearances[0].case], evidences(publication, claim)
    return Page(
        path=addresses.whole_file(claim.slug),
        template="page/claimfile.html.jinja",
        view=ClaimFileView(
            claim=addresses.of(claim),
            crumb=crumb(publication, claim, index),
            who=who(publication, claim),
            title=claim.title,
            text=claim.text if claim.text.rstrip(".") != claim.title else "",
            verdict=verdict(publication, claim),
            full=claim.answer.full or "",
            places=appearances(publication, claim),
            evidence=shown,
            stages=chronology.stages(case, shown),
            moments=chronology.drawn(case, shown),
            rivals=claim.rivals,
            looked_for=claim.looked_for,
            open_questions=claim.open_questions,
            link=claim_link(publication, claim, site),
            lessons=teaching(publication, (claim,)),
            sharing=claim_sharing(publication, claim, site),
        ),
        title=f"{titled(claim)}: the whole file",
        description=description(claim),
        source=publication.source_file(claim),
        on=newest((claim.as_of, claim.published_on, *changed)),
        section="case",
        parts=(LISTS, "code", *PARTS),
    )
