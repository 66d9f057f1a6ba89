"""What an address tells of the document that stands there, without opening it."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from press.graph import Publication
from press.records import Source

# An archive's address holds the whole address of what it keeps; these parts of a query tell who sent a reader.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[^/]+/(https?:/.+)", re.IGNORECASE)
_COUNTS = re.compile(r"(?:utm_[^=]*|fbclid|gclid)(?:=|$)", re.IGNORECASE)


def slug_of(url: str, taken: Iterable[str]) -> str:
    """A name for the source at an address, from its host and path: 'reuters-fire-in-kyiv'."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").split(".")
    path = re.sub(r"\.[A-Za-z]{2,5}$", "", parts.path)  # an ending such as .html tells nothing
    words = [*host[:1], *(word for word in path.replace("_", "-").replace("/", "-").split("-") if word)]
    kept = [
        word for word in ("".join(c for c in word.lower() if c.isascii() and c.isalnum()) for word in words) if word
    ]
    slug = "-".join(kept[:9])[:70].strip("-") or "source"
    names, number = set(taken), 2
    name = slug
    while name in names:
        name, number = f"{slug}-{number}", number + 1
    return name


def same_document(publication: Publication, url: str) -> Source | None:
    """The record of the document at an address, if there is one already."""
    return next((each for each in publication.sources.values() if _bare(each.url) == _bare(url)), None)


def host_of(url: str) -> str:
    """The name of the machine, without the 'www.' that many have."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _bare(url: str) -> str:
    """What two addresses of one document have in common: no archive, no fragment, nothing that only counts readers."""
    archived = _ARCHIVED.match(url)
    url = archived[1] if archived else url
    parts = urlsplit(url)
    query = "&".join(each for each in parts.query.split("&") if not _COUNTS.match(each))
    return f"{host_of(url)}{parts.path.rstrip('/')}?{query}"
