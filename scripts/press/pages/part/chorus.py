"""The voices of an article, drawn: who says how much, whose words they pass on, and on which side they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from press.pages.part.phrases import counted, listed

# In units of the drawing: about one CSS pixel on a phone.
_WIDTH, _TOP = 320, 6
_RING, _RADIUS = 58, 12
_DOT, _DOT_STEP, _IN_ROW = 92, 15, 10
_CLASP, _SIDE = 246, 282
_ROW, _DOT_ROW, _GAP = 34, 15, 10
_MOST = 60  # dots of one voice; beyond that a dot stands for several assertions


@dataclass(frozen=True, slots=True)
class Singer:
    """One voice to draw: its number in the table, and the numbers of those whose words it passes on.

    `side` is the letter of its side, '' where it has no known interest.
    """

    number: str
    claims: int
    side: str
    passes_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A ring with a number, and a dot for each assertion that is in this voice's words."""

    label: str
    full: bool
    x: float
    y: float
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Clasp:
    """What joins the voices of one side: a path, and the letter of the side in its ring."""

    path: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chorus:
    """The drawing; `arcs` lead from a voice to the one whose words it passes on, `heads` are their points."""

    width: float
    height: float
    title: str
    description: str
    voices: tuple[Voice, ...]
    clasps: tuple[Clasp, ...]
    arcs: tuple[str, ...]
    heads: tuple[str, ...]


def chorus(singers: Sequence[Singer]) -> Chorus | None:
    """Draw the voices one below the other, those of one side together; None where nobody speaks."""
    if not singers:
        return None
    each = ceil(max(one.claims for one in singers) / _MOST) or 1
    voices, tops, y = [], [], _TOP
    for before, one in zip((None, *singers), singers, strict=False):
        y += _GAP if before is not None and before.side != one.side else 0
        voices.append(_voice(one, ceil(one.claims / each), y))
        tops.append(y)
        y += _height(ceil(one.claims / each))
    at = {voice.label: voice.y for voice in voices}
    ways = [(at[one.number], at[other]) for one in singers for other in one.passes_on if other in at]
    return Chorus(
        width=_WIDTH,
        height=y + _TOP,
        title="Who speaks, and on which side",
        description=_described(singers, each),
        voices=tuple(voices),
        clasps=tuple(_clasps(singers, voices)),
        arcs=tuple(_arc(start, end) for start, end in ways),
        heads=tuple(_head(start, end) for start, end in ways),
    )


def _height(dots: int) -> float:
    return max(_ROW, _DOT_ROW * ceil(dots / _IN_ROW) + 14)


def _voice(one: Singer, dots: int, top: float) -> Voice:
    middle = top + _height(dots) // 2
    first = middle - _DOT_ROW * (ceil(dots / _IN_ROW) - 1) // 2
    places = ((_DOT + _DOT_STEP * (n % _IN_ROW), first + _DOT_ROW * (n // _IN_ROW)) for n in range(dots))
    return Voice(one.number, not one.side, _RING, middle, tuple(places))


def _clasps(singers: Sequence[Singer], voices: Sequence[Voice]) -> Iterator[Clasp]:
    for side, pairs in groupby(zip(singers, voices, strict=True), key=lambda pair: pair[0].side):
        if side:
            rows = [voice.y for _, voice in pairs]
            top, foot = rows[0] - 8, rows[-1] + 8
            middle = (top + foot) // 2
            path = f"M{_CLASP:g} {top:g}h8V{foot:g}h-8M{_CLASP + 8:g} {middle:g}H{_SIDE - _RADIUS - 2:g}"
            yield Clasp(path, side, _SIDE, middle)


def _arc(start: float, end: float) -> str:
    """A bow to the left of the rings, deeper the further it leads."""
    edge = _RING - _RADIUS - 3
    deep = edge - min(40.0, 14 + abs(end - start) / 6)
    return f"M{edge:g} {start:g}C{deep:g} {start:g} {deep:g} {end:g} {edge - 5:g} {end:g}"


def _head(start: float, end: float) -> str:
    edge = _RING - _RADIUS - 2
    return f"M{edge:g} {end:g}l-7-4v8z" if start != end else ""


def _described(singers: Sequence[Singer], each: int) -> str:
    told = []
    for one in singers:
        side = f"on side {one.side}" if one.side else "no known interest"
        passed = f", passes on words of {listed(one.passes_on)}" if one.passes_on else ""
        told.append(f"{one.number}: {counted(one.claims, 'assertion')}, {side}{passed}.")
    scale = f" One dot stands for {each} assertions." if each > 1 else ""
    return " ".join(told) + scale + " The same stands in the table beside the drawing."
