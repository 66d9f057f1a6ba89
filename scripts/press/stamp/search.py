"""The header search's index with the entries of the stamped pages added."""

import json
from collections.abc import Iterable
from html import escape

from press.leaves import Leaf

FILE = "search/search_index.json"


def index(text: str, leaves: Iterable[Leaf]) -> str:
    """The index file's text with one entry a searchable page added, in the order of their paths.

    The search worker prints titles and texts as HTML, as the theme's own plugin writes them: both are escaped.
    """
    known = json.loads(text)
    known["docs"] += [
        {
            "location": leaf.path,
            "title": escape(leaf.search.title, quote=False),
            "text": escape(leaf.search.text, quote=False),
        }
        for leaf in sorted(leaves, key=lambda leaf: leaf.path)
        if leaf.search
    ]
    return json.dumps(known, separators=(",", ":"))
