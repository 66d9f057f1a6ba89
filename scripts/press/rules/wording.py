"""Our own words, cut into sentences, without what we quote."""

import re
from collections.abc import Iterator

from press.records import Record
from press.records.base import Others, Own
from press.records.places import Place, places

# Words that end in a full stop without ending a sentence.
_SHORT = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "maj", "sen", "rep", "vs", "cf", "approx")
)
_DOTTED = re.compile(r"(?:^|[\s(“\"‘\[])(?:[^\W\d_]\.)+$")  # initials, U.S., e.g.
_END = re.compile(r"[.!?…]+(?:\]\([^)\s]*\)|[”\"’)\]*_])*\s+(?=(?P<opening>[“\"‘(\[*_]*)(?P<next>\S))")
_BLOCK = re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s+")

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
# A line's end inside a paragraph: not before an empty line, an item of a list, a heading or a link's definition.
_WRAPPED = re.compile(r"(?<!\n)\n(?! *(?:\n|[-*+>#\[]|\d+[.)]))")
_DEFINITION = re.compile(r"^ *\[[^\]]+\]:.*$", re.MULTILINE)
_TARGET = re.compile(r"\]\(\s*<?(?:(voice|source):[^)\s]*|[^)]*)\)")
_BARE = re.compile(r"<https?:[^>]*>")

VOICE = "](voice)"
SOURCE = "](source)"


def sentences(text: str) -> list[str]:
    """The sentences of a text.

    A sentence ends with '.', '!', '?' or '…' (quotation marks, brackets and link targets may follow) before white
    space and a capital letter or digit. Initials, 'U.S.' and titles such as 'Dr.' do not end one, 'No.' before a
    digit neither. An empty line and the start of a list's item always end one.
    """
    return [each for block in _BLOCK.split(text) for each in _of_block(block)]


def _of_block(block: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(block):
        if _ends_sentence(block[: match.start() + 1], match):
            yield block[start : match.end()].strip()
            start = match.end()
    if rest := block[start:].strip():
        yield rest


def _ends_sentence(before: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit()):
        return False
    if match[0][0] != ".":
        return True
    word = re.split(r"[\s(“\"‘\[]", before[:-1])[-1].lower()
    if word == "no":
        return not following.isdigit()
    return word not in _SHORT and not _DOTTED.search(before)


def spoken(text: str) -> list[str]:
    """The sentences of our words: quotations are emptied, and links keep no more than that they lead to a voice
    or a source (`](voice)`, `](source)`)."""
    text = _BARE.sub("", _DEFINITION.sub("", text))
    text = _TARGET.sub(lambda link: f"]({link[1] or ''})", text)
    return sentences(_QUOTED.sub(_emptied, text))


def _emptied(quotation: re.Match[str]) -> str:
    text = quotation[0]
    links = "".join(f"[{link}" for link in re.findall(r"\]\((?:voice|source)\)", text))
    end = text[-2] if text[-2] in ".!?…" else ""
    return text[0] + links + end + text[-1]


def phrases(text: str) -> list[str]:
    """What a text quotes, without the marks."""
    return [each[1:-1] for each in re.findall(r"“[^“”]*”|\"[^\"]*\"", text)]


def own(record: Record) -> Iterator[Place]:
    """Every string of a record that is our own words."""
    return (place for place in places(record) if place.marker(Own))


def shown(record: Record) -> Iterator[Place]:
    """Every string of a record that readers see, ours or others'."""
    return (place for place in places(record) if place.marker(Own) or place.marker(Others))


def joined(text: str) -> str:
    """The text with the lines of a paragraph joined, as a page shows them; lists and definitions keep their lines."""
    return _WRAPPED.sub(" ", text).replace("\u00a0", " ")
