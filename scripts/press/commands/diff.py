"""Say what a change does, in a reader's words: findings, evidence, quotations, lessons, pages."""

import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from press.commands.report import Refused, append, counted, report, site
from press.commands.revision import at_revision, files, in_folder
from press.comparing import Difference, compare, slots
from press.comparing.printing import as_markdown, as_text
from press.graph import Publication, assemble
from press.load import LEDGER, LINKS, Loaded, load
from press.problems import Problem
from press.records import KINDS
from press.showing import as_markdown as faults_as_markdown
from press.showing import plain

_KINDS = {kind.FOLDER: kind.KIND for kind in KINDS}


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument(
        "revision",
        metavar="REV",
        nargs="?",
        default="",
        help="what to compare with: a commit, a branch, a tag (where this branch left main, else the last commit)",
    )
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="compare with another folder that holds data/")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="how it is written")
    parser.add_argument("--summary", type=Path, help="a Markdown file to add it to")


def run(given: Namespace) -> int:
    """Print the difference, then the faults that kept a part from being read; it is no judge, so it returns 0."""
    if given.revision and given.against:
        raise Refused("give a revision or --against, not both")
    if not (given.root / "data").is_dir():
        raise Refused("there is no folder 'data' here; name the folder that holds it: --root FOLDER")
    earlier = in_folder(given.against) if given.against else at_revision(given.root, given.revision)
    here = files(given.root)
    now = load(given.root)
    with tempfile.TemporaryDirectory() as folder:
        then = before(Path(folder), earlier.files, here, now)
        (old, old_faults), (new, new_faults) = _assembled(then), _assembled(now)
        difference = compare(old, new, slots(given.root))
        notes = (f"Compared with {earlier.name}.", *_unseen(difference, new, earlier.files, here))
        faults = ((earlier.name, Path(folder), old_faults), ("what is here now", given.root, new_faults))
        _tell(given, difference, notes, tuple(each for each in faults if each[2]))
    return 0


Faults = tuple[str, Path, list[Problem]]
"""The faults of one state: what to call it, the folder that holds the files, and the faults."""


def _tell(given: Namespace, difference: Difference, notes: tuple[str, ...], faults: tuple[Faults, ...]) -> None:
    number = sum(len(found) for *_, found in faults)
    if given.format == "markdown" or given.summary:
        markdown = as_markdown(difference, notes, site(), number)
        for name, root, found in faults:
            markdown += f"\n### Faults of {plain(name)}\n\n{faults_as_markdown(found, root, site())}\n"
        if given.summary:
            append(given.summary, markdown)
    if given.format == "markdown":
        print(markdown, end="")
        return
    print(as_text(difference, notes, site(), number), end="")
    for name, root, found in faults:
        print(f"\n{counted(len(found), 'fault', 'faults')} of {name}:")
        report(found, root=root)


def before(folder: Path, files: Mapping[str, bytes], here: Mapping[str, bytes], now: Loaded) -> Loaded:
    """The records of `files`; only what is not `here` as well is read anew, from `folder`, which is empty."""
    (folder / "data").mkdir()
    for path, held in files.items():
        if here.get(path) != held:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(held)
    then = load(folder)
    same = {path for path, held in files.items() if here.get(path) == held}
    for path in same:
        key = _key(path)
        for mine, theirs in ((then.records, now.records), (then.gone, now.gone), (then.documents, now.documents)):
            if key in theirs:
                mine[key] = theirs[key]  # type: ignore[index, assignment]
        if key in now.unfit:
            then.unfit.add(key)
    then.problems += [each for each in now.problems if each.path in same]
    if LEDGER in same:
        then.kept = now.kept
    if LINKS in same:
        then.links = now.links
    return then


def _assembled(loaded: Loaded) -> tuple[Publication, list[Problem]]:
    publication, unproved = assemble(loaded)
    return publication, sorted({*loaded.problems, *unproved})


def _unseen(
    difference: Difference, now: Publication, then: Mapping[str, bytes], here: Mapping[str, bytes]
) -> Iterator[str]:
    """The files that differ in nothing that is told of a record."""
    told = {(each.kind, each.slug) for each in difference.entries} | set(now.gone)
    differ = [path for path in sorted(here) if path in then and then[path] != here[path]]
    found = [path for path in differ if path != LINKS and _key(path) not in told]
    if found:
        more = f" and {len(found) - 6} more" if len(found) > 6 else ""
        what = "comments, layout, the name of what moved or what no page shows"
        yield f"Changed only in {what}: {', '.join(found[:6])}{more}."
    if then.get(LINKS) != here.get(LINKS):
        yield f"The pages of sources show what their links answered, which is of another round: {LINKS}."


def _key(path: str) -> tuple[str, str]:
    """'data/claims/x.yml' -> the kind and slug of its record; no record has the key of another file."""
    _, folder, *rest = path.split("/")
    return _KINDS.get(folder, ""), rest[0].removesuffix(".yml") if len(rest) == 1 else ""
