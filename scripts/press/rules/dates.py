"""Law 13: dates and hours agree with each other; what is not known is called unknown."""

from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Case, Claim, Correction, Source
from press.records.base import Moment
from press.records.vocabulary import Available
from press.rules.chronology import against, runs_back
from press.rules.law import of_each


@of_each(Claim)
def an_item_was_available_when_its_source_was(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """Whether evidence was public before, with or after the article follows from its source's own date."""
    case = publication.case_of(claim)
    for index, item in enumerate(claim.evidence):
        source = publication.sources.get(item.source)
        if case is None or source is None:
            continue
        found = against(source.published, case.article.published)
        if item.available is not found:
            message = (
                f"'{item.source}' is dated {source.published.on} and the article {case.article.published.on}; write"
                f" '{found}', or mend the source's date"
            )
            yield publication.problem(claim, ("evidence", index, "available"), message)


@of_each(Source)
def a_source_is_read_after_it_is_published(publication: Publication, source: Source) -> Iterator[Problem]:
    """A source was published before we read it."""
    if against(source.published, Moment(on=source.access.on)) is Available.AFTER:
        message = f"it was read on {source.access.on}, before this day; mend one"
        yield publication.problem(source, ("published", "on"), message)


@of_each(Claim)
def a_finding_rests_on_what_was_there_by_its_day(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A finding rests on nothing later than the day that it holds for."""
    day = Moment(on=claim.as_of)
    for index, item in enumerate(claim.evidence):
        source = publication.sources.get(item.source)
        if source and against(source.published, day) is Available.AFTER:
            message = (
                f"'{item.source}' is of {source.published.on}, and the finding holds for {claim.as_of};"
                " weigh it anew and mend 'as_of'"
            )
            yield publication.problem(claim, ("evidence", index, "source"), message)
    for index, search in enumerate(claim.looked_for):
        if search.on > claim.as_of:
            message = f"this search is later than the day that the finding holds for, {claim.as_of}; mend 'as_of'"
            yield publication.problem(claim, ("looked_for", index, "on"), message)


@of_each(Claim)
def then_is_not_before_the_article(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """What one could have known is told for the day of the article or a later one."""
    case = publication.case_of(claim)
    if case and against(Moment(on=claim.then.on), Moment(on=case.article.published.on)) is Available.BEFORE:
        message = f"the article appeared on {case.article.published.on}; give that day or a later one"
        yield publication.problem(claim, ("then", "on"), message)


@of_each(Case)
def a_timeline_runs_forward(publication: Publication, case: Case) -> Iterator[Problem]:
    """The lines of a timeline stand in the order of their days, and of their hours where these are known."""
    for index, event in enumerate(case.timeline):
        later = next((at for at in range(index) if runs_back(event.when, case.timeline[at].when)), None)
        if later is not None:
            message = f"this is earlier than line {later + 1} of the timeline; put it above that line, or mend the date"
            yield publication.problem(case, ("timeline", index, "when"), message)


@of_each(Case)
def a_timeline_holds_the_article_once(publication: Publication, case: Case) -> Iterator[Problem]:
    """A timeline holds the article itself, once, on its day."""
    lines = [index for index, event in enumerate(case.timeline) if event.article]
    if case.timeline and not lines:
        message = "no line of the timeline is the article's own; add one with 'article: true'"
        yield publication.problem(case, ("timeline",), message)
    for index in lines[1:]:
        message = f"the article has its line already, line {lines[0] + 1}; take 'article' out here"
        yield publication.problem(case, ("timeline", index, "article"), message)
    for index in lines[:1]:
        if case.timeline[index].when.on != case.article.published.on:
            message = f"the article appeared on {case.article.published.on}; write that day"
            yield publication.problem(case, ("timeline", index, "when", "on"), message)


@of_each(Correction)
def a_correction_follows_what_it_corrects(publication: Publication, correction: Correction) -> Iterator[Problem]:
    """A claim is corrected on the day of its publication or later."""
    kind, _, slug = correction.corrects.partition(":")
    claim = publication.claims.get(slug) if kind == Claim.KIND else None
    if claim and correction.on < claim.published_on:
        message = f"'{slug}' was published on {claim.published_on}; give that day or a later one"
        yield publication.problem(correction, ("on",), message)
