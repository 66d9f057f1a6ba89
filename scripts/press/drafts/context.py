"""What a draft can lean on, and what stands in a field until somebody writes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from press.graph import Publication
from press.records import Case, Record
from press.rules.form import UNWRITTEN

LATER = f"{UNWRITTEN.capitalize()}."
ASKED = object()
"""What stands for a field that only the author can answer: the file has it as a comment, and lacks it until then."""
Values = dict[str, Any]
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "s", "the", "to"))
"""Words of a name that keep their small letters; 's' is what a slug leaves of an apostrophe."""


class Lacks(ValueError):
    """A draft needs a record that there is not yet; the text says which, and how to get one."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a draft can lean on.

    `today` and `again`, the day of the next look, are ISO dates. `case` names the case of a claim or an omission, ''
    for the only one. `quote` and `paragraph` are an assertion's words and where they stand, `more` the words beside
    them where these tell places apart, `quoted` whether the article has the words inside quotation marks (None: some
    of them); `url` is a source's address.
    """

    publication: Publication
    slug: str
    today: str
    again: str
    case: str = ""
    quote: str = ""
    paragraph: int | None = None
    url: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)
    quoted: bool | None = False

    def first(self, kind: str, records: Iterable[str]) -> str:
        """The name of some record of a kind, for a draft to refer to; raises Lacks."""
        found = next(iter(records), "")
        if not found:
            raise Lacks(f"there is no {kind} yet; begin with one: ./press new {kind} its-name")
        return found

    @property
    def the_case(self) -> Case:
        """The case that was named, or the first; raises Lacks."""
        cases = self.publication.cases
        return cases[self.case or self.first("case", cases)]


def titled(slug: str) -> str:
    """A name as a first title: 'some-claim' -> 'Some claim'."""
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]


def named(slug: str) -> str:
    """A voice's name as a first guess: 'ada-finch' -> 'Ada Finch', 'the-river-gazette' -> 'the River Gazette'."""
    return " ".join(word if word in _SMALL else titled(word) for word in slug.split("-"))


def guessed(record: Record) -> bool:
    """Whether a record still bears the name that its draft was given after its file's."""
    guesses = (titled(record.slug), named(record.slug))
    return any(getattr(record, field, None) in guesses for field in ("title", "name", "what"))
