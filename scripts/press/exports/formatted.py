"""Prose as paragraphs of spans, for writers that do not print HTML."""

from dataclasses import dataclass
from html.parser import HTMLParser

from press import prose

_SORTS = {"h3", "h4", "pre", "blockquote", "ul", "ol"}
_BLOCKS = {"p", "li", "h3", "h4", "pre"}


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one look; `language` is that of the text where it is not ours."""

    text: str
    bold: bool = False
    slanted: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: `sort` is the name of its HTML element, `number` its place in a numbered list or 0."""

    sort: str
    number: int
    spans: tuple[Span, ...]


def passages(text: str) -> tuple[Passage, ...]:
    """Markdown as paragraphs; of a link only its words are left."""
    reader = _Reader()
    reader.feed(prose.printed(text))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Reads what `prose` makes: well-formed, and of few elements."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Passage] = []
        self._spans: list[Span] = []
        self._open: list[str] = []
        self._counts: list[int] = []

    @property
    def found(self) -> tuple[Passage, ...]:
        """What was read."""
        return tuple(self._found)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._spans.append(Span("\n"))
            return
        if tag in ("ul", "ol"):
            self._end()
            self._counts.append(0)
        elif tag == "li":
            self._counts[-1] += 1
        if tag != "hr":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
        if tag in ("ul", "ol"):
            self._counts.pop()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag)]

    def handle_data(self, data: str) -> None:
        text = data if "pre" in self._open else data.replace("\n", " ")
        if text.strip() or self._spans:
            self._spans.append(Span(text, bold="strong" in self._open, slanted="em" in self._open))

    def _end(self) -> None:
        """A paragraph is whole: it is what the innermost list, quotation or heading around it is."""
        spans, self._spans = tuple(self._spans), []
        if any(span.text.strip() for span in spans):
            sort = next((tag for tag in reversed(self._open) if tag in _SORTS), "p")
            number = self._counts[-1] if sort == "ol" and self._counts else 0
            self._found.append(Passage(sort, number, spans))
