"""Linked data read as a machine reads it: taken out of pages, expanded without a network, held to our own shapes.

The contexts in `shapes/` are our own stand-ins: they hold the words that we use, with the types that the public ones
give them (https://schema.org/docs/jsonldcontext.json, http://www.w3.org/ns/anno.jsonld).
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
from lxml import html
from pyld import jsonld
from rdflib import RDF, SDO, SH, Graph, URIRef

from press import addresses
from press.graph import Publication

SHAPES = Path(__file__).parent / "shapes"
CONTEXTS = {
    "https://schema.org": "schema.jsonld",
    "https://schema.org/": "schema.jsonld",
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
}

NOWHERE = "file:///"  # what an address is completed with that is not whole

# Said here once more, in plain words, so that the press is held to something that is not its own.
RATED_TYPES = {"event", "denial", "general-denial", "evidence-claim", "framing"}
RATED_FINDINGS = {"supported", "partly-supported", "unsupported", "contradicted"}
FINDING_WORDS = ("supported", "unresolved", "unsupported", "contradicted", "checkable")


def blocks(page: str) -> list[dict[str, Any]]:
    """The objects in the data blocks of a page."""
    found = html.document_fromstring(page).xpath("//script[@type='application/ld+json']")
    return [json.loads(each.text_content()) for each in found]


def _local(url: str, _: object) -> dict[str, Any]:
    """A context from our own folder; any other address is a fault, and nothing is fetched."""
    text = (SHAPES / CONTEXTS[url]).read_text(encoding="utf-8")
    return {"contextUrl": None, "documentUrl": url, "document": json.loads(text)}


def statements(thing: Mapping[str, Any]) -> Graph:
    """What an object says, as RDF."""
    said = jsonld.to_rdf(dict(thing), {"format": "application/n-quads", "documentLoader": _local, "base": NOWHERE})
    return Graph().parse(data=said, format="nt")


@cache
def _shapes(name: str) -> Graph:
    return Graph().parse(SHAPES / name)


def faults(*things: Mapping[str, Any], shapes: str = "schema.ttl") -> list[str]:
    """Every word that its vocabulary does not have, and every place that does not fit its shape."""
    graph = Graph()
    for thing in things:
        graph += statements(thing)
    words = {word for said in graph for word in said[1:] if isinstance(word, URIRef)}
    unknown = sorted(f"no such word: {word}" for word in words if _unknown(word))
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(shapes), inference="none")
    parts = (SH.focusNode, SH.resultPath, SH.resultMessage)
    found = [
        ": ".join(str(report.value(each, part)) for part in parts)
        for each in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return unknown + sorted(found)


def _unknown(word: URIRef) -> bool:
    return word.startswith("urn:no-such-word:") or (word.startswith(str(SDO)) and word not in SDO)


def misplaced(publication: Publication, pages: Mapping[str, Iterable[Mapping[str, Any]]]) -> list[str]:
    """Pages, by path, whose reviews are not what they should be: one for a rated claim about the world, else none."""
    expected = {
        addresses.of(claim): 1
        for claim in publication.claims.values()
        if claim.type in RATED_TYPES and claim.so.finding in RATED_FINDINGS
    }
    found = {path: Counter(_types(list(things)))["ClaimReview"] for path, things in pages.items()}
    wrong = {path for path in {*expected, *found} if expected.get(path, 0) != found.get(path, 0)}
    return [f"{path}: {found.get(path, 0)} reviews, not {expected.get(path, 0)}" for path in sorted(wrong)]


def _types(value: Any) -> Iterable[str]:
    """The type of every object, however deep."""
    if isinstance(value, Mapping):
        yield value.get("@type", "")
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ():
        yield from _types(each)
