"""Pack a built site as one ZIP that works from a folder, without a server and without internet."""

import os
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from press import offline
from press.commands.report import Refused, counted
from press.leaves import File
from press.pages.part.phrases import day


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("site", type=Path, help="the folder of the built site, as `make site` leaves it")
    parser.add_argument("zip", type=Path, help="the ZIP to write, such as claim-by-claim-offline.zip")


def run(given: Namespace) -> int:
    """Write the ZIP, and print how large it is, what is in it, and of which day."""
    folder, out = given.site, given.zip
    if out.suffix != ".zip":
        raise Refused(f"the ZIP needs a name that ends in '.zip': {out}")
    if not folder.is_dir():
        raise Refused(f"there is no built site at '{folder}'; run 'make site' first")
    site = built(folder)
    try:
        told, files = offline.facts(site), tuple(offline.edition(site))
    except offline.Broken as broken:
        raise Refused(f"'{folder}' cannot be packed: {broken}; run 'make site' anew") from None
    data = offline.packed(files)
    try:
        written(out, data)
    except OSError as error:
        raise Refused(f"the ZIP cannot be written ({(error.strerror or 'unknown reason').lower()}): {out}") from None
    of = f", as of {day(told.on)}" if told.on else ""
    print(f"{out}: {len(data) / 1_000_000:.1f} MB, {summary(files)}{of}")
    return 0


def built(folder: Path) -> offline.Site:
    """The site that lies in a folder."""
    paths = frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return offline.Site(paths, lambda path: (folder / path).read_bytes())


def written(out: Path, data: bytes) -> None:
    """Write aside and switch, so that nobody gets half a ZIP."""
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = out.with_name(f"{out.name}.{os.getpid()}")
    try:
        aside.write_bytes(data)
        aside.replace(out)
    finally:
        aside.unlink(missing_ok=True)


def summary(files: tuple[File, ...]) -> str:
    """'441 pages, 7 .csv': how many of each kind there are, the most first; what pages load is not told."""
    ends = Counter(file.path.rpartition(".")[2] for file in files)
    told = [(end, number) for end, number in ends.most_common() if end not in ("html", "css", "js", "svg")]
    return ", ".join([counted(ends["html"], "page", "pages"), *(f"{number} .{end}" for end, number in told)])
