"""The timeline of a case: what became public when, against the article's own time."""

from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.records import Case
from press.records.base import Moment


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timeline; `event` is Markdown, `article` marks the line at which the article appeared."""

    number: int
    when: Moment
    event: str
    article: bool
    sources: tuple[Citation, ...]


def timeline(publication: Publication, case: Case) -> tuple[Line, ...]:
    """The lines in the order of the record; the article's own line has no number."""
    numbers = iter(range(1, len(case.timeline) + 1))
    return tuple(
        Line(
            number=0 if event.article else next(numbers),
            when=event.when,
            event=event.event,
            article=event.article,
            sources=tuple(citation(publication, publication.sources[slug]) for slug in event.sources),
        )
        for event in case.timeline
    )
