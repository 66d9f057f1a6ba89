"""Hand-written pages: their named slots filled, and their links to records resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING

from press.problems import Problem, Unfit, did_you_mean
from press.stamp.frame import base_of

if TYPE_CHECKING:
    from press.edition import Edition

_SLOT = re.compile(r"<!--\s*press\b(.*?)-->", re.DOTALL)
_NAME = re.compile(r":\s*([a-z][a-z0-9-]*)\s*")
_LINK = re.compile(r'(<a\b[^>]*?)\shref="([a-z][a-z0-9+.-]*:[^"]*)"', re.IGNORECASE)
_ELSEWHERE = ("http", "https", "mailto", "tel")


@dataclass(slots=True)
class Handwritten:
    """One hand-written page while press fills it; `problems` grows as faults are met.

    `source` is its file relative to the repository, `text` the whole file, `path` its address below the root.
    Without an edition (the preview started with a fault) slots stay empty and links to records lead nowhere.
    """

    source: str
    text: str
    path: str
    edition: "Edition | None"
    problems: list[Problem] = field(default_factory=list)
    _met: dict[str, int] = field(default_factory=dict)

    def fill(self, html: str) -> str:
        """The page's HTML with every slot and every link to a record in it replaced."""
        return _SLOT.sub(self._slot, _LINK.sub(self._link, html))

    def _slot(self, comment: re.Match[str]) -> str:
        name = _NAME.fullmatch(comment[1])
        if not name:
            self._fault(comment[0], "a slot is written '<!-- press: name -->'; write it so, or remove it")
        elif self.edition is None:
            return ""
        elif name[1] in self.edition.slots:
            try:
                return self.edition.slots[name[1]](self.path)
            except Unfit as unfit:
                self.problems += unfit.problems
        else:
            known = sorted(self.edition.slots)
            guess = did_you_mean(name[1], known) or f"; the slots are: {', '.join(known) or 'none'}"
            self._fault(comment[0], f"press fills no slot called '{name[1]}'{guess}")
        return ""

    def _link(self, link: re.Match[str]) -> str:
        reference, hash_, anchor = unescape(link[2]).partition("#")
        if reference.partition(":")[0].lower() in _ELSEWHERE:
            return link[0]
        if self.edition is None:
            return link[1]
        try:
            url = self._address(self.edition, reference) + hash_ + anchor
        except KeyError as unknown:
            self._fault(reference, str(unknown.args[0]))
            return link[1]
        return f'{link[1]} href="{escape(url)}"'

    def _address(self, edition: "Edition", reference: str) -> str:
        """A record's address, or for 'page:explore/' that of a printed page; raises KeyError with a sentence."""
        scheme, _, path = reference.partition(":")
        if scheme != "page":
            return edition.resolve(reference, self.path)
        paths = sorted(leaf.path for leaf in edition.leaves)
        if path not in paths:
            raise KeyError(f"no printed page has the address '{path}'{did_you_mean(path, paths)}")
        return f"{base_of(self.path)}/{path}"

    def _fault(self, wanted: str, message: str) -> None:
        line, column = self._next_place(wanted)
        self.problems.append(Problem(self.source, line, column, message))

    def _next_place(self, wanted: str) -> tuple[int, int]:
        """Where `wanted` stands in the file, each further call one occurrence on; the file's start if nowhere."""
        places = list(_places(self.text, wanted))
        count = self._met[wanted] = self._met.get(wanted, -1) + 1
        if not places:
            return 1, 1
        before = self.text[: places[min(count, len(places) - 1)]]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _places(text: str, wanted: str) -> Iterator[int]:
    # A longer slug may begin with a shorter one: `claim:rain` is not met inside `claim:rain-at-noon`.
    for found in re.finditer(re.escape(wanted) + r"(?![\w-])", text):
        yield found.start()
