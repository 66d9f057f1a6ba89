"""What differs between two states of the publication, as a reader would tell it: data without a form."""

from dataclasses import dataclass
from enum import Enum, auto


class Mark(Enum):
    """What a piece of a line is."""

    PLAIN = auto()
    STRONG = auto()
    CUT = auto()
    ADDED = auto()
    COMMAND = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one sort; they may be anybody's, so whoever prints them escapes them.

    `instead` are the words that stand now where `text` was cut; '' for other pieces, and where nothing does.
    """

    text: str
    mark: Mark = Mark.PLAIN
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told, and what is told below it."""

    pieces: tuple[Piece, ...]
    under: tuple["Line", ...] = ()


class Fate(Enum):
    """What became of a record: a word for its heading, and one for the sum."""

    NEW = ("new", "added")
    PUBLISHED = ("published; it was a draft", "published")
    MOVED = ("moved", "moved")
    CHANGED = ("changed", "changed")
    HIDDEN = ("a draft again", "made a draft again")
    WITHDRAWN = ("withdrawn", "withdrawn")
    GONE = ("its file is gone", "deleted")
    READABLE = ("could not be read before", "readable again")
    UNREADABLE = ("cannot be read", "not readable")

    def __init__(self, heading: str, verb: str) -> None:
        self.heading = heading
        self.verb = verb


@dataclass(frozen=True, slots=True)
class Entry:
    """One record that differs; `address` is '' for one without a place of its own.

    `finding` says whether its finding is another one, `draft` whether readers get neither state of it.
    """

    kind: str
    slug: str
    name: str
    address: str
    fate: Fate
    draft: bool
    finding: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson that uses what changed; `lines` say what, and for which version it was written."""

    name: str
    address: str
    draft: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of one sort that read differently, each with what is new about it: 'new', 'gone' or ''."""

    name: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """The pages that read differently; where not `whole`, faults kept us from planning them and there may be more."""

    groups: tuple[Group, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """All of it: the records in the site's order, the lessons that use them, and the pages."""

    entries: tuple[Entry, ...]
    lessons: tuple[Taught, ...]
    touched: Touched


def line(*pieces: Piece | str, under: tuple[Line, ...] = ()) -> Line:
    """A line of these pieces; a bare string is a plain one."""
    return Line(tuple(Piece(each) if isinstance(each, str) else each for each in pieces), under)


def strong(text: str) -> Piece:
    """Words that lead a line."""
    return Piece(text, Mark.STRONG)
