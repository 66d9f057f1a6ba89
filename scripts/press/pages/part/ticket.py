"""The exit ticket of a route: the questions at the end of its sheet, and in the key what is right and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from press.graph import Publication
from press.pages.part.blocks import Words, words
from press.pages.part.numbers import Numbers
from press.records import Item
from press.records.block import Excerpt
from press.records.route import Route
from press.records.vocabulary import ItemKind

_LINES = 3  # to write an open answer on
_SHORT = 45  # letters of an answer that needs no more than half a line


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer; without a key none is right, and none has feedback."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `lines` are there to write on, and `answer` and `why` are '' without a key.

    `how` says that several answers may be chosen, which paper shows by nothing else; '' where `asks` says it itself.
    `inline` says that the answers are short enough to stand side by side.
    """

    number: int
    kind: ItemKind
    asks: str
    how: str
    excerpt: Words | None
    choices: tuple[Choice, ...]
    inline: bool
    lines: int
    answer: str
    why: str


def questions(publication: Publication, route: Route, *, key: bool = False) -> tuple[Question, ...]:
    """The exit ticket, in the order of the route."""
    items = (publication.items[slug] for slug in route.exit_ticket)
    lines = Numbers(route.sheet.blocks).lines
    return tuple(_question(publication, item, lines, number, key=key) for number, item in enumerate(items, 1))


def _question(
    publication: Publication, item: Item, lines: Mapping[tuple[str, str], int], number: int, *, key: bool
) -> Question:
    return Question(
        number=number,
        kind=item.kind,
        asks=item.asks,
        how=_how(item),
        excerpt=_words(publication, item.excerpt, lines, named=key) if item.excerpt else None,
        choices=tuple(Choice(each.text, key and each.right, each.feedback if key else "") for each in item.options),
        inline=all(len(each.text) <= _SHORT for each in item.options),
        lines=_LINES if item.kind is ItemKind.OPEN else 0,
        answer=(item.model_answer or "") if key else "",
        why=item.why if key else "",
    )


def _words(publication: Publication, excerpt: Excerpt, lines: Mapping[tuple[str, str], int], *, named: bool) -> Words:
    """The words that a question is about; those that stand on the sheet with a number are not explained twice."""
    told = words(publication, excerpt, lines.get((excerpt.claim, excerpt.quote), 0), named=named)
    return replace(told, gloss="") if told.number else told


def _how(item: Item) -> str:
    return f"{item.kind.label}." if item.kind is ItemKind.SEVERAL and "choose all" not in item.asks.lower() else ""
