"""Two states of a text, told by the words that changed and a few around them."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from press.comparing.difference import Line, Mark, Piece, line, strong
from press.pages.part.phrases import counted, quoted, shortened

_AROUND = 6  # words that are shown on each side of a change
_CHANGES = 4  # changes of one text that are shown
_LONGEST = 24  # words of one cut or addition that are shown
_LIKE = 0.4  # a text that is less like the other than this is told as another one


def reworded(name: str, before: str, after: str) -> Line:
    """How a text changed: 'Short answer: … the door shut at [six → five] on …', or both texts where little stayed."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _LIKE:
        return line(strong(f"{name}:"), " written anew", under=(_whole("was", before), _whole("now", after)))
    places = list(matcher.get_grouped_opcodes(_AROUND))
    shown = [piece for place in places for piece in _shown(old, new, place)]
    ends = not places or places[-1][-1][2] == len(old)
    return line(strong(f"{name}:"), *(piece for each in _first(shown, ends=ends) for piece in (Piece(" "), each)))


def _first(pieces: list[Piece], *, ends: bool) -> Iterator[Piece]:
    """The first changes, with the words around them; `ends` says whether the text ends where the pieces do."""
    changes = [index for index, piece in enumerate(pieces) if piece.mark is not Mark.PLAIN]
    more = len(changes) - _CHANGES
    if more <= 0:
        yield from pieces if ends else (*pieces, Piece("…"))
        return
    yield from pieces[: changes[_CHANGES - 1] + 1]
    yield Piece(f"… and {counted(more, 'more change')} in this text")


def alike(before: str, after: str) -> float:
    """How alike two texts are, from 0 to 1, by their words."""
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()


def _whole(name: str, text: str) -> Line:
    return line(f"{name}: {quoted(shortened(text, 240))}")


def _shown(old: list[str], new: list[str], place: list[tuple[str, int, int, int, int]]) -> Iterator[Piece]:
    """One change, or several near each other, with the words around."""
    if place[0][1] > 0:
        yield Piece("…")
    for tag, a, b, c, d in place:
        if tag == "equal":
            yield Piece(" ".join(old[a:b]))
        elif tag == "insert":
            yield Piece(_run(new[c:d]), Mark.ADDED)
        else:
            yield Piece(_run(old[a:b]), Mark.CUT, _run(new[c:d]))


def _run(words: list[str]) -> str:
    if len(words) <= _LONGEST:
        return " ".join(words)
    half = _LONGEST // 2
    return f"{' '.join(words[:half])} … {' '.join(words[-half:])}"
