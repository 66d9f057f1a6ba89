"""Words put together: days and hours, counts, lists as a sentence has them, texts cut to a length."""

from collections.abc import Iterable

from press.records.base import Moment
from press.records.vocabulary import Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(date: str) -> str:
    """'2024-07-09' -> '9 July 2024'; '2024-07' -> 'July 2024'; 'unknown' -> 'date unknown'."""
    if date == "unknown":
        return "date unknown"
    year, *rest = date.split("-")
    names = [_MONTHS[int(rest[0]) - 1]] if rest else []
    number = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*number, *names, year])


def moment(when: Moment) -> str:
    """A point in time with its hour and zone: '9 July 2024, by 10:17 UTC'."""
    if when.clock is None:
        return day(when.on)
    zone = "zone unknown" if when.zone == "unknown" else "UTC" if when.zone == "UTC" else f"UTC{when.zone}"
    before = "" if when.precision is Precision.EXACT else f"{when.precision.label} "
    comma = ", " if when.zone == "unknown" else " "
    return f"{day(when.on)}, {before}{when.clock}{comma}{zone}"


def counted(number: int, one: str, many: str = "") -> str:
    """3, 'source' -> '3 sources'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """('a', 'b', 'c') -> 'a, b and c'."""
    *first, last = tuple(words) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def quoted(words: str) -> str:
    """Somebody's words in double quotation marks; marks inside them become single, as print does it."""
    return "“" + words.replace("“", "‘").replace("”", "’") + "”"


def shortened(text: str, limit: int = 160) -> str:
    """The text itself, or as many whole words as fit into `limit` characters with an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def newest(dates: Iterable[str]) -> str:
    """The latest of ISO dates, '' when there is none; a date that is not known does not count."""
    return max((date for date in dates if date != "unknown"), default="")
