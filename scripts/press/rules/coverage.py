"""Law 8: every sentence of the article is accounted for."""

from collections.abc import Iterator

from press import prose
from press.graph import Publication
from press.problems import Problem
from press.records import Case, Claim
from press.records.base import Loc
from press.records.case import Paragraph
from press.records.vocabulary import Status
from press.rules.law import of_each


@of_each(Case)
def every_sentence_has_a_segment(publication: Publication, case: Case) -> Iterator[Problem]:
    """Every sentence of the article is examined, or the map says why not."""
    for index, paragraph in enumerate(case.paragraphs):
        told = {segment.sentence for segment in paragraph.segments}
        missing = sorted(set(range(1, paragraph.sentences + 1)) - told)
        if missing:
            message = f"sentence {_listed(missing)} of paragraph {paragraph.number} has no segment; add one"
            yield publication.problem(case, ("paragraphs", index, "segments"), message)
        for at, segment in enumerate(paragraph.segments):
            if segment.sentence > paragraph.sentences:
                message = f"paragraph {paragraph.number} has {_sentences(paragraph.sentences)}; mend the number"
                yield publication.problem(case, ("paragraphs", index, "segments", at, "sentence"), message)


@of_each(Case)
def paragraphs_are_numbered_in_order(publication: Publication, case: Case) -> Iterator[Problem]:
    """Paragraphs are numbered in order: 0 for the standfirst, then 1, 2, 3."""
    wrong = _first_out_of_order(case)
    if wrong is not None:
        number, index = wrong
        message = f"paragraph {number} comes next; write {number}, or add what is missing before this one"
        yield publication.problem(case, ("paragraphs", index, "number"), message)


@of_each(Case)
def the_map_has_the_articles_sentences(publication: Publication, case: Case) -> Iterator[Problem]:
    """The map has as many paragraphs and sentences as the article."""
    fingerprint = publication.fingerprints.get(case.slug)
    if fingerprint is None or fingerprint.sha256 != case.article.sha256 or not _orderly(case):
        return
    counted = {paragraph.number: paragraph.sentences for paragraph in fingerprint.paragraphs}
    mapped = [paragraph.number for paragraph in case.paragraphs]
    for index, paragraph in enumerate(case.paragraphs):
        sentences = counted.get(paragraph.number)
        if sentences is None:
            message = f"the article has no paragraph {paragraph.number}; take it out"
            yield publication.problem(case, ("paragraphs", index, "number"), message)
        elif sentences != paragraph.sentences:
            message = f"paragraph {paragraph.number} of the article has {_sentences(sentences)}; write {sentences}"
            yield publication.problem(case, ("paragraphs", index, "sentences"), message)
    if len(mapped) < len(counted) and (missing := sorted(set(counted) - set(mapped))):
        message = f"paragraph {_listed(missing)} of the article is not in the map; add it"
        yield publication.problem(case, ("paragraphs",), message)


@of_each(Case)
def a_segment_names_claims_of_its_paragraph(publication: Publication, case: Case) -> Iterator[Problem]:
    """A paragraph of the map names claims that appear in it."""
    if not _orderly(case):
        return
    for index, paragraph in enumerate(case.paragraphs):
        for at, segment in enumerate(paragraph.segments):
            for place, slug in enumerate(segment.claims):
                if not _appears(publication, slug, case, paragraph):
                    loc = ("paragraphs", index, "segments", at, "claims", place)
                    yield publication.problem(case, loc, _stranger(slug, paragraph))
        named = {slug for segment in paragraph.segments for slug in segment.claims}
        for kind, slug in dict.fromkeys(prose.links(paragraph.gist)):
            if kind == Claim.KIND and slug not in named and not _appears(publication, slug, case, paragraph):
                yield publication.problem(case, ("paragraphs", index, "gist"), _stranger(slug, paragraph))


@of_each(Claim)
def an_appearance_has_its_segment(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A published claim is named in each paragraph in which it appears."""
    if claim.status is Status.DRAFT:
        return  # it need not be in the map yet, and a published case cannot name it: advice tells its author
    for loc, case, number in unmapped(publication, claim):
        message = (
            f"no segment of paragraph {number} of '{case.slug}' names this claim; name it there, or take the paragraph"
            " out"
        )
        yield publication.problem(claim, loc, message)


def unmapped(publication: Publication, claim: Claim) -> Iterator[tuple[Loc, Case, int]]:
    """The paragraphs that a claim names and that do not name it, with their place in the claim."""
    for index, appearance in enumerate(claim.appearances):
        case = publication.cases.get(appearance.case)
        if case is None or not _orderly(case):
            continue
        by_number = {paragraph.number: paragraph for paragraph in case.paragraphs}
        for at, number in enumerate(appearance.paragraphs):
            paragraph = by_number.get(number)
            if paragraph and not any(claim.slug in segment.claims for segment in paragraph.segments):
                yield ("appearances", index, "paragraphs", at), case, number


@of_each(Claim)
def a_paragraph_that_is_named_exists(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A claim names paragraphs that the article map has."""
    for index, appearance in enumerate(claim.appearances):
        case = publication.cases.get(appearance.case)
        if case is None or not _orderly(case):
            continue
        numbers = {paragraph.number for paragraph in case.paragraphs}
        for at, number in enumerate(appearance.paragraphs):
            if number not in numbers:
                message = f"the article has no paragraph {number}; it has {min(numbers)} to {max(numbers)}"
                yield publication.problem(claim, ("appearances", index, "paragraphs", at), message)


def _first_out_of_order(case: Case) -> tuple[int, int] | None:
    """The number that a paragraph should have, and its place in the list, for the first that has another."""
    first = min(1, case.paragraphs[0].number)
    numbered = enumerate(case.paragraphs, first)
    return next(((number, number - first) for number, each in numbered if each.number != number), None)


def _orderly(case: Case) -> bool:
    """Whether numbers say which paragraph is meant; where they do not, that alone is told."""
    return _first_out_of_order(case) is None


def _appears(publication: Publication, slug: str, case: Case, paragraph: Paragraph) -> bool:
    claim = publication.claims.get(slug)
    if claim is None:
        return True  # a broken reference is told elsewhere
    return any(each.case == case.slug and paragraph.number in each.paragraphs for each in claim.appearances)


def _stranger(slug: str, paragraph: Paragraph) -> str:
    return (
        f"the claim '{slug}' has no appearance in paragraph {paragraph.number}; name another, or add the paragraph"
        " to its appearances"
    )


def _listed(numbers: list[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _sentences(number: int) -> str:
    return "1 sentence" if number == 1 else f"{number} sentences"
