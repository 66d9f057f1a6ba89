"""A fault as people see it: with the line itself, a mark under the place, and where to read more."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.problems import Problem

_WIDTH = 100  # characters of a line that are shown; a longer one is cut on both sides of the place
_BEFORE = 40
_CUT = "…"
_APART = "<!-- -->"
_LINKED = re.compile(r"@(?=\w)|#(?=\d)|:(?=//)|(?i:www)(?=\.)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a file as it is shown; `at` and `length`, in characters, say which part of `text` is meant."""

    number: int
    text: str
    at: int
    length: int

    def __str__(self) -> str:
        """The line, and below it a mark under the place."""
        margin = f"{self.number:>5}"
        return f"{margin} | {self.text}\n{' ' * len(margin)} | {' ' * self.at}{'^' * self.length}"


def excerpt(problem: Problem, root: Path) -> Excerpt | None:
    """The line that a fault is on; None where its file, a folder for one, has no such line."""
    lines = _lines(root / problem.path)
    if not 0 < problem.line <= len(lines):
        return None
    line = visible(lines[problem.line - 1])
    at = min(problem.column - 1, len(line))
    length = _length(line, at)
    start = max(0, at - _BEFORE) if len(line) > _WIDTH else 0
    if start:
        line, at = _CUT + line[start:], at - start + 1
    if len(line) > _WIDTH:
        line = line[: _WIDTH - 1] + _CUT
    return Excerpt(problem.line, line, at, max(1, min(length, len(line) - at)))


def told(problem: Problem, root: Path, level: str = "error", site: str = "") -> str:
    """A fault in full, over several lines; `level` is error or warning, `site` the site's address or ''."""
    mark = "" if level == "error" else f"{level}: "
    line = excerpt(problem, root)
    more = f"more: {_place(problem.see, root, site)}" if problem.see else ""
    return "\n".join(each for each in (f"{mark}{problem}", str(line or ""), more and f"      = {more}") if each)


def _place(see: str, root: Path, site: str) -> str:
    """Where somebody at a terminal can read more: on the site, else in its file, else in a preview of their own."""
    path, mark, anchor = see.partition("#")
    if site:
        return f"{site}/{see}"
    for name in (f"docs/{path.rstrip('/')}.md", f"docs/{path}index.md"):
        written = "\n".join(_lines(root / name))
        if written and (not anchor or f"{{#{anchor}}}" in written):
            return name + mark + anchor
    return f"make serve, then /{see}"


def as_data(problem: Problem, root: Path, level: str = "error") -> dict[str, Any]:
    """A fault for a program: JSON values alone; `length` is that of the part of the line that is meant, or None."""
    line = excerpt(problem, root)
    return {
        "level": level,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "length": line.length if line else None,
        "message": problem.message,
        "see": problem.see or None,
        "text": line.text if line else None,
    }


def as_markdown(problems: Iterable[Problem], root: Path, site: str = "") -> str:
    """Faults as a list in Markdown, for the summary of a pull request."""
    return "\n".join(_entry(problem, root, site) for problem in problems)


def _entry(problem: Problem, root: Path, site: str) -> str:
    line = excerpt(problem, root)
    more = f" [More]({site}/{problem.see})" if problem.see and site else ""
    code = "".join(f"\n      {each}" for each in str(line).splitlines()) if line else ""
    place = f"`{problem.path}:{problem.line}:{problem.column}`"
    return f"- {place} {plain(problem.message)}{more}\n{code}\n"


def plain(text: str) -> str:
    """Text without meaning in Markdown or HTML: no link, no picture, no name that is told of being named."""
    escaped = "".join(f"\\{each}" if each in r"\`*_{}[]<>#|~&!" else each for each in text)
    # GitHub makes links of bare addresses, of names after '@' and of numbers after '#'; a comment keeps them apart.
    return _LINKED.sub(lambda found: f"{found[0]}{_APART}", escaped)


def visible(line: str) -> str:
    """What cannot be seen, or would move the mark, as something of one character that can."""
    return "".join(each if each.isprintable() else ("→" if each == "\t" else "�") for each in line)


def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_bytes().decode(errors="replace")
    except OSError:
        return ()
    return tuple(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")))


def _length(line: str, at: int) -> int:
    """How long the word is that begins there: a quoted text, the name of a field, or the rest of the line."""
    rest = line[at:].rstrip()
    if rest[:1] in ("'", '"'):
        end = rest.find(rest[0], 1)
        return end + 1 if end > 0 else len(rest)
    name, colon, _ = rest.partition(":")
    if colon and name.replace("_", "").isalnum():
        return len(name)
    return len(rest.partition(" #")[0].rstrip())
