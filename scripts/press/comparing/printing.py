"""A difference as plain text, and as Markdown for a pull request, in which nobody's words are markup."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from press import showing
from press.comparing import names
from press.comparing.difference import Difference, Entry, Fate, Group, Line, Mark, Piece
from press.comparing.summing import summed
from press.pages.part.phrases import capital
from press.records import KINDS

_MOST_ENTRIES = 12  # new records of one kind, beyond claims, that are told one by one
_MOST_PAGES = 6  # pages of one sort that are named


@dataclass(frozen=True, slots=True)
class Form:
    """How a form writes what is told: a heading of a level, a point at a depth from 0, the pieces of both."""

    heading: Callable[[int, str], str]
    point: Callable[[int, str], str]
    piece: Callable[[Piece], str]
    place: Callable[[str], str]
    apart: str  # what keeps a note apart from what stands above it


def as_text(difference: Difference, notes: Iterable[str] = (), site: str = "", faults: int = 0) -> str:
    """For a terminal; the notes stand below the sum, `site` is the site's address or ''."""
    return _printed(difference, notes, faults, _text(site))


def as_markdown(difference: Difference, notes: Iterable[str] = (), site: str = "", faults: int = 0) -> str:
    """For the summary of a pull request."""
    return "## What this change does\n\n" + _printed(difference, notes, faults, _markdown(site))


def _text(site: str) -> Form:
    return Form(
        heading=lambda level, text: text if level > 2 else f"\n{text.upper() if level == 2 else text}",
        point=lambda depth, text: f"{'  ' * (depth + 1)}- {text}",
        piece=_text_piece,
        place=lambda address: f"{site}/{address}",
        apart="",
    )


def _text_piece(piece: Piece) -> str:
    text = showing.visible(piece.text)
    match piece.mark:
        case Mark.CUT if piece.instead:
            return f"[{text} → {showing.visible(piece.instead)}]"
        case Mark.CUT:
            return f"[cut: {text}]"
        case Mark.ADDED:
            return f"[added: {text}]"
    return text


def _markdown(site: str) -> Form:
    return Form(
        heading=lambda level, text: f"\n{'#' * (level + 1)} {text}\n",
        point=lambda depth, text: f"{'  ' * depth}- {text}",
        piece=_markdown_piece,
        place=lambda address: f"<{site}/{address}>" if site else f"`/{address}`",
        apart="\n",
    )


def _markdown_piece(piece: Piece) -> str:
    text = showing.plain(showing.visible(piece.text))
    match piece.mark:
        case Mark.CUT:
            instead = f" **{showing.plain(showing.visible(piece.instead))}**" if piece.instead else ""
            return f"~~{text}~~{instead}"
        case Mark.ADDED | Mark.STRONG:
            return f"**{text}**"
        case Mark.COMMAND:
            return f"`{piece.text}`"  # made of names and fixed words alone
    return text


def _printed(difference: Difference, notes: Iterable[str], faults: int, form: Form) -> str:
    parts = [form.piece(Piece(summed(difference, faults), Mark.STRONG))]
    parts += [f"{form.apart}{form.piece(Piece(note))}" for note in notes]
    for kind in KINDS:
        found = [each for each in difference.entries if each.kind == kind.KIND]
        if found:
            parts.append(form.heading(2, capital(names.kind(kind.KIND, 2))))
            parts += _entries(found, form)
    if difference.lessons:
        parts.append(form.heading(2, "Lessons that use it"))
        for lesson in difference.lessons:
            place = " (draft)" if lesson.draft else f" · {form.place(lesson.address)}"
            parts.append(form.point(0, f"{form.piece(Piece(lesson.name))}{place}"))
            parts += [each for line in lesson.lines for each in _line(line, form, 1)]
    parts += _pages(difference, form)
    return "\n".join(parts).replace("\n\n\n", "\n\n") + "\n"


def _entries(found: list[Entry], form: Form) -> Iterator[str]:
    """Each record; new ones that need no reading stand in one list, and not all of a long one."""
    short = [each for each in found if each.fate is Fate.NEW and each.kind != "claim"]
    shown = short[:_MOST_ENTRIES]
    for entry in found:
        if entry in short and entry not in shown:
            continue
        yield form.heading(3, _head(entry, form))
        yield from (each for line in entry.lines for each in _line(line, form, 0))
    if len(short) > len(shown):
        yield form.heading(3, f"and {len(short) - len(shown)} more that are new")


def _head(entry: Entry, form: Form) -> str:
    state = entry.fate.heading + (", draft" if entry.draft else "")
    place = f" · {form.place(entry.address)}" if entry.address and not entry.draft else ""
    return f"{form.piece(Piece(entry.name))} ({state}){place}"


def _line(line: Line, form: Form, depth: int) -> Iterator[str]:
    yield form.point(depth, "".join(map(form.piece, line.pieces)))
    for each in line.under:
        yield from _line(each, form, depth + 1)


def _pages(difference: Difference, form: Form) -> Iterable[str]:
    groups = difference.touched.groups
    if not groups:
        return
    number = sum(len(group.pages) for group in groups)
    yield form.heading(2, f"Pages that read differently ({number})")
    if not difference.touched.whole:
        yield form.point(0, "Faults keep the pages from being planned; these are the ones that name what changed.")
    yield from (form.point(0, _group(group, form)) for group in groups)


def _group(group: Group, form: Form) -> str:
    shown = [f"{form.place(address)}{f' ({state})' if state else ''}" for address, state in group.pages[:_MOST_PAGES]]
    more = len(group.pages) - len(shown)
    tail = f" and {more} more" if more else ""
    return f"{capital(group.name)}: {', '.join(shown)}{tail}"
