"""The pages for contributors: what they show was run, what faults link to is there, and every field is explained."""

import ast
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

import invented
from conftest import Run
from press import addresses, graph, pages
from press.commands import COMMANDS
from press.leaves import Site
from press.pages.part.forms import FORMS
from press.records import KINDS
from press.records.base import Part, part_in
from press.records.life import Moved, Withdrawn
from press.records.vocabulary import VOCABULARIES
from press.render import Renderer
from press.rules import FORM, LAWS
from press.stamp import edit_links

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs/contribute"
REPOSITORY = Site(repository="https://host.test/desk/claims")


def filled(name: str, site: Site = REPOSITORY) -> html.HtmlElement:
    template, view = pages.SLOTS[name]
    publication = graph.assemble(invented.sound(invented.SAMPLE))[0]
    text = Renderer(publication).html(template, view(publication, site), addresses.FIELDS)
    return html.fragment_fromstring(text, create_parent="main")


# --- what the pages show was run


def blocks(page: str) -> list[tuple[str, str]]:
    """The blocks of code of a page, each with the name of its language, '' for most."""
    text = (PAGES / page).read_text(encoding="utf-8")
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def shown(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a page, and the lines that it prints there; '…' stands for any lines."""
    for _, block in blocks(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.splitlines()
            yield command, lines


def agrees(lines: list[str], printed: str) -> bool:
    literal = [re.sub(r"([*?[])", r"[\1]", line) for line in lines]
    pattern = "".join("*" if line == "…" else f"{line}\n" for line in literal)
    return fnmatchcase(printed, pattern)


def walk(run: Run, page: str, before: Mapping[int, Callable[[], None]] | None = None) -> int:
    """Type every command of a page in the folder that we are in; returns how many there were.

    What the page asks of people is done `before` the command of a number, from 0.
    """
    done = 0
    for command, lines in shown(page):
        if before and done in before:
            before[done]()
        program, *arguments = shlex.split(command)
        if program == "./press":
            code, printed, complaint = run(*arguments)
            assert (code < 2, complaint) == (True, ""), command
        else:
            assert program in ("cp", "sed", "cat"), f"no page asks a contributor to type {program}"
            printed = subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout
        assert agrees(lines, printed), f"{page}: {command}\n{printed}"
        done += 1
    return done


def test_what_the_page_of_corrections_shows_is_what_the_commands_print(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(invented.SAMPLE, tmp_path / "tests/sample")
    (tmp_path / "build").mkdir()
    monkeypatch.chdir(tmp_path)
    assert walk(run, "corrections.md") >= 12


def test_the_walk_to_a_new_source_goes_as_the_page_tells(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (entry,) = (block for _, block in blocks("claims.md") if block.startswith("evidence:"))
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    claim = Path("data/claims/nato-summit-opened-9-july-2024.yml")
    source = Path("data/sources/example-summit-opening-report.yml")
    origin = Path("data/origins/summit-opening-report.yml")

    def into_the_claim() -> None:
        answer(origin, "# kind:\n", "kind: observation\n")
        answer(origin, "# interest:\n", "interest: {kind: none-known, basis: To be written.}\n")
        answer(claim, "\nevidence:\n", f"\n{entry}")

    def answers() -> None:
        answer(source, "# language:\n# W", "language: en\n# W")
        answer(source, "# kind:\n", "kind: on-scene-report\n")
        answer(source, "# access:\n", "access: {how: live, on: '2024-10-01'}\n")

    assert walk(run, "claims.md", {2: answers, 3: into_the_claim}) == 4
    for file in (source, origin):
        answer(file, "status: draft", "status: published")
        answer(file, "To be written.", "A report from the opening.")
    assert run("check")[1].endswith("no faults\n"), "the walk ends with a claim that can be published"


def answer(file: Path, asked: str, given: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert asked in text, f"{file} does not ask: {asked}"
    file.write_text(text.replace(asked, given, 1), encoding="utf-8")


def test_the_fault_that_explains_faults_is_a_real_one(run: Run, tmp_path: Path) -> None:
    (fault,) = (block for _, block in blocks("claims.md") if block.startswith("data/terms/"))
    line = re.search(r"3 \| (.*)", fault)
    assert line
    record = f"# A comment.\nname: reading room\n{line[1]}\n"
    root = invented.lay_out(tmp_path, {"data/terms/reading-room.yml": record})
    assert fault in run("check", "--root", root)[1]


def test_a_new_case_begins_with_the_one_command_that_the_page_shows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (command,) = (block for _, block in blocks("claims.md") if block.startswith("./press new case "))
    (tmp_path / "data").mkdir()
    (tmp_path / "the-article.txt").write_text("The bridge is shut.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(*shlex.split(command)[1:])
    assert (code, out.count("written, as a draft")) == (0, 3)
    assert Path("data/voices/oberlund-gazette.yml").exists()
    case = Path("data/cases/bridge-closed.yml").read_text(encoding="utf-8")
    for told in ("url: 'https://example.org/bridge-closed'", "on: '2024-09-05'", "number: 1\n"):
        assert told in case
    assert run("check")[0] == 0
    usage = run("new", "--help")[1]
    assert [option for option in re.findall(r"--[a-z-]+", command) if option not in usage] == []


def test_a_page_that_shows_something_else_is_noticed() -> None:
    assert agrees(["a", "…", "c?"], "a\nb\nb\nc?\n")
    assert not agrees(["a", "…", "c"], "a\nb\nd\n")
    assert not agrees(["[x]"], "x\n")


# --- where faults lead


def anchors() -> set[str]:
    """The addresses on the hand-written pages that faults can lead to."""
    found = {f"{addresses.CONTRIBUTE}"}
    for file in PAGES.glob("*.md"):
        page = addresses.CONTRIBUTE + ("" if file.stem == "index" else f"{file.stem}/")
        found |= {page} | {f"{page}#{name}" for name in re.findall(r"\{#([a-z]+)\}", file.read_text(encoding="utf-8"))}
    found |= {f"{addresses.FIELDS}#{each}" for each in filled("fields").xpath("//@id")}
    return found | {f"{addresses.METHOD}#{each}" for each in filled("laws").xpath("//@id")}


def test_every_address_that_a_fault_can_name_is_there() -> None:
    named = {addresses.CONTRIBUTE, addresses.FILES, addresses.NAMES, addresses.WRITING}
    named |= {addresses.fields(kind.KIND) for kind in KINDS}
    named |= {addresses.law(subject) for subject in LAWS if subject != FORM}
    assert named - anchors() == set()


def test_every_page_for_contributors_is_reached_from_the_first_one() -> None:
    first = (PAGES / "index.md").read_text(encoding="utf-8")
    assert {file.name for file in PAGES.glob("*.md")} - {"index.md"} == set(re.findall(r"\]\(([a-z-]+\.md)\)", first))


# --- the fields


def models() -> list[type[Part]]:
    """Every kind, and every part of one, once."""
    found: list[type[Part]] = []
    waiting: list[type[Part]] = [*KINDS, Moved, Withdrawn]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found.append(model)
            waiting += [part for info in model.model_fields.values() if (part := part_in(info.annotation))]
    return found


def test_every_field_of_every_record_is_explained_once_with_what_it_asks() -> None:
    page = filled("fields")
    told = [dt.xpath("string(code)") for dt in page.xpath("//dt")]
    asked = [
        (name, info)
        for model in models()
        for name, info in model.model_fields.items()
        if not (info.json_schema_extra or {}).get("derived")
    ]
    assert sorted(told) == sorted(name for name, _ in asked)
    assert len(page.xpath("//section")) == len(models())
    text = " ".join(page.xpath("string()").split())
    assert [name for name, info in asked if (info.description or "").replace("`", "") not in text] == []
    required = [dt for dt in page.xpath("//dt") if dt.xpath("string(span)") == "needed"]
    assert len(required) == sum(info.is_required() for _, info in asked)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_link_of_the_field_reference_leads_to_what_it_names() -> None:
    fields, words = filled("fields"), filled("vocabularies")
    there = {f"../../{addresses.FIELDS}#{each}" for each in fields.xpath("//@id")}
    there |= {f"../../{addresses.METHOD}#{each}" for each in words.xpath("//@id")}
    linked = set(fields.xpath("//a/@href"))
    assert linked - there == set()
    used = {part.partition("#")[2] for part in linked if "method" in part}
    written = [each for each in VOCABULARIES if f"{each.NAME}-{next(iter(each))}" in used]
    assert len(written) > 25, "nearly all words are written in records"
    assert {f"{each.NAME}-{member}" for each in written for member in each} == used


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("claim.title", "Text, at most 75 characters."),
        ("claim.as_of", "A day as 'YYYY-MM-DD', in quotes."),
        ("claim.evidence", "A list of blocks of fields, at most 14 entries (Evidence)."),
        ("claim.strongest_counter", "A block of fields or “none-found” (Counter)."),
        ("evidence.bearing", "One of these words: supports, contradicts, qualifies, background."),
        ("evidence.source", "The name of a source (Source)."),
        ("evidence.origin", "The name of an origin (Origin)."),
        ("source.url", "A web address."),
        ("source.published", "A block of fields (Moment)."),
        ("moment.on", "A day, a month or a year in quotes, or unknown."),
        ("answer.basic", "Prose in Markdown."),
        ("selector.exact", "Words of somebody else, letter for letter."),
        ("step.minutes", "A whole number from 1 to 60."),
        ("step.core", "True or false."),
        ("table.rows", "A list of lists of texts, at least 1 entry, at most 14 entries."),
        ("moved-record.kind", "“moved”."),
    ],
)
def test_the_form_of_a_field_is_told_in_words(field: str, form: str) -> None:
    (entry,) = filled("fields").xpath(f"//dt[@id='{field}']/following-sibling::dd[1]/span")
    told = " ".join(entry.xpath("string()").split())
    assert told.partition(" Such as: ")[0] == form


# --- people without git


def test_without_a_repository_there_are_no_forms_and_the_page_says_so() -> None:
    assert filled("forms", Site()).xpath("//a") == []
    assert "No public repository is configured" in filled("forms", Site()).xpath("string()")


def test_each_form_leads_to_its_file_in_the_repository() -> None:
    assert filled("forms").xpath("//a/@href") == [
        f"https://host.test/desk/claims/issues/new?template={name}.yml" for name in FORMS
    ]
    folder = ROOT / ".github/ISSUE_TEMPLATE"
    assert set(FORMS) == {file.stem for file in folder.glob("*.yml")} - {"config"}
    foot = unquote(edit_links(REPOSITORY, "", "x/"))
    form, field = re.search(r"template=(.+?\.yml)&amp;(\w+)=x/", foot).groups()  # type: ignore[union-attr]
    assert f"    id: {field}\n" in (folder / form).read_text(encoding="utf-8"), "no question of the form is called so"


def test_whoever_complains_finds_every_way_in() -> None:
    for page in (ROOT / "docs/complain.md", PAGES / "no-git.md"):
        text = page.read_text(encoding="utf-8")
        assert {"contact", "forms"} <= set(re.findall(r"<!-- press: ([a-z-]+) -->", text)), page.name
    assert "](contribute/no-git.md)" in (ROOT / "docs/complain.md").read_text(encoding="utf-8")


def test_the_links_at_the_foot_of_a_page_are_called_as_the_page_without_git_calls_them() -> None:
    told = set(re.findall("“((?:Suggest|See|Report) [^”]+)”", (PAGES / "no-git.md").read_text(encoding="utf-8")))
    feet = edit_links(REPOSITORY, "data/claims/x.yml", "x/") + edit_links(REPOSITORY, "data/claims", "x/")
    assert told == set(re.findall(r">([^<]+)</a>", feet))


# --- the press by its name


def test_the_press_by_its_name_runs_the_environment(tmp_path: Path) -> None:
    shutil.copy(ROOT / "press", tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "requirements.txt").write_text("x==1\n", encoding="utf-8")
    command = ["sh", "./press", "check", "--root", "no such folder"]
    before = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (before.returncode, before.stdout) == (2, "")
    assert before.stderr == (
        "press: what it needs is not set up yet, or is out of date; run 'make check' once, then try again\n"
    )
    made = tmp_path / ".venv"
    (made / "bin").mkdir(parents=True)
    (made / "bin/python").write_text('#!/bin/sh\necho "$PYTHONPATH" "$@"\n', encoding="utf-8")
    (made / "bin/python").chmod(0o755)
    (made / "made").write_text("x==1\n", encoding="utf-8")
    bare = {"PATH": os.environ["PATH"]}
    after = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
    assert after.stdout == "./scripts -m press check --root no such folder\n"
    assert os.access(ROOT / "press", os.X_OK)


def test_every_command_that_the_project_tells_people_to_type_exists(run: Run) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (*PAGES.glob("*.md"), ROOT / "README.md")]
    typed = {word for text in texts for word in re.findall(r"\./press ([a-z]+)", text)}
    assert {"new", "check", "correct", "move", "withdraw", "release", "quote"} <= typed
    usage = run("--help")[1]
    assert [word for word in typed if not re.search(rf"^ +{word}\b", usage, re.MULTILINE)] == []
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = {word for text in texts for word in re.findall(r"`make ([a-z-]+)", text)}
    assert asked - targets == set()


def test_a_message_names_a_command_as_it_is_typed() -> None:
    """There is no `press` on anybody's path: whoever copies a line out of a message finds it in this folder."""
    bare = re.compile(rf"(?<![./`\w])(?<!-m )press (?:{'|'.join(COMMANDS)})\b")
    said = [
        (file.name, node.value)
        for file in (ROOT / "scripts").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
    ]
    assert any("./press correct" in text for _, text in said)
    assert [each for each in said if bare.search(each[1])] == []
