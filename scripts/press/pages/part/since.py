"""What changed of what a lesson teaches: the note at its top, and a line on the page for teachers."""

from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.graph.pinned import Changed, changed_since
from press.leaves import Site
from press.pages.part.lessons import titled
from press.pages.part.links import Link
from press.pages.part.phrases import shortened
from press.pages.part.rows import assertion
from press.prose import plain
from press.records import Correction, Lesson
from press.records.vocabulary import CorrectionKind

_SHORT = 160  # as many letters of what stood before, and of what stands now


@dataclass(frozen=True, slots=True)
class Turn:
    """One correction since; `before` and `after` are plain text, cut short, and `address` has all of it."""

    on: str
    kind: CorrectionKind
    what: str
    before: str
    after: str
    address: str


@dataclass(frozen=True, slots=True)
class Since:
    """A claim that changed after the lesson was written for one version of it."""

    claim: Link
    pinned: int
    version: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A lesson that teaches claims which changed, and the day of the newest change."""

    lesson: Link
    on: str
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangedLessonsView:
    """The lessons with a note at their top; `total` counts all lessons, `feed` is '' on a site without an address."""

    lessons: tuple[Touched, ...]
    total: int
    feed: str


def since(publication: Publication, lesson: Lesson) -> tuple[Since, ...]:
    """What the note of a lesson says; nothing while every claim stands at the version that it pins."""
    return tuple(_since(each) for each in changed_since(publication, lesson))


def changed_lessons(publication: Publication, site: Site) -> ChangedLessonsView:
    """Every lesson that has such a note, in the order of the unit."""
    found = ((lesson, changed_since(publication, lesson)) for lesson in publication.lessons.values())
    return ChangedLessonsView(
        tuple(
            Touched(
                titled(lesson),
                max(each.corrections[-1].on for each in changed),
                tuple(assertion(each.claim) for each in changed),
            )
            for lesson, changed in found
            if changed
        ),
        len(publication.lessons),
        addresses.feed("lessons") if site.url else "",
    )


def _since(changed: Changed) -> Since:
    return Since(assertion(changed.claim), changed.pinned, changed.version, tuple(map(_turn, changed.corrections)))


def _turn(correction: Correction) -> Turn:
    return Turn(
        on=correction.on,
        kind=correction.kind,
        what=correction.what,
        before=shortened(plain(correction.before), _SHORT),
        after=shortened(plain(correction.after), _SHORT),
        address=addresses.of(correction),
    )
