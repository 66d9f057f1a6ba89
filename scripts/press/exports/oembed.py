"""What a machine that was given a claim's address needs to show its card: oEmbed 1.0, as one JSON file a claim.

oEmbed asks for an endpoint that is called with `?url=`, and a static host answers no query. Discovery needs none: the
claim's page names this file in its head, and consumers follow that link as it is. `maxwidth` and `maxheight` cannot
be obeyed either; the frame shrinks by itself to the width that it is given.

Source: https://oembed.com/, sections 2.3.4 (parameters of a response), 2.3.4.4 (the rich type) and 4 (discovery).
"""

import json
from collections.abc import Iterator

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.citing import PUBLICATION
from press.pages.part.sharing import CARD_WIDTH, card_height, finding_picture, frame, named
from press.records import Claim
from press.records.life import Withdrawn

DAY = 86_400  # as long as a consumer may keep the answer: a corrected finding reaches other sites on the next day


def files(publication: Publication, site: Site) -> Iterator[File]:
    """One file a claim; none on a site without an address, for every address in it has to be whole."""
    if site.url:
        for claim in publication.claims.values():
            yield _file(claim.slug, _described(publication, claim, site))
        for (kind, slug), gone in sorted(publication.gone.items()):
            if kind == Claim.KIND and isinstance(gone, Withdrawn):
                yield _file(slug, _of_a_link("Withdrawn: a claim", site))


def _file(slug: str, described: dict[str, str | int]) -> File:
    return File(addresses.oembed(slug), f"{json.dumps(described, ensure_ascii=False, indent=2)}\n".encode())


def _of_a_link(title: str, site: Site) -> dict[str, str | int]:
    """What there is to tell of a claim that was withdrawn: a link and no card (section 2.3.4.3)."""
    return {
        "version": "1.0",
        "type": "link",
        "title": title,
        "provider_name": PUBLICATION,
        "provider_url": site.url,
        "cache_age": DAY,
    }


def _described(publication: Publication, claim: Claim, site: Site) -> dict[str, str | int]:
    picture = finding_picture(claim.so.finding)
    return {
        "version": "1.0",
        "type": "rich",
        "title": named(claim),
        "provider_name": PUBLICATION,
        "provider_url": site.url,
        "cache_age": DAY,
        "thumbnail_url": site.whole(picture.path),
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
        "html": frame(publication, claim, site),
        "width": CARD_WIDTH,
        "height": card_height(publication, claim),
    }
