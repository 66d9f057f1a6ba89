"""The drawings: numbers that agree with the lists beside them, whose marks do not lie on each other, at any size."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import invented
from press import edition, graph, render
from press.graph import Publication
from press.pages import case, claim
from press.pages.part import chronology
from press.pages.part.chorus import Chorus, Singer, chorus
from press.pages.part.drawings import Branch, Cluster, Tree, tree
from press.pages.part.evidence import evidences
from press.pages.part.moments import Known, Moments, against, moments
from press.pages.part.outlines import outlines
from press.pages.part.rows import tally
from press.pages.part.tiles import tiles
from press.records.base import Moment
from press.records.claim import Figure
from press.records.vocabulary import Available, Drawing, SoFinding

ROOT = Path(__file__).parent.parent
ENVIRONMENT = render.environment(lambda kind, slug: f"{kind}/{slug}/")
ARTICLE = Moment(on="2024-07-09", clock="10:42", zone="unknown")
SIZES = [1, 4, 7, 40]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = invented.lay_out(tmp_path_factory.mktemp("drawings"))
    return graph.without_drafts(graph.assemble(invented.sound(root))[0])


@pytest.fixture(scope="module")
def real() -> Publication:
    return edition.examine(ROOT)[0]


def svg(macro: str, drawn: Any) -> html.HtmlElement:
    """The drawing as its template prints it, twice, and twice the same."""
    source = f'{{% from "part/drawing.html.jinja" import {macro} %}}{{{{ {macro}(drawn) }}}}'
    once, again = (ENVIRONMENT.from_string(source).render(drawn=drawn) for _ in range(2))
    assert once == again
    return html.fragment_fromstring(once, create_parent="main")


def told(main: html.HtmlElement) -> tuple[str, str]:
    """The title and the description of the only drawing, which it names as its own."""
    (drawing,) = main.xpath(".//svg[@role='img']")
    (title,), (description,) = drawing.xpath("./title"), drawing.xpath("./desc")
    assert drawing.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    return title.text, description.text


def apart(places: list[tuple[float, float]], distance: float) -> list[tuple[Any, Any]]:
    """The pairs of places that are closer than `distance`."""
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < distance**2
    ]


def test_marks_that_lie_on_each_other_are_noticed() -> None:
    assert apart([(0, 0), (10, 0)], 21)
    assert not apart([(0, 0), (21, 0)], 21)


# --- what became public when


def known(number: int, kinds: tuple[Available, ...] = tuple(Available)) -> list[Known]:
    return [Known(str(index + 1), kinds[index % len(kinds)]) for index in range(number)]


def drawn_moments(items: list[Known]) -> Moments:
    found = moments(items, ARTICLE)
    assert found
    return found


@pytest.mark.parametrize("number", SIZES)
@pytest.mark.parametrize("kinds", [tuple(Available), *((each,) for each in Available)])
def test_every_moment_is_drawn_once_and_apart(number: int, kinds: tuple[Available, ...]) -> None:
    items = known(number, kinds)
    found = drawn_moments(items)
    assert sorted(mark.label for mark in found.marks) == sorted(item.label for item in items)
    assert apart([(mark.x, mark.y) for mark in found.marks], 22) == []
    for mark in found.marks:
        assert 11 <= mark.x <= found.width - 11
        assert found.line[1] < mark.y - 10
        assert mark.y + 11 < found.sign.y


def test_a_moment_stands_on_its_side_of_the_article_and_an_unknown_hour_across_its_line() -> None:
    found = drawn_moments(known(12))
    where = {item.label: item.available for item in known(12)}
    line = found.line[0]
    for mark in found.marks:
        match where[mark.label]:
            case Available.BEFORE:
                assert mark.x < found.band[0]
            case Available.AFTER:
                assert mark.x > found.band[0] + found.band[2]
            case _:
                bars = [re.fullmatch(r"M(\d+) (\d+)H(\d+)", bar) for bar in found.bars]
                left, right = next((int(bar[1]), int(bar[3])) for bar in bars if bar and float(bar[2]) == mark.y)
                assert left < line < right
                assert left < mark.x < right


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-07-08", Available.BEFORE),
        ("2024-07-09", Available.SAME_DAY),
        ("2024-11", Available.AFTER),
        ("2024-07", Available.UNKNOWN),
        ("2024", Available.UNKNOWN),
        ("2023", Available.BEFORE),
        ("unknown", Available.UNKNOWN),
    ],
)
def test_only_days_that_are_known_set_a_moment_before_or_after(on: str, expected: Available) -> None:
    assert against(Moment(on=on), ARTICLE) is expected


@pytest.mark.parametrize("number", SIZES)
def test_the_drawing_of_moments_says_in_words_what_it_shows(number: int) -> None:
    main = svg("moments_drawing", drawn_moments(known(number)))
    title, description = told(main)
    assert title == "What became public when, against the article"
    assert all(re.search(rf"\b{item.label}\b", description) for item in known(number))
    assert "Not to scale." in description


def test_nothing_is_drawn_of_nothing() -> None:
    assert moments([], ARTICLE) is None
    assert chorus(()) is None
    assert tree((), "t", "d").rings == ()
    assert tiles(SoFinding.SUPPORTED, 0).number == 0
    assert tally([]) == ()


def test_the_timeline_has_the_numbers_of_its_list(sample: Publication, real: Publication) -> None:
    for publication in (sample, real):
        view = next(case.pages(publication)).view
        listed = [str(line.number) for line in view.timeline if line.number]
        assert sorted(mark.label for mark in view.moments.marks) == sorted(listed)


def test_the_evidence_in_time_has_the_letters_of_its_list(real: Publication) -> None:
    for each in real.claims.values():
        shown = evidences(real, each)
        where = real.cases[each.appearances[0].case]
        listed = sorted(entry.letter for stage in chronology.stages(where, shown) for entry in stage.entries)
        found = chronology.drawn(where, shown)
        assert sorted(mark.label for mark in found.marks) == listed if found else not listed


# --- voices


def singers(number: int) -> list[Singer]:
    """Voices of three sides and of none, some with many claims, each passing on the words of the one before."""
    sides = ["A", "B", "C", ""]
    ordered = sorted(range(number), key=lambda index: (index % 4, index))
    return [
        Singer(str(at + 1), (index * 7) % 30, sides[index % 4], (str(at),) if at else ())
        for at, index in enumerate(ordered)
    ]


def drawn_voices(items: list[Singer]) -> Chorus:
    found = chorus(items)
    assert found
    return found


@pytest.mark.parametrize("number", SIZES)
def test_every_voice_has_its_ring_and_a_dot_for_each_assertion(number: int) -> None:
    items = singers(number)
    found = drawn_voices(items)
    assert [(voice.label, len(voice.dots)) for voice in found.voices] == [(one.number, one.claims) for one in items]
    assert apart([(voice.x, voice.y) for voice in found.voices], 26) == []
    assert apart([dot for voice in found.voices for dot in voice.dots], 12) == []
    assert apart([(clasp.x, clasp.y) for clasp in found.clasps], 26) == []
    assert all(dot[0] + 5 < 246 for voice in found.voices for dot in voice.dots), "dots end before the clasps"
    assert all(12 < voice.y < found.height - 12 for voice in found.voices)
    assert len(found.arcs) == len(found.heads) == number - 1


def test_the_voices_of_one_side_are_clasped_together() -> None:
    items = singers(9)
    found = drawn_voices(items)
    assert [clasp.label for clasp in found.clasps] == ["A", "B", "C"]
    assert [voice.full for voice in found.voices] == [not one.side for one in items]


def test_a_voice_of_very_many_assertions_says_what_a_dot_stands_for() -> None:
    found = drawn_voices([Singer("1", 600, "", ())])
    assert len(found.voices[0].dots) == 60
    assert "One dot stands for 10 assertions." in found.description


def test_the_drawing_of_voices_agrees_with_its_table(sample: Publication, real: Publication) -> None:
    for publication in (sample, real):
        found = next(case.pages(publication)).view.speakers
        assert [(str(each.number), each.claims) for each in found.voices] == [
            (voice.label, len(voice.dots)) for voice in found.drawing.voices
        ]
        assert [clasp.label for clasp in found.drawing.clasps] == [side.letter for side in found.sides]
        title, description = told(svg("chorus_drawing", found.drawing))
        assert title == "Who speaks, and on which side"
        for each in found.voices:
            assert f"{each.number}: {each.claims} assertion" in description


# --- findings


@pytest.mark.parametrize("finding", list(SoFinding))
@pytest.mark.parametrize("count", [0, 1, 10, 11, 40])
def test_a_finding_has_one_tile_for_each_assertion(finding: SoFinding, count: int) -> None:
    found = tiles(finding, count)
    assert (found.number, found.each) == (count, 1)
    for path in filter(None, (found.filled, found.lined)):
        assert len(re.findall("M", path)) == count
    starts = set(re.findall(r"M([\d.]+) ([\d.]+)", found.filled or found.lined))
    assert len(starts) == count
    assert all(float(x) < found.width and float(y) < found.height for x, y in starts)
    assert found.width <= 190


def test_no_two_findings_share_a_shape() -> None:
    shapes = {(tiles(each, 1).filled, tiles(each, 1).lined, each is SoFinding.NOT_CHECKABLE) for each in SoFinding}
    assert len(shapes) == len(SoFinding)


def test_very_many_assertions_share_tiles_on_one_scale() -> None:
    few, many = tally([SoFinding.UNRESOLVED] * 3 + [SoFinding.SUPPORTED] * 10_000)[::-1]
    assert few.tiles.each == many.tiles.each == 250
    assert (few.tiles.number, many.tiles.number) == (1, 40)


# --- outlines


def test_outlines_are_drawn_where_a_record_asks_for_them(real: Publication) -> None:
    asked = {slug for slug, each in real.claims.items() if each.figure}
    assert asked == {"footage-confirms-interceptor-at-okhmatdyt"}
    for page in claim.pages(real):
        assert (page.view.figure is not None) == (page.path.split("/")[1] in asked)


@pytest.mark.parametrize("drawing", list(Drawing))
def test_outlines_carry_letters_and_numbers_whose_words_stand_in_the_list(real: Publication, drawing: Drawing) -> None:
    some = next(iter(real.claims.values()))
    found = outlines(some.model_copy(update={"figure": Figure(drawing=drawing, caption="What to look for.")}))
    assert found
    main = svg("outlines_figure", found)
    title, description = told(main)
    assert title == drawing.label
    signs = [sign for shape in found.shapes for sign in shape.signs]
    drawn = [text.text for text in main.xpath(".//svg/text")]
    assert sorted(drawn) == sorted([shape.letter for shape in found.shapes] + [sign.label for sign in signs])
    listed = " ".join("".join(item.itertext()) for item in main.xpath(".//figcaption//li"))
    for words in (*(shape.words for shape in found.shapes), *(sign.words for sign in signs)):
        assert words in listed
        assert words in description
    assert apart([(each.x, each.y) for each in (*found.shapes, *signs)], 20) == []


# --- the origin tree


def clusters(number: int, sources: int) -> list[Cluster]:
    letters = [chr(ord("A") + index % 26) for index in range(number)]
    return [
        Cluster(label, tuple(Branch(letter, True, sources) for letter in letters[start::3]))
        for start, label in enumerate(("Against", "For", "Qualifying"))
        if letters[start::3]
    ]


@pytest.mark.parametrize("number", SIZES)
@pytest.mark.parametrize("sources", [1, 2, 7, 14])
def test_the_origin_tree_keeps_its_size_and_its_marks_apart(number: int, sources: int) -> None:
    found: Tree = tree(clusters(number, sources), "t", "d")
    assert found.width == 400, "letters have one size on every page"
    assert len(found.rings) == number
    assert all(len(ring.dots) == sources for ring in found.rings)
    assert apart([(ring.x, ring.y) for ring in found.rings], 24) == []
    assert apart([dot for ring in found.rings for dot in ring.dots], 11) == []
    for ring in found.rings:
        assert all(5 <= x <= 395 and y + 5 <= found.height for x, y in ring.dots)
    for bracket in found.brackets:
        half = 4 * len(bracket.label)
        assert half <= bracket.x <= 400 - half, f"{bracket.label} is cut"
