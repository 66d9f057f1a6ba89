"""The frame around every stamped page: one built page of the theme, cut at its tokens."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from press.leaves import HeadLink, Leaf, Picture, Site

# A token passes HTML, URLs, JSON and the filters of templates unchanged. All are replaced in one pass over the frame,
# so a page that happens to hold such a word keeps it.
BASE = "@press-base@"
TOKENS: Mapping[str, str] = {
    name: f"@press-{name}@" for name in ("title", "description", "canonical", "head", "body", "edit")
}
_TOKEN = re.compile("@press-([a-z]+)(?: ([^@]*))?@")
# What a template leaves between two tags: as much space as one line break, and a page is lighter.
_BETWEEN = re.compile(r"(?<=>)[ ]*\n[ \n]*(?=<)")

EDIT_BRANCH = "main"


def here(path: str) -> str:
    """The token that becomes `aria-current` in a link of the navigation to `path`, and nothing elsewhere."""
    return f"@press-here {path}@"


def base_of(path: str) -> str:
    """The relative address of the site's root as seen from the page at `path`: '.', '..', '../..'."""
    return "/".join([".."] * path.count("/")) or "."


def address(site: Site, path: str) -> str:
    """The full address of the page at `path`, or '' while the site has no address."""
    return site.url.rstrip("/") + "/" + quote(path) if site.url else ""


def edit_links(site: Site, source: str, path: str) -> str:
    """List items for the foot of the page at `path`: what it is drawn from, and a form for those without git.

    `source`, relative to the repository, is opened for editing where it is a file; a folder is shown. Nothing without
    a configured repository.
    """
    if not site.repository:
        return ""
    root = site.repository.rstrip("/")
    form = site.form("2-wrong-fact", page=address(site, path) or path or "the front page")
    links = [(form, "Report a mistake on this page")]
    if source:
        whole = PurePosixPath(source).suffix != ""
        label = "Suggest a change to this page" if whole else "See the files behind this page"
        links.insert(0, (f"{root}/{'edit' if whole else 'tree'}/{EDIT_BRANCH}/{quote(source)}", label))
    return "".join(f'<li><a href="{escape(url)}">{label}</a></li>' for url, label in links)


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme's page with its tokens; `page(leaf)` is one finished page of the site.

    `sections` maps the path of an entry of the navigation to the section that it opens, `parts` the name of what
    some pages need to the files that it is made of.
    """

    html: str
    site: Site
    sections: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def page(self, leaf: Leaf) -> str:
        """The whole HTML of one page; each token is replaced once, so a page's text can hold no token."""
        if leaf.bare:
            return leaf.body
        values = {
            "base": base_of(leaf.path),
            "title": escape(leaf.title),
            "description": escape(leaf.description),
            "canonical": escape(address(self.site, leaf.moved_to or leaf.path)),
            "head": leaf.head + self._head(leaf),
            "body": leaf.body,
            "edit": edit_links(self.site, leaf.source, leaf.path),
        }

        def fill(token: re.Match[str]) -> str:
            return self._current(token[2], leaf) if token[1] == "here" else values[token[1]]

        return _BETWEEN.sub("\n", _TOKEN.sub(fill, self.html))

    def _head(self, leaf: Leaf) -> str:
        base = base_of(leaf.path)
        shown = "".join(_link(each, self.site, base) for each in leaf.links)
        if leaf.moved_to:
            shown += f'<meta http-equiv="refresh" content="0; url={base}/{quote(leaf.moved_to)}">'
        if leaf.unlisted:
            shown += '<meta name="robots" content="noindex">'
        if leaf.picture and self.site.url:
            shown += _picture(leaf.picture, address(self.site, leaf.picture.path))
        return shown + "".join(_loaded(f"{base}/{path}") for name in leaf.parts for path in self.parts.get(name, ()))

    def _current(self, entry: str, leaf: Leaf) -> str:
        if entry == leaf.path:
            return ' aria-current="page"'
        # A claim belongs to the case without being its page: ARIA says that with "true".
        return ' aria-current="true"' if leaf.section and self.sections.get(entry) == leaf.section else ""


def _link(link: HeadLink, site: Site, base: str) -> str:
    href = address(site, link.path) if link.whole else f"{base}/{quote(link.path)}"
    if not href:
        return ""
    title = f' title="{escape(link.title)}"' if link.title else ""
    return f'<link rel="{link.rel}" type="{link.type}"{title} href="{escape(href)}">'


def _loaded(url: str) -> str:
    return f'<link rel="stylesheet" href="{url}">' if url.endswith(".css") else f'<script src="{url}" defer></script>'


def _picture(picture: Picture, url: str) -> str:
    """The picture as Open Graph has it, which asks for a whole address. Source: https://ogp.me/#structured"""
    told = {
        "image": url,
        "image:type": "image/png",
        "image:width": str(picture.width),
        "image:height": str(picture.height),
        "image:alt": picture.alt,
    }
    metas = "".join(f'<meta property="og:{name}" content="{escape(value)}">' for name, value in told.items())
    return metas + '<meta name="twitter:card" content="summary_large_image">'


def sections(entries: tuple[str, ...], leaves: tuple[Leaf, ...]) -> dict[str, str]:
    """The section that each entry of the navigation opens: its own page's, else the first part of its path."""
    own = {leaf.path: leaf.section for leaf in leaves}
    return {path: own.get(path) or posixpath.normpath(path).split("/")[0] for path in entries}
