"""The commands: what they print, what they write, and how they end."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import invented
from conftest import Run
from press import rules
from press.commands import COMMANDS
from press.commands.check import late
from press.load import LINKS
from press.records import KINDS
from press.rules.article import Article

ROOT = Path(__file__).parent.parent
TEXT = invented.SAMPLE / "article.txt"
CASE = "data/cases/library-hours.yml"
LESSON = "data/lessons/who-promised-what.yml"
EVER = "data/claims/library-open-longer-than-ever.yml"
FINGERPRINT = "data/fingerprints/library-hours.yml"


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


# check


def test_sound_records_end_well_with_what_there_is(run: Run, tmp_path: Path) -> None:
    code, out, err = run("check", "--root", invented.lay_out(tmp_path))
    assert (code, err) == (0, "")
    first, share, last = [line for line in out.splitlines() if not line.startswith(("warning: ", " "))]
    assert first.startswith("1 case, 5 claims, 1 lesson, 5 items, 1 story, 1 omission, ")
    assert share == "library-hours: 36 of the article's 115 words are quoted (31 %)"
    assert last == "no faults"


def test_faults_are_printed_in_order_with_their_number(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/terms/a.yml": "name: a\nglos: b\n", "data/claims/torn.yml": "title: 'torn\n"})
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 1
    lines = out.splitlines()
    assert lines[:6] == [
        "data/claims/torn.yml:1:8: this quotation mark is never closed; close it",
        "    1 | title: 'torn",
        "      |        ^^^^^",
        "      = more: make serve, then /contribute/claims/#files",
        "data/terms/a.yml:2:1: a term has no field 'glos'; did you mean 'gloss'?",
        "    2 | glos: b",
    ]
    assert lines[-1] == "2 faults"


def test_github_gets_annotations(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/terms/a.yml": "name: a\nglos: b\n"})
    code, out, _ = run("check", "--root", tmp_path, "--format", "github")
    assert code == 1
    assert out.startswith("::error file=data/terms/a.yml,line=2,col=1::a term has no field 'glos'")


def test_a_late_recheck_is_a_warning_and_no_fault(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "recheck_on: '2090-09-01'", "recheck_on: '2024-10-01'")
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 0
    assert f"warning: {EVER}:31:13: the evidence was to be looked at again by 2024-10-01; " in out
    assert "::warning file=" in run("check", "--root", tmp_path, "--format", "github")[1]
    publication, _ = rules.examine(tmp_path)
    assert list(late(publication, "2024-10-01")) == []
    assert len(list(late(publication, "2024-10-02"))) == 1
    of_all = [each.path for each in late(publication, "2090-09-02")]
    assert len(of_all) == 6
    assert of_all[-1] == LESSON, "a lesson is looked at again, too"


def test_a_short_answer_that_is_hard_to_read_is_a_warning_and_no_fault(run: Run, tmp_path: Path) -> None:
    hard = "short: Institutional considerations necessitate uncharacteristically comprehensive deliberation."
    edit(invented.lay_out(tmp_path), EVER, "short: No. The notice gives ten to six;", f"{hard} #")
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 0
    assert re.search(rf"warning: {EVER}:\d+:10: this reads at school grade \d\d\.\d, and 9 is the most; ", out)
    assert out.splitlines()[-1] == "no faults"


def test_a_lesson_that_a_correction_overtook_is_a_warning_until_it_was_read_again(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path)
    out = run("check", "--root", tmp_path)[1]
    assert "read the lesson against it, then write 2" in out
    assert "= more: make serve, then /contribute/corrections/#lessons" in out, "there it says how"
    edit(
        tmp_path,
        LESSON,
        "library-open-longer-than-ever\n    version: 1\n",
        "library-open-longer-than-ever\n    version: 2\n",
    )
    assert LESSON not in run("check", "--root", tmp_path)[1]


def test_a_draft_whose_publisher_is_called_by_its_address_is_a_warning_until_somebody_settles_it(
    run: Run, tmp_path: Path
) -> None:
    new = "data/sources/news.yml"
    bare = (invented.SAMPLE / "data/sources/archive-ledger.yml").read_text(encoding="utf-8")
    bare = re.sub(r"(?m)^(publisher\w*|url|status): .*\n", "", bare)
    bare += "publisher_name: news.example.org\nurl: https://www.news.example.org/hours\n"
    invented.lay_out(tmp_path, {new: f"status: draft\n{bare}"})
    warning = "'news.example.org' comes from the address; write the publisher's name as its page gives it"
    assert warning in run("check", "--root", tmp_path)[1]
    other = tmp_path / "data/sources/more-news.yml"
    other.write_text(bare.replace("/hours", "/more"), encoding="utf-8")
    assert warning not in run("check", "--root", tmp_path)[1], "another source of theirs is public under that name"
    other.unlink()
    (tmp_path / new).write_text(bare, encoding="utf-8")
    assert warning not in run("check", "--root", tmp_path)[1], "whoever publishes it has settled it"


def test_a_public_lesson_without_a_way_for_younger_pupils_is_a_warning(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path)
    text = (tmp_path / LESSON).read_text(encoding="utf-8")
    start, end = text.index("  - route: parallel\n"), text.index("\ndifferentiation:") + 1
    (tmp_path / LESSON).write_text(text[:start] + text[end:], encoding="utf-8")
    (tmp_path / "data/items/the-cook-said-it.yml").unlink()
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 0
    assert f"warning: {LESSON}:36:3: this lesson has no route for pupils under 14; " in out
    edit(tmp_path, LESSON, "status: published\n", "status: draft\n")
    assert "no route for pupils" not in run("check", "--root", tmp_path)[1]


def test_a_program_gets_one_object_of_json(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/terms/a.yml": "name: a\nglos: b\n"})
    code, out, _ = run("check", "--root", tmp_path, "--format", "json")
    told = json.loads(out)
    assert code == 1
    assert told["faults"] == [
        {
            "level": "error",
            "path": "data/terms/a.yml",
            "line": 2,
            "column": 1,
            "length": 4,
            "message": "a term has no field 'glos'; did you mean 'gloss'?",
            "see": "contribute/fields/#term",
            "text": "glos: b",
        }
    ]
    assert {each["level"] for each in told["warnings"]} == {"warning"}


def test_a_summary_tells_the_same_in_markdown(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://claims.test/")
    invented.lay_out(tmp_path, {"data/terms/a.yml": "name: a\nglos: b\n"})
    summary = tmp_path / "summary.md"
    code, out, _ = run("check", "--root", tmp_path, "--format", "github", "--summary", summary)
    written = summary.read_text(encoding="utf-8")
    assert code == 1
    assert out.startswith("::error ")
    assert "## Faults in the records" in written
    assert "`data/terms/a.yml:2:1` a term has no field 'glos'; did you mean 'gloss'?" in written
    assert "[More](https://claims.test/contribute/fields/#term)" in written
    assert "          2 | glos: b\n            | ^^^^" in written
    assert re.search(r"\d warnings</summary>", written)
    assert run("check", "--root", tmp_path, "--summary", tmp_path / "no" / "folder.md")[0] == 2


def test_more_than_one_origin_is_advised_even_where_one_is_enough(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("check", "--root", invented.lay_out(tmp_path))
    assert code == 0
    assert "all of the evidence goes back to one origin, 'door-notice'; is there a second?" in out


def test_link_states_are_a_difference_only_where_they_differ(run: Run, tmp_path: Path) -> None:
    url = rules.examine(invented.SAMPLE)[0].sources["archive-ledger"].url
    answer = f"{{source: archive-ledger, url: '{url}', state: ok, since: '2024-10-02'}}"
    states = f"asked_on: '2024-10-02'\nsources:\n- {answer}\n"
    then, now = (invented.lay_out(tmp_path / name, {LINKS: states}) for name in ("then", "now"))
    edit(now, "data/terms/reading-room.yml", "gloss: The room", "gloss: A room")
    assert "sources/archive-ledger/" not in run("diff", "--root", now, "--against", then)[1]
    edit(then, "data/terms/reading-room.yml", "gloss: The room", "gloss: A room")
    edit(now, LINKS, "asked_on: '2024-10-02'", "asked_on: '2024-10-09'")
    code, out, _ = run("diff", "--root", now, "--against", then)
    assert code == 0
    assert out.startswith("No record has changed for readers.\n")
    assert f"is of another round: {LINKS}." in out
    assert out.endswith("PAGES THAT READ DIFFERENTLY (1)\n  - Sources: /sources/archive-ledger/\n")


def test_a_sentence_of_more_than_forty_words_is_a_warning_and_one_of_forty_is_none(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "short: No. The notice gives ten to six;", f"short: {'So ' * 39}so. #")
    assert "words; make two of it" not in run("check", "--root", tmp_path)[1]
    edit(tmp_path, EVER, f"short: {'So ' * 39}so.", f"short: {'So ' * 40}so.")
    assert "a sentence of 41 words; make two of it: 'So So" in run("check", "--root", tmp_path)[1]


def test_a_draft_that_no_map_names_is_a_warning_until_it_is_named(run: Run, tmp_path: Path) -> None:
    text = (invented.SAMPLE / "data/claims/notice-gives-ten-to-six.yml").read_text(encoding="utf-8")
    draft = "data/claims/door-says-ten-to-six.yml"
    invented.lay_out(tmp_path, {draft: text.replace("status: published", "status: draft")})
    place = f"{draft}:9:18: no segment of paragraph 3 of 'library-hours' names this claim"
    code, out, _ = run("check", "--root", tmp_path)
    later = (
        f"warning: {place}, which is a fault once it is published; name it there, in 'segments', when you publish it"
    )
    assert (code, later in out) == (0, True)
    edit(tmp_path, CASE, "status: published", "status: draft")
    assert (
        f"{place}, which is a fault once it is published; name it there, in 'segments'\n"
        in run("check", "--root", tmp_path)[1]
    )
    named = "kind: claim, claims: [notice-gives-ten-to-six"
    edit(tmp_path, CASE, f"{named}]", f"{named}, door-says-ten-to-six]")
    assert "names this claim" not in run("check", "--root", tmp_path)[1]


def test_without_records_the_command_says_so(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("check", "--root", tmp_path / "nowhere")
    assert code == 1
    assert out.startswith("data:1:1: there is no folder 'data'; the records live there\n")


def test_a_record_with_faults_is_still_counted(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "appearances:", "apearances:")
    code, out, _ = run("check", "--root", tmp_path)
    assert code == 1
    assert "1 case, 5 claims" in out


# check, against the text


def test_the_text_itself_agrees(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    invented.lay_out(tmp_path)
    code, out, _ = run("check", "--root", tmp_path, "--text", TEXT)
    assert (code, out.count("library-hours: compared with the text, and 5 of 5 quotations stand in it\n")) == (0, 1)
    monkeypatch.setenv("ARTICLE_TEXT", str(TEXT))
    assert run("check", "--root", tmp_path) == (0, out, "")


def test_without_a_text_nothing_is_said_to_be_compared(run: Run, tmp_path: Path) -> None:
    assert "compared" not in run("check", "--root", invented.lay_out(tmp_path))[1]


def test_a_quotation_that_the_text_lacks_is_not_counted_as_proved(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path)
    edit(tmp_path, EVER, "exact: will stay open longer", "exact: would stay open longer")
    _, out, _ = run("check", "--root", tmp_path, "--text", TEXT)
    assert "library-hours: compared with the text, and 4 of 5 quotations stand in it\n" in out


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (EVER, "exact: will stay open longer", "exact: would stay open longer", "copy them exactly"),
        (EVER, "exact: will stay open longer than ever before.", "exact: ever before.", "(found at first)"),
        (CASE, "sentences: 3\n", "sentences: 4\n", "paragraph 3 of the article has 3 sentences; write 3"),
        (CASE, "words: 115", "words: 116", "the article has 115 words"),
        (
            "data/claims/nobody-complained-of-new-hours.yml",
            "prefix: to the mayor,",
            "prefix: to her mayor,",
            "these are not the words beside the quotation; copy them exactly",
        ),
        (
            "data/claims/nobody-complained-of-new-hours.yml",
            "\n        prefix: to the mayor,",
            "",
            "these words stand 2 times in paragraph 2; add a 'prefix' or 'suffix'",
        ),
        (EVER, "ever before.\n", "ever before.\n        suffix: ”\n", "the quotation stands there once"),
        (FINGERPRINT, "first: 23, last: 29", "first: 24, last: 29", "this is not what the text gives"),
    ],
)
def test_each_fault_against_the_text_is_told_once_in_its_place(
    run: Run, tmp_path: Path, path: str, old: str, new: str, message: str
) -> None:
    invented.lay_out(tmp_path)
    if message == "(found at first)":
        old, new, message = "chain: [millbrook-courier, ada-finch]", "chain: [millbrook-courier, millbrook-courier]", ""
    edit(tmp_path, path, old, new)
    code, out, _ = run("check", "--root", tmp_path, "--text", TEXT)
    assert code == 1
    assert message in out
    places = re.findall(r"^(data/\S+?:\d+:\d+): ", out, re.MULTILINE)
    assert len(places) == len(set(places))


def two_cases(root: Path) -> Path:
    """The invented publication, with a second case that nobody has taken claims from yet."""
    invented.lay_out(root)
    text = (root / CASE).read_text(encoding="utf-8").replace("status: published", "status: draft", 1)
    for sha in re.findall(r"sha256: '?([0-9a-f]{64})", text):
        text = text.replace(sha, "a" * 64)
    text = re.sub(r" claims: \[[^\]]*\]", " reason: Later.", text).replace("kind: claim,", "kind: opinion,")
    (root / "data/cases/a-second-one.yml").write_text(text, encoding="utf-8")
    return root


def test_a_text_that_is_no_cases_article_is_one_fault_in_all(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another article.\n")
    code, out, _ = run("check", "--root", two_cases(tmp_path / "copy"), "--text", other)
    assert code == 1
    sha = Article(other.read_bytes()).sha256
    assert f"data/cases:1:1: the text that was given fits none of the cases: none has its sha256, {sha}," in out
    assert out.count("the text that was given") == 1
    assert "compared with the text" not in out
    assert "other.txt" not in out


def test_a_text_that_is_close_to_an_article_is_a_fault_of_that_case_alone(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT.read_text(encoding="utf-8").replace("“", '"').replace("412 visits", "400 visits"))
    code, out, _ = run("check", "--root", two_cases(tmp_path / "copy"), "--text", other)
    assert code == 1
    sha = Article(other.read_bytes()).sha256
    assert (
        f"{CASE}:13:11: the text that was given is close to this article and not the same (its sha256 is {sha})" in out
    )
    assert out.count("the text that was given") == 1


@pytest.mark.parametrize("command", [("check",), ("fingerprint",)])
def test_a_text_that_cannot_be_read_is_one_line(run: Run, tmp_path: Path, command: tuple[str]) -> None:
    invented.lay_out(tmp_path)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for name in ("missing.txt", "data", "latin.txt"):
        code, out, err = run(*command, "--root", tmp_path, "--text", tmp_path / name)
        assert (code, out) == (2, "")
        assert err.startswith(f"press {command[0]}: the text ")
        assert err.count("\n") == 1


# fingerprint


def test_a_fingerprint_is_the_same_bytes_each_time_and_the_ones_that_are_kept(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path)
    kept = (tmp_path / FINGERPRINT).read_bytes()
    (tmp_path / FINGERPRINT).unlink()
    for _ in range(2):
        code, out, _ = run("fingerprint", "--root", tmp_path, "--text", TEXT)
        assert (code, out) == (0, f"{FINGERPRINT}: 5 quotations found\n")
        assert (tmp_path / FINGERPRINT).read_bytes() == kept


def test_a_fingerprint_holds_no_word_of_the_article(tmp_path: Path) -> None:
    kept = (invented.SAMPLE / FINGERPRINT).read_text(encoding="utf-8")
    written = set(re.findall(r"[a-z]+", re.sub(r"^#.*$|'[0-9a-f]{64}'", "", kept, flags=re.MULTILINE)))
    fields = {"status", "sha", "words", "paragraphs", "quotes", "number", "sentences", "paragraph", "first", "last"}
    assert written == fields | {"published"}


def test_a_new_quotation_is_proved_by_a_new_fingerprint(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "exact: will stay open longer", "exact: stay open longer")
    assert run("check", "--root", tmp_path)[0] == 1
    assert run("fingerprint", "--root", tmp_path, "--text", TEXT)[0] == 0
    assert run("check", "--root", tmp_path)[0] == 0


def test_no_fingerprint_is_written_while_a_quotation_is_not_found(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "exact: will stay open longer", "exact: will stay open Longer")
    kept = (tmp_path / FINGERPRINT).read_bytes()
    code, out, _ = run("fingerprint", "--root", tmp_path, "--text", TEXT)
    assert code == 1
    assert out.startswith(
        f"{EVER}:12:16: these words do not stand in paragraph 1 of the text; the text has other marks"
    )
    assert (tmp_path / FINGERPRINT).read_bytes() == kept


def test_another_text_gives_no_fingerprint(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another article.\n")
    invented.lay_out(tmp_path)
    code, out, err = run("fingerprint", "--root", tmp_path, "--text", other)
    assert (code, out) == (2, "")
    assert "no case has an article with the sha256" in err
    code, out, _ = run("fingerprint", "--root", tmp_path, "--text", other, "--case", "library-hours")
    assert code == 1
    assert f"{CASE}:13:11: the text that was given has the sha256" in out
    code, _, err = run("fingerprint", "--root", tmp_path, "--text", TEXT, "--case", "library-huors")
    assert (code, err) == (2, "press fingerprint: no case is called 'library-huors'; did you mean 'library-hours'?\n")


def test_a_fingerprint_waits_until_cases_and_claims_can_be_read(run: Run, tmp_path: Path) -> None:
    edit(invented.lay_out(tmp_path), EVER, "appearances:", "apearances:")
    code, out, _ = run("fingerprint", "--root", tmp_path, "--text", TEXT)
    assert code == 1
    assert "a claim has no field 'apearances'; did you mean 'appearances'?" in out


# schema


def test_schemas_are_written_kept_current_and_old_ones_removed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "schema"
    assert run("schema", "--root", tmp_path, "--check")[0] == 1
    assert run("schema", "--root", tmp_path)[0] == 0
    (folder / "ghost.json").write_text("{}")
    (folder / "term.json").write_text("{}")
    code, out, _ = run("schema", "--root", tmp_path, "--check")
    assert code == 1
    assert re.findall(r"schema/(\w+)\.json: not what", out) == ["ghost", "term"]
    assert run("schema", "--root", tmp_path)[1] == f"data/schema: 2 of {len(KINDS)} files written anew\n"
    assert run("schema", "--root", tmp_path, "--check") == (0, "", "")


# arguments


@pytest.mark.parametrize(
    "arguments",
    [(), ("chekc",), ("check", "--fromat", "text"), ("check", "--format", "xml"), ("fingerprint",)],
)
def test_what_is_not_understood_ends_with_2_and_says_how(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: press")


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(re.search(rf"^ +{name}\b", out, re.MULTILINE) for name in COMMANDS)


def test_the_program_checks_the_real_records_from_the_command_line() -> None:
    environment = {**os.environ, "PYTHONPATH": "scripts"}
    environment.pop("ARTICLE_TEXT", None)
    command = [sys.executable, "-m", "press", "check"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith("no faults\n")


def test_a_reader_who_stops_half_way_gets_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)  # nobody reads
    program = [sys.executable, "-m", "press", "check"]
    environment = {**os.environ, "PYTHONPATH": "scripts"}
    ended = subprocess.run(program, cwd=ROOT, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_a_missing_library_is_one_line_that_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "pydantic.py").write_text("raise ImportError(\"No module named 'pydantic'\")", encoding="utf-8")
    paths = f"{tmp_path}{os.pathsep}scripts"
    program = [sys.executable, "-m", "press", "check"]
    environment = {**os.environ, "PYTHONPATH": paths}
    ended = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "press: No module named 'pydantic'; run `make check`, which sets up what the press needs\n"
