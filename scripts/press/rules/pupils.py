"""Laws on plain words in lessons: those for whom a text is written can read it."""

from collections.abc import Callable, Iterator

from press.graph import Publication
from press.graph.teaching import lessons_with
from press.problems import Problem
from press.readability import grade
from press.records import Item, Lesson, Record, Story
from press.records.base import Loc, Own, Pupils
from press.records.places import Place, places
from press.records.vocabulary import RouteKind
from press.rules.law import of_each
from press.rules.reading import cut, plain_sentences
from press.rules.wording import joined, spoken

GRADES = {RouteKind.CASE: 8, RouteKind.PARALLEL: 6}
"""The highest grade of what pupils read, by the way that they go: our own choice."""
TEACHERS_GRADE = 10
LONGEST_SENTENCE = 20

Passage = tuple[str, int, list[Place]]
"""What is measured together, as it is called; the highest grade; and the texts of it."""


@of_each(Record)
def pupils_can_read_what_is_theirs(publication: Publication, record: Record) -> Iterator[Problem]:
    """What pupils read is at school grade 8 at most, and at 6 where they are under 14.

    Measured together are: the aims of a lesson with its hard words, each sheet with its answers, and with the hard
    words of its route; all boards of a route; each question with its answers; and an invented story with its documents.
    The grade is that of `reading`.
    """
    for what, most, texts in _for_pupils(publication, record):
        yield from _too_hard(publication, record, f"{what} for pupils reads", most, texts)


@of_each(Lesson)
def a_teacher_can_read_it_while_teaching(publication: Publication, lesson: Lesson) -> Iterator[Problem]:
    """What a teacher reads during a lesson is at school grade 10 at most."""
    for at in range(len(lesson.routes)):
        texts = _texts(lesson, ("routes", at, "steps"), lambda place: place.marker(Own) and not place.marker(Pupils))
        yield from _too_hard(publication, lesson, "what teachers read in these steps is", TEACHERS_GRADE, texts)


@of_each(Record)
def pupils_read_short_sentences(publication: Publication, record: Record) -> Iterator[Problem]:
    """No sentence of ours that pupils read has more than 20 words; the words of a quotation are not counted."""
    for place in places(record):
        for sentence in spoken(joined(place.value)) if place.marker(Pupils) else ():
            words = len(sentence.split())
            if words > LONGEST_SENTENCE:
                message = (
                    f"this sentence has {words} words, and {LONGEST_SENTENCE} is the most for pupils; make two of it:"
                    f" '{cut(sentence)}'"
                )
                yield publication.problem(record, place.loc, message)


def _for_pupils(publication: Publication, record: Record) -> Iterator[Passage]:
    match record:
        case Story():
            yield "the story", GRADES[RouteKind.PARALLEL], _texts(record)
        case Item():
            kinds = {route.route for _, route in lessons_with(publication, record)} or {RouteKind.CASE}
            yield "the question", min(GRADES[kind] for kind in kinds), _texts(record)
        case Lesson():
            own = _texts(record, wanted=lambda place: place.marker(Pupils) and place.loc[0] != "routes")
            yield "the list of aims and words", GRADES[RouteKind.CASE], own
            for at, route in enumerate(record.routes):
                sheet = (*_texts(record, ("routes", at, "sheet")), *_texts(record, ("routes", at, "words")))
                yield "the sheet", GRADES[route.route], list(sheet)
                yield "the text of the boards", GRADES[route.route], _texts(record, ("routes", at, "steps"))


def _texts(
    record: Record, below: Loc = (), wanted: Callable[[Place], object] = lambda place: place.marker(Pupils)
) -> list[Place]:
    """The texts of a record below a place, as far as they are wanted: all that pupils read."""
    return [place for place in places(record) if place.loc[: len(below)] == below and wanted(place)]


def _too_hard(publication: Publication, record: Record, what: str, most: int, texts: list[Place]) -> Iterator[Problem]:
    """A fault at the text that holds the hardest sentence, where all of them together are too hard."""
    counted = [(sentence, place) for place in texts for sentence in plain_sentences(publication, place.value)]
    found = round(grade(sentence for sentence, _ in counted), 1)
    if found > most:
        hardest, place = max(counted, key=lambda each: grade([each[0]]))
        message = (
            f"{what} at school grade {found}, and {most} is the most; use shorter sentences and words, first in"
            f" '{cut(hardest)}'"
        )
        yield publication.problem(record, place.loc, message)
