"""What old addresses say of records that are gone, where they say something else now."""

from collections.abc import Iterator

from press import addresses
from press.comparing import names
from press.comparing.difference import Entry, Fate, Line, line, strong
from press.comparing.fields import changes, told
from press.comparing.pairs import Renames
from press.graph import Publication
from press.pages.part.phrases import quoted
from press.records.life import Moved, Withdrawn

Gone = Moved | Withdrawn


def departed(before: Publication, after: Publication, renames: Renames) -> Iterator[Entry]:
    """One entry for each name that was left before, or of which nothing was known, and that is told of otherwise."""
    for key in sorted({*before.gone, *after.gone}):
        was, now = before.gone.get(key), after.gone.get(key)
        if key in before.records or key in after.records or {key} & (before.unfit | after.unfit):
            continue
        if isinstance(was, Moved):
            was = was.model_copy(update={"to": renames.get((key[0], was.to), was.to)})
        if was != now:
            fate = Fate.GONE if now is None else Fate.CHANGED if was else _fate(now)
            lines = tuple(_lines(before, after, key[0], was, now))
            yield Entry(*key, quoted(key[1]), addresses.old(*key) if now else "", fate, False, False, lines)


def _fate(now: Gone) -> Fate:
    return Fate.MOVED if isinstance(now, Moved) else Fate.WITHDRAWN


def _lines(before: Publication, after: Publication, kind: str, was: Gone | None, now: Gone | None) -> Iterator[Line]:
    if now is None:
        yield line("Nothing answers at its old address any more. Put the file back.")
    elif isinstance(was, type(now)):
        yield from (told(before, after, "gone", each) for each in changes(was, now))
    elif isinstance(now, Moved):
        yield line(strong("Its address leads to:"), f" {names.named(after, kind, now.to)}. {now.why}")
    else:
        yield line(strong("Its address says that it was withdrawn:"), f" {now.why}")
