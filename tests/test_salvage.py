"""One run finds the faults of many files, and all those of one file; no fault gives a traceback."""

import random
import shutil
from pathlib import Path
from typing import cast

import yaml

from invented import SAMPLE
from press import rules, yamlfile
from press.commands import check, main
from press.records.base import Loc

ROOT = Path(__file__).parent.parent
CLAIM = "data/claims/ukrainian-interceptor-hit-okhmatdyt.yml"
CASE = "data/cases/hospital-strike-denial.yml"

Place = tuple[str, int, int]


class Copy:
    """A copy of the real records, in which faults are planted at the places of fields."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "data", root / "data")

    def first(self, folder: str, *loc: str | int) -> str:
        """The first record of a folder that has a value on one line at `loc`."""
        for file in sorted((self.root / "data" / folder).glob("*.yml")):
            path = f"data/{folder}/{file.name}"
            if loc in self.document(path).marks and self.rest(path, loc)[:1] not in (">", "|", "[", "{"):
                return path
        raise AssertionError(f"no record of data/{folder} has a text at {loc}")

    def document(self, path: str) -> yamlfile.Document:
        """The file as it can be read, faults or not."""
        try:
            return yamlfile.read(self.root / path, path)
        except yamlfile.Flawed as flawed:
            return cast("yamlfile.Document", flawed.document)

    def lines(self, path: str) -> list[str]:
        return (self.root / path).read_text(encoding="utf-8").split("\n")

    def save(self, path: str, lines: list[str]) -> None:
        (self.root / path).write_text("\n".join(lines), encoding="utf-8")

    def rest(self, path: str, loc: Loc) -> str:
        """What stands in the file from the value at `loc` to the end of its line."""
        line, column = self.document(path).at(loc)
        return self.lines(path)[line - 1][column - 1 :]

    def set(self, path: str, *loc: str | int, to: str) -> Place:
        """Write something else in the place of a value, up to the end of its line."""
        line, column = self.document(path).at(loc)
        lines = self.lines(path)
        lines[line - 1] = lines[line - 1][: column - 1] + to
        self.save(path, lines)
        return path, line, column

    def change(self, path: str, *loc: str | int, old: str, new: str) -> Place:
        """Change the first `old` that stands in the value, on whichever line it is."""
        line, column = self.document(path).at(loc)
        lines = self.lines(path)
        index = next(index for index in range(line - 1, len(lines)) if old in lines[index])
        lines[index] = lines[index].replace(old, new, 1)
        self.save(path, lines)
        return path, line, column

    def add_above(self, path: str, *loc: str | int, line: str) -> tuple[str, int]:
        """Write a line above a field, as deep as the field; returns the file and the line's number."""
        at, column = self.document(path).key_at(loc)
        self.save(path, [*self.lines(path)[: at - 1], " " * (column - 1) + line, *self.lines(path)[at - 1 :]])
        return path, at


