"""Take a record back; its address says so and why."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from press.commands import changes
from press.commands.report import Refused, report
from press.graph import Publication
from press.graph.lasting import public
from press.problems import Problem, Unfit
from press.records import Case, Fingerprint
from press.records.life import Moved


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    changes.add_arguments(parser)


def run(given: Namespace) -> int:
    """Leave what was withdrawn in the place of the record, and list who still names it."""
    begun = False
    try:
        # Nothing of the record's own file is kept, so what is wrong there does not keep it from being taken back.
        publication = changes.sound(given.root, apart_from=given.record)
        begun = True
        key = changes.key_of(publication, given.record)
        if not public(publication.records[key]):
            raise Refused(f"'{given.record}' is a draft, and nobody was given its address; delete its file")
        made, did = _withdrawn(given, publication, key)
        left = changes.tried(given.root, made)
        changes.hold(each for each in left if each.path in made)
    except Unfit as unfit:
        report(unfit.problems, root=given.root)
        whose = "these faults" if begun else "these faults, which were there before,"
        raise Refused(f"nothing was withdrawn; mend {whose} first") from None
    remains = changes.not_yet_released(publication, key)
    remains += [*map(str, sorted(set(left))), *_links(given.root, given.record)]
    remains.append(f"tell readers: ./press correct {given.record} --kind withdrawal")
    remains.append("run 'make check' until it finds no faults; 'make release' follows (an editor runs it)")
    return changes.finish(given, made, did, remains)


def _withdrawn(
    given: Namespace, publication: Publication, key: tuple[str, str]
) -> tuple[dict[str, str | None], list[str]]:
    """The changes, and what is to be said of each: old addresses that led to the record are withdrawn with it."""
    kind, slug = key
    stub = f"kind: withdrawn\non: '{changes.day_of(given)}'\nwhy: {changes.scalar(given.why)}\n"
    made: dict[str, str | None] = {}
    did = []
    led_here = [old for old, gone in publication.gone.items() if isinstance(gone, Moved) and gone.to == slug]
    for each in (key, *(old for old in led_here if old[0] == kind)):
        path = publication.documents[each].path
        made[path] = changes.first_line((given.root / path).read_text(encoding="utf-8")) + stub
        did.append(f"{path}: says that it was withdrawn, and why")
    if kind == Case.KIND and (Fingerprint.KIND, slug) in publication.records:
        path = changes.path_of(Fingerprint.KIND, slug)
        made[path] = None
        did.append(f"{path}: removed, for it proves quotations of this case alone")
    return made, did


def _links(root: Path, record: str) -> list[str]:
    """The links of hand-written pages to the record, which `press check` does not read."""
    found = []
    for file in sorted((root / "docs").rglob("*.md")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if f"({record})" in line:
                place = (number, line.index(f"({record})") + 2)
                path = file.relative_to(root).as_posix()
                found.append(str(Problem(path, *place, f"this links to '{record}'; take the link out")))
    return found
