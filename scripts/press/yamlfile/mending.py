"""What libyaml's syntax errors mean to somebody who has never met YAML."""

import re
from dataclasses import dataclass

TIGHT = re.compile(r"\s*(- +)*(?P<key>[\w-]+):(?P<next>[^ \n])")
FLOW = re.compile(r"did not find expected ',' or '(?P<close>[]}])'")

# What libyaml says (scanner.c, parser.c of 0.2.5) -> what to do. The place is the one that libyaml names.
SENTENCES = {
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here; put each '- ' item on a line of its own below the field's name"
    ),
    "mapping keys are not allowed in this context": (
        "a '? ' cannot stand here; write 'name: value', or put the text in quotes"
    ),
    "found character that cannot start any token": "a text cannot begin with {here}; put it in quotes",
    "found unknown escape character": (
        "a backslash in double quotes begins a sign of its own, and '\\{next}' is none; use single quotes"
    ),
    "did not find expected hexdecimal number": (
        "a backslash here begins a sign that is cut short; write the character itself"
    ),
    "found invalid Unicode character escape code": (
        "a backslash here begins a sign that names no character; write the character itself"
    ),
    "did not find expected comment or line break": (
        "nothing can follow '>' or '|' on its line; begin the text on the next line, indented"
    ),
    "found an indentation indicator equal to 0": "a '0' cannot follow '>' or '|'; take it out",
    "did not find expected node content": ("a value is missing before {here}; write it, or put the text in quotes"),
    "did not find expected <document start>": "'---' begins a second record here; keep one record in a file",
    "found unexpected document indicator": "a quotation mark before this line is not closed; close it",
    "found undefined tag handle": "a text cannot begin with '!'; put it in quotes",
    "found unexpected ':'": "a ':' cannot stand here; put the text in quotes",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Where the last scalar before a fault begins and ends (from 0), and its quotation mark, if any."""

    line: int
    column: int
    end_line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Break:
    """A syntax error as libyaml reports it; lines and columns from 0, `context_at` where it names one."""

    problem: str
    at: tuple[int, int]
    context: str
    context_at: tuple[int, int] | None


def explain(error: Break, last: Span | None, lines: list[str]) -> tuple[int, int, str]:
    """Where the fault is (line and column from 0) and what to do about it, in one plain sentence.

    `last` is the scalar that was read last; `lines` are the file's lines without their ends.
    """
    line, column = error.at
    if error.problem == "found unexpected end of stream" and error.context_at:
        return *error.context_at, "this quotation mark is never closed; close it"
    if error.problem == "did not find expected alphabetic or numeric character" and error.context_at:
        return *error.context_at, "a text cannot begin with '*' or '&'; put it in quotes"
    if error.problem.startswith("mapping values are not allowed"):
        return _second_colon(error.at, last, lines)
    if error.problem.startswith("could not find expected ':'") and error.context_at:
        return *error.context_at, tight(lines, error.context_at[0]) or (
            "this line is neither 'name: value' nor '- item'; if it goes on with the text above, indent it"
        )
    if error.problem in ("did not find expected key", "did not find expected '-' indicator"):
        return _out_of_step(error, last)
    if flow := FLOW.fullmatch(error.problem):
        return *(error.context_at or error.at), (
            f"this bracket is not closed where it should be (line {line + 1}); "
            f"close it with '{flow['close']}', put commas between its values, "
            "and quotes around text that holds brackets or commas"
        )
    if error.context.endswith("directive") or error.problem.endswith("directive"):
        return line, 0, "a line cannot begin with '%'; take it out"
    if error.context.endswith("tag") and error.context_at:
        return *error.context_at, SENTENCES["found undefined tag handle"]
    rest = lines[line][column:] if line < len(lines) else ""
    sentence = SENTENCES.get(error.problem, "this cannot be read as YAML; put the text in quotes")
    return line, column, sentence.format(here=f"'{rest[0]}'" if rest else "the end of the line", next=rest[1:2])


def _second_colon(at: tuple[int, int], last: Span | None, lines: list[str]) -> tuple[int, int, str]:
    if last is None or last.line == at[0]:
        return *at, "': ' inside a text; put quotes around the whole text"
    if crowded := tight(lines, last.line):
        return last.line, last.column, crowded
    return *at, (
        f"this line goes on with the text of line {last.line + 1}, and a text that holds ': ' needs quotes; "
        "put it in quotes, or indent this line like the fields beside it"
    )


def _out_of_step(error: Break, last: Span | None) -> tuple[int, int, str]:
    line, column = error.at
    if last and last.quote and last.end_line == line and last.line < line:
        return (
            last.line,
            last.column,
            (
                f"the text in quotes that begins here ends on line {line + 1}, where more follows; "
                "close the quotation mark where the text ends"
            ),
        )
    if last and last.quote and last.end_line == line:
        return (
            line,
            column,
            (
                "text after a closing quotation mark; put the whole value in quotes, "
                "and write a quotation mark inside it as '' within '…' or \\\" within \"…\""
            ),
        )
    if error.context_at and error.context_at[1] != column:
        what = "field" if error.problem.endswith("key") else "item"
        return (
            line,
            column,
            (
                f"this line begins at column {column + 1}, where nothing above it does; "
                f"begin it at column {error.context_at[1] + 1}, like the {what} on line "
                f"{error.context_at[0] + 1}, or deeper, like the lines that it belongs to"
            ),
        )
    expected = "a field ('name: value')" if error.problem.endswith("key") else "an item ('- value')"
    return line, column, f"{expected} is expected here; write one, or indent it to go on with the text above"


def tight(lines: list[str], line: int) -> str:
    """What to do about a line (from 0) that has no space after its first colon; '' when it is not so."""
    match = TIGHT.match(lines[line]) if line < len(lines) else None
    if not match:
        return ""
    if match["next"].isspace():
        return f"a no-break space follows '{match['key']}:'; type an ordinary space"
    return f"no space after '{match['key']}:'; put one there"
