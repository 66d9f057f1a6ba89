"""How commands print what they found, and read what they are given."""

from argparse import ArgumentTypeError
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from press.problems import Problem
from press.rules.article import Article

FORMATS = ("text", "github")


class Refused(Exception):
    """A command cannot do what it was asked; its text says why, in one line."""


def report(problems: Iterable[Problem], form: str, level: str = "error") -> int:
    """Print problems in the order of their places, each once; returns how many."""
    found = sorted(set(problems))
    for problem in found:
        mark = "" if level == "error" else f"{level}: "
        print(problem.github(level) if form == "github" else f"{mark}{problem}")
    return len(found)


def article(file: Path) -> Article:
    """The article's text in `file`; raises Refused when it cannot be read."""
    try:
        text = Article(file.read_bytes())
        text.raw.decode()
    except OSError as error:
        raise Refused(f"the text cannot be read ({(error.strerror or 'unknown reason').lower()}): {file}") from None
    except UnicodeDecodeError:
        raise Refused(f"the text is not UTF-8; save it as UTF-8: {file}") from None
    return text


def today() -> str:
    """The day as an ISO date; the clock is read here and nowhere else."""
    return datetime.now(UTC).date().isoformat()


def day(text: str) -> str:
    """A day that was typed as 'YYYY-MM-DD'; raises what argparse reports."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is no day; write it as YYYY-MM-DD") from None


def counted(number: int, one: str, many: str) -> str:
    """3, 'claim', 'claims' -> '3 claims'."""
    return f"{number} {one if number == 1 else many}"
