"""The edition: the records of one checkout, checked whole and printed whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from press import exports, graph, render, rules
from press.leaves import File, Leaf, Site
from press.pages import FILE_SLOTS, PAGES, SLOTS, navigation
from press.problems import Problem, Unfit, did_you_mean

__all__ = ["Edition", "Site", "build", "examine"]


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that is printed, before it meets the frame.

    A slot is called with the path of the hand-written page that it stands in.
    """

    leaves: tuple[Leaf, ...]
    files: tuple[File, ...]
    slots: Mapping[str, Callable[[str], str]]
    nav: tuple[tuple[str, str], ...]
    renderer: render.Renderer

    def resolve(self, reference: str, from_path: str) -> str:
        """'claim:slug' -> an address relative to the page; raises KeyError with a sentence for what is not there."""
        try:
            address = self.renderer.resolve(reference)
        except (KeyError, ValueError):
            raise KeyError(f"no record is called '{reference}'{did_you_mean(reference, self.references)}") from None
        return ("../" * from_path.count("/") or "./") + address

    @property
    def references(self) -> tuple[str, ...]:
        """Every 'kind:slug' that a page may link to."""
        return self.renderer.references


def examine(root: Path) -> tuple[graph.Publication, list[Problem]]:
    """Every record below `root`, drafts included, and every fault in them."""
    return rules.examine(root)


def build(root: Path, *, drafts: bool = False, site: Site = Site()) -> Edition:  # noqa: B008 (frozen)
    """Print the records below `root`; raises Unfit with every fault when there is one."""
    publication, problems = examine(root)
    if problems:
        raise Unfit(problems)
    if not drafts:
        publication = graph.without_drafts(publication)
    renderer = render.Renderer(publication)
    leaves = tuple(renderer.leaf(page) for pages in PAGES for page in pages(publication, site))
    files = tuple(exports.files(publication, site))
    slots = {name: _slot(renderer, template, view(publication, site)) for name, (template, view) in SLOTS.items()}
    slots |= {name: _slot(renderer, template, view(files)) for name, (template, view) in FILE_SLOTS.items()}
    return Edition(leaves, files, slots, navigation(publication), renderer)


def _slot(renderer: render.Renderer, template: str, view: object) -> Callable[[str], str]:
    return lambda path: renderer.html(template, view, path)
