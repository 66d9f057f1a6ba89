"""The run sheet of a lesson: its steps with the minutes that have gone by, for the whole and for the core alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.blocks import Piece, on_board
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import Setting


@dataclass(frozen=True, slots=True)
class Span:
    """From which minute to which, counted from the beginning."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `alone` is its span where the core is taught alone, None where the core leaves it out.

    `teacher`, `pupils` and `look_for` are Markdown; `say` are words to say as they stand.
    """

    id: str
    title: str
    minutes: int
    whole: Span
    alone: Span | None
    setting: Setting
    teacher: str
    say: tuple[str, ...]
    pupils: str
    look_for: str
    board: Piece | None


def run_sheet(publication: Publication, lesson: Lesson, route: Route) -> tuple[Step, ...]:
    """The steps of a route, in order."""
    return tuple(_steps(publication, lesson, route))


def _steps(publication: Publication, lesson: Lesson, route: Route) -> Iterator[Step]:
    gone = gone_alone = 0
    for number, step in enumerate(route.steps, 1):
        yield Step(
            id=f"step-{number}",
            title=step.title,
            minutes=step.minutes,
            whole=Span(gone, gone + step.minutes),
            alone=Span(gone_alone, gone_alone + step.minutes) if step.core else None,
            setting=step.setting,
            teacher=step.teacher,
            say=step.say,
            pupils=step.pupils,
            look_for=step.look_for,
            board=on_board(publication, lesson, route, step),
        )
        gone += step.minutes
        gone_alone += step.minutes if step.core else 0
