"""An article's text, which is read and never kept: its paragraphs, sentences and words, and the quotations in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from re import split

from press.graph import Publication
from press.problems import Problem
from press.records import Case, Claim
from press.records.base import Loc
from press.records.claim import Appearance, Selector
from press.records.fingerprint import FingerprintParagraph, FingerprintQuote
from press.rules.quotes import digest, selectors
from press.rules.wording import sentences

_MARKS = "“”\"‘’'"
_CLOSE = 0.5  # of a case's quotations; a text that holds fewer is another article


@dataclass(frozen=True)
class Article:
    """An article's text; `raw` is the file as it was given, UTF-8."""

    raw: bytes

    @cached_property
    def sha256(self) -> str:
        return sha256(self.raw).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs, which stand apart by empty lines; white space inside one is a single space."""
        blocks = split(r"\n\s*\n", self.raw.decode().replace("\r\n", "\n").replace("\r", "\n"))
        return tuple(" ".join(block.split()) for block in blocks if block.strip())

    @property
    def words(self) -> int:
        """How many words it has, split at white space."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    def measures(self, first: int) -> tuple[FingerprintParagraph, ...]:
        """The size of each paragraph; the first one is numbered `first`."""
        return tuple(
            FingerprintParagraph(number=number, sentences=len(sentences(text)), words=len(text.split()))
            for number, text in enumerate(self.paragraphs, first)
        )

    def find(self, appearance: Appearance, selector: Selector, first: int) -> list[FingerprintQuote]:
        """Every place of a quotation in the paragraphs that its appearance names, whole words only."""
        return [
            FingerprintQuote(
                sha256=digest(selector.exact),
                paragraph=number,
                first=self._words_before(number - first) + text.count(" ", 0, start),
                last=self._words_before(number - first) + text.count(" ", 0, start + len(selector.exact)),
            )
            for number, text in enumerate(self.paragraphs, first)
            if number in appearance.paragraphs
            for start in _starts(text, selector)
        ]

    def _words_before(self, index: int) -> int:
        return sum(len(text.split()) for text in self.paragraphs[:index])


def _starts(text: str, selector: Selector) -> Iterator[int]:
    exact, start = selector.exact, -1
    while (start := text.find(exact, start + 1)) >= 0:
        before, after = text[:start].rstrip(), text[start + len(exact) :].lstrip()
        cuts_a_word = _joined(text[start - 1 : start], exact[:1]) or _joined(exact[-1:], text[start + len(exact) :][:1])
        if not cuts_a_word and before.endswith(selector.prefix or "") and after.startswith(selector.suffix or ""):
            yield start


