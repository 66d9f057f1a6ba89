"""`data/` -> records: every file read, every fault turned into a sentence with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from re import fullmatch
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from press import addresses, yamlfile
from press.problems import Problem, did_you_mean
from press.records import KINDS, Record
from press.records.base import SLUG, Loc, Part
from press.records.ledger import Ledger
from press.records.life import Moved, Withdrawn
from press.records.linkstates import LinkStates
from press.records.partial import partial
from press.sentences import meant, sentence

Key = tuple[str, str]  # kind and slug

# Folders and files under data/ that are not records.
LEDGER = "data/ledger.yml"
LINKS = "data/link-states.yml"
_NOT_RECORDS = frozenset({"schema", "ledger.yml", "link-states.yml"})
_LONG = 64 * yamlfile.LIMIT  # what grows with all records together


@dataclass(frozen=True, slots=True)
class Kept:
    """The ledger of what was published, and where each of its lines stands in its file."""

    ledger: Ledger
    document: yamlfile.Document


@dataclass(slots=True)
class Loaded:
    """What `data/` holds. `unfit` names records that exist and cannot be used; nobody should call them unknown."""

    records: dict[Key, Record] = field(default_factory=dict)
    gone: dict[Key, Moved | Withdrawn] = field(default_factory=dict)
    documents: dict[Key, yamlfile.Document] = field(default_factory=dict)
    unfit: set[Key] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    kept: Kept | None = None
    links: LinkStates | None = None


def load(root: Path) -> Loaded:
    """Read every record below `root/data`; faults are collected in the result, never raised."""
    loaded = Loaded()
    loaded.problems.extend(_strangers(root / "data"))
    for kind in KINDS:
        for file in sorted((root / "data" / kind.FOLDER).glob("*.yml")):
            _load_file(loaded, kind, file, file.relative_to(root).as_posix())
    if (root / LEDGER).exists() and (read := _generated(loaded, root / LEDGER, LEDGER, Ledger)):
        loaded.kept = Kept(*read)
    if (root / LINKS).exists() and (read := _generated(loaded, root / LINKS, LINKS, LinkStates)):
        loaded.links, _ = read
    loaded.problems = [replace(each, see=each.see or addresses.FILES) for each in loaded.problems]
    return loaded


def _strangers(data: Path) -> Iterator[Problem]:
    """Files that nobody would ever read: wrong folder, wrong ending, wrong name."""
    folders = {kind.FOLDER for kind in KINDS}
    if not data.is_dir():
        yield Problem("data", 1, 1, "there is no folder 'data'; the records live there")
        return
    for entry in sorted(data.iterdir()):
        here = f"data/{entry.name}"
        if entry.name.startswith(".") or entry.name in _NOT_RECORDS:
            continue
        if not entry.is_dir():
            yield Problem(here, 1, 1, "a record stands in the folder of its kind; move the file there")
        elif entry.name not in folders:
            near = did_you_mean(entry.name, folders) or "; move it away"
            yield Problem(here, 1, 1, f"no kind of record lives in '{entry.name}'{near}")
        else:
            yield from _strange_files(entry, here)


def _strange_files(folder: Path, here: str) -> Iterator[Problem]:
    for file in sorted(folder.iterdir()):
        if file.name.startswith("."):
            continue
        path = f"{here}/{file.name}"
        if file.is_dir() and file.suffix != ".yml":
            yield Problem(path, 1, 1, f"a record stands in '{here}' itself; take its file out of this folder")
        elif file.suffix != ".yml":
            message = f"a record is a file that ends in .yml; name it '{file.stem}.yml' or move it away"
            yield Problem(path, 1, 1, message)
        elif not fullmatch(SLUG, file.stem):
            message = "a file's name is its record's id; write it in small letters and digits, joined by single hyphens"
            yield Problem(path, 1, 1, message)


def _load_file(loaded: Loaded, kind: type[Record], file: Path, path: str) -> None:
    key = (kind.KIND, file.stem)
    try:
        document, faulty = yamlfile.read(file, path), frozenset()
    except yamlfile.Flawed as flawed:
        loaded.problems.extend(flawed.problems)
        if flawed.document is None:
            loaded.unfit.add(key)
            return
        document, faulty = flawed.document, frozenset((each.line, each.column) for each in flawed.problems)
    loaded.documents[key] = document
    life = {"moved": Moved, "withdrawn": Withdrawn}.get(str(document.values.get("kind")))
    record, problems = _validated(life or kind, document, file.stem)
    # What YAML could not tell is reported once, as YAML's fault.
    loaded.problems.extend(each for each in problems if (each.line, each.column) not in faulty)
    if isinstance(record, Record):
        loaded.records[key] = record
    elif isinstance(record, Moved | Withdrawn) and not problems:
        loaded.gone[key] = record
    else:
        loaded.unfit.add(key)


def _generated(loaded: Loaded, file: Path, path: str, model: type[Part]) -> tuple[Any, yamlfile.Document] | None:
    """What a command wrote about all records together, and where it stands; None where it cannot be used."""
    try:
        document = yamlfile.read(file, path, _LONG)
        return model.model_validate(document.values), document
    except yamlfile.Flawed as flawed:
        loaded.problems.extend(flawed.problems)
    except ValidationError as error:
        loaded.problems.extend(_located(document, model, error.errors(include_url=False)))
    return None


def _validated(model: type[Part], document: yamlfile.Document, slug: str) -> tuple[Part, list[Problem]]:
    """The record, and the faults of its file.

    A record with faults is still returned with all that can be read of it, so that its other faults are found in the
    same run; it is never printed, because any fault stops the edition.
    """
    values: Mapping[str, Any] = document.values
    problems = []
    if "slug" in values:
        line, column = document.key_at(("slug",))
        problems.append(Problem(document.path, line, column, "a record has the name of its file; leave this line out"))
    values = {**values, "slug": slug}
    try:
        return model.model_validate(values), problems
    except ValidationError as error:
        problems.extend(_located(document, model, error.errors(include_url=False)))
    return partial(model, values), problems


def _located(document: yamlfile.Document, model: type[Part], faults: list[ErrorDetails]) -> Iterator[Problem]:
    meaningful = (fault for fault in faults if not _of_another_arm(fault) and not _of_an_entry(fault))
    located = [(fault, _in_document(document.values, fault["loc"])) for fault in meaningful]
    misspelt = {(*loc[:-1], meant(model, loc)) for fault, loc in located if fault["type"] == "extra_forbidden"}
    for fault, loc in located:
        missing, unknown = fault["type"] == "missing", fault["type"] == "extra_forbidden"
        if missing and loc in misspelt:
            continue  # the unknown key that was meant for it is told
        place = document.missing_at(loc) if missing else document.key_at(loc) if unknown else document.at(loc)
        see = addresses.fields(model.KIND) if issubclass(model, Record) else addresses.FILES
        yield Problem(document.path, *place, sentence(model, fault, loc), see)


def _of_another_arm(fault: ErrorDetails) -> bool:
    """Whether the fault belongs to an arm of a union that the author did not mean."""
    given = fault["input"]
    return (fault["type"] == "literal_error" and isinstance(given, dict)) or (
        fault["type"] == "model_type" and isinstance(given, str) and fault["loc"][-1] == "Counter"
    )


def _of_an_entry(fault: ErrorDetails) -> bool:
    """Whether a list is called too short only because pydantic did not count its faulty entries, which are told."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]


def _in_document(values: Any, loc: Loc) -> Loc:
    """pydantic's `loc` without the names of union arms, which are not in the file."""
    found: list[str | int] = []
    for index, step in enumerate(loc):
        inside = isinstance(values, dict) if isinstance(step, str) else isinstance(values, list)
        if inside and (isinstance(values, list) or step in values):
            values = values[step]
            found.append(step)
        elif inside and index == len(loc) - 1:
            found.append(step)  # a field that is missing
    return tuple(found)
