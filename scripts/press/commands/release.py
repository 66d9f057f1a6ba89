"""Write data/ledger.yml, in which every published record is kept."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator

from press.commands.changes import day_of, scalar, write
from press.commands.report import FORMATS, Refused, counted, day, report
from press.graph.lasting import FINDINGS, released
from press.load import LEDGER
from press.records import KINDS
from press.records.ledger import Ledger, Line
from press.rules import examine

_HEAD = """\
# Every record that was ever published: where it stands, its version, and for a claim what was found.
# Written by `press release`; not to be edited by hand, and no line is ever taken out.
"""
_MANY = 10  # from here on, new records are counted and not named
_NEW = "not in the ledger yet"


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("--on", type=day, metavar="DATE", help="the day of the release, YYYY-MM-DD (today)")
    parser.add_argument("--check", action="store_true", help="write nothing; say what a release would bring")
    parser.add_argument("--format", choices=FORMATS, default="text", help="'github' marks the lines of a pull request")


def run(given: Namespace) -> int:
    """Write the ledger anew, or print what keeps it from being written; with --check say what is not in it yet."""
    publication, problems = examine(given.root)
    if problems:
        report(problems, given.format, root=given.root)
        print("nothing is released while there are faults")
        return 1
    on = day_of(given)
    last = max((each.changed_on or each.released_on for each in publication.ledger), default="")
    if on < last:
        raise Refused(f"the last release was on {last}; give that day or a later one")
    ledger = released(publication, on)
    news = list(_news(publication.ledger, ledger.records))
    for line in news if len(news) <= _MANY else _summed(publication.ledger, ledger.records):
        print(line)
    if given.check:
        print(f"{LEDGER}: {counted(len(news), 'line', 'lines')} to write; run 'make release'" if news else _current())
        return 1 if news else 0
    if news or publication.kept is None:
        write(given.root, {LEDGER: written(ledger)})
    new = len(ledger.records) - len(publication.ledger)
    print(f"{LEDGER}: {counted(new, 'record', 'records')} added, {len(news) - new} moved on" if news else _current())
    return 0


def written(ledger: Ledger) -> str:
    """The file's text: the same lines always give the same bytes."""
    lines = [text for each in ledger.records for text in _written(each)]
    return _HEAD + "\n".join(["records:", *lines] if lines else ["records: []"]) + "\n"


def _written(line: Line) -> Iterator[str]:
    yield f"- record: {line.record}"
    if line.address:
        yield f"  address: {line.address}"
    if line.formerly:
        yield f"  formerly: [{', '.join(map(scalar, line.formerly))}]"
    yield f"  version: {line.version}"
    for field in FINDINGS:
        if getattr(line, field):
            yield f"  {field}: {getattr(line, field)}"
    for field in ("as_of", "released_on", "changed_on"):
        if getattr(line, field):
            yield f"  {field}: '{getattr(line, field)}'"


def _news(before: tuple[Line, ...], after: tuple[Line, ...]) -> Iterator[str]:
    """What the release brings, one line a record."""
    known = {each.record: each for each in before}
    for now in after:
        then = known.get(now.record)
        if then is None:
            yield f"{now.record}: {_NEW}"
        elif then != now:
            yield f"{now.record}: {', '.join(_differences(then, now))}"


def _summed(before: tuple[Line, ...], after: tuple[Line, ...]) -> Iterator[str]:
    """The same where it is much: records that are only new are counted by kind."""
    known = {each.record for each in before}
    new = Counter(each.key[0] for each in after if each.record not in known)
    yield from (f"{counted(number, kind.KIND, kind.FOLDER)}: {_NEW}" for kind in KINDS if (number := new[kind.KIND]))
    yield from _news(before, tuple(each for each in after if each.record in known))


def _differences(then: Line, now: Line) -> Iterator[str]:
    for field in ("address", "version", *FINDINGS, "as_of"):
        if getattr(then, field) != getattr(now, field):
            yield f"{field} {getattr(then, field) or 'none'} -> {getattr(now, field) or 'none'}"


def _current() -> str:
    return f"{LEDGER}: current"
