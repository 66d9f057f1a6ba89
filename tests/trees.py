"""HTML written in one normal form, so that two pages differ only where their trees do."""

import re
import textwrap
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree, html

WIDTH = 110
# What stands inside a line of text; every other element begins a line of its own.
INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "kbd", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "time", "svg", "path", "circle"}  # a glyph stands in its line
)
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])
DOCTYPE = "<!doctype html>"
ONE_LINE = "\u2028"  # stands for a space that must not be broken; no page holds it


def printed(body: str) -> str:
    """The HTML of a page's body, or of a whole document, one block a line, indented; runs of white space are one space.

    White space between words stays, so a page whose words run together differs.
    """
    if body.startswith(DOCTYPE):
        lines = [DOCTYPE, *_block(html.document_fromstring(body), 0)]
    else:
        lines = [*_parts(html.fragment_fromstring(body, create_parent="main"), 0)]
    return "\n".join(lines).replace(ONE_LINE, " ") + "\n"


def _block(element: etree._Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if element.tag == "pre":
        yield indent + etree.tostring(element, encoding="unicode", method="html", with_tail=False)
        return
    if _is_text(element):
        yield from _filled(_start(element) + _inside(element).strip() + _end(element), indent)
        return
    yield from _filled(_start(element), indent)
    yield from _parts(element, depth + 1)
    if element.tag not in VOID:
        yield indent + _end(element)


def _parts(element: etree._Element, depth: int) -> Iterator[str]:
    """The blocks of an element, and the text between them as lines of their own."""
    run = _words(element.text)
    for child in element:
        if _is_inline(child):
            run += _piece(child)
        else:
            yield from _filled(run.strip(), "  " * depth)
            run = ""
            yield from _block(child, depth)
        run += _words(child.tail)
    yield from _filled(run.strip(), "  " * depth)


def _is_inline(element: etree._Element) -> bool:
    return not isinstance(element.tag, str) or (element.tag in INLINE and all(map(_is_inline, element)))


def _is_text(element: etree._Element) -> bool:
    """Whether the element holds nothing but a line of text."""
    return element.tag not in VOID and all(map(_is_inline, element))


def _piece(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return f"<!--{element.text}-->"
    return _start(element) + ("" if element.tag in VOID else _inside(element) + _end(element))


def _inside(element: etree._Element) -> str:
    return _words(element.text) + "".join(_piece(child) + _words(child.tail) for child in element)


def _words(text: str | None) -> str:
    return escape(re.sub(r"\s+", " ", text or ""))


def _start(element: etree._Element) -> str:
    pairs = (f"{name}={quoteattr(' '.join(value.split()))}" for name, value in sorted(element.items()))
    return ONE_LINE.join([f"<{element.tag}", *(pair.replace(" ", ONE_LINE) for pair in pairs)]) + ">"


def _end(element: etree._Element) -> str:
    return f"</{element.tag}>"


def _filled(text: str, indent: str) -> list[str]:
    """The text in lines of at most WIDTH where it can be broken; a tag is never broken."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )
