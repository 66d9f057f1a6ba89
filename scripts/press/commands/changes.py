"""Changes of several files that are made together or not at all."""

import json
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from re import fullmatch

from press.commands.report import Refused, counted, day, today
from press.graph import Publication
from press.graph.lasting import former_slugs
from press.problems import Problem, Unfit, did_you_mean
from press.records import KINDS, Fingerprint
from press.records.base import SLUG
from press.rules import examine

Key = tuple[str, str]
Changes = Mapping[str, str | None]
"""Path below the root -> the file's new text, or None for a file that goes."""

FOLDERS = {kind.KIND: kind.FOLDER for kind in KINDS}
LONGEST = 80


def add_arguments(parser: ArgumentParser, *, why: bool = True) -> None:
    """What commands that change one record have in common."""
    parser.add_argument("record", metavar="KIND:NAME", help="the record, such as claim:some-claim")
    if why:
        parser.add_argument("--why", required=True, help="why, in a sentence; readers get to see it")
    parser.add_argument("--on", type=day, metavar="DATE", help="the day of the change, YYYY-MM-DD (today)")
    parser.add_argument("--dry-run", action="store_true", help="write nothing; say what would be done")


def day_of(given: Namespace) -> str:
    """The day that was given, or today."""
    return given.on or today()


def sound(root: Path, apart_from: str = "") -> Publication:
    """The records below `root`; raises Unfit with every fault, for what has faults is not rewritten.

    Faults of the record `apart_from`, as 'kind:slug', are let pass.
    """
    publication, problems = examine(root)
    kind, _, slug = apart_from.partition(":")
    own = path_of(kind, slug) if kind in FOLDERS else ""
    hold(each for each in problems if each.path != own)
    return publication


def hold(problems: Iterable[Problem]) -> None:
    """Raises Unfit where there is a fault."""
    found = tuple(problems)
    if found:
        raise Unfit(found)


def key_of(publication: Publication, text: str) -> Key:
    """The record that 'kind:slug' names; raises Refused for one that is not there."""
    kind, colon, slug = text.partition(":")
    if not colon:
        raise Refused(f"'{text}' names no record; write it as kind:name, such as claim:some-claim")
    if kind not in FOLDERS or kind == Fingerprint.KIND:
        near = did_you_mean(kind, FOLDERS) or f"; choose one of: {', '.join(FOLDERS)}"
        raise Refused(f"no kind of record that can be named here is called '{kind}'{near}")
    if (kind, slug) in publication.gone:
        raise Refused(f"'{text}' is gone already; its file says what became of it")
    if (kind, slug) not in publication.records:
        known = (each for each_kind, each in publication.records if each_kind == kind)
        raise Refused(f"no {kind} is called '{slug}'{did_you_mean(slug, known)}")
    return kind, slug


def not_yet_released(publication: Publication, key: Key) -> list[str]:
    """A hint for what readers were never given, under this name or an earlier one; nothing before the first release."""
    names = {key, *((key[0], slug) for slug in former_slugs(publication, publication.records[key]))}
    if publication.kept is None or names & {line.key for line in publication.ledger}:
        return []
    return [f"'{':'.join(key)}' was never released, so nobody needs this: you may rename or delete its file instead"]


def free_slug(publication: Publication, kind: str, slug: str) -> str:
    """The slug itself; raises Refused for one that cannot be, is in use, or was ever published."""
    if not fullmatch(SLUG, slug) or len(slug) > LONGEST:
        form = f"at most {LONGEST} small letters and digits, joined by single hyphens"
        raise Refused(f"'{slug}' is no name; write {form}")
    taken = {*publication.records, *publication.gone, *(line.key for line in publication.ledger)}
    if (kind, slug) in taken:
        raise Refused(f"there is or was a {kind} called '{slug}', and no name is used twice; choose another")
    return slug


def path_of(kind: str, slug: str) -> str:
    """The file of a record, below the root."""
    return f"data/{FOLDERS[kind]}/{slug}.yml"


def first_line(text: str) -> str:
    """The line that tells editors the file's schema, where the file has one."""
    first = text.partition("\n")[0]
    return f"{first}\n" if first.startswith("# yaml-language-server:") else ""


def scalar(text: str) -> str:
    """A text as YAML, in double quotes."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def tried(root: Path, changes: Changes) -> list[Problem]:
    """The faults that the records would have after the changes, found in a copy of them."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        write(copy, {path: text for path, text in changes.items() if path.startswith("data/")})
        return examine(copy)[1]


def write(root: Path, changes: Changes) -> None:
    """Make the changes; what can fail for want of room or rights is done first, beside the files."""
    written = {root / path: text for path, text in changes.items() if text is not None}
    aside = {file: file.with_name(f".{file.name}.new") for file in written}
    try:
        for file, text in written.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            aside[file].write_text(text, encoding="utf-8", newline="")
        for file, new in aside.items():
            new.replace(file)
        for path, text in changes.items():
            if text is None:
                (root / path).unlink()
    except OSError as error:
        for new in aside.values():
            new.unlink(missing_ok=True)
        raise Refused(f"a file cannot be written ({(error.strerror or 'unknown reason').lower()})") from None


def finish(given: Namespace, changes: Changes, did: list[str], remains: list[str]) -> int:
    """Write, unless it is a trial, and print what was done and what is left to do."""
    if not given.dry_run:
        write(given.root, changes)
    print("This would be done:" if given.dry_run else "Done:")
    for line in did:
        print(f"- {line}")
    print(f"This remains ({counted(len(remains), 'point', 'points')}):")
    for line in remains:
        print(f"- {line}")
    return 0
