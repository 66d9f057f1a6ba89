"""The timeline of a case: what became public when, against the article's own time."""

from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.pages.part.moments import Known, Moments, against, moments
from press.pages.part.phrases import day, moment
from press.records import Case
from press.records.base import Moment


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timeline; `event` is Markdown, `article` marks the line at which the article appeared.

    `hour` is what stands in place of the moment where the line above has the same day, '' where it has another.
    """

    number: int
    when: Moment
    hour: str
    event: str
    article: bool
    sources: tuple[Citation, ...]


def timeline(publication: Publication, case: Case) -> tuple[Line, ...]:
    """The lines in the order of the record; the article's own line has no number."""
    numbers = iter(range(1, len(case.timeline) + 1))
    before = ["", *(event.when.on for event in case.timeline)]
    return tuple(
        Line(
            number=0 if event.article else next(numbers),
            when=event.when,
            hour=_hour(event.when) if event.when.on == before[index] else "",
            event=event.event,
            article=event.article,
            sources=tuple(citation(publication, publication.sources[slug]) for slug in event.sources),
        )
        for index, event in enumerate(case.timeline)
    )


def _hour(when: Moment) -> str:
    return moment(when).removeprefix(day(when.on)).removeprefix(", ") or "no hour known"


def drawn(case: Case, lines: tuple[Line, ...]) -> Moments | None:
    """The same lines as a drawing."""
    article = case.article.published
    return moments([Known(str(each.number), against(each.when, article)) for each in lines if each.number], article)
