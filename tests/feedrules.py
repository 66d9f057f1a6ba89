"""What a feed must be, by the two documents that say it; each fault is a sentence."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
_ONE = ("id", "title", "updated")
_AT_MOST_ONE_OF_A_FEED = ("generator", "icon", "logo", "rights", "subtitle")
_AT_MOST_ONE_OF_AN_ENTRY = ("content", "published", "rights", "source", "summary")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def atom_faults(document: bytes) -> list[str]:
    """Where an Atom feed breaks a MUST of RFC 4287; the numbers are of its sections."""
    try:
        feed = etree.fromstring(document)
    except etree.XMLSyntaxError as fault:
        return [f"2: it is not well-formed XML: {fault}"]
    if feed.tag != f"{ATOM}feed":
        return [f"4.1.1: the document's element is {feed.tag}"]
    faults = list(_held(feed, "4.1.1", _AT_MOST_ONE_OF_A_FEED))
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        faults.append("4.1.1: an entry has no author, and neither has the feed")
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        faults.append("4.1.1: no link says where the feed itself stands")
    for entry in entries:
        faults += _held(entry, "4.1.2", _AT_MOST_ONE_OF_AN_ENTRY)
        alternate = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if entry.find(f"{ATOM}content") is None and not alternate:
            faults.append("4.1.2: an entry has neither content nor a link to its page")
    return [*faults, *_constructs(feed), *_attributes(feed), *_named_twice(feed)]


def _held(element: etree._Element, section: str, single: tuple[str, ...]) -> Iterator[str]:
    """How often a feed or an entry holds what."""
    counts = Counter(child.tag.removeprefix(ATOM) for child in element)
    yield from (f"{section}: {name} stands {counts[name]} times" for name in _ONE if counts[name] != 1)
    yield from (f"{section}: {name} stands {counts[name]} times" for name in single if counts[name] > 1)
    links = [each for each in element.findall(f"{ATOM}link") if each.get("rel", "alternate") == "alternate"]
    kinds = Counter((each.get("type"), each.get("hreflang")) for each in links)
    yield from (f"{section}: {count} alternate links of the kind {kind}" for kind, count in kinds.items() if count > 1)


def _constructs(feed: etree._Element) -> Iterator[str]:
    """The pieces that a feed and its entries are made of."""
    for each in feed.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not _INSTANT.fullmatch(each.text or ""):
            yield f"3.3: '{each.text}' is no moment of RFC 3339"
    for each in feed.iter(f"{ATOM}author"):
        if len(each.findall(f"{ATOM}name")) != 1:
            yield "3.2.1: an author has no name, or two"
    for each in feed.iter(f"{ATOM}title", f"{ATOM}subtitle", f"{ATOM}summary", f"{ATOM}rights"):
        if each.get("type", "text") in ("text", "html") and len(each):
            yield f"3.1.1: {each.tag.removeprefix(ATOM)} holds elements"
    for each in feed.iter(f"{ATOM}id"):
        if not urlsplit(each.text or "").scheme:
            yield f"4.2.6: the id '{each.text}' is no whole IRI"


def _attributes(feed: etree._Element) -> Iterator[str]:
    for each in feed.iter(f"{ATOM}link"):
        if not urlsplit(each.get("href", "")).scheme:
            yield f"4.2.7.1: a link leads to '{each.get('href')}', which is not whole"
    for each in feed.iter(f"{ATOM}category"):
        if not each.get("term"):
            yield "4.2.2.1: a category has no term"


def _named_twice(feed: etree._Element) -> Iterator[str]:
    ids = Counter(each.findtext(f"{ATOM}id") for each in feed.findall(f"{ATOM}entry"))
    yield from (f"4.1.1: {count} entries have the id {name}" for name, count in ids.items() if count > 1)


def json_faults(document: bytes) -> list[str]:
    """Where a JSON Feed is not what https://www.jsonfeed.org/version/1.1/ asks for."""
    feed = json.loads(document)
    faults = [f"{name} is missing" for name in ("version", "title", "items") if not _is(feed.get(name), name)]
    faults += [f"the feed has no {name}" for name in ("home_page_url", "feed_url") if not _whole(feed.get(name))]
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        faults.append("it does not say that it is of version 1.1")
    for item in feed.get("items", []):
        faults += _of_item(item)
    ids = Counter(item.get("id") for item in feed.get("items", []))
    return faults + [f"{count} items have the id {name}" for name, count in ids.items() if count > 1]


def _of_item(item: dict[str, Any]) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "an item has no id that is a string"
    if not (item.get("content_html") or item.get("content_text")):
        yield "an item has no content"
    if not _whole(item.get("url")):
        yield "an item's url is not whole"
    for name in ("date_published", "date_modified"):
        if name in item and not _INSTANT.fullmatch(item[name]):
            yield f"{name} is '{item[name]}'"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "a tag is no string"


def _is(value: object, name: str) -> bool:
    return isinstance(value, list) if name == "items" else isinstance(value, str) and bool(value)


def _whole(value: object) -> bool:
    return isinstance(value, str) and urlsplit(value).scheme in ("http", "https")
