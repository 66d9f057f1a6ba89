"""Laws on lessons: what they show was quoted, what they build on is there, and a class can run them."""

from collections.abc import Iterator

from press.graph import Publication
from press.graph.teaching import behind, blocks, case_of, excerpts, minutes, printed_at
from press.problems import Problem, did_you_mean
from press.records import Lesson, Record, Story
from press.records.base import Loc
from press.records.block import Block
from press.records.vocabulary import RouteKind, Status
from press.rules import quotes
from press.rules.law import of_each, until_something_lacks

SHORTEST, LONGEST = 40, 60
CORE_SHORTEST, CORE_LONGEST = 15, 20
AFFIRMING = 40
"""How many of a hundred questions at least are answered by saying that something holds."""
YOUNGEST_FOR_THE_CASE = 14
_OPENINGS = ("I can ", "I know ")
_WAY = "; name one that it has, or add it there"


@of_each(Record)
def an_excerpt_is_quoted_by_its_claim(publication: Publication, record: Record) -> Iterator[Problem]:
    """What pupils read of the article is a quotation of a claim, or a piece of one, letter for letter."""
    for loc, excerpt in excerpts(record):
        claim = publication.claims.get(excerpt.claim)
        if claim and quotes.stands(publication, claim) and not printed_at(publication, excerpt):
            message = f"these words are no piece of a quotation of '{excerpt.claim}'; take a piece, letter for letter"
            yield publication.problem(record, (*loc, "quote"), message)


