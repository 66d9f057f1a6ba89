"""Law 12: what an article gets right is said."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Case
from press.records.vocabulary import Status
from press.rules.law import of_each


@of_each(Case)
def a_case_names_what_the_article_gets_right(publication: Publication, case: Case) -> Iterator[Problem]:
    """A case names what the article gets right."""
    if case.status is Status.PUBLISHED and not case.gets_right:
        message = "a published case has 'gets_right'; add at least one thing that the article gets right"
        yield publication.problem(case, ("gets_right",), message)
