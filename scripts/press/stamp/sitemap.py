"""What the site tells crawlers: the sitemap, its compressed copy and robots.txt."""

import gzip
import io
from collections.abc import Iterable
from html import escape

from press.leaves import Leaf, Site
from press.stamp.frame import address

# The files that stamping writes apart from the pages; a hand-written file of that name would be lost.
FILES = ("robots.txt", "sitemap.xml", "sitemap.xml.gz")

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def files(leaves: Iterable[Leaf], pages: Iterable[str], site: Site) -> dict[str, bytes]:
    """The files for crawlers by name; without a site address there is no sitemap, for it needs whole addresses.

    `pages` are the paths of the hand-written pages. Nothing here depends on the clock.
    Source: https://www.sitemaps.org/protocol.html
    """
    if not site.url:
        return {"robots.txt": b"User-agent: *\nAllow: /\n"}
    framed = {leaf.path: leaf.on for leaf in leaves if _is_page(leaf)}
    dates = dict.fromkeys(pages, "") | framed
    urls = "".join(_url(address(site, path), dates[path]) for path in sorted(dates))
    xml = (_OPEN + urls + "</urlset>\n").encode()
    robots = f"User-agent: *\nAllow: /\nSitemap: {address(site, 'sitemap.xml')}\n"
    return {"robots.txt": robots.encode(), "sitemap.xml": xml, "sitemap.xml.gz": _gzip(xml)}


def _is_page(leaf: Leaf) -> bool:
    """Whether a leaf is a page that one should find: not a file, not a card, not an old address, not a key."""
    return leaf.file != leaf.path and not (leaf.bare or leaf.moved_to or leaf.unlisted)


def _url(location: str, on: str) -> str:
    lastmod = f"<lastmod>{escape(on)}</lastmod>" if on else ""
    return f"  <url><loc>{escape(location)}</loc>{lastmod}</url>\n"


def _gzip(data: bytes) -> bytes:
    packed = io.BytesIO()
    # No name and no time in the header, so that the same pages give the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(data)
    return packed.getvalue()