@of_each(Lesson)
def a_lesson_teaches_what_it_shows(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A lesson names every claim whose words its pupils read, and the version that it was written for."""
    taught = {each.claim for each in lesson.claims}
    shown = [((*loc, "claim"), excerpt.claim) for loc, excerpt in excerpts(lesson)]
    for at, route in enumerate(lesson.routes):
        for index, slug in enumerate(route.exit_ticket):
            item = publication.items.get(slug)
            if item and item.excerpt:
                shown.append((("routes", at, "exit_ticket", index), item.excerpt.claim))
    for loc, claim in shown:
        if claim not in taught:
            message = f"pupils read words of '{claim}' here; add it to 'claims' with its version, or take the words out"
            yield publication.problem(lesson, loc, message)


@of_each(Lesson)
def a_lesson_names_versions_that_there_are(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A lesson is never written for a version of a claim that does not exist yet."""
    for index, pinned in enumerate(lesson.claims):
        claim = publication.claims.get(pinned.claim)
        now = publication.version(claim) if claim else pinned.version
        if pinned.version > now:
            message = f"'{pinned.claim}' is at version {now}; write the version that the lesson was written for"
            yield publication.problem(lesson, ("claims", index, "version"), message)


@of_each(Lesson)
def a_lesson_follows_its_claims(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """When a claim is corrected, the lessons that teach it are read again."""
    for index, pinned, now in behind(publication, lesson):
        message = (
            f"'{pinned.claim}' was corrected and is at version {now}; read the lesson against it, then write {now}"
        )
        yield publication.problem(lesson, ("claims", index, "version"), message)


@of_each(Lesson)
def a_lesson_uses_what_its_story_has(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """The lines and documents of an invented story that a lesson uses are there."""
    for at, route in enumerate(lesson.routes):
        story = publication.stories.get(route.story or "")
        if story is None and (route.story or route.route is RouteKind.PARALLEL):
            continue  # that it is not there is told
        for loc, block in blocks(route):
            for field, value in (*_entries(block, "story_lines"), *_entries(block, "story_documents")):
                fault = _not_told(story, value)
                if fault:
                    yield publication.problem(lesson, ("routes", at, *loc, *field), fault)


def _entries(block: Block, name: str) -> Iterator[tuple[Loc, int | str]]:
    """Each entry of a list of a block that can be read, with its place below the block."""
    return (((name, index), value) for index, value in enumerate(getattr(block, name)) if value is not None)


def _not_told(story: Story | None, value: int | str) -> str:
    """What is wrong with naming a line by its number, or a document by its id; '' for nothing."""
    if story is None:
        return "this route has no story; take this out"
    if isinstance(value, int):
        lines = len(story.lines)
        return f"the story '{story.slug}' has {lines} lines; name one of them" if value > lines else ""
    documents = [each.id for each in story.documents]
    if value in documents:
        return ""
    return f"the story '{story.slug}' has no document '{value}'{did_you_mean(value, documents) or _WAY}"


@of_each(Lesson)
def what_a_lesson_retells_is_in_the_article(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A paragraph that a lesson gives in our words is one of its article's."""
    case = case_of(publication, lesson)
    numbers = [each.number for each in case.paragraphs] if case else []
    for at, route in enumerate(lesson.routes) if case else ():
        for loc, block in blocks(route):
            for place, number in _entries(block, "gists"):
                if number not in numbers:
                    message = (
                        f"the article map of '{case.slug}' has no paragraph {number}; name one from {min(numbers)} to"
                        f" {max(numbers)}"
                    )
                    yield publication.problem(lesson, ("routes", at, *loc, *place), message)


@of_each(Lesson)
def a_lesson_fits_into_its_time(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A lesson takes 40 to 60 minutes, and 15 to 20 of them are a core that stands alone."""
    for at, route in enumerate(lesson.routes):
        for whose, taken, least, most in (
            ("the steps", minutes(route), SHORTEST, LONGEST),
            ("the steps of the core", minutes(route, core=True), CORE_SHORTEST, CORE_LONGEST),
        ):
            if not least <= taken <= most:
                message = f"{whose} take {taken} minutes together; make that {least} to {most}"
                yield publication.problem(lesson, ("routes", at, "steps"), message)


@of_each(Lesson)
def a_quiz_finds_what_holds_too(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """In a quiz, at least 40 per cent of the right answers say that something holds: it was said, or it is so."""
    for at, route in enumerate(lesson.routes):
        items = [publication.items.get(slug) for slug in route.exit_ticket]
        if None in items:
            continue  # what is not there is told
        yield from until_something_lacks(_too_few(publication, lesson, at, [item.affirms for item in items if item]))


def _too_few(publication: Publication, lesson: Lesson, at: int, affirm: list[bool]) -> Iterator[Problem]:
    if sum(affirm) * 100 < len(affirm) * AFFIRMING:
        least = -(-len(affirm) * AFFIRMING // 100)
        message = (
            f"{sum(affirm)} of {len(affirm)} right answers say that something holds, and {least} at least should; ask"
            " more about what was said, or is so"
        )
        yield publication.problem(lesson, ("routes", at, "exit_ticket"), message)


@of_each(Lesson)
def the_article_is_for_older_pupils(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """The real article is read from 14 years on; younger pupils get an invented story."""
    for at, route in enumerate(lesson.routes):
        ages = route.ages
        if route.route is RouteKind.CASE and ages.youngest < YOUNGEST_FOR_THE_CASE:
            message = f"the article is for pupils from {YOUNGEST_FOR_THE_CASE} years on; mend the age, or use a story"
            yield publication.problem(lesson, ("routes", at, "ages", "youngest"), message)
        if route.route is RouteKind.PARALLEL and ages.oldest >= YOUNGEST_FOR_THE_CASE:
            message = f"the story is for pupils under {YOUNGEST_FOR_THE_CASE}; mend the age, or use the article"
            yield publication.problem(lesson, ("routes", at, "ages", "oldest"), message)


@of_each(Lesson)
def younger_pupils_have_a_way_too(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """A lesson on the real article should have a way for younger pupils."""
    kinds = {route.route for route in lesson.routes}
    if lesson.status is Status.PUBLISHED and kinds == {RouteKind.CASE}:
        message = "this lesson has no route for pupils under 14; add one of kind 'parallel', with an invented story"
        yield publication.problem(lesson, ("routes",), message)


@of_each(Lesson)
def an_aim_is_told_to_pupils(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """Each aim of a lesson is told to pupils as what they can do or know: “I can …”, “I know …”."""
    for index, aim in enumerate(lesson.objectives):
        if aim is not None and not aim.startswith(_OPENINGS):
            message = "an aim begins with 'I can' or 'I know'; say it as a pupil would"
            yield publication.problem(lesson, ("objectives", index), message)
