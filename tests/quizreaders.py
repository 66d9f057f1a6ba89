"""Two readers of quizzes that share no code with what writes them: of GIFT and of QTI 1.2.1, as Moodle reads them.

Sources: question/format.php, question/format/gift/format.php, question/engine/bank.php and
backup/cc/entity11.quiz.class.php of Moodle; their rules in words of ours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from lxml import etree, html

BLANK = " \t\n\r\0\x0b"  # what PHP's trim takes away
MARKS = {":": "&&058;", "#": "&&035;", "=": "&&061;", "{": "&&123;", "}": "&&125;", "~": "&&126;", "n": "&&010"}
WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
# The shares of a whole that Moodle knows; it refuses a file with another.
FRACTIONS = {0, 1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2}
FRACTIONS |= {0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05}
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass(frozen=True)
class Chosen:
    """An answer as it was read; `share` is of the whole score."""

    text: str
    share: float
    feedback: str


@dataclass(frozen=True)
class Read:
    """A question as it was read, its texts as HTML: 'one', 'several', 'true-false' or 'open'."""

    name: str
    kind: str
    stem: str
    answers: tuple[Chosen, ...]
    general: str


def words(markup: str) -> str:
    """What a reader of the HTML sees, in one line."""
    tree = html.fragment_fromstring(f"<div>{markup.replace('</p>', '</p> ')}</div>")
    return " ".join(tree.text_content().split())


def gift(text: str) -> list[Read]:
    """The questions of a GIFT file; raises AssertionError where Moodle would refuse one."""
    found: list[Read] = []
    block: list[str] = []
    for line in [*re.split(r"\r\n|\n|\r", text), ""]:
        trimmed = line.strip(BLANK)
        if trimmed not in ("", "0"):
            block.append(trimmed)
        elif block:
            told = "\n".join(" " if each.startswith("//") else each for each in block).strip(BLANK)
            found += [_gift_question(told)] if told else []
            block = []
    return found


def _gift_question(text: str) -> Read:
    text = text.replace("\\\\", "&&092;")
    for letter, mark in MARKS.items():
        text = text.replace(f"\\{letter}", mark)
    text = text.replace("&&092;", "\\")
    assert text.startswith("::"), "a question has its name"
    name, _, text = text[2:].partition("::")
    start, end = text.find("{"), text.find("}")
    assert 0 <= start < end, "a question has its answers in braces"
    assert text.rstrip(BLANK)[end + 1 :] == "", "nothing follows the answers"
    stem, answers = _gift_text(text[:start]), text[start + 1 : end].strip(BLANK)
    head, separator, general = answers.rpartition("####")
    body = head.strip(BLANK) if separator else answers
    why = _gift_text(general) if separator else ""
    if not body:
        return Read(name, "open", stem, (), why)
    assert not body.startswith("#"), "a number is asked for"
    if "~" in body:
        kind = "one" if "=" in body else "several"
        parts = [part for part in body.replace("=", "~=").split("~") if part.strip(BLANK)]
        return Read(name, kind, stem, tuple(map(_gift_answer, parts)), why)
    truth, *comments = body.split("#", 2)
    assert truth.strip(BLANK) in ("TRUE", "FALSE", "T", "F"), "what is no choice is true or false"
    wrong, right = (_gift_text(each) for each in comments)
    told = {True: right, False: wrong}
    true = truth.strip(BLANK).startswith("T")
    answers_read = tuple(Chosen(word, float(is_so == true), told[is_so == true]) for word, is_so in _TRUTHS)
    return Read(name, "true-false", stem, answers_read, why)


_TRUTHS = (("True", True), ("False", False))


def _gift_answer(part: str) -> Chosen:
    part = part.strip(BLANK)
    share = 0.0
    if part.startswith("="):
        share, part = 1.0, part[1:]
    elif weight := WEIGHT.match(part):
        share, part = float(weight[1]) / 100, part[weight.end() :]
    assert any(abs(abs(share) - known) < 0.00001 for known in FRACTIONS), f"Moodle knows no share of {share}"
    text, _, feedback = part.partition("#")
    return Chosen(_gift_text(text), share, _gift_text(feedback))


def _gift_text(text: str) -> str:
    """A text whose form is HTML: told before the question, and taken over by its answers."""
    text = text.strip(BLANK)
    if text.startswith("["):
        assert text.startswith("[html]"), f"the form of a text is {text[:12]}"
        text = text.removeprefix("[html]")
    for letter, mark in MARKS.items():
        text = text.replace(mark, "\n" if letter == "n" else letter)
    return text.strip(BLANK)


def qti(document: bytes) -> list[Read]:
    """The questions of a QTI assessment."""
    root = etree.fromstring(document)
    return [_qti_question(item) for item in root.iterfind(f"{QTI}assessment/{QTI}section/{QTI}item")]


def markup(document: bytes) -> list[str]:
    """Every text of a file of a cartridge that platforms take for HTML."""
    return [each.text or "" for each in etree.fromstring(document).iter() if each.get("texttype") == "text/html"]


PROFILES = {
    "cc.multiple_choice.v0p1": "one",
    "cc.multiple_response.v0p1": "several",
    "cc.true_false.v0p1": "true-false",
    "cc.essay.v0p1": "open",
}


def _qti_question(item: etree._Element) -> Read:
    kind = PROFILES[_fields(item)["cc_profile"]]
    presentation = item.find(f"{QTI}presentation")
    stem = presentation.findtext(f"{QTI}material/{QTI}mattext")
    labels = list(presentation.iterfind(f"{QTI}response_lid/{QTI}render_choice/{QTI}response_label"))
    conditions = list(item.iterfind(f"{QTI}resprocessing/{QTI}respcondition"))
    general = [_shown(item, each) for each in conditions if each.get("continue") == "Yes"]
    names = [label.get("ident") for label in labels]
    share = _shares(item, kind, names)
    answers = tuple(
        Chosen(label.findtext(f"{QTI}material/{QTI}mattext"), share[name], _told(item, conditions, name))
        for name, label in zip(names, labels, strict=True)
    )
    return Read(item.get("title"), kind, stem, answers, "".join(general))


def _fields(item: etree._Element) -> dict[str, str]:
    fields = item.iterfind(f"{QTI}itemmetadata/{QTI}qtimetadata/{QTI}qtimetadatafield")
    return {each.findtext(f"{QTI}fieldlabel"): each.findtext(f"{QTI}fieldentry") for each in fields}


def _shown(item: etree._Element, condition: etree._Element) -> str:
    names = [each.get("linkrefid") for each in condition.iterfind(f"{QTI}displayfeedback")]
    feedbacks = {each.get("ident"): each for each in item.iterfind(f"{QTI}itemfeedback")}
    return "".join(feedbacks[name].findtext(f"{QTI}flow_mat/{QTI}material/{QTI}mattext") for name in names)


def _told(item: etree._Element, conditions: list[etree._Element], name: str) -> str:
    """What is shown for an answer: by each condition whose first test is for that answer."""
    fitting = (each for each in conditions if each.findtext(f"{QTI}conditionvar/{QTI}varequal") == name)
    return "".join(_shown(item, each) for each in fitting)


def _shares(item: etree._Element, kind: str, names: list[str]) -> dict[str, float]:
    """Each answer's share of the score: every choice that one may make is tried, and one alone may be right."""
    most = len(names) if kind == "several" else 1
    choices = [set(each) for size in range(most + 1) for each in combinations(names, size)]
    right = [choice for choice in choices if names and score(item, choice) == 100]
    assert len(right) == bool(names), "one choice is right"
    assert all(score(item, choice) in (0, 100) for choice in choices)
    return {name: 1 / len(right[0]) if name in right[0] else 0.0 for name in names}


def score(item: etree._Element, chosen: set[str]) -> int:
    """The score of a choice: conditions in order, until one holds that does not go on to the next."""
    got = 0
    for condition in item.iterfind(f"{QTI}resprocessing/{QTI}respcondition"):
        if all(_holds(test, chosen) for test in condition.find(f"{QTI}conditionvar")):
            got = int(condition.findtext(f"{QTI}setvar") or got)
            if condition.get("continue") != "Yes":
                break
    return got


def _holds(test: etree._Element, chosen: set[str]) -> bool:
    tests: Iterator[bool] = (_holds(each, chosen) for each in test)
    match test.tag.removeprefix(QTI):
        case "varequal":
            return test.text in chosen
        case "and":
            return all(tests)
        case "not":
            return not any(tests)
        case "other":
            return True
    raise AssertionError(test.tag)
