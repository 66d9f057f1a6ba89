"""What pupils see, as data: the words of an article, and the pieces of sheets and boards."""

from pydantic import Field

from press.exports.data.desk import Desk
from press.exports.data.shape import Prose, Reference, Shape
from press.graph.teaching import printed_at
from press.records import block as authored
from press.records.vocabulary import Drawing


class Excerpt(Shape):
    """Words of the article that pupils read."""

    claim: Reference = Field(description="The claim that quotes them.")
    exact: str = Field(description="The words, exactly as printed.")
    gloss: str | None = Field(default=None, description="The same in plain words of ours, where they are hard.")
    paragraphs: tuple[int, ...] = Field(description="Derived: where the article has them, from 1; 0 is the standfirst.")
    author: Reference | None = Field(default=None, description="Derived: whose words the article says they are.")


class Grid(Shape):
    """A table to read or to fill in."""

    caption: str = Field(description="What the table is for.")
    head: tuple[str, ...] = Field(description="The head of each column.")
    rows: tuple[tuple[str, ...], ...] = Field(description="The cells; an empty one is for pupils to fill in.")
    key: tuple[tuple[str, ...], ...] = Field(description="The same rows filled in; empty where nothing is to fill in.")


class Task(Shape):
    """Something that pupils write or say."""

    text: Prose = Field(description="What to do.")
    lines: int = Field(description="How many lines to write on; 0 for none.")
    accepted_answer: Prose = Field(description="A good answer.")
    explanation: Prose | None = Field(default=None, description="Why it is good, and what else would do.")


class Block(Shape):
    """A piece of a sheet or a board; what it has is shown in the order of these fields."""

    heading: str | None = Field(default=None, description="Its heading.")
    text: Prose | None = Field(default=None, description="Words to read.")
    excerpts: tuple[Excerpt, ...] = Field(description="Words of the article.")
    gists: tuple[int, ...] = Field(description="Paragraphs of the case's article map, retold in our words.")
    story_lines: tuple[int, ...] = Field(description="Lines of the route's story, from 1.")
    story_documents: tuple[str, ...] = Field(description="Documents of the route's story, by their names in it.")
    drawing: Drawing | None = Field(default=None, description="A drawing of ours.")
    table: Grid | None = Field(default=None, description="A table to read or to fill in.")
    tasks: tuple[Task, ...] = Field(description="What pupils write or say.")


def excerpt(desk: Desk, each: authored.Excerpt) -> Excerpt:
    """The words, with where they stand and whose they are."""
    place = printed_at(desk.publication, each)
    return Excerpt(
        claim=desk.reference("claim", each.claim),
        exact=each.quote,
        gloss=each.gloss,
        paragraphs=place.paragraphs if place else (),
        author=desk.reference("voice", place.chain[-1]) if place else None,
    )


def block(desk: Desk, each: authored.Block) -> Block:
    """One piece."""
    return Block(
        heading=each.heading,
        text=desk.prose(each.text),
        excerpts=tuple(excerpt(desk, one) for one in each.excerpts),
        gists=each.gists,
        story_lines=each.story_lines,
        story_documents=each.story_documents,
        drawing=each.drawing,
        table=_grid(each.table) if each.table else None,
        tasks=tuple(_task(desk, one) for one in each.tasks),
    )


def _grid(table: authored.Table) -> Grid:
    return Grid(caption=table.caption, head=table.head, rows=table.rows, key=table.key)


def _task(desk: Desk, task: authored.Task) -> Task:
    return Task(
        text=desk.prose(task.ask),
        lines=task.lines,
        accepted_answer=desk.prose(task.answer),
        explanation=desk.prose(task.why),
    )
