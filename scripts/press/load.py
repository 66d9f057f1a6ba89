"""`data/` -> records: every file read, every fault turned into a sentence with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from re import fullmatch
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from press import yamlfile
from press.problems import Problem, Unfit, did_you_mean
from press.records import KINDS, Record
from press.records.base import SLUG, Loc, Part
from press.records.life import Moved, Withdrawn
from press.sentences import sentence

Key = tuple[str, str]  # kind and slug

# Folders and files under data/ that are not records.
_NOT_RECORDS = frozenset({"schema"})


@dataclass(slots=True)
class Loaded:
    """What `data/` holds. `unfit` names records that exist and cannot be used; nobody should call them unknown."""

    records: dict[Key, Record] = field(default_factory=dict)
    gone: dict[Key, Moved | Withdrawn] = field(default_factory=dict)
    documents: dict[Key, yamlfile.Document] = field(default_factory=dict)
    unfit: set[Key] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def load(root: Path) -> Loaded:
    """Read every record below `root/data`; faults are collected in the result, never raised."""
    loaded = Loaded()
    loaded.problems.extend(_strangers(root / "data"))
    for kind in KINDS:
        for file in sorted((root / "data" / kind.FOLDER).glob("*.yml")):
            _load_file(loaded, kind, file, file.relative_to(root).as_posix())
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
            message = f"no kind of record lives in '{entry.name}'{did_you_mean(entry.name, folders)}"
            yield Problem(here, 1, 1, message)
        else:
            yield from _strange_files(entry, here)


def _strange_files(folder: Path, here: str) -> Iterator[Problem]:
    for file in sorted(folder.iterdir()):
        if file.name.startswith("."):
            continue
        path = f"{here}/{file.name}"
        if file.suffix != ".yml":
            yield Problem(path, 1, 1, f"a record is a file that ends in .yml; name it '{file.stem}.yml' or move it away")
        elif not fullmatch(SLUG, file.stem):
            message = "a file's name is its record's id: small letters and digits, joined by single hyphens"
            yield Problem(path, 1, 1, message)


def _load_file(loaded: Loaded, kind: type[Record], file: Path, path: str) -> None:
    key = (kind.KIND, file.stem)
    try:
        document = yamlfile.read(file, path)
    except Unfit as unfit:
        loaded.problems.extend(unfit.problems)
        loaded.unfit.add(key)
        return
    loaded.documents[key] = document
    life = {"moved": Moved, "withdrawn": Withdrawn}.get(str(document.values.get("kind")))
    record, problems = _validated(life or kind, document, file.stem)
    loaded.problems.extend(problems)
    if record is None:
        loaded.unfit.add(key)
    elif isinstance(record, Record):
        loaded.records[key] = record
    elif isinstance(record, Moved | Withdrawn):
        loaded.gone[key] = record


def _validated(model: type[Part], document: yamlfile.Document, slug: str) -> tuple[Part | None, list[Problem]]:
    """The record, and the faults of its file.

    A record with faults that can be left out (an unknown key, a bad optional value) is still returned without them,
    so that its other faults are found in the same run; it is never printed, because any fault stops the edition.
    """
    values: Mapping[str, Any] = document.values
    problems = []
    if "slug" in values:
        line, column = document.key_at(("slug",))
        problems.append(Problem(document.path, line, column, "a record's slug is its file's name; leave this line out"))
    try:
        return model.model_validate({**values, "slug": slug}), problems
    except ValidationError as error:
        faults = error.errors(include_url=False)
    problems.extend(_located(document, model, faults))
    try:
        return model.model_validate({**_without(values, faults), "slug": slug}), problems
    except ValidationError:
        return None, problems


def _located(document: yamlfile.Document, model: type[Part], faults: list[ErrorDetails]) -> Iterator[Problem]:
    for fault in faults:
        if _of_another_arm(fault):
            continue
        loc = _in_document(document.values, fault["loc"])
        missing = fault["type"] == "missing"
        at = document.key_at(loc) if fault["type"] == "extra_forbidden" else document.at(loc[:-1] if missing else loc)
        yield Problem(document.path, *at, sentence(model, fault, loc))


def _of_another_arm(fault: ErrorDetails) -> bool:
    """Whether the fault belongs to an arm of a union that the author did not mean."""
    given = fault["input"]
    return (fault["type"] == "literal_error" and isinstance(given, dict)) or (
        fault["type"] == "model_type" and isinstance(given, str) and fault["loc"][-1] == "Counter"
    )


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


def _without(values: Mapping[str, Any], faults: list[ErrorDetails]) -> dict[str, Any]:
    """A copy of the values from which everything at fault is left out."""
    copy = _copied(values)
    for loc in sorted({_in_document(values, fault["loc"]) for fault in faults}, key=_later_first, reverse=True):
        holder = copy
        for step in loc[:-1]:
            holder = holder[step]
        if isinstance(holder, list) or loc[-1:] and loc[-1] in holder:
            del holder[loc[-1]]
    return copy


def _later_first(loc: Loc) -> tuple[Any, ...]:
    return (len(loc), *(f"{step:09d}" if isinstance(step, int) else step for step in loc))


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value
