"""Moving, withdrawing and correcting records: what is written, what is said, and that no half is ever left."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import invented
from conftest import Run
from press import edition, graph, yamlfile
from press.load import LEDGER, load
from press.records import KINDS, Fingerprint
from press.yamlfile import Change, rewritten

EVER = "library-open-longer-than-ever"
SIX = "notice-gives-ten-to-six"
ON = ("--on", "2024-10-02")
WHY = ("--why", "A better name.")


def values(file: Path) -> dict[str, Any]:
    """What a record's file says."""
    return yamlfile.read(file, file.name).values


def tree(root: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


@pytest.fixture
def root(run: Run, tmp_path: Path) -> Path:
    """The invented publication, released, and a hand-written page that links to one of its claims."""
    invented.lay_out(tmp_path, {"docs/guide.md": f"[One](claim:{SIX}), [two](claim:{SIX}-oclock), [x](term:a).\n"})
    assert run("release", "--root", tmp_path, "--on", "2024-10-01")[0] == 0
    return tmp_path


# move

NAMES = sorted(
    f"{kind.KIND}:{file.stem}"
    for kind in KINDS
    if kind is not Fingerprint
    for file in (invented.SAMPLE / "data" / kind.FOLDER).glob("*.yml")
)


@pytest.mark.parametrize("name", NAMES)
def test_any_record_can_be_moved_and_leaves_no_fault(run: Run, root: Path, name: str) -> None:
    kind, slug = name.split(":")
    before = tree(root)
    code, out, err = run("move", name, "quite-another-name", *WHY, *ON, "--root", root)
    assert (code, err) == (0, "")
    assert run("check", "--root", root)[1].endswith("no faults\n")
    folder = next(each.FOLDER for each in KINDS if kind == each.KIND)
    made, was = tree(root)[f"data/{folder}/quite-another-name.yml"], before[f"data/{folder}/{slug}.yml"]
    assert made.decode().replace("quite-another-name", slug) == was.decode()
    told = {line[2:].split(":")[0] for line in out.splitlines() if line.endswith("rewritten")}
    told -= {f"data/{folder}/{slug}.yml"}  # a record may name itself
    changed = {path for path, data in tree(root).items() if path in before and before[path] != data}
    assert changed == told | {f"data/{folder}/{slug}.yml"}
    for path in told:  # nothing but the name is another
        assert tree(root)[path].decode().replace("quite-another-name", slug) == before[path].decode()
    edition.build(root)


def test_a_move_says_what_it_did_and_what_remains(run: Run, root: Path) -> None:
    code, out, _ = run("move", f"claim:{SIX}", "ten-to-six", *WHY, *ON, "--root", root)
    assert code == 0
    assert out.splitlines() == [
        "Done:",
        f"- data/claims/{SIX}.yml -> data/claims/ten-to-six.yml",
        f"- data/claims/{SIX}.yml: says where it went",
        "- data/cases/library-hours.yml: 3 references rewritten",
        "- docs/guide.md: 1 link rewritten",
        "This remains (2 points):",
        "- look at it with 'git diff', then run 'make check'",
        "- 'make release' follows, so that the new address is kept as well (an editor runs it)",
    ]
    text = (root / f"data/claims/{SIX}.yml").read_text(encoding="utf-8")
    assert text.splitlines()[0].startswith("# yaml-language-server: ")
    assert values(root / f"data/claims/{SIX}.yml") == {
        "kind": "moved",
        "to": "ten-to-six",
        "on": "2024-10-02",
        "why": "A better name.",
    }
    guide = (root / "docs/guide.md").read_text(encoding="utf-8")
    assert guide == f"[One](claim:ten-to-six), [two](claim:{SIX}-oclock), [x](term:a).\n"


def test_hand_written_pages_in_folders_of_their_own_are_read_too(run: Run, root: Path) -> None:
    (root / "docs/teach").mkdir()
    page = root / "docs/teach/unit.md"
    page.write_text("[A lesson](lesson:who-promised-what)\n", encoding="utf-8")
    out = run("move", "lesson:who-promised-what", "a-promise", *WHY, *ON, "--root", root)[1]
    assert "- docs/teach/unit.md: 1 link rewritten\n" in out
    assert page.read_text(encoding="utf-8") == "[A lesson](lesson:a-promise)\n"
    out = run("withdraw", "lesson:a-promise", "--why", "It was none.", *ON, "--dry-run", "--root", root)[1]
    assert "- docs/teach/unit.md:1:12: this links to 'lesson:a-promise'; take the link out\n" in out


def test_a_second_move_makes_no_chain(run: Run, root: Path) -> None:
    run("move", f"claim:{SIX}", "ten-to-six", *WHY, *ON, "--root", root)
    run("move", "claim:ten-to-six", "hours-of-the-notice", *WHY, *ON, "--root", root)
    gone = load(root).gone
    assert {gone["claim", SIX].to, gone["claim", "ten-to-six"].to} == {"hours-of-the-notice"}  # type: ignore[union-attr]
    assert run("check", "--root", root)[0] == 0


def test_what_a_correction_says_stays_with_the_moved_claim(run: Run, root: Path) -> None:
    run("move", f"claim:{EVER}", "longer-than-ever", *WHY, *ON, "--root", root)
    publication = graph.assemble(load(root))[0]
    assert publication.version(publication.claims["longer-than-ever"]) == 2
    assert run("release", "--root", root, *ON)[1].count("longer-than-ever") == 1


def test_a_changed_finding_is_noticed_under_a_new_name_too(run: Run, root: Path) -> None:
    run("move", f"claim:{EVER}", "longer-than-ever", *WHY, *ON, "--root", root)
    file = root / "data/claims/longer-than-ever.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("confidence: high\n  why: Three", "confidence: moderate\n  why: Three"))
    assert "./press correct claim:longer-than-ever --kind finding" in run("check", "--root", root)[1]


def test_the_name_of_a_draft_was_given_to_nobody(run: Run, root: Path) -> None:
    draft = "{status: draft, name: Spring flood, gloss: The river over its banks.}\n"
    (root / "data/terms/spring-flood.yml").write_text(draft, encoding="utf-8")
    assert run("move", "term:spring-flood", "flood", "--root", root)[0] == 0, "nobody reads why a draft was renamed"
    assert not (root / "data/terms/spring-flood.yml").exists()
    assert (root / "data/terms/flood.yml").read_text(encoding="utf-8") == draft


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("claim:notice-gives-ten-to-five", "x"), "no claim is called 'notice-gives-ten-to-five'; did you mean"),
        (("clam:x", "y"), "is called 'clam'; did you mean 'claim'?"),
        (("notice", "y"), "'notice' names no record; write it as kind:name"),
        (("fingerprint:library-hours", "y"), "is called 'fingerprint'"),
        ((f"claim:{SIX}", "Ten"), "'Ten' is no name; write at most 80 small letters"),
        ((f"claim:{SIX}", "x" * 81), "is no name"),
        ((f"claim:{SIX}", EVER), f"there is or was a claim called '{EVER}', and no name is used twice"),
        (("term:hours", "times"), "'term:hours' is gone already; its file says what became of it"),
        (("term:reading-room", "hours"), "there is or was a term called 'hours'"),
        ((f"claim:{SIX}", "ten-to-six", "--why", "<b>" * 500), "nothing was moved; mend these faults first"),
        ((f"claim:{SIX}", "ten-to-six", "--on", "soon"), "'soon' is no day; write it as YYYY-MM-DD"),
    ],
)
def test_a_move_that_cannot_be_made_changes_nothing(
    run: Run, root: Path, arguments: tuple[str, ...], says: str
) -> None:
    gone = "{kind: moved, to: opening-hours, on: '2024-09-22', why: A better name.}\n"
    (root / "data/terms/hours.yml").write_text(gone, encoding="utf-8")
    before = tree(root)
    code, out, err = run("move", *WHY, *arguments, "--root", root)
    assert code == 2
    assert says in err
    assert "Done" not in out
    assert tree(root) == before


