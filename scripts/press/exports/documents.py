"""The sheets of lessons and the keys to them as documents that a teacher can edit."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from press import addresses
from press.exports.formatted import Span, passages
from press.exports.questions import hint
from press.exports.wordfile import WordFile
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.blocks import Exercise, Grid, Piece, Words, pieces, words
from press.pages.part.citing import PUBLICATION, RIGHTS
from press.pages.part.imprint import origin
from press.pages.part.outlines import Outlines
from press.pages.part.phrases import quoted
from press.records import Item, Lesson
from press.records.route import Route
from press.records.story import StoryDocument
from press.records.vocabulary import ItemKind

_STYLES = {"blockquote": "Quote", "ul": "List Bullet"}
_LINES = 3
"""Lines to write on below an open question."""


def files(publication: Publication, site: Site) -> Iterator[File]:
    """Two documents for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            for key, name in ((False, addresses.SHEET), (True, addresses.KEY)):
                data = document(publication, lesson, route, site, key=key)
                yield File(addresses.handout(lesson.slug, route.route, name), data)


def document(publication: Publication, lesson: Lesson, route: Route, site: Site, *, key: bool = False) -> bytes:
    """The sheet of a route, or the key to it."""
    source = site.whole(addresses.route(lesson.slug, route.route))
    items = (publication.items[name] for name in route.exit_ticket)
    return _written(
        _Contents(
            title=f"Key: {route.sheet.title}" if key else route.sheet.title,
            foot=" ".join(filter(None, (f"{PUBLICATION}, “{lesson.title}”.", source, RIGHTS))),
            origin=origin(publication, lesson, route),
            intro=route.sheet.intro or "",
            pieces=pieces(publication, lesson, route, route.sheet.blocks, key=key),
            asked=tuple(
                (item, words(publication, item.excerpt, named=key) if item.excerpt else None) for item in items
            ),
            key=key,
        )
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """All that a document is made of; each question has the words of the article that it is about."""

    title: str
    foot: str
    origin: str
    intro: str
    pieces: tuple[Piece, ...]
    asked: tuple[tuple[Item, Words | None], ...]
    key: bool


@lru_cache(maxsize=1024)  # a preview builds the edition again and again, and most documents stay as they are
def _written(told: _Contents) -> bytes:
    paper = WordFile(told.title, told.foot)
    paper.paragraph(Span("For teachers. Do not hand it out." if told.key else "Name: ____________________"))
    paper.paragraph(Span(told.origin, slanted=True))
    _prose(paper, told.intro)
    for piece in told.pieces:
        _piece(paper, piece)
    paper.heading("Exit ticket")
    for number, (item, excerpt) in enumerate(told.asked, 1):
        _question(paper, item, excerpt, number, key=told.key)
    return paper.data()


def _piece(paper: WordFile, piece: Piece) -> None:
    if piece.heading:
        paper.heading(piece.heading)
    _prose(paper, piece.text)
    for excerpt in piece.excerpts:
        _words(paper, excerpt)
    if piece.gists:
        paper.paragraph(Span("The article in our words; only what stands in quotation marks is its own.", slanted=True))
    for gist in piece.gists:
        paper.paragraph(Span(gist.place, bold=True))
        _prose(paper, gist.gist)
    if piece.story_lines:
        paper.paragraph(Span("Invented for lessons. The numbers are those of its lines.", slanted=True))
    for line in piece.story_lines:
        paper.numbered(line.number, Span(line.text))
    for each in piece.story_documents:
        _document(paper, each)
    if piece.drawing:
        _drawing(paper, piece.drawing)
    if piece.table:
        _grid(paper, piece.table)
    for task in piece.tasks:
        _exercise(paper, task)


def _words(paper: WordFile, told: Words) -> None:
    """The words, then where they stand, and who says them unless pupils are to find that out."""
    number = (Span(f"Line {told.number}. ", bold=True),) if told.number else ()
    quote = Span(quoted(told.quote), slanted=True, language=told.language)
    paper.paragraph(*number, quote, Span(f" ({told.whose})"))
    if told.gloss:
        paper.paragraph(Span("In plain words (ours): ", bold=True), Span(told.gloss))


def _document(paper: WordFile, told: StoryDocument) -> None:
    paper.heading(told.title, 3)
    paper.paragraph(Span(f"{told.by}. {told.when}. Invented.", slanted=True))
    _prose(paper, told.text)


def _drawing(paper: WordFile, drawing: Outlines) -> None:
    """In words: the lines are on the sheet's own page, to print or to copy from."""
    paper.heading(drawing.title, 3)
    paper.paragraph(Span("The drawing is on the sheet to print. This is what it shows.", slanted=True))
    for shape in drawing.shapes:
        paper.paragraph(Span(f"{shape.letter}. ", bold=True), Span(shape.words))
        for sign in shape.signs:
            paper.paragraph(Span(f"{sign.label}: {sign.words}"), style="List Bullet")
    _prose(paper, drawing.caption)


def _grid(paper: WordFile, table: Grid) -> None:
    rows = [[Span(cell.answer, bold=True) if cell.empty else Span(cell.text) for cell in row] for row in table.rows]
    paper.table(table.caption, table.head, rows)


def _exercise(paper: WordFile, task: Exercise) -> None:
    if task.number:
        paper.heading(f"Task {task.number}", 3)
    _prose(paper, task.ask)
    if task.answer:
        paper.paragraph(Span("A good answer:", bold=True))
        _prose(paper, task.answer)
        if task.why:
            paper.paragraph(Span("Why:", bold=True))
            _prose(paper, task.why)
    else:
        paper.lines(task.lines)


def _question(paper: WordFile, item: Item, excerpt: Words | None, number: int, *, key: bool) -> None:
    if excerpt:
        _words(paper, excerpt)
    paper.numbered(number, Span(f"{item.asks} {hint(item.kind, item.asks)}".strip()))
    for place, option in enumerate(item.options, 1):
        right = (Span("Right: " if option.right else "Wrong: ", bold=True),) if key else ()
        reason = (Span(f" {option.feedback}", slanted=True),) if key else ()
        paper.numbered(place, *right, Span(option.text), *reason, level=1)
    if key:
        if item.model_answer:
            paper.paragraph(Span("A good answer: ", bold=True), Span(item.model_answer))
        paper.paragraph(Span("Why: ", bold=True), Span(item.why))
    elif item.kind is ItemKind.OPEN:
        paper.lines(_LINES)


def _prose(paper: WordFile, text: str) -> None:
    for each in passages(text):
        if each.number:
            paper.numbered(each.number, *each.spans)
        elif each.sort in ("h3", "h4"):
            paper.heading("".join(span.text for span in each.spans), 3)
        else:
            paper.paragraph(*each.spans, style=_STYLES.get(each.sort))
