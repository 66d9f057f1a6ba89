"""Hard words in finished HTML: the first one of each on a page becomes a link to where it is explained.

Only our own running text is touched: no heading, no link, no label, no quotation, no text in another language.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from press import addresses
from press.prose import ROOT
from press.records import Term

CLASS = "term"

# Elements whose words stay as they are: what is clicked, what names something, what somebody else wrote.
_ELEMENTS = (
    "a|b(?:lockquote|utton)|c(?:aption|ite|ode)|d(?:fn|t)|fieldset|h[1-6]|kbd|label|nav|pre|q|"
    "s(?:amp|cript|elect|tyle|ummary|vg)|t(?:extarea|h|itle)"
)
# Classes of ours with the same meaning: unseen text, the stamps, the lines above a heading, a title put into English.
_CLASSES = "vh|so|said|conf|siglum|crumb|who|gloss"
_BLOCKS = (
    "article|aside|blockquote|br|caption|d[dlt]|details|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6]|header|hr|"
    "li|main|nav|[ou]l|p(?:re)?|section|summary|t(?:able|body|d|h|head|r)"
)

_TAG = re.compile(r"<[^>]*>")
_NAME = re.compile(r"<([a-z][a-z0-9]*)")
_SHUT_ELEMENT = re.compile(rf"<({_ELEMENTS})(?=[\s>])")
_SHUT_ATTRIBUTE = re.compile(rf' (?:lang="(?!en["-])|class="(?:[^"]* )?(?:{_CLASSES})[ "])')
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?=[\s>])[^>]*>")
_LINKED = re.compile(rf'href="[^"]*?({re.escape(addresses.TERMS)}#[a-z0-9-]+)"')
_WORD_GOES_ON = re.compile(rf"(?:</?(?!(?:{_BLOCKS})[\s>])[a-z][^>]*>)+[\w‐‑-]")
_WORD_BEGAN = re.compile(r"[\w‐‑-]$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…][)’”]*)\s*\(?$")
_PAIRS = (("“", "”"), ("„", "”"), ("«", "»"))
_STRAIGHT = re.compile(r'"|&(?:quot|#34);')
_CLOSED = re.compile(r"’(?!\w)")  # not the one in “children’s”
_HYPHENS = str.maketrans({"‐": "-", "‑": "-"})


class Glossary:
    """The words of a publication's terms, ready to be found."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._entries: dict[str, str] = {}
        for term in terms:
            if not term.only_linked:
                for word in (term.name, *term.also):
                    key = _key(escape(word, quote=False))
                    if len(key) > 1:
                        self._entries.setdefault(key, addresses.of(term))
        self._words = _pattern(self._entries) if self._entries else None

    def linked(self, html: str) -> str:
        """The same HTML with the first occurrence of each term in running text linked to its entry.

        Behind a link to its entry a term stays as it is, so doing it twice changes nothing more.
        """
        pieces: list[str] = []
        at = 0
        for start, end, entry in self._places(html):
            pieces += (html[at:start], f'<a class="{CLASS}" href="{ROOT}{entry}">', html[start:end], "</a>")
            at = end
        return "".join((*pieces, html[at:])) if pieces else html

    def _places(self, html: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and entry of each word to link, in the order of the page."""
        if not self._words:
            return
        linked: dict[str, int] = {}
        for link in _LINKED.finditer(html):
            linked.setdefault(link[1], link.start())
        words = (found for begin, stop in _open(html) for found in self._words.finditer(html, begin, stop))
        for found in words:
            start, end = found.span(1)
            entry = self._entries.get(found[1]) or self._entry_of_variant(html, start, end)
            if entry and linked.get(entry, end) >= end and _runs(html, start, end):
                linked[entry] = start
                yield start, end, entry

    def _entry_of_variant(self, html: str, start: int, end: int) -> str | None:
        """The entry of a word that is spelled with another hyphen or space, or of a noun with a capital or a plural."""
        word = _key(html[start:end])
        entry = self._entries.get(word)
        if entry or (word[0].isupper() and not _SENTENCE_BEGINS.search(_before(html, start))):
            return entry
        small = word[0].lower() + word[1:]
        return self._entries.get(small) or self._entries.get(small.removesuffix("s"))


def _key(word: str) -> str:
    return " ".join(word.removeprefix("the ").translate(_HYPHENS).split())


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A word behind a space, a tag, a bracket or a dash; the longest that fits.

    Nearly all words of a page are none of ours, and their first two letters have to turn them away. So what follows is
    grouped by the second letter; a first letter that does not fit it is found out when the word turns out no entry.
    """
    known = sorted(words, key=lambda word: (-len(word), word))
    firsts = "".join(sorted({word[0] + word[0].upper() if word.islower() else word[0] for word in known}))
    by_second: dict[str, list[str]] = {}
    for word in known:
        by_second.setdefault(_letter(word[1:2]), []).append(_rest(word))
    rests = "|".join(f"[{second}](?:{'|'.join(rest)})" for second, rest in by_second.items())
    return re.compile(rf"[\s>(\[—–]([{re.escape(firsts)}](?:{rests}))(?![\w‐‑-]|\.\w)")


def _letter(letter: str) -> str:
    """The letter inside a character class: any hyphen for a hyphen, any space for a space."""
    return {"-": r"\-‐‑", " ": r"\s"}.get(letter, re.escape(letter))


def _rest(word: str) -> str:
    """What follows the second letter, as a pattern that takes the plural of a noun as well."""
    rest = "".join(f"[{_letter(each)}]+" if each in "- " else re.escape(each) for each in word[2:])
    return rest + ("s?" if word.islower() and word[-1].isalpha() and word[-1] not in "sy" else "")


def _open(html: str) -> Iterator[tuple[int, int]]:
    """Where the stretches begin and end in which words may be linked; each begins with the last character of a tag."""
    shut = [(element.start(), element[1]) for element in _SHUT_ELEMENT.finditer(html)]
    for attribute in _SHUT_ATTRIBUTE.finditer(html):
        tag = html.rfind("<", 0, attribute.start())
        name = _NAME.match(html, tag) if tag > html.rfind(">", 0, attribute.start()) else None
        if name:
            shut.append((tag, name[1]))
    begin = 0
    for start, name in sorted(shut):
        if start >= begin:
            yield begin, start
            begin = _end(html, name, start) - 1
    yield begin, len(html)


def _end(html: str, name: str, start: int) -> int:
    """Where the element `name` ends that begins at `start`; the text's end where nothing closes it."""
    closing = f"</{name}>"
    close = html.find(closing, start)
    opened = _opened(html, name, start + 1, close) if close >= 0 and name != "a" else 0  # a link is never in a link
    while opened:
        following = html.find(closing, close + 1)
        if following < 0:
            return len(html)
        opened += _opened(html, name, close, following) - 1
        close = following
    return close + len(closing) if close >= 0 else len(html)


def _opened(html: str, name: str, start: int, end: int) -> int:
    return html.count(f"<{name} ", start, end) + html.count(f"<{name}>", start, end)


def _runs(html: str, start: int, end: int) -> bool:
    """Whether the word is text, is whole across the tags beside it, and stands in no quotation marks."""
    if html.rfind("<", 0, start) > html.rfind(">", 0, start) or _WORD_GOES_ON.match(html, end):
        return False
    before = _before(html, start)
    return not (_WORD_BEGAN.search(before) or _quoted(before))


def _before(html: str, start: int) -> str:
    """The text between the beginning of the word's block and the word."""
    for reach in (400, start):
        window = html[max(0, start - reach) : start]
        ends = [block.end() for block in _BLOCK.finditer(window)]
        if ends:
            return _TAG.sub("", window[ends[-1] :])
    return _TAG.sub("", window)


def _quoted(before: str) -> bool:
    """Whether a quotation mark is open at the text's end."""
    single = before.rfind("‘")
    return (
        any(before.rfind(opening) > before.rfind(closing) for opening, closing in _PAIRS)
        or (single >= 0 and not _CLOSED.search(before, single))
        or len(_STRAIGHT.findall(before)) % 2 == 1
    )
