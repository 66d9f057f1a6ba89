"""How commands print what they found, and read what they are given."""

import json
import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from press.problems import Problem
from press.rules.article import Article
from press.showing import as_data, as_markdown, told

FORMATS = ("text", "github", "json")


class Refused(Exception):
    """A command cannot do what it was asked; its text says why, in one line."""


def report(problems: Iterable[Problem], form: str = "text", level: str = "error", *, root: Path = Path()) -> int:
    """Print problems in the order of their places, each once; returns how many."""
    found = sorted(set(problems))
    for problem in found:
        print(problem.github(level) if form == "github" else told(problem, root, level, site()))
    return len(found)


def report_json(faults: Iterable[Problem], warnings: Iterable[Problem], root: Path) -> int:
    """Print one JSON object with the lists `faults` and `warnings`; returns how many faults there are."""
    found, doubtful = sorted(set(faults)), sorted(set(warnings))
    told_all = {
        "faults": [as_data(each, root) for each in found],
        "warnings": [as_data(each, root, "warning") for each in doubtful],
    }
    print(json.dumps(told_all, ensure_ascii=False, indent=2))
    return len(found)


def summarise(faults: Iterable[Problem], warnings: Iterable[Problem], root: Path, where: Path) -> None:
    """Add both lists to a Markdown file, such as the summary that GitHub shows of a run; raises Refused."""
    found, doubtful = sorted(set(faults)), sorted(set(warnings))
    heading = "Faults in the records" if found else "No faults in the records"
    parts = [f"## {heading}\n", as_markdown(found, root, site())]
    if doubtful:
        parts += [f"<details><summary>{counted(len(doubtful), 'warning', 'warnings')}</summary>\n"]
        parts += [as_markdown(doubtful, root, site()), "</details>\n"]
    append(where, "\n".join(parts))


def append(where: Path, text: str) -> None:
    """Add Markdown to a file, such as the summary that GitHub shows of a run; raises Refused."""
    try:
        with where.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Refused(f"the summary cannot be written ({reason}): {where}") from None


def site() -> str:
    """The site's address without a slash at its end, '' while it has none: where more is said of a fault."""
    return os.environ.get("SITE_URL", "").rstrip("/")


def add_text(parser: ArgumentParser, what: str) -> None:
    """Let an article's text be named, which the project never holds; `what` says what it is for."""
    default = os.environ.get("ARTICLE_TEXT") or None
    parser.add_argument("--text", type=Path, default=default, help=f"{what} (or name it in the variable ARTICLE_TEXT)")


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
