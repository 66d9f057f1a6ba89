"""The edition for a folder: a finished site as pages that open from a disk, without a server and without internet.

It works on what `make site` left and knows no records, so a site of any day can be packed again.
"""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from press import addresses
from press.leaves import File
from press.offline import contents, search, start
from press.offline.packing import packed
from press.offline.rewriting import Broken, Places, rewritten

__all__ = ["Broken", "Facts", "Site", "edition", "facts", "packed"]

Facts = start.Facts


@dataclass(frozen=True, slots=True)
class Site:
    """A finished site: the paths of its files below its root, and what gives the bytes of one."""

    paths: frozenset[str]
    read: Callable[[str], bytes]

    def text(self, path: str) -> str:
        """A file as text."""
        return self.read(path).decode()


def facts(site: Site) -> Facts:
    """What the site tells of itself; raises Broken for a folder that is none of our sites."""
    if missing := {start.FRAME, addresses.DATA_INDEX} - site.paths:
        raise Broken(f"'{min(missing)}' is not in it, so it is no finished site")
    try:
        return start.facts(site.text(addresses.DATA_INDEX), contents.kept(site.paths))
    except (ValueError, KeyError, TypeError):
        raise Broken(f"'{addresses.DATA_INDEX}' in it is no list of our records") from None


def edition(site: Site) -> Iterator[File]:
    """The files of the folder, in the order of their paths; raises Broken for a link that leads nowhere."""
    told = facts(site)
    kept = contents.kept(site.paths)
    carried = search.FILE if search.needed(site.paths) else ""
    there = site.paths | {addresses.OFFLINE}  # the site may lead to the ZIP that is being made
    places = Places(there, kept | ({carried} if carried else set()), told.address, carried)
    made = {start.FILE: rewritten(start.page(site.text(start.FRAME), told), "", start.FILE, places).encode()}
    if carried:
        made[_at(carried)] = search.carried(site.text(search.INDEX), site.text(search.worker(site.paths))).encode()
    for path in kept:
        made[_at(path)] = _page(site.text(path), path, places) if path.endswith(".html") else site.read(path)
    yield from (File(path, made[path]) for path in sorted(made))


def _page(text: str, path: str, places: Places) -> bytes:
    return rewritten(text, path, _at(path), places).encode()


def _at(path: str) -> str:
    return posixpath.join(contents.PAGES, path)
