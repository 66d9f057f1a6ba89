"""Who says what in an article: how many voices there are, and whose interest stands behind them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.pages.part.chorus import Chorus, Singer, chorus
from press.pages.part.links import Link
from press.records import Case

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice: in how many paragraphs it speaks, how many claims are in its words, and whose words it passes on.

    `number` and `side` are its signs in the drawing; `side` is '' where it has no known interest.
    """

    number: int
    side: str
    voice: Link
    article: bool
    paragraphs: int
    claims: int
    passes_on: tuple[Link, ...]
    stake: Stake


@dataclass(frozen=True, slots=True)
class Side:
    """The voices whose interest lies on one side, and the claims whose words are theirs, each counted once."""

    letter: str
    of: str
    voices: tuple[Link, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """The voices of a case, those of one side together, and the sides that they stand on."""

    voices: tuple[Speaker, ...]
    sides: tuple[Side, ...]
    claims: int
    drawing: Chorus | None


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
    stakes = {slug: publication.stake_of_voice(publication.voices[slug]) for slug in slugs}
    letters = _letters(stakes, own)
    # Those of one side stand together; whoever has no known interest comes last.
    slugs.sort(key=lambda slug: list(letters).index(stakes[slug].of) if stakes[slug].of else len(letters))
    numbers = {slug: number for number, slug in enumerate(slugs, 1)}
    voices = tuple(
        Speaker(
            number=numbers[slug],
            side=letters.get(stakes[slug].of, ""),
            voice=_link(publication, slug),
            article=slug == case.article.outlet,
            paragraphs=spoken[slug],
            claims=len(own.get(slug, ())),
            passes_on=tuple(_link(publication, each) for each in passed.get(slug, {})),
            stake=stakes[slug],
        )
        for slug in slugs
    )
    singers = (
        Singer(str(each.number), each.claims, each.side, tuple(str(numbers[other]) for other in passed.get(slug, {})))
        for slug, each in zip(slugs, voices, strict=True)
    )
    return Speakers(voices, _sides(voices, letters, own, slugs), len(claims), chorus(tuple(singers)))


def _letters(stakes: Mapping[str, Stake], own: Mapping[str, set[str]]) -> dict[str, str]:
    """A letter for each side, the side with most claims first."""
    said: dict[str, set[str]] = {}
    for slug, stake in stakes.items():
        if stake.of:
            said.setdefault(stake.of, set()).update(own.get(slug, ()))
    order = sorted(said, key=lambda of: (-len(said[of]), of))
    return {of: _LETTERS[index % 26] * (1 + index // 26) for index, of in enumerate(order)}


def _sides(
    voices: tuple[Speaker, ...], letters: Mapping[str, str], own: Mapping[str, set[str]], slugs: list[str]
) -> tuple[Side, ...]:
    found = []
    for of, letter in letters.items():
        those = [(slug, each.voice) for slug, each in zip(slugs, voices, strict=True) if each.side == letter]
        claims = {claim for slug, _ in those for claim in own.get(slug, ())}
        found.append(Side(letter, of, tuple(link for _, link in those), len(claims)))
    return tuple(found)


def _link(publication: Publication, slug: str) -> Link:
    voice = publication.voices[slug]
    return Link(voice.name, addresses.of(voice))
