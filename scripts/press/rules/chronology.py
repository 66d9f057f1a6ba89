"""Which of two moments came first, as far as that is known."""

from datetime import UTC, datetime, timedelta, timezone

from press.records.base import Moment
from press.records.vocabulary import Available, Precision

_DAY = 10  # characters of YYYY-MM-DD


def against(moment: Moment, other: Moment) -> Available:
    """When `moment` was, against `other`: by the hour where both hours and zones are known, else by the day."""
    by_hour = _by_hour(moment, other)
    return by_hour or _by_day(moment.on, other.on)


def _by_hour(moment: Moment, other: Moment) -> Available | None:
    one, two = instant(moment), instant(other)
    if one is None or two is None:
        return None
    # 'by' is an hour or an earlier one: it can show that something came before, never that it came after.
    if one < two and moment.precision is not Precision.ABOUT and other.precision is Precision.EXACT:
        return Available.BEFORE
    if one > two and other.precision is not Precision.ABOUT and moment.precision is Precision.EXACT:
        return Available.AFTER
    return Available.SAME_DAY if abs(one - two) < timedelta(days=1) else None


def _by_day(one: str, two: str) -> Available:
    if "unknown" in (one, two):
        return Available.UNKNOWN
    known = min(len(one), len(two))
    if one[:known] != two[:known]:
        return Available.BEFORE if one[:known] < two[:known] else Available.AFTER
    return Available.SAME_DAY if known == _DAY else Available.UNKNOWN


def instant(moment: Moment) -> datetime | None:
    """The moment in UTC, or None where its hour or zone is not known."""
    if moment.clock is None or moment.zone in (None, "unknown"):
        return None
    local = datetime.fromisoformat(f"{moment.on}T{moment.clock}")
    return local.replace(tzinfo=_zone(str(moment.zone))).astimezone(UTC)


def _zone(name: str) -> timezone:
    if name == "UTC":
        return UTC
    hours, minutes = name[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if name[0] == "-" else offset)


def runs_back(moment: Moment, earlier: Moment) -> bool:
    """Whether a line of a timeline stands below one that it should stand above."""
    one, two = instant(moment), instant(earlier)
    if one is not None and two is not None:
        return one < two
    return _by_day(moment.on, earlier.on) is Available.BEFORE
