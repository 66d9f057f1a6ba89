"""A claim as one row among others, and how many claims have each finding."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.links import Link
from press.pages.part.phrases import listed
from press.pages.part.tiles import Tiles, tiles
from press.records import Case, Claim
from press.records.vocabulary import ClaimType, Confidence, SaidFinding, SoFinding

# Where the words of a table of claims are defined, by vocabulary.
WORDS: Mapping[str, str] = {
    each.NAME: addresses.vocabulary(each.NAME) for each in (SaidFinding, SoFinding, Confidence, ClaimType)
}


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in a table; `number` counts from 1 within its case, `place` is where the article makes it.

    `then_so` and `then_confidence` are what one could have held on the day `then_on`.
    """

    id: str
    number: int
    title: str
    address: str
    who: tuple[Link, ...]
    place: str
    type: ClaimType
    said: SaidFinding
    so: SoFinding
    confidence: Confidence | None
    then_on: str
    then_so: SoFinding
    then_confidence: Confidence | None
    case: Link

    @property
    def changed(self) -> bool:
        """Whether one could hold something else on the day than now."""
        return (self.then_so, self.then_confidence) != (self.so, self.confidence)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have a finding, where the finding is defined, and one tile for each."""

    finding: SoFinding
    count: int
    definition: str
    tiles: Tiles


def rows(publication: Publication, case: Case) -> tuple[Row, ...]:
    """The case's claims in the order of its article."""
    return tuple(_row(publication, case, n, claim) for n, claim in enumerate(publication.claims_of(case), 1))


def rows_of(publication: Publication, claims: Iterable[Claim]) -> tuple[Row, ...]:
    """These claims, each once, case by case as it first appears and in the order of the article."""
    wanted: dict[str, set[str]] = {}
    for claim in claims:
        case = publication.case_of(claim)
        if case:
            wanted.setdefault(case.slug, set()).add(claim.slug)
    return tuple(
        _row(publication, publication.cases[slug], number, claim)
        for slug in sorted(wanted)
        for number, claim in enumerate(publication.claims_of(publication.cases[slug]), 1)
        if claim.slug in wanted[slug]
    )


def speakers(publication: Publication, claim: Claim, case: Case) -> tuple[Link, ...]:
    """Whose words the assertion is, in one case; the outlet itself is called 'The article'."""
    slugs = dict.fromkeys(each.chain[-1] for each in claim.appearances if each.case == case.slug)
    voices = (publication.voices[slug] for slug in slugs)
    return tuple(
        Link("The article" if voice.slug == case.article.outlet else voice.name, addresses.of(voice))
        for voice in voices
    )


def assertion(claim: Claim) -> Link:
    """A claim's page by finding and assertion: 'Contradicted: “…”'; an assertion never stands without its finding."""
    return Link(f"{claim.so.finding.label}: {claim.title}", addresses.of(claim))


def tally(findings: Iterable[SoFinding]) -> tuple[Tally, ...]:
    """The findings that occur, in the order of the vocabulary."""
    counts = Counter(findings)
    most = max(counts.values(), default=0)
    return tuple(
        Tally(
            finding,
            counts[finding],
            addresses.definition(SoFinding.NAME, finding),
            tiles(finding, counts[finding], most),
        )
        for finding in SoFinding
        if counts[finding]
    )


def in_words(tallies: Iterable[Tally]) -> str:
    """'2 supported and 1 not checkable'."""
    return listed(f"{each.count} {each.finding.label.lower()}" for each in tallies)


def _row(publication: Publication, case: Case, number: int, claim: Claim) -> Row:
    return Row(
        id=f"claim-{claim.slug}",
        number=number,
        title=claim.title,
        address=addresses.of(claim),
        who=speakers(publication, claim, case),
        place=_place(claim, case),
        type=claim.type,
        said=publication.said(claim),
        so=claim.so.finding,
        confidence=claim.so.confidence,
        then_on=claim.then.on,
        then_so=claim.then.finding,
        then_confidence=claim.then.confidence,
        case=Link(case.title, addresses.of(case)),
    )


def _place(claim: Claim, case: Case) -> str:
    numbers = sorted({number for each in claim.appearances if each.case == case.slug for number in each.paragraphs})
    standfirst = ["standfirst"] if 0 in numbers else []
    rest = [f"¶ {', '.join(str(number) for number in numbers if number)}"] if any(numbers) else []
    return ", ".join([*standfirst, *rest])
