"""The named slots of hand-written pages: what each shows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.pages.indexes import CaseEntry, case_entries, newest_first
from press.pages.part.aligned import frameworks
from press.pages.part.appearances import who
from press.pages.part.article import Coverage, coverage
from press.pages.part.changes import Change, changes
from press.pages.part.downloads import data_files, examples, offline_copy, unit_files
from press.pages.part.fields import fields
from press.pages.part.forms import forms
from press.pages.part.ledger import ledger
from press.pages.part.lessontable import lesson_table
from press.pages.part.links import Link
from press.pages.part.rows import Row, assertion, rows_of
from press.pages.part.since import changed_lessons
from press.pages.part.specimen import specimen
from press.pages.part.words import laws, vocabularies
from press.records import Case, Claim
from press.records.vocabulary import AccessKind, ReviewStatus, SoFinding

_LATEST = 5  # as many corrections as the front page shows


@dataclass(frozen=True, slots=True)
class CaseFrontView:
    """The case in front: the one whose article is newest; None while there is no case."""

    front: CaseEntry | None


@dataclass(frozen=True, slots=True)
class Start:
    """One claim to start with; `sources` and `origins` count its evidence."""

    row: Row
    who: str
    short: str
    sources: int
    origins: int


@dataclass(frozen=True, slots=True)
class StartClaimView:
    """The most instructive claim, and one that holds where that is another; None while there is none.

    `chosen` says whether a case names the claim, or else it is the one with most evidence of `total`.
    """

    start: Start | None
    holds: Link | None
    total: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class LatestCorrectionsView:
    """The newest corrections, and the page that holds all."""

    changes: tuple[Change, ...]
    total: int
    all: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach the publication: an address to show and one to follow, both '' when none is configured."""

    contact: str
    url: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """How far the work has come, counted from the records."""

    cases: int
    coverage: Coverage
    claims: int
    items: int
    sources: int
    origins: int
    voices: int
    reading: tuple[tuple[AccessKind, int], ...]
    reviews: tuple[tuple[ReviewStatus, int], ...]


def case_front(publication: Publication) -> CaseFrontView:
    """The case whose article is newest."""
    return CaseFrontView(next(iter(case_entries(publication)), None))


def newest(publication: Publication) -> Case | None:
    """The case whose article is newest."""
    return next(iter(newest_first(publication)), None)


def start_claim(publication: Publication) -> StartClaimView:
    """The claim that the newest case names, else the one with most evidence; and one that is supported."""
    named = {case.start_with for case in newest_first(publication)[:1]}
    ranked = sorted(
        publication.claims.values(), key=lambda claim: (claim.slug not in named, -len(claim.evidence), claim.slug)
    )
    if not ranked:
        return StartClaimView(None, None, 0, chosen=False)
    supported = [claim for claim in ranked if claim.so.finding is SoFinding.SUPPORTED]
    holds = next((claim for claim in supported if claim is not ranked[0]), None)
    link = assertion(holds) if holds and ranked[0] not in supported else None
    return StartClaimView(_start(publication, ranked[0]), link, len(ranked), chosen=ranked[0].slug in named)


def latest_corrections(publication: Publication) -> LatestCorrectionsView:
    """The newest corrections."""
    found = publication.corrections
    return LatestCorrectionsView(changes(publication, found[:_LATEST]), len(found), addresses.CORRECTIONS)


def contact(site: Site) -> ContactView:
    """What the configuration says."""
    return ContactView(site.contact, site.contact_url)


def figures(publication: Publication) -> CoverageView:
    """How far the work has come."""
    claims = publication.claims.values()
    return CoverageView(
        cases=len(publication.cases),
        coverage=coverage(paragraph for case in publication.cases.values() for paragraph in case.paragraphs),
        claims=len(publication.claims),
        items=sum(len(claim.evidence) for claim in claims),
        sources=len(publication.sources),
        origins=len(publication.origins),
        voices=len(publication.voices),
        reading=_counts(AccessKind, [source.access.how for source in publication.sources.values()]),
        reviews=_counts(ReviewStatus, [claim.review.status for claim in claims]),
    )


def _start(publication: Publication, claim: Claim) -> Start:
    return Start(
        row=rows_of(publication, (claim,))[0],
        who=who(publication, claim),
        short=claim.answer.short,
        sources=len({item.source for item in claim.evidence}),
        origins=len({item.origin for item in claim.evidence}),
    )


def _counts(kinds: Iterable[Any], found: list[Any]) -> tuple[tuple[Any, int], ...]:
    return tuple((kind, found.count(kind)) for kind in kinds if kind in found)


def _printed(view: Callable[[Publication], Any]) -> Callable[[Publication, Site], Any]:
    """A slot that is drawn from the records alone."""
    return lambda publication, _: view(publication)


# Name of a slot -> its template, and what makes its view. A new slot is a function, a template and a line here.
SLOTS: Mapping[str, tuple[str, Callable[[Publication, Site], Any]]] = {
    "case-front": ("slot/case-front.html.jinja", _printed(case_front)),
    "specimen": ("slot/specimen.html.jinja", lambda publication, _: specimen(publication, newest(publication))),
    "start-claim": ("slot/start-claim.html.jinja", _printed(start_claim)),
    "latest-corrections": ("slot/latest-corrections.html.jinja", _printed(latest_corrections)),
    "vocabularies": ("slot/vocabularies.html.jinja", lambda _, __: vocabularies()),
    "fields": ("slot/fields.html.jinja", lambda _, __: fields()),
    "laws": ("slot/laws.html.jinja", lambda _, __: laws()),
    "ledger-of-findings": ("slot/ledger-of-findings.html.jinja", _printed(ledger)),
    "lessons": ("slot/lessons.html.jinja", _printed(lesson_table)),
    "changed-lessons": ("slot/changed-lessons.html.jinja", changed_lessons),
    "frameworks": ("slot/frameworks.html.jinja", _printed(frameworks)),
    "contact": ("slot/contact.html.jinja", lambda _, site: contact(site)),
    "forms": ("slot/forms.html.jinja", lambda _, site: forms(site)),
    "coverage": ("slot/coverage.html.jinja", _printed(figures)),
    "offline-copy": ("slot/offline-copy.html.jinja", offline_copy),
    "data-curl": ("slot/data-curl.html.jinja", examples),
    "data-python": ("slot/data-python.html.jinja", examples),
}

# The same for what is drawn from the finished files of the edition.
FILE_SLOTS: Mapping[str, tuple[str, Callable[[tuple[File, ...]], Any]]] = {
    "data-files": ("slot/data-files.html.jinja", data_files),
    "unit-files": ("slot/unit-files.html.jinja", unit_files),
}
