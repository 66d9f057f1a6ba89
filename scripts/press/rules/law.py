"""How a law is put to the records."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from press.graph import Publication
from press.problems import Problem
from press.records import Record
from press.records.base import Lacking

R = TypeVar("R", bound=Record)
Rule = Callable[[Publication], Iterator[Problem]]


def of_each(kind: type[R]) -> Callable[[Callable[[Publication, R], Iterator[Problem]]], Rule]:
    """Make a rule for the whole publication of one that judges a single record of `kind`.

    A record with faults may lack what the rule asks for; it is then not judged, because its faults are told already.
    """

    def made(judge: Callable[[Publication, R], Iterator[Problem]]) -> Rule:
        @wraps(judge)
        def rule(publication: Publication) -> Iterator[Problem]:
            for record in publication.records.values():
                if isinstance(record, kind):
                    yield from until_something_lacks(judge(publication, record))

        return rule

    return made


def until_something_lacks(problems: Iterator[Problem]) -> Iterator[Problem]:
    """The problems of a record with faults, up to where it lacks what is asked for."""
    try:
        yield from problems
    except Lacking:
        return
