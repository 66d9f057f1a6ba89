"""The sheets of lessons and the keys to them as documents that a teacher can edit."""

from collections.abc import Iterator
from functools import lru_cache

from press import addresses
from press.exports.formatted import Span, passages
from press.exports.handout import INVENTED, RETOLD, Handout, handout
from press.exports.wordfile import WordFile
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.blocks import Exercise, Grid, Piece, Words
from press.pages.part.outlines import Outlines
from press.pages.part.phrases import quoted
from press.pages.part.ticket import Question
from press.records import Lesson
from press.records.route import Route
from press.records.story import StoryDocument

_STYLES = {"blockquote": "Quote", "ul": "List Bullet"}


def files(publication: Publication, site: Site) -> Iterator[File]:
    """Two documents for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            for key, name in ((False, addresses.SHEET), (True, addresses.KEY)):
                data = document(publication, lesson, route, site, key=key)
                yield File(addresses.handout(lesson.slug, route.route, name), data)


def document(publication: Publication, lesson: Lesson, route: Route, site: Site, *, key: bool = False) -> bytes:
    """The sheet of a route, or the key to it."""
    address = site.whole(addresses.route(lesson.slug, route.route))
    return _written(handout(publication, lesson, route, key=key, address=address))


@lru_cache(maxsize=1024)  # a preview builds the edition again and again, and most documents stay as they are
def _written(told: Handout) -> bytes:
    paper = WordFile(told.title, told.foot)
    paper.paragraph(Span(told.top))
    paper.paragraph(Span(told.origin, slanted=True))
    _prose(paper, told.intro)
    for piece in told.pieces:
        _piece(paper, piece)
    paper.heading("Exit ticket")
    for question in told.ticket:
        _question(paper, question)
    return paper.data()


def _piece(paper: WordFile, piece: Piece) -> None:
    if piece.heading:
        paper.heading(piece.heading)
    _prose(paper, piece.text)
    for excerpt in piece.excerpts:
        _words(paper, excerpt)
    if piece.gists:
        paper.paragraph(Span(RETOLD, slanted=True))
    for gist in piece.gists:
        told = (span for each in passages(gist.gist) for span in each.spans)
        paper.paragraph(Span(f"{gist.place}. ", bold=True), *told)
    if piece.story_lines:
        paper.paragraph(Span(INVENTED, slanted=True))
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


def _words(paper: WordFile, told: Words, *, kept: bool = False) -> None:
    """The words, then where they stand, and who says them unless pupils are to find that out."""
    number = (Span(f"Line {told.number}. ", bold=True),) if told.number else ()
    quote = Span(quoted(told.quote), slanted=True, language=told.language)
    paper.paragraph(*number, quote, Span(f" ({told.whose})"), kept=kept or bool(told.gloss))
    if told.gloss:
        paper.paragraph(Span("In plain words (ours): ", bold=True), Span(told.gloss), kept=kept)


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


def _question(paper: WordFile, told: Question) -> None:
    """The question stands with its answers, or with the lines for one; they are not torn over two pages."""
    if told.excerpt:
        _words(paper, told.excerpt, kept=True)
    paper.numbered(told.number, Span(f"{told.asks} {told.how}".strip()), kept=True)
    for place, choice in enumerate(told.choices, 1):
        judged = (Span("Right: " if choice.right else "Wrong: ", bold=True),) if choice.feedback else ()
        reason = (Span(f" – {choice.feedback}", slanted=True),) if choice.feedback else ()
        paper.numbered(place, *judged, Span(choice.text), *reason, level=1, kept=place < len(told.choices))
    if told.answer:
        paper.paragraph(Span("A good answer: ", bold=True), Span(told.answer))
    if told.why:
        paper.paragraph(Span("Why: ", bold=True), Span(told.why))
    elif told.lines:
        paper.lines(told.lines)


def _prose(paper: WordFile, text: str) -> None:
    for each in passages(text):
        if each.number:
            paper.numbered(each.number, *each.spans)
        elif each.sort in ("h3", "h4"):
            paper.heading("".join(span.text for span in each.spans), 3)
        else:
            paper.paragraph(*each.spans, style=_STYLES.get(each.sort))
