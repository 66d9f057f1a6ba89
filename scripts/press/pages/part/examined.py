"""A case for machines: our page as an `Article` about the `NewsArticle` that it takes apart, without any review.

Sources: https://schema.org/Article, https://schema.org/NewsArticle
"""

from press import addresses
from press.graph import Publication
from press.leaves import Site
from press.pages.part.linked import Thing, date, publisher, speaker
from press.records import Case


def case_data(publication: Publication, case: Case, site: Site, modified: str) -> tuple[Thing, ...]:
    """What the case's page says of itself; it came out with the first of its claims. Nothing without an address."""
    if not site.url:
        return ()
    published = min((claim.published_on for claim in publication.claims_of(case)), default="")
    dates = {"datePublished": published, "dateModified": modified} if published else {}
    return (
        {
            "@type": "Article",
            "url": site.whole(addresses.of(case)),
            "headline": case.title,
            "author": publisher(site),
            **dates,
            "about": _article(publication, case),
        },
    )


def _article(publication: Publication, case: Case) -> Thing:
    """The article that is examined, as far as it is known."""
    article = case.article
    known = {"headline": article.headline or "", "datePublished": date(article.published)}
    return {
        "@type": "NewsArticle",
        "url": article.url,
        **{name: value for name, value in known.items() if value},
        "inLanguage": article.language,
        "publisher": speaker(publication.voices[article.outlet]),
    }
