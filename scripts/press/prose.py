"""Markdown prose -> safe HTML, and what prose may not hold.

Prose is CommonMark. Links lead to a record, written `kind:slug`, or to a page on the web.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from re import fullmatch

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

from press import addresses
from press.problems import did_you_mean
from press.records.base import SLUG

Resolve = Callable[[str, str], str]
"""Kind and slug -> the address of that record below the site's root."""

ROOT = "@/"
"""How an address below the site's root is written inside `href` until the page's depth is known."""

_TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "br", "hr"}
_SCHEMES = {"http", "https", *addresses.LINKABLE}
_OMITTED = "<!-- raw HTML omitted -->"  # what cmark leaves where it drops markup; typed text can't yield it
_RECORD_LINK = re.compile(r'<a href="([a-z]+):([a-z0-9-]+)"')
_ANY_LINK = re.compile(r'<a href="([^"]*)"')
# A record as the target of a link in typed Markdown: '](claim:x', ']: claim:x', '<claim:x>'.
_TARGET = re.compile(
    rf"(?P<before>\]\(\s*<?|\]:\s*<?|<)(?P<kind>{'|'.join(addresses.LINKABLE)}):(?P<slug>{SLUG[1:-1]})(?=[)>\s]|$)>?"
)
_MARK = re.compile(r'<a href="claim:([a-z0-9-]+)">(.*?)</a>', re.DOTALL)
_FORBIDDEN = {
    "<img ": "prose holds no pictures; link to a source instead",
    "<h1>": "headings inside prose begin at '###'",
    "<h2>": "headings inside prose begin at '###'",
    "<table>": "prose holds no tables; use a list",
}


def html(text: str, resolve: Resolve) -> str:
    """Safe HTML blocks; links to records become `href="@/…"`."""
    return _resolved(_clean(text), resolve)


def inline(text: str, resolve: Resolve) -> str:
    """Safe HTML without the paragraph around it, for prose of one paragraph."""
    made = html(text, resolve)
    return made.removeprefix("<p>").removesuffix("</p>") if made.count("<p>") == 1 else made


def marked(text: str, resolve: Resolve, mark: Callable[[str, str, str], str]) -> str:
    """Like `inline`, but each link to a claim becomes `mark(slug, address, safe HTML of the phrase)`."""

    def replaced(match: re.Match[str]) -> str:
        slug, phrase = match.groups()
        return mark(slug, ROOT + resolve("claim", slug), phrase)

    made = _resolved(_MARK.sub(replaced, _clean(text)), resolve)
    return made.removeprefix("<p>").removesuffix("</p>") if made.count("<p>") == 1 else made


def printed(text: str) -> str:
    """Like `html`, but of a link only its words are left: for paper, and for those who are to judge by themselves."""
    return nh3.clean(_clean(text), tags=_TAGS - {"a"})


def unlinked(text: str) -> str:
    """Like `printed`, without the paragraph around it, for prose of one paragraph."""
    made = printed(text)
    return made.removeprefix("<p>").removesuffix("</p>") if made.count("<p>") == 1 else made


def plain(text: str) -> str:
    """The words alone, in one line, for descriptions and search; not HTML: whoever prints it escapes it."""
    words = nh3.clean(_clean(text).replace("</p>", "</p> ").replace("</li>", "</li> "), tags=set())
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", " "), ("&amp;", "&")):
        words = words.replace(entity, character)
    return " ".join(words.split())


def addressed(text: str, resolve: Resolve) -> str:
    """The same Markdown with links to records as `resolve` has them, for readers outside the site."""

    def replaced(match: re.Match[str]) -> str:
        try:
            address = resolve(match["kind"], match["slug"])
        except KeyError:  # no link, but code or escaped text that looks like one: a link's record was proved
            return match[0]
        # Without a scheme, '<claims/x/>' would be no link any more.
        return f"[{address}]({address})" if match["before"] == "<" else f"{match['before'].rstrip('<')}{address}"

    return _TARGET.sub(replaced, text) if ":" in text else text


def faults(text: str) -> Iterator[str]:
    """What the prose holds that it may not, each as a sentence that says what to do."""
    made = cmarkgfm.markdown_to_html(text)
    if _OMITTED in made:
        yield "prose holds no HTML; write the words alone, or a backslash before '<'"
    for start, message in _FORBIDDEN.items():
        if start in made:
            yield message
    for target in map(unescape, _ANY_LINK.findall(made)):
        scheme, _, rest = target.partition(":")
        known = scheme in _SCHEMES and (scheme not in addresses.LINKABLE or fullmatch(SLUG, rest))
        if not known:
            shown = f"'{target[:60]}'" if target else "that address"
            near = did_you_mean(scheme.lower(), addresses.LINKABLE) or "; mend it"
            yield f"a link leads to a record as 'kind:name' or to a page at https://, and {shown} does neither{near}"


def links(text: str) -> Iterator[tuple[str, str]]:
    """Kind and slug of each record that the prose links to, in order."""
    if ":" in text and ("](" in text or "]:" in text or "<" in text):
        for target in map(unescape, _ANY_LINK.findall(cmarkgfm.markdown_to_html(text))):
            kind, _, slug = target.partition(":")
            if kind in addresses.LINKABLE and fullmatch(SLUG, slug):
                yield kind, slug


def _clean(text: str) -> str:
    made = cmarkgfm.markdown_to_html(text, options=Options.CMARK_OPT_DEFAULT)
    safe = nh3.clean(made, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None)
    return safe.strip()


def _resolved(safe: str, resolve: Resolve) -> str:
    def replaced(match: re.Match[str]) -> str:
        kind, slug = match.groups()
        return f'<a href="{ROOT}{resolve(kind, slug)}"' if kind in addresses.LINKABLE else match.group()

    return _RECORD_LINK.sub(replaced, safe)
