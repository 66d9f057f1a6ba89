"""A claim for machines: a `ClaimReview` where the finding rates an assertion about the world, else a bare `Claim`.

What was said or printed, what goes on inside heads, and what stays open has no rating. A review stands on one page
alone, and that page holds no other. Sources: https://schema.org/ClaimReview, https://schema.org/Claim, and for what
readers of such data need https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from press import addresses
from press.graph import Publication
from press.leaves import Site
from press.pages.part.linked import Thing, date, publisher, speaker
from press.pages.part.phrases import newest
from press.records import Claim
from press.records.scale import BEST, NUMBERS, WORST
from press.records.vocabulary import ABOUT_THE_WORLD, SoFinding


def rated(claim: Claim) -> bool:
    """Whether the finding is a rating of an assertion about the world."""
    return claim.type in ABOUT_THE_WORLD and claim.so.finding in NUMBERS


def modified(publication: Publication, claim: Claim) -> str:
    """The day of the newest fact on the claim's page."""
    return newest((claim.as_of, claim.published_on, *(each.on for each in publication.corrections_of(claim))))


def claim_data(publication: Publication, claim: Claim, site: Site) -> tuple[Thing, ...]:
    """What the claim's page says of it; nothing on a site without an address."""
    if not site.url:
        return ()
    return (review(publication, claim, site) if rated(claim) else _unrated(publication, claim, site),)


def reviews(publication: Publication, site: Site) -> tuple[Thing, ...]:
    """Every review, by its claim's name."""
    return tuple(review(publication, claim, site) for claim in publication.claims.values() if rated(claim))


def review(publication: Publication, claim: Claim, site: Site) -> Thing:
    """The review that stands on the page of a rated claim."""
    return {
        "@type": "ClaimReview",
        "url": site.whole(addresses.of(claim)),
        "claimReviewed": claim.title,
        "author": publisher(site),
        "datePublished": claim.published_on,
        "dateModified": modified(publication, claim),
        "reviewRating": rating(claim.so.finding, claim.answer.short),
        "itemReviewed": {"@type": "Claim", **_made(publication, claim)},
    }


def rating(finding: SoFinding, why: str) -> Thing:
    """The finding as word and, where the word has one, as number."""
    number = NUMBERS[finding]
    scale = {} if number is None else {"ratingValue": number, "bestRating": BEST, "worstRating": WORST}
    return {"@type": "Rating", **scale, "alternateName": finding.label, "ratingExplanation": why}


def _unrated(publication: Publication, claim: Claim, site: Site) -> Thing:
    """The assertion, who makes it and where, and our page about it."""
    return {
        "@type": "Claim",
        "name": claim.title,
        **_made(publication, claim),
        "claimInterpreter": publisher(site),
        "mainEntityOfPage": site.whole(addresses.of(claim)),
    }


def _made(publication: Publication, claim: Claim) -> Thing:
    """By whom, when and where the assertion is made: in the articles, for where it stood first is not known."""
    articles = [publication.cases[slug].article for slug in dict.fromkeys(each.case for each in claim.appearances)]
    day = min(filter(None, (date(article.published) for article in articles)), default="")
    return {
        "author": [speaker(voice) for voice in publication.speakers(claim)],
        **({"datePublished": day} if day else {}),
        "appearance": [{"@type": "NewsArticle", "url": article.url} for article in articles],
    }
