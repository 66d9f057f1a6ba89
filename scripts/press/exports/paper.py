"""A sheet, its key, or what to know before, as one HTML page that needs nothing else: no style, no script, no link.

It travels inside cartridges. Platforms set it into pages of their own, where some take its style away and some its
drawings, so each thing is said in words and by elements that mean it.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from press import prose
from press.exports.questions import Question, hint, paragraph, questions
from press.graph import Publication
from press.pages.part.before import choice
from press.pages.part.blocks import Exercise, Field, Grid, Piece, Retold, StoryLine, Words, pieces
from press.pages.part.citing import LANGUAGE, PUBLICATION, RIGHTS
from press.pages.part.imprint import origin
from press.pages.part.outlines import Outlines
from press.pages.part.phrases import quoted
from press.records import Lesson
from press.records.route import Route
from press.records.story import StoryDocument
from press.records.vocabulary import ItemKind

_LINKS = re.compile(r"</?a\b[^>]*>")
_LETTERS = "ABCDEF"
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 1rem auto; padding: 0 1rem; }
body { color: #000; background: #fff; }
h2 { border-top: 2px solid; padding-top: .5rem; margin-top: 2rem; }
blockquote { margin: 0 0 .5rem 1rem; font-family: Georgia, serif; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 600; padding-bottom: .25rem; }
th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; height: 2rem; }
.line { border-bottom: 1px solid; height: 2rem; }
.answer { border-inline-start: 4px solid; padding-inline-start: .75rem; }
svg { width: 100%; height: auto; fill: none; stroke: #000; stroke-width: 1.5; }
svg text { fill: #000; stroke: none; font-size: 12px; }
"""


def page(publication: Publication, lesson: Lesson, route: Route, *, key: bool = False) -> bytes:
    """The sheet of a route, or the key to it."""
    title = f"Key: {route.sheet.title}" if key else route.sheet.title
    parts = [
        f"<h1>{_text(title)}</h1>",
        paragraph("For teachers. Do not hand it out.") if key else paragraph("Name: ____________________"),
        paragraph(origin(publication, lesson, route)),
        _prose(route.sheet.intro) if route.sheet.intro else "",
        *map(_piece, pieces(publication, lesson, route, route.sheet.blocks, key=key)),
        _ticket(questions(publication, route), key=key),
        f"<hr><p><small>{_text(f'{PUBLICATION}, “{lesson.title}”. {RIGHTS}')}</small></p>",
    ]
    return _whole(title, parts)


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
        _prose(piece.text) if piece.text else "",
        *map(_words, piece.excerpts),
        _retold(piece.gists) if piece.gists else "",
        _story(piece.story_lines) if piece.story_lines else "",
        *map(_document, piece.story_documents),
        _outlines(piece.drawing) if piece.drawing else "",
        _grid(piece.table) if piece.table else "",
        *map(_exercise, piece.tasks),
    )
    return "\n".join(filter(None, parts))


def _words(words: Words) -> str:
    number = f"Line {words.number}. " if words.number else ""
    gloss = paragraph(f"In plain words (ours): {words.gloss}") if words.gloss else ""
    quote = f'<blockquote lang="{_text(words.language)}">{paragraph(quoted(words.quote))}</blockquote>'
    return paragraph(f"{number}{words.whose}:") + quote + gloss


def _retold(gists: Iterable[Retold]) -> str:
    told = "".join(f"<dt>{_text(each.place)}</dt><dd>{prose.unlinked(each.gist)}</dd>" for each in gists)
    return paragraph("The article in our words; only what stands in quotation marks is its own.") + f"<dl>{told}</dl>"


def _story(lines: Iterable[StoryLine]) -> str:
    told = "".join(f'<li value="{line.number}">{_text(line.text)}</li>' for line in lines)
    return f"{paragraph('Invented for lessons. The numbers are those of its lines.')}<ol>{told}</ol>"


def _document(document: StoryDocument) -> str:
    return f"<h3>{_text(document.title)}</h3>{paragraph(f'{document.by}. {document.when}. Invented.')}" + _prose(
        document.text
    )


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
    return f'<svg {box} role="img" aria-label="{_text(drawing.title)}">{drawn}</svg>{words}{_prose(drawing.caption)}'


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
    return number + _prose(task.ask) + (_answered(task) if task.answer else _lines(task.lines))


def _answered(task: Exercise) -> str:
    why = f"<p><b>Why:</b></p>{_prose(task.why)}" if task.why else ""
    return f'<div class="answer"><p><b>A good answer:</b></p>{_prose(task.answer)}{why}</div>'


def _ticket(asked: Iterable[Question], *, key: bool) -> str:
    told = "".join(f"<li>{question.stem}{''.join(_choices(question, key=key))}</li>" for question in asked)
    return f"<h2>Exit ticket</h2>\n<ol>{told}</ol>"


def _choices(question: Question, *, key: bool) -> Iterator[str]:
    if question.kind is ItemKind.OPEN and not key:
        yield _lines(3)
    elif told := hint(question.kind, question.stem):
        yield paragraph(told)
    for letter, answer in zip(_LETTERS, question.answers, strict=False):
        right = f"<b>{'Right' if answer.right else 'Wrong'}:</b> " if key else ""
        yield f"<p>{right}{letter}. {_bare(answer.text)}{f' <i>{_bare(answer.feedback)}</i>' if key else ''}</p>"
    if key:
        yield f'<div class="answer">{question.why}</div>'


def _lines(count: int) -> str:
    return '<div class="line" aria-hidden="true"></div>' * count


def _bare(html: str) -> str:
    return html.removeprefix("<p>").removesuffix("</p>")


def _prose(text: str) -> str:
    """Markdown whose links are words alone."""
    return _LINKS.sub("", prose.html(text, lambda _, slug: slug))


def _text(text: str) -> str:
    return escape(" ".join(text.split()))
