"""The pages of a site, rewritten for a folder: every link to a file, and nothing that only the web reads.

Our pages are printed by one engine that quotes every attribute and escapes every bare '<' and '>' in text, so a tag is
what stands between the two. The tests read all pages back with a real parser.
"""

import posixpath
import re
from collections.abc import Set
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

from press.offline.contents import PAGES

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ROOT = re.compile(r'\sdata-root="([^"]*)"')
_WORKER = re.compile(r'\sdata-worker="[^"]*"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="[^";]*; url=)([^"]*)"')
_ANCHOR = re.compile(r'<a\b[^<>]*?\shref="([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

# What of a head nobody reads on a disk: other forms of the page, pictures and words for sharing, data for machines.
# The canonical address stays, because a copy should name the page that it is a copy of.
_FOR_THE_WEB = re.compile(
    r'<link rel="alternate"[^<>]*>\n?'
    r'|<meta (?:property="og:|name="twitter:)[^<>]*>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?',
    re.DOTALL,
)
# A page on a disk fetches nothing, and a worker has no address of its own there.
_POLICY = (("; connect-src 'self'", ""), ("worker-src 'self'", "worker-src blob:"))


class Broken(Exception):
    """A folder is no finished site, or a page in it leads nowhere; the text says which, in one line."""


@dataclass(frozen=True, slots=True)
class Places:
    """What links may lead to: `all` files of the site, those that are `kept` in the folder, and the site's `address`.

    The address is '' where the site knows none. `carried` is the file that carries the search, '' without one.
    """

    all: Set[str]
    kept: Set[str]
    address: str
    carried: str


def rewritten(html: str, path: str, file: str, places: Places) -> str:
    """The page that stands at `path` below the site's root, for the place `file` below the folder's."""
    ways = _Ways(path, file, places)
    html = _FOR_THE_WEB.sub("", html)
    for old, new in _POLICY:
        html = html.replace(old, new, 1)
    html = _REFRESH.sub(lambda met: f'{met[1]}{ways.way(met[2])}"', html)
    if not places.address:
        html = _ANCHOR.sub(lambda met: met[0] if ways.way(met[1]) else f"{met[2]} (not in this copy)", html)
    return _TAG.sub(lambda met: ways.tag(met[0]), html)


@dataclass(frozen=True, slots=True)
class _Ways:
    """From one page to all others."""

    path: str
    file: str
    places: Places

    def tag(self, tag: str) -> str:
        """A tag with all that leads elsewhere rewritten."""
        tag = _LINK.sub(lambda met: met[0].replace(f'"{met[1]}"', f'"{self.way(met[1])}"'), tag)
        tag = _ROOT.sub(f' data-root="{self._to("")}"', tag)
        return _WORKER.sub(f' data-carried="{self._to(self.places.carried)}"' if self.places.carried else "", tag)

    def way(self, link: str) -> str:
        """The value of an attribute, escaped as it was; '' for what is not in the folder and has no address.

        Whole addresses stay, those of our own site too: whoever writes one means the page on the web.
        """
        plain = unescape(link)
        path, rest = _parted(plain)
        if not path or _SCHEME.match(plain):
            return link
        target = self._below_root(unquote(path))
        file = f"{target}index.html" if not target or target.endswith("/") else target
        if file in self.places.kept:
            return escape(self._to(file) + rest)
        if file not in self.places.all:
            raise Broken(f"'{self.path or 'index.html'}' leads to '{file}', which is not there")
        return escape(self.places.address + quote(target) + rest) if self.places.address else ""

    def _below_root(self, path: str) -> str:
        """A path that the page writes, as one below the site's root; a folder keeps its slash."""
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        if whole.startswith(("/", "..")):
            raise Broken(f"'{self.path}' leads to '{path}', outside the site")
        folder = path.rpartition("/")[2] in ("", ".", "..")
        return "" if whole == "." else f"{whole}/" if folder else whole

    def _to(self, path: str) -> str:
        """A file of the folder's pages, or with '' their folder, as seen from where this page stands."""
        return quote(posixpath.relpath(posixpath.join(PAGES, path), posixpath.dirname(self.file) or "."))


def _parted(link: str) -> tuple[str, str]:
    """'a/?b#c' -> 'a/', '?b#c'."""
    path = re.split(r"[?#]", link, maxsplit=1)[0]
    return path, link[len(path) :]
