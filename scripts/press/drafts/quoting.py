"""From a sentence to its selector: the exact words, where they stand, and which claims look alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from press.drafts.marks import quoted
from press.graph import Publication
from press.records import Case, Claim, Origin, Record
from press.rules.article import Article, first_number
from press.rules.quotes import MOST_WORDS, MOST_WORDS_AROUND

_R = TypeVar("_R", bound=Record)
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " "})
_ALIKE = 0.55  # the share of words or letters in common from which two assertions are worth comparing: our own choice
_EVERYDAY = frozenset(
    (
        *("a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or"),
        *("that", "the", "to", "was", "were", "will", "with"),
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place of the words in an article: exactly as printed there, and the words beside them where needed.

    `quoted` says whether they stand inside quotation marks; None where they do so in part.
    """

    paragraph: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    quoted: bool | None = False

    @property
    def words(self) -> int:
        return len(self.exact.split())

    @property
    def too_long(self) -> bool:
        """Whether it is longer than a quotation may be."""
        return self.words > MOST_WORDS


def quoting(article: Article, case: Case, words: str) -> tuple[Found, ...]:
    """Every place of the words in the article; marks and capitals may differ, and what is returned is as printed."""
    sought = _folded(" ".join(words.split()).strip("\"'“”‘’"))
    places = [
        (number, text, start, start + len(sought))
        for number, text in enumerate(article.paragraphs, first_number(case))
        for start in _starts(_folded(text), sought)
    ]
    alone: dict[int, int] = {}
    for number, *_ in places:
        alone[number] = alone.get(number, 0) + 1
    return tuple(
        Found(
            number,
            text[start:end],
            "" if alone[number] == 1 else _last_words(text[:start]),
            "" if alone[number] == 1 or _last_words(text[:start]) else _first_words(text[end:]),
            quoted(text, start, end),
        )
        for number, text, start, end in places
    )


def alike(publication: Publication, words: str) -> tuple[tuple[Claim, int], ...]:
    """Claims whose title, sentence or quotation is like the words, with how like in per cent; the 5 likest."""
    return _likest(publication.claims.values(), words, _texts)


def alike_origins(publication: Publication, words: str) -> tuple[tuple[Origin, int], ...]:
    """Origins whose name, or what they are, is like the words, with how like in per cent; the 5 likest."""
    return _likest(publication.origins.values(), words, lambda each: (each.slug.replace("-", " "), each.what))


def _likest(records: Iterable[_R], words: str, texts: Callable[[_R], Iterable[str]]) -> tuple[tuple[_R, int], ...]:
    scored = [(each, max((_likeness(words, text) for text in texts(each)), default=0.0)) for each in records]
    near = sorted(scored, key=lambda each: (-each[1], each[0].slug))[:5]
    return tuple((each, round(score * 100)) for each, score in near if score >= _ALIKE)


def _texts(claim: Claim) -> Iterator[str]:
    yield from (claim.title, claim.text)
    yield from (selector.exact for appearance in claim.appearances for selector in appearance.quotes)


def _likeness(one: str, other: str) -> float:
    a, b = _content(one), _content(other)
    if not a or not b:
        return 0.0
    shared = len(a & b) / min(len(a), len(b)) if min(len(a), len(b)) > 2 else 0.0
    return max(shared * 0.9, SequenceMatcher(None, _folded(one), _folded(other)).ratio())


def _content(text: str) -> set[str]:
    words = ("".join(c for c in word if c.isalnum()) for word in _folded(text).split())
    return {word for word in words if word and word not in _EVERYDAY}


def _folded(text: str) -> str:
    """Text in which other marks and capitals make no difference; no letter changes its place."""
    return "".join(low if len(low := each.lower()) == 1 else each for each in text.translate(_MARKS))


def _starts(text: str, sought: str) -> Iterator[int]:
    start = -1
    while sought and (start := text.find(sought, start + 1)) >= 0:
        end = start + len(sought)
        if not (_inside(text, start) and sought[0].isalnum()) and not (_inside(text, end) and sought[-1].isalnum()):
            yield start


def _inside(text: str, at: int) -> bool:
    """Whether a word goes on across this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _last_words(text: str) -> str:
    return " ".join(text.split()[-MOST_WORDS_AROUND:])


def _first_words(text: str) -> str:
    return " ".join(text.split()[:MOST_WORDS_AROUND])
