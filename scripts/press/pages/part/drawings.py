"""Drawings as numbers: a template prints them as SVG, so that no page holds markup made here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# In units of the drawing: about one CSS pixel on a phone.
_STEP, _GAP, _PAD = 22, 22, 4
_TOP, _RING_Y, _DOT_Y, _ROW = 21, 46, 100, 108
_BETWEEN_ROWS = 16
_LEAST_WIDTH = 400  # keeps letters at one size, however few origins there are


@dataclass(frozen=True, slots=True)
class Branch:
    """One origin to draw: its letter, whether it has no known interest, and how many sources go back to it."""

    letter: str
    independent: bool
    sources: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Origins that bear the same way, under one label."""

    label: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """An origin: a ring with its letter, and a dot for each source; `lines` are SVG paths from one to the other."""

    letter: str
    full: bool
    x: float
    y: float
    dots: tuple[tuple[float, float], ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """The clasp above a cluster: an SVG path, and the place of its label."""

    path: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tree:
    """The origins of a claim's evidence; `title` and `description` say in words what is drawn."""

    width: float
    height: float
    title: str
    description: str
    brackets: tuple[Bracket, ...]
    rings: tuple[Ring, ...]


def tree(clusters: Sequence[Cluster], title: str, description: str) -> Tree:
    """Draw clusters side by side, in as many rows as a narrow window needs."""
    rings: list[Ring] = []
    brackets: list[Bracket] = []
    x, row, widest = 0.0, 0, 0.0
    for cluster in clusters:
        width = _width(cluster)
        if x and x + width > _LEAST_WIDTH:
            x, row = 0.0, row + 1
        down = row * (_ROW + _BETWEEN_ROWS)
        rings.extend(_rings(cluster, x + 2, down))
        brackets.append(_bracket(cluster, x + 2, x + width, down))
        widest = max(widest, x + width + 2)
        x += width + _GAP
    height = (row + 1) * _ROW + row * _BETWEEN_ROWS
    return Tree(max(widest, _LEAST_WIDTH), height, title, description, tuple(brackets), tuple(rings))


def _width(cluster: Cluster) -> float:
    return 2 + sum(_breadth(branch) for branch in cluster.branches)


def _breadth(branch: Branch) -> float:
    return _STEP * branch.sources + (2 * _PAD if branch.sources == 1 else 0)


def _rings(cluster: Cluster, x: float, down: float) -> Iterator[Ring]:
    for branch in cluster.branches:
        middle = x + _breadth(branch) / 2
        first = middle - _STEP * (branch.sources - 1) / 2
        dots = tuple((first + _STEP * index, down + _DOT_Y) for index in range(branch.sources))
        lines = tuple(_line(middle, dot_x, down) for dot_x, _ in dots)
        yield Ring(branch.letter, branch.independent, middle, down + _RING_Y, dots, lines)
        x += _breadth(branch)


def _line(start: float, end: float, down: float) -> str:
    return f"M{start:g} {down + 58:g}C{start:g} {down + 78:g} {end:g} {down + 74:g} {end:g} {down + 96:g}"


def _bracket(cluster: Cluster, left: float, right: float, down: float) -> Bracket:
    top = down + _TOP
    path = f"M{left + 2:g} {top + 5:g}V{top:g}H{right - 2:g}V{top + 5:g}"
    return Bracket(path, cluster.label, (left + right) / 2, down + 13)
