"""A feed as Atom 1.0, after RFC 4287.

Written with the standard library: its serialiser escapes what a text holds, and a feed needs nothing more. Libraries
that make feeds date them by the clock where they are not told otherwise, and bring a second XML library.
"""

from xml.etree import ElementTree as Tree

from press.exports import xmlfile
from press.exports.entries import Entry, Feed
from press.pages.part.citing import LANGUAGE, LICENCE, PUBLICATION, RIGHTS

_NAMESPACE = "http://www.w3.org/2005/Atom"


def document(feed: Feed, own: str, icon: str) -> bytes:
    """The feed document that stands at `own`."""
    root = Tree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": LANGUAGE})
    _texts(root, id=feed.id, title=feed.title, subtitle=feed.about, updated=_instant(feed.updated))
    author = Tree.SubElement(root, "author")
    _texts(author, name=PUBLICATION)
    _link(root, "self", own, type="application/atom+xml")
    _link(root, "alternate", feed.page, type="text/html")
    _link(root, "license", LICENCE)
    _texts(root, icon=icon, rights=RIGHTS)
    for entry in feed.entries:
        _entry(Tree.SubElement(root, "entry"), entry)
    Tree.indent(root, " ")
    return xmlfile.written(root)


def _entry(element: Tree.Element, entry: Entry) -> None:
    _texts(element, id=entry.id, title=entry.title)
    _texts(element, published=_instant(entry.published), updated=_instant(entry.updated))
    _link(element, "alternate", entry.url, type="text/html")
    for each in entry.categories:
        Tree.SubElement(element, "category", {"term": each.term, "scheme": each.scheme, "label": each.label})
    _texts(element, summary=entry.summary)
    Tree.SubElement(element, "content", {"type": "html"}).text = entry.content


def _texts(parent: Tree.Element, **texts: str) -> None:
    for name, text in texts.items():
        Tree.SubElement(parent, name).text = text


def _link(parent: Tree.Element, rel: str, href: str, **more: str) -> None:
    Tree.SubElement(parent, "link", {"rel": rel, "href": href, **more})


def _instant(day: str) -> str:
    """A day as RFC 3339 has it. Records give days alone, so each begins its day."""
    return f"{day}T00:00:00Z"
