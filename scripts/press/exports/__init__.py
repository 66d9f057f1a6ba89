"""What the site holds besides pages: one maker of files for each kind, in order."""

from collections.abc import Callable, Iterator

from press import addresses
from press.exports import (
    annotations,
    cartridge,
    citations,
    claimreviews,
    data,
    documents,
    feeds,
    gift,
    oembed,
    pictures,
    redirects,
)
from press.graph import Publication
from press.graph.lasting import former_slugs
from press.leaves import File, Site

# A new export is a file here and a line in this list. A file that needs whole addresses is left out without a site's.
EXPORTS: tuple[Callable[[Publication, Site], Iterator[File]], ...] = (
    data.files,
    oembed.files,
    pictures.files,
    claimreviews.files,
    annotations.files,
    redirects.files,
    feeds.files,
    citations.files,
    gift.files,
    cartridge.files,
    documents.files,
)


def files(publication: Publication, site: Site) -> Iterator[File]:
    """Every file, and again under the names that its record had before: a program is not led on as a reader is."""
    made = {file.path: file for export in EXPORTS for file in export(publication, site)}
    yield from made.values()
    for record in publication.records.values():
        for slug in former_slugs(publication, record):
            for old, now in zip(addresses.files(record.KIND, slug), addresses.files(*record.ref), strict=True):
                if now in made:
                    yield File(old, made[now].data)
