"""A document that office programs edit, in the format of Word: the only place that knows the library.

Headings, lists and heads of tables are what they look like, so a screen reader finds its way in it. The bytes depend on
what is written alone: what the library's own template says of clocks and programs is taken out.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentFile
from docx.enum.text import WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from press.exports.archive import packed, unpacked
from press.exports.formatted import Span
from press.pages.part.citing import LANGUAGE, PUBLICATION

_WIDTH, _HEIGHT, _MARGIN, _EDGE = Cm(21), Cm(29.7), Cm(2), Cm(1.4)
_FONT = "Arial"
_LEFT_OUT = ("stylesWithEffects", "thumbnail")  # of the template: a second copy of its styles, a picture of its page
# The styles of the template that papers use: those whose letters are ours, with their sizes and the
# space before and after in points, and the rest.
_SIZES = {"Normal": 11, "heading 1": 18, "heading 2": 14, "heading 3": 12, "Quote": 11, "caption": 11}
_SPACES = {"Normal": (0, 4), "heading 1": (0, 6), "heading 2": (12, 3), "heading 3": (8, 2), "caption": (6, 3)}
_OTHER_STYLES = (
    *("Default Paragraph Font", "Normal Table", "No List", "header", "footer"),
    *("List Paragraph", "List Bullet", "Table Grid"),
)
_LEAST, _TO_FILL, _MOST = 11, 24, 48  # letters that set the width of a column
_TO_WRITE = Cm(0.8)  # the least height of a row with a cell to fill in, for a hand
_LEVELS = (("decimal", "%1."), ("upperLetter", "%2."))
_SCHEME = "9000"


class WordFile:
    """One document, written from its top to its end."""

    def __init__(self, title: str, foot: str) -> None:
        self._document = Document(BytesIO(_template()))
        self._list: BaseOxmlElement | None = None
        self._number = 0  # the last one in that list
        self._document.core_properties.title = title[:255]  # Word takes no longer one
        self._document.sections[0].footer.paragraphs[0].add_run(foot).font.size = Pt(8)
        self._document.add_heading(title, 1)

    def heading(self, text: str, level: int = 2) -> None:
        """A heading below the title."""
        self._document.add_heading(text, level)

    def paragraph(self, *spans: Span, style: str | None = None, kept: bool = False) -> None:
        """Text with some of it bold or slanted; `style` is the name of one of the template's.

        It is `kept` on the page of what follows it.
        """
        paragraph = self._document.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = kept or None
        _fill(paragraph, spans)

    def numbered(self, number: int, *spans: Span, level: int = 0, kept: bool = False) -> None:
        """An entry of a real list; on its second level the next letter, for `number` counts on the first alone."""
        if self._list is None or (not level and number != self._number + 1):
            self._list = self._list_from(number, level)
        if not level:
            self._number = number
        entry = self._document.add_paragraph(style="List Paragraph")
        entry.paragraph_format.keep_with_next = kept or None
        properties = entry._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = self._list.numId
        _fill(entry, spans)

    def table(self, caption: str, head: Sequence[str], rows: Sequence[Sequence[Span]]) -> None:
        """A table whose first row is its head, on each page that it reaches."""
        self._document.add_paragraph(caption, style="Caption").paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=0, cols=len(head), style="Table Grid")
        widths = _widths([[Span(each) for each in head], *rows])
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        table._tblPr.append(OxmlElement("w:tblCaption", {qn("w:val"): caption}))
        for number, row in enumerate((tuple(Span(each, bold=True) for each in head), *rows)):
            line = table.add_row()
            properties = line._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if not all(span.text for span in row):
                line.height = _TO_WRITE
            if not number:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, span, width in zip(line.cells, row, widths, strict=True):
                cell.width = width
                _fill(cell.paragraphs[0], (span,))
        self._document.add_paragraph()

    def lines(self, count: int) -> None:
        """Lines to write on, each a tab with a rule under it."""
        for _ in range(count):
            line = self._document.add_paragraph("\t")
            line.paragraph_format.tab_stops.add_tab_stop(_WIDTH - 2 * _MARGIN, leader=WD_TAB_LEADER.LINES)
            line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(8), Pt(4)

    def data(self) -> bytes:
        """The finished file."""
        held = BytesIO()
        self._document.save(held)
        return packed(unpacked(held.getvalue()))

    def _list_from(self, number: int, level: int) -> BaseOxmlElement:
        """A new list of our scheme that begins with a number."""
        fresh = self._document.part.numbering_part.element.add_num(int(_SCHEME))
        fresh.add_lvlOverride(ilvl=level).add_startOverride(number)
        return fresh


@cache
def _template() -> bytes:
    """The library's own template, set up for our papers and without what they do not use; reading it takes a while."""
    document = Document()
    for part in (document.part, document.part.package):
        for name, relation in tuple(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _LEFT_OUT:
                del part.rels[name]
    told = document.core_properties
    told.author, told.language, told.comments = PUBLICATION, LANGUAGE, ""
    for clock in ("dcterms:created", "dcterms:modified"):
        told._element.remove(told._element.find(qn(clock)))
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = section.footer_distance = section.header_distance = _EDGE
    _set_type(document)
    document.part.numbering_part.element.insert(0, _scheme())
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _set_type(document: DocumentFile) -> None:
    """Plain black letters without serifs, as large as print for pupils is, in our language."""
    styles = document.styles
    for each in tuple(styles.element.iter(qn("w:style"))):
        if each.find(qn("w:name")).get(qn("w:val")) not in (*_SIZES, *_OTHER_STYLES):
            styles.element.remove(each)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for name, size in _SIZES.items():
        font = styles[name].font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
        faces = styles[name].element.rPr.rFonts
        for theme in [key for key in faces.attrib if key.endswith("Theme")]:
            del faces.attrib[theme]
    for name, (before, after) in _SPACES.items():
        place = styles[name].paragraph_format
        place.space_before, place.space_after, place.line_spacing = Pt(before), Pt(after), 1.1


def _scheme() -> BaseOxmlElement:
    """How lists are numbered: questions by numbers, answers by letters."""
    scheme = OxmlElement("w:abstractNum", {qn("w:abstractNumId"): _SCHEME})
    scheme.append(OxmlElement("w:multiLevelType", {qn("w:val"): "multilevel"}))
    for level, (form, text) in enumerate(_LEVELS):
        held = OxmlElement("w:lvl", {qn("w:ilvl"): str(level)})
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text), ("lvlJc", "left")):
            held.append(OxmlElement(f"w:{name}", {qn("w:val"): value}))
        place = OxmlElement("w:pPr")
        place.append(OxmlElement("w:ind", {qn("w:left"): str(567 * (level + 1)), qn("w:hanging"): "567"}))
        held.append(place)
        scheme.append(held)
    return scheme


def _widths(rows: Sequence[Sequence[Span]]) -> list[int]:
    """How wide each column is: by its longest text within bounds; a cell to fill in counts as much as a few words."""
    longest = (max(len(cell.text) or _TO_FILL for cell in column) for column in zip(*rows, strict=True))
    shares = [max(_LEAST, min(length, _MOST)) for length in longest]
    return [int((_WIDTH - 2 * _MARGIN) * share / sum(shares)) for share in shares]


def _fill(paragraph: Paragraph, spans: Sequence[Span]) -> None:
    for span in spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.slanted or None
        if span.language:
            _speak(run, span.language)


def _speak(run: Run, language: str) -> None:
    run._r.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:val"): language}))
