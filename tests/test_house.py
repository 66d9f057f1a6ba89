"""The house keeps its rules: one direction of imports, one door a library, records that describe themselves."""

import ast
import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest
from pydantic import BaseModel

from press import render, rules
from press.records import KINDS
from press.records.base import Part
from press.records.life import Moved, Withdrawn

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "scripts"
MODULES = sorted(file for file in SCRIPTS.rglob("*.py") if "__pycache__" not in file.parts)
TEMPLATES = sorted(render.TEMPLATES.rglob("*.jinja"))

LONGEST_MODULE = 220
LISTS = {"press/records/vocabulary.py"}  # a closed list of words is as long as it is
LONGEST_TEMPLATE = 100

# --- one door a library

NOBODY: tuple[str, ...] = ()
# What is imported -> the modules that may, below scripts/. A pattern ends in '*'.
DOORS: Mapping[str, tuple[str, ...]] = {
    "yaml": ("press/yamlfile/tree.py",),
    "pydantic": (
        "press/records/*",
        "press/load.py",
        "press/sentences.py",
        "press/commands/schema.py",
        "press/exports/data/*",
    ),
    "pydantic_core": ("press/records/*", "press/load.py", "press/sentences.py"),
    "jinja2": ("press/render.py",),
    "markupsafe": ("press/render.py",),
    "PIL": ("press/exports/drawing.py",),
    "fontpkg_source_serif_4": ("press/exports/drawing.py",),
    "docx": ("press/exports/wordfile.py",),
    "segno": ("press/pages/part/linkmaker.py",),
    "cmarkgfm": ("press/prose.py",),
    "nh3": ("press/prose.py",),
    "mkdocs": ("mkdocs_hooks.py",),
    "urllib3": ("press/asking/client.py",),
    "protego": ("press/asking/visitor.py",),
    "rcssmin": ("press/stamp/assets.py",),
    "rjsmin": ("press/stamp/assets.py",),
    "logging": ("mkdocs_hooks.py",),
    "argparse": ("press/__main__.py", "press/commands/*"),
    "sys": ("press/__main__.py", "press/commands/*"),
    "os": (
        "press/__main__.py",
        "press/commands/*",
    ),
    "json": (
        "press/exports/*",
        "press/pages/part/citing.py",
        "press/render.py",
        "press/stamp/search.py",
        "press/offline/*",
        "press/commands/*",
    ),
    "csv": ("press/exports/data/tables.py",),
    "zipfile": ("press/exports/*",),
    "xml": ("press/exports/*",),
    "gzip": ("press/stamp/sitemap.py",),
    # A build knows no clock but the dates that are written down, no network, no git, no chance. What asks the network
    # is no part of a build: `press links` alone may reach it, which a test holds.
    "datetime": ("press/records/base.py", "press/rules/*", "press/pages/*", "press/commands/*"),
    "time": ("press/asking/*",),
    "random": NOBODY,
    "secrets": NOBODY,
    "uuid": ("press/exports/feeds.py",),  # names drawn from names, which no chance is in
    "socket": NOBODY,
    "ssl": NOBODY,
    "http": ("press/asking/client.py",),
    "urllib": (
        "press/leaves.py",
        "press/records/base.py",
        "press/stamp/frame.py",
        "press/pages/*",
        "press/rules/*",
        "press/exports/*",
        "press/drafts/addressed.py",
        "press/offline/rewriting.py",
        "press/asking/*",
    ),
    "urllib.request": NOBODY,
    "subprocess": ("press/commands/revision.py",),  # asks git what there was; no build does
    "importlib": NOBODY,
    "pickle": NOBODY,
}
CLOCK = re.compile(r"^(date|datetime)(\.datetime)?\.(now|today|utcnow)$")
SPEAK = {"press/__main__.py", "press/commands/*"}  # only these print and end the run


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def may(name: str, allowed: set[str] | tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in allowed)


def door_faults(name: str, text: str) -> list[str]:
    """What a module below scripts/ does that it may not: imports through no door, print, end the run, ask the clock."""
    tree = ast.parse(text)
    found = []
    for imported in imports(tree):
        parts = imported.split(".")
        known = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
        doors = [DOORS[each] for each in known if each in DOORS]
        if not doors and parts[0] != "press" and parts[0] not in sys.stdlib_module_names:
            found.append(f"{name} imports {imported}, which has no door; add it to DOORS with the module that may")
        elif not all(may(name, allowed) for allowed in doors):
            found.append(f"{name} imports {imported}")
    for node in ast.walk(tree):
        call = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if call in ("print", "input", "exit", "quit", "sys.exit", "breakpoint") and not may(name, SPEAK):
            found.append(f"{name}:{node.lineno} calls {call}")
        if CLOCK.match(call) and not may(name, ("press/commands/*",)):
            found.append(f"{name}:{node.lineno} asks the clock")
    return found


