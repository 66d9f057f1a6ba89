"""The lessons that use what changed, and the versions of claims that they were written for."""

from collections.abc import Iterator

from press import addresses
from press.comparing import names
from press.comparing.difference import Entry, Fate, Line, Taught, line, strong
from press.graph import Publication
from press.graph.lasting import public
from press.graph.references import targets
from press.load import Key
from press.records import Claim, Item, Lesson, Record, Story
from press.records.places import places

_USED = (Claim.KIND, Item.KIND, Story.KIND)


def taught(after: Publication, entries: tuple[Entry, ...]) -> Iterator[Taught]:
    """Each lesson that was there before, in the order of the unit, and uses a claim, question or story that differs."""
    differs = {(each.kind, each.slug): each for each in entries if each.kind in _USED and each.fate is not Fate.NEW}
    new = {each.slug for each in entries if each.kind == Lesson.KIND and each.fate is Fate.NEW}
    for lesson in after.lessons.values():
        lines = tuple(_lines(after, lesson, differs)) if lesson.slug not in new else ()
        if lines:
            yield Taught(names.called(after, lesson), addresses.of(lesson), not public(lesson), lines)


def _lines(after: Publication, lesson: Lesson, differs: dict[Key, Entry]) -> Iterator[Line]:
    pins = {each.claim: each.version for each in getattr(lesson, "claims", ()) if hasattr(each, "version")}
    for key in _names(after, lesson):
        entry = differs.get(key)
        if entry is None:
            continue
        claim = after.claims.get(key[1]) if key[0] == Claim.KIND else None
        if claim is None or claim.slug not in pins:
            used = f"It uses a {names.kind(key[0])} that is {entry.fate.verb}:"
            yield line(strong(used), f" {names.named(after, *key)}")
        else:
            pinned = _pinned(pins[claim.slug], _version(after, claim), entry)
            yield line("It teaches ", names.named(after, Claim.KIND, claim.slug), f": {pinned}")


def _version(after: Publication, claim: Claim) -> int:
    try:
        return after.version(claim)
    except AttributeError:  # a correction with faults does not say of what kind it is
        return 0


def _pinned(pin: int, version: int, claim: Entry) -> str:
    if pin < version:
        again = f"Read the lesson again, then set 'version: {version}' in it."
        return f"written for version {pin}, and the claim is at version {version} now. {again}"
    if claim.finding:
        return f"written for version {pin}, with the finding of before. A correction makes the claim version {pin + 1}."
    return f"written for version {pin}, which the claim still has."


def _names(after: Publication, lesson: Lesson) -> tuple[Key, ...]:
    """What the lesson names, and what its questions name, each once."""
    direct = [key for key in _targets(lesson) if key[0] in _USED]
    behind = [key for kind, slug in direct if kind == Item.KIND and slug in after.items for key in _of(after, slug)]
    return tuple(dict.fromkeys((*direct, *behind)))


def _of(after: Publication, item: str) -> list[Key]:
    return [key for key in _targets(after.items[item]) if key[0] == Claim.KIND]


def _targets(record: Record) -> list[Key]:
    return [key for place in places(record) for key in targets(place)]
