"""The workflows: every action pinned, the least rights, no secret near a proposal, no command but the Makefile's."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = {file.name: file.read_text(encoding="utf-8") for file in sorted(GITHUB.glob("workflows/*.yml"))}
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[!c]*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

# All that any job may write; each has a job that could not do its work without it.
WRITES = {
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("links.yml", "propose"): {"contents": "write"},
}


def read(text: str) -> dict[Any, Any]:
    """A workflow; YAML 1.1 takes the key `on` for true."""
    told = yaml.safe_load(text)
    return {("on" if key is True else key): value for key, value in told.items()}


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, text in WORKFLOWS.items():
        for job, told in read(text)["jobs"].items():
            yield name, job, told


def steps() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, job, told in jobs():
        for step in told["steps"]:
            yield name, job, step


def commands() -> list[str]:
    return [line for _, _, step in steps() for line in step.get("run", "").splitlines()]


def test_there_are_the_workflows_that_these_tests_speak_of() -> None:
    assert set(WORKFLOWS) == {"check.yml", "publish.yml", "links.yml"}
    assert len(commands()) > 8


# Actions

PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def unpinned(text: str) -> list[str]:
    """The lines that name an action by something that can change, or do not say which version it is."""
    named = [line.strip().removeprefix("- ") for line in text.splitlines() if re.match(r"\s*(- )?uses:", line)]
    return [line for line in named if not PINNED.match(line)]


def test_every_action_is_pinned_by_its_hash_and_says_its_version() -> None:
    assert {name: unpinned(text) for name, text in WORKFLOWS.items() if unpinned(text)} == {}
    named = {line for text in WORKFLOWS.values() for line in re.findall(r"uses: (.*)", text)}
    assert len({line.split("@")[0] for line in named}) == len(named), "an action has one version everywhere"


@pytest.mark.parametrize(
    "line", ["actions/checkout@v7", f"actions/checkout@{'0' * 40}", f"actions/checkout@{'0' * 39} # v7.0.1"]
)
def test_an_action_that_is_not_pinned_is_found(line: str) -> None:
    assert unpinned(f"steps:\n  - uses: {line}\n  - name: x\n    uses: {line}\n") == [f"uses: {line}"] * 2


def test_every_action_is_githubs_own() -> None:
    assert {step["uses"].split("/")[0] for _, _, step in steps() if "uses" in step} == {"actions"}


# Rights


def test_every_job_has_the_least_rights() -> None:
    for name, text in WORKFLOWS.items():
        assert read(text)["permissions"] == {}, name
    for name, job, told in jobs():
        wanted = {right: kind for right, kind in told["permissions"].items() if kind != "read"}
        assert wanted == WRITES.get((name, job), {}), f"{name}: {job}"


def test_no_job_keeps_the_right_to_push_but_the_one_that_pushes() -> None:
    checkouts = [each for each in steps() if each[2].get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    for name, job, step in checkouts:
        pushes = WRITES.get((name, job), {}).get("contents") == "write"
        assert step["with"]["persist-credentials"] is pushes, f"{name}: {job}"


def test_a_proposal_from_a_fork_needs_no_secret_and_meets_none() -> None:
    on = read(WORKFLOWS["check.yml"])["on"]
    assert on == {"pull_request": None}
    for name, text in WORKFLOWS.items():
        assert not re.search(r"secrets\b|github\.token|GITHUB_TOKEN|pull_request_target|workflow_run", text), name
        assert ("pull_request" in read(text)["on"]) is (name == "check.yml")


def test_nothing_that_others_write_is_put_into_a_command() -> None:
    assert [line for line in commands() if "${{" in line] == []


def test_every_job_ends_in_time_on_a_machine_of_one_kind() -> None:
    for name, job, told in jobs():
        assert 0 < told["timeout-minutes"] <= 90, f"{name}: {job}"
        assert re.fullmatch(r"ubuntu-\d\d\.04", told["runs-on"]), f"{name}: {job}"
    for name, text in WORKFLOWS.items():
        assert read(text)["concurrency"]["group"], name


def test_what_is_attached_to_a_run_goes_by_itself() -> None:
    uploads = [step["with"] for _, _, step in steps() if "/upload-artifact@" in step.get("uses", "")]
    assert [each["name"] for each in uploads] == ["site", "link-states"]
    assert all(each["retention-days"] <= 14 and each["if-no-files-found"] == "error" for each in uploads)


# Commands


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def strangers(line: str) -> list[str]:
    """What a command holds besides `make`, targets of the Makefile, and variables that the Makefile reads."""
    program, *words = shlex.split(line)
    if program != "make" or re.search(r"[;&|<>`]|\$\(", line):
        return [line]
    known = {word for word in words if re.fullmatch(r"[a-z-]+", word)} & targets()
    given = {word for word in words if re.match(rf"({'|'.join(variables())})=", word)}
    return [word for word in words if word not in known | given]


def variables() -> list[str]:
    return re.findall(r"^([A-Z_]+) \?=", MAKEFILE, re.MULTILINE)


def test_every_command_is_one_of_the_makefile() -> None:
    assert {line: strangers(line) for line in commands() if strangers(line)} == {}


@pytest.mark.parametrize(
    "line", ["pip install x", "make site && rm -rf x", "make nothing", "make site ODD=1", "make -f x"]
)
def test_any_other_command_is_found(line: str) -> None:
    assert strangers(line)


def tried(line: str) -> str:
    """What make would run for a command of a workflow."""
    environment = {"PATH": os.environ["PATH"], "MAKEFLAGS": "n", "GITHUB_STEP_SUMMARY": "/a-runner/summary"}
    run = subprocess.run(["sh", "-c", line], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_make_understands_every_command() -> None:
    for line in commands():
        ran = tried(line)
        assert ran, line
        assert ("/a-runner/summary" in ran) is ("$GITHUB_STEP_SUMMARY" in line), line


def test_faults_and_changes_are_told_in_the_summary_before_the_site_is_built() -> None:
    records = [step.get("run", step.get("uses", "")) for _, job, step in steps() if job == "records"]
    runs = [shlex.split(line)[1] if line.startswith("make ") else line.partition("@")[0] for line in records]
    assert runs == ["actions/checkout", "actions/setup-python", "check", "diff", "site", "actions/upload-artifact"]
    told = {each[1]: each for line in records if (each := shlex.split(line)) and each[0] == "make"}
    assert "CHECK_ARGS=--format github --summary $GITHUB_STEP_SUMMARY" in told["check"]
    assert {"REV=HEAD^1", "DIFF_ARGS=--format markdown --summary $GITHUB_STEP_SUMMARY"} <= set(told["diff"])


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a small repository with our Makefile, and the repository beside it."""
    settings = ["-c", "user.name=T", "-c", "user.email=t@localhost", "-c", "init.defaultBranch=main"]
    git(tmp_path, *settings, "init", "--quiet", "--bare", "origin")
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    (tmp_path / "clone/data").mkdir()
    shutil.copy(ROOT / "Makefile", tmp_path / "clone")
    git(tmp_path / "clone", "add", ".")
    git(tmp_path / "clone", *settings, "commit", "--quiet", "--message", "Begin")
    git(tmp_path / "clone", "push", "--quiet", "origin", "HEAD:main")
    return tmp_path / "clone"


