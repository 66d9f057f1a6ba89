"""Which characters a record file may hold: what a reader cannot see must not change what a record says."""

import re
import unicodedata
from collections.abc import Iterator

from press.problems import Problem

LINE_BREAK = re.compile(r"\r\n|\n|\r")

# Controls, characters without a shape, characters for private use and those that are no characters at all.
# tests/test_yamlfile.py holds this list against Unicode's own categories.
SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffd-\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
    + "\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
ALONE = re.compile(r"\r(?!\n)")
NOT_NFC = "is put together from pieces or stored in an outdated form (not Unicode NFC); type it again"
JOINERS = "\u200c\u200d"
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
INDENT = re.compile("^[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+", re.MULTILINE)
WIDE = re.compile("[^\t ]")

# Scripts whose words may need a joiner between two letters; the first word of a letter's Unicode name.
# Source: The Unicode Standard, section 23.2, "Cursive Connection and Ligatures".
JOINING_SCRIPTS = {
    *("ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM"),
    *("MANDAIC", "MONGOLIAN", "MYANMAR", "NKO", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "TIBETAN"),
}


def faults(text: str, path: str) -> Iterator[Problem]:
    """Every unwanted character of a file's text: for each line, the first of each sort."""
    if alone := ALONE.search(text):
        lines = LINE_BREAK.split(text[: alone.start()])
        message = "a carriage return alone; save the file with LF line ends"
        yield Problem(path, len(lines), len(lines[-1]) + 1, message)
    if not SUSPECT.search(text) and unicodedata.is_normalized("NFC", text) and text == clean(text):
        return
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        for column, message in _line_faults(line):
            yield Problem(path, number, column, message)


def _line_faults(line: str) -> Iterator[tuple[int, str]]:
    if "\t" in line:
        yield line.index("\t") + 1, "a tab; use spaces"
    seen: set[str] = set()
    for index in unwanted(line):
        if line[index] not in seen:
            seen.add(line[index])
            yield index + 1, f"{name(line[index])} {_remedy(line[index])}"
    if (indent := INDENT.match(line)) and (wide := WIDE.search(indent[0])):
        yield wide.end(), f"the line is indented with {name(wide[0])}; use ordinary spaces"
    composed = unicodedata.normalize("NFC", line)
    if composed != line:
        # A form that is not NFC differs before the shorter one ends: composing changes the base letter.
        index = next(i for i, (was, now) in enumerate(zip(line, composed, strict=False)) if was != now)
        yield index + 1, f"'{composed[index]}' {NOT_NFC}"


def unwanted(text: str) -> Iterator[int]:
    """The index of every control, invisible, private or damaged character, line ends and tabs apart.

    A joiner (U+200C, U+200D) is wanted between two letters of a script that uses it, and one variation
    selector after a character that can be seen.
    """
    for match in SUSPECT.finditer(text):
        index = match.start()
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if match[0] in JOINERS and _joins(before) and _joins(after):
            continue
        if SELECTORS.match(match[0]) and before and not before.isspace() and not SELECTORS.match(before):
            continue
        yield index


def clean(text: str) -> str:
    """The text with a space for each tab, wide indent and unwanted character, so that all places stay."""
    text = INDENT.sub(lambda indent: " " * len(indent[0]), text).replace("\t", " ")
    if bad := set(unwanted(text)):
        return "".join(" " if index in bad else character for index, character in enumerate(text))
    return text


def value_fault(value: str) -> str:
    """What is wrong with a value that was written with escapes; an empty text when nothing is.

    Tabs, carriage returns and all that `unwanted` names are faults, line ends are not.
    """
    if value.isprintable() and value.isascii():
        return ""
    for index, character in enumerate(value):
        if character in "\t\r":
            return f"an escape here: {name(character)}; use a space, or '\\n' for the end of a line"
        if SUSPECT.match(character) and index in set(unwanted(value)):
            return f"an escape here: {name(character)} {_remedy(character)}"
    if not unicodedata.is_normalized("NFC", value):
        return f"a letter of this text {NOT_NFC}"
    return ""


def name(character: str) -> str:
    """A character's number and Unicode name, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    known = {"\x00": "NULL", "\t": "TAB", "\r": "CARRIAGE RETURN", "\x85": "NEXT LINE", "\x1b": "ESCAPE"}
    found = known.get(character) or unicodedata.name(character, "CONTROL OR PRIVATE")
    return f"U+{ord(character):04X} {found}"


def _remedy(character: str) -> str:
    if character == "\ufffd":
        return "stands where a letter was lost; write the letter again"
    return "cannot be seen or shown; take it out"


def _joins(letter: str) -> bool:
    if not letter or unicodedata.category(letter)[0] not in "LM":
        return False
    return unicodedata.name(letter, "?").split()[0] in JOINING_SCRIPTS