def _joined(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum()


def first_number(case: Case) -> int:
    """The number of the first paragraph: 0, the standfirst, or 1 for an article without one."""
    return min(1, case.paragraphs[0].number)


def quotations(
    publication: Publication, case: Case, article: Article
) -> tuple[tuple[FingerprintQuote, ...], list[Problem]]:
    """Where each quotation of the case stands in the text, in order and once, and those that stand nowhere."""
    found: set[tuple[int, int, int, str]] = set()
    problems = []
    for claim, loc, appearance, selector in _quoted(publication, case):
        places = article.find(appearance, selector, first_number(case))
        found.update((each.paragraph, each.first, each.last, each.sha256) for each in places)
        for name, fault in _faults(article, appearance, selector, len(places), first_number(case)):
            problems.append(publication.problem(claim, (*loc, name), fault))
    quotes = tuple(
        FingerprintQuote(sha256=sha, paragraph=paragraph, first=first, last=last)
        for paragraph, first, last, sha in sorted(found)
    )
    return quotes, problems


def proved(publication: Publication, case: Case, article: Article) -> tuple[int, int]:
    """How many quotations of the case stand in the text where its claims say, and how many there are."""
    first = first_number(case)
    found = [
        not any(_faults(article, appearance, selector, len(article.find(appearance, selector, first)), first))
        for _, _, appearance, selector in _quoted(publication, case)
    ]
    return sum(found), len(found)


def closest(publication: Publication, cases: Iterable[Case], article: Article) -> Case | None:
    """The case that this text is nearly the article of, with other marks or a few other words; None where it is none's.

    At least half of its quotations stand in the text, or, where it has none yet, each paragraph has as many sentences.
    """
    shares = [(_share(publication, case, article), case) for case in cases]
    best, nearest = max(shares, key=lambda each: each[0], default=(0.0, None))
    return nearest if best >= _CLOSE else None


def _share(publication: Publication, case: Case, article: Article) -> float:
    text = _folded("\n".join(article.paragraphs))
    quotes = {_folded(selector.exact) for _, _, _, selector in _quoted(publication, case)}
    if quotes:
        return sum(each in text for each in quotes) / len(quotes)
    measures = [each.sentences for each in article.measures(first_number(case))]
    same = measures == [each.sentences for each in case.paragraphs]
    return _CLOSE if same else 0.0  # less than most quotations show: two articles may be as long


def _quoted(publication: Publication, case: Case) -> Iterator[tuple[Claim, Loc, Appearance, Selector]]:
    for claim in publication.claims_by_case.get(case.slug, ()):
        for loc, appearance, selector in selectors(claim):
            if appearance.case == case.slug:
                yield claim, loc, appearance, selector


def against_text(publication: Publication, case: Case, article: Article) -> Iterator[Problem]:
    """Everything that a record says of the text, held against the text itself."""
    first = first_number(case)
    if case.article.words != article.words:
        message = f"the text has {article.words} words; write that number"
        yield publication.problem(case, ("article", "words"), message)
    counted = {each.number: each.sentences for each in article.measures(first)}
    for index, paragraph in enumerate(case.paragraphs):
        sentences = counted.get(paragraph.number)
        if sentences is None:
            message = f"the text has no paragraph {paragraph.number}; take it out"
            yield publication.problem(case, ("paragraphs", index, "number"), message)
        elif sentences != paragraph.sentences:
            message = f"in the text, paragraph {paragraph.number} has {sentences} sentences; write {sentences}"
            yield publication.problem(case, ("paragraphs", index, "sentences"), message)
    quotes, problems = quotations(publication, case, article)
    yield from problems
    fingerprint = publication.fingerprints.get(case.slug)
    if fingerprint is None or problems:
        return
    if set(quotes) - set(fingerprint.quotes) or fingerprint.paragraphs != article.measures(first):
        message = "this is not what the text gives; run 'make fingerprint TEXT=the-article.txt'"
        yield publication.problem(fingerprint, (), message)


def _faults(
    article: Article, appearance: Appearance, selector: Selector, places: int, first: int
) -> Iterator[tuple[str, str]]:
    """Name of the field at fault, and what is wrong with it."""
    bare = selector.model_copy(update={"prefix": None, "suffix": None})
    alone = len(article.find(appearance, bare, first))
    where = ", ".join(str(number) for number in appearance.paragraphs)
    if alone == 0:
        yield "exact", f"these words do not stand in paragraph {where} of the text; {_advice(article, selector.exact)}"
    elif alone == 1 and (selector.prefix or selector.suffix):
        yield "prefix" if selector.prefix else "suffix", "the quotation stands there once; take this out"
    elif places == 0:
        name = "prefix" if selector.prefix else "suffix"
        yield name, "these are not the words beside the quotation; copy them exactly"
    elif places > 1:
        yield "exact", f"these words stand {places} times in paragraph {where}; add a 'prefix' or 'suffix'"


def _advice(article: Article, exact: str) -> str:
    folded = _folded(exact)
    for text in article.paragraphs:
        if exact in text:
            return "they stand in another paragraph, or inside longer words"
        if folded in _folded(text):
            return "the text has other marks or capitals; copy it exactly"
    return "copy them exactly"


def _folded(text: str) -> str:
    for mark in _MARKS:
        text = text.replace(mark, "'")
    return text.replace("–", "-").replace("—", "-").casefold()
