"""What an article leaves out, judged by what was public when it appeared."""

from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.records import Case, Omission
from press.records.base import Moment
from press.records.vocabulary import PublicByThen


@dataclass(frozen=True, slots=True)
class Missing:
    """One omission; `why_it_matters` and `how_known` are Markdown."""

    id: str
    missing: str
    why_it_matters: str
    public: PublicByThen
    when: Moment | None
    shown_by: Citation | None
    how_known: str
    sources: tuple[Citation, ...]


def omissions(publication: Publication, case: Case) -> tuple[Missing, ...]:
    """The omissions of a case, what was certainly public first."""
    order = tuple(PublicByThen)
    found = [each for each in publication.omissions.values() if each.case == case.slug]
    found.sort(key=lambda each: (order.index(each.public_by_then.finding), each.slug))
    return tuple(_missing(publication, each) for each in found)


def _missing(publication: Publication, omission: Omission) -> Missing:
    then = omission.public_by_then
    return Missing(
        id=f"omission-{omission.slug}",
        missing=omission.missing,
        why_it_matters=omission.why_it_matters,
        public=then.finding,
        when=then.when,
        shown_by=citation(publication, publication.sources[then.source]) if then.source else None,
        how_known=then.why,
        sources=tuple(
            citation(publication, publication.sources[slug]) for slug in omission.sources if slug != then.source
        ),
    )
