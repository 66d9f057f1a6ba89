"""Who says what in an article: how many voices there are, and whose interest stands behind them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.pages.part.links import Link
from press.records import Case


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice: in how many paragraphs it speaks, how many claims are in its words, and whose words it passes on."""

    voice: Link
    article: bool
    paragraphs: int
    claims: int
    passes_on: tuple[Link, ...]
    stake: Stake


@dataclass(frozen=True, slots=True)
class Side:
    """The voices whose interest lies on one side, and the claims whose words are theirs, each counted once."""

    of: str
    voices: tuple[Link, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """The voices of a case, most claims first, and the sides that they stand on."""

    voices: tuple[Speaker, ...]
    sides: tuple[Side, ...]
    claims: int


def speakers(publication: Publication, case: Case) -> Speakers:
    """Count the claims of a case by who says them."""
    own: dict[str, set[str]] = {}
    passed: dict[str, dict[str, None]] = {}
    claims = publication.claims_of(case)
    for claim in claims:
        for each in claim.appearances:
            if each.case == case.slug:
                own.setdefault(each.chain[-1], set()).add(claim.slug)
                for teller in each.chain[1:-1]:  # the first is the outlet, which passes on every word
                    passed.setdefault(teller, {})[each.chain[-1]] = None
    spoken = Counter(slug for paragraph in case.paragraphs for slug in set(paragraph.voices))
    slugs = sorted({*own, *passed, *spoken}, key=lambda slug: (-len(own.get(slug, ())), -spoken[slug], slug))
    voices = tuple(
        Speaker(
            voice=_link(publication, slug),
            article=slug == case.article.outlet,
            paragraphs=spoken[slug],
            claims=len(own.get(slug, ())),
            passes_on=tuple(_link(publication, each) for each in passed.get(slug, {})),
            stake=publication.stake_of_voice(publication.voices[slug]),
        )
        for slug in slugs
    )
    return Speakers(voices, tuple(_sides(publication, slugs, own)), len(claims))


def _sides(publication: Publication, slugs: Iterable[str], own: dict[str, set[str]]) -> Iterable[Side]:
    by_side: dict[str, list[str]] = {}
    for slug in slugs:
        stake = publication.stake_of_voice(publication.voices[slug])
        if stake.of:
            by_side.setdefault(stake.of, []).append(slug)
    for of, found in sorted(by_side.items()):
        claims = {claim for slug in found for claim in own.get(slug, ())}
        yield Side(of, tuple(_link(publication, slug) for slug in found), len(claims))


def _link(publication: Publication, slug: str) -> Link:
    voice = publication.voices[slug]
    return Link(voice.name, addresses.of(voice))
