"""A fault that somebody can mend, and where it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault at one place; sorts by file, then line, then column.

    `path` is relative to the repository's root, with forward slashes; `line` and `column` count from 1.
    `message` says what is wrong and what to do about it, in one line.
    `see` is the address on the site, below its root, where more is said of such faults; '' where nothing is.
    """

    path: str
    line: int
    column: int
    message: str
    see: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"

    def github(self, level: str = "error") -> str:
        """The fault as a workflow command that GitHub shows on the changed line of a pull request.

        `level` is error, warning or notice.
        Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        """
        where = f"file={_property(self.path)},line={self.line},col={self.column}"
        return f"::{level} {where}::{_data(self.message)}"


class Unfit(Exception):
    """The records cannot be printed; carries every fault found, sorted and without repeats."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """'; did you mean 'x'?' for the nearest of `choices`, or '' when none is near."""
    near = nearest(word, choices)
    return f"; did you mean '{near}'?" if near else ""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The one of `choices` that `word` is most like, or '' when none is near."""
    return next(iter(get_close_matches(word, sorted(choices), n=1, cutoff=0.6)), "")
