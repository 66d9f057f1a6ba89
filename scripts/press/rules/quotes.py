"""Law 1: quotations of the article are exact, short and few."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from press import prose
from press.graph import Publication
from press.problems import Problem
from press.records import Case, Claim, Comparison, Fingerprint, Record
from press.records.base import Loc
from press.records.claim import Appearance, Selector
from press.records.fingerprint import FingerprintQuote
from press.rules.law import of_each
from press.rules.wording import phrases

MOST_WORDS = 25
MOST_WORDS_AROUND = 3
MOST_SHOWN = 40  # per cent of the article's words

_GET = "run 'make fingerprint TEXT=the-article.txt', or ask somebody who holds the article's text to run it"


@of_each(Claim)
def quotations_are_short(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A quotation has at most 25 words."""
    quotes = [((*loc, "exact"), selector.exact) for loc, _, selector in selectors(claim)]
    quotes += [(("evidence", at, "quote"), item.quote) for at, item in enumerate(claim.evidence) if item.quote]
    yield from too_long(publication, claim, quotes)


def too_long(publication: Publication, record: Record, quotes: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
    """A fault for each quotation of a record that has more than 25 words."""
    for loc, text in quotes:
        words = len(text.split())
        if words > MOST_WORDS:
            message = f"the quotation has {words} words; shorten it to {MOST_WORDS} at most"
            yield publication.problem(record, loc, message)


@of_each(Claim)
def little_stands_around_a_quotation(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """At most three words before or after a quotation say which of several places is meant."""
    for loc, _, selector in selectors(claim):
        for name in ("prefix", "suffix"):
            words = len((getattr(selector, name) or "").split())
            if words > MOST_WORDS_AROUND:
                message = f"'{name}' has {words} words; {MOST_WORDS_AROUND} at most are enough to find the place"
                yield publication.problem(claim, (*loc, name), message)


@of_each(Claim)
def a_quotation_stands_in_the_article(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """Every quotation of the article was found in its text, in the paragraph that is named."""
    for loc, appearance, selector in selectors(claim):
        fingerprint = publication.fingerprints.get(appearance.case)
        if fingerprint is None or places_of(fingerprint, appearance, selector):
            continue
        elsewhere = sorted({quote.paragraph for quote in fingerprint.quotes if quote.sha256 == digest(selector.exact)})
        where = _listed(appearance.paragraphs)
        if elsewhere:
            message = f"these words stand in paragraph {_listed(elsewhere)}, not in {where}; mend 'paragraphs'"
        else:
            message = (
                f"nothing proves yet that these words stand in paragraph {where} of the article; copy them exactly,"
                f" and once they are, {_GET}"
            )
        yield publication.problem(claim, (*loc, "exact"), message)


def stands(publication: Publication, claim: Claim) -> bool:
    """Whether all that a claim quotes was found in the article; True where there is nothing to find it in."""
    fingerprints = publication.fingerprints
    return all(
        each.case not in fingerprints or places_of(fingerprints[each.case], each, selector)
        for _, each, selector in selectors(claim)
    )


@of_each(Case)
def an_article_has_its_fingerprint(publication: Publication, case: Case) -> Iterator[Problem]:
    """The article's text is not ours to keep; a fingerprint of it is kept, and agrees with the record."""
    fingerprint = publication.fingerprints.get(case.slug)
    if fingerprint is None:
        if (Fingerprint.KIND, case.slug) not in publication.unfit:
            message = f"the article has no data/fingerprints/{case.slug}.yml; {_GET}"
            yield publication.problem(case, ("article", "sha256"), message)
        return
    if case.article.sha256 != fingerprint.sha256:
        message = f"the fingerprint was taken from another text (sha256 {fingerprint.sha256[:12]}…); {_GET}"
        yield publication.problem(case, ("article", "sha256"), message)
    elif case.article.words != fingerprint.words:
        message = f"the article has {fingerprint.words} words by its fingerprint; write that number"
        yield publication.problem(case, ("article", "words"), message)


@of_each(Fingerprint)
def a_fingerprint_belongs_to_a_case(publication: Publication, fingerprint: Fingerprint) -> Iterator[Problem]:
    """A fingerprint bears the name of the case whose article it is."""
    key = (Case.KIND, fingerprint.slug)
    if key not in publication.records and key not in publication.unfit:
        message = f"no case is called '{fingerprint.slug}'; name the file after its case, or delete it"
        yield publication.problem(fingerprint, (), message)


@of_each(Claim)
def a_technique_shows_words_that_are_quoted(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A technique is shown in words that the claim quotes."""
    yield from not_quoted(publication, claim, [selector.exact for _, _, selector in selectors(claim)], "claim")


def not_quoted(
    publication: Publication, record: Claim | Comparison, quotes: Iterable[str], whose: str
) -> Iterator[Problem]:
    """A fault for each technique of a record whose words are no piece of its quotations."""
    found = tuple(quotes)
    for index, use in enumerate(record.techniques):
        if not any(use.quote in quote for quote in found):
            message = f"these words are no piece of a quotation of this {whose}; take a piece of one, letter for letter"
            yield publication.problem(record, ("techniques", index, "quote"), message)


@of_each(Case)
def the_map_quotes_what_a_claim_quotes(publication: Publication, case: Case) -> Iterator[Problem]:
    """The article map is in our words; what it puts in quotation marks is quoted by a claim of the case."""
    quotes = [
        selector.exact
        for claim in publication.claims_by_case.get(case.slug, ())
        for _, appearance, selector in selectors(claim)
        if appearance.case == case.slug
    ]
    for index, paragraph in enumerate(case.paragraphs):
        for phrase in phrases(prose.plain(paragraph.gist)):
            if not any(phrase.rstrip(".,;") in quote for quote in quotes):
                message = f"“{phrase}” is no piece of a quotation of any claim of this case; say it in our words"
                yield publication.problem(case, ("paragraphs", index, "gist"), message)


@of_each(Case)
def little_of_the_article_is_shown(publication: Publication, case: Case) -> Iterator[Problem]:
    """At most 40 per cent of the article's words are quoted, each word counted once."""
    quoted, words = share(publication, case)
    if quoted * 100 > words * MOST_SHOWN:
        message = (
            f"the claims quote {quoted} of the article's {words} words; shorten quotations until they are"
            f" {words * MOST_SHOWN // 100} at most"
        )
        yield publication.problem(case, ("article", "words"), message)


def selectors(claim: Claim) -> Iterator[tuple[Loc, Appearance, Selector]]:
    """Every quotation of the article in a claim, with its place in the record."""
    for index, appearance in enumerate(claim.appearances):
        for at, selector in enumerate(appearance.quotes):
            yield ("appearances", index, "quotes", at), appearance, selector


def digest(words: str) -> str:
    """What a fingerprint keeps of a quotation."""
    return sha256(words.encode()).hexdigest()


def places_of(fingerprint: Fingerprint, appearance: Appearance, selector: Selector) -> list[FingerprintQuote]:
    """Where the fingerprint has the words, among the appearance's paragraphs."""
    sought = digest(selector.exact)
    return [
        quote for quote in fingerprint.quotes if quote.sha256 == sought and quote.paragraph in appearance.paragraphs
    ]


def share(publication: Publication, case: Case) -> tuple[int, int]:
    """How many of the article's words are shown, and how many it has; (0, 0) without a fingerprint."""
    fingerprint = publication.fingerprints.get(case.slug)
    if fingerprint is None:
        return 0, 0
    quoted: set[int] = set()
    for claim in publication.claims_by_case.get(case.slug, ()):
        for _, appearance, selector in selectors(claim):
            if appearance.case == case.slug:
                before, after = (len((each or "").split()) for each in (selector.prefix, selector.suffix))
                for place in places_of(fingerprint, appearance, selector):
                    quoted.update(range(place.first - before, place.last + after + 1))
    return len(quoted), fingerprint.words


def _listed(numbers: tuple[int, ...] | list[int]) -> str:
    return ", ".join(str(number) for number in numbers)
