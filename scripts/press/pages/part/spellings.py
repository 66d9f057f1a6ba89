"""The words that a reader may type for a claim, so that one spelling finds what another does."""

import re
from collections.abc import Iterable, Iterator, Mapping

from press.graph import Publication
from press.graph.references import targets
from press.records import Claim, Term
from press.records.places import places

_BETWEEN_WORDS = re.compile(r"[\W_]+")


class Spellings:
    """Every term of the publication with its other spellings, ready to be looked for in many texts."""

    def __init__(self, publication: Publication) -> None:
        self._of: Mapping[str, tuple[tuple[str, str], ...]] = {
            slug: tuple((each, _spaced(each)) for each in _spellings(term)) for slug, term in publication.terms.items()
        }

    def words(self, claim: Claim, shown: Iterable[str] = ()) -> str:
        """The assertion in full, the short answer, and the spellings that stand neither there nor in `shown`.

        A term counts when the claim's record links to it, and when one of its spellings stands in the text.
        """
        own = " ".join((claim.text, claim.answer.short))
        text = _spaced(" ".join((claim.title, own, *shown)))
        linked = {slug for place in places(claim) for kind, slug in targets(place) if kind == "term"}
        return " ".join((own, *dict.fromkeys(self._missing(text, linked))))

    def _missing(self, text: str, linked: set[str]) -> Iterator[str]:
        for slug, spellings in self._of.items():
            absent = [as_typed for as_typed, spaced in spellings if spaced not in text]
            if slug in linked or len(absent) < len(spellings):
                yield from absent


def _spellings(term: Term) -> tuple[str, ...]:
    return (term.name, *term.also)


def _spaced(text: str) -> str:
    """The text in small letters with one space around each word, so that `in` finds whole words alone."""
    return f" {_BETWEEN_WORDS.sub(' ', text.casefold()).strip()} "
