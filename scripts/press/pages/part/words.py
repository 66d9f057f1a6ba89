"""The method page's generated parts: the vocabularies with their definitions, and the laws."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from typing import Any

from press import addresses
from press.pages.part.phrases import listed
from press.records.scale import BEST, NUMBERS, WORST
from press.records.vocabulary import VOCABULARIES, SoFinding, Vocabulary
from press.rules import FORM, LAWS


@dataclass(frozen=True, slots=True)
class Words:
    """One vocabulary: `id` is its anchor, `question` what its words answer, `name` the anchor of each word.

    `note` says what else there is to know of the words, '' for most.
    """

    id: str
    name: str
    question: str
    members: tuple[Vocabulary, ...]
    note: str


@dataclass(frozen=True, slots=True)
class VocabulariesView:
    """Every vocabulary, in the order in which it is explained."""

    vocabularies: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """The laws on one subject, each as one plain sentence; faults lead to `id`."""

    id: str
    subject: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawsView:
    """Every law, by subject."""

    laws: tuple[Law, ...]


def vocabularies() -> VocabulariesView:
    """All words with a definition."""
    return VocabulariesView(
        tuple(
            Words(f"words-{each.NAME}", each.NAME, getdoc(each) or "", tuple(each), _note(each))
            for each in VOCABULARIES
        )
    )


def _note(vocabulary: type[Vocabulary]) -> str:
    """How the findings are told to machines that read pages for a number: drawn from the table itself."""
    if vocabulary is not SoFinding:
        return ""
    numbers = listed(f"{finding.label.lower()} is {number}" for finding, number in NUMBERS.items() if number)
    without = listed(finding.label.lower() for finding, number in NUMBERS.items() if not number)
    return (
        f"Programs that collect fact checks read a rating from the page of a claim about the world, on a scale from"
        f" {WORST} to {BEST}: {numbers}. They are told “{without}” as a word without a number. It says that evidence is"
        " missing, and that is not the same as being wrong. All other findings are no ratings, and neither is a finding"
        " on what was said or printed, or on what goes on inside somebody’s head."
    )


def laws() -> LawsView:
    """The first line of each rule's docstring, which is the law in plain words; the form of files is for authors."""
    shown = {subject: rules for subject, rules in LAWS.items() if subject != FORM}
    return LawsView(
        tuple(
            Law(addresses.law(subject).partition("#")[2], subject, tuple(_sentence(rule) for rule in rules))
            for subject, rules in shown.items()
        )
    )


def _sentence(rule: Callable[..., Any]) -> str:
    return (getdoc(rule) or "").partition("\n")[0].replace("'", "’")
