"""A technique where it was seen: the words, whose they are, why we see it and how else one may read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.rows import assertion
from press.records import Claim
from press.records.claim import TechniqueUse
from press.records.vocabulary import Strength, Wording


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a technique was seen; `reason` and `counter_reading` are Markdown."""

    claim: Link
    quote: str
    language: str
    voice: Wording
    strength: Strength
    reason: str
    counter_reading: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A technique with the places where it was seen."""

    technique: Link
    uses: tuple[Use, ...]


def uses(publication: Publication, claims: Iterable[Claim], technique: str) -> tuple[Use, ...]:
    """Where these claims show the technique."""
    return tuple(
        _use(publication, claim, use) for claim in claims for use in claim.techniques if use.technique == technique
    )


def seen(publication: Publication, claims: tuple[Claim, ...]) -> tuple[Seen, ...]:
    """The techniques that these claims show, by name."""
    slugs = {use.technique for claim in claims for use in claim.techniques}
    found = sorted((publication.techniques[slug] for slug in slugs), key=lambda each: each.name.casefold())
    return tuple(Seen(Link(each.name, addresses.of(each)), uses(publication, claims, each.slug)) for each in found)


def _use(publication: Publication, claim: Claim, use: TechniqueUse) -> Use:
    case = publication.case_of(claim)
    return Use(
        claim=assertion(claim),
        quote=use.quote,
        language=case.article.language if case else "en",
        voice=use.voice,
        strength=use.strength,
        reason=use.reason,
        counter_reading=use.counter_reading,
    )
