"""A difference in one line."""

from collections import Counter
from collections.abc import Iterator

from press.comparing import names
from press.comparing.difference import Difference, Entry, Fate
from press.pages.part.phrases import capital, counted
from press.records import KINDS, Claim

NOTHING = "nothing that readers would see has changed"


def summed(difference: Difference, faults: int = 0) -> str:
    """'1 claim changed its finding; 2 sources added; 1 lesson touched.'"""
    parts = list(_parts(difference))
    if not any(not each.draft for each in difference.entries):
        nothing = "nothing else that can be read has changed for readers" if faults else NOTHING
        parts.append("no record has changed for readers" if difference.touched.groups else nothing)
    if faults:
        parts.append(counted(faults, "fault"))
    return f"{capital('; '.join(parts))}."


def _parts(difference: Difference) -> Iterator[str]:
    found = sum(each.finding and not each.draft for each in difference.entries)
    if found:
        finding = "changed its finding" if found == 1 else "changed their findings"
        yield f"{counted(found, 'claim')} {finding}"
    rest = Counter(_sort(each) for each in difference.entries if not (each.finding and not each.draft))
    order = [kind.KIND for kind in KINDS]
    fates = list(Fate)
    for kind, fate, draft in sorted(rest, key=lambda each: (order.index(each[0]), fates.index(each[1]), each[2])):
        yield _told(kind, fate, rest[kind, fate, draft], draft=draft, other=bool(found) and kind == Claim.KIND)
    entries = {(each.kind, each.name) for each in difference.entries}
    lessons = sum(("lesson", each.name) not in entries for each in difference.lessons)
    if lessons:
        yield f"{counted(lessons, 'lesson')} touched"


def _sort(entry: Entry) -> tuple[str, Fate, bool]:
    return entry.kind, entry.fate, entry.draft


def _told(kind: str, fate: Fate, number: int, *, draft: bool, other: bool) -> str:
    """'2 sources added', '1 claim added as a draft', '1 draft claim changed', '1 other claim changed'."""
    name = names.kind(kind, number)
    if draft and fate is Fate.NEW:
        return f"{number} {name} added as {'a draft' if number == 1 else 'drafts'}"
    sort = "draft " if draft else "other " if other and fate is Fate.CHANGED else ""
    return f"{number} {sort}{name} {fate.verb}"
