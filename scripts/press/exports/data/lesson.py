"""A lesson as data. Names are those of LRMI, which schema.org took over, where it has one."""

from typing import Any, Literal

from pydantic import Field

from press.exports.data.aid import Differentiation, Misconception, Word, differentiation, misconceptions, words
from press.exports.data.case import ContentNote, Right, note, rights
from press.exports.data.desk import Desk
from press.exports.data.route import Route, route
from press.exports.data.shape import Corrections, Day, Document, Prose, Reference, Shape, Users
from press.exports.data.use import Reviewed, reviewed
from press.records import lesson as authored
from press.records.vocabulary import Skill


class Taught(Shape):
    """A claim that a lesson teaches."""

    claim: Reference = Field(description="The claim.")
    version: int = Field(description="Its version when the lesson was written or last checked.")
    version_now: int = Field(description="Derived: its version now; where it is higher, the claim was corrected since.")


class Criterion(Shape):
    """One line of the rubric, in four levels."""

    name: str = Field(description="What is looked at.")
    beginning: str = Field(description="The first level.")
    developing: str = Field(description="The second.")
    secure: str = Field(description="The third.")
    extending: str = Field(description="The fourth.")


class Alignment(Shape):
    """What of a framework a lesson serves, as LRMI's AlignmentObject has it."""

    educational_framework: str = Field(description="The framework's name and version.")
    framework: Reference = Field(description="The framework's record.")
    target_code: str = Field(description="The code of its entry.")
    target_name: str | None = Field(default=None, description="Derived: the name of that entry.")


class Lesson(Document):
    """One lesson."""

    kind: Literal["lesson"] = Field(default="lesson", description="What kind of record it is.")
    date_published: Day = Field(description="The day on which the record was first published.")
    recheck_on: Day = Field(description="The day by which the lesson is looked at again.")
    position: int = Field(description="Its place in the unit, from 1.")
    question: str = Field(description="The large question behind it.")
    abstract: str = Field(description="What pupils do.")
    skills: tuple[Skill, ...] = Field(description="What is practised; first the main skill.")
    about: tuple[str, ...] = Field(description="School subjects that it fits into.")
    teaches: tuple[str, ...] = Field(description="What pupils can do afterwards, as they are told it.")
    words: tuple[Word, ...] = Field(description="Hard words, explained.")
    claims: tuple[Taught, ...] = Field(description="The claims that it teaches, at which version.")
    gets_right: tuple[Right, ...] = Field(description="What the article gets right; the lesson says so.")
    content_note: ContentNote = Field(description="What to know before beginning.")
    background: Prose = Field(description="What the teacher needs to know of the matter.")
    prepare: tuple[str, ...] = Field(description="What to do beforehand.")
    materials: tuple[str, ...] = Field(description="What is needed in the room.")
    routes: tuple[Route, ...] = Field(description="The ways through it.")
    differentiation: Differentiation = Field(description="The same lesson for different pupils.")
    misconceptions: tuple[Misconception, ...] = Field(description="Wrong turns, and what to reply.")
    rubric: tuple[Criterion, ...] = Field(description="How to judge what pupils write.")
    homework: Prose | None = Field(default=None, description="Something to do at home.")
    educational_alignment: tuple[Alignment, ...] = Field(description="What of which framework it serves.")
    see: tuple[Reference, ...] = Field(description="Lessons that go well before or after it.")
    review: Reviewed = Field(description="Who has reviewed the record besides its author.")
    correction: Corrections
    used_by: Users


def made(desk: Desk, lesson: authored.Lesson) -> Lesson:
    """The file of a lesson."""
    return Lesson(**desk.document(lesson), **_plan(desk, lesson), **_help(desk, lesson))


def _plan(desk: Desk, lesson: authored.Lesson) -> dict[str, Any]:
    return {
        "date_published": lesson.published_on,
        "recheck_on": lesson.recheck_on,
        "position": lesson.order,
        "question": lesson.question,
        "abstract": lesson.summary,
        "skills": lesson.skills,
        "about": lesson.subjects,
        "teaches": lesson.objectives,
        "words": words(desk, lesson.words),
        "claims": tuple(_taught(desk, each) for each in lesson.claims),
        "gets_right": rights(desk, lesson.gets_right),
        "content_note": note(desk, lesson.content_note),
        "routes": tuple(route(desk, lesson, each) for each in lesson.routes),
        "educational_alignment": tuple(_alignment(desk, each) for each in lesson.alignments),
    }


def _help(desk: Desk, lesson: authored.Lesson) -> dict[str, Any]:
    return {
        "background": desk.prose(lesson.background),
        "prepare": lesson.prepare,
        "materials": lesson.materials,
        "differentiation": differentiation(desk, lesson.differentiation),
        "misconceptions": misconceptions(desk, lesson.misconceptions),
        "rubric": tuple(
            Criterion(
                name=each.what,
                beginning=each.beginning,
                developing=each.developing,
                secure=each.secure,
                extending=each.extending,
            )
            for each in lesson.rubric
        ),
        "homework": desk.prose(lesson.homework),
        "see": desk.references("lesson", lesson.see),
        "review": reviewed(lesson.review),
    }


def _taught(desk: Desk, pinned: authored.Pinned) -> Taught:
    claim = desk.publication.claims[pinned.claim]
    return Taught(claim=desk.reference(*claim.ref), version=pinned.version, version_now=desk.publication.version(claim))


def _alignment(desk: Desk, alignment: authored.Alignment) -> Alignment:
    framework = desk.publication.frameworks[alignment.framework]
    names = {each.code: each.name for each in framework.entries}
    return Alignment(
        educational_framework=f"{framework.name}, {framework.version}",
        framework=desk.reference(*framework.ref),
        target_code=alignment.code,
        target_name=names.get(alignment.code),
    )
