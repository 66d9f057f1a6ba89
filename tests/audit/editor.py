"""An editor with the project's settings: what the YAML language server shows a writer of records."""

import json
from collections.abc import Iterator

import building
from audit import machine, tables
from audit.languageserver import Editor
from audit.subject import Site
from press.records import Claim
from press.records.vocabulary import SoFinding

NEEDS = (machine.NODE,)
SERVER = machine.MODULES / "yaml-language-server/bin/yaml-language-server"
SETTINGS = building.ROOT / ".vscode/settings.json"
CLAIMS = building.ROOT / "data/claims"
NEW = "data/sources/a-new-file.yml"


def run(_: Site) -> bool:
    """Whether the server helps with a real claim, and with a file that was only just begun."""
    command = [str(machine.NODE.path()), str(SERVER), "--stdio"]
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    with Editor(command, building.ROOT, settings) as editor:
        rows = [(what, "well" if well else f"not so: {found}"[:120]) for what, well, found in checks(editor)]
    tables.show(("what", "found"), rows)
    return all(found == "well" for _, found in rows)


def checks(editor: Editor) -> Iterator[tuple[str, bool, object]]:
    """What was looked at, whether it is as it should be, and what was found."""
    yield from of_a_real_claim(editor)
    yield from of_a_new_source(editor)


def of_a_real_claim(editor: Editor) -> Iterator[tuple[str, bool, object]]:
    file = next(each for each in sorted(CLAIMS.glob("*.yml")) if "\nso:\n" in each.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    finding = lines.index("so:") + 1 + next(i for i, line in enumerate(after(lines, "so:")) if "finding:" in line)
    day = next(number for number, line in enumerate(lines) if line.startswith("as_of:"))
    answer = lines.index("answer:")

    whole = f"data/claims/{file.name}"
    marked = editor.open(whole, text)
    yield "a claim that is well is not marked", marked == [], marked
    shown = editor.hover(whole, day, 2)
    told = Claim.model_fields["as_of"].description
    yield "a pointer on a field shows what it is for", told in shown and "`'2024-09-20'`" in shown, shown
    shown = editor.hover(whole, finding, len(lines[finding]) - 1)
    meanings = all(f"{word.label}: {word.definition}" in shown for word in SoFinding)
    yield "a pointer on a finding shows what each word means", meanings, shown

    open_finding = changed(lines, finding, "  finding: ")
    editor.open("data/claims/audit-open.yml", open_finding)
    offered = editor.completions("data/claims/audit-open.yml", finding, len("  finding: "))
    yield "a finding offers its six words", offered == [*SoFinding] and len(offered) == 6, offered

    marked = places(editor.open("data/claims/audit-word.yml", changed(lines, finding, "  finding: contradictd")))
    yield "a word that is not in the list is marked", marked == [(finding, len("  finding: "))], marked
    marked = places(editor.open("data/claims/audit-key.yml", changed(lines, answer, "anwser:")))
    yield "a misspelt field is marked", (answer, 0) in marked, marked


def of_a_new_source(editor: Editor) -> Iterator[tuple[str, bool, object]]:
    """A file that says nothing of its schema: the settings name it by the folder."""
    text = "published:\n  on: \nkind: \nlanguage: en\n\n"
    marked = [each["message"] for each in editor.open(NEW, text)]
    yield "a new file is told what is missing", any('"about"' in each for each in marked), marked
    offered = editor.completions(NEW, 4, 0)
    yield "and is offered its other fields", {"url", "about", "publisher"} <= set(offered), offered
    offered = editor.completions(NEW, 1, len("  on: "))
    yield "a date is offered in quotes", "'2024-09-20'" in offered and "2024-09-20" not in offered, offered


def after(lines: list[str], line: str) -> list[str]:
    return lines[lines.index(line) + 1 :]


def changed(lines: list[str], number: int, line: str) -> str:
    return "\n".join([*lines[:number], line, *lines[number + 1 :]]) + "\n"


def places(marked: list[dict]) -> list[tuple[int, int]]:
    """Where the marks begin, line and column from 0."""
    return [(each["range"]["start"]["line"], each["range"]["start"]["character"]) for each in marked]
