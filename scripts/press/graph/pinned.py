"""What became of the claims that a lesson teaches, since it was written for certain versions of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.graph.publication import CHANGES_VERSION, Publication
from press.records import Claim, Correction, Lesson


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
    found = []
    for each in lesson.claims:
        claim = publication.claims[each.claim]
        newer = tuple(correction for version, correction in versions(publication, claim) if version > each.version)
        if newer:
            found.append(Changed(claim, each.version, publication.version(claim), newer))
    return tuple(found)


def told_to_teachers(publication: Publication, lesson: Lesson) -> tuple[Correction, ...]:
    """The corrections that those who follow the lesson hear of: what changed since it was written, or since it is out.

    A lesson that was brought up to date keeps them, so that no entry is taken back.
    """
    pins = {each.claim: each.version for each in lesson.claims}
    return tuple(
        correction
        for slug, pinned in pins.items()
        for version, correction in versions(publication, publication.claims[slug])
        if version > pinned or correction.on >= lesson.published_on
    )


def versions(publication: Publication, claim: Claim) -> Iterator[tuple[int, Correction]]:
    """Each version of the claim after the first, with the correction that made it, oldest first."""
    raising = [each for each in publication.corrections_of(claim) if each.kind in CHANGES_VERSION]
    yield from enumerate(reversed(raising), start=2)
