"""Files -> records: what is read, what becomes of faults, and what can still be told of a file that has some.

The sentences themselves are held against tests/faults/ (test_faults.py).
"""

from pathlib import Path

import invented
from press.load import load
from press.records import KINDS
from press.records.life import Moved, Withdrawn

TERM = "data/terms/late-hours.yml"


def told(root: Path) -> list[str]:
    return invented.shown(load(root).problems).splitlines()


def test_every_record_of_every_kind_is_loaded_under_its_kind_and_file_name(tmp_path: Path) -> None:
    loaded = invented.sound(invented.lay_out(tmp_path, invented.STATES))
    files = {(kind.KIND, file.stem) for kind in KINDS for file in (tmp_path / "data" / kind.FOLDER).glob("*.yml")}
    assert {*loaded.records, *loaded.gone} == files
    assert set(loaded.documents) == files
    assert all(record.slug == slug for (_, slug), record in loaded.records.items())
    assert isinstance(loaded.gone["claim", "door-notice-gives-hours"], Moved)
    assert isinstance(loaded.gone["technique", "empty-shelf"], Withdrawn)


def test_a_record_with_faults_is_kept_and_one_that_is_no_yaml_is_named_unfit(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {TERM: "name: late hours\nglos: x\n", "data/terms/torn.yml": "name: 'torn\n"})
    loaded = load(tmp_path)
    assert loaded.records["term", "late-hours"].name == "late hours"
    assert loaded.unfit == {("term", "torn")}
    assert len(loaded.problems) == 2


def test_a_misspelt_field_is_told_once_and_not_as_missing_too(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {TERM: "nmae: late hours\ngloss: x\n"})
    assert told(tmp_path) == [f"{TERM}:1:1: a term has no field 'nmae'; did you mean 'name'?"]


def test_a_missing_field_is_told_where_a_comment_asks_for_it(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {TERM: "# A term, with a comment about gloss: none yet.\nname: late hours\n# gloss:\n"})
    assert told(tmp_path)[0].startswith(f"{TERM}:3:3: 'gloss' is missing; ")
    (tmp_path / TERM).write_text("name: late hours\n# gloss: what it means\n", encoding="utf-8")
    assert told(tmp_path)[0].startswith(f"{TERM}:1:1: 'gloss' is missing; "), "a comment of words asks for nothing"


def test_a_fault_of_yaml_is_not_told_again_as_a_fault_of_the_model(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {TERM: "name: 2024-09-02\ngloss: x\nstatus: drat\n"})
    assert [line.split(": ")[0] for line in told(tmp_path)] == [f"{TERM}:1:7", f"{TERM}:3:9"]


def test_a_fault_deep_in_a_union_is_placed_at_its_own_value(tmp_path: Path) -> None:
    path = "data/claims/library-open-longer-than-ever.yml"
    text = (invented.SAMPLE / path).read_text(encoding="utf-8")
    old = "  who_holds_it: A letter to the editor.\n"
    assert old in text
    invented.lay_out(tmp_path, {path: text.replace(old, "  who_holds_it: []\n")})
    line = text[: text.index(old)].count("\n") + 1
    assert [each.partition("; ")[0] for each in told(tmp_path)] == [f"{path}:{line}:17: 'who_holds_it' is a list"]


def test_a_moved_record_with_faults_is_neither_a_record_nor_gone(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {TERM: "kind: moved\nto: opening-hours\n"})
    loaded = load(tmp_path)
    assert ("term", "late-hours") in loaded.unfit
    assert ("term", "late-hours") not in {**loaded.records, **loaded.gone}


def test_without_a_data_folder_one_sentence_says_so(tmp_path: Path) -> None:
    assert told(tmp_path) == ["data:1:1: there is no folder 'data'; the records live there"]


def test_hidden_files_and_the_schemas_are_no_records(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/.DS_Store": "x", "data/terms/.x.yml.swp": "x", "data/schema/term.json": "{}"})
    assert told(tmp_path) == []


def test_a_folder_among_the_records_is_named(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/terms/more/late-hours.yml": "name: x\n"})
    assert told(tmp_path) == [
        "data/terms/more:1:1: a record stands in 'data/terms' itself; take its file out of this folder"
    ]
