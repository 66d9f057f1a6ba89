"""The page of a technique: what it is, how to spot it, when it is not that, and where it was seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.backlinks import Backlinks, backlinks
from press.leaves import Page, SearchEntry, Site
from press.pages.part.definedterms import technique_data
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import as_data
from press.pages.part.phrases import newest, shortened
from press.pages.part.uses import Use, uses, uses_in_texts
from press.prose import plain
from press.records import Claim, Comparison, Technique
from press.records.technique import SameAs


@dataclass(frozen=True, slots=True)
class TechniqueView:
    """Everything that the page of a technique shows; the three explanations are Markdown.

    `compared` are its uses in comparison texts, apart from the article's.
    """

    name: str
    definition: str
    how_to_spot: str
    not_this_when: str
    same_as: tuple[SameAs, ...]
    uses: tuple[Use, ...]
    compared: tuple[Use, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each technique."""
    links = backlinks(publication)
    for technique in publication.techniques.values():
        yield _page(publication, links, technique, site)


def _page(publication: Publication, links: Backlinks, technique: Technique, site: Site) -> Page:
    users = links.of(technique)
    claims = [each for each in users if isinstance(each, Claim)]
    texts = [each for each in users if isinstance(each, Comparison)]
    return Page(
        path=addresses.of(technique),
        template="page/technique.html.jinja",
        view=TechniqueView(
            name=technique.name,
            definition=technique.definition,
            how_to_spot=technique.how_to_spot,
            not_this_when=technique.not_this_when,
            same_as=technique.same_as,
            uses=uses(publication, claims, technique.slug),
            compared=uses_in_texts(publication, texts, technique.slug),
        ),
        title=f"{technique.name}: a technique of telling, and when it is not that",
        description=shortened(plain(technique.definition)),
        source=publication.source_file(technique),
        on=newest((*(claim.as_of for claim in claims), *(text.published_on for text in texts))),
        search=SearchEntry(
            technique.name,
            " ".join((shortened(plain(technique.definition), 100), *(each.label for each in technique.same_as))),
            weight=9,
        ),
        section="explore",
        links=(as_data(technique),),
        data=(
            *technique_data(technique, site),
            *breadcrumbs(site, ("Techniques", addresses.TECHNIQUES), here=technique.name),
        ),
    )
