"""The documents of a lesson are real ones: headings, lists and tables, in our language, and the same bytes each time.

They are read as the files that they are, not through the library that wrote them. Source: ECMA-376, part 1.
"""

import io
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

import invented
from press import edition
from press.exports import documents
from press.exports.formatted import Passage, Span, passages
from press.graph import Publication
from press.leaves import Site

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/some/path/")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CASE = "lessons/who-promised-what"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("documents")))[0]


@pytest.fixture(scope="module")
def made(publication: Publication) -> dict[str, bytes]:
    return {file.path: file.data for file in documents.files(publication, SITE)}


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(name))


def styled(data: bytes) -> list[tuple[str, str]]:
    """Every paragraph: the name of its style and its words."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    found = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = "".join(paragraph.itertext(f"{W}t"))
        found.append((names[style.get(f"{W}val")] if style is not None else "Normal", words))
    return found


def test_there_is_a_sheet_and_a_key_for_each_route(made: dict[str, bytes]) -> None:
    assert set(made) == {f"{CASE}/{way}{name}.docx" for way in ("", "parallel/") for name in ("sheet", "key")}


def test_headings_are_headings(made: dict[str, bytes]) -> None:
    told = [(style, words) for style, words in styled(made[f"{CASE}/sheet.docx"]) if style.startswith("heading")]
    assert told == [
        ("heading 1", "Said and so"),
        ("heading 2", "What was printed"),
        ("heading 2", "What it says in short"),
        ("heading 3", "Task 1"),
        ("heading 2", "Exit ticket"),
    ]


def test_a_sheet_has_no_answers_and_the_key_has_all(publication: Publication, made: dict[str, bytes]) -> None:
    for way, route in zip(("", "parallel/"), publication.lessons["who-promised-what"].routes, strict=True):
        sheet, key = (
            "\n".join(words for _, words in styled(made[f"{CASE}/{way}{name}.docx"])) for name in ("sheet", "key")
        )
        answers = [task.answer for block in route.sheet.blocks for task in block.tasks]
        for item in (publication.items[name] for name in route.exit_ticket):
            assert item.asks in sheet
            answers += [item.why, *(option.feedback for option in item.options)]
        assert [answer for answer in answers if answer in sheet] == []
        assert [answer for answer in answers if answer not in key] == []


def test_a_sheet_says_what_it_is_from_and_not_who_speaks(made: dict[str, bytes]) -> None:
    case, parallel = (
        "\n".join(words for _, words in styled(made[f"{CASE}/{way}sheet.docx"])) for way in ("", "parallel/")
    )
    assert "From an article of " in case
    assert "An invented story." in parallel
    assert "(Paragraph 1)" in case
    assert "Ada Finch, paragraph" not in case
    assert "(, " not in case


def test_questions_are_a_list_with_numbers_and_answers_one_with_letters(made: dict[str, bytes]) -> None:
    data = made[f"{CASE}/sheet.docx"]
    scheme = part(data, "word/numbering.xml")
    levels = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            number = numbering.find(f"{W}numId").get(f"{W}val")
            levels.append((number, numbering.find(f"{W}ilvl").get(f"{W}val")))
    assert len({number for number, _ in levels}) == 1
    assert [level for _, level in levels] == [*"0111", *"0111", *"011", "0"]
    held = scheme.find(f"{W}num[@{W}numId='{levels[0][0]}']/{W}abstractNumId").get(f"{W}val")
    forms = scheme.iterfind(f"{W}abstractNum[@{W}abstractNumId='{held}']/{W}lvl/{W}numFmt")
    assert [form.get(f"{W}val") for form in forms] == ["decimal", "upperLetter"]
    names = [etree.QName(each).localname for each in scheme]
    assert names == sorted(names), "what is counted by comes before what counts"


def test_a_question_is_not_torn_over_two_pages(made: dict[str, bytes]) -> None:
    """Each paragraph of the ticket is kept with the next, but for last answers and the lines to write on."""
    paragraphs = list(part(made[f"{CASE}/sheet.docx"], "word/document.xml").iter(f"{W}p"))
    texts = ["".join(each.itertext(f"{W}t")) for each in paragraphs]
    loose = [
        text
        for text, each in list(zip(texts, paragraphs, strict=True))[texts.index("Exit ticket") + 1 :]
        if each.find(f"{W}pPr/{W}keepNext") is None
    ]
    assert loose == ["Neither {of} these: it's ~50 = #1 \\ a guess", "The readers", "False", "", "", ""]


def test_words_with_a_line_on_the_sheet_are_not_explained_again(made: dict[str, bytes], tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    file = root / "data/items/did-she-say-it.yml"
    quote = "quote: Mayor Ada Finch promised"
    file.write_text(file.read_text(encoding="utf-8").replace(quote, f"{quote} that its doors"), encoding="utf-8")
    changed = {file.path: file.data for file in documents.files(edition.examine(root)[0], SITE)}
    before, after = ([words for _, words in styled(each[f"{CASE}/sheet.docx"])] for each in (made, changed))
    assert [words for words in before if words not in after] == [
        "“Mayor Ada Finch promised” (Paragraph 1)",
        "In plain words (ours): The mayor told the readers so.",
    ]
    assert after.count("Line 1. “Mayor Ada Finch promised that its doors” (Paragraph 1)") == 2


def test_a_table_has_a_head_that_says_so(made: dict[str, bytes]) -> None:
    (table,) = part(made[f"{CASE}/sheet.docx"], "word/document.xml").iter(f"{W}tbl")
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert heads == [True, False]
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Fill in the card."


def test_a_row_to_fill_in_is_high_enough_for_a_hand(made: dict[str, bytes]) -> None:
    for name, wanted in (("sheet", [None, "454"]), ("key", [None, None])):
        (table,) = part(made[f"{CASE}/{name}.docx"], "word/document.xml").iter(f"{W}tbl")
        heights = [row.find(f"{W}trPr/{W}trHeight") for row in table.iter(f"{W}tr")]
        assert [None if each is None else each.get(f"{W}val") for each in heights] == wanted, "in twentieths of a point"
        assert [each.get(f"{W}hRule") for each in heights if each is not None] in ([], [None]), "and may grow"


def test_there_are_lines_to_write_on(made: dict[str, bytes]) -> None:
    tabs = [tab.get(f"{W}leader") for tab in part(made[f"{CASE}/sheet.docx"], "word/document.xml").iter(f"{W}tab")]
    assert tabs.count("underscore") == 3 + 3
    assert "underscore" not in {
        tab.get(f"{W}leader") for tab in part(made[f"{CASE}/key.docx"], "word/document.xml").iter(f"{W}tab")
    }


def test_a_document_tells_its_title_its_language_and_no_hour(made: dict[str, bytes]) -> None:
    for path, data in made.items():
        told = {etree.QName(each).localname: each.text for each in part(data, "docProps/core.xml")}
        assert told["title"] == next(words for style, words in styled(data) if style == "heading 1"), path
        assert (told["language"], told["creator"]) == ("en-GB", "Claim by Claim")
        assert not {"created", "modified", "lastPrinted"} & set(told)
        languages = {each.get(f"{W}val") for each in part(data, "word/styles.xml").iter(f"{W}lang")}
        assert languages == {"en-GB"}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert not [
                each.filename for each in archive.infolist() if each.filename.endswith((".jpeg", "Effects.xml"))
            ]


def test_the_foot_says_where_it_is_from(made: dict[str, bytes], publication: Publication) -> None:
    def foots(data: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [each for each in archive.namelist() if each.startswith("word/footer")]
        return " ".join("".join(part(data, name).itertext()) for name in names)

    assert SITE.whole("lessons/who-promised-what/parallel/") in foots(made[f"{CASE}/parallel/key.docx"])
    assert "CC BY 4.0" in foots(made[f"{CASE}/sheet.docx"])
    without = {file.path: file.data for file in documents.files(publication, Site())}
    assert "millbrook.test" not in foots(without[f"{CASE}/sheet.docx"])


def test_another_run_writes_the_same_bytes(publication: Publication, made: dict[str, bytes], tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    program = (
        "import sys\nfrom hashlib import sha256\nfrom pathlib import Path\n"
        "from press import edition\nfrom press.exports import documents\nfrom press.leaves import Site\n"
        "publication, _ = edition.examine(Path(sys.argv[1]))\n"
        "for file in documents.files(publication, Site(sys.argv[2])):\n"
        "    sys.stdout.write(file.path + ' ' + sha256(file.data).hexdigest() + '\\n')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati"}
    command = [sys.executable, "-c", program, str(root), SITE.url]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert dict(line.split() for line in run.stdout.splitlines()) == {
        path: sha256(data).hexdigest() for path, data in made.items()
    }


def test_prose_becomes_paragraphs() -> None:
    assert passages("One *two* **three**.\n\n- a\n- [b](claim:x)\n\n3. c\n4. d\n\n> e\n\n### f\n") == (
        Passage("p", 0, (Span("One "), Span("two", slanted=True), Span(" "), Span("three", bold=True), Span("."))),
        Passage("ul", 0, (Span("a"),)),
        Passage("ul", 0, (Span("b"),)),
        Passage("ol", 1, (Span("c"),)),
        Passage("ol", 2, (Span("d"),)),
        Passage("blockquote", 0, (Span("e"),)),
        Passage("h3", 0, (Span("f"),)),
    )


def test_markup_in_prose_stays_text() -> None:
    assert passages("\\<b>x\\</b> &amp; y") == (Passage("p", 0, (Span("<b>x</b> & y"),)),)