def test_thirteen_faults_in_the_real_records_are_found_in_one_run_at_their_places(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    assert rules.examine(tmp_path)[1] == []
    claim = copy.document(CLAIM).values
    word = claim["appearances"][0]["quotes"][0]["exact"].split()[1]
    # What moves the lines of its file, or hides its other faults, comes last.
    found: list[Place] = [
        copy.change(CLAIM, "answer", "basic", old=claim["answer"]["basic"].split()[1], new="<i>very</i>"),
        copy.set(CLAIM, "evidence", 2, "origin", to="no-such-origin"),
        copy.set(CLAIM, "evidence", 1, "bearing", to="suports"),
        copy.change(CLAIM, "appearances", 0, "quotes", 0, "exact", old=word, new=word + "x"),
        copy.set(CASE, "paragraphs", 2, "sentences", to="two"),
        copy.set(CASE, "article", "words", to="1"),
        copy.set(copy.first("sources", "url"), "url", to="javascript:alert(1)"),
        copy.set(copy.first("origins", "what"), "what", to="Footage of the regime"),
        copy.set(copy.first("techniques", "name"), "name", to="[a, list]"),
        copy.set(copy.first("voices", "interest", "kind"), "interest", "kind", to="a-friend"),
        copy.set(copy.first("omissions", "case"), "case", to="hospital-strike-denail"),
        copy.set(copy.first("terms", "name"), "name", to="'never closed"),
        (*copy.add_above(CLAIM, "title", line="colour: red"), 1),
    ]
    shifted = [(path, line + (path == CLAIM and column != 1), column) for path, line, column in found]
    told = [(each.path, each.line, each.column) for each in rules.examine(tmp_path)[1]]
    assert sorted(set(told)) == sorted(shifted)
    assert len(told) == len(set(told)), "each fault is told once"


def test_what_yaml_cannot_tell_hides_no_other_fault_of_its_file(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    planted = [
        copy.set(CLAIM, "evidence", 1, "bearing", to="suports"),
        copy.set(CLAIM, "as_of", to="2026-11-22"),
        copy.set(CLAIM, "type", to="evnt"),
    ]
    again = copy.lines(CLAIM)
    again.insert(-1 if not again[-1] else len(again), "title: Another")
    copy.save(CLAIM, again)
    planted.append((CLAIM, len(again) - 1, 1))
    assert sorted((each.path, each.line, each.column) for each in rules.examine(tmp_path)[1]) == sorted(planted)


# Against all input


WORDS = ("~", "''", "[]", "{}", "[x, {y: z}]", "-1", "1.5", "true", "2024-13-01", "'unknown'", "none-known", "x" * 500)
ENDS = ("\t", " #", ": ", "\u202e", '"', "]", " {{ x }}", "</script>")


def mutated(lines: list[str], chance: random.Random) -> list[str]:
    """The lines of a record with one to three faults of the sorts that hands make."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        lines = [*lines[:at], *harmed(lines[at], chance.choice(lines), chance), *lines[at + 1 :]] or [""]
    return lines


def harmed(line: str, other: str, chance: random.Random) -> list[str]:
    """What becomes of a line: lost, doubled, cut, moved in or out, or with another name or value."""
    key, colon, value = line.partition(": ")
    ways = [
        [],
        [line, line],
        [line[: chance.randrange(len(line) + 1)]],
        [" " * chance.randint(0, 8) + line.lstrip()],
        [line.replace("-", chance.choice(["", "--", "_"]), 1)],
        [line + chance.choice(ENDS)],
        [key + chance.choice("sx") + colon + value],
        [key + colon + chance.choice(WORDS)],
        [key + colon + other.strip()],
    ]
    return chance.choice(ways)


def told_of_faults(root: Path, folders: tuple[str, ...], seeds: range, at_once: int) -> set[str]:
    """The endings of all messages on random faults in records of these folders; each has a place that is there."""
    sound = {
        file: file.read_text(encoding="utf-8")
        for folder in folders
        for file in sorted((root / "data").glob(f"{folder}/*.yml"))
    }
    sorts = set()
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311 (the same faults on every machine)
        harmed = chance.sample(list(sound), at_once)
        for file in harmed:
            file.write_text("\n".join(mutated(sound[file].split("\n"), chance)), encoding="utf-8")
        publication, problems = rules.examine(root)
        warnings = [*check.late(publication, "2100-01-01"), *rules.found(publication, rules.ADVICE)]
        for problem in (*problems, *warnings):
            lines = (root / problem.path).read_text(encoding="utf-8").split("\n")
            assert 1 <= problem.line <= len(lines), (seed, problem)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, (seed, problem)
            assert problem.message.isprintable(), (seed, problem)
            sorts.add(problem.message.split("; ")[-1])
        for file in harmed:
            file.write_text(sound[file], encoding="utf-8")
    return sorts


def test_random_faults_give_located_problems_and_never_a_traceback(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    sorts = told_of_faults(tmp_path, ("*",), range(200), 3)
    assert len(sorts) > 60, "the faults are of many sorts"


def test_random_faults_in_lessons_and_what_they_rest_on_are_told_beside_a_ledger_too(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    assert main(["release", "--root", str(tmp_path), "--on", "2024-10-01"]) == 0
    sorts = told_of_faults(tmp_path, ("lessons", "items", "stories", "frameworks", "corrections"), range(150), 2)
    assert len(sorts) > 60, "the faults are of many sorts"
    sorts = told_of_faults(tmp_path, ("lessons", "claims"), range(1000, 1060), 5)
    assert len(sorts) > 60, "the faults are of many sorts"


def test_the_anchors_of_this_file_are_there() -> None:
    assert all(isinstance(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")), dict) for path in (CLAIM, CASE))