def git(folder: Path, *arguments: str) -> str:
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def pushed(clone: Path) -> str:
    told = {"GITHUB_SERVER_URL": "https://github.test", "GITHUB_REPOSITORY": "an/example"}
    environment = {"PATH": os.environ["PATH"], "HOME": str(clone), **told}
    command = ["make", "links-branch", f"SUMMARY={clone.parent}/summary.md"]
    run = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return (clone.parent / "summary.md").read_text(encoding="utf-8")


def test_link_states_are_proposed_as_a_branch_that_changes_them_alone(clone: Path) -> None:
    (clone / "data/link-states.yml").write_text("asked_on: '2026-11-30'\n", encoding="utf-8")
    (clone / "stray.txt").write_text("left by something else\n", encoding="utf-8")
    assert "https://github.test/an/example/compare/link-states?expand=1" in pushed(clone)
    assert git(clone.parent / "origin", "diff", "--name-only", "main", "link-states").split() == [
        "data/link-states.yml"
    ]


def test_and_nothing_is_pushed_when_nothing_changed(clone: Path) -> None:
    (clone / "data/link-states.yml").write_text("asked_on: '2026-11-30'\n", encoding="utf-8")
    pushed(clone)
    before = git(clone.parent / "origin", "rev-parse", "link-states")
    assert pushed(clone).endswith("Nothing to propose: the link states are as they were.\n")
    assert git(clone.parent / "origin", "rev-parse", "link-states") == before


# Forms and texts for contributors


def form_faults(text: str, schema: str = "github-issue-forms") -> list[str]:
    """What GitHub's own schema says of a form."""
    vendored = files("check_jsonschema") / "builtin_schemas/vendor" / f"{schema}.json"
    checker = jsonschema.Draft7Validator(json.loads(vendored.read_text(encoding="utf-8")))
    return [fault.message for fault in checker.iter_errors(yaml.safe_load(text))]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_every_form_is_one_that_github_shows(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert form_faults(text) == []
    form = yaml.safe_load(text)
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    assert any(each.get("validations", {}).get("required") for each in fields)
    assert form["body"][0]["type"] == "markdown"
    assert "public" in form["body"][0]["attributes"]["value"], "who writes knows that all can read it"
    assert len(fields) <= 7, "a form that asks for more is left empty"


def test_there_is_a_form_for_each_of_four_reasons() -> None:
    assert [file.stem for file in FORMS] == ["1-missing-source", "2-wrong-fact", "3-suggest-claim", "4-teacher"]
    config = (GITHUB / "ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8")
    assert form_faults(config, "github-issue-config") == []


def test_a_spelling_mistake_can_be_told_without_a_source() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/2-wrong-fact.yml").read_text(encoding="utf-8"))
    asked = {each["id"]: each for each in form["body"] if "id" in each}
    assert "A spelling mistake or an unclear sentence" in asked["sort"]["attributes"]["options"]
    assert "validations" not in asked["shows"]


@pytest.mark.parametrize(("old", "new"), [("type: input", "type: inputt"), ("name:", "nam:"), ("id: page", "id: [x]")])
def test_a_form_that_github_would_not_show_is_found(old: str, new: str) -> None:
    assert form_faults(FORMS[0].read_text(encoding="utf-8").replace(old, new, 1))


def dead(text: str, folder: Path) -> list[str]:
    """The relative links of a text that lead to no file."""
    links = re.findall(r"\]\((?!https?://|mailto:)([^)#]+)", text)
    return [link for link in links if not (folder / link).exists()]


def test_the_texts_for_contributors_lead_to_what_is_there() -> None:
    for file in GITHUB.rglob("*.*"):
        if file.suffix in (".md", ".yml"):
            assert dead(file.read_text(encoding="utf-8"), file.parent) == [], file.name
    text = (GITHUB / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert dead(text.replace("docs/contribute/index.md", "docs/contribute.md"), GITHUB) == ["../docs/contribute.md"]
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets()
    asked = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert 5 <= asked.count("- [ ] ") <= 10
