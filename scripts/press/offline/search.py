"""The header search for a folder: no page on a disk may fetch a file, so a script carries the index and the worker."""

import json
from collections.abc import Iterable

from press.stamp.assets import is_worker
from press.stamp.search import FILE as INDEX

__all__ = ["FILE", "INDEX", "carried", "needed", "worker"]

FILE = "search/carried.js"
"""The script; `docs/assets/js/site.js` loads it when a reader opens the search, and reads `window.carried` of it."""


def needed(paths: Iterable[str]) -> bool:
    """Whether the site has a search."""
    found = frozenset(paths)
    return INDEX in found and any(map(is_worker, found))


def worker(paths: Iterable[str]) -> str:
    """The path of the theme's search worker, of which a site has one."""
    return next(path for path in sorted(paths) if is_worker(path))


def carried(index: str, worker: str) -> str:
    """The script's text: the index, with addresses that are files, and the source of the theme's own worker."""
    known = json.loads(index)
    known["docs"] = [{**each, "location": _file(each["location"])} for each in known["docs"]]
    return f"window.carried={_written({'index': known, 'worker': worker})};\n"


def _file(location: str) -> str:
    """'terms/#rain' -> 'terms/index.html#rain': without a server, an address that ends in a slash shows a folder."""
    path, hash_, anchor = location.partition("#")
    return (f"{path}index.html" if not path or path.endswith("/") else path) + hash_ + anchor


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
