"""The card of a claim: a small page that other sites show in a frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.lasting import former_slugs, public
from press.leaves import Page
from press.pages.part.appearances import who
from press.pages.part.phrases import newest, shortened
from press.pages.part.sharing import named
from press.records import Claim
from press.records.claim import So
from press.records.vocabulary import SaidFinding


@dataclass(frozen=True, slots=True)
class EmbedView:
    """One claim in short; the finding comes before everything, so that no cut leaves the assertion alone.

    `heading` is the document's title, `address` the claim's page; `version` is 0 for a draft.
    """

    heading: str
    who: str
    title: str
    so: So
    said: SaidFinding
    short: str
    as_of: str
    version: int
    address: str


def pages(publication: Publication) -> Iterator[Page]:
    """One card for each claim, and the same where it was moved from: a frame on another site may not be led on."""
    for claim in publication.claims.values():
        for slug in (claim.slug, *former_slugs(publication, claim)):
            yield _page(publication, claim, slug)


def _page(publication: Publication, claim: Claim, slug: str) -> Page:
    heading = f"{named(claim)} · Claim by Claim"
    return Page(
        path=addresses.embed(slug),
        template="page/embed.html.jinja",
        view=EmbedView(
            heading=heading,
            who=who(publication, claim),
            title=claim.title,
            so=claim.so,
            said=publication.said(claim),
            short=claim.answer.short,
            as_of=claim.as_of,
            version=publication.version(claim) if public(claim) else 0,
            address=addresses.of(claim),
        ),
        title=heading,
        description=shortened(f"{claim.so.finding.label}. {claim.answer.short}"),
        source=publication.source_file(claim),
        on=newest((claim.as_of, claim.published_on)),
        bare=True,
        moved_to=addresses.embed(claim.slug) if slug != claim.slug else "",
    )
