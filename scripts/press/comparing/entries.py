"""One entry for each record that differs, with what is told of it."""

from collections.abc import Iterator

from press import addresses
from press.comparing import claims, names
from press.comparing.added import added
from press.comparing.difference import Entry, Fate, Line, Mark, Piece, line, strong
from press.comparing.evidence import counts
from press.comparing.fields import changes, told, unread
from press.comparing.pairs import Pair
from press.graph import Publication
from press.graph.lasting import public
from press.pages.part.phrases import listed
from press.records import Claim, Record, Term
from press.records.vocabulary import CorrectionKind

_MOST = 14  # lines about one record; a pull request shows the rest itself


def entry(before: Publication, after: Publication, pair: Pair, fresh: frozenset[str]) -> Entry | None:
    """What is told of a record, None where nothing is that anybody reads; `fresh` are the corrections that are new."""
    record = pair.record
    if record is None or (pair.old == pair.new and not isinstance(record, Claim) and pair.fate is Fate.CHANGED):
        return None
    lines = list(_lines(before, after, pair, fresh))
    if pair.old and pair.new and (lacking := [each for each in unread(pair.new) if each not in unread(pair.old)]):
        lines.append(line(f"Not read, because of a fault: {listed(lacking)}."))
    if not lines and pair.fate is Fate.CHANGED:
        return None
    return Entry(
        kind=pair.kind,
        slug=pair.slug,
        name=names.called(after if pair.new else before, record),
        address=_address(record) if pair.new else "",
        fate=pair.fate,
        draft=pair.draft,
        finding=_finding(before, after, pair.old, pair.new),
        lines=_capped(lines),
    )


def _address(record: Record) -> str:
    try:
        return addresses.stands(record)
    except AttributeError:  # an omission with faults names no case
        return ""


def _capped(lines: list[Line]) -> tuple[Line, ...]:
    if len(lines) <= _MOST:
        return tuple(lines)
    return (*lines[: _MOST - 1], line(f"and {len(lines) - _MOST + 1} more changes"))


def _finding(before: Publication, after: Publication, old: Record | None, new: Record | None) -> bool:
    """Whether a claim's finding is another one; for one with faults that cannot be told."""
    if not (isinstance(old, Claim) and isinstance(new, Claim)):
        return False
    try:
        return claims.found_otherwise(before, after, old, new)
    except AttributeError:
        return False


def _fate(after: Publication, pair: Pair) -> Iterator[Line]:
    """What happened to the record as a whole."""
    name = f"{pair.kind}:{pair.was or pair.slug}"
    match pair.fate:
        case Fate.MOVED if pair.why:
            yield line(strong("Moved"), f" from {name}: {pair.why}")
        case Fate.MOVED:
            yield line(strong("Renamed,"), f" from {name}; it was a draft, so nobody was given its address.")
        case Fate.WITHDRAWN:
            yield line(strong("Withdrawn:"), f" {pair.why}")
            if not any(each.corrects == name for each in after.corrections):
                command = Piece(f"./press correct {name} --kind withdrawal", Mark.COMMAND)
                yield line(strong("No correction tells readers of this."), " Write one: ", command)
        case Fate.GONE if public(pair.old):
            ways = Piece(f"./press withdraw {name} --why …", Mark.COMMAND)
            yield line(strong("Nothing answers at its address any more."), " Put the file back, then: ", ways)
        case Fate.HIDDEN:
            yield line(strong("Readers do not get it any more."), " Publish it again, or withdraw it.")
        case Fate.UNREADABLE:
            yield line("Its file has a fault; it is told below.")
        case Fate.READABLE:
            yield line("Its file had a fault before, so what changed in it cannot be told.")


def _lines(before: Publication, after: Publication, pair: Pair, fresh: frozenset[str]) -> Iterator[Line]:
    """All that is told; of a record with faults, as far as it can be read."""
    yield from _read(_fate(after, pair))
    old, new = pair.old, pair.new
    if isinstance(old, Claim) and isinstance(new, Claim):
        yield from _claim(before, after, (old, new), fresh)
    elif old and new:
        yield from _read(told(before, after, pair.kind, change) for change in changes(old, new))
        if isinstance(new, Term) and old != new and pair.fate is not Fate.MOVED:
            yield line("Its gloss is shown wherever a page first uses the word.")
    elif new:
        yield from _read(added(after, new))
    elif isinstance(old, Claim):
        yield from _read(iter((claims.still(old),)))


def _read(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, up to where the record lacks what is told."""
    try:
        yield from lines
    except AttributeError:
        yield line("More of it cannot be read, because of a fault.")


def _claim(
    before: Publication, after: Publication, states: tuple[Claim, Claim], fresh: frozenset[str]
) -> Iterator[Line]:
    """The finding first, if anything of the claim is told at all."""
    old, new = states
    parts = claims.changed(before, after, old, new) if old != new else (counts(before, after, old, new),)
    rest = [each for part in parts for each in _read(part)]
    found = list(_read(claims.findings(before, after, old, new)))
    otherwise = _finding(before, after, old, new)
    if rest or otherwise or len(found) > 1:
        yield from found
        kind = CorrectionKind.FINDING if otherwise else CorrectionKind.EVIDENCE
        if public(old) and (otherwise or claims.carried_otherwise(old, new)):
            yield from _read(claims.untold(after, new, fresh, kind))
        yield from dict.fromkeys(rest)
