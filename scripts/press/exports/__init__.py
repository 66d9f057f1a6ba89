"""What the site holds besides pages: one maker of files for each kind, in order."""

from collections.abc import Callable, Iterator

from press.exports import citations, feeds, oembed, pictures
from press.graph import Publication
from press.leaves import File, Site

# A new export is a file here and a line in this list. A file that needs whole addresses is left out without a site's.
EXPORTS: tuple[Callable[[Publication, Site], Iterator[File]], ...] = (
    oembed.files,
    pictures.files,
    feeds.files,
    citations.files,
)
