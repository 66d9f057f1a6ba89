"""What helps a class along: hard words explained, help for different pupils, and wrong turns with their replies."""

from pydantic import Field

from press.records.base import Markdown, Part, PupilText, TermRef, Text


class Word(Part):
    """A hard word that pupils meet."""

    word: PupilText = Field(description="The word.")
    gloss: PupilText = Field(description="What it means, in everyday words.")
    term: TermRef | None = Field(default=None, description="The term that explains it at more length.")


class Differentiation(Part):
    """The same lesson for those who need more help, more to do, or more language."""

    support: Markdown = Field(description="For pupils who need more help.")
    stretch: Markdown = Field(description="For pupils who are ready early.")
    language: Markdown = Field(description="For pupils who are learning English.")


class Misconception(Part):
    """A wrong turn that pupils often take."""

    pupils_say: Text = Field(description="What one may hear.")
    reply: Markdown = Field(description="What to reply.")
