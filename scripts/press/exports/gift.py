"""The exit tickets as GIFT, the text format in which Moodle and others take questions.

Written after what Moodle's own reader does (question/format/gift/format.php): it puts marks in the place of escaped
characters, splits a question at bare ones, and takes `[html]` before the question for all of its texts. HTML keeps
what plain text would lose there: an answer that begins with a bracket or a percent sign, and Moodle's own marks.
The shares are those that Moodle knows (question/engine/bank.php), and it refuses others.
"""

from collections.abc import Iterator

from press import addresses
from press.exports.questions import Question, questions
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.citing import PUBLICATION, RIGHTS
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import ItemKind

_CONTROLS = str.maketrans({letter: f"\\{letter}" for letter in "\\~=#{}:"})

# Of a whole, by how many share it.
_SHARES = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20"}


def files(publication: Publication, _site: Site) -> Iterator[File]:
    """One file for each route of each lesson."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            text = document(lesson, route, questions(publication, route))
            yield File(addresses.handout(lesson.slug, route.route, addresses.GIFT), text.encode())


def document(lesson: Lesson, route: Route, asked: tuple[Question, ...]) -> str:
    """A whole file: a comment, then each question with an empty line before it."""
    head = (f"{PUBLICATION}: the exit ticket of “{lesson.title}”, {route.route.label.lower()}", RIGHTS)
    comment = "".join(f"// {' '.join(line.split())}\n" for line in head)
    return comment + "".join(f"\n{written(each)}\n" for each in asked)


def written(question: Question) -> str:
    """One question."""
    start, why = f"::{question.name}::[html]{_safe(question.stem)}", f"####{_safe(question.why)}"
    if question.kind is ItemKind.OPEN:
        return f"{start}{{{why}}}"
    if question.kind is ItemKind.TRUE_FALSE:
        return f"{start}{{{_judged(question)}{why}}}"
    answers = "".join(
        f"\t{sign}{_safe(answer.text)}#{_safe(answer.feedback)}\n"
        for sign, answer in zip(_signs(question), question.answers, strict=True)
    )
    return f"{start}{{\n{answers}\t{why}\n}}"


def _judged(question: Question) -> str:
    """The right one of two, then what is said to those who chose wrong, and to those who chose right."""
    wrong = next(answer for answer in question.answers if not answer.right)
    right = next(answer for answer in question.answers if answer.right)
    truth = "TRUE" if right is question.answers[0] else "FALSE"
    return f"{truth}#{_safe(wrong.feedback)}#{_safe(right.feedback)}"


def _signs(question: Question) -> Iterator[str]:
    """What stands before each answer: where several are right, its share; whoever ticks all of them gets nothing."""
    right = sum(answer.right for answer in question.answers)
    wrong = len(question.answers) - right
    for answer in question.answers:
        if question.kind is ItemKind.ONE:
            yield "=" if answer.right else "~"
        else:
            yield f"~%{_SHARES[right]}%" if answer.right else f"~%-{_SHARES[wrong]}%"


def _safe(html: str) -> str:
    return html.translate(_CONTROLS)
