"""Ink on paper: glyphs, stamps and letters on a picture, drawn the same on every machine.

Everything is drawn at twice its size and made smaller at the end, which smooths its edges. The letters come from a
packaged font file, set without the system's own shaping, so that no machine's fonts or libraries change a byte.
"""

import io
import math
from functools import cache
from itertools import pairwise

import fontpkg_source_serif_4 as source_serif
from PIL import Image, ImageDraw, ImageFont

from press.records.vocabulary import SoFinding

SCALE = 2
SHADES = 40
"""Colours of a finished picture: the few inks, and the steps between each and the paper."""

# The light colours of `docs/assets/css/tokens.css`; a test holds them to it.
PAPER, INK, QUIET, RULE, ACCENT = "#fdfdfc", "#181a1e", "#54595f", "#d5d8d4", "#2b3fa8"
HUES = {
    SoFinding.SUPPORTED: "#07535c",
    SoFinding.PARTLY_SUPPORTED: "#2a6a76",
    SoFinding.UNRESOLVED: "#6b3d83",
    SoFinding.UNSUPPORTED: "#775400",
    SoFinding.CONTRADICTED: "#9a3812",
    SoFinding.NOT_CHECKABLE: "#565b61",
}
SOLID = (SoFinding.SUPPORTED, SoFinding.CONTRADICTED)
_ROUND = (SoFinding.SUPPORTED, SoFinding.PARTLY_SUPPORTED, SoFinding.UNSUPPORTED)

# Points on the grid of sixteen on which the pages' glyphs are drawn.
_TICK = ((6.9, 12), (3.2, 8.3), (4.6, 6.9), (6.9, 9.2), (11.4, 4.3), (12.9, 5.6))
_CROSS = (
    (8, 6.4), (5.1, 3.5), (3.5, 5.1), (6.4, 8), (3.5, 10.9), (5.1, 12.5),
    (8, 9.6), (10.9, 12.5), (12.5, 10.9), (9.6, 8), (12.5, 5.1), (10.9, 3.5),
)  # fmt: skip
_DASHES = 8


class Sheet:
    """A sheet of paper that is drawn on in pixels of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """The finished picture; equal drawings give equal bytes."""
        small = self._image.reduce(SCALE)
        few = small.quantize(SHADES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        data = io.BytesIO()
        few.save(data, "PNG", optimize=True)
        return data.getvalue()

    def block(self, left: float, top: float, right: float, bottom: float, ink: str = INK) -> None:
        """A filled rectangle."""
        self._draw.rectangle((*_up(left, top), right * SCALE - 1, bottom * SCALE - 1), ink)

    def words(self, left: float, base: float, text: str, size: int, ink: str = INK, *, look: str = "bold") -> float:
        """A line of text that stands on `base`; returns where it ends."""
        font = _font(size * SCALE, look)
        self._draw.text(_up(left, base), text, ink, font, "ls")
        return left + font.getlength(text) / SCALE

    def wave(self, left: float, right: float, middle: float, ink: str = INK) -> None:
        """The wavy line of the publication's name."""
        steps = [left + step / 2 for step in range(int((right - left) * 2) + 1)]
        points = [_up(x, middle + 2.2 * math.sin((x - left) * math.tau / 13)) for x in steps]
        for one, next_one in pairwise(points):
            self._draw.line((*one, *next_one), ink, 2 * SCALE)

    def stamp(self, finding: SoFinding, left: float, top: float, right: float, bottom: float) -> str:
        """The frame of a stamp, filled where the finding is firm; returns the ink for what stands in it."""
        hue = HUES[finding]
        box, radius, line = (*_up(left, top), *_up(right, bottom)), (bottom - top) / 2 * SCALE, 5 * SCALE
        if finding in SOLID:
            self._draw.rounded_rectangle(box, radius if finding in _ROUND else 4 * SCALE, hue)
            return PAPER
        if finding in _ROUND:
            self._draw.rounded_rectangle(box, radius, None, hue, line)
        elif finding is SoFinding.UNRESOLVED:
            self._draw.rectangle(box, None, hue, line)
            inset = 2 * line
            self._draw.rectangle((box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset), None, hue, line)
        else:
            self._dashed(left, top, right, bottom, hue)
        return hue

    def _dashed(self, left: float, top: float, right: float, bottom: float, hue: str) -> None:
        for start, end, across in ((left, right, True), (top, bottom, False)):
            count = max(1, round((end - start) / 40))
            step = (end - start) / (count - 0.4)
            for dash in range(count):
                a, b = start + dash * step, start + (dash + 0.6) * step
                for side in (top, bottom - 5) if across else (left, right - 5):
                    self.block(*((a, side, b, side + 5) if across else (side, a, side + 5, b)), hue)

    def glyph(self, finding: SoFinding, left: float, top: float, size: float, ink: str, ground: str = PAPER) -> None:
        """The shape of a finding, as the pages have it, on `ground`."""
        unit = size * SCALE / 16

        def at(x: float, y: float) -> tuple[float, float]:
            return left * SCALE + x * unit, top * SCALE + y * unit

        def ring(radius: float, width: float, start: float = 0, end: float = 360) -> None:
            outer = radius + width / 2
            self._draw.arc((*at(8 - outer, 8 - outer), *at(8 + outer, 8 + outer)), start, end, ink, round(width * unit))

        if finding is SoFinding.SUPPORTED:
            self._draw.ellipse((*at(0, 0), *at(16, 16)), ink)
            self._draw.polygon([at(*point) for point in _TICK], ground)
        elif finding is SoFinding.CONTRADICTED:
            self._draw.rectangle((*at(0.5, 0.5), *at(15.5, 15.5)), ink)
            self._draw.polygon([at(*point) for point in _CROSS], ground)
        elif finding is SoFinding.PARTLY_SUPPORTED:
            ring(6.9, 2)
            self._draw.pieslice((*at(1, 1), *at(15, 15)), 90, 270, ink)
        elif finding is SoFinding.UNSUPPORTED:
            ring(6.9, 2)
        elif finding is SoFinding.UNRESOLVED:
            self._draw.polygon([at(1, 2), at(1, 14), at(7, 8)], ink)
            self._draw.polygon([at(15, 1.7), at(15, 14.3), at(8.7, 8)], ink)
            self._draw.polygon([at(13.4, 5.5), at(13.4, 10.5), at(10.9, 8)], ground)
        else:
            for dash in range(_DASHES):
                ring(6.9, 1.8, dash * 360 / _DASHES, (dash + 0.535) * 360 / _DASHES)
            self._draw.rectangle((*at(4.8, 7), *at(11.2, 9)), ink)


def width(text: str, size: int, look: str = "bold") -> float:
    """How wide a line of text is."""
    return _font(size * SCALE, look).getlength(text) / SCALE


def _up(x: float, y: float) -> tuple[float, float]:
    return x * SCALE, y * SCALE


@cache
def _font(size: int, look: str) -> ImageFont.FreeTypeFont:
    """Source Serif 4 in its cut for large sizes: 'bold', 'regular' or 'italic'."""
    name = "SourceSerif4-Italic" if look == "italic" else "SourceSerif4"
    file = source_serif.ROOT / "files" / f"{name}[opsz,wght].ttf"
    font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
    wanted = {b"Weight": 700 if look == "bold" else 400, b"Optical Size": min(60, size / SCALE)}
    font.set_variation_by_axes([wanted[axis["name"]] for axis in font.get_variation_axes()])
    return font
