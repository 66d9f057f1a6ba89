"""The ledger of findings: how often each finding falls on each voice's words, so that balance can be inspected."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.pages.part.links import Link
from press.records import Claim
from press.records.vocabulary import SoFinding


@dataclass(frozen=True, slots=True)
class Entry:
    """The findings on one voice's words, one number for each finding of the ledger."""

    voice: Link
    stake: Stake
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The findings by whose words the assertion is. A claim that two voices make counts for each of them."""

    findings: tuple[SoFinding, ...]
    entries: tuple[Entry, ...]
    claims: int
    shared: int


def ledger(publication: Publication) -> LedgerView:
    """Count every claim for each voice whose words it is, voices by name."""
    spoken: dict[str, list[Claim]] = {}
    shared = 0
    for claim in publication.claims.values():
        voices = publication.speakers(claim)
        shared += len(voices) > 1
        for voice in voices:
            spoken.setdefault(voice.slug, []).append(claim)
    findings = tuple(SoFinding)
    voices = sorted((publication.voices[slug] for slug in spoken), key=lambda voice: voice.name.casefold())
    entries = tuple(
        Entry(
            voice=Link(voice.name, addresses.of(voice)),
            stake=publication.stake_of_voice(voice),
            counts=_counts(findings, spoken[voice.slug]),
            total=len(spoken[voice.slug]),
        )
        for voice in voices
    )
    return LedgerView(findings, entries, len(publication.claims), shared)


def _counts(findings: Iterable[SoFinding], claims: list[Claim]) -> tuple[int, ...]:
    found = [claim.so.finding for claim in claims]
    return tuple(found.count(finding) for finding in findings)
