"""An exit ticket as QTI 1.2.1, in the profile `cc.exam.v0p1` of Common Cartridge 1.1.

The order of the conditions follows from how programs read them. Moodle (backup/cc/entity11.quiz.class.php) takes every
condition that goes on to the next for general feedback, so only that one does. Canvas takes the last weight that a
condition gives an answer, so the score of several answers comes before what is said of each. An answer's text is HTML
for all of them, and Moodle asks for the names 'true' and 'false'.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as Tree

from press.exports import xmlfile
from press.exports.questions import Answer, Question
from press.records.vocabulary import ItemKind

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PROFILES = {
    ItemKind.ONE: "cc.multiple_choice.v0p1",
    ItemKind.SEVERAL: "cc.multiple_response.v0p1",
    ItemKind.TRUE_FALSE: "cc.true_false.v0p1",
    ItemKind.OPEN: "cc.essay.v0p1",
}
_EXAM = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "cc_maxattempts": "unlimited",
}
_GENERAL, _RESPONSE = "general_fb", "response"


def document(name: str, title: str, asked: Iterable[Question]) -> bytes:
    """The quiz under a name of its own."""
    root = Tree.Element("questestinterop", {"xmlns": NAMESPACE})
    assessment = Tree.SubElement(root, "assessment", {"ident": name, "title": title})
    _metadata(assessment, _EXAM)
    section = Tree.SubElement(assessment, "section", {"ident": "questions"})
    for question in asked:
        _item(section, question)
    return xmlfile.written(root)


def _item(section: Tree.Element, question: Question) -> None:
    item = Tree.SubElement(section, "item", {"ident": f"item-{question.name}", "title": question.name})
    fields = {"cc_profile": _PROFILES[question.kind]}
    if question.kind is ItemKind.OPEN:
        fields["qmd_computerscored"] = "No"
    _metadata(Tree.SubElement(item, "itemmetadata"), fields)
    named = dict(zip(_names(question), question.answers, strict=True))
    _presentation(item, question, named)
    processing = Tree.SubElement(item, "resprocessing")
    outcomes = Tree.SubElement(processing, "outcomes")
    Tree.SubElement(outcomes, "decvar", {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"})
    _conditions(processing, question.kind, named)
    _feedback(item, _GENERAL, question.why)
    for name, answer in named.items():
        _feedback(item, f"{name}_fb", answer.feedback)


def _names(question: Question) -> tuple[str, ...]:
    if question.kind is ItemKind.TRUE_FALSE:
        return ("true", "false")
    return tuple(f"answer{number}" for number in range(1, len(question.answers) + 1))


def _presentation(item: Tree.Element, question: Question, named: dict[str, Answer]) -> None:
    presentation = Tree.SubElement(item, "presentation")
    _material(presentation, question.stem)
    if question.kind is ItemKind.OPEN:
        written = Tree.SubElement(presentation, "response_str", {"ident": _RESPONSE, "rcardinality": "Single"})
        Tree.SubElement(written, "render_fib", {"rows": "5", "prompt": "Box"})
        return
    cardinality = "Multiple" if question.kind is ItemKind.SEVERAL else "Single"
    chosen = Tree.SubElement(presentation, "response_lid", {"ident": _RESPONSE, "rcardinality": cardinality})
    choice = Tree.SubElement(chosen, "render_choice")
    for name, answer in named.items():
        _material(Tree.SubElement(choice, "response_label", {"ident": name}), answer.text)


def _conditions(processing: Tree.Element, kind: ItemKind, named: dict[str, Answer]) -> None:
    """What is shown to all, then the score, then what is shown for each answer."""
    general = _condition(processing, "General feedback", goes_on=True)
    Tree.SubElement(general, "other")
    _show(processing[-1], _GENERAL)
    if kind is ItemKind.SEVERAL:
        together = Tree.SubElement(_condition(processing, "Right"), "and")
        for name, answer in named.items():
            _equal(together if answer.right else Tree.SubElement(together, "not"), name, case="Yes")
        _score(processing[-1])
    for name, answer in named.items():
        _equal(_condition(processing, "Right" if answer.right else "Wrong"), name)
        if answer.right and kind is not ItemKind.SEVERAL:
            _score(processing[-1])
        _show(processing[-1], f"{name}_fb")


def _condition(processing: Tree.Element, title: str, *, goes_on: bool = False) -> Tree.Element:
    told = {"title": title, "continue": "Yes" if goes_on else "No"}
    return Tree.SubElement(Tree.SubElement(processing, "respcondition", told), "conditionvar")


def _equal(parent: Tree.Element, name: str, **more: str) -> None:
    Tree.SubElement(parent, "varequal", {"respident": _RESPONSE, **more}).text = name


def _score(condition: Tree.Element) -> None:
    Tree.SubElement(condition, "setvar", {"varname": "SCORE", "action": "Set"}).text = "100"


def _show(condition: Tree.Element, feedback: str) -> None:
    Tree.SubElement(condition, "displayfeedback", {"feedbacktype": "Response", "linkrefid": feedback})


def _feedback(item: Tree.Element, name: str, html: str) -> None:
    _material(Tree.SubElement(Tree.SubElement(item, "itemfeedback", {"ident": name}), "flow_mat"), html)


def _material(parent: Tree.Element, html: str) -> None:
    Tree.SubElement(Tree.SubElement(parent, "material"), "mattext", {"texttype": "text/html"}).text = html


def _metadata(parent: Tree.Element, fields: dict[str, str]) -> None:
    held = Tree.SubElement(parent, "qtimetadata")
    for label, entry in fields.items():
        field = Tree.SubElement(held, "qtimetadatafield")
        Tree.SubElement(field, "fieldlabel").text = label
        Tree.SubElement(field, "fieldentry").text = entry
