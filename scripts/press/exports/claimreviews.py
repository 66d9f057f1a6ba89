"""All reviews in one file, for those who collect them: the very objects that stand on the pages of the claims.

A `DataFeed` may hold the things themselves: https://schema.org/dataFeedElement
"""

import json
from collections.abc import Iterator

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.citing import LICENCE, PUBLICATION
from press.pages.part.linked import SCHEMA, publisher
from press.pages.part.phrases import newest
from press.pages.part.reviews import reviews


def files(publication: Publication, site: Site) -> Iterator[File]:
    """One file; none on a site without an address, for every address in it has to be whole."""
    if not site.url:
        return
    found = reviews(publication, site)
    changed = newest(each["dateModified"] for each in found)
    feed = {
        "@context": SCHEMA,
        "@type": "DataFeed",
        "name": f"{PUBLICATION}: reviews of claims",
        "url": site.whole(addresses.REVIEWS),
        "license": LICENCE,
        "publisher": publisher(site),
        **({"dateModified": changed} if changed else {}),
        "dataFeedElement": found,
    }
    yield File(addresses.REVIEWS, f"{json.dumps(feed, ensure_ascii=False, indent=2)}\n".encode())
