"""Findings as tiles, one for each assertion, each shaped as its stamp is: drawn as two paths for a finding."""

from dataclasses import dataclass
from math import ceil

from press.records.vocabulary import SoFinding

# In units of the drawing, which are CSS pixels.
_ACROSS, _DOWN = 19, 18  # from one tile to the next
_IN_ROW = 10
_MOST = 40  # of one finding; beyond that, a tile stands for several assertions

_ROUND = "h7a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5h-7a5 5 0 0 1-5-5v-5a5 5 0 0 1 5-5z"
_TICK = "m-.8 7.6l1.5-1.5 1.9 1.9 4-4.2 1.5 1.5-5.5 5.6z"
_CROSS = "m8.5 6l2.8-2.8 1.5 1.5-2.8 2.8 2.8 2.8-1.5 1.5-2.8-2.8-2.8 2.8-1.5-1.5 2.8-2.8-2.8-2.8 1.5-1.5z"
_ROUND_LINE = "h7a4 4 0 0 1 4 4v5a4 4 0 0 1-4 4h-7a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4z"

# A tile is 17 by 15. What is filled and what is drawn as a line: where it starts in the tile, and its way from there.
_Shape = tuple[float, float, str]
_FILLED: dict[SoFinding, _Shape] = {
    SoFinding.SUPPORTED: (5, 0, _ROUND + _TICK),
    SoFinding.PARTLY_SUPPORTED: (8.5, 1, "v13h-3.5a4 4 0 0 1-4-4v-5a4 4 0 0 1 4-4z"),
    SoFinding.CONTRADICTED: (0, 0, "h17v15h-17z" + _CROSS),
    SoFinding.NOT_CHECKABLE: (5, 6.5, "h7v2h-7z"),
}
_LINED: dict[SoFinding, _Shape] = {
    SoFinding.PARTLY_SUPPORTED: (5, 1, _ROUND_LINE),
    SoFinding.UNSUPPORTED: (5, 1, _ROUND_LINE),
    SoFinding.UNRESOLVED: (1, 1, "h15v13h-15zm3.5 3.5h8v6h-8z"),
    SoFinding.NOT_CHECKABLE: (1, 1, "h15v13h-15z"),
}


@dataclass(frozen=True, slots=True)
class Tiles:
    """The tiles of one finding; `each` says for how many assertions one tile stands."""

    width: int
    height: int
    number: int
    each: int
    filled: str
    lined: str


def tiles(finding: SoFinding, count: int, most: int = 0) -> Tiles:
    """Draw `count` tiles, in rows of ten; `most` is the largest count beside them, so that one scale holds for all."""
    each = ceil(max(count, most) / _MOST) or 1
    number = ceil(count / each)
    places = [(_ACROSS * (index % _IN_ROW), _DOWN * (index // _IN_ROW)) for index in range(number)]
    return Tiles(
        width=_ACROSS * min(number, _IN_ROW) or _ACROSS,
        height=_DOWN * (ceil(number / _IN_ROW) or 1),
        number=number,
        each=each,
        filled=_path(_FILLED.get(finding), places),
        lined=_path(_LINED.get(finding), places),
    )


def _path(shape: _Shape | None, places: list[tuple[int, int]]) -> str:
    if shape is None:
        return ""
    right, down, way = shape
    return "".join(f"M{x + 1 + right:g} {y + 1 + down:g}{way}" for x, y in places)
