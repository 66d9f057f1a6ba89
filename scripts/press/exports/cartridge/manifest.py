"""The contents of a Common Cartridge 1.1: its modules, what stands in them, and which file each thing is.

Source: IMS GLC Common Cartridge Profile 1.1. Moodle holds a manifest to the schemas of that profile before it reads a
word, and knows it by the first namespace, which has to stand within the first 500 bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as Tree

from press.exports import xmlfile
from press.pages.part.citing import LANGUAGE, RIGHTS

PATH = "imsmanifest.xml"
_NAMESPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "xmlns:lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource",
    "xmlns:lomimscc": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
}


class Kind(StrEnum):
    """What a thing in a cartridge is."""

    PAGE = "webcontent"
    LINK = "imswl_xmlv1p1"
    TOPIC = "imsdt_xmlv1p1"
    QUIZ = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a module, in one file; `name` is unique in the cartridge and begins with a letter.

    What is for teachers, platforms hide from pupils or lock.
    """

    name: str
    title: str
    kind: Kind
    path: str
    data: bytes
    for_teachers: bool = False


@dataclass(frozen=True, slots=True)
class Module:
    """One part of a cartridge, in order."""

    name: str
    title: str
    things: tuple[Thing, ...]


def document(name: str, title: str, about: str, modules: Iterable[Module]) -> bytes:
    """The manifest of a cartridge under a name of its own."""
    root = Tree.Element("manifest", {**_NAMESPACES, "identifier": name})
    _metadata(root, title, about)
    organizations = Tree.SubElement(root, "organizations")
    shape = {"identifier": f"{name}-order", "structure": "rooted-hierarchy"}
    organization = Tree.SubElement(organizations, "organization", shape)
    top = Tree.SubElement(organization, "item", {"identifier": f"{name}-top"})
    resources = Tree.SubElement(root, "resources")
    for module in modules:
        branch = Tree.SubElement(top, "item", {"identifier": f"{module.name}-module"})
        Tree.SubElement(branch, "title").text = module.title
        for thing in module.things:
            leaf = Tree.SubElement(branch, "item", {"identifier": f"{thing.name}-item", "identifierref": thing.name})
            Tree.SubElement(leaf, "title").text = thing.title
            _resource(resources, thing)
    Tree.indent(root, " ")
    return xmlfile.written(root)


def _metadata(root: Tree.Element, title: str, about: str) -> None:
    metadata = Tree.SubElement(root, "metadata")
    Tree.SubElement(metadata, "schema").text = "IMS Common Cartridge"
    Tree.SubElement(metadata, "schemaversion").text = "1.1.0"
    described = Tree.SubElement(metadata, "lomimscc:lom")
    general = Tree.SubElement(described, "lomimscc:general")
    _string(Tree.SubElement(general, "lomimscc:title"), title)
    Tree.SubElement(general, "lomimscc:language").text = LANGUAGE
    _string(Tree.SubElement(general, "lomimscc:description"), about)
    rights = Tree.SubElement(described, "lomimscc:rights")
    _string(Tree.SubElement(rights, "lomimscc:description"), RIGHTS)


def _string(parent: Tree.Element, text: str) -> None:
    Tree.SubElement(parent, "lomimscc:string", {"language": LANGUAGE}).text = text


def _resource(resources: Tree.Element, thing: Thing) -> None:
    """Only a page has its file as its own address too; the profile forbids that to the rest."""
    told = {"identifier": thing.name, "type": thing.kind.value}
    if thing.kind is Kind.PAGE:
        told["href"] = thing.path
    resource = Tree.SubElement(resources, "resource", told)
    if thing.for_teachers:
        described = Tree.SubElement(Tree.SubElement(resource, "metadata"), "lom:lom")
        role = Tree.SubElement(Tree.SubElement(described, "lom:educational"), "lom:intendedEndUserRole")
        Tree.SubElement(role, "lom:source").text = "IMSGLC_CC_Rolesv1p1"
        Tree.SubElement(role, "lom:value").text = "Instructor"
    Tree.SubElement(resource, "file", {"href": thing.path})
