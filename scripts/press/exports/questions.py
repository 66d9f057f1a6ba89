"""The exit ticket of a route as quiz programs take it: questions, answers and reasons, each as a piece of HTML."""

from dataclasses import dataclass
from html import escape

from press.graph import Publication
from press.pages.part.blocks import Words, words
from press.pages.part.phrases import quoted
from press.records import Item
from press.records.route import Route
from press.records.vocabulary import ItemKind


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose; `text` and `feedback` are HTML."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `stem` and `why` are HTML. An open question has no answers, and a good one stands in its `why`."""

    name: str
    kind: ItemKind
    stem: str
    answers: tuple[Answer, ...]
    why: str


def questions(publication: Publication, route: Route) -> tuple[Question, ...]:
    """The questions of a route's exit ticket, in order."""
    return tuple(question(publication, publication.items[name]) for name in route.exit_ticket)


def question(publication: Publication, item: Item) -> Question:
    """One question of the bank."""
    model = (item.model_answer,) if item.model_answer else ()
    return Question(
        name=item.slug,
        kind=item.kind,
        # Who speaks is often what is asked.
        stem=(excerpt(words(publication, item.excerpt, named=False)) if item.excerpt else "") + paragraph(item.asks),
        answers=tuple(Answer(paragraph(each.text), each.right, paragraph(each.feedback)) for each in item.options),
        why="".join(paragraph(f"A good answer: {each}") for each in model) + paragraph(item.why),
    )


def paragraph(text: str) -> str:
    """Plain text as a paragraph; line ends in it count as spaces."""
    return f"<p>{escape(' '.join(text.split()), quote=False)}</p>"


def excerpt(told: Words) -> str:
    """Words of the article, with where they stand."""
    number = f"Line {told.number}. " if told.number else ""
    quote = f'<blockquote lang="{escape(told.language)}">{paragraph(quoted(told.quote))}</blockquote>'
    gloss = paragraph(f"In plain words (ours): {told.gloss}") if told.gloss else ""
    return paragraph(f"{number}{told.whose}:") + quote + gloss
