"""What the site holds besides pages: one maker of files for each kind, in order."""

from collections.abc import Callable, Iterator

from press.exports import annotations, citations, claimreviews, data, feeds, oembed, pictures, redirects
from press.graph import Publication
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
)
