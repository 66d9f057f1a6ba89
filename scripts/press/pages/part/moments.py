"""What became public when, drawn against the article: rings before it, on its day and after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from press.pages.part.phrases import day, listed
from press.records.base import Moment
from press.records.vocabulary import Available

# In units of the drawing: about one CSS pixel on a phone.
_WIDTH, _MIDDLE = 320, 160
_STEP, _ROW = 25, 30
_HEAD, _FOOT = 22, 22  # room for the words above and for the article's sign below
_LEFT, _RIGHT, _BAND = 0, 220, (106, 108)  # where the columns begin; the band's start and width
_IN_COLUMN = 4  # rings side by side before and after
_ON_BAR, _ON_LONG_BAR = 3, 9  # rings on one broken bar, within the article's day and right across
_APART = 32  # from ring to ring on a bar


@dataclass(frozen=True, slots=True)
class Known:
    """One thing to draw: the letter or number that it has in the list, and when it was public against the article."""

    label: str
    available: Available


@dataclass(frozen=True, slots=True)
class Mark:
    """A ring with its label, or a word with its place."""

    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Moments:
    """The drawing. `axes` are quiet lines behind known orders; `bars` are broken: before or after is not known.

    `line` is the article's own, from its top to its foot; `band` is its day: x, y, width and height.
    """

    width: float
    height: float
    title: str
    description: str
    words: tuple[Mark, ...]
    band: tuple[float, float, float, float]
    line: tuple[float, float, float]
    axes: tuple[str, ...]
    bars: tuple[str, ...]
    ends: tuple[str, ...]
    marks: tuple[Mark, ...]
    sign: Mark


def moments(known: Sequence[Known], article: Moment) -> Moments | None:
    """Draw what is known of each; None where there is nothing to draw."""
    if not known:
        return None
    labels = {each: [one.label for one in known if one.available is each] for each in Available}
    earlier = _rows(labels[Available.BEFORE], _IN_COLUMN)
    that_day = _rows(labels[Available.SAME_DAY], _on_bar(len(labels[Available.SAME_DAY])))
    later = _rows(labels[Available.AFTER], _IN_COLUMN)
    undated = _rows(labels[Available.UNKNOWN], _ON_LONG_BAR)
    deep = max(1, len(earlier), len(that_day), len(later))
    foot = _HEAD + (deep + len(undated)) * _ROW
    columns = [*_column(earlier, _LEFT, deep), *_column(later, _RIGHT, deep)]
    barred = [*_barred(that_day, deep, 0), *_barred(undated, len(undated), deep)]
    return Moments(
        width=_WIDTH,
        height=foot + _FOOT,
        title="What became public when, against the article",
        description=_described(labels),
        words=(Mark("before", 50, 13), Mark(day(article.on), _MIDDLE, 13), Mark("after", 270, 13)),
        band=(_BAND[0], _HEAD - 2, _BAND[1], deep * _ROW + 4),
        line=(_MIDDLE, _HEAD - 4, foot + 3),
        axes=tuple(_across(x, x + 100, y) for x, y in sorted({(_column_of(each.x), each.y) for each in columns})),
        bars=tuple(_across(*_bar(row, deep)) for row in _rows_of(barred)),
        ends=tuple(_ends(*_bar(row, deep)) for row in _rows_of(barred)),
        marks=(*columns, *barred),
        sign=Mark("¶", _MIDDLE, foot + 17),
    )


def against(when: Moment, article: Moment) -> Available:
    """Which came first, judged by the days: hours are not compared, because their zones are seldom known."""
    if when.on == "unknown":
        return Available.UNKNOWN
    if when.on == article.on:
        return Available.SAME_DAY
    if article.on.startswith(when.on):  # only a month or a year is known, and the article falls within it
        return Available.UNKNOWN
    return Available.BEFORE if when.on < article.on else Available.AFTER


def _on_bar(number: int) -> int:
    """One ring on each bar while they are few, so that each sits on the article's line."""
    return 1 if number <= 6 else 2 if number <= 12 else _ON_BAR


def _rows(labels: Sequence[str], length: int) -> list[Sequence[str]]:
    """The labels in rows as even as can be, none longer than `length`."""
    if not labels:
        return []
    even = ceil(len(labels) / ceil(len(labels) / length))
    return [labels[start : start + even] for start in range(0, len(labels), even)]


def _column(rows: Sequence[Sequence[str]], left: float, deep: int) -> Iterator[Mark]:
    first = _HEAD + _ROW // 2 + (deep - len(rows)) * _ROW // 2
    for index, row in enumerate(rows):
        start = left + 50 - _STEP * (len(row) - 1) // 2
        yield from (Mark(label, start + _STEP * at, first + _ROW * index) for at, label in enumerate(row))


def _barred(rows: Sequence[Sequence[str]], deep: int, below: int) -> Iterator[Mark]:
    first = _HEAD + _ROW * below + _ROW // 2 + (deep - len(rows)) * _ROW // 2
    for index, row in enumerate(rows):
        start = _MIDDLE - _APART * (len(row) - 1) // 2
        yield from (Mark(label, start + _APART * at, first + _ROW * index) for at, label in enumerate(row))


def _column_of(x: float) -> float:
    return _LEFT if x < _MIDDLE else _RIGHT


def _rows_of(marks: Sequence[Mark]) -> list[float]:
    return sorted({mark.y for mark in marks})


def _bar(y: float, deep: int) -> tuple[float, float, float]:
    """A bar within the article's day, or right across where not even the day is known."""
    within = y < _HEAD + deep * _ROW
    return (_BAND[0] + 4, _BAND[0] + _BAND[1] - 4, y) if within else (4, _WIDTH - 4, y)


def _across(left: float, right: float, y: float) -> str:
    return f"M{left:g} {y:g}H{right:g}"


def _ends(left: float, right: float, y: float) -> str:
    return f"M{left:g} {y - 4:g}v8M{right:g} {y - 4:g}v8"


def _described(labels: dict[Available, list[str]]) -> str:
    heads = (
        (Available.BEFORE, "Before the article’s day"),
        (Available.SAME_DAY, "On its day, before or after it"),
        (Available.AFTER, "Later"),
        (Available.UNKNOWN, "At a time that is not known"),
    )
    found = [f"{head}: {listed(labels[each])}." for each, head in heads if labels[each]]
    return " ".join([*found, "The same is listed beside the drawing. Not to scale."])
