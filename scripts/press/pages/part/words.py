"""The method page's generated parts: the vocabularies with their definitions, and the laws."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from typing import Any

from press.records.vocabulary import VOCABULARIES, Vocabulary
from press.rules import FORM, LAWS


@dataclass(frozen=True, slots=True)
class Words:
    """One vocabulary: `id` is its anchor, `question` what its words answer, `name` the anchor of each word."""

    id: str
    name: str
    question: str
    members: tuple[Vocabulary, ...]


@dataclass(frozen=True, slots=True)
class VocabulariesView:
    """Every vocabulary, in the order in which it is explained."""

    vocabularies: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """The laws on one subject, each as one plain sentence."""

    subject: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawsView:
    """Every law, by subject."""

    laws: tuple[Law, ...]


def vocabularies() -> VocabulariesView:
    """All words with a definition."""
    return VocabulariesView(
        tuple(Words(f"words-{each.NAME}", each.NAME, getdoc(each) or "", tuple(each)) for each in VOCABULARIES)
    )


def laws() -> LawsView:
    """The first line of each rule's docstring, which is the law in plain words; the form of files is for authors."""
    shown = {subject: rules for subject, rules in LAWS.items() if subject != FORM}
    return LawsView(tuple(Law(subject, tuple(_sentence(rule) for rule in rules)) for subject, rules in shown.items()))


def _sentence(rule: Callable[..., Any]) -> str:
    return (getdoc(rule) or "").partition("\n")[0].replace("'", "’")
