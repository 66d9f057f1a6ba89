"""A fault as people see it: the line, the mark under the place, and where to read more."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.problems import Problem
from press.showing import as_data, as_markdown, excerpt, told


def written(root: Path, text: str) -> Path:
    (root / "a.yml").write_text(text, encoding="utf-8", newline="")
    return root


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("so: suported", 5, "suported"),
        ("so: suported # a note", 5, "suported"),
        ("tecnique: x", 1, "tecnique"),
        ("  - tecnique: x", 5, "tecnique"),
        ("on: '2024-01-01' # quoted", 5, "'2024-01-01'"),
        ("on: '2024", 5, "'2024"),
        ("title: A: b", 8, "A"),
        ("name: Ünïcode", 7, "Ünïcode"),
    ],
)
def test_the_word_that_is_wrong_is_marked(tmp_path: Path, line: str, column: int, marked: str) -> None:
    shown = excerpt(Problem("a.yml", 1, column, "x"), written(tmp_path, line + "\n"))
    assert shown
    assert shown.text[shown.at : shown.at + shown.length] == marked
    above, below = str(shown).splitlines()
    assert above[below.index("^") : below.rindex("^") + 1] == marked


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line = "why: " + "word " * 100 + "here " + "word " * 100
    shown = excerpt(Problem("a.yml", 1, line.index("here") + 1, "x"), written(tmp_path, line))
    assert shown
    assert len(shown.text) == 100
    assert shown.text[shown.at :].startswith("here ")
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")


def test_a_fault_at_the_end_of_a_line_is_marked_behind_it(tmp_path: Path) -> None:
    assert str(excerpt(Problem("a.yml", 1, 6, "x"), written(tmp_path, "name:\n"))) == "    1 | name:\n      |      ^"


def test_what_cannot_be_seen_is_shown_and_moves_no_mark(tmp_path: Path) -> None:
    shown = excerpt(Problem("a.yml", 2, 2, "x"), written(tmp_path, "a: b\r\n\tc\u200b: \x07d\r\n"))
    assert str(shown) == "    2 | →c�: �d\n      |  ^^^^^^"


def test_a_fault_of_a_folder_or_of_a_file_that_is_gone_has_no_line(tmp_path: Path) -> None:
    assert excerpt(Problem("data", 1, 1, "x"), tmp_path) is None
    (tmp_path / "data").mkdir()
    assert excerpt(Problem("data", 1, 1, "x"), tmp_path) is None
    assert told(Problem("data", 1, 1, "x"), tmp_path) == "data:1:1: x"
    assert as_data(Problem("data", 1, 1, "x"), tmp_path)["text"] is None


def test_a_fault_is_told_with_its_line_and_where_to_read_more(tmp_path: Path) -> None:
    problem = Problem("a.yml", 1, 7, "no such word", "method/#laws-words")
    expected = "a.yml:1:7: no such word\n    1 | name: x\n      |       ^\n      = more: https://claims.test/method/#laws-words"
    assert told(problem, written(tmp_path, "name: x\n"), site="https://claims.test") == expected
    assert told(problem, tmp_path, "warning").startswith("warning: a.yml:1:7: ")


def test_without_a_site_more_stands_in_a_file_or_in_a_preview(tmp_path: Path) -> None:
    """A terminal opens no address that begins with a slash."""
    for name in ("method.md", "contribute/claims.md", "contribute/index.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("## Names {#names}\n", encoding="utf-8")
    leads = {
        "contribute/claims/#names": "docs/contribute/claims.md#names",
        "contribute/claims/": "docs/contribute/claims.md",
        "contribute/": "docs/contribute/index.md",
        "method/#laws-words": "make serve, then /method/#laws-words",  # drawn from the laws, so no file holds it
        "contribute/fields/#term": "make serve, then /contribute/fields/#term",
    }
    for see, more in leads.items():
        assert told(Problem("a.yml", 1, 1, "x", see), tmp_path).endswith(f"\n      = more: {more}"), see
        assert told(Problem("a.yml", 1, 1, "x", see), tmp_path, site="https://a.test").endswith(f"https://a.test/{see}")


def test_nothing_of_a_message_or_a_line_is_markup_in_a_summary(tmp_path: Path) -> None:
    hostile = "'<img src=x>' [a](b) `c` **d** @e #1"
    summary = as_markdown([Problem("a.yml", 1, 1, hostile)], written(tmp_path, "</code><b>``` x\n"))
    message, *code = [line for line in summary.splitlines() if line]
    assert "\\<img src=x\\>" in message
    assert "\\[a\\](b) \\`c\\` \\*\\*d\\*\\*" in message
    assert [line.startswith("        ") for line in code] == [True, True]


@given(text=st.text(max_size=300), line=st.integers(1, 4), column=st.integers(1, 320))
def test_whatever_a_file_holds_its_line_is_shown(
    tmp_path_factory: pytest.TempPathFactory, text: str, line: int, column: int
) -> None:
    root = tmp_path_factory.mktemp("any")
    (root / "a.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    shown = excerpt(Problem("a.yml", line, column, "x"), root)
    if shown:
        assert shown.text.isprintable()
        assert len(shown.text) <= 100
        assert 0 <= shown.at <= len(shown.text)
        assert shown.length >= 1
