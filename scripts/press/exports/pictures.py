"""The pictures that go with a shared page: one for each finding, one for each case.

A picture travels without its page, so it holds no assertion and nothing of the event: a finding's has the stamp and
what it means, a case's has the title and one tile for each assertion.
"""

from collections.abc import Iterator
from functools import cache

from press import addresses
from press.exports.drawing import HUES, INK, PAPER, QUIET, RULE, Sheet, width
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.phrases import counted
from press.pages.part.rows import tally
from press.pages.part.sharing import PICTURE
from press.records import Case
from press.records.vocabulary import SoFinding

WIDTH, HEIGHT = PICTURE
LEFT, RIGHT = 80, WIDTH - 80
GLYPH, WORD = 112, 100
SMALLEST, GAP = 20, 1.18
# A title has one line while it can be large there, else two.
TITLES = ((1, 72), (1, 64), (1, 54), (2, 60), (2, 52), (2, 44))


def files(publication: Publication, site: Site) -> Iterator[File]:
    """All pictures; none on a site without an address, because only whole addresses lead to them."""
    if site.url:
        for finding in SoFinding:
            yield File(addresses.picture("finding", finding), _of_finding(finding))
        for case in publication.cases.values():
            found = tally(claim.so.finding for claim in publication.claims_of(case))
            counts = tuple((each.finding, each.count) for each in found)
            yield File(addresses.picture(Case.KIND, case.slug), _of_case(case.title, counts))


@cache  # a preview builds the edition again and again; the six are always the same
def _of_finding(finding: SoFinding) -> bytes:
    sheet = _headed()
    sheet.words(LEFT, 202, "Is it so?", 40, QUIET, look="italic")
    top, bottom = 232, 412
    word = LEFT + 48 + GLYPH + 36
    ink = sheet.stamp(finding, LEFT, top, word + width(finding.label, WORD) + 64, bottom)
    sheet.glyph(finding, LEFT + 48, (top + bottom - GLYPH) / 2, GLYPH, ink, HUES[finding] if ink == PAPER else PAPER)
    sheet.words(word, (top + bottom) / 2 + WORD * 0.33, finding.label, WORD, ink)
    for number, line in enumerate(_balanced(finding.definition, 36, "regular")):
        sheet.words(LEFT, 476 + 46 * number, line, 36, look="regular")
    return _footed(sheet, "The finding on one assertion of a news article")


@cache
def _of_case(title: str, counts: tuple[tuple[SoFinding, int], ...]) -> bytes:
    sheet = _headed()
    size, lines = _fitted(title)
    base = 148.0
    for line in lines:
        base += size
        sheet.words(LEFT, base, line, size)
    top, bottom = base + 36, HEIGHT - 92
    step = min(64.0, (bottom - top) / max(1, len(counts)))
    size = round(step * 0.52)
    edge = LEFT + max((width(str(count), size + 8) for _, count in counts), default=0)
    start = edge + 24 + max((width(finding.label, size) for finding, _ in counts), default=0) + 36
    most = max((count for _, count in counts), default=1)
    tile = max(SMALLEST, min(step * 0.78, (RIGHT - start) / most / GAP))
    for number, (finding, count) in enumerate(counts):
        middle = bottom - (len(counts) - number - 0.5) * step
        sheet.words(edge - width(str(count), size + 8), middle + size * 0.36, str(count), size + 8)
        sheet.words(edge + 20, middle + size * 0.34, finding.label.lower(), size, HUES[finding])
        _tiles(sheet, finding, count, start, middle, tile)
    assertions = counted(sum(count for _, count in counts), "assertion")
    return _footed(sheet, f"{assertions} of a news article, taken apart")


def _tiles(sheet: Sheet, finding: SoFinding, count: int, start: float, middle: float, tile: float) -> None:
    """One tile for each assertion; where there is no room for all, as many as there is, and an ellipsis."""
    room = int(((RIGHT - start) / tile + GAP - 1) / GAP)
    shown = count if count <= room else room - 2
    for each in range(shown):
        sheet.glyph(finding, start + each * tile * GAP, middle - tile / 2, tile, HUES[finding])
    if shown < count:
        sheet.words(start + shown * tile * GAP, middle + 4, "…", 28, HUES[finding])


def _headed() -> Sheet:
    """A sheet with the thick rule and the publication's name, as every page begins."""
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.block(0, 0, WIDTH, 14)
    end = sheet.words(LEFT, 88, "Claim", 44)
    sheet.block(LEFT, 96, end, 100)
    end = sheet.words(end + 12, 88, "by", 44, look="italic")
    start = end + 12
    end = sheet.words(start, 88, "Claim", 44)
    sheet.wave(start, end, 98)
    sheet.block(0, 126, WIDTH, 128, INK)
    return sheet


def _footed(sheet: Sheet, line: str) -> bytes:
    sheet.block(LEFT, HEIGHT - 74, RIGHT, HEIGHT - 72, RULE)
    sheet.words(LEFT, HEIGHT - 32, line, 28, QUIET, look="regular")
    return sheet.png()


def _fitted(title: str) -> tuple[int, list[str]]:
    """The size at which the title fits, and its lines; what does not fit even small is cut short."""
    for most, size in TITLES:
        lines = _balanced(title, size)
        if len(lines) <= most and all(width(line, size) <= RIGHT - LEFT for line in lines):
            break
    return size, [_cut(line, size) for line in lines[:most]]


def _cut(line: str, size: int) -> str:
    """The line, or as many of its letters as fit between the margins, with an ellipsis."""
    fits = next(end for end in range(len(line), -1, -1) if width(line[:end] + "…", size) <= RIGHT - LEFT)
    return line if width(line, size) <= RIGHT - LEFT else line[:fits] + "…"


def _balanced(text: str, size: int, look: str = "bold") -> list[str]:
    """The text in as few lines as its words allow, and these as even as they can be."""
    words = [(word, width(word, size, look)) for word in text.split()]
    between = width(" ", size, look)
    lines = _filled(words, between, RIGHT - LEFT)
    for room in range(RIGHT - LEFT, 0, -20):
        narrower = _filled(words, between, room)
        if len(narrower) > len(lines) or any(wide > room for _, wide in words):
            break
        lines = narrower
    return lines


def _filled(words: list[tuple[str, float]], between: float, room: float) -> list[str]:
    """The words, each with its width, in lines that are no wider than `room` as far as a word allows."""
    lines, used = [""], 0.0
    for word, wide in words:
        if lines[-1] and used + between + wide > room:
            lines.append(word)
            used = wide
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
            used += wide + (between if used else 0)
    return lines
