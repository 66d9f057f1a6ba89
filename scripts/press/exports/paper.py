"""A sheet, its key, or what to know before, as one HTML page that needs no other file and no script.

It travels inside cartridges. Platforms set it into pages of their own, where some take its style away and some its
drawings, so each thing is said in words and by elements that mean it.
"""

from collections.abc import Iterable, Iterator
from html import escape

from press import prose
from press.exports.handout import INVENTED, RETOLD, handout
from press.exports.questions import excerpt, paragraph
from press.graph import Publication
from press.pages.part.before import choice
from press.pages.part.blocks import Exercise, Field, Grid, Piece, Retold, StoryLine
from press.pages.part.citing import LANGUAGE
from press.pages.part.outlines import Outlines
from press.pages.part.ticket import Question
from press.records import Lesson
from press.records.route import Route
from press.records.story import StoryDocument

_LETTERS = "ABCDEF"
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 1rem auto; padding: 0 1rem; }
body { color: #000; background: #fff; }
h2 { border-top: 2px solid; padding-top: .5rem; margin-top: 2rem; }
blockquote { margin: 0 0 .5rem 1rem; font-family: Georgia, serif; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-bottom: .25rem; }
th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; height: 2rem; }
tbody th { font-weight: 400; }
.line { border-bottom: 1px solid; height: 2rem; }
.answer { border-inline-start: 4px solid; padding-inline-start: .75rem; }
svg { width: 100%; height: auto; fill: none; stroke: #000; stroke-width: 1.5; }
svg text { fill: #000; stroke: none; font-size: 12px; }
"""


def page(publication: Publication, lesson: Lesson, route: Route, *, key: bool = False) -> bytes:
    """The sheet of a route, or the key to it."""
    told = handout(publication, lesson, route, key=key)
    parts = [
        f"<h1>{_text(told.title)}</h1>",
        paragraph(told.top),
        paragraph(told.origin),
        prose.printed(told.intro),
        *map(_piece, told.pieces),
        _ticket(told.ticket),
        f"<hr><p><small>{_text(told.foot)}</small></p>",
    ]
    return _whole(told.title, parts)


def note(lesson: Lesson, title: str) -> bytes:
    """What pupils should know before they read the article, and what they may do instead."""
    told = lesson.content_note
    texts = (told.contains, told.leaves_out, choice(lesson), told.support)
    return _whole(title, [f"<h1>{_text(title)}</h1>", *map(paragraph, texts)])


def _whole(title: str, parts: Iterable[str]) -> bytes:
    head = f'<meta charset="utf-8"><title>{_text(title)}</title><style>{_STYLE}</style>'
    body = "\n".join(filter(None, parts))
    return f'<!doctype html>\n<html lang="{LANGUAGE}"><head>{head}</head><body>\n{body}\n</body></html>\n'.encode()


def _piece(piece: Piece) -> str:
    parts = (
        f"<h2>{_text(piece.heading)}</h2>" if piece.heading else "",
        prose.printed(piece.text),
        *map(excerpt, piece.excerpts),
        _retold(piece.gists) if piece.gists else "",
        _story(piece.story_lines) if piece.story_lines else "",
        *map(_document, piece.story_documents),
        _outlines(piece.drawing) if piece.drawing else "",
        _grid(piece.table) if piece.table else "",
        *map(_exercise, piece.tasks),
    )
    return "\n".join(filter(None, parts))


def _retold(gists: Iterable[Retold]) -> str:
    told = "".join(f"<dt>{_text(each.place)}</dt><dd>{prose.unlinked(each.gist)}</dd>" for each in gists)
    return paragraph(RETOLD) + f"<dl>{told}</dl>"


def _story(lines: Iterable[StoryLine]) -> str:
    told = "".join(f'<li value="{line.number}">{_text(line.text)}</li>' for line in lines)
    return paragraph(INVENTED) + f"<ol>{told}</ol>"


def _document(document: StoryDocument) -> str:
    of = paragraph(f"{document.by}. {document.when}. Invented.")
    return f"<h3>{_text(document.title)}</h3>{of}{prose.printed(document.text)}"


def _outlines(drawing: Outlines) -> str:
    """The shapes with their letters and numbers, and in words what each of these is."""
    lines = [line for shape in drawing.shapes for line in (*shape.lines, *(sign.line for sign in shape.signs))]
    marks = [(shape.letter, shape.x, shape.y) for shape in drawing.shapes]
    marks += [(sign.label, sign.x, sign.y) for shape in drawing.shapes for sign in shape.signs]
    drawn = "".join(f'<path d="{_text(line)}"/>' for line in lines)
    drawn += "".join(f'<text x="{x:g}" y="{y:g}">{_text(label)}</text>' for label, x, y in marks)
    box = f'viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    words = "".join(
        f"<p><b>{_text(shape.letter)}.</b> {_text(shape.words)}</p><ol>"
        + "".join(f'<li value="{_text(sign.label)}">{_text(sign.words)}</li>' for sign in shape.signs)
        + "</ol>"
        for shape in drawing.shapes
    )
    shown = f'<svg {box} role="img" aria-label="{_text(drawing.title)}">{drawn}</svg>'
    return f"{shown}{words}{prose.printed(drawing.caption)}"


def _grid(table: Grid) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.head)
    rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in table.rows)
    caption = f"<caption>{_text(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(row: Iterable[Field]) -> Iterator[str]:
    for index, cell in enumerate(row):
        if cell.empty:
            yield f"<td><b>{_text(cell.answer)}</b></td>" if cell.answer else "<td>&nbsp;</td>"
        else:
            yield f"<td>{_text(cell.text)}</td>" if index else f'<th scope="row">{_text(cell.text)}</th>'


def _exercise(task: Exercise) -> str:
    number = f"<p><b>Task {task.number}</b></p>" if task.number else ""
    return number + prose.printed(task.ask) + (_answered(task) if task.answer else _lines(task.lines))


def _answered(task: Exercise) -> str:
    why = f"<p><b>Why:</b></p>{prose.printed(task.why)}" if task.why else ""
    return f'<div class="answer"><p><b>A good answer:</b></p>{prose.printed(task.answer)}{why}</div>'


def _ticket(asked: Iterable[Question]) -> str:
    told = "".join(f"<li>{''.join(_question(question))}</li>" for question in asked)
    return f"<h2>Exit ticket</h2>\n<ol>{told}</ol>"


def _question(question: Question) -> Iterator[str]:
    if question.excerpt:
        yield excerpt(question.excerpt)
    yield paragraph(f"{question.asks} {question.how}")
    for letter, each in zip(_LETTERS, question.choices, strict=False):
        judged = f"<b>{'Right' if each.right else 'Wrong'}:</b> " if each.feedback else ""
        reason = f" – <i>{_text(each.feedback)}</i>" if each.feedback else ""
        yield f"<p>{judged}{letter}. {_text(each.text)}{reason}</p>"
    if question.why:
        answer = paragraph(f"A good answer: {question.answer}") if question.answer else ""
        yield f'<div class="answer">{answer}{paragraph(question.why)}</div>'
    else:
        yield _lines(question.lines)


def _lines(count: int) -> str:
    return '<div class="line" aria-hidden="true"></div>' * count


def _text(text: str) -> str:
    return escape(" ".join(text.split()))
