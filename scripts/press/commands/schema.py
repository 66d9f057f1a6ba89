"""Write data/schema/, which helps editors to write records."""

import json
from argparse import ArgumentParser, Namespace

from press.commands.report import Refused
from press.records import KINDS
from press.records.schema import schema


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the files are current")


def run(given: Namespace) -> int:
    """Write one schema a kind; with --check return 1 when one is not current."""
    folder = given.root / "data" / "schema"
    wanted = schemas()
    try:
        there = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.json"))}
        stale = sorted(name for name in {*wanted, *there} if wanted.get(name) != there.get(name))
        if given.check:
            for name in stale:
                print(f"data/schema/{name}: not what the models say; run 'make schema'")
            return 1 if stale else 0
        folder.mkdir(parents=True, exist_ok=True)
        for name in stale:
            if name in wanted:
                (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
            else:
                (folder / name).unlink()
    except OSError as error:
        raise Refused(f"data/schema cannot be used ({(error.strerror or 'unknown reason').lower()})") from None
    print(f"data/schema: {len(stale)} of {len(wanted)} files written anew")
    return 0


def schemas() -> dict[str, str]:
    """File name -> text, for every kind."""
    return {f"{kind.KIND}.json": json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n" for kind in KINDS}