def test_readers_are_told_why_what_is_public_was_moved(run: Run, root: Path) -> None:
    before = tree(root)
    code, out, err = run("move", f"claim:{SIX}", "ten-to-six", *ON, "--root", root)
    assert (code, out, 'readers get to see why it moved; add --why "' in err) == (2, "", True)
    assert tree(root) == before


@pytest.mark.parametrize("command", [("move", f"claim:{SIX}", "x"), ("withdraw", f"claim:{SIX}")])
def test_records_with_faults_are_not_rewritten(run: Run, root: Path, command: tuple[str, ...]) -> None:
    (root / "data/terms/bell.yml").write_text("{name: bell}\n", encoding="utf-8")
    before = tree(root)
    code, out, err = run(*command, *WHY, "--root", root)
    assert code == 2
    assert out.startswith("data/terms/bell.yml:1:1: 'gloss' is missing")
    assert "mend these faults" in err
    assert tree(root) == before


@pytest.mark.parametrize(
    "command",
    [
        ("move", f"claim:{SIX}", "ten-to-six", *WHY),
        ("withdraw", f"claim:{SIX}", *WHY),
        ("correct", f"claim:{SIX}", "--kind", "fact"),
    ],
)
def test_a_trial_writes_nothing_and_says_the_same(run: Run, root: Path, command: tuple[str, ...]) -> None:
    before = tree(root)
    _, trial, _ = run(*command, *ON, "--root", root, "--dry-run")
    assert tree(root) == before
    code, done, _ = run(*command, *ON, "--root", root)
    assert code == 0
    assert trial.splitlines()[0] == "This would be done:"
    assert trial.splitlines()[1:] == done.splitlines()[1:]
    assert tree(root) != before


