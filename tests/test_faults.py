"""The fault cases: records laid over a small sound publication, and every problem that must be found in them.

`tests/faults/<name>.yml` holds `about` (one sentence that is true), `files` (path -> text, laid over
`tests/sample/`) or `edits` (path -> pairs of what stands once in the sample's file and what takes its place), and
last `problems` (the whole list, sorted, as they are printed). It may hold `remove` (paths taken out of the sample) and
`law` (the name of the rule that it proves).
`pytest tests/test_faults.py --accept` writes `problems` anew: read the difference before you commit it.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from invented import SAMPLE
from press import load, rules, sentences
from press.records import KINDS
from press.records.base import Loc, Part

FAULTS = Path(__file__).parent / "faults"
CASES = sorted(FAULTS.glob("*.yml"))


def faults_of(root: Path) -> list[str]:
    """Every problem of the records below `root`, as printed. The one place that names what is under test."""
    return in_order({str(problem) for problem in rules.examine(root)[1]})


def in_order(problems: set[str]) -> list[str]:
    """By path, then line and column as numbers, then message: the order in which they are printed."""

    def place(problem: str) -> tuple[str, int, int, str]:
        path, line, column, message = problem.split(":", 3)
        return path, int(line), int(column), message

    return sorted(problems, key=place)


def read_case(file: Path) -> dict[str, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def lay_out(case: dict[str, Any], root: Path) -> None:
    """The base with the case's files over it, below `root`."""
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
    for path in case.get("remove", []):
        (root / path).unlink()
    for path, edits in case.get("edits", {}).items():
        text = (root / path).read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        (root / path).write_text(text, encoding="utf-8", newline="")
    for path, text in case.get("files", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="")


def accept(file: Path, problems: list[str]) -> None:
    """Write the case's list of problems anew; all before it stays as it is."""
    head, mark, _ = file.read_text(encoding="utf-8").partition("\nproblems:")
    assert mark, f"{file.name} has no 'problems:'; add it as the last line"
    lines = ["  - '" + problem.replace("'", "''") + "'" for problem in problems]
    file.write_text("\n".join([head, "problems:", *lines, ""]), encoding="utf-8")


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_exactly_the_expected_problems_are_found(file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(file)
    lay_out(case, tmp_path)
    found = faults_of(tmp_path)
    if request.config.getoption("accept"):
        accept(file, found)
        case = read_case(file)
    assert found == case["problems"], case["about"]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_case_is_whole(file: Path) -> None:
    case = read_case(file)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", file.stem)
    assert set(case) <= {"about", "law", "files", "edits", "remove", "problems"}
    assert list(case)[-1] == "problems", "--accept writes all from 'problems' to the end of the file"
    assert re.fullmatch(r"[^\n]+\.", case["about"].strip()), "'about' is one sentence"
    assert case["problems"], "a case without a problem proves nothing"
    assert case["problems"] == in_order(set(case["problems"]))
    assert all(re.match(r"[^:]+:[1-9]\d*:[1-9]\d*: \S.*; \S", problem) for problem in case["problems"])
    for path in [*case.get("files", {}), *case.get("edits", {}), *case.get("remove", [])]:
        assert path.startswith("data/")
        assert ".." not in Path(path).parts
    assert all((SAMPLE / path).is_file() for path in case.get("remove", []))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_law_has_cases_whose_problems_it_finds(rule: rules.Rule, tmp_path: Path) -> None:
    cases = [case for file in CASES if (case := read_case(file)).get("law") == rule.__name__]
    assert cases, f"add tests/faults/<name>.yml with 'law: {rule.__name__}'"
    for number, case in enumerate(cases):
        lay_out(case, tmp_path / str(number))
        publication, _ = rules.examine(tmp_path / str(number))
        assert {str(problem) for problem in rule(publication)} & set(case["problems"]), case["about"]


def test_a_case_names_a_law_that_there_is() -> None:
    named = {case["law"] for file in CASES if "law" in (case := read_case(file))}
    assert named == {rule.__name__ for rule in rules.RULES}


def test_every_kind_of_sentence_has_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    sentence = load.sentence

    def told(model: type[Part], fault: dict[str, Any], loc: Loc) -> str:
        seen.add(fault["type"])
        return sentence(model, fault, loc)

    monkeypatch.setattr(load, "sentence", told)
    for file in CASES:
        lay_out(read_case(file), tmp_path / file.stem)
        load.load(tmp_path / file.stem)
    assert seen >= set(sentences.KINDS)


def test_the_base_has_records_and_no_faults(tmp_path: Path) -> None:
    assert all(list(SAMPLE.glob(f"data/{kind.FOLDER}/*.yml")) for kind in KINDS)
    lay_out({}, tmp_path)
    assert faults_of(tmp_path) == []


def test_accepting_changes_the_list_of_problems_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "case.yml"
    file.write_text("# why\nabout: It's so.\nfiles:\n  data/a/b.yml: |\n    a: 'b\nproblems:\n  - old\n")
    accept(file, ["data/a/b.yml:1:4: it's open; close it"])
    text = file.read_text()
    assert text.startswith("# why\nabout: It's so.\nfiles:\n  data/a/b.yml: |\n    a: 'b\nproblems:\n")
    assert read_case(file)["problems"] == ["data/a/b.yml:1:4: it's open; close it"]
