"""Law on plain words: an answer can be read by those for whom it is written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.graph import Publication
from press.problems import Problem
from press.readability import grade
from press.records import Claim
from press.rules.law import of_each
from press.rules.wording import joined, spoken

# The highest grade of each depth: our own choice, for readers of about 14 years.
_SHORT, _BASIC, _FULL = 9, 9, 12
_TERM = re.compile(r"\[[^\]]*\]\(term:[^)]*\)")
_LEAD_IN = re.compile(r"(?m)^\s*\*\*[^*]+\*\*")
_MARKUP = re.compile(r"\]\([^)]*\)|[*\[\]_`]|“[^”]*”|\"[^\"]*\"")
_NAME = re.compile(r"(?<!^)(?<![.!?:]\s)\b[^\W\d_a-zà-ÿ][^\s,;:.!?()—–]*")


@of_each(Claim)
def an_answer_is_written_plainly(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """The one-minute answer reads at school grade 9 at most, and the full one at grade 12.

    The grade is Flesch and Kincaid's. Names, quotations, terms that have a plain explanation here, and bold lead-ins
    are left out. It measures the length of words and sentences, and not whether a text is clear.
    """
    yield from _too_hard(publication, claim, "basic", _BASIC)
    yield from _too_hard(publication, claim, "full", _FULL)


@of_each(Claim)
def a_short_answer_is_written_plainly(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A short answer should read at school grade 9 at most; in thirty words one long name can break it."""
    yield from _too_hard(publication, claim, "short", _SHORT)


def _too_hard(publication: Publication, claim: Claim, depth: str, most: int) -> Iterator[Problem]:
    text = getattr(claim.answer, depth) or ""
    counted = plain_sentences(publication, text)
    found = round(grade(counted), 1)
    if found > most:
        hardest = max(counted, key=lambda sentence: grade([sentence]))
        message = (
            f"this reads at school grade {found}, and {most} is the most; use shorter sentences and words, first in"
            f" '{cut(hardest)}'"
        )
        yield publication.problem(claim, ("answer", depth), message)


def plain_sentences(publication: Publication, text: str) -> list[str]:
    """The sentences of a text of ours without quotations, names, explained terms, lead-ins and markup."""
    bare = _LEAD_IN.sub("", _TERM.sub("", joined(text)))
    for name in _explained(publication):
        if name.lower() in bare.lower():
            bare = re.sub(rf"\b{re.escape(name)}\b", "", bare, flags=re.IGNORECASE)
    sentences = (_MARKUP.sub("", sentence) for sentence in spoken(bare))
    return [cleaned for sentence in sentences if (cleaned := " ".join(_NAME.sub("", sentence.strip()).split()))]


@lru_cache(maxsize=1)  # every text asks for the same
def _explained(publication: Publication) -> list[str]:
    terms = publication.terms.values()
    names = {name for term in terms for name in (getattr(term, "name", ""), *(getattr(term, "also", None) or ()))}
    return sorted(filter(None, names), key=lambda name: (-len(name), name))


def cut(sentence: str) -> str:
    """The beginning of a sentence, as much as a message needs."""
    words = sentence.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
