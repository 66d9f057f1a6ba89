"""The laws of comparison texts: quoted as little as the article, read with the same eye, counted alike."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Case, Comparison, Record
from press.records.counted import Counted
from press.records.vocabulary import Measure
from press.rules.law import of_each
from press.rules.quotes import MOST_SHOWN, not_quoted, too_long

_OF_SENTENCES = (Measure.PEOPLE_HARMED, Measure.ACCUSED, Measure.ACCUSING, Measure.NEITHER)


@of_each(Comparison)
def quotations_of_a_comparison_are_short(publication: Publication, text: Comparison) -> Iterator[Problem]:
    """A quotation of a comparison text has at most 25 words."""
    yield from too_long(publication, text, ((("quotes", at), quote or "") for at, quote in enumerate(text.quotes)))


@of_each(Comparison)
def little_of_a_comparison_is_shown(publication: Publication, text: Comparison) -> Iterator[Problem]:
    """At most 40 per cent of the words that were read of a comparison text are quoted.

    It is the share that holds for an article. Where a text was read in part, the share is of that part, so that a
    short excerpt is not shown nearly whole. Its words are not at hand, so words in two quotations count twice.
    """
    lengths = _lengths(text)
    if sum(lengths) * 100 > text.read.words * MOST_SHOWN:
        message = (
            f"{sum(lengths)} of the {text.read.words} words that were read are quoted; shorten quotations, this longest"
            f" one first, until they are {text.read.words * MOST_SHOWN // 100} at most"
        )
        yield publication.problem(text, ("quotes", lengths.index(max(lengths))), message)


@of_each(Comparison)
def a_technique_in_a_comparison_shows_its_words(publication: Publication, text: Comparison) -> Iterator[Problem]:
    """A technique in a comparison text is shown in words that are among its quotations."""
    if None in text.quotes:
        return  # the words may stand in the quotation that cannot be read
    yield from not_quoted(publication, text, text.quotes, "text")


@of_each(Record)
def the_same_is_counted_in_every_text(publication: Publication, record: Record) -> Iterator[Problem]:
    """Whatever is counted in one text is counted in the article and in every text beside it, once."""
    if isinstance(record, Comparison) or (isinstance(record, Case) and record.counts):
        seen: set[Measure] = set()
        for index, each in enumerate(record.counts):
            if each.measure in seen:
                message = f"'{each.measure}' is counted above already; take one out"
                yield publication.problem(record, ("counts", index, "measure"), message)
            seen.add(each.measure)
        if left := [measure for measure in Measure if measure not in seen]:
            are = "is" if len(left) == 1 else "are"
            message = f"{_listed(left)} {are} not counted; add each with its number and note"
            yield publication.problem(record, ("counts",), message)


@of_each(Record)
def no_more_sentences_are_counted_than_were_read(publication: Publication, record: Record) -> Iterator[Problem]:
    """No count of sentences is larger than the number of sentences that were read."""
    counts: tuple[Counted, ...] = ()
    read = 0
    if isinstance(record, Comparison):
        counts, read = record.counts, record.read.sentences
    elif isinstance(record, Case):
        counts, read = record.counts, sum(paragraph.sentences for paragraph in record.paragraphs)
    for index, each in enumerate(counts):
        if each.measure in _OF_SENTENCES and each.number > read:
            message = f"only {read} sentences were read; count again"
            yield publication.problem(record, ("counts", index, "number"), message)


@of_each(Comparison)
def a_comparison_is_another_text(publication: Publication, text: Comparison) -> Iterator[Problem]:
    """A comparison text is not the article itself, and stands beside it once."""
    case, source = publication.cases.get(text.case), publication.sources.get(text.source)
    if case and source and source.url == case.article.url:
        yield publication.problem(text, ("source",), "this is the article itself; name another text")
    for other in publication.comparisons.values():
        if other.slug < text.slug and (other.case, other.source) == (text.case, text.source):
            message = f"'{other.slug}' reads this text already; name another, or join the two"
            yield publication.problem(text, ("source",), message)


def _lengths(text: Comparison) -> list[int]:
    """The words of each quotation; 0 for one that cannot be read."""
    return [len((quote or "").split()) for quote in text.quotes]


def _listed(measures: list[Measure]) -> str:
    return ", ".join(f"'{measure}'" for measure in measures)
