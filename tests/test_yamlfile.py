"""One record file, read from the disk: what comes out, what is refused, and where a fault is said to be."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from press.problems import Problem, Unfit
from press.yamlfile import LIMIT, Document, read
from press.yamlfile.characters import LINE_BREAK, clean, unwanted

PATH = "data/terms/x.yml"
# The same cases on every machine; each writes over the last one's file, so that one folder does for all.
CASES = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=400,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def of(folder: Path, text: str | bytes) -> Document:
    file = folder / "x.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read(file, PATH)


def faults(folder: Path, text: str | bytes) -> list[str]:
    """Each fault as `line:column: message`; fails when there is none."""
    with pytest.raises(Unfit) as caught:
        of(folder, text)
    assert all(type(problem) is Problem and problem.path == PATH for problem in caught.value.problems)
    assert all("\n" not in problem.message for problem in caught.value.problems)
    return [str(problem).removeprefix(f"{PATH}:") for problem in caught.value.problems]


# What comes out


def test_a_file_becomes_plain_values(tmp_path: Path) -> None:
    text = """\
# a comment
---
name: Opening hours   # and another
words: 12
share: -0.5
open: true
shut: false
none: null
tilde: ~
nothing:
items: [a, {b: "c"}]
block: >-
  two
  lines
kept: |
  as: written
