"""Law 7: what the article leaves out was public by then, or that is unknown."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Omission
from press.records.base import Moment
from press.records.vocabulary import Available, PublicByThen
from press.rules.chronology import against
from press.rules.law import of_each

_NOT_AFTER = frozenset({Available.BEFORE, Available.SAME_DAY})


@of_each(Omission)
def an_omission_was_public_by_then(publication: Publication, omission: Omission) -> Iterator[Problem]:
    """What an article is said to leave out was public when it appeared, with a source of that time, or is unknown.

    On the day itself the hour decides: without one, the order is unknown.
    """
    then, case = omission.public_by_then, publication.cases.get(omission.case)
    if case is None:
        return
    article = case.article.published
    if then.finding is PublicByThen.PUBLIC:
        if then.source is None:
            message = "'public' needs the 'source' that shows it; add it, or choose unknown"
            yield publication.problem(omission, ("public_by_then", "finding"), message)
        elif source := publication.sources.get(then.source):
            if against(source.published, article) not in _NOT_AFTER:
                message = f"'{then.source}' was {_day(source.published)} and the article {_day(article)}; {_CHOOSE}"
                yield publication.problem(omission, ("public_by_then", "source"), message)
            elif against(then.when or source.published, article) is Available.SAME_DAY and not _has_hour(then.when):
                message = f"it was the day of the article; give the hour in 'when', or {_UNKNOWN}"
                yield publication.problem(omission, ("public_by_then", "finding"), message)
    if then.when and _contradicts(then.finding, against(then.when, article)):
        message = f"it was {_day(then.when)} and the article {_day(article)}, which is not '{then.finding}'; mend one"
        yield publication.problem(omission, ("public_by_then", "when"), message)


_UNKNOWN = "choose unknown"
_CHOOSE = f"name an earlier source, or {_UNKNOWN}"


def _contradicts(finding: PublicByThen, when: Available) -> bool:
    if finding is PublicByThen.PUBLIC:
        return when in (Available.AFTER, Available.UNKNOWN)
    return finding is PublicByThen.NOT_PUBLIC and when is Available.BEFORE


def _has_hour(when: Moment | None) -> bool:
    return when is not None and when.clock is not None


def _day(moment: Moment) -> str:
    return "published on an unknown day" if moment.on == "unknown" else f"published {moment.on}"
