"""Hostile text in every text field of every record is refused with its place, or printed as the letters that it is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

import pytest
from lxml import etree, html

import hostile
import invented
from hostile import Ground, Place
from press import load, pages, render
from press.leaves import Leaf, Site
from press.records import KINDS
from press.records.base import Others, Own, part_in
from press.records.life import Moved, Withdrawn

# What prose may be made of, beside what templates hold.
PROSE = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "br", "hr"}
# Where a link may lead; nowhere is what CommonMark makes of an address that it refuses.
LEADS = re.compile(r"https?://|\.\.?/|#|mailto:|$", re.IGNORECASE)
HARMLESS = hostile.HARMLESS
# Texts that help to find a quote in the article, and stand on no page.
# Of a framework the entries are shown that a lesson serves, and of a key the cells that are blank on the sheet.
UNSEEN = {"Selector.prefix", "Selector.suffix", "Entry.code", "Entry.name", "Table.key"}


@dataclass(frozen=True)
class Printed:
    """What was printed of a planted publication, without the laws: the printing has to be safe on its own."""

    leaves: tuple[Leaf, ...]
    slots: Mapping[str, str]

    def bodies(self) -> Iterator[tuple[str, etree._Element]]:
        """Every page and slot by name, as trees."""
        for leaf in self.leaves:
            yield leaf.path, html.fragment_fromstring(leaf.body, create_parent="main")
        for name, slot in self.slots.items():
            yield f"slot {name}", html.fragment_fromstring(slot or "<p></p>", create_parent="main")

    def lines(self) -> Iterator[str]:
        """Every text that is no HTML: titles, descriptions, entries of the search."""
        for leaf in self.leaves:
            yield from (leaf.title, leaf.description)
            if leaf.search:
                yield from (leaf.search.title, leaf.search.text)
                yield from (text for part in leaf.search.parts for text in (part.title, part.text))


def print_without_laws(ground: Ground, texts: Mapping[Place, str]) -> tuple[Printed, set[Place]]:
    """What is printed with the texts planted, apart from those that cannot be loaded; and the places of these."""
    publication, refused = hostile.without_laws(ground, texts)
    renderer = render.Renderer(publication)
    leaves = tuple(renderer.leaf(page) for maker in pages.PAGES for page in maker(publication))
    slots = {
        name: renderer.html(template, view(publication, Site()), "method/")
        for name, (template, view) in pages.SLOTS.items()
    }
    return Printed(leaves, slots), refused


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return hostile.lay_out(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def calm(ground: Ground) -> Printed:
    """The same publication with harmless words in the same places."""
    printed, refused = print_without_laws(ground, {place: place.text(HARMLESS) for place in ground.places})
    assert not refused
    return printed


def fields_with_text() -> set[str]:
    """Every field of every model that holds a text, as 'Model.field'."""
    found: set[str] = set()
    waiting: list[Any] = [*KINDS, Moved, Withdrawn]
    seen = set(waiting)
    while waiting:
        model = waiting.pop()
        for name, info in model.model_fields.items():
            inner = part_in(info.annotation)
            if inner and inner not in seen:
                seen.add(inner)
                waiting.append(inner)
            elif not inner and (_marked(info.metadata) or _holds_text(info.annotation)):
                found.add(f"{model.__name__}.{name}")
    return found


def _holds_text(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated and _marked(get_args(annotation)[1:]):
        return True
    return any(_holds_text(arm) for arm in get_args(annotation))


def _marked(metadata: Iterable[Any]) -> bool:
    return any(isinstance(each, Own | Others) for each in metadata)


def test_every_text_field_of_every_model_is_attacked(ground: Ground) -> None:
    attacked = {place.field for place in ground.places}
    assert fields_with_text() - attacked == {"Alignment.code"}, "which is a code of a framework; the code is attacked"


def test_every_text_of_a_record_is_shown_on_a_page(ground: Ground, calm: Printed) -> None:
    shown = " ".join("".join(body.itertext()) for _, body in calm.bodies())
    missing = {place.field for place in ground.places if place.word not in shown}
    assert missing - UNSEEN == set()


def shape(body: etree._Element) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes, in order."""
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in body.iter()]


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_plain_text_changes_no_element_and_is_printed_letter_by_letter(
    ground: Ground, calm: Printed, name: str
) -> None:
    texts = {place: place.text(HARMLESS if place.markdown else hostile.TEXTS[name]) for place in ground.places}
    printed, refused = print_without_laws(ground, texts)
    assert len(refused) < len(texts) / 2, "nothing is left to be printed"
    tame = dict(calm.bodies())
    for path, body in printed.bodies():
        assert shape(body) == shape(tame[path]), path
    planted = {place.word: texts[place] for place in ground.places if not place.markdown and place not in refused}
    assert wrong_letters(printed, planted) == []


