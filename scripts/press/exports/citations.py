"""Every page that can be cited, in two files for reference managers: BibTeX and CSL-JSON, cases first.

The same entries as on the pages, so an entry copied from a page and one from these files have one key.
"""

import json
from collections.abc import Iterator
from itertools import chain

from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.citing import case_citing, claim_citing, lesson_citing

BIBTEX = "data/citations.bib"
CSL = "data/citations.csl.json"


def files(publication: Publication, site: Site) -> Iterator[File]:
    """Both files; without a site's address the entries have none either."""
    found = tuple(
        chain(
            (case_citing(publication, case, site) for case in publication.cases.values()),
            (claim_citing(publication, claim, site) for claim in publication.claims.values()),
            (
                lesson_citing(publication, lesson, route.route, site)
                for lesson in publication.lessons.values()
                for route in lesson.routes
            ),
        )
    )
    items = [item for each in found for item in json.loads(each.csl)]
    yield File(BIBTEX, "".join(f"{each.bibtex}\n\n" for each in found).encode())
    yield File(CSL, f"{json.dumps(items, ensure_ascii=False, indent=1)}\n".encode())
