"""The page of a claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.references import targets
from press.leaves import Page, SearchEntry, Site
from press.pages.part import chronology, citing, colophon, relations, reviews, sharing
from press.pages.part.appearances import Place, appearances, who
from press.pages.part.chronology import Stage
from press.pages.part.colophon import Colophon
from press.pages.part.evidence import Evidences, evidences
from press.pages.part.heading import Crumb, Verdict, crumb, verdict
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import Link, as_data
from press.pages.part.outlines import Outlines, outlines
from press.pages.part.phrases import shortened
from press.pages.part.relations import Related
from press.pages.part.sharing import Sharing
from press.records import Claim
from press.records.case import Question
from press.records.claim import Counter, TechniqueUse, Then
from press.records.places import places
from press.records.vocabulary import SoFinding


@dataclass(frozen=True, slots=True)
class Asked:
    """A large question of the case that the claim touches."""

    question: Question
    address: str


@dataclass(frozen=True, slots=True)
class Used:
    """A technique of telling seen in the assertion's words."""

    technique: Link
    use: TechniqueUse


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One assertion and what became of it; '' or () where the record has nothing to say.

    `file` is the page with all that stands behind the finding; `rivals` are the explanations that are tested there.
    """

    file: str
    crumb: Crumb
    who: str
    title: str
    verdict: Verdict
    basic: str
    full: bool
    context_note: str
    places: tuple[Place, ...]
    questions: tuple[Asked, ...]
    evidence: Evidences
    figure: Outlines | None
    findings: tuple[SoFinding, ...]
    looked_for: int
    rivals: tuple[str, ...]
    counter: Counter | None
    no_counter: bool
    then: Then
    stages: tuple[Stage, ...]
    would_change: tuple[str, ...]
    open_questions: int
    steps: tuple[str, ...]
    techniques: tuple[Used, ...]
    related: tuple[Related, ...]
    discuss: tuple[str, ...]
    sharing: Sharing
    colophon: Colophon


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each claim, by slug."""
    towards = relations.towards(publication)
    order = {
        (case.slug, claim.slug): index
        for case in publication.cases.values()
        for index, claim in enumerate(publication.claims_of(case))
    }
    for claim in publication.claims.values():
        yield _page(publication, claim, order[claim.appearances[0].case, claim.slug], towards, site)


def titled(claim: Claim) -> str:
    """'Contradicted: “…”': the assertion behind its finding."""
    return f"{claim.so.finding.label}: “{claim.title}”"


def description(claim: Claim) -> str:
    """The finding and the short answer, in at most 160 characters."""
    return shortened(f"{citing.finding(claim.so)}. {claim.answer.short}")


def _page(publication: Publication, claim: Claim, index: int, towards: relations.Towards, site: Site) -> Page:
    case = publication.cases[claim.appearances[0].case]
    return Page(
        path=addresses.of(claim),
        template="page/claim.html.jinja",
        view=_view(publication, claim, index, towards, site),
        title=titled(claim),
        description=description(claim),
        source=publication.source_file(claim),
        on=reviews.modified(publication, claim),
        search=SearchEntry(titled(claim), _search_text(publication, claim), weight=4),
        section="case",
        parts=(*sharing.PARTS, "judge") if claim.evidence else sharing.PARTS,
        links=(sharing.discovery(claim), as_data(claim)),
        picture=sharing.finding_picture(claim.so.finding),
        data=(
            *reviews.claim_data(publication, claim, site),
            *breadcrumbs(site, (case.title, addresses.of(case)), here=titled(claim)),
        ),
    )


def _view(publication: Publication, claim: Claim, index: int, towards: relations.Towards, site: Site) -> ClaimView:
    case = publication.cases[claim.appearances[0].case]
    shown = evidences(publication, claim)
    counter = claim.strongest_counter
    return ClaimView(
        file=addresses.whole_file(claim.slug),
        crumb=crumb(publication, claim, index),
        who=who(publication, claim),
        title=claim.title,
        verdict=verdict(publication, claim),
        basic=claim.answer.basic,
        full=claim.answer.full is not None,
        context_note=claim.context_note or "",
        places=appearances(publication, claim),
        questions=tuple(_asked(publication, claim)),
        evidence=shown,
        figure=outlines(claim),
        findings=tuple(SoFinding),
        looked_for=len(claim.looked_for),
        rivals=tuple(each.explanation for each in claim.rivals),
        counter=counter if isinstance(counter, Counter) else None,
        no_counter=counter == "none-found",
        then=claim.then,
        stages=chronology.stages(case, shown),
        would_change=claim.would_change,
        open_questions=len(claim.open_questions),
        steps=claim.check_it_yourself,
        techniques=tuple(_used(publication, use) for use in claim.techniques),
        related=relations.related(publication, claim, towards),
        discuss=claim.discuss,
        sharing=sharing.claim_sharing(publication, claim, site),
        colophon=colophon.colophon(publication, claim, index),
    )


def _asked(publication: Publication, claim: Claim) -> Iterator[Asked]:
    for slug in dict.fromkeys(each.case for each in claim.appearances):
        case = publication.cases[slug]
        for number, question in enumerate(case.questions, start=1):
            if claim.slug in question.claims:
                yield Asked(question, f"{addresses.of(case)}#question-{number}")


def _used(publication: Publication, use: TechniqueUse) -> Used:
    technique = publication.techniques[use.technique]
    return Used(Link(technique.name, addresses.of(technique)), use)


def _search_text(publication: Publication, claim: Claim) -> str:
    """The short answer, the speakers, and the hard words in every spelling, as far as nothing holds them yet."""
    text = claim.answer.short
    words = [voice.name for voice in publication.speakers(claim)]
    for slug in sorted({slug for place in places(claim) for kind, slug in targets(place) if kind == "term"}):
        words.extend((publication.terms[slug].name, *publication.terms[slug].also))
    for word in words:
        if word not in text:
            text += f" {word}"
    return text
