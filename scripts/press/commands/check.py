"""Find every fault in the records, in seconds, without building."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from press.commands.report import FORMATS, add_text, article, counted, report, report_json, summarise, today
from press.drafts import guessed
from press.graph import Publication
from press.graph.lasting import public
from press.problems import Problem
from press.records import KINDS, Case, Claim
from press.records.vocabulary import Status
from press.rules import ADVICE, examine, found
from press.rules.article import Article, against_text, closest, proved
from press.rules.form import unwritten
from press.rules.law import until_something_lacks
from press.rules.quotes import share
from press.rules.wording import own

_OF_A_LESSON = ("lesson", "'recheck_on'")


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="'github' marks the lines of a pull request")
    parser.add_argument("--summary", type=Path, help="a Markdown file to add the faults and warnings to")
    add_text(parser, "an article's text, to hold the records against")


def run(given: Namespace) -> int:
    """Print every fault, then warnings, then what there is; returns 1 when there are faults."""
    text = article(given.text) if given.text else None
    publication, problems = examine(given.root)
    if text:
        told = {(each.path, each.line, each.column) for each in problems}
        problems += [each for each in by_text(publication, text) if (each.path, each.line, each.column) not in told]
    warnings = [*late(publication, today()), *found(publication, ADVICE)]
    if given.summary:
        summarise(problems, warnings, given.root, given.summary)
    if given.format == "json":
        return 1 if report_json(problems, warnings, given.root) else 0
    faults = report(problems, given.format, root=given.root)
    report(warnings, given.format, "warning", root=given.root)
    for line in (*(compared(publication, text) if text else ()), *summary(publication)):
        print(line)
    print(counted(faults, "fault", "faults") if faults else "no faults")
    return 1 if faults else 0


def by_text(publication: Publication, text: Article) -> Iterator[Problem]:
    """The faults of every case whose article this is; where it is none's, one: at the case that it is close to."""
    examined = _of_text(publication, text)
    for case in examined:
        yield from until_something_lacks(against_text(publication, case, text))
    if not examined:
        yield from until_something_lacks(_fits_none(publication, text))


def _of_text(publication: Publication, text: Article) -> list[Case]:
    return [case for case in _with_article(publication) if case.article.sha256 == text.sha256]


def _with_article(publication: Publication) -> list[Case]:
    return [case for case in publication.cases.values() if hasattr(getattr(case, "article", None), "sha256")]


def _fits_none(publication: Publication, text: Article) -> Iterator[Problem]:
    case = closest(publication, _with_article(publication), text)
    if case:
        message = (
            f"the text that was given is close to this article and not the same (its sha256 is {text.sha256}); give"
            " this article's, or mend it"
        )
        yield publication.problem(case, ("article", "sha256"), message)
    else:
        message = (
            f"the text that was given fits none of the cases: none has its sha256, {text.sha256}, or half of its"
            " quotations in it; give the text of an article that a case examines"
        )
        yield Problem(f"data/{Case.FOLDER}", 1, 1, message)


def compared(publication: Publication, text: Article) -> Iterator[str]:
    """Which cases were held against the text, and how many of their quotations it proves."""
    for case in _of_text(publication, text):
        try:
            found, quotes = proved(publication, case, text)
        except AttributeError:  # a record with faults lacks what is counted
            continue
        told = counted(quotes, "quotation", "quotations")
        yield f"{case.slug}: compared with the text, and {found} of {told} stand in it"


def late(publication: Publication, today: str) -> Iterator[Problem]:
    """The claims and lessons whose re-check is due; `today` is an ISO date."""
    for record in (*publication.claims.values(), *publication.lessons.values()):
        due = getattr(record, "recheck_on", None)
        if due and due < today and public(record):
            what, days = ("evidence", "'as_of' and 'recheck_on'") if isinstance(record, Claim) else _OF_A_LESSON
            message = f"the {what} was to be looked at again by {due}; do so, then set {days} anew"
            yield publication.problem(record, ("recheck_on",), message)


def summary(publication: Publication) -> Iterator[str]:
    """How many records of each kind there are, and how much of each article is quoted."""
    numbers = ((kind, sum(isinstance(each, kind) for each in publication.records.values())) for kind in KINDS)
    yield ", ".join(counted(number, kind.KIND, kind.FOLDER) for kind, number in numbers)
    yield from _drafts(publication)
    for case in publication.cases.values():
        yield from _share(publication, case)


def _drafts(publication: Publication) -> Iterator[str]:
    """How much is still to be written: no fault in a draft, and one in each place once it is published."""
    drafts = [each for each in publication.records.values() if getattr(each, "status", None) is Status.DRAFT]
    places = sum(unwritten(place.value) for draft in drafts for place in own(draft))
    names = sum(guessed(draft) for draft in drafts)
    left = [f"{counted(places, 'place', 'places')} still to be written"] if places else []
    left += [f"{counted(names, 'name', 'names')} still as made from the file's; read each"] if names else []
    if drafts:
        yield f"{counted(len(drafts), 'draft', 'drafts')} among them{', with ' if left else ''}{' and '.join(left)}"


def _share(publication: Publication, case: Case) -> Iterator[str]:
    try:
        quoted, words = share(publication, case)
    except AttributeError:  # a record with faults lacks what is counted
        return
    if words:
        yield f"{case.slug}: {quoted} of the article's {words} words are quoted ({quoted * 100 / words:.0f} %)"
