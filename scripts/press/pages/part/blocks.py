"""The pieces of a sheet, of its key, and of a slide: what pupils read and fill in, or the same filled in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from press.graph import Publication
from press.graph.teaching import case_of, printed_at
from press.pages.part.numbers import Numbers
from press.pages.part.outlines import Outlines, drawn
from press.pages.part.phrases import capital, listed
from press.records import Case, Lesson, Story, Voice
from press.records.block import Block, Excerpt, Table, Task
from press.records.route import Route, Step
from press.records.story import StoryDocument

_NARROW, _WIDE = 2, 30  # letters of the longest cell of a column
_WHO = re.compile(r"who(se)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article; `number` is their line on the sheet, 0 where it has none. `gloss` is ours, '' for none.

    `speaker` is '' where pupils are to find out who speaks.
    """

    number: int
    quote: str
    language: str
    speaker: str
    place: str
    gloss: str

    @property
    def whose(self) -> str:
        """'Ada Finch, paragraph 1', or 'Paragraph 1' where nobody is named."""
        return f"{self.speaker}, {self.place}" if self.speaker else capital(self.place)


@dataclass(frozen=True, slots=True)
class Retold:
    """A paragraph of the article in our words; `gist` is Markdown whose links are left out in print."""

    place: str
    gist: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line of an invented report, with the number that it has in the story."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a table under its column's head: `empty` ones are for pupils, and in a key `answer` has their text."""

    head: str
    text: str
    empty: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to read or to fill in; `widths` has a word for each column: 'narrow', 'wide', or '' for all others."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    widths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to write or say; `number` counts through the sheet, 0 where it has none.

    `ask`, `answer` and `why` are Markdown. Without a key there is no answer and no reason in it.
    """

    number: int
    ask: str
    lines: int
    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it is printed, in the order of these fields; what it has not is empty. `text` is Markdown."""

    heading: str
    text: str
    excerpts: tuple[Words, ...]
    gists: tuple[Retold, ...]
    story_lines: tuple[StoryLine, ...]
    story_documents: tuple[StoryDocument, ...]
    drawing: Outlines | None
    table: Grid | None
    tasks: tuple[Exercise, ...]


def pieces(
    publication: Publication, lesson: Lesson, route: Route, blocks: Iterable[Block], *, key: bool = False
) -> tuple[Piece, ...]:
    """Blocks of a route, of its sheet or of its steps' boards: for pupils, or filled in as a key.

    Lines and tasks have the numbers of the sheet wherever they stand, so that a slide names them as the paper does.
    """
    numbers = Numbers(route.sheet.blocks)
    named = key or not any(map(_asks_who_speaks, route.sheet.blocks))
    case = case_of(publication, lesson)
    story = publication.stories[route.story] if route.story else None
    return tuple(
        Piece(
            heading=block.heading or "",
            text=block.text or "",
            excerpts=tuple(
                words(publication, each, numbers.lines.get((each.claim, each.quote), 0), named=named)
                for each in block.excerpts
            ),
            gists=tuple(_retold(case, block.gists)) if case else (),
            story_lines=tuple(_lines(story, block.story_lines)) if story else (),
            story_documents=tuple(_documents(story, block.story_documents)) if story else (),
            drawing=drawn(block.drawing, block.drawing.definition) if block.drawing else None,
            table=_grid(block.table, key=key) if block.table else None,
            tasks=tuple(_exercise(each, numbers.tasks.get(each.ask, 0), key=key) for each in block.tasks),
        )
        for block in blocks
    )


def on_board(publication: Publication, lesson: Lesson, route: Route, step: Step) -> Piece | None:
    """What a step puts on the board; None where it needs none."""
    return next(iter(pieces(publication, lesson, route, (step.board,))), None) if step.board else None


def words(publication: Publication, excerpt: Excerpt, number: int = 0, *, named: bool = True) -> Words:
    """An excerpt with what its claim tells of it: who speaks, where that may be `named`, and where in the article."""
    appearance = printed_at(publication, excerpt) or publication.claims[excerpt.claim].appearances[0]
    case = publication.cases[appearance.case]
    speaker = publication.voices[appearance.chain[-1]]
    return Words(
        number=number,
        quote=excerpt.quote,
        language=case.article.language,
        speaker=_speaker(case, speaker) if named else "",
        place=_place(appearance.paragraphs),
        gloss=excerpt.gloss or "",
    )


def _asks_who_speaks(block: Block) -> bool:
    """Whether pupils fill in a column that asks who."""
    rows = block.table.rows if block.table else ()
    heads = block.table.head if block.table else ()
    return any(_WHO.match(head) and not all(row[column] for row in rows) for column, head in enumerate(heads))


def _speaker(case: Case, voice: Voice) -> str:
    return "The article" if voice.slug == case.article.outlet else capital(voice.name)


def _place(paragraphs: tuple[int, ...]) -> str:
    """[0, 2, 3] -> 'standfirst and paragraphs 2 and 3'."""
    numbers = [str(number) for number in sorted(paragraphs) if number]
    body = (f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}",) if numbers else ()
    return " and ".join((*(("standfirst",) if 0 in paragraphs else ()), *body))


def _retold(case: Case, numbers: tuple[int, ...]) -> Iterator[Retold]:
    gists = {paragraph.number: paragraph.gist for paragraph in case.paragraphs}
    yield from (Retold(capital(_place((number,))), gists[number]) for number in numbers if number in gists)


def _lines(story: Story, numbers: tuple[int, ...]) -> Iterator[StoryLine]:
    told = dict(enumerate(story.lines, 1))
    yield from (StoryLine(number, told[number]) for number in numbers if number in told)


def _documents(story: Story, names: tuple[str, ...]) -> Iterator[StoryDocument]:
    known = {document.id: document for document in story.documents}
    yield from (known[name] for name in names if name in known)


def _grid(table: Table, *, key: bool) -> Grid:
    # Without an empty cell a table needs no key, and one that it has all the same may be of any length.
    filled = table.key if key and not all(map(all, table.rows)) else table.rows
    rows = (
        tuple(
            Field(head, cell, not cell, "" if cell else answer)
            for head, cell, answer in zip(table.head, row, answers, strict=True)
        )
        for row, answers in zip(table.rows, filled, strict=True)
    )
    return Grid(table.caption, table.head, tuple(rows), tuple(map(_width, zip(*table.rows, strict=True))))


def _width(cells: tuple[str, ...]) -> str:
    longest = max(map(len, cells))
    return "narrow" if 0 < longest <= _NARROW else "wide" if longest >= _WIDE else ""


def _exercise(task: Task, number: int, *, key: bool) -> Exercise:
    return Exercise(number, task.ask, task.lines, task.answer if key else "", (task.why or "") if key else "")
