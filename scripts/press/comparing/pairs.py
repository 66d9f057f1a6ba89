"""Which record of one state is which of the other, and what became of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from press import prose
from press.comparing.difference import Fate
from press.graph import Publication
from press.graph.lasting import public
from press.graph.references import targets
from press.load import Key
from press.records import KINDS, Claim, Fingerprint, Lesson, Record
from press.records.base import Loc, Ref
from press.records.life import Moved, Withdrawn
from press.records.places import places

Renames = Mapping[Key, str]
"""Kind and slug of a record that stands elsewhere now -> its slug now."""

_ORDER = {kind.KIND: index for index, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Pair:
    """One record before and after, under its name now; None where there is none.

    `was` is the slug that it had, '' where it had the same, and `why` what its old file says of its going.
    """

    kind: str
    slug: str
    old: Record | None
    new: Record | None
    fate: Fate
    was: str = ""
    why: str = ""

    @property
    def record(self) -> Record | None:
        """The record as it is now, else as it was."""
        return self.new or self.old

    @property
    def draft(self) -> bool:
        """Whether readers get neither state of it."""
        return not public(self.old) and not public(self.new)


def pairs(before: Publication, after: Publication, renames: Renames) -> tuple[Pair, ...]:
    """Every record of either state, in the site's order; `before` is as `under_new_names` gives it."""
    found = [each for each in _pairs(before, after, renames) if each.kind != Fingerprint.KIND]  # which no reader meets
    lines = {claim.slug: n for case in after.cases.values() for n, claim in enumerate(_in_order(after, case))}
    units = {slug: n for n, slug in enumerate(after.lessons)}
    order = {Claim.KIND: lines, Lesson.KIND: units}
    found.sort(key=lambda each: (_ORDER[each.kind], order.get(each.kind, {}).get(each.slug, 10_000), each.slug))
    return tuple(found)


def _pairs(before: Publication, after: Publication, renames: Renames) -> Iterator[Pair]:
    was = {(kind, now): slug for (kind, slug), now in renames.items()}
    for key in {**before.records, **after.records}:
        old, new = before.records.get(key), after.records.get(key)
        gone = after.gone.get((key[0], was.get(key, key[1])))
        if new is None:
            taken_back = isinstance(gone, Withdrawn)
            fate = Fate.WITHDRAWN if taken_back else Fate.UNREADABLE if key in after.unfit else Fate.GONE
        elif old is None:
            fate = Fate.READABLE if key in before.unfit else Fate.NEW
        else:
            fate = Fate.MOVED if key in was else _fate(old, new)
        yield Pair(*key, old, new, fate, was.get(key, ""), gone.why if gone else "")


def _fate(old: Record, new: Record) -> Fate:
    if public(old) == public(new) or not (hasattr(old, "status") and hasattr(new, "status")):
        return Fate.CHANGED
    return Fate.PUBLISHED if public(new) else Fate.HIDDEN


def moves(before: Publication, after: Publication) -> Renames:
    """The records that have another slug now: by what their old files say, or drafts that are the same but for it."""
    found = {}
    for (kind, slug), gone in after.gone.items():
        if isinstance(gone, Moved) and (kind, slug) in before.records and (kind, gone.to) in after.records:
            found[kind, slug] = gone.to
    lost = [key for key, old in before.records.items() if not public(old) and _absent(after, key)]
    new = {key: record for key, record in after.records.items() if key not in before.records} if lost else {}
    for kind, slug in lost:
        bare = before.records[kind, slug].model_copy(update={"slug": ""})
        same = (k for k, record in new.items() if k[0] == kind and record.model_copy(update={"slug": ""}) == bare)
        twin = next(same, None)
        if twin:
            found[kind, slug] = twin[1]
    return found


def _absent(after: Publication, key: Key) -> bool:
    return key not in after.records and key not in after.gone and key not in after.unfit


def under_new_names(before: Publication, renames: Renames) -> Publication:
    """The earlier state with the names of now for all that moved: a move is then no change of what names the record."""
    if not renames:
        return before
    records = {}
    for (kind, slug), record in before.records.items():
        now = renames.get((kind, slug), slug)
        records[kind, now] = _renamed(record, renames, now)
    return replace(before, records=records)


def _renamed(record: Record, renames: Renames, slug: str) -> Record:
    made = record if record.slug == slug else record.model_copy(update={"slug": slug})
    for place in places(record):
        if any(key in renames for key in targets(place)):
            made = _put(made, place.loc, _named_anew(place.value, renames, place.marker(Ref)))
    return made


def _named_anew(value: str, renames: Renames, ref: Ref | None) -> str:
    if ref:
        return renames[ref.kind, value]
    kind, _, slug = value.partition(":")
    if (kind, slug) in renames:
        return f"{kind}:{renames[kind, slug]}"
    return prose.addressed(value, lambda kind, slug: f"{kind}:{renames.get((kind, slug), slug)}")


def _put(value: Any, loc: Loc, text: str) -> Any:
    if not loc:
        return text
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        return (*value[:step], _put(value[step], rest, text), *value[step + 1 :])
    return value.model_copy(update={step: _put(getattr(value, step), rest, text)})


def _in_order(publication: Publication, case: Any) -> tuple[Any, ...]:
    try:
        return publication.claims_of(case)
    except AttributeError:  # a record with faults lacks what its place is read from
        return ()
