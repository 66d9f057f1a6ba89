"""A technique where it was seen: the words, whose they are, why we see it and how else one may read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.rows import assertion
from press.records import Claim, Comparison, Technique
from press.records.claim import TechniqueUse
from press.records.vocabulary import Strength, Wording


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a technique was seen; `reason` and `counter_reading` are Markdown.

    `place` is the record that shows it; None on that record's own page.
    """

    place: Link | None
    quote: str
    language: str
    voice: Wording
    strength: Strength
    reason: str
    counter_reading: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A technique with the places where it was seen; `id` is its anchor on a page that shows several."""

    id: str
    technique: Link
    uses: tuple[Use, ...]


def uses(publication: Publication, claims: Iterable[Claim], technique: str) -> tuple[Use, ...]:
    """Where these claims show the technique."""
    return tuple(
        _of_claim(publication, claim, use) for claim in claims for use in claim.techniques if use.technique == technique
    )


def by_name(publication: Publication, marks: Iterable[TechniqueUse]) -> list[Technique]:
    """The techniques of these marks, each once, in the order of their names."""
    found = {mark.technique for mark in marks}
    return sorted((publication.techniques[slug] for slug in found), key=lambda each: each.name.casefold())


def seen(publication: Publication, claims: tuple[Claim, ...]) -> tuple[Seen, ...]:
    """The techniques that these claims show, by name."""
    found = by_name(publication, (use for claim in claims for use in claim.techniques))
    return tuple(_seen(each, uses(publication, claims, each.slug)) for each in found)


def seen_in_text(publication: Publication, text: Comparison) -> tuple[Seen, ...]:
    """The techniques that a comparison text shows, by name, for its own page."""
    found = by_name(publication, text.techniques)
    return tuple(_seen(each, _of_text(publication, text, each.slug)) for each in found)


def _seen(technique: Technique, found: tuple[Use, ...]) -> Seen:
    return Seen(f"technique-{technique.slug}", Link(technique.name, addresses.of(technique)), found)


def uses_in_texts(publication: Publication, texts: Iterable[Comparison], technique: str) -> tuple[Use, ...]:
    """Where these comparison texts show the technique."""
    found = (
        _of_text(publication, text, technique, Link(f"{text.label}: {text.title}", addresses.of(text)))
        for text in texts
    )
    return tuple(use for uses in found for use in uses)


def _of_text(publication: Publication, text: Comparison, technique: str, place: Link | None = None) -> tuple[Use, ...]:
    language = publication.sources[text.source].language
    return tuple(_use(use, place, language) for use in text.techniques if use.technique == technique)


def _of_claim(publication: Publication, claim: Claim, use: TechniqueUse) -> Use:
    case = publication.case_of(claim)
    return _use(use, assertion(claim), case.article.language if case else "en")


def _use(use: TechniqueUse, place: Link | None, language: str) -> Use:
    return Use(
        place=place,
        quote=use.quote,
        language=language,
        voice=use.voice,
        strength=use.strength,
        reason=use.reason,
        counter_reading=use.counter_reading,
    )
