"""What became of the claims that a lesson teaches, since it was written for certain versions of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.graph.publication import CHANGES_VERSION, Publication
from press.graph.teaching import behind
from press.records import Claim, Correction, Lesson
from press.records.lesson import Pinned


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that stands at a newer version than the one that a lesson pins, with its corrections since.

    `corrections` has the oldest first, one for each version since.
    """

    claim: Claim
    pinned: int
    version: int
    corrections: tuple[Correction, ...]


def changed_since(publication: Publication, lesson: Lesson) -> tuple[Changed, ...]:
    """The claims of the lesson that changed after it was written or last checked, in the order of the lesson."""
    return tuple(_changed(publication, pinned, now) for _, pinned, now in behind(publication, lesson))


def _changed(publication: Publication, pinned: Pinned, now: int) -> Changed:
    claim = publication.claims[pinned.claim]
    newer = (correction for version, correction in versions(publication, claim) if version > pinned.version)
    return Changed(claim, pinned.version, now, tuple(newer))


def told_to_teachers(publication: Publication, lesson: Lesson) -> tuple[Correction, ...]:
    """The corrections that those who follow the lesson hear of: what changed since it was written, or since it is out.

    A lesson that was brought up to date keeps them, so that no entry is taken back.
    """
    return tuple(
        correction
        for pinned in lesson.claims
        for version, correction in versions(publication, publication.claims[pinned.claim])
        if version > pinned.version or correction.on >= lesson.published_on
    )


def versions(publication: Publication, claim: Claim) -> Iterator[tuple[int, Correction]]:
    """Each version of the claim after the first, with the correction that made it, oldest first."""
    raising = [each for each in publication.corrections_of(claim) if each.kind in CHANGES_VERSION]
    yield from enumerate(reversed(raising), start=2)
