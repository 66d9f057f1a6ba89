"""The pages that list all cases, claims, comparison texts, sources, voices and techniques."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.publication import Stake
from press.leaves import LISTS, MAP, Page, Site
from press.pages.part.comparing import Beside, beside
from press.pages.part.definedterms import term_set
from press.pages.part.following import CLAIMS
from press.pages.part.links import Link
from press.pages.part.phrases import counted
from press.pages.part.printed import Printed, printed
from press.pages.part.rows import Tally, rows, tally
from press.pages.part.shelves import Shelf, shelves
from press.records import Case, Claim, Comparison, Source, Technique, Voice


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One case in the list of cases; `summary` is Markdown."""

    case: Link
    article: Printed
    summary: str
    claims: int
    tally: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class CasesView:
    """Every case, newest article first."""

    cases: tuple[CaseEntry, ...]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The way to all claims: the table of them, and the cases that make them."""

    total: int
    explore: str
    cases: tuple[CaseEntry, ...]


@dataclass(frozen=True, slots=True)
class ComparisonsView:
    """Every comparison text, and the pages with the counts."""

    texts: tuple[Beside, ...]
    cases: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source, by kind."""

    total: int
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """One voice in the list of voices."""

    voice: Link
    role: str
    stake: Stake


@dataclass(frozen=True, slots=True)
class VoicesView:
    """Every voice, by name."""

    voices: tuple[VoiceEntry, ...]


@dataclass(frozen=True, slots=True)
class TechniqueEntry:
    """One technique in the list of techniques; `definition` is Markdown.

    `seen` counts where articles show it, `compared` where comparison texts do.
    """

    technique: Link
    definition: str
    seen: int
    compared: int


@dataclass(frozen=True, slots=True)
class TechniquesView:
    """Every technique, by name."""

    techniques: tuple[TechniqueEntry, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each folder of addresses, so that shortening an address leads somewhere."""
    cases = case_entries(publication)
    yield Page(
        path=addresses.CASES,
        template="page/cases.html.jinja",
        view=CasesView(cases),
        title="Cases: the articles that we examined",
        description=f"{counted(len(cases), 'article')} taken apart, assertion by assertion, with a finding for each.",
        source=f"data/{Case.FOLDER}",
        section="case",
        parts=(LISTS, MAP),
    )
    yield Page(
        path=addresses.CLAIMS,
        template="page/claims.html.jinja",
        view=ClaimsView(len(publication.claims), addresses.EXPLORE, cases),
        title="Claims: where to find them",
        description=f"{counted(len(publication.claims), 'claim')} examined, each on a page of its own.",
        source=f"data/{Claim.FOLDER}",
        section="explore",
        links=CLAIMS,
    )
    yield _comparisons(publication)
    yield _sources(publication)
    yield _voices(publication)
    yield _techniques(publication, site)


def newest_first(publication: Publication) -> list[Case]:
    """Every case, the newest article first."""
    found = sorted(publication.cases.values(), key=lambda case: case.slug)
    found.sort(key=lambda case: case.article.published.on.replace("unknown", ""), reverse=True)
    return found


def case_entries(publication: Publication) -> tuple[CaseEntry, ...]:
    """Every case as lists show it, the newest article first."""
    return tuple(_case(publication, case) for case in newest_first(publication))


def _case(publication: Publication, case: Case) -> CaseEntry:
    found = rows(publication, case)
    return CaseEntry(
        case=Link(case.title, addresses.of(case)),
        article=printed(publication, case),
        summary=case.summary,
        claims=len(found),
        tally=tally(row.so for row in found),
    )


def _comparisons(publication: Publication) -> Page:
    texts = publication.comparisons.values()
    cases = dict.fromkeys(publication.cases[text.case] for text in texts)
    counts = tuple(Link(case.title, f"{addresses.of(case)}#comparison") for case in cases)
    return Page(
        path=addresses.COMPARISONS,
        template="page/comparisons.html.jinja",
        view=ComparisonsView(beside(publication, texts), counts),
        title="Comparison texts: the same eye on other tellings",
        description=f"{counted(len(texts), 'text')} set beside an article that we examined, with the same counts.",
        source=f"data/{Comparison.FOLDER}",
        section="case",
    )


def _sources(publication: Publication) -> Page:
    return Page(
        path=addresses.SOURCES,
        template="page/sources.html.jinja",
        view=SourcesView(len(publication.sources), tuple(shelves(publication))),
        title="Sources: every document that we used",
        description=f"{counted(len(publication.sources), 'document')}, by kind, each with how we read it.",
        source=f"data/{Source.FOLDER}",
        section="explore",
    )


def _voices(publication: Publication) -> Page:
    voices = sorted(publication.voices.values(), key=lambda voice: voice.name.casefold())
    return Page(
        path=addresses.VOICES,
        template="page/voices.html.jinja",
        view=VoicesView(tuple(_voice(publication, each) for each in voices)),
        title="Voices: who speaks, and with what interest",
        description="Every office, outlet and official that these pages quote, with its role and its interest.",
        source=f"data/{Voice.FOLDER}",
        section="explore",
    )


def _voice(publication: Publication, voice: Voice) -> VoiceEntry:
    return VoiceEntry(Link(voice.name, addresses.of(voice)), voice.role, publication.stake_of_voice(voice))


def _techniques(publication: Publication, site: Site) -> Page:
    seen = [use.technique for claim in publication.claims.values() for use in claim.techniques]
    compared = [use.technique for text in publication.comparisons.values() for use in text.techniques]
    techniques = sorted(publication.techniques.values(), key=lambda technique: technique.name.casefold())
    return Page(
        path=addresses.TECHNIQUES,
        template="page/techniques.html.jinja",
        view=TechniquesView(
            tuple(
                TechniqueEntry(
                    Link(each.name, addresses.of(each)),
                    each.definition,
                    seen.count(each.slug),
                    compared.count(each.slug),
                )
                for each in techniques
            )
        ),
        title="Techniques of telling, and how to spot them",
        description="Ways of telling that lead a reader. Seeing one never proves a claim false.",
        source=f"data/{Technique.FOLDER}",
        section="explore",
        data=term_set("Techniques of telling", addresses.TECHNIQUES, techniques, site),
    )
