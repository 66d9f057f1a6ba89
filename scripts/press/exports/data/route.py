"""One way through a lesson, as data."""

from pydantic import Field

from press import addresses
from press.exports.data.aid import Differentiation, Misconception, Word, differentiation, misconceptions, words
from press.exports.data.desk import Desk
from press.exports.data.shape import Path, Prose, Reference, Shape
from press.exports.data.teaching import Block, block
from press.graph.teaching import minutes
from press.pages.part.lessons import as_range
from press.records import Lesson
from press.records import route as authored
from press.records.vocabulary import RouteKind, Setting

Duration = str
"""A length of time as ISO 8601 has it."""


class Step(Shape):
    """One step of a lesson."""

    name: str = Field(description="What happens, in a few words.")
    time_required: Duration = Field(description="How long it takes, as an ISO 8601 duration.")
    core: bool = Field(description="Whether it belongs to the short lesson that stands alone.")
    setting: Setting = Field(description="Who works with whom.")
    teacher: Prose = Field(description="What the teacher does.")
    say: tuple[str, ...] = Field(description="Words to say aloud, as they stand.")
    pupils: Prose = Field(description="What pupils do.")
    look_for: Prose = Field(description="What shows that it works, and likely wrong answers with what to reply.")
    board: Block | None = Field(default=None, description="What stands on the slide or the board during the step.")


class Sheet(Shape):
    """What pupils get on paper, but for the exit ticket."""

    name: str = Field(description="Its title.")
    text: Prose | None = Field(default=None, description="What to do with it.")
    blocks: tuple[Block, ...] = Field(description="Its pieces, in order.")


class Route(Shape):
    """One way through a lesson: with the article, or with an invented story."""

    route: RouteKind = Field(description="Which way.")
    address: Path = Field(description="Its page, as a path below the site's root.")
    typical_age_range: str = Field(
        description="For whom, in years: the youngest, a hyphen, the oldest; no oldest where it fits any age above."
    )
    time_required: Duration = Field(description="Derived: how long its steps take together, as an ISO 8601 duration.")
    core_time_required: Duration = Field(description="Derived: the same of the steps that are the short lesson.")
    story: Reference | None = Field(default=None, description="The invented story, where it goes with one.")
    note: str | None = Field(default=None, description="What to know before beginning, where it is an invented story.")
    words: tuple[Word, ...] = Field(description="Hard words of a story; those of the article are the lesson's.")
    steps: tuple[Step, ...] = Field(description="The steps, in order.")
    sheet: Sheet = Field(description="The pupils' sheet.")
    exit_ticket: tuple[Reference, ...] = Field(description="The questions at the end, in order.")
    differentiation: Differentiation | None = Field(
        default=None, description="A story for different pupils; that of the article is the lesson's."
    )
    misconceptions: tuple[Misconception, ...] = Field(
        description="Wrong turns with a story; those with the article are the lesson's."
    )


def route(desk: Desk, lesson: Lesson, each: authored.Route) -> Route:
    """One way, with its page."""
    sheet = each.sheet
    return Route(
        route=each.route,
        address=addresses.route(lesson.slug, each.route),
        typical_age_range=as_range(each),
        time_required=duration(minutes(each)),
        core_time_required=duration(minutes(each, core=True)),
        story=desk.reference("story", each.story) if each.story else None,
        note=each.note,
        words=words(desk, each.words),
        steps=tuple(_step(desk, step) for step in each.steps),
        sheet=Sheet(
            name=sheet.title, text=desk.prose(sheet.intro), blocks=tuple(block(desk, one) for one in sheet.blocks)
        ),
        exit_ticket=desk.references("item", each.exit_ticket),
        differentiation=differentiation(desk, each.differentiation) if each.differentiation else None,
        misconceptions=misconceptions(desk, each.misconceptions),
    )


def duration(taken: int) -> Duration:
    """So many minutes."""
    return f"PT{taken}M"


def _step(desk: Desk, step: authored.Step) -> Step:
    return Step(
        name=step.title,
        time_required=duration(step.minutes),
        core=step.core,
        setting=step.setting,
        teacher=desk.prose(step.teacher),
        say=step.say,
        pupils=desk.prose(step.pupils),
        look_for=desk.prose(step.look_for),
        board=block(desk, step.board) if step.board else None,
    )