def test_each_library_has_one_door() -> None:
    texts = {file.relative_to(SCRIPTS).as_posix(): file.read_text(encoding="utf-8") for file in MODULES}
    assert [fault for name, text in texts.items() for fault in door_faults(name, text)] == []


def test_each_door_is_used() -> None:
    """A library in the table that nobody imports is gone, or came in through another name."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in MODULES]
    everything = {name.split(".")[0] for tree in trees for name in imports(tree)}
    libraries = {name for name in DOORS if name.split(".")[0] not in sys.stdlib_module_names}
    assert libraries - everything == set()


@pytest.mark.parametrize(
    "planted",
    [
        "import yaml",
        "from yaml import CSafeLoader",
        "from pydantic import BaseModel",
        "import urllib.request",
        "from urllib import request",
        "import requests",
        "def late():\n    import nh3",
        "print('x')",
        "from datetime import date\nnow = date.today()",
        "raise SystemExit(exit(1))",
    ],
)
def test_the_watch_at_the_doors_has_teeth(planted: str) -> None:
    assert door_faults("press/pages/terms.py", planted)
    assert door_faults("press/pages/terms.py", "from press.graph import Publication\nimport re") == []


# --- one direction of imports


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contract of pyproject.toml, put to the package below `folder`."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_imports_go_one_way() -> None:
    run = linted(SCRIPTS)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("leaves.py", "from press import edition"),
        ("graph/publication.py", "from press.pages import terms"),
        ("records/base.py", "def late():\n    from press import yamlfile, load"),
        ("newcomer.py", "''"),
    ],
)
def test_a_planted_import_against_the_arrow_is_found(tmp_path: Path, module: str, planted: str) -> None:
    left_out = shutil.ignore_patterns("__pycache__", "theme", "templates")
    shutil.copytree(SCRIPTS / "press", tmp_path / "press", ignore=left_out)
    file = tmp_path / "press" / module
    file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + f"\n{planted}\n", encoding="utf-8")
    run = linted(tmp_path)
    assert run.returncode != 0
    assert "press." + module.removesuffix(".py").replace("/", ".").split(".")[0] in run.stdout


# --- records


def models() -> list[type[BaseModel]]:
    """Every model that a file under data/ can hold, whole or in part."""
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [Part]
    while waiting:
        model = waiting.pop()
        found.append(model)
        waiting += model.__subclasses__()
    return [model for model in found if model.model_fields and model.__module__.startswith("press.records")]


def test_every_field_is_described_in_a_sentence() -> None:
    assert {*KINDS, Moved, Withdrawn} <= set(models())
    for model in models():
        assert (model.__doc__ or "").strip().endswith("."), model
        for name, info in model.model_fields.items():
            told = info.description or ""
            assert re.fullmatch(r"[^\n]{3,}[.?]", told), f"{model.__name__}.{name} says nothing of itself"


def test_the_narrowest_bound_of_a_field_is_the_one_that_counts() -> None:
    """pydantic lets the bound that is read last win, however wide it is."""
    narrowed = [
        (model, name, bounds)
        for model in models()
        for name, info in model.model_fields.items()
        if len(bounds := [length for each in info.metadata if (length := getattr(each, "max_length", None))]) > 1
    ]
    assert narrowed
    for model, name, bounds in narrowed:
        assert model.model_json_schema()["properties"][name]["maxLength"] == min(bounds), f"{model.__name__}.{name}"


def test_every_model_is_frozen_and_refuses_what_it_does_not_know() -> None:
    for model in models():
        assert model.model_config.get("frozen"), model
        assert model.model_config.get("extra") == "forbid", model


def test_the_schemas_for_editors_are_current() -> None:
    command = [sys.executable, "-m", "press", "schema", "--check"]
    environment = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_there_is_one_schema_for_each_kind() -> None:
    schemas = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "data/schema").iterdir()}
    assert set(schemas) == {kind.KIND for kind in KINDS}
    for name, schema in schemas.items():
        assert schema.get("$schema", "").startswith("https://json-schema.org/"), name
        assert unresolved(schema) == [], name


def unresolved(schema: dict[str, object]) -> list[str]:
    """The references inside a schema that lead nowhere."""
    definitions = schema.get("$defs", {})
    named = re.findall(r'"\$ref": "([^"]*)"', json.dumps(schema))
    return [name for name in named if name.removeprefix("#/$defs/") not in definitions]  # type: ignore[operator]


def test_a_reference_that_leads_nowhere_is_found() -> None:
    assert unresolved({"$defs": {"A": {}}, "items": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}) == ["#/$defs/B"]


# --- sizes and sentences


def test_no_module_and_no_template_grows_past_its_measure() -> None:
    def lines(file: Path) -> int:
        return len(file.read_text(encoding="utf-8").splitlines())

    modules = {file.relative_to(SCRIPTS).as_posix(): lines(file) for file in MODULES}
    assert {name: count for name, count in modules.items() if count > LONGEST_MODULE and name not in LISTS} == {}
    assert {file.name: lines(file) for file in TEMPLATES if lines(file) > LONGEST_TEMPLATE} == {}


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    for file in MODULES:
        told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        assert re.match(r"\S.*[.:](\n\n|$)", told.split("\n\n")[0].replace("\n", " ") + "\n\n"), file


def test_every_law_is_a_sentence_that_readers_can_read() -> None:
    assert rules.RULES
    names = [rule.__name__ for rule in rules.RULES]
    assert len(set(names)) == len(names)
    for rule in rules.RULES:
        first = (inspect.getdoc(rule) or "").split("\n\n")[0]
        assert re.fullmatch(r"[A-Z“].{10,}\.", first.replace("\n", " ")), f"{rule.__name__}: {first!r}"
        assert "_" in rule.__name__, "a law is named as a sentence"


# --- what stands nowhere in the project


def tracked() -> Iterator[Path]:
    """The text files of the project: all below its folder but what .gitignore names; git itself is not asked."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [line.strip("/") for line in lines if line and line[0] != "#"] + [".git"]
    waiting = [ROOT]
    while waiting:
        for entry in sorted(waiting.pop().iterdir()):
            if any(fnmatch(entry.name, pattern) for pattern in ignored) or entry.is_symlink():
                continue
            if entry.is_dir():
                waiting.append(entry)
            elif b"\0" not in entry.read_bytes()[:4096]:
                yield entry


