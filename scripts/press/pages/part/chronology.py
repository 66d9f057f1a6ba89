"""What was public when, against the article."""

from dataclasses import dataclass

from press.pages.part.evidence import Evidences, Item
from press.pages.part.moments import Known, Moments, moments
from press.records import Case
from press.records.base import Moment
from press.records.vocabulary import Available

# What has no known day stands last.
_ORDER = (Available.BEFORE, Available.SAME_DAY, Available.AFTER, Available.UNKNOWN)
# Where the order of the lines could be misread, the line says what is not known.
_NOTES = {
    Available.SAME_DAY: "same day, order unknown",
    Available.UNKNOWN: "before or after: unknown",
}


@dataclass(frozen=True, slots=True)
class Day:
    """One line: an item of evidence and when it was published, or the article itself (no letter, no `anchor`)."""

    letter: str
    when: Moment
    label: str
    note: str
    anchor: str


def days(case: Case, shown: Evidences) -> tuple[Day, ...]:
    """The items in time: before the article, the same day, the article's own line, then later; none without items."""
    items = [(root.letter, item) for group in shown.groups for root in group.roots for item in root.items]
    rows: list[Day] = []
    for available in _ORDER:
        if available is Available.AFTER:
            rows.append(Day("", case.article.published, "The article appears.", "", ""))
        found = [(item.cited.published.on, letter, item) for letter, item in items if item.available is available]
        rows.extend(_day(letter, item) for _, letter, item in sorted(found, key=lambda each: each[:2]))
    return tuple(rows) if items else ()


def drawn(case: Case, shown: Evidences) -> Moments | None:
    """The same items as a drawing, by the letters of their origins."""
    items = [(root.letter, item) for group in shown.groups for root in group.roots for item in root.items]
    items.sort(key=lambda each: (_ORDER.index(each[1].available), each[1].cited.published.on, each[0]))
    return moments([Known(letter, item.available) for letter, item in items], case.article.published)


def _day(letter: str, item: Item) -> Day:
    return Day(letter, item.cited.published, item.cited.publisher, _NOTES.get(item.available, ""), item.id)
