"""A link and a discussion as files of a Common Cartridge 1.1."""

from xml.etree import ElementTree as Tree

from press.exports import xmlfile

_LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
_TOPIC = "http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"


def link(title: str, url: str) -> bytes:
    """A link to a page on the web."""
    root = Tree.Element("webLink", {"xmlns": _LINK})
    Tree.SubElement(root, "title").text = title
    Tree.SubElement(root, "url", {"href": url, "target": "_blank"})
    return xmlfile.written(root)


def topic(title: str, html: str) -> bytes:
    """Something to discuss."""
    root = Tree.Element("topic", {"xmlns": _TOPIC})
    Tree.SubElement(root, "title").text = title
    Tree.SubElement(root, "text", {"texttype": "text/html"}).text = html
    return xmlfile.written(root)
