"""The kinds of pages that the site has, and one page of each."""

import re
from functools import cache
from pathlib import Path

from press import edition

ROOT = Path(__file__).parent.parent


@cache
def _printed() -> list[tuple[str, str]]:
    """The path and the kind of every page that is printed from the records."""
    slugs = {file.stem for file in (ROOT / "data").glob("*/*.yml")}
    return [(leaf.path, _kind(leaf.path, slugs)) for leaf in edition.build(ROOT).leaves if leaf.path.endswith("/")]


@cache
def by_name() -> dict[str, str]:
    """The name of each kind and the path of one page of it: 'claim' -> 'claims/x/', 'explore' -> 'explore/'.

    A kind is an address in which the names of records do not count; every hand-written page is a kind of its own.
    """
    made: dict[str, str] = {}
    for path, kind in _printed():
        made.setdefault(kind, path)
    pages = (file.relative_to(ROOT / "docs").with_suffix("").as_posix() for file in (ROOT / "docs").rglob("*.md"))
    paths = (f"{page.removesuffix('index')}/".replace("//", "/") for page in pages if page != "index")
    written = {path.strip("/").replace("/", "-"): path for path in paths}
    named = sorted((made | written).items(), key=lambda each: each[1])
    return {"home": "", **dict(named), "404": "404.html"}


def _kind(path: str, slugs: set[str]) -> str:
    """'claims/x/file/' -> 'claim-file': before the name of a record, its folder stands in the singular."""
    parts = path.strip("/").split("/")
    words = [
        re.sub("ies$", "y", part).removesuffix("s") if after in slugs else part
        for part, after in zip(parts, [*parts[1:], ""], strict=True)
        if part not in slugs
    ]
    return "-".join(words)


def one_of_each_kind() -> list[str]:
    """One page of each kind, and every hand-written page."""
    return list(by_name().values())


def all_of(kind: str) -> list[str]:
    """The path of every printed page of a kind: all claims with 'claim'."""
    return [path for path, each in _printed() if each == kind]