on: the field that dates end in
"""
    assert of(tmp_path, text).values == {
        "name": "Opening hours",
        "words": 12,
        "share": -0.5,
        "open": True,
        "shut": False,
        "none": None,
        "tilde": None,
        "nothing": None,
        "items": ["a", {"b": "c"}],
        "block": "two lines",
        "kept": "as: written\n",
        "on": "the field that dates end in",
    }


def test_quotes_make_text_of_anything(tmp_path: Path) -> None:
    text = "a: 'yes'\nb: \"2024-07-08\"\nc: '10:42'\nd: '010'\ne: \"null\"\n'12': x\n\"\": z\n"
    expected = {"a": "yes", "b": "2024-07-08", "c": "10:42", "d": "010", "e": "null", "12": "x", "": "z"}
    assert of(tmp_path, text).values == expected


def test_windows_line_ends_change_neither_values_nor_places(tmp_path: Path) -> None:
    text = "a: |\n  one\n  two\nб:\n  - в: 'г'\n"
    unix, windows = of(tmp_path, text), of(tmp_path, text.replace("\n", "\r\n"))
    assert windows == unix


def test_a_month_a_version_and_a_hash_inside_a_word_are_text(tmp_path: Path) -> None:
    text = "a: 2024-07\nb: 1.2.3\nc: C#3\nd: 12 o'clock\ne: 2024-07-08 was a Monday\nf: '#3'\n"
    assert list(of(tmp_path, text).values.values()) == [
        "2024-07", "1.2.3", "C#3", "12 o'clock", "2024-07-08 was a Monday", "#3",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "❤️", "Київ ґ’є", "«Да» — нет…", "東京", "naïve", "a\u00a0b"])
def test_the_words_of_other_languages_pass_unchanged(tmp_path: Path, text: str) -> None:
    assert of(tmp_path, f"title: {text}\n").values == {"title": text}


# Where things are


def test_a_mark_is_the_line_and_column_of_a_value_and_of_its_key(tmp_path: Path) -> None:
    document = of(tmp_path, "ключ: \"й\"\nsecond:\n  - 'x'\n  - {é: у, 😀😀: [z]}\ntext: >-\n  long\nempty:\n")
    assert document.path == PATH
    assert (document.at(()), document.key_at(())) == ((1, 1), (1, 1))
    assert (document.at(("ключ",)), document.key_at(("ключ",))) == ((1, 7), (1, 1))
    assert (document.at(("second",)), document.key_at(("second",))) == ((3, 3), (2, 1))
    assert (document.at(("second", 0)), document.key_at(("second", 0))) == ((3, 5), (3, 5))
    assert (document.at(("second", 1, "é")), document.key_at(("second", 1, "é"))) == ((4, 9), (4, 6))
    assert document.at(("second", 1, "😀😀", 0)) == (4, 17)
    assert (document.at(("text",)), document.at(("empty",))) == ((5, 7), (7, 7))


def test_an_unknown_place_is_its_nearest_known_ancestor(tmp_path: Path) -> None:
    document = of(tmp_path, "a:\n  - b: 1\nc: 2\n")
    assert document.at(("a", 0, "missing")) == (2, 5)
    assert document.at(("a", 7, "b")) == (2, 3)
    assert document.key_at(("nowhere",)) == (1, 1)


def test_the_tag_that_a_union_adds_to_a_place_is_passed_over(tmp_path: Path) -> None:
    assert of(tmp_path, "a:\n  - b: 1\n").at(("a", 0, "tagged-union[X]", "b")) == (2, 8)


texts = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "Sc", "Zs"], exclude_characters="\u3164\u115f\u1160\uffa0"),
    min_size=1,
).map(lambda text: unicodedata.normalize("NFC", text))
trees = st.recursive(
    texts,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(texts, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@CASES
@given(st.dictionaries(texts, trees, min_size=1, max_size=4), st.booleans())
def test_every_mark_points_at_the_first_character_of_its_value(
    tmp_path: Path, values: dict[str, Any], flow: bool
) -> None:
    style = {"default_style": "'", "default_flow_style": flow, "width": 10**6}
    written = yaml.safe_dump(values, allow_unicode=True, **style)
    document = of(tmp_path, written)
    assert document.values == values
    lines = written.split("\n")

    def check(value: Any, loc: tuple[str | int, ...]) -> None:
        line, column = document.at(loc)
        if isinstance(value, str):
            quoted = "'" + value.replace("'", "''") + "'"
            found = lines[line - 1][column - 1 :]
            assert found.startswith((quoted, '"'))
        for name, inner in value.items() if isinstance(value, dict) else []:
            key_line, key_column = document.key_at((*loc, name))
            assert lines[key_line - 1][key_column - 1] in "'\"?"
            check(inner, (*loc, name))
        for number, inner in enumerate(value if isinstance(value, list) else []):
            check(inner, (*loc, number))

    check(values, ())


# What is refused


@pytest.mark.parametrize("text", ["yes", "No", "ON", "off", "y", "N", "True", "FALSE", "Null", "NULL"])
def test_a_word_that_may_be_a_switch_is_refused(tmp_path: Path, text: str) -> None:
    [fault] = faults(tmp_path, f"a:\n  - {text}\n")
    assert re.match(rf"2:5: '{text}' .*; write (true|false|null).* or put it in quotes$", fault)


@pytest.mark.parametrize(
    "text",
    [
        *("2024-07-08", "2024-7-8", "2024-07-08T10:42:00Z", "2024-07-08 10:42:00", "10:42", "08:30", "1:2:3"),
        *("10:42.5", "010", "08", "0o10", "0x1F", "0b11", "1_000", ".inf", "-.INF", ".nan", "1e3", "1.", ".5"),
        *("+5", "1.5e+3", "=", "<<", "1234567890123456", "0.1234567890123456", "9" * 5000),
    ],
)
def test_a_number_or_date_that_not_every_program_reads_alike_is_refused(tmp_path: Path, text: str) -> None:
    [fault] = faults(tmp_path, f"a: {text}\n")
    assert fault.startswith("1:4: ")
    assert fault.endswith("put it in quotes")


@pytest.mark.parametrize(
    "key", ["2024", "null", "~", "true", "True", "2024-07-08", "1.5", "[a, b]", "{a: b}", "? [a]\n"]
)
def test_a_key_that_is_not_text_is_refused(tmp_path: Path, key: str) -> None:
    line, _, _ = faults(tmp_path, f"a: 1\n{key}: x\n")[0].partition(":")
    assert line == "2"


def test_a_byte_order_mark_is_refused(tmp_path: Path) -> None:
    expected = "1:1: the file is saved as {}; save it as UTF-8 without a byte order mark"
    assert faults(tmp_path, b"\xef\xbb\xbfa: b\n") == [expected.format("UTF-8 with a byte order mark")]
    assert faults(tmp_path, "\ufeffa: b\n".encode("utf-16-le")) == [expected.format("UTF-16")]
    assert faults(tmp_path, "\ufeffa: b\n".encode("utf-16-be")) == [expected.format("UTF-16")]


def test_a_byte_that_is_not_utf_8_is_located_in_characters(tmp_path: Path) -> None:
    raw = "а: б\r\nв: гд".encode() + b"\xe9\n"
    assert faults(tmp_path, raw) == ["2:6: the byte 0xE9 is not UTF-8; save the file as UTF-8"]


def test_an_encoded_surrogate_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "a: \ud800\n") == ["1:4: the byte 0xED is not UTF-8; save the file as UTF-8"]


def test_every_character_without_a_shape_is_refused_and_every_other_one_passes() -> None:
    visible_formats = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    for number in range(0x110000):
        character = chr(number)
        category = unicodedata.category(character)
        noncharacter = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
        unseen = category in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and number not in visible_formats
        if (category == "Cn" and not noncharacter) or character in "\n\r\t":
            continue
        if unseen or noncharacter:
            assert list(unwanted(f"a{character}b")) == [1], hex(number)
        elif category[0] in "LNPS" and list(unwanted(f"a{character}b")):
            assert character in "\u115f\u1160\u3164\uffa0\ufffc\ufffd", hex(number)


def test_whatever_is_left_of_a_text_can_be_read_by_libyaml() -> None:
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    cleaned = clean(everything.replace("\r", "").replace("\n", "").replace("'", "").replace("\t", " "))
    assert yaml.load(f"'{cleaned}'", Loader=yaml.CSafeLoader).split() == cleaned.split()


def test_the_first_of_each_unseen_character_of_a_line_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path, "а: б\u202eв\u202eг\u200b\nd: e\u00adf\ng: \x00h\ni: \ufffdj\n") == [
        "1:5: U+202E RIGHT-TO-LEFT OVERRIDE cannot be seen or shown; take it out",
        "1:9: U+200B ZERO WIDTH SPACE cannot be seen or shown; take it out",
        "2:5: U+00AD SOFT HYPHEN cannot be seen or shown; take it out",
        "3:4: U+0000 NULL cannot be seen or shown; take it out",
        "4:4: U+FFFD REPLACEMENT CHARACTER stands where a letter was lost; write the letter again",
    ]


@pytest.mark.parametrize("text", ["a\u200db", "می\u200c", "\u200dخ", "👩\u200d🏫", " \ufe0f", "❤\ufe0f\ufe0f"])
def test_a_joiner_or_selector_without_its_letters_is_refused(tmp_path: Path, text: str) -> None:
    assert len(faults(tmp_path, f"a: 'x{text}'\n")) == 1


@pytest.mark.parametrize(
    "escape",
    [
        *(r"\u202e", r"\u200b", r"\0", r"\e", r"\N", r"\L", r"\P", r"\t", r"\r", r"\u00ad"),
        *(r"\ufeff", r"\uFFFD", r"e\u0301"),
    ],
)
def test_an_escape_cannot_bring_in_what_is_refused_as_a_character(tmp_path: Path, escape: str) -> None:
    [fault] = faults(tmp_path, f'а: б\nв: "г{escape}д"\n')
    assert fault.startswith("2:4: ")


def test_an_escape_in_a_key_is_looked_at_too(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, '"a\\u202e": b\n')
    assert fault == "1:1: an escape here: U+202E RIGHT-TO-LEFT OVERRIDE cannot be seen or shown; take it out"


def test_the_escapes_for_a_line_end_and_a_letter_are_taken(tmp_path: Path) -> None:
    assert of(tmp_path, '"a": "b\\nc\\u00e9\\\\\\""\n').values == {"a": 'b\ncé\\"'}


def test_text_that_is_not_nfc_is_refused_where_it_differs(tmp_path: Path) -> None:
    remedy = "is put together from pieces or stored in an outdated form (not Unicode NFC); type it again"
    assert faults(tmp_path, "a: крайний\nb: край и кра\u0438\u0306\nc: 5 \u212b\n") == [
        f"2:14: 'й' {remedy}",
        f"3:6: 'Å' {remedy}",
    ]


@CASES
@given(st.text(st.sampled_from("aеи\u0306\u0301\u0323\u0344\u0958\u212b\u1100\u1161\u11a8 ")))
def test_every_text_is_either_nfc_or_refused(tmp_path: Path, text: str) -> None:
    if unicodedata.is_normalized("NFC", f"'{text}'"):
        assert of(tmp_path, f"a: '{text}'\n").values == {"a": text}
    else:
        assert "NFC" in faults(tmp_path, f"a: '{text}'\n")[0]


def test_an_old_carriage_return_is_refused_once(tmp_path: Path) -> None:
    assert faults(tmp_path, "a: b\r\nc: d\re: f\rg: h\n") == [
        "2:5: a carriage return alone; save the file with LF line ends"
    ]


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    fits = "a: " + "b" * (LIMIT - 4) + "\n"
    assert len(of(tmp_path, fits).values["a"]) == LIMIT - 4
    assert faults(tmp_path, fits + "\n") == ["1:1: the file is larger than 256 KiB; shorten the record or split it"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_is_refused_early_however_deep_it_goes(tmp_path: Path, opening: str) -> None:
    head = "" if opening == "? " else "a:\n  "
    found = faults(tmp_path, head + opening * 50_000)
    assert any("nested more than 20 deep" in fault for fault in found)


def test_twenty_levels_are_read_and_the_twenty_first_is_refused(tmp_path: Path) -> None:
    assert of(tmp_path, "a: " + "[" * 19 + "]" * 19 + "\n").values
    assert faults(tmp_path, "a: " + "[" * 20 + "]" * 20 + "\n") == [
        "1:23: nested more than 20 deep; make the record flatter"
    ]


def test_a_link_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: b\n")
    (tmp_path / "link.yml").symlink_to(tmp_path / "real.yml")
    (tmp_path / "folder.yml").mkdir()
    said = {
        "link.yml": "this is a symbolic link; put the file itself here",
        "folder.yml": "this is not a file; keep only record files here",
        "missing.yml": "the file cannot be read (no such file or directory); look at its name and rights",
    }
    for name, message in said.items():
        with pytest.raises(Unfit) as caught:
            read(tmp_path / name, PATH)
        assert caught.value.problems == (Problem(PATH, 1, 1, message),)


# Faults that hide each other


def test_all_faults_of_a_file_are_found_in_one_reading(tmp_path: Path) -> None:
    text = "a: yes\nb: 2024-07-08\na: *c\nd: &e x\nf: !g y\nh: i\u200bj\n2: k\nl: m #n\no: p: q\n"
    assert [fault.split(" ")[0] for fault in faults(tmp_path, text)] == [
        "1:4:", "2:4:", "3:1:", "3:4:", "4:4:", "5:4:", "6:5:", "7:1:", "8:6:", "9:5:",
    ]  # fmt: skip


def test_a_tab_hides_the_syntax_fault_that_it_makes(tmp_path: Path) -> None:
    assert faults(tmp_path, "a:\n\tb: 1\n  c: 2\n") == ["2:1: a tab; use spaces"]


def test_a_no_break_space_in_an_indent_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path, "a:\n \u00a0b: 1\n  c: 2\n") == [
        "2:2: the line is indented with U+00A0 NO-BREAK SPACE; use ordinary spaces"
    ]


# Against all input


@CASES
@given(
    st.binary() | st.text(alphabet=st.sampled_from("ab:-?[]{},#&*!|>'\"%@` \n\r\t\\0é\u0301\u202e.~<=")).map(str.encode)
)
@example(b"? ")
@example(b"%TAG ! x\n---\n")
@example(b"--- >\n")
def test_any_bytes_give_a_document_or_located_faults(tmp_path: Path, raw: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        document = of(tmp_path, raw)
    except Unfit as unfit:
        problems = unfit.problems
    else:
        assert isinstance(document.values, dict)
        return
    assert problems
    lines = LINE_BREAK.split(raw.decode("utf-8", "replace"))
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert ";" in problem.message, problem


class Other(yaml.CSafeLoader):
    """PyYAML's own reading, with `on` and its like left as text, as our keys take them."""


Other.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
plain = st.text(alphabet=st.sampled_from("0123456789_.:+-eExXobnaNifyYtTrRuUlLsS~<=/ "), min_size=1)


@CASES
@given(plain, plain)
def test_what_is_accepted_means_to_us_what_it_means_to_pyyaml(tmp_path: Path, key: str, value: str) -> None:
    text = f"{key}: {value}\n"
    try:
        values = of(tmp_path, text).values
    except Unfit:
        return
    other = yaml.load(text, Loader=Other)  # noqa: S506 (a CSafeLoader)
    assert values == other
    assert [type(v) for v in values.values()] == [type(v) for v in other.values()]


def test_without_libyaml_the_import_says_what_to_do() -> None:
    code = "import sys; sys.modules['yaml._yaml'] = None; import press.yamlfile"
    scripts = Path(__file__).parent.parent / "scripts"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=scripts, capture_output=True, text=True, check=False)
    assert "ImportError: PyYAML was built without libyaml; install PyYAML's own wheel" in run.stderr
