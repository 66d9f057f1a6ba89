"""The header search's index with the entries of the stamped pages added."""

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from press import addresses
from press.leaves import Leaf, SearchEntry, SearchPart

FILE = "search/search_index.json"

MANY = 5_000
"""With more entries than this, the index keeps titles alone and leaves sources out, so that phones can load it.

Sources are still reached from the claims that use them and from their own list.
"""


def index(text: str, leaves: Iterable[Leaf]) -> str:
    """The index file's text: hand-written pages by title and headings, then the searchable pages by their paths.

    The search worker prints titles and texts as HTML, as the theme's own plugin writes them: both are escaped.
    """
    known = json.loads(text)
    # What they tell in full would weigh as much as all claims together, and match every word.
    known["docs"] = [{**page, "text": ""} for page in known["docs"]]
    printed = [entry for leaf in sorted(leaves, key=lambda leaf: leaf.path) for entry in _entries(leaf)]
    if len(printed) > MANY:
        printed = [{**each, "text": ""} for each in printed if not each["location"].startswith(addresses.SOURCES)]
    known["docs"] += printed
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _entries(leaf: Leaf) -> Iterator[dict[str, Any]]:
    """The page's own entry before those of its parts, because the worker hangs a part on a page that it has met."""
    if leaf.search and not leaf.unlisted:
        yield _entry(leaf.path, leaf.search)
        for part in leaf.search.parts:
            yield _entry(f"{leaf.path}#{part.anchor}", part)


def _entry(location: str, found: SearchEntry | SearchPart) -> dict[str, Any]:
    boost = {"boost": found.weight} if found.weight != 1 else {}
    texts = {"title": escape(found.title, quote=False), "text": escape(found.text, quote=False)}
    return {"location": location, **texts, **boost}
