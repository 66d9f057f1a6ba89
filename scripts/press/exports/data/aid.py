"""What helps a class along, as data: of a lesson, or of its way with an invented story."""

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Prose, Reference, Shape
from press.records import aid as authored


class Word(Shape):
    """A hard word that pupils meet."""

    name: str = Field(description="The word.")
    description: str = Field(description="What it means, in everyday words.")
    term: Reference | None = Field(default=None, description="The term that explains it at more length.")


class Differentiation(Shape):
    """The same lesson for different pupils."""

    support: Prose = Field(description="For pupils who need more help.")
    stretch: Prose = Field(description="For pupils who are ready early.")
    language: Prose = Field(description="For pupils who are learning English.")


class Misconception(Shape):
    """A wrong turn that pupils often take."""

    text: str = Field(description="What one may hear.")
    reply: Prose = Field(description="What to reply.")


def words(desk: Desk, those: tuple[authored.Word, ...]) -> tuple[Word, ...]:
    """Hard words."""
    return tuple(
        Word(name=each.word, description=each.gloss, term=desk.reference("term", each.term) if each.term else None)
        for each in those
    )


def differentiation(desk: Desk, it: authored.Differentiation) -> Differentiation:
    """The help for different pupils."""
    return Differentiation(
        support=desk.prose(it.support), stretch=desk.prose(it.stretch), language=desk.prose(it.language)
    )


def misconceptions(desk: Desk, those: tuple[authored.Misconception, ...]) -> tuple[Misconception, ...]:
    """Wrong turns."""
    return tuple(Misconception(text=each.pupils_say, reply=desk.prose(each.reply)) for each in those)
