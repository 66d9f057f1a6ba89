"""An XML document as a file."""

from xml.etree import ElementTree as Tree


def written(root: Tree.Element) -> bytes:
    """The document in UTF-8, with the line before it that says so."""
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, encoding="utf-8") + b"\n"
