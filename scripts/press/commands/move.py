"""Give a record another name; its old address leads to the new one."""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from pathlib import Path
from re import escape, subn

from press import yamlfile
from press.commands import changes
from press.commands.report import Refused, counted, report
from press.graph import Publication
from press.graph.lasting import public
from press.graph.references import targets
from press.problems import Unfit
from press.records import Case, Fingerprint
from press.records.base import Ref
from press.records.life import Moved
from press.records.places import places


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    changes.add_arguments(parser, why=False)
    parser.add_argument("--why", help="why, in a sentence; readers get to see it, so a draft needs none")
    parser.add_argument("slug", metavar="NEW-NAME", help="its new name, which no record of its kind has or had")


def run(given: Namespace) -> int:
    """Rename the file, leave what moved, rewrite every reference; all of it or, where there is a fault, nothing."""
    try:
        publication = changes.sound(given.root)
        key = changes.key_of(publication, given.record)
        new = changes.free_slug(publication, key[0], given.slug)
        if public(publication.records[key]) and not given.why:
            raise Refused('this record is public, and readers get to see why it moved; add --why "a sentence"')
        made, did = _moved(given, publication, key, new)
        changes.hold(changes.tried(given.root, made))
    except Unfit as unfit:
        report(unfit.problems, root=given.root)
        raise Refused("nothing was moved; mend these faults first") from None
    remains = changes.not_yet_released(publication, key) if public(publication.records[key]) else []
    remains += ["look at it with 'git diff', then run 'make check'"]
    if any(line.key == key for line in publication.ledger):
        remains.append("'make release' follows, so that the new address is kept as well (an editor runs it)")
    return changes.finish(given, made, did, remains)


def _moved(
    given: Namespace, publication: Publication, key: tuple[str, str], new: str
) -> tuple[dict[str, str | None], list[str]]:
    """The changes, and what is to be said of each."""
    kind, slug = key
    old_path, new_path = changes.path_of(kind, slug), changes.path_of(kind, new)
    made, did = _references(given.root, publication, key, new)
    whole = made.pop(old_path, None) or _text(given.root / old_path)
    made[new_path] = whole
    did = [f"{old_path} -> {new_path}", *did]
    if public(publication.records[key]):
        stub = f"kind: moved\nto: {new}\non: '{changes.day_of(given)}'\nwhy: {changes.scalar(given.why)}\n"
        made[old_path] = changes.first_line(whole) + stub
        did.insert(1, f"{old_path}: says where it went")
    else:
        made[old_path] = None  # nobody was ever given a draft's address
    if kind == Case.KIND and (Fingerprint.KIND, slug) in publication.records:
        print_old, print_new = changes.path_of(Fingerprint.KIND, slug), changes.path_of(Fingerprint.KIND, new)
        made |= {print_new: _text(given.root / print_old), print_old: None}
        did.append(f"{print_old} -> {print_new}")
    return made, did


def _references(
    root: Path, publication: Publication, key: tuple[str, str], new: str
) -> tuple[dict[str, str | None], list[str]]:
    """The files that name the record, with its new name in them: records, old addresses, hand-written pages."""
    kind, slug = key
    wanted: dict[tuple[str, str], set[yamlfile.Change]] = defaultdict(set)
    for user, record in publication.records.items():
        for place in places(record):
            if key in targets(place):
                bare = place.marker(Ref) is not None
                old, now = (slug, new) if bare else (f"{kind}:{slug}", f"{kind}:{new}")
                wanted[user].add(yamlfile.Change(place.loc, old, now))
    for user, gone in publication.gone.items():
        if user[0] == kind and isinstance(gone, Moved) and gone.to == slug:
            wanted[user].add(yamlfile.Change(("to",), slug, new))
    made: dict[str, str | None] = {}
    did = []
    for user, found in sorted(wanted.items()):
        document = publication.documents[user]
        made[document.path] = yamlfile.rewritten(root / document.path, document, found)
        did.append(f"{document.path}: {counted(len(found), 'reference', 'references')} rewritten")
    for file in sorted((root / "docs").rglob("*.md")):
        text, count = subn(rf"\({kind}:{escape(slug)}\)", f"({kind}:{new})", _text(file))
        if count:
            name = file.relative_to(root).as_posix()
            made[name] = text
            did.append(f"{name}: {counted(count, 'link', 'links')} rewritten")
    return made, did


def _text(file: Path) -> str:
    return file.read_bytes().decode()
