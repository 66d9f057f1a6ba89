"""A sheet, or the key to it, as it leaves the site in a file of its own: what it tells, whatever it is written in."""

from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.blocks import Piece, pieces
from press.pages.part.citing import PUBLICATION, RIGHTS
from press.pages.part.imprint import origin
from press.pages.part.ticket import Question, questions
from press.records import Lesson
from press.records.route import Route

RETOLD = "The article in our words; only what stands in quotation marks is its own."
"""What stands above paragraphs in our words."""

INVENTED = "Invented for lessons. The numbers are those of its lines."
"""What stands above lines of a story."""


@dataclass(frozen=True, slots=True)
class Handout:
    """All that a file is made of, in its order; `intro` is Markdown, and '' for none.

    `top` stands below the title: room for a name, or for whom it is.
    """

    title: str
    top: str
    origin: str
    intro: str
    pieces: tuple[Piece, ...]
    ticket: tuple[Question, ...]
    foot: str


def handout(publication: Publication, lesson: Lesson, route: Route, *, key: bool = False, address: str = "") -> Handout:
    """The sheet of a route, or the key to it; `address` is the page that its foot names, '' for none."""
    return Handout(
        title=f"Key: {route.sheet.title}" if key else route.sheet.title,
        top="For teachers. Do not hand it out." if key else "Name: ____________________",
        origin=origin(publication, lesson, route),
        intro=route.sheet.intro or "",
        pieces=pieces(publication, lesson, route, route.sheet.blocks, key=key),
        ticket=questions(publication, route, key=key),
        foot=" ".join(filter(None, (f"{PUBLICATION}, “{lesson.title}”.", address, RIGHTS))),
    )
