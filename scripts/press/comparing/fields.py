"""The fields of two states of a record, side by side: every value that differs, with the entry that it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Annotated, Any, get_args, get_origin

from press.comparing import names
from press.comparing.difference import Line, line, strong
from press.comparing.words import alike, reworded
from press.graph import Publication
from press.pages.part.phrases import quoted, shortened
from press.records.base import Marker, Part
from press.records.case import Paragraph, Segment
from press.records.counted import Counted
from press.records.route import Route, Step

Way = tuple[str, ...]  # the names of fields, outermost first

_UNREAD = object()  # stands for a field that a record with faults lacks
_DERIVED = {("slug",), ("status",)}  # told by what became of the record
_UNSEEN = {"prefix", "suffix", "sha256"}  # no page shows them
_KEYS = ("id", "number", "sentence", "route", "claim", "code", "measure", "word", "question")
_SAME_TEXT = 0.5  # two entries of a list that are less alike are one taken out and another put in


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after, None where there is none.

    `path` names the fields that it stands in, outermost first; `entries` are the entries of the lists on that way.
    """

    path: Way
    entries: tuple[Part, ...]
    before: Any
    after: Any
    markers: tuple[Marker, ...] = ()


Left = Callable[[Way], bool]
"""Whether a path is told elsewhere."""


def changes(old: Part, new: Part, left_out: Left = lambda _: False) -> Iterator[Change]:
    """Every value that differs, in the order of the model's fields."""
    for change in _in_part(old, new, (), ()):
        if change.path not in _DERIVED and change.path[-1] not in _UNSEEN and not left_out(change.path):
            yield change


def unread(part: Part) -> tuple[str, ...]:
    """The fields that a record with faults lacks."""
    return tuple(name for name in type(part).model_fields if getattr(part, name, _UNREAD) is _UNREAD)


def _in_part(old: Part, new: Part, path: Way, entries: tuple[Part, ...]) -> Iterator[Change]:
    for name, info in type(new).model_fields.items():
        before, after = getattr(old, name, _UNREAD), getattr(new, name, _UNREAD)
        if before is not _UNREAD and after is not _UNREAD and before != after:
            yield from _in_value(info.annotation, tuple(info.metadata), before, after, (*path, name), entries)


def _in_value(
    annotation: Any, metadata: tuple[Any, ...], before: Any, after: Any, path: Way, entries: tuple[Part, ...]
) -> Iterator[Change]:
    annotation, metadata = _bare(annotation, metadata)
    if isinstance(before, Part) and isinstance(after, Part) and type(before) is type(after):
        yield from _in_part(before, after, path, entries)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _in_list(get_args(annotation)[0] if get_args(annotation) else None, before, after, path, entries)
    else:
        yield Change(path, entries, before, after, tuple(each for each in metadata if isinstance(each, Marker)))


def _in_list(
    item: Any, before: tuple[Any, ...], after: tuple[Any, ...], path: Way, entries: tuple[Part, ...]
) -> Iterator[Change]:
    old, new = ([each for each in side if each is not None] for side in (before, after))
    for was, now in paired(old, new):
        if was == now:
            continue
        within = (*entries, now) if isinstance(now, Part) else entries
        if was is None or now is None:
            _, metadata = _bare(item, ())
            yield Change(path, entries, was, now, tuple(each for each in metadata if isinstance(each, Marker)))
        else:
            yield from _in_value(item, (), was, now, path, within)


def paired(old: list[Any], new: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The entries of a list before and after: by what names them, else by where they stand and how alike they are."""
    key = next((key for key in _KEYS if _names_each(old, key) and _names_each(new, key)), None)
    if key and (old or new):
        was = {getattr(each, key): each for each in old}
        now = {getattr(each, key): each for each in new}
        yield from ((was[name], each) for name, each in now.items() if name in was)
        lost, found = ([each for name, each in a.items() if name not in b] for a, b in ((was, now), (now, was)))
        yield from _by_likeness(lost, found)
        return
    numbers: dict[Any, int] = {}
    ids = [[numbers.setdefault(_frozen(each), len(numbers)) for each in side] for side in (old, new)]
    for tag, a, b, c, d in SequenceMatcher(None, *ids, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _by_likeness(old[a:b], new[c:d])


def _by_likeness(old: list[Any], new: list[Any]) -> Iterator[tuple[Any, Any]]:
    left = list(old)
    for now in new:
        scored = [(_likeness(was, now), -index) for index, was in enumerate(left)]
        best, index = max(scored, default=(0.0, 0))
        yield (left.pop(-index) if best >= _SAME_TEXT else None), now
    yield from ((was, None) for was in left)


def _likeness(was: Any, now: Any) -> float:
    if isinstance(was, Part) and isinstance(now, Part):
        names = [name for name in type(now).model_fields if getattr(now, name, None) or getattr(was, name, None)]
        return sum(_likeness(getattr(was, name, None), getattr(now, name, None)) for name in names) / (len(names) or 1)
    if isinstance(was, str) and isinstance(now, str) and " " in was + now:
        return alike(was, now)
    if isinstance(was, tuple) and isinstance(now, tuple) and (was or now):
        return sum(map(_likeness, was, now)) / max(len(was), len(now))
    return float(was == now)


def _names_each(side: list[Any], key: str) -> bool:
    if not all(isinstance(each, Part) and key in type(each).model_fields for each in side):
        return False
    found = [getattr(each, key, None) for each in side]
    return len(set(found)) == len(found) and None not in found


def _frozen(each: Any) -> Any:
    """Something that is equal where the entry is; a part with faults cannot be hashed."""
    return repr(each)


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without what is written around it: `Slug | None` holds a marked string."""
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        metadata = (*metadata, *more)
    for arm in get_args(annotation) if get_origin(annotation) is not tuple else ():
        if get_origin(arm) is Annotated:
            metadata = (*metadata, *get_args(arm)[1:])
    return annotation, metadata


def told(before: Publication, after: Publication, kind: str, change: Change) -> Line:
    """A change in a reader's words."""
    name = names.field(kind, change.path) + "".join(_which(after, each, change) for each in change.entries)
    if change.before is None or change.after is None:
        added = change.before is None
        shown = names.value(after if added else before, change.after if added else change.before, change.markers)
        return line(strong(f"{name}:"), f" {'added' if added else 'taken out'}: {shown}")
    if names.is_words(change.markers) and isinstance(change.before, str) and isinstance(change.after, str):
        was, now = (names.plain(each, change.markers) for each in (change.before, change.after))
        if was == now:
            return line(strong(f"{name}:"), " the same words; a link, its target or an emphasis changed")
        return reworded(name, was, now)
    was = names.value(before, change.before, change.markers)
    now = names.value(after, change.after, change.markers)
    return line(strong(f"{name}:"), f" {was} → {now}")


def _which(publication: Publication, entry: Part, change: Change) -> str:
    """Which entry of a list it is; nothing where what changed says so itself."""
    match entry:
        case Paragraph(number=0):
            return ", standfirst"
        case Paragraph(number=number):
            return f", paragraph {number}"
        case Segment(sentence=number):
            return f", sentence {number}"
        case Route(route=route):
            return f", {route.label.lower()}"
        case Counted(measure=measure):
            return f", {measure.label.lower()}"
        case Step(title=title):
            return f", {quoted(title)}"
    words = names.first_words(entry)
    itself = words and change.after == words.value
    return "" if itself else f", {shortened(names.gist(publication, entry), 70)}"
