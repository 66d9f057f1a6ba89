"""Every record, and what follows from them together."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from press.graph.catalogue import Catalogue
from press.records import Case, Claim, Correction, Origin, Record, Source, Voice
from press.records.evidence import Evidence
from press.records.vocabulary import CorrectionKind, Interest, SaidFinding

# From the firmest finding to the weakest; `article-voice` stands apart because it needs no finding out.
_SAID_ORDER = (
    SaidFinding.NOT_FOUND,
    SaidFinding.PARAPHRASE_ALTERED,
    SaidFinding.PARAPHRASE_FAIR,
    SaidFinding.CONFIRMED_REPORTED,
    SaidFinding.CONFIRMED_PRIMARY,
)
CHANGES_VERSION = frozenset({CorrectionKind.FACT, CorrectionKind.EVIDENCE, CorrectionKind.FINDING})


@dataclass(frozen=True, slots=True)
class Stake:
    """An interest as it is shown: the kind, whose side ('' for none known), and what that rests on."""

    kind: Interest
    of: str
    basis: str

    @property
    def independent(self) -> bool:
        """Whether it can count towards the origins that a finding needs; law 2."""
        return self.kind is Interest.NONE_KNOWN


class Publication(Catalogue):
    """All records, with the facts that follow from them as methods."""

    def claims_of(self, case: Case) -> tuple[Claim, ...]:
        """The case's claims in the order in which its article makes them."""
        return self._claims_in_order.get(case.slug, ())

    @cached_property
    def claims_by_case(self) -> dict[str, list[Claim]]:
        """The claims that appear in a case, by the case's slug, each once."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            for case in dict.fromkeys(appearance.case for appearance in claim.appearances):
                found.setdefault(case, []).append(claim)
        return found

    @cached_property
    def _claims_in_order(self) -> dict[str, tuple[Claim, ...]]:
        return {
            slug: tuple(sorted(claims, key=lambda claim: self._place(self.cases[slug], claim)))
            for slug, claims in self.claims_by_case.items()
            if slug in self.cases
        }

    def _place(self, case: Case, claim: Claim) -> tuple[Any, ...]:
        """Where the claim first stands in the article: by the map, else by its own appearances."""
        for paragraph in case.paragraphs:
            for index, segment in enumerate(paragraph.segments):
                if claim.slug in segment.claims:
                    return (paragraph.number, index, segment.claims.index(claim.slug), claim.slug)
        numbers = [number for each in claim.appearances if each.case == case.slug for number in each.paragraphs]
        return (min(numbers), 10_000, 0, claim.slug)

    def case_of(self, claim: Claim) -> Case | None:
        """The case in which the claim appears first."""
        return next((self.cases[each.case] for each in claim.appearances if each.case in self.cases), None)

    def number(self, claim: Claim) -> int:
        """The claim's number in its first case, from 1."""
        case = self.case_of(claim)
        return self.claims_of(case).index(claim) + 1 if case else 0

    def said(self, claim: Claim) -> SaidFinding:
        """The claim's own said-stamp: the weakest of its places, because a reader may meet any of them."""
        found = [each.said.finding for each in claim.appearances if each.said.finding in _SAID_ORDER]
        return min(found, key=_SAID_ORDER.index) if found else SaidFinding.ARTICLE_VOICE

    def speakers(self, claim: Claim) -> tuple[Voice, ...]:
        """Those whose words the assertion is: the last of each chain, in order, once each."""
        slugs = dict.fromkeys(appearance.chain[-1] for appearance in claim.appearances)
        return tuple(self.voices[slug] for slug in slugs if slug in self.voices)

    def publisher(self, source: Source) -> str:
        """The name under which the source was published."""
        voice = self.voices.get(source.publisher or "")
        return voice.name if voice else source.publisher_name or ""

    def carrier(self, source: Source) -> str:
        """The publisher as a page shows it: 'Reuters, through the page of another outlet'."""
        return self.publisher(source) + (f", through {source.through}" if source.through else "")

    def stake_of_voice(self, voice: Voice) -> Stake:
        """A voice's interest in the matter."""
        return Stake(voice.interest.kind, voice.interest.of or "", voice.interest.basis)

    def stake_of_origin(self, origin: Origin) -> Stake | None:
        """An origin's interest: its own, else its voice's; None when the voice cannot be used."""
        if origin.interest is not None:
            return Stake(origin.interest.kind, origin.interest.of or "", origin.interest.basis)
        voice = self.voices.get(origin.voice or "")
        return self.stake_of_voice(voice) if voice else None

    def stake_of_item(self, item: Evidence) -> Stake | None:
        """The interest that counts for an item of evidence: its own note, else its origin's."""
        if item.interest is not None:
            return Stake(item.interest.kind, item.interest.of or "", item.interest.basis)
        origin = self.origins.get(item.origin)
        return self.stake_of_origin(origin) if origin else None

    def corrections_of(self, record: Record) -> tuple[Correction, ...]:
        """The record's corrections, newest first."""
        name = f"{record.KIND}:{record.slug}"
        return tuple(each for each in self.corrections if each.corrects == name)

    def version(self, record: Record) -> int:
        """1, and one more for each correction of a fact, the evidence or the finding."""
        return 1 + sum(each.kind in CHANGES_VERSION for each in self.corrections_of(record))
