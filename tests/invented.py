"""The invented publication of the tests: a town's library, its hours, and an article about both.

It is whole: every kind of record, an article text that is ours, and what its pages look like (`expected/`).
"""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from press import edition, load
from press.load import Loaded
from press.problems import Problem

ROOT = Path(__file__).parent.parent
SAMPLE = Path(__file__).parent / "sample"
EXPECTED = SAMPLE / "expected"

MOVED = "{kind: moved, to: notice-gives-ten-to-six, on: '2024-09-22', why: A shorter name.}\n"
WITHDRAWN = "{kind: withdrawn, on: '2024-09-23', why: It was no technique.}\n"
# Records in states that the publication itself has none in: gone, and not yet public.
STATES: Mapping[str, str] = {
    "data/claims/door-notice-gives-hours.yml": MOVED,
    "data/techniques/empty-shelf.yml": WITHDRAWN,
    "data/claims/bell-rings-at-noon.yml": "{kind: withdrawn, on: '2024-09-23', why: It was no claim of the article.}\n",
    "data/terms/spring-flood.yml": "{status: draft, name: Spring flood, gloss: The river over its banks in April.}\n",
}


def lay_out(root: Path, files: Mapping[str, str] | None = None) -> Path:
    """A copy of the invented publication below `root`, with `files` (path -> text) laid over it; returns `root`."""
    shutil.copytree(SAMPLE / "data", root / "data", dirs_exist_ok=True)
    for path, text in (files or {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def written(values: Mapping[str, Any], *, escaped: bool = False) -> str:
    """A record as YAML that has one value a line; `escaped` writes all but ASCII by number."""
    return json.dumps(values, ensure_ascii=escaped, indent=1) + "\n"


def sound(root: Path) -> Loaded:
    """The records below `root`, which must load without a fault."""
    loaded = load.load(root)
    assert loaded.problems == [], "\n".join(map(str, loaded.problems))
    return loaded


def shown(problems: list[Problem]) -> str:
    """The problems as the commands print them, one a line."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))


def lead_to_the_records_below(root: Path) -> None:
    """Let the hand-written pages link to the first record of each kind there, for ours are not."""
    first: dict[str, str] = {}
    for reference in edition.build(root).references:
        first.setdefault(*reference.split(":"))
    for page in (root / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        for kind, slug in first.items():
            text = re.sub(rf"\]\({kind}:[a-z0-9-]+\)", f"]({kind}:{slug})", text)
        text = re.sub(r"(?<=\]\(page:lessons/)[a-z0-9-]+", first["lesson"], text)  # a way of a lesson is no record
        page.write_text(text, encoding="utf-8")


def lay_out_site(root: Path) -> Path:
    """The invented publication with the real pages and frame around it, ready to be built as a site; returns `root`."""
    for name in ("docs", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    lead_to_the_records_below(lay_out(root))
    return root
