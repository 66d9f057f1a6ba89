"""What was public when, against the article."""

from dataclasses import dataclass

from press.pages.part.evidence import Evidences, Item
from press.pages.part.moments import Known, Moments, moments
from press.records import Case
from press.records.base import Moment
from press.records.vocabulary import Available

# What has no known day stands last.
_LABELS = {
    Available.BEFORE: "Before",
    Available.SAME_DAY: "The same day, order unknown",
    Available.AFTER: "After",
    Available.UNKNOWN: "Before or after: unknown",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of evidence in time: its origin's letter, its publisher, its place on the page.

    `when` is None where the line that it stands in says it.
    """

    letter: str
    label: str
    anchor: str
    when: Moment | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One line: what was public then, or the article itself, which has a moment and no entries."""

    label: str
    when: Moment | None
    entries: tuple[Entry, ...]


def stages(case: Case, shown: Evidences) -> tuple[Stage, ...]:
    """Before the article, the same day, the article's own line, then later; none without items."""
    lines: list[Stage] = []
    for available, label in _LABELS.items():
        if available is Available.AFTER:
            lines.append(Stage("The article appears", case.article.published, ()))
        dated = available in (Available.BEFORE, Available.AFTER)
        found = [item for item in _in_time(shown) if item[1].available is available]
        if found:
            lines.append(Stage(label, None, tuple(_entry(letter, item, dated=dated) for letter, item in found)))
    return tuple(lines) if len(lines) > 1 else ()


def drawn(case: Case, shown: Evidences) -> Moments | None:
    """The same items as a drawing, by the letters of their origins."""
    return moments([Known(letter, item.available) for letter, item in _in_time(shown)], case.article.published)


def _in_time(shown: Evidences) -> list[tuple[str, Item]]:
    items = [(root.letter, item) for group in shown.groups for root in group.roots for item in root.items]
    order = tuple(_LABELS)
    return sorted(items, key=lambda each: (order.index(each[1].available), each[1].cited.published.on, each[0]))


def _entry(letter: str, item: Item, *, dated: bool) -> Entry:
    return Entry(letter, item.cited.publisher, item.id, item.cited.published if dated else None)
