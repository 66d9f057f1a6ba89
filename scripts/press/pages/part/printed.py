"""The article as it was printed: where, when, and how it is read."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import ARCHIVE, warning
from press.pages.part.links import Link
from press.records import Case
from press.records.base import Moment


@dataclass(frozen=True, slots=True)
class Printed:
    """An article's own facts. `headline` is '' when none was seen; `url` is on the web, `archive` a place to look.

    `source` leads to the page of the source record with the same address, where there is one.
    """

    outlet: Link
    headline: str
    headline_basis: str
    language: str
    published: Moment
    published_basis: str
    words: int
    sentences: int
    sha256: str
    url: str
    archive: str
    warning: str
    source: Link | None


def printed(publication: Publication, case: Case) -> Printed:
    """The facts of the case's article."""
    article = case.article
    outlet = publication.voices[article.outlet]
    source = next((each for each in publication.sources.values() if each.url == article.url), None)
    return Printed(
        outlet=Link(outlet.name, addresses.of(outlet)),
        headline=article.headline or "",
        headline_basis=article.headline_basis,
        language=article.language,
        published=article.published,
        published_basis=article.published_basis,
        words=article.words,
        sentences=sum(paragraph.sentences for paragraph in case.paragraphs),
        sha256=article.sha256,
        url=article.url,
        archive=ARCHIVE + article.url,
        warning=warning(source) if source else "",
        source=Link("How we read it", addresses.of(source)) if source else None,
    )
