"""What keeps records whole: prose that can be printed, and names that mean one thing."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from press import prose
from press.graph import Publication
from press.graph.teaching import lessons_with
from press.problems import Problem, did_you_mean
from press.records import Claim, Item, Lesson, Record, Source
from press.records.base import Loc, Own
from press.records.vocabulary import Status
from press.rules.law import of_each
from press.rules.wording import own

UNWRITTEN = "to be written"
"""What `press new` leaves in a field until somebody writes it, in any case and with or without a full stop."""
_TWICE = "'{}' is listed already; take it out here"


@of_each(Record)
def prose_can_be_printed(publication: Publication, record: Record) -> Iterator[Problem]:
    """Prose holds paragraphs, lists, emphasis and links, and nothing that a page could run."""
    for place in own(record):
        marker: Own = place.marker(Own)
        if marker.markdown:
            for fault in dict.fromkeys(prose.faults(place.value)):
                yield publication.problem(record, place.loc, fault)


@of_each(Record)
def plain_text_holds_no_links(publication: Publication, record: Record) -> Iterator[Problem]:
    """A text that is printed as it stands holds no Markdown."""
    for place in own(record):
        marker: Own = place.marker(Own)
        if not marker.markdown and "](" in place.value:
            message = "this text is printed as it stands, so a link would show its signs; write the words alone"
            yield publication.problem(record, place.loc, message)


@of_each(Claim)
def an_item_has_a_name_of_its_own(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """Each item of evidence has a name that no other item of its claim has."""
    first: dict[str, int] = {}
    for index, item in enumerate(claim.evidence):
        if item.id in first:
            message = f"item {first[item.id] + 1} is called '{item.id}' too; give this one another name"
            yield publication.problem(claim, ("evidence", index, "id"), message)
        first.setdefault(item.id, index)


@of_each(Claim)
def a_relation_leads_to_another_claim(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A claim stands in a relation to other claims, once in each way."""
    seen: set[tuple[str, str]] = set()
    for index, relation in enumerate(claim.relations):
        if relation.claim == claim.slug:
            message = "a claim has no relation to itself; name another claim, or take this out"
            yield publication.problem(claim, ("relations", index, "claim"), message)
        elif (relation.type, relation.claim) in seen:
            message = f"this relation to '{relation.claim}' stands above already; take one out"
            yield publication.problem(claim, ("relations", index, "claim"), message)
        seen.add((relation.type, relation.claim))


@of_each(Record)
def what_is_published_is_written(publication: Publication, record: Record) -> Iterator[Problem]:
    """A published record has no field left in which something is still to be written."""
    if getattr(record, "status", None) is Status.PUBLISHED:
        for place in own(record):
            if unwritten(place.value):
                yield publication.problem(record, place.loc, "this is still to be written; write it, or keep the draft")


def unwritten(text: str) -> bool:
    """Whether this is what `press new` left to be written."""
    return text.strip().casefold().rstrip(".") == UNWRITTEN


@of_each(Claim)
def a_source_is_evidence_or_also_read(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """A source that gives evidence is not listed again among those that were only read."""
    evidence = {item.source for item in claim.evidence}
    for index, slug in enumerate(claim.also_read):
        if slug in evidence or slug in claim.also_read[:index]:
            message = f"'{slug}' is listed already; take it out here"
            yield publication.problem(claim, ("also_read", index), message)


def a_document_has_one_record(publication: Publication) -> Iterator[Problem]:
    """Each document has one record, and each record an address that no other has."""
    first: dict[str, Source] = {}
    for source in publication.sources.values():
        url = getattr(source, "url", None)
        if url is None:
            continue
        other = first.setdefault(_same(url), source)
        if other is not source:
            message = f"the source '{other.slug}' has this address too; use that record, or mend the address"
            yield publication.problem(source, ("url",), message)


def a_publisher_with_a_record_is_named_by_it(publication: Publication) -> Iterator[Problem]:
    """A publisher that is a voice is named by the voice's record, so that its interest is counted once."""
    voices = {voice.name.casefold(): slug for slug, voice in publication.voices.items() if hasattr(voice, "name")}
    for source in publication.sources.values():
        name = getattr(source, "publisher_name", None) or ""
        if slug := voices.get(name.casefold()):
            message = f"the voice '{slug}' has this name; write 'publisher: {slug}' instead"
            yield publication.problem(source, ("publisher_name",), message)


def _same(url: str) -> str:
    """The address without what does not change the document that it leads to."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"


def a_lesson_has_a_place_of_its_own(publication: Publication) -> Iterator[Problem]:
    """No two lessons have the same place in the unit."""
    first: dict[int, Lesson] = {}
    for lesson in publication.lessons.values():
        order = getattr(lesson, "order", None)
        other = lesson if order is None else first.setdefault(order, lesson)
        if other is not lesson:
            message = f"the lesson '{other.slug}' has place {order} too; give this one another number"
            yield publication.problem(lesson, ("order",), message)


@of_each(Lesson)
def a_lesson_names_each_thing_once(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A lesson names each claim, question and other lesson once, and never itself."""
    named = [(("claims", index, "claim"), each.claim) for index, each in enumerate(lesson.claims)]
    yield from _again(publication, lesson, named)
    for at, route in enumerate(lesson.routes):
        ticket = [(("routes", at, "exit_ticket", index), slug) for index, slug in enumerate(route.exit_ticket)]
        yield from _again(publication, lesson, ticket)
    others = [(("see", index), slug) for index, slug in enumerate(lesson.see)]
    yield from _again(publication, lesson, [(("slug",), lesson.slug), *others])


def _again(publication: Publication, lesson: Lesson, named: list[tuple[Loc, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for loc, slug in named:
        if slug is not None and slug in seen:
            message = f"'{slug}' is this lesson itself; take it out" if slug == lesson.slug else _TWICE.format(slug)
            yield publication.problem(lesson, loc, message)
        seen.add(slug)


@of_each(Item)
def a_question_belongs_to_a_lesson(publication: Publication, item: Item) -> Iterator[Problem]:
    """Each public question of the quiz bank stands on the exit ticket of a lesson."""
    read = not any(kind == Lesson.KIND for kind, _ in publication.unfit)  # what cannot be read may use it
    if read and item.status is Status.PUBLISHED and not lessons_with(publication, item):
        message = (
            "no lesson asks this question; add it to an exit ticket, or take it back:"
            f" ./press withdraw {Item.KIND}:{item.slug}"
        )
        yield publication.problem(item, (), message)


@of_each(Lesson)
def a_code_stands_in_its_framework(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """What a lesson serves of a framework is one of the framework's entries."""
    for index, alignment in enumerate(lesson.alignments):
        framework = publication.frameworks.get(alignment.framework)
        codes = [each.code for each in framework.entries] if framework else [alignment.code]
        if alignment.code not in codes:
            way = did_you_mean(alignment.code, codes) or "; add the entry there, or mend the code"
            message = f"the framework '{alignment.framework}' has no entry '{alignment.code}'{way}"
            yield publication.problem(lesson, ("alignments", index, "code"), message)
