"""What the article of a case leaves out, in full: why it matters, whether it was public, and what shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, Page, SearchEntry
from press.pages.part.links import Link
from press.pages.part.omissions import Missing, omissions
from press.pages.part.phrases import counted, newest, shortened
from press.records import Omission


@dataclass(frozen=True, slots=True)
class MissingView:
    """The omissions of a case."""

    case: Link
    omissions: tuple[Missing, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """One page for each case whose article leaves something out."""
    for case in publication.cases.values():
        found = omissions(publication, case)
        if found:
            told = f"{counted(len(found), 'omission')}, each judged by what was public when the article appeared."
            yield Page(
                path=addresses.missing(case.slug),
                template="page/missing.html.jinja",
                view=MissingView(Link(case.title, f"{addresses.of(case)}#missing"), found),
                title=f"What is missing: {case.title}",
                description=shortened(told),
                source=f"data/{Omission.FOLDER}",
                on=newest(claim.as_of for claim in publication.claims_of(case)),
                search=SearchEntry(f"What is missing: {case.title}", " ".join(each.missing for each in found)),
                section="case",
                parts=(LISTS, "case"),
            )