# Written so that this file does not hold what it looks for.
STRANGERS = re.compile(
    r"/(?:home|Users|root|work)/\w"  # somebody's machine
    r"|/t[m]p/\w"
    # where packages come from
    r"|(?:pypi\.(?:org|python)|pythonhosted\.|registry\.npmjs)"
    r"|lorem[ ]ipsum|your-o[r]g|\b(?:TO[D]O|FIX[M]E)\b"
)


def test_the_project_names_no_machine_and_no_registry() -> None:
    files = list(tracked())
    assert {ROOT / "Makefile", ROOT / "tests/test_house.py", SCRIPTS / "press/edition.py"} <= set(files)
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in files
        for match in STRANGERS.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_what_is_installed_is_told_of_by_its_errors_alone(tmp_path: Path) -> None:
    """An index that answers slowly makes pip warn in dozens of lines, and nobody finds the result among them."""
    ways = re.findall(r"-m pip (install(?: --[a-z-]+(?![\w=-]))+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(ways) == 2
    for way in ways:
        told = [sys.executable, "-m", "pip", *way.replace("--require-hashes", "").split(), "--target", str(tmp_path)]
        told += ["--index-url", "file:///there-is-no-index", "nothing-is-called-so==1"]
        ended = subprocess.run(told, capture_output=True, text=True, check=False)
        lines = ended.stderr.splitlines()
        assert ended.returncode
        assert lines
        assert {line.partition(":")[0] for line in lines} == {"ERROR"}


LOCKED = re.compile(r"#|    (#|--hash=sha256:[0-9a-f]{64}( \\)?$)|[a-z0-9-]+(\[\w+\])?==")


def test_the_locks_hold_versions_and_hashes_alone() -> None:
    for lock in (ROOT / "requirements.txt", ROOT / "requirements-test.txt"):
        lines = lock.read_text(encoding="utf-8").splitlines()
        assert lines
        assert [line for line in lines if not LOCKED.match(line)] == [], lock.name
