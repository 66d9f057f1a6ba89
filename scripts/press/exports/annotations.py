"""The findings of a case, set beside the words of its article: one W3C Web Annotation collection a case.

Each quotation is one annotation: its target is the words at the article's own address, its bodies are the finding as
text and the claim's page. The sections are those of https://www.w3.org/TR/annotation-model/:

- 3.1 an annotation has one IRI and at least one target; 3.2.4 a `TextualBody` has one `value`;
- 3.3.5 `assessing` and `linking` are motivations; a page that has a purpose is given as a `SpecificResource` (4.1);
- 4.2.4 a `TextQuoteSelector` has one `exact` and at most one `prefix` and `suffix`. It should have both, and ours has
  them only where the words stand in the article more than once, because more of its text may not be printed; where a
  client finds several places, all of them are meant;
- 5.1, 5.2 a collection names its first and last page; a page that is embedded has no context of its own, and a
  collection without annotations has no page, for a page holds at least one.

No `created` is given (3.3.1 asks for an hour in UTC): our records know days.

What was checked: every MUST of these sections, by shapes and by the words of the context; and that each selector finds
its words, and only them, in the text of an invented article. What was not: that the article's own page still holds the
words, that its owner lets a client read it, and any existing client. An importer that wants one target an annotation,
as Hypothesis does, finds one.
"""

import json
from collections.abc import Iterator
from typing import Any

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.citing import LICENCE, PUBLICATION, finding
from press.records import Case, Claim
from press.records.claim import Selector

OPENING, CLOSING = '“‘"([{—/-', '”’")]}—/-.,;:!?…'
"""Marks that stand close to the word after them, and to the word before them."""

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def files(publication: Publication, site: Site) -> Iterator[File]:
    """One file a case; none on a site without an address, for annotations are named by whole addresses."""
    if site.url:
        for case in publication.cases.values():
            text = json.dumps(_collection(publication, case, site), ensure_ascii=False, indent=2)
            yield File(addresses.annotations(case.slug), f"{text}\n".encode())


def _collection(publication: Publication, case: Case, site: Site) -> dict[str, Any]:
    here = site.whole(addresses.annotations(case.slug))
    items = list(_annotations(publication, case, site, here))
    page = {"id": f"{here}#page-1", "type": "AnnotationPage", "partOf": here, "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": f"{PUBLICATION}: {case.title}",
        "creator": {"id": site.url, "type": "Organization", "name": PUBLICATION},
        "rights": LICENCE,
        "total": len(items),
        **({"first": page, "last": page["id"]} if items else {}),
    }


def _annotations(publication: Publication, case: Case, site: Site, here: str) -> Iterator[dict[str, Any]]:
    """One for each quotation of each claim, in the article's order; named by the claim, its place and its piece."""
    for claim in publication.claims_of(case):
        for place, appearance in enumerate(claim.appearances, 1):
            if appearance.case == case.slug:
                for piece, quote in enumerate(appearance.quotes, 1):
                    yield {
                        "id": f"{here}#{claim.slug}-{place}-{piece}",
                        "type": "Annotation",
                        "motivation": ["assessing", "linking"],
                        "body": _bodies(claim, site),
                        "target": {
                            "type": "SpecificResource",
                            "source": case.article.url,
                            "selector": _selector(quote),
                        },
                    }


def _bodies(claim: Claim, site: Site) -> list[dict[str, Any]]:
    """The finding as text, and the page that stands behind it."""
    text = f"{finding(claim.so)}. {claim.answer.short}"
    told = {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": "en", "value": text}
    page = {"id": site.whole(addresses.of(claim)), "type": "Text", "format": "text/html", "language": "en"}
    return [told, {"type": "SpecificResource", "purpose": "linking", "source": page}]


def _selector(quote: Selector) -> dict[str, str]:
    """The words, with the space that parts them from what stands around: clients compare letter by letter."""
    before, after = quote.prefix or "", quote.suffix or ""
    around = {
        "prefix": before + " " if before and before[-1] not in OPENING else before,
        "suffix": " " + after if after and after[0] not in CLOSING else after,
    }
    return {
        "type": "TextQuoteSelector",
        "exact": quote.exact,
        **{name: words for name, words in around.items() if words},
    }
