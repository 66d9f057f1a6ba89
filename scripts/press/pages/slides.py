"""The slides of a route, on one page that presents from the browser: a slide for each step, and no answer on any."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import Page, Site
from press.pages.part.before import choice
from press.pages.part.blocks import Piece, on_board
from press.pages.part.imprint import Imprint, dated, imprint, named
from press.pages.part.links import Link
from press.pages.part.phrases import counted, shortened
from press.pages.part.printouts import Printout, linked
from press.records import Lesson
from press.records.route import Route, Step
from press.records.vocabulary import RouteKind, Setting

EXIT_TICKET = "exit ticket"
"""What the title of a step says when the step is the exit ticket."""

_LINE = 46  # letters of a line at the largest size
_FULL = (7, 11, 15)  # lines that a slide holds at the largest size, the next, and the one after that


@dataclass(frozen=True, slots=True)
class Slide:
    """One step: what stands on the board, and what its teacher says; `teacher` is Markdown.

    `number` is its place among all slides. `size` is how large its letters may be, from 1, the largest, to 4. `minutes`
    is 0 for a slide that is no step. `ticket` has the number of questions of the exit ticket in words, '' elsewhere.
    """

    number: int
    title: str
    minutes: int
    setting: Setting
    board: Piece | None
    ticket: str
    size: int
    say: tuple[str, ...]
    teacher: str


@dataclass(frozen=True, slots=True)
class SlidesView:
    """All slides; `support` says where to turn when the case is too much, `choice` what pupils may do instead; both are
    '' for an invented story.

    `size` is that of the first and the last slide, and `last` the number of that.
    """

    lesson: Link
    title: str
    question: str
    objectives: tuple[str, ...]
    slides: tuple[Slide, ...]
    choice: str
    support: str
    size: int
    last: int
    imprint: Imprint
    printouts: tuple[Printout, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            yield _page(publication, site, lesson, route)


def _page(publication: Publication, site: Site, lesson: Lesson, route: Route) -> Page:
    path = addresses.slides(lesson.slug, route.route)
    support = lesson.content_note.support if route.route is RouteKind.CASE else ""
    # The first slide has the question; where pupils have a choice, the second says so.
    steps = tuple(_slides(publication, lesson, route, 3 if support else 2))
    around = (1.5 * _lines(lesson.question, 1.5), *(_lines(each) for each in lesson.objectives), _lines(support) + 1)
    return Page(
        path=path,
        template="page/slides.html.jinja",
        view=SlidesView(
            lesson=Link(lesson.title, addresses.route(lesson.slug, route.route)),
            title=lesson.title,
            question=lesson.question,
            objectives=lesson.objectives,
            slides=steps,
            choice=choice(lesson) if support else "",
            support=support,
            size=_size(sum(around)),
            last=steps[-1].number + 1,
            imprint=imprint(publication, site, lesson, route),
            printouts=linked(site, lesson, route, path),
        ),
        title=f"Slides: {named(lesson, route)}",
        description=shortened(f"To show in class, from the browser. {lesson.summary}"),
        source=publication.source_file(lesson),
        on=dated(publication, lesson),
        section="teach",
        parts=("sheet", "slides"),
        glossed=False,
    )


def _slides(publication: Publication, lesson: Lesson, route: Route, first: int) -> Iterator[Slide]:
    told = counted(len(route.exit_ticket), "question")
    for number, step in enumerate(route.steps, first):
        board = on_board(publication, lesson, route, step)
        ticket = told if is_exit_ticket(step) else ""
        fits = _size((sum(_heights(board)) if board else 0) + (2 if ticket else 0))
        yield Slide(number, step.title, step.minutes, step.setting, board, ticket, fits, step.say, step.teacher)
    if not any(map(is_exit_ticket, route.steps)):
        yield Slide(first + len(route.steps), EXIT_TICKET.capitalize(), 0, Setting.ALONE, None, told, 1, (), "")


def is_exit_ticket(step: Step) -> bool:
    """Whether a step is the exit ticket, which its title says."""
    return EXIT_TICKET in step.title.lower()


def _size(lines: float) -> int:
    """How large the letters of so many lines may be so that they stand on one slide."""
    return next((size for size, most in enumerate(_FULL, 1) if lines <= most), len(_FULL) + 1)


def _heights(board: Piece) -> Iterator[float]:
    """About how many lines each part of a board takes at the largest size."""
    yield 1.5 * _lines(board.heading, 1.5) - 1.5 if board.heading else 0
    yield _lines(board.text)
    for words in board.excerpts:
        yield _lines(words.quote) + 0.7 + 0.7 * _lines(words.gloss)
    for told in board.gists:
        yield _lines(told.gist) + 0.7
    for line in board.story_lines:
        yield _lines(line.text) + 0.3
    for document in board.story_documents:
        yield _lines(document.text) + 1.5
    yield 8 if board.drawing else 0
    if board.table:
        columns = len(board.table.head)
        yield 2 + sum(max(_lines(cell.text, columns) for cell in row) + 0.5 for row in board.table.rows)
    for task in board.tasks:
        yield _lines(task.ask) + 0.4


def _lines(text: str, columns: float = 1) -> float:
    """The lines of a text in one of so many columns; each of its paragraphs and points begins a new one."""
    width = int(_LINE / columns)
    return sum(-(-len(line) // width) for line in text.splitlines() if line.strip())
