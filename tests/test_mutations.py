"""Hundreds of faults put into real records: none ends in a traceback, each is found in its file and at its line."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

import invented
import mutations
from conftest import Run
from mutations import File, Mutation
from press.load import load
from press.problems import Problem
from press.records import KINDS
from press.rules import examine

ROOT = Path(__file__).parent.parent
SEED = 8
EACH = 60  # files that get the same fault in one run

Fault = Callable[[File, Random], Mutation | None]
TABLE: dict[str, Counter[str]] = {}


@pytest.fixture(scope="module")
def files() -> list[File]:
    """The real records, and those of kinds of which there is no real one yet."""
    real = mutations.read(ROOT)
    lacking = {kind.KIND for kind in KINDS} - {file.kind.KIND for file in real}
    return real + mutations.read(invented.SAMPLE, tuple(lacking))


def chosen(files: list[File], fault: Fault, most: int) -> list[Mutation]:
    """One fault in each of some files, of every kind that can have it; the same ones in every run."""
    chance = Random(f"{SEED} {fault.__name__}")  # noqa: S311 (no secret)
    shelves = {kind: [file for file in files if file.kind is kind] for kind in KINDS}
    for shelf in shelves.values():
        chance.shuffle(shelf)
    turns = [shelf[turn] for turn in range(most) for shelf in shelves.values() if turn < len(shelf)]
    made: list[Mutation] = []
    for file in turns:
        if len(made) < most and (mutation := fault(file, chance)):
            made.append(mutation)
    return made


def write(root: Path, made: list[Mutation]) -> None:
    for each in made:
        (root / each.path).parent.mkdir(parents=True, exist_ok=True)
        (root / each.path).write_bytes(each.data)


def missed(made: list[Mutation], problems: list[Problem], row: str) -> list[str]:
    """The faults that were not found where they are; counts all in the table."""
    counts = TABLE.setdefault(row, Counter())
    wrong = []
    for each in made:
        told = [problem for problem in problems if problem.path == each.path]
        at = [problem for problem in told if each.first <= problem.line <= each.last]
        counts["faults"] += 1
        counts["harmless" if each.harmless else "in place"] += bool(at) or each.harmless
        counts["messages"] += len(told)
        if bool(told) if each.harmless else not at:
            wrong.append(f"{each.path}:{each.first}-{each.last}: {[str(problem) for problem in told[:3]]}")
    counts["in other files"] += len({problem.path for problem in problems} - {each.path for each in made})
    return wrong


@pytest.mark.parametrize("fault", mutations.STRUCTURAL, ids=lambda fault: fault.__name__)
def test_each_fault_of_a_file_is_found_at_its_line_with_all_others(
    tmp_path: Path, files: list[File], fault: Fault
) -> None:
    made = chosen(files, fault, EACH)
    assert len(made) >= 10
    write(tmp_path, made)
    assert missed(made, load(tmp_path).problems, fault.__name__) == []


def test_each_fault_that_all_records_show_is_found_at_its_line(tmp_path: Path, files: list[File]) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    real = [file for file in files if (ROOT / file.path).exists()]
    made: dict[str, list[Mutation]] = {}
    used: set[str] = set()
    for fault in reversed(mutations.TOGETHER):  # the one that fewest files can have chooses first
        free = [file for file in real if file.path not in used]
        made[fault.__name__] = chosen(free, fault, 12 if fault is mutations.wrong_letter else 60)
        used |= {each.path for each in made[fault.__name__]}
        write(tmp_path, made[fault.__name__])
    problems = examine(tmp_path)[1]
    assert [wrong for name, each in made.items() for wrong in missed(each, problems, name)] == []


def test_all_kinds_of_fault_in_one_run_of_the_command(run: Run, tmp_path: Path, files: list[File]) -> None:
    """As a contributor meets them: one list, sorted, each line with its place, and no traceback."""
    shutil.copytree(invented.SAMPLE / "data", tmp_path / "data")
    sample = mutations.read(invented.SAMPLE)
    chance = Random(SEED)  # noqa: S311 (no secret)
    faults = [*mutations.STRUCTURAL, *mutations.TOGETHER]
    for turn, file in enumerate(sample):
        ways = (fault(file, chance) for fault in faults[turn % len(faults) :] + faults[: turn % len(faults)])
        write(tmp_path, [next(way for way in ways if way and not way.harmless)])
    code, printed, _ = run("check", "--root", tmp_path)
    assert code == 1
    places = [line for line in printed.splitlines() if line.startswith("data/")]
    assert len({line.partition(":")[0] for line in places}) == len(sample)
    assert run("check", "--root", tmp_path, "--format", "json")[0] == 1


def test_a_fault_that_is_not_found_at_its_place_is_noticed(files: list[File]) -> None:
    file = files[0]
    made = [Mutation(file.path, b"", 3, 4)]
    for problems in ([], [Problem(file.path, 5, 1, "x")], [Problem("data/x.yml", 3, 1, "x")]):
        assert missed(made, problems, "teeth")
    assert missed(made, [Problem(file.path, 4, 1, "x")], "teeth") == []
    assert missed([Mutation(file.path, b"", 0, 0)], [Problem(file.path, 1, 1, "x")], "teeth")
    del TABLE["teeth"]


def test_all_were_tried_and_the_table_says_how_many() -> None:
    """Printed with `pytest -rP`; the tests above, run alone, leave it empty."""
    heads = ("faults", "in place", "harmless", "messages", "in other files")
    rows = [f"{'fault':20}" + "".join(f"{head:>16}" for head in heads)]
    rows += [f"{name:20}" + "".join(f"{counts[head]:>16}" for head in heads) for name, counts in TABLE.items()]
    total: Counter[str] = sum(TABLE.values(), Counter())
    rows.append(f"{'together':20}" + "".join(f"{total[head]:>16}" for head in heads))
    sys.stdout.write("\n".join(rows) + "\n")
    assert total["faults"] == total["in place"] + total["harmless"]
