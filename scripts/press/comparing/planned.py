"""One state of the publication as the site would show it: every page planned, and printed where that is asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.graph import Publication
from press.leaves import Page, Site
from press.pages import PAGES, SLOTS
from press.render import Renderer

_SLOT = re.compile(r"<!--\s*press:\s*([a-z0-9-]+)\s*-->")

Slots = Mapping[str, frozenset[str]]
"""Address of a hand-written page -> the slots that it holds."""


def slots(root: Path) -> Slots:
    """The hand-written pages below `root/docs` that show something of the records."""
    found = {}
    for file in sorted((root / "docs").rglob("*.md")):
        name = file.relative_to(root / "docs").with_suffix("").as_posix()
        address = "" if name == "index" else f"{name.removesuffix('/index')}/"
        held = frozenset(_SLOT.findall(file.read_text(encoding="utf-8", errors="replace"))) & frozenset(SLOTS)
        if held:
            found[address] = held
    return found


@dataclass(frozen=True, slots=True)
class Planned:
    """Every page by its address: a `Page`, or for a hand-written one what its slots show, as template and view."""

    views: Mapping[str, Page | tuple[tuple[str, Any], ...]]
    renderer: Renderer

    def differing(self, other: "Planned", *, every_page: bool) -> Iterator[str]:
        """The addresses at which readers of the other state get something else.

        A page is printed only where its view differs, unless `every_page` is to be; raises what printing raises.
        """
        for path in {**self.views, **other.views}:
            mine, theirs = self.views.get(path), other.views.get(path)
            there = mine is not None and theirs is not None
            same = mine == theirs and not every_page
            if not there or not (same or self._printed(path) == other._printed(path)):
                yield path

    def _printed(self, path: str) -> tuple[str, ...]:
        view = self.views[path]
        if isinstance(view, Page):
            return view.title, view.description, self.renderer.leaf(view).body
        return tuple(self.renderer.html(template, each, path) for template, each in view)


def planned(publication: Publication, handwritten: Slots) -> Planned:
    """The public pages of a publication; raises whatever its faults lead to."""
    site = Site()
    views: dict[str, Page | tuple[tuple[str, Any], ...]] = {
        page.path: page for planner in PAGES for page in planner(publication, site)
    }
    for path, held in handwritten.items():
        views[path] = tuple((SLOTS[name][0], SLOTS[name][1](publication, site)) for name in sorted(held))
    return Planned(views, Renderer(publication))