def wrong_letters(printed: Printed, expected: Mapping[str, str]) -> list[str]:
    """Where a planted text does not stand as it was written; an ellipsis may cut it short."""
    found = []
    for text in [*pieces(printed), *printed.lines()]:
        line = " ".join(text.split())
        for word in hostile.TOKEN.finditer(line):
            whole = " ".join(expected.get(word[0], word[0]).split())
            rest = line[word.start() :]
            start, cut, _ = rest.partition("…")
            if not rest.startswith(whole) and not (cut and whole.startswith(start.strip())):
                found.append(f"{line!r} lacks {whole!r}")
    return found


def pieces(printed: Printed) -> Iterator[str]:
    """Every text and every attribute of every page; what is written for a program has escapes of its own there.

    `test_citing` and `test_embed` read those back with the programs' own libraries.
    """
    for _, body in printed.bodies():
        for element in body.iter():
            text = "" if element.tag == "pre" else element.text or ""
            yield from (text, element.tail or "", *element.attrib.values())


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_prose_is_made_of_harmless_elements_alone(ground: Ground, calm: Printed, name: str) -> None:
    texts = {place: place.text(hostile.TEXTS[name] if place.markdown else HARMLESS) for place in ground.places}
    printed, _ = print_without_laws(ground, texts)
    assert harm(printed, calm) == []


def harm(printed: Printed, calm: Printed) -> list[str]:
    """What stands on a page that neither a template nor prose may hold."""
    known = {kind for _, body in calm.bodies() for kind in shape(body)}
    known |= {(tag, ()) for tag in PROSE} | {("a", ("href",))}
    found = []
    for path, body in printed.bodies():
        found += [f"{path}: <{tag} {' '.join(names)}>" for tag, names in shape(body) if (tag, names) not in known]
        found += [f"{path}: {link}" for link in body.xpath("//@href | //@src") if not LEADS.match(link)]
        ids = Counter(body.xpath("//@id"))
        found += [f"{path}: id {each} stands twice" for each, count in ids.items() if count > 1]
    return found


@pytest.mark.parametrize(
    "planted",
    ["<script>1</script>", '<p onclick="x">x</p>', '<a href="javascript:x">x</a>', '<p style="x">x</p>', "<img src=x>"],
)
def test_the_watch_over_elements_has_teeth(calm: Printed, planted: str) -> None:
    first, *rest = calm.leaves
    leaf = Leaf(first.path, first.title, first.description, f"<article>{planted}</article>")
    assert harm(Printed((leaf, *rest), {}), calm)
    assert harm(calm, calm) == []


def test_the_watch_over_letters_has_teeth() -> None:
    expected = {"zq0001": "zq0001 <b>bold</b>"}

    def wrong(body: str) -> list[str]:
        return wrong_letters(Printed((Leaf("x/", "x", "x", body),), {}), expected)

    assert wrong("<p>zq0001 &lt;b&gt;bold&lt;/b&gt;</p>") == []
    assert wrong("<p>It says zq0001 &lt;b&gt;bo…</p>") == []
    assert wrong("<p>zq0001 <b>bold</b></p>")
    assert wrong("<p>zq0001 bold</p>")
    assert wrong("<p>zq0001 &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;</p>")
    assert wrong('<p title="zq0001 b">x</p>')


@pytest.mark.parametrize("escaped", [False, True])
@pytest.mark.parametrize("turning", hostile.TURNING)
def test_no_record_turns_the_order_of_letters_round(ground: Ground, turning: str, escaped: bool) -> None:
    texts = {place: place.text(f"a{turning}b") for place in ground.places}
    ground.plant(texts, escaped=escaped)
    problems = load.load(ground.root).problems
    found, elsewhere = ground.refused(texts, problems)
    assert invented.shown(elsewhere) == ""
    assert [str(place) for place in ground.places if place not in found] == []
    assert all(f"U+{ord(turning):04X}" in problem.message for problem in problems)