def test_what_cannot_be_written_leaves_all_as_it_was(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root)
    write = Path.write_text

    def full(self: Path, *arguments: object, **named: object) -> int:
        if self.is_relative_to(root) and "cases" in self.parts:
            raise OSError(28, "No space left on device")
        return write(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    code, _, err = run("move", f"claim:{SIX}", "ten-to-six", *WHY, "--root", root)
    assert (code, err) == (2, "press move: a file cannot be written (no space left on device)\n")
    assert tree(root) == before


# the text of a record

STYLES = """\
# A comment about hall.
one: hall            # hall is also a word
two: 'hall'
three: ["hall", hallway, hall]   # three
four: >-
  See [it](term:hall) and
  [again](term:hall), not [this](term:hallway)

  # no comment
five: "A [link](term:hall) – hall"
six: {seven: hall, eight: not hall}
"""


def test_a_text_keeps_its_comments_its_layout_and_all_other_words(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    for end in ("\n", "\r\n"):
        file.write_text(STYLES.replace("\n", end), encoding="utf-8", newline="")
        places = (("one",), ("two",), ("three", 0), ("three", 2), ("six", "seven"))
        changes = [Change(place, "hall", "the-hall") for place in places]
        changes += [Change((name,), "term:hall", "term:the-hall") for name in ("four", "five")]
        assert (
            rewritten(file, yamlfile.read(file, "x.yml"), changes)
            == """\
# A comment about hall.
one: the-hall            # hall is also a word
two: 'the-hall'
three: ["the-hall", hallway, the-hall]   # three
four: >-
  See [it](term:the-hall) and
  [again](term:the-hall), not [this](term:hallway)

  # no comment
five: "A [link](term:the-hall) – hall"
six: {seven: the-hall, eight: not hall}
""".replace("\n", end)
        )


def test_what_cannot_be_rewritten_is_a_fault_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text('a: b\none: "h\\x61ll"\n', encoding="utf-8")
    with pytest.raises(yamlfile.Flawed, match=r"^x.yml:2:6: this cannot be rewritten as it is written here; "):
        rewritten(file, yamlfile.read(file, "x.yml"), [Change(("one",), "hall", "the-hall")])


# withdraw


def test_a_withdrawal_lists_everybody_who_still_names_the_record(run: Run, root: Path) -> None:
    code, out, _ = run("withdraw", f"claim:{SIX}", "--why", "It was no claim.", *ON, "--root", root)
    assert code == 0
    assert values(root / f"data/claims/{SIX}.yml") == {
        "kind": "withdrawn",
        "on": "2024-10-02",
        "why": "It was no claim.",
    }
    found = [line.removeprefix("- ") for line in out.splitlines() if "was withdrawn; name another" in line]
    assert len(found) == 3
    assert all(line in run("check", "--root", root)[1].splitlines() for line in found)
    assert f"- docs/guide.md:1:7: this links to 'claim:{SIX}'; take the link out\n" in out
    assert f"- tell readers: ./press correct claim:{SIX} --kind withdrawal\n" in out


@pytest.mark.parametrize("command", [("move", "term:bell", "gong"), ("withdraw", "term:bell")])
def test_what_was_never_released_needs_no_stub_and_the_command_says_so(
    run: Run, root: Path, command: tuple[str, ...]
) -> None:
    (root / "data/terms/bell.yml").write_text("{name: bell, gloss: A bell.}\n", encoding="utf-8")
    hint = "- 'term:bell' was never released, so nobody needs this: you may rename or delete its file instead\n"
    assert hint in run(*command, *WHY, *ON, "--dry-run", "--root", root)[1]
    assert run("release", "--root", root, *ON)[0] == 0
    assert "never released" not in run(*command, *WHY, *ON, "--dry-run", "--root", root)[1]


def test_whoever_withdraws_again_is_told_that_the_faults_are_older(run: Run, root: Path) -> None:
    run("withdraw", f"claim:{SIX}", "--why", "It was no claim.", *ON, "--root", root)
    code, _, err = run("withdraw", "term:reading-room", "--why", "It is no word.", *ON, "--root", root)
    assert (code, "mend these faults, which were there before, first" in err) == (2, True)


def test_old_addresses_of_what_is_withdrawn_say_so_as_well(run: Run, root: Path) -> None:
    run("move", "technique:glittering-promise", "glitter", *WHY, *ON, "--root", root)
    assert run("withdraw", "technique:glitter", "--why", "It was none.", *ON, "--root", root)[0] == 0
    gone = load(root).gone
    assert {gone["technique", slug].why for slug in ("glitter", "glittering-promise")} == {"It was none."}


def test_a_draft_is_not_withdrawn(run: Run, root: Path) -> None:
    draft = "{status: draft, name: Spring flood, gloss: The river over its banks.}\n"
    (root / "data/terms/spring-flood.yml").write_text(draft, encoding="utf-8")
    code, _, err = run("withdraw", "term:spring-flood", "--why", "No.", "--root", root)
    assert (code, "delete its file" in err) == (2, True)


def test_a_moved_question_is_renamed_in_every_exit_ticket_and_a_claim_in_pins_excerpts_and_prose(
    run: Run, root: Path
) -> None:
    path = "data/lessons/who-promised-what.yml"
    before = (root / path).read_text(encoding="utf-8")
    out = run("move", "item:who-was-heard", "who-speaks", *WHY, *ON, "--root", root)[1]
    assert f"- {path}: 2 references rewritten\n" in out
    out = run("move", "claim:mayor-promised-longer-hours", "a-promise-of-hours", *WHY, *ON, "--root", root)[1]
    assert f"- {path}: 5 references rewritten\n" in out
    assert "- data/items/did-she-say-it.yml: 1 reference rewritten\n" in out
    after = (root / path).read_text(encoding="utf-8")
    assert "exit_ticket: [did-she-say-it, who-speaks, a-promise-is-proof, write-it-fairly]" in after
    assert "See [the claim](claim:a-promise-of-hours)." in after
    named = after.replace("who-speaks", "who-was-heard").replace("a-promise-of-hours", "mayor-promised-longer-hours")
    assert named == before


# correct


def test_a_changed_finding_is_told_with_what_stood_before_and_what_stands_now(run: Run, root: Path) -> None:
    file = root / f"data/claims/{EVER}.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("confidence: high\n  why: Three", "confidence: moderate\n  why: Three"))
    code, out, _ = run("correct", f"claim:{EVER}", "--kind", "finding", *ON, "--root", root)
    path = f"data/corrections/{EVER}-2024-10-02.yml"
    assert code == 0
    assert f"- answer 'why' in {path}, and read the rest\n" in out
    written = (root / path).read_text(encoding="utf-8")
    assert values(root / path) == {
        "corrects": f"claim:{EVER}",
        "on": "2024-10-02",
        "kind": "finding",
        "what": "The confidence changed.",
        "before": "Was it said? Said, at the source. Is it so? Contradicted. High confidence.",
        "after": "Was it said? Said, at the source. Is it so? Contradicted. Moderate confidence.",
        "why": None,
    }
    assert "\n# Why did it change, and what shows it?\nwhy:\n" in written
    # What is not answered is a fault in its place; once it is, all is well.
    fault = rf"^{re.escape(path)}:\d+:\d+: 'why' is empty; answer the question above it$"
    assert re.search(fault, run("check", "--root", root)[1], re.MULTILINE)
    (root / path).write_text(written.replace("\nwhy:\n", "\nwhy: A page is lost.\n"), encoding="utf-8")
    assert run("check", "--root", root)[1].endswith("no faults\n")


def test_a_finding_that_is_as_it_was_released_is_not_corrected(run: Run, root: Path) -> None:
    code, out, err = run("correct", f"claim:{EVER}", "--kind", "finding", *ON, "--root", root)
    assert (code, out) == (2, "")
    assert "is found as it was released; change the claim first, or choose another --kind" in err
    assert not (root / f"data/corrections/{EVER}-2024-10-02.yml").exists()


@pytest.mark.parametrize("kind", ["fact", "wording"])
def test_what_no_ledger_keeps_is_asked_and_not_guessed(run: Run, root: Path, kind: str) -> None:
    run("correct", f"claim:{EVER}", "--kind", kind, *ON, "--root", root)
    begun = values(root / f"data/corrections/{EVER}-2024-10-02.yml")
    assert [begun[each] for each in ("what", "before", "after", "why")] == [None] * 4


def test_other_evidence_is_told_by_what_is_counted(run: Run, root: Path) -> None:
    run("correct", f"claim:{EVER}", "--kind", "evidence", *ON, "--root", root)
    begun = values(root / f"data/corrections/{EVER}-2024-10-02.yml")
    assert re.fullmatch(r"\d sources from \d origins\.", begun["after"])
    assert [begun[each] for each in ("what", "before", "why")] == [None] * 3


def test_what_the_evidence_came_to_is_taken_from_where_the_branch_left_main(run: Run, root: Path) -> None:
    repository(root)
    claim = root / f"data/claims/{EVER}.yml"
    path = root / f"data/corrections/{EVER}-2024-10-02.yml"
    command = ("correct", f"claim:{EVER}", "--kind", "evidence", *ON, "--root", root)
    run(*command)
    same = values(path)
    assert same["before"] is None, "as it is now: nobody is told that something changed"
    path.unlink()
    text = claim.read_text(encoding="utf-8")
    start, end = text.index("  - id: ledger"), text.index("  - id: bell")
    claim.write_text(text[:start] + text[end:], encoding="utf-8")
    run(*command)
    begun = values(path)
    assert begun["before"] == same["after"]
    assert re.fullmatch(r"\d sources from \d origins\.", begun["after"])
    assert begun["after"] != begun["before"]
    path.unlink()
    claim.write_text(text, encoding="utf-8")  # only what has no faults is moved
    run("move", f"claim:{EVER}", "open-longer", *WHY, *ON, "--root", root)
    claim.with_stem("open-longer").write_text(text[:start] + text[end:], encoding="utf-8")
    run("correct", "claim:open-longer", *command[2:])
    moved = values(root / "data/corrections/open-longer-2024-10-02.yml")
    assert moved["before"] == same["after"], "it is known under the name that it had"


def repository(root: Path) -> None:
    """A repository of git in that folder, with all that is there as its only commit."""
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    for step in (("init", "--quiet", "-b", "main"), ("add", "."), (*settings, "commit", "--quiet", "-m", "x")):
        subprocess.run(["git", "-C", str(root), *step], check=True, capture_output=True)


def test_a_correction_of_evidence_asks_for_the_claims_own_words_to_be_read_again(run: Run, root: Path) -> None:
    own = "- read 'so.why', 'answer', 'looked_for' and 'as_of' of the claim again: does each tell what stands now?\n"

    def asked(record: str, kind: str) -> bool:
        return own in run("correct", record, "--kind", kind, *ON, "--dry-run", "--root", root)[1]

    assert asked(f"claim:{EVER}", "evidence")
    assert asked(f"claim:{SIX}", "evidence"), "no lesson teaches that one"
    assert not asked(f"claim:{EVER}", "wording")
    assert not asked("story:the-lost-cake", "fact")


def test_a_correction_of_more_than_words_names_the_lessons_to_read_again(run: Run, root: Path) -> None:
    def remains(record: str, kind: str) -> list[str]:
        out = run("correct", record, "--kind", kind, *ON, "--dry-run", "--root", root)[1]
        return [line for line in out.splitlines() if "who-promised-what" in line and "again" in line]

    again = "- read the lessons that build on it again"
    assert remains(f"claim:{EVER}", "evidence") == [f"{again}, and write version 3 there: lesson:who-promised-what"]
    assert remains("story:the-lost-cake", "fact") == [f"{again}: lesson:who-promised-what"]
    assert remains(f"claim:{EVER}", "wording") == []
    assert remains(f"claim:{SIX}", "fact") == [], "no lesson teaches that one"


def test_a_lesson_is_corrected_as_any_other_record(run: Run, root: Path) -> None:
    code, _, _ = run("correct", "lesson:who-promised-what", "--kind", "fact", *ON, "--root", root)
    assert code == 0
    path = root / "data/corrections/who-promised-what-2024-10-02.yml"
    text = path.read_text(encoding="utf-8")
    for field in ("what", "before", "after", "why"):
        text = text.replace(f"\n{field}:\n", f"\n{field}: Something.\n")
    path.write_text(text, encoding="utf-8")
    assert run("check", "--root", root)[0] == 0
    publication = graph.assemble(load(root))[0]
    assert publication.version(publication.lessons["who-promised-what"]) == 2
    assert "lesson:who-promised-what: version 1 -> 2\n" in run("release", "--root", root, *ON)[1]


def test_each_correction_of_a_day_gets_a_name_of_its_own(run: Run, root: Path) -> None:
    for _ in range(2):
        assert run("correct", "source:archive-ledger", "--kind", "fact", *ON, "--root", root)[0] == 0
    names = {file.stem for file in (root / "data/corrections").iterdir()} - {"ledger-read-again"}
    assert names == {"archive-ledger-2024-10-02", "archive-ledger-2024-10-02-2"}


def test_the_name_of_a_correction_is_never_too_long(run: Run, root: Path) -> None:
    slug = "-".join(["hours"] * 13)
    run("move", f"claim:{SIX}", slug, *WHY, *ON, "--root", root)
    assert run("correct", f"claim:{slug}", "--kind", "wording", *ON, "--root", root)[0] == 0
    (name,) = {file.stem for file in (root / "data/corrections").iterdir()} - {"ledger-read-again"}
    assert len(name) <= 80
    assert re.fullmatch(r"hours(-hours)*-2024-10-02", name)


def test_what_was_never_released_is_not_corrected(run: Run, root: Path) -> None:
    (root / "data/terms/bell.yml").write_text("{name: bell, gloss: A bell.}\n", encoding="utf-8")
    code, _, err = run("correct", "term:bell", "--kind", "fact", "--root", root)
    assert (code, "was never released" in err) == (2, True)
    (root / LEDGER).unlink()
    assert run("correct", "term:bell", "--kind", "fact", "--root", root)[0] == 0


def test_a_withdrawal_is_told_as_one(run: Run, root: Path) -> None:
    code, _, err = run("correct", "omission:bell-log-was-public", "--kind", "withdrawal", *ON, "--root", root)
    assert (code, "use ./press withdraw first" in err) == (2, True)
    run("withdraw", "omission:bell-log-was-public", "--why", "It was there.", *ON, "--root", root)
    reminder = (
        "warning: data/omissions/bell-log-was-public.yml:1:1: no correction tells readers that this was withdrawn"
    )
    assert reminder in run("check", "--root", root)[1]
    code, out, _ = run("correct", "omission:bell-log-was-public", "--kind", "withdrawal", *ON, "--root", root)
    path = "data/corrections/bell-log-was-public-2024-10-02.yml"
    assert (code, f"- read what stands in {path}, and mend it\n" in out) == (0, True)
    assert reminder not in run("check", "--root", root)[1]
    told = values(root / path)
    assert told["why"] == "It was there.", "nobody is asked a second time"
    assert told["what"] == "The omission was withdrawn."
    assert told["before"] == "It stood at cases/library-hours/#omission-bell-log-was-public."


def test_a_record_that_cannot_be_read_whole_is_mended_first(run: Run, root: Path) -> None:
    file = root / f"data/claims/{EVER}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("\nso:\n", "\nos:\n"), encoding="utf-8")
    code, _, err = run("correct", f"claim:{EVER}", "--kind", "finding", "--root", root)
    assert (code, "cannot be read whole" in err) == (2, True)
