"""What each published JSON file holds, as JSON Schemas that are drawn from the models that write the files."""

import json
from collections.abc import Iterator, Mapping

from press import addresses
from press.exports.data.documents import SHAPES
from press.exports.data.gone import Gone
from press.exports.data.index import Index
from press.exports.data.shape import FORMAT, Shape, schema
from press.leaves import File, Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"

PUBLISHED: Mapping[str, type[Shape]] = {
    **{kind.KIND: shape for kind, (shape, _) in SHAPES.items()},
    "gone": Gone,
    "index": Index,
}
"""Name of a schema -> the model of the files that it describes."""

_READ = (
    "Addresses are paths below the site's root. Text whose contentMediaType is text/markdown is CommonMark; its links "
    "to records are whole addresses, or paths below the root where the site does not know its own. All other text is "
    "plain. Whatever begins with 'Derived' was not written by anybody: it follows from other records. A field that is "
    "not required is left out where nothing is known."
)


def files(site: Site) -> Iterator[File]:
    """One schema for each kind of file."""
    for name, shape in PUBLISHED.items():
        path = addresses.data_schema(name)
        made = schema(shape)
        told = {"$schema": DIALECT} | ({"$id": site.whole(path)} if site.url else {})
        told |= {"title": f"{made.pop('title')}, format {FORMAT}", "description": f"{made.pop('description')} {_READ}"}
        yield File(path, (json.dumps(told | made, ensure_ascii=False, indent=1) + "\n").encode())
