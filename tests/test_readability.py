"""How hard our answers are to read is measured as others measure it, and of our own words only."""

import re
from pathlib import Path

import pytest

import invented
from press import rules
from press.readability import grade, syllables
from press.rules.reading import plain_sentences
from press.rules.words import loaded


def test_the_grade_is_that_of_the_formula() -> None:
    six_words_of_one_syllable = "The cat sat on the mat."
    assert grade([six_words_of_one_syllable]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    eight_syllables_in_five_words = "A missile hit it.", "Nobody."
    assert grade(eight_syllables_in_five_words) == pytest.approx(0.39 * 5 / 2 + 11.8 * 8 / 5 - 15.59)


def test_no_words_have_no_grade() -> None:
    assert grade([]) == 0.0
    assert grade(["1, 2, 3!"]) == 0.0


def test_longer_sentences_and_longer_words_are_harder() -> None:
    short = ["The town has a clock.", "It rings at ten."]
    assert grade(short) < grade([" and ".join(short)]) < grade(["Municipal chronometers communicate regularity."])


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1), ("missile", 2), ("statement", 2), ("somebody", 3), ("hospital", 3), ("idea", 3), ("denial", 3),
        ("asked", 1), ("wanted", 2), ("houses", 2), ("names", 1), ("people", 2), ("whole", 1), ("rule", 1),
        ("earlier", 3), ("official", 3), ("nation’s", 2), ("rhythm", 1), ("x", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The mayor of Millbrook spoke.", ["The mayor of spoke."]),
        ("She said “an unconscionable misrepresentation” and left.", ["She said and left."]),
        ("The [opening hours](term:opening-hours) changed.", ["The changed."]),
        ("Nobody knew the opening hours then.", ["Nobody knew the then."]),
        ("**The institutional ramifications.** It rained.", ["It rained."]),
        ("Read [the notice](source:notice-photo). Then ask.", ["Read the notice.", "Then ask."]),
        ("One line\nruns on.\n\nA second paragraph", ["One line runs on.", "A second paragraph"]),
    ],
)
def test_names_quotations_terms_and_lead_ins_are_left_out(tmp_path: Path, text: str, left: list[str]) -> None:
    publication, _ = rules.examine(invented.lay_out(tmp_path))
    assert plain_sentences(publication, text) == left


ROOT = Path(__file__).parent.parent
HAND_WRITTEN = sorted((ROOT / "docs").rglob("*.md"))
# Front matter, slots, headings, tables, code, and the signs of lists and definitions hold no sentences of ours.
NO_SENTENCE = re.compile(
    r"\A---\n[\s\S]*?\n---\n|^```[\s\S]*?^```$|<!--[\s\S]*?-->|^#+ .*$|^\|.*$|^`.*$|^(?:[-*:]|\d+\.)\s+", re.MULTILINE
)


@pytest.mark.parametrize("file", HAND_WRITTEN, ids=lambda file: file.stem)
def test_hand_written_pages_can_be_read_at_school_grade_nine(tmp_path: Path, file: Path) -> None:
    publication, _ = rules.examine(invented.lay_out(tmp_path))
    text = NO_SENTENCE.sub("", file.read_text(encoding="utf-8"))
    lines = plain_sentences(publication, re.sub(r"\n+", "\n\n", text))
    assert len(lines) > 3
    assert grade(lines) <= 9, max(lines, key=lambda line: grade([line]))


@pytest.mark.parametrize("file", HAND_WRITTEN, ids=lambda file: file.stem)
def test_hand_written_pages_hold_no_loaded_word_of_ours(file: Path) -> None:
    assert list(loaded(NO_SENTENCE.sub("", file.read_text(encoding="utf-8")))) == []


def test_a_loaded_word_of_a_hand_written_page_is_seen() -> None:
    assert list(loaded("This was “staged”, they say. It was a provocation.")) == ["provocation"]
