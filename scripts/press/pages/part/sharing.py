"""To share a page: its address, its card for other sites, and how to cite it."""

import math
from dataclasses import dataclass
from html import escape

from press import addresses
from press.graph import Publication
from press.graph.lasting import public
from press.leaves import HeadLink, Picture, Site
from press.pages.part.appearances import who
from press.pages.part.citing import Citing, case_citing, claim_citing, lesson_citing
from press.pages.part.phrases import quoted
from press.pages.part.rows import in_words, tally
from press.records import Case, Claim, Lesson
from press.records.vocabulary import RouteKind, SoFinding

# The frame of a card, in pixels. A site cannot measure a page of another, so each card's height is reckoned for the
# narrowest place and a wide system font; where there is more room, the letters grow and the foot keeps to the bottom.
CARD_WIDTH, NARROWEST = 420, 280
_STAMPS_AND_FOOT = 240
_WHO, _TITLE, _SHORT = (24, 21), (18, 23), (25, 21.5)  # letters a line, and a line's height

PICTURE = (1200, 630)
"""Width and height of every picture, in pixels."""

PARTS = ("share",)
"""The script that a page with this block needs for its copy buttons."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the block shows: `url` and `frame` are '' on a site without an address, `card` is '' for what has none.

    `data` is the record as JSON, '' where it has no such file; `citing` is None for a draft, which nobody can find yet.
    """

    url: str
    card: str
    frame: str
    citing: Citing | None
    data: str


def claim_sharing(publication: Publication, claim: Claim, site: Site) -> Sharing:
    """For the page of a claim, which has a card."""
    return Sharing(
        url=site.whole(addresses.of(claim)),
        card=addresses.embed(claim.slug),
        frame=frame(publication, claim, site),
        citing=claim_citing(publication, claim, site) if public(claim) else None,
        data=addresses.data(*claim.ref),
    )


def case_sharing(publication: Publication, case: Case, site: Site) -> Sharing:
    """For the page of a case."""
    citing = case_citing(publication, case, site) if public(case) else None
    return Sharing(site.whole(addresses.of(case)), "", "", citing, addresses.data(*case.ref))


def lesson_sharing(publication: Publication, lesson: Lesson, kind: RouteKind, site: Site) -> Sharing:
    """For the page of one way through a lesson."""
    citing = lesson_citing(publication, lesson, kind, site) if public(lesson) else None
    return Sharing(site.whole(addresses.route(lesson.slug, kind)), "", "", citing, "")


def named(claim: Claim) -> str:
    """'Contradicted: “…”': the assertion behind its finding."""
    return f"{claim.so.finding.label}: {quoted(claim.title)}"


def card_height(publication: Publication, claim: Claim) -> int:
    """How high the card is in the narrowest place, in pixels."""
    texts = ((who(publication, claim), _WHO), (claim.title, _TITLE), (claim.answer.short, _SHORT))
    return round(_STAMPS_AND_FOOT + sum(high * math.ceil(len(text) / wide) for text, (wide, high) in texts))


def frame(publication: Publication, claim: Claim, site: Site) -> str:
    """The HTML that shows the claim's card on another site, '' while ours has no address."""
    url = site.whole(addresses.embed(claim.slug))
    if not url:
        return ""
    told = {
        "src": url,
        "title": f"{named(claim)}. Claim by Claim",
        "width": str(CARD_WIDTH),
        "height": str(card_height(publication, claim)),
        "loading": "lazy",
        "style": f"border:0;width:100%;max-width:{CARD_WIDTH}px",
    }
    return "<iframe " + " ".join(f'{name}="{escape(value)}"' for name, value in told.items()) + "></iframe>"


def discovery(claim: Claim) -> HeadLink:
    """Where a machine that was given the page's address finds the card."""
    return HeadLink("alternate", "application/json+oembed", named(claim), addresses.oembed(claim.slug), whole=True)


def finding_picture(finding: SoFinding) -> Picture:
    """The picture that goes with a claim: its finding, and nothing of the assertion or the event."""
    alt = f"A stamp with the word “{finding.label}”: {finding.definition}"
    return Picture(addresses.picture("finding", finding), *PICTURE, alt)


def case_picture(publication: Publication, case: Case) -> Picture:
    """The picture that goes with a case: its title, and one tile for each assertion by finding."""
    found = tally(claim.so.finding for claim in publication.claims_of(case))
    counts = f"One tile for each assertion: {in_words(found)}." if found else "No assertion is examined yet."
    return Picture(addresses.picture(Case.KIND, case.slug), *PICTURE, f"{case.title}. {counts}")
