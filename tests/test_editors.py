"""What editors get from the project: schemas by folder, examples that fit, and a machine that is ready."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from press.records import KINDS
from press.yamlfile import read

ROOT = Path(__file__).parent.parent
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
CONTAINER = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_settings_give_every_kind_of_record_its_schema() -> None:
    wanted = {
        f"./data/schema/{kind.KIND}.json": [f"data/{kind.FOLDER}/*.yml", f"tests/sample/data/{kind.FOLDER}/*.yml"]
        for kind in KINDS
    }
    assert SETTINGS["yaml.schemas"] == wanted
    assert all((ROOT / name).is_file() for name in wanted)


def test_no_editor_rewrites_a_record_by_itself() -> None:
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["[yaml]"]["editor.formatOnSave"] is False


def test_the_same_extensions_are_offered_and_installed() -> None:
    offered = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert offered == ["redhat.vscode-yaml", "EditorConfig.EditorConfig"]
    assert CONTAINER["customizations"]["vscode"]["extensions"] == offered


def test_the_container_is_made_ready_by_make_and_shows_the_preview() -> None:
    program, target = CONTAINER["postCreateCommand"].split()
    assert (program, re.search(rf"^{target}:", MAKEFILE, re.MULTILINE) is not None) == ("make", True)
    assert [f"PORT ?= {port}" in MAKEFILE for port in CONTAINER["forwardPorts"]] == [True]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from nodes(each)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_every_field_with_a_form_has_an_example_that_fits(kind: Any, tmp_path: Path) -> None:
    """And one that may be taken over as it is offered: it is text, not a date or a number, when the record is read."""
    schema = json.loads((ROOT / f"data/schema/{kind.KIND}.json").read_text(encoding="utf-8"))
    shaped = [node for node in nodes(schema) if "pattern" in node]
    assert shaped
    for node in shaped:
        offered = node.get("examples") or [each["body"] for each in node["defaultSnippets"]]
        for number, example in enumerate(offered):
            file = tmp_path / f"{number}.yml"
            file.write_text(f"field: {example}\n", encoding="utf-8")
            assert re.search(node["pattern"], read(file, file.name).values["field"]), example
