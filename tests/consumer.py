"""Somebody else's program: it is given the address of the site and public libraries, and rebuilds what it needs.

It imports nothing of ours and knows no address but that one; the rest it finds as a person or a feed reader would: in
the head of the front page, and by the names of files that the data page links to. What it rebuilt goes out as JSON.
"""

import csv
import io
import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

warnings.simplefilter("ignore")  # of libraries that are older than this Python

import bibtexparser  # noqa: E402
import feedparser  # noqa: E402
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: E402
from citeproc.source.json import CiteProcJSON  # noqa: E402
from frictionless import Package, system  # noqa: E402
from rdflib import RDF, SDO, Graph  # noqa: E402

HERE = {"@vocab": str(SDO), "url": {"@type": "@id"}}
"""Stands for the context of schema.org, which a program with a network would fetch from there."""


class Links(HTMLParser):
    """The whole addresses that a page leads to: those of its head by kind, and those of its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.head, self.text = page, dict[str, list[str]](), list[str]()
        self.feed(fetched(page).decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        address = urljoin(self.page, told.get("href") or "")
        if tag == "link" and told.get("rel") == "alternate":
            self.head.setdefault(told.get("type") or "", []).append(address)
        elif tag == "a":
            self.text.append(address)

    def named(self, ending: str) -> str:
        """The first address that ends so."""
        return next(address for address in self.text if address.endswith(ending))


def fetched(address: str) -> bytes:
    with urlopen(address) as answer:  # noqa: S310 (the address of the site under test)
        return answer.read()


def table(address: str) -> list[dict[str, str]]:
    """A table, as any program reads one."""
    return list(csv.DictReader(io.StringIO(fetched(address).decode("utf-8"), newline="")))


def bibliography(address: str) -> list[str]:
    """The citations, set by a style of a reference manager."""
    items = json.loads(fetched(address))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    return [str(each) for each in made.bibliography()]


def bibtex_keys(address: str) -> list[str]:
    library = bibtexparser.parse_string(fetched(address).decode("utf-8"))
    if library.failed_blocks:
        raise ValueError(library.failed_blocks)
    return [entry.key for entry in library.entries]


def followed(addresses: list[str]) -> Iterator[dict[str, Any]]:
    """The feeds, as a feed reader shows them."""
    for address in addresses:
        feed = feedparser.parse(fetched(address))
        yield {
            "title": feed.feed.title,
            "broken": bool(feed.bozo),
            "entries": [{"title": each.title, "link": each.link, "updated": each.updated} for each in feed.entries],
        }


def reviews(address: str) -> dict[str, Any]:
    """The reviews as a graph: which page says what of which assertion."""
    told = json.loads(fetched(address)) | {"@context": HERE}
    graph = Graph().parse(data=json.dumps(told), format="json-ld")
    found = {}
    for review in graph.subjects(RDF.type, SDO.ClaimReview):
        rating = graph.value(review, SDO.reviewRating)
        page, word = graph.value(review, SDO.url), graph.value(rating, SDO.alternateName)
        found[str(page)] = {"finding": str(word), "claim": str(graph.value(review, SDO.claimReviewed))}
    return found


def validated(address: str) -> dict[str, Any]:
    """The data package, fetched and checked table by table."""
    with system.use_context(trusted=True):
        report = Package(address).validate()
    return {
        "valid": report.valid,
        "tables": {task.name: task.stats.get("rows") for task in report.tasks},
        "faults": [str(fault) for fault in report.flatten(["message"])],
    }


def annotated(address: str) -> dict[str, Any]:
    """How many quotations of the article are annotated, and what each is made of."""
    page = json.loads(fetched(address))["first"]
    selectors = [item["target"]["selector"] for item in page["items"]]
    return {"kinds": Counter(each["type"] for each in selectors), "exact": [each["exact"] for each in selectors]}


def rebuilt(home: str) -> dict[str, Any]:
    front = Links(home)
    data = Links(front.named("/data/"))
    jsonfeeds = [json.loads(fetched(address)) for address in front.head["application/feed+json"]]
    return {
        "claims": table(data.named("/claims.csv")),
        "lessons": table(data.named("/lessons.csv")),
        "items": table(data.named("/items.csv")),
        "bibliography": bibliography(data.named("/citations.csl.json")),
        "keys": bibtex_keys(data.named("/citations.bib")),
        "feeds": list(followed(front.head["application/atom+xml"])),
        "jsonfeeds": {each["title"]: [item["title"] for item in each["items"]] for each in jsonfeeds},
        "reviews": reviews(data.named("/claimreviews.json")),
        "package": validated(data.named("/datapackage.json")),
        "annotations": annotated(next(each for each in data.text if "/data/annotations/" in each)),
    }


if __name__ == "__main__":
    json.dump(rebuilt(sys.argv[1]), sys.stdout)
