"""Old addresses for hosts that can redirect: one line a moved page, as Netlify and Cloudflare Pages read them.

Each old address has a page of its own that leads on; where the host knows this file, it leads there without it.
Sources: https://docs.netlify.com/manage/routing/redirects/overview/ and
https://developers.cloudflare.com/pages/configuration/redirects/
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.pages.gone import ways
from press.records.life import Moved

PATH = "_redirects"


def files(publication: Publication, site: Site) -> Iterator[File]:
    """One file; none while nothing was moved."""
    base = urlsplit(site.url).path.rstrip("/") if site.url else ""
    lines = [f"{base}/{old} {base}/{now} 301\n" for old, now in _ways(publication)]
    if lines:
        yield File(PATH, "".join(lines).encode())


def _ways(publication: Publication) -> Iterator[tuple[str, str]]:
    for (kind, slug), gone in sorted(publication.gone.items()):
        if isinstance(gone, Moved) and addresses.has_own_page(kind):
            yield from ways(publication, kind, slug, publication.records[(kind, gone.to)])
