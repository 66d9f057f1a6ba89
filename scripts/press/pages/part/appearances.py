"""Where an article makes an assertion: who says it, in which words, and whether it was said."""

from collections.abc import Iterable
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.pages.part.citations import Citation, citation
from press.pages.part.links import Link
from press.pages.part.phrases import capital, listed
from press.records import Case, Claim
from press.records.claim import Appearance
from press.records.vocabulary import Mode, SaidFinding


@dataclass(frozen=True, slots=True)
class Place:
    """One appearance: the words as printed, who quotes whom, and the stamp of this place.

    `chain` begins with the outlet and ends with the one whose words they are; `why` is Markdown.
    """

    quotes: tuple[str, ...]
    language: str
    chain: tuple[Link, ...]
    mode: Mode
    paragraphs: tuple[Link, ...]
    said: SaidFinding
    definition: str
    why: str
    sources: tuple[Citation, ...]


def appearances(publication: Publication, claim: Claim) -> tuple[Place, ...]:
    """Every place, in the record's order."""
    return tuple(_place(publication, appearance) for appearance in claim.appearances)


def who(publication: Publication, claim: Claim) -> str:
    """Who says it: 'The article says:', or 'X and Y say, in the article:'."""
    outlets = {publication.cases[each.case].article.outlet for each in claim.appearances}
    speakers = publication.speakers(claim)
    names = tuple("the article" if voice.slug in outlets else voice.name for voice in speakers)
    implied = all(each.mode is Mode.IMPLIED for each in claim.appearances)
    many = len(speakers) > 1 or any(voice.plural for voice in speakers)
    verb = ("imply" if many else "implies") if implied else ("say" if many else "says")
    where = "" if "the article" in names else ", in the article"
    return capital(f"{listed(names)} {verb}{where}:")


def where(case: Case, claim: Claim) -> Link:
    """Where the assertion stands in a case's article, with a link to its first place on the article map."""
    numbers = sorted({number for each in claim.appearances if each.case == case.slug for number in each.paragraphs})
    last = max((paragraph.number for paragraph in case.paragraphs), default=0)
    label = _paragraphs(numbers, f" of {last}" if last else "")
    return Link(label, paragraph_address(case, numbers[0]))


def paragraph_address(case: Case, number: int) -> str:
    """A paragraph of a case's article map."""
    return f"{addresses.of(case)}#paragraph-{number}"


def _place(publication: Publication, appearance: Appearance) -> Place:
    case = publication.cases[appearance.case]
    return Place(
        quotes=tuple(quote.exact for quote in appearance.quotes),
        language=case.article.language,
        chain=tuple(Link(publication.voices[slug].name, addresses.page("voice", slug)) for slug in appearance.chain),
        mode=appearance.mode,
        paragraphs=tuple(
            Link("the standfirst" if number == 0 else f"paragraph {number}", paragraph_address(case, number))
            for number in appearance.paragraphs
        ),
        said=appearance.said.finding,
        definition=addresses.definition(SaidFinding.NAME, appearance.said.finding),
        why=appearance.said.why,
        sources=tuple(citation(publication, publication.sources[slug]) for slug in appearance.said.sources),
    )


def _paragraphs(numbers: Iterable[int], of: str) -> str:
    """[0, 2, 3] -> 'Standfirst and paragraphs 2 and 3 of 10'."""
    others = [str(number) for number in numbers if number]
    standfirst = ("standfirst",) if 0 in numbers else ()
    body = (f"paragraph{'s' if len(others) > 1 else ''} {listed(others)}{of}",) if others else ()
    return capital(" and ".join((*standfirst, *body)))
