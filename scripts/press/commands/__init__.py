"""What one types: `python -m press check`, `release`, `move` ... Only the commands print or exit."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from press.commands import (
    check,
    correct,
    diff,
    fingerprint,
    links,
    move,
    new,
    offline,
    quote,
    release,
    schema,
    withdraw,
)
from press.commands.report import Refused

# A new command is a file here and a line in this list.
COMMANDS = {
    "check": check,
    "diff": diff,
    "new": new,
    "quote": quote,
    "fingerprint": fingerprint,
    "schema": schema,
    "release": release,
    "offline": offline,
    "links": links,
    "move": move,
    "withdraw": withdraw,
    "correct": correct,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 where there are faults, 2 where the command was not understood."""
    parser = ArgumentParser(prog="press", description="Checks, releases and mends the records of the publication.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, module in COMMANDS.items():
        summary = str(module.__doc__).splitlines()[0]
        command = commands.add_parser(name, help=summary, description=summary)
        command.add_argument("--root", type=Path, default=Path(), help="the folder that holds data/")
        module.add_arguments(command)
    given = parser.parse_args(arguments)
    try:
        return COMMANDS[given.command].run(given)
    except Refused as refused:
        print(f"press {given.command}: {refused}", file=sys.stderr)
        return 2
