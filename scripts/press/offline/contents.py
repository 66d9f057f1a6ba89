"""What of a site goes into the folder: all that a reader opens, nothing that only hosts and programs read."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

PAGES = "pages"
"""The folder with the pages, so that whoever unpacks sees one file to open and one folder."""

# What is left out -> why. A pattern is of the whole path, and its '*' takes slashes too. All else goes in: the pages
# and what they load, tables for a spreadsheet, and whatever is there to print or to hand out.
LEFT_OUT: Mapping[str, str] = {
    "404.html": "no server is there to send it",
    "_*": "settings for hosts",
    ".*": "settings for hosts",
    "robots.txt": "for crawlers",
    "sitemap.xml*": "for crawlers",
    "feeds/*": "news comes over the internet",
    "embed/*": "cards for other sites",
    "assets/embed.css": "the look of the cards",
    "pictures/*": "pictures that go with a shared link",
    "*.json": "for programs; they are half as heavy as all pages",
    "*.jsonl": "for programs",
    "*.bib": "for programs",
    "assets/javascripts/*": "the search's worker goes into the script that carries the search",
    "*.zip": "this edition itself, and what holds the same files once more",
}


def kept(paths: Iterable[str]) -> frozenset[str]:
    """The files of a site that go into the folder."""
    return frozenset(path for path in paths if not any(fnmatchcase(path, pattern) for pattern in LEFT_OUT))
