"""What was published lasts: held against the ledger, and silent before the first release."""

from collections.abc import Iterator

from press.graph import Publication
from press.graph.lasting import FINDINGS, answered, last_line, line, public
from press.load import LEDGER
from press.problems import Problem
from press.records import Claim
from press.records.base import Loc
from press.records.vocabulary import CorrectionKind
from press.rules.law import of_each, until_something_lacks

_TELLS = frozenset({CorrectionKind.FINDING, CorrectionKind.EVIDENCE})
_PLACES: dict[str, Loc] = {"said": ("appearances",), "so": ("so", "finding"), "confidence": ("so", "confidence")}
_QUESTIONS = {"said": "'was it said?'", "so": "'is it so?'", "confidence": "the confidence"}


@of_each(Claim)
def a_changed_finding_has_its_correction(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A finding that was published changes only with a correction that says so."""
    last = last_line(publication, claim)
    if last is None or not public(claim):
        return
    now = line(publication, claim, last.released_on)
    changed = [field for field in FINDINGS if getattr(last, field) != getattr(now, field)]
    if changed and not _is_told(publication, claim):
        was = getattr(last, changed[0]) or "none"
        message = (
            f"{_QUESTIONS[changed[0]]} was published as '{was}' and is '{getattr(now, changed[0]) or 'none'}' now;"
            f" put it back, or tell readers: ./press correct claim:{claim.slug} --kind finding"
        )
        yield publication.problem(claim, _PLACES[changed[0]], message)


def _is_told(publication: Publication, claim: Claim) -> bool:
    """Whether a correction tells of the change: one that is public and was in no release yet."""
    corrections = (each for each in publication.corrections if each.corrects == f"claim:{claim.slug}")
    return any(each.kind in _TELLS and public(each) and last_line(publication, each) is None for each in corrections)


def what_was_published_stays(publication: Publication) -> Iterator[Problem]:
    """A record that was published stays, or its address says where it moved or why it was withdrawn."""
    for index, each in enumerate(publication.ledger):
        key = each.key
        if key in publication.unfit or key in publication.gone or public(publication.records.get(key)):
            continue
        record = publication.records.get(key)
        if record is None:
            message = (
                f"'{each.record}' was published and its file is gone; put it back, then use ./press move or"
                " ./press withdraw, which leave an answer at its address"
            )
            yield _at(publication, index, "record", message)
        elif hasattr(record, "status"):
            way = "publish it, then use ./press withdraw"
            message = f"'{each.record}' was published and cannot be a draft again; {way}"
            yield publication.problem(record, ("status",), message)


def every_address_still_answers(publication: Publication) -> Iterator[Problem]:
    """Every address that was ever published still answers."""
    there = answered(publication)
    for index, each in enumerate(publication.ledger):
        if not (each.key in publication.gone or public(publication.records.get(each.key))):
            continue  # what became of the record is told
        for address in each.addresses:
            if address not in there:
                message = f"no page answers '{address}', where '{each.record}' stood; let the press write one there"
                yield _at(publication, index, "address", message)


def a_version_never_goes_back(publication: Publication) -> Iterator[Problem]:
    """The version of a record only goes up."""
    yield from until_something_lacks(_versions_that_went_back(publication))  # a correction with faults counts for none


def _versions_that_went_back(publication: Publication) -> Iterator[Problem]:
    for index, each in enumerate(publication.ledger):
        record = publication.records.get(each.key)
        if public(record) and publication.version(record) < each.version:
            message = (
                f"'{each.record}' was published as version {each.version} and is version"
                f" {publication.version(record)} now; put its correction back as it was"
            )
            yield _at(publication, index, "version", message)


def _at(publication: Publication, index: int, field: str, message: str) -> Problem:
    """A fault of a line of the ledger."""
    place = publication.kept.document.at(("records", index, field)) if publication.kept else (1, 1)
    return Problem(LEDGER, *place, message)
