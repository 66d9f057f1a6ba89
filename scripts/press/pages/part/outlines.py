"""Schematic outlines that a claim's page may show: shapes of ours, with the words that say what to look at."""

from dataclasses import dataclass

from press.records import Claim
from press.records.vocabulary import Drawing


@dataclass(frozen=True, slots=True)
class Sign:
    """A number on the drawing, and what stands there."""

    label: str
    x: float
    y: float
    line: str
    words: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline: its letter, what it is, its lines as SVG paths (`behind` are hidden in part), its signs."""

    letter: str
    x: float
    y: float
    words: str
    behind: tuple[str, ...]
    lines: tuple[str, ...]
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Shapes one below the other; `caption` is Markdown from the record."""

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    caption: str


# No dimension and no proportion of a real thing is in these numbers: they show what is where.
_CRUISE = Shape(
    letter="A",
    x=14,
    y=52,
    words="Scheme of a cruise missile such as a Kh-101",
    behind=("M150 46L128 20H142L174 46",),
    lines=(
        "M40 52C46 47 54 46 64 46H264L280 49V55L264 58H64C54 58 46 57 40 52Z",
        "M150 58L112 88H126L174 58",
        "M262 46L276 32H284L280 49",
        "M234 58V66M254 58V66",
        "M222 72C222 67 226 66 232 66H260L266 69V75L260 78H232C226 78 222 77 222 72Z",
    ),
    signs=(
        Sign("1", 92, 97, "M101 92L122 76", "two wings near the middle"),
        Sign("2", 244, 97, "M244 88V79", "the engine, hanging below the tail"),
    ),
)
_INTERCEPTOR = Shape(
    letter="B",
    x=14,
    y=142,
    words="Scheme of an air-defence interceptor; kinds differ, and their fins are only hinted at",
    behind=(),
    lines=(
        "M40 142L66 137H280V147H66Z",
        "M252 137L268 124H280V137",
        "M252 147L268 160H280V147",
    ),
    signs=(Sign("3", 220, 168, "M220 159V149", "a slim body with no engine outside it"),),
)
_SHAPES: dict[Drawing, tuple[Shape, ...]] = {Drawing.MISSILE_OUTLINES: (_CRUISE, _INTERCEPTOR)}


def outlines(claim: Claim) -> Outlines | None:
    """The outlines that the claim's record asks for; None where it asks for none."""
    return None if claim.figure is None else drawn(claim.figure.drawing, claim.figure.caption)


def drawn(drawing: Drawing, caption: str) -> Outlines:
    """One of the drawings with the words below it."""
    shapes = _SHAPES[drawing]
    return Outlines(
        width=320,
        height=182,
        title=drawing.label,
        description=" ".join(f"{each.letter}: {each.words}. {_told(each)}" for each in shapes),
        shapes=shapes,
        caption=caption,
    )


def _told(shape: Shape) -> str:
    return " ".join(f"{sign.label}: {sign.words}." for sign in shape.signs)
