"""The block: a piece of a sheet or of a slide, in the words that pupils read."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from press.records.base import ClaimRef, Count, Own, Part, PupilMarkdown, Pupils, PupilText, Quote, Slug
from press.records.vocabulary import Drawing

Cell = Annotated[str, StringConstraints(max_length=240), Own(markdown=False), Pupils()]


class Excerpt(Part):
    """Words of the article that pupils read: a quotation of a claim, or a piece of one."""

    claim: ClaimRef = Field(description="The claim that quotes the words; the lesson teaches it.")
    quote: Quote = Field(description="The words, letter for letter as the claim quotes them, or a piece of that.")
    gloss: PupilText | None = Field(default=None, description="The same in plain words of ours, where they are hard.")


class Table(Part):
    """A table to read or to fill in; every row has as many cells as the head."""

    caption: PupilText = Field(description="What the table is for, in one line.")
    head: tuple[PupilText, ...] = Field(min_length=2, max_length=6, description="The head of each column.")
    rows: tuple[tuple[Cell, ...], ...] = Field(
        min_length=1, max_length=14, description="The cells; '' is a cell for pupils to fill in."
    )
    key: tuple[tuple[Cell, ...], ...] = Field(
        default=(), description="The same rows filled in, for the key; needed where a cell is empty."
    )

    @model_validator(mode="after")
    def _rows_fit_the_head(self) -> Self:
        if any(len(row) != len(self.head) for row in (*self.rows, *self.key)):
            raise ValueError(f"give every row of 'rows' and 'key' {len(self.head)} cells, as many as 'head' has")
        empty = any(not cell for row in self.rows for cell in row)
        if empty and len(self.key) != len(self.rows):
            raise ValueError("give the table its 'key', row by row, because it has empty cells")
        return self


class Task(Part):
    """Something that pupils write or say."""

    ask: PupilMarkdown = Field(description="What to do.")
    lines: Annotated[Count, Field(le=12)] = Field(default=2, description="How many lines to write on; 0 for none.")
    answer: PupilMarkdown = Field(description="A good answer, for the key.")
    why: PupilMarkdown | None = Field(default=None, description="Why it is good, and what else would do; for the key.")


class Block(Part):
    """A piece of a sheet or a slide; what it has is printed in the order of these fields."""

    heading: PupilText | None = Field(default=None, description="Its heading.")
    text: PupilMarkdown | None = Field(default=None, description="Words to read.")
    excerpts: tuple[Excerpt, ...] = Field(default=(), description="Words of the article, numbered line by line.")
    gists: tuple[Count, ...] = Field(
        default=(), description="Paragraphs of the case's article map, retold in our words; 0 is the standfirst."
    )
    story_lines: tuple[Annotated[Count, Field(ge=1)], ...] = Field(
        default=(), description="Lines of the route's invented story, by number from 1."
    )
    story_documents: tuple[Slug, ...] = Field(default=(), description="Documents of the route's story, by id.")
    drawing: Drawing | None = Field(default=None, description="A drawing of ours.")
    table: Table | None = Field(default=None, description="A table to read or to fill in.")
    tasks: tuple[Task, ...] = Field(default=(), description="What pupils write or say.")

    @model_validator(mode="after")
    def _something_is_there(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise ValueError("put something into the block: a text, excerpts, a table or tasks")
        return self
