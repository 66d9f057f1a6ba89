"""What claims and comparison texts share as data: techniques of telling, counts, and who has read the record."""

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Day, Prose, Reference, Shape
from press.records import claim as authored
from press.records import counted
from press.records.vocabulary import Measure, ReviewStatus, Strength, Wording


class Use(Shape):
    """A technique of telling, seen in a text."""

    technique: Reference = Field(description="The technique.")
    exact: str = Field(description="The words that show it, exactly as printed.")
    wording: Wording = Field(description="Whose words they are.")
    strength: Strength = Field(description="How plainly it is there.")
    reason: Prose = Field(description="Why we see it.")
    counter_reading: Prose = Field(description="How a fair reader could see it otherwise.")


class Counted(Shape):
    """One thing that anybody can count in a text, counted."""

    measure: Measure = Field(description="What is counted.")
    number: int = Field(description="How often it is there.")
    note: str = Field(description="What was counted, so that a reader can count again.")


class Reviewed(Shape):
    """Who has read the record besides its author."""

    status: ReviewStatus = Field(description="Who has.")
    date: Day | None = Field(default=None, description="The day of the review; left out where there was none.")


def uses(desk: Desk, found: tuple[authored.TechniqueUse, ...]) -> tuple[Use, ...]:
    """Techniques, in the order of the record."""
    return tuple(
        Use(
            technique=desk.reference("technique", each.technique),
            exact=each.quote,
            wording=each.voice,
            strength=each.strength,
            reason=desk.prose(each.reason),
            counter_reading=desk.prose(each.counter_reading),
        )
        for each in found
    )


def counts(found: tuple[counted.Counted, ...]) -> tuple[Counted, ...]:
    """Every measure."""
    return tuple(Counted(measure=each.measure, number=each.number, note=each.note) for each in found)


def reviewed(review: authored.Review) -> Reviewed:
    """Who has read it."""
    return Reviewed(status=review.status, date=review.on)
