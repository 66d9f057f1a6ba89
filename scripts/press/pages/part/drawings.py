"""Drawings as numbers: a template prints them as SVG, so that no page holds markup made here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# In units of the drawing: about one CSS pixel on a phone.
_STEP, _GAP, _PAD = 22, 22, 4
_TOP, _RING_Y, _DOT_Y, _ROW = 21, 46, 100, 108  # a row of one line of dots
_BETWEEN_ROWS = 16
_WIDTH = 400  # of every tree, so that letters have one size, however few or many origins there are
_LETTER = 8.5  # as much as a letter of a label can take, so that no label is cut
_IN_ROW, _BELOW = 6, 15  # dots of one origin side by side, and how far the next stand below them


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
    x, down, deepest = 0.0, 0.0, 1
    for cluster in (piece for each in clusters for piece in _pieces(each)):
        width = _width(cluster)
        span = max(width, _LETTER * len(cluster.label))
        if x and x + span > _WIDTH:
            x, down, deepest = 0.0, down + _height(deepest) + _BETWEEN_ROWS, 1
        left = x + (span - width) / 2
        rings.extend(_rings(cluster, left + 2, down))
        brackets.append(_bracket(cluster, left + 2, left + width, down))
        deepest = max(deepest, *(_deep(branch) for branch in cluster.branches))
        x += span + _GAP
    return Tree(_WIDTH, down + _height(deepest), title, description, tuple(brackets), tuple(rings))


def _pieces(cluster: Cluster) -> Iterator[Cluster]:
    """The cluster in as many pieces as are needed for each to fit into a row, all under its label."""
    piece: list[Branch] = []
    for branch in cluster.branches:
        if piece and _width(Cluster("", (*piece, branch))) > _WIDTH - 4:
            yield Cluster(cluster.label, tuple(piece))
            piece = []
        piece.append(branch)
    if piece:
        yield Cluster(cluster.label, tuple(piece))


def _height(deepest: int) -> float:
    return _ROW + _BELOW * (deepest - 1)


def _deep(branch: Branch) -> int:
    return -(-branch.sources // _IN_ROW) or 1


def _width(cluster: Cluster) -> float:
    return 2 + sum(_breadth(branch) for branch in cluster.branches)


def _breadth(branch: Branch) -> float:
    across = max(1, min(branch.sources, _IN_ROW))
    return _STEP * across + (2 * _PAD if across == 1 else 0)


def _rings(cluster: Cluster, x: float, down: float) -> Iterator[Ring]:
    for branch in cluster.branches:
        middle = x + _breadth(branch) / 2
        across = min(branch.sources, _IN_ROW)
        first = middle - _STEP * (across - 1) / 2
        dots = tuple(
            (first + _STEP * (index % _IN_ROW), down + _DOT_Y + _BELOW * (index // _IN_ROW))
            for index in range(branch.sources)
        )
        lines = [_line(middle, dot_x, down) for dot_x, _ in dots[:across]]
        lines += [f"M{dot_x:g} {dot_y - 10:g}v5" for dot_x, dot_y in dots[across:]]  # down from the dot above
        yield Ring(branch.letter, branch.independent, middle, down + _RING_Y, dots, tuple(lines))
        x += _breadth(branch)


def _line(start: float, end: float, down: float) -> str:
    return f"M{start:g} {down + 58:g}C{start:g} {down + 78:g} {end:g} {down + 74:g} {end:g} {down + 96:g}"


def _bracket(cluster: Cluster, left: float, right: float, down: float) -> Bracket:
    top = down + _TOP
    path = f"M{left + 2:g} {top + 5:g}V{top:g}H{right - 2:g}V{top + 5:g}"
    return Bracket(path, cluster.label, (left + right) / 2, down + 13)
