"""Law 12: what an article gets right is said, and shown."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Case, Lesson, Record
from press.records.vocabulary import Status
from press.rules.law import of_each


@of_each(Case)
def a_case_names_what_the_article_gets_right(publication: Publication, case: Case) -> Iterator[Problem]:
    """A case names what the article gets right."""
    if case.status is Status.PUBLISHED and not case.gets_right:
        message = "a published case has 'gets_right'; add at least one thing that the article gets right"
        yield publication.problem(case, ("gets_right",), message)


@of_each(Record)
def what_is_right_is_shown(publication: Publication, record: Record) -> Iterator[Problem]:
    """What an article gets right is shown by a claim or by a source."""
    for index, right in enumerate(record.gets_right if isinstance(record, Case | Lesson) else ()):
        if not right.claims and not right.sources:
            message = "nothing shows that this is right; name the 'claims' or the 'sources' that do"
            yield publication.problem(record, ("gets_right", index), message)
