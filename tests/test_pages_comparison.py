"""Comparison texts on the pages: their own page, the counts side by side, and everywhere they are named."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

import invented
from press import graph
from press.graph import Publication
from press.graph.publication import Publication as Records
from press.leaves import Page
from press.pages import PAGES, case, comparison, indexes, source, technique, telling, voice
from press.pages.part.changes import changes
from press.pages.part.comparing import Comparing, comparing, texts_of
from press.records import Correction
from press.records.vocabulary import CorrectionKind, Measure
from press.render import Renderer

TEXT = "comparisons/gazette-on-the-speech/"
CASE = "cases/library-hours/"


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = invented.lay_out(tmp_path_factory.mktemp("comparison"))
    return graph.without_drafts(graph.assemble(invented.sound(root))[0])


def changed(publication: Publication, *records: Any) -> Publication:
    """The publication with these records in place of those of the same name, or added."""
    documents = dict(publication.documents)
    for record in records:
        documents.setdefault(record.ref, next(iter(documents.values())))
    found = publication.records | {each.ref: each for each in records}
    return Records(found, publication.gone, documents, publication.unfit)


def without(publication: Publication) -> Publication:
    """The publication without its comparison text."""
    found = {key: record for key, record in publication.records.items() if key[0] != "comparison"}
    return Records(found, publication.gone, publication.documents, publication.unfit)


def body(publication: Publication, page: Page) -> html.HtmlElement:
    return html.fragment_fromstring(Renderer(publication).leaf(page).body, create_parent="main")


def words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def side_by_side(publication: Publication) -> Comparing:
    examined = publication.cases["library-hours"]
    return comparing(publication, examined, texts_of(publication, examined))


def counts(found: Comparing) -> dict[tuple[str, str], list[str]]:
    return {
        (block.name, line.name): [cell.value for cell in line.cells] for block in found.blocks for line in block.lines
    }


def test_the_article_and_the_text_are_counted_alike(publication: Publication) -> None:
    found = counts(side_by_side(publication))
    assert found["What was read", "Words"] == ["115", "40"]
    assert found["What was read", "How much of it"] == ["Whole", "In part"]
    assert found["Who speaks", "Voices"] == ["2", "2"]
    assert found["Who speaks", "Their interest: the council"] == ["1", "1"]
    assert found["Who speaks", "No known interest"] == ["1", "1"]
    assert found["What its sentences hold", Measure.ACCUSED.label] == ["2", "1"]
    assert found["Techniques marked", "All"] == ["1", "1"]
    assert found["Techniques marked", "Clear"] == ["1", "0"]
    assert found["Techniques marked", "Arguable"] == ["0", "1"]
    assert found["Technique by technique", "Glittering promise"] == ["1", "1"]


def test_every_measure_is_a_line_with_its_definition(publication: Publication) -> None:
    block = next(each for each in side_by_side(publication).blocks if each.name == "What its sentences hold")
    assert [(line.name, line.definition) for line in block.lines] == [(each.label, each.definition) for each in Measure]


def test_an_article_that_nobody_counted_says_so(publication: Publication) -> None:
    uncounted = publication.cases["library-hours"].model_copy(update={"counts": ()})
    found = counts(side_by_side(changed(publication, uncounted)))
    assert found["What its sentences hold", Measure.DOUBT.label] == ["not counted", "0"]


def test_the_same_words_under_two_claims_count_once(publication: Publication) -> None:
    claim = publication.claims["library-open-longer-than-ever"]
    other = publication.claims["mayor-promised-longer-hours"].model_copy(update={"techniques": claim.techniques})
    assert counts(side_by_side(changed(publication, other)))["Techniques marked", "All"] == ["1", "1"]


def test_the_case_shows_the_counts_and_what_they_cannot_show(publication: Publication) -> None:
    (short,) = body(publication, next(case.pages(publication))).xpath("//*[@id='comparison']/following-sibling::p[1]")
    assert short.xpath(f".//a[contains(@href, '{TEXT}')]")
    assert short.xpath(".//a[contains(@href, 'telling/#comparison')]")
    (section,) = body(publication, next(telling.pages(publication))).xpath("//*[@id='comparison']")
    assert len(section.xpath(".//table//thead//th")) == 3
    assert all(len(row.xpath("td")) == 2 for row in section.xpath(".//tbody/tr[td]"))
    assert "They do not measure truth" in words(section)
    assert "The promise and the denial." in words(section)
    assert section.xpath(f".//h3/a[contains(@href, '{TEXT}')]")


def test_a_case_without_comparison_texts_has_no_such_section(publication: Publication) -> None:
    bare = without(publication)
    assert body(bare, next(case.pages(bare))).xpath("//*[@id='comparison']") == []
    listed = next(page for page in indexes.pages(bare) if page.path == "comparisons/")
    assert "No comparison text has been published yet" in words(body(bare, listed))


def test_the_page_of_a_text_shows_what_was_read_and_marked(publication: Publication) -> None:
    (planned,) = comparison.pages(publication)
    assert planned.path == TEXT
    assert planned.search
    assert planned.title == "The next town's paper on the speech: a comparison text"
    text = words(body(publication, planned))
    for part in ("In part: 40 words, 3 sentences.", "footage of the strike", "as long as the river", "Nobody takes a"):
        assert part in text
    assert "“a splendid promise”" in text  # no technique shows it
    assert "In the comparison text" not in text  # it is this page


def test_a_technique_keeps_its_uses_in_texts_apart(publication: Publication) -> None:
    page = body(publication, next(technique.pages(publication)))
    (seen,), (compared,) = page.xpath("//*[@id='seen']"), page.xpath("//*[@id='compared']")
    assert "longer than ever" in words(seen)
    assert "as long as the river" not in words(seen)
    assert "In the comparison text: River Gazette" in words(compared)


def test_sources_and_voices_name_the_text(publication: Publication) -> None:
    pages = {page.path: page for maker in (source.pages, voice.pages) for page in maker(publication)}
    assert "Read as a comparison text" in words(body(publication, pages["sources/gazette-speech/"]))
    assert "Carries a comparison text" in words(body(publication, pages["sources/radio-speech/"]))
    assert "Linked from" in words(body(publication, pages["sources/bell-log-scan/"]))
    assert "Comparison texts in which it speaks" in words(body(publication, pages["voices/ada-finch/"]))
    assert "Comparison texts in which it speaks" not in words(body(publication, pages["voices/millbrook-radio/"]))


def test_a_correction_of_a_text_touches_its_case(publication: Publication) -> None:
    correction = Correction(
        slug="counted-again",
        corrects="comparison:gazette-on-the-speech",
        on="2024-10-01",
        kind=CorrectionKind.FACT,
        what="A sentence was counted twice.",
        before="Two.",
        after="One.",
        why="A reader counted again.",
    )
    after = changed(publication, correction)
    (change,) = changes(after, [correction])
    assert change.record.address == TEXT
    assert CASE in {link.address for link in change.touches}
    assert "version 2" in words(body(after, next(comparison.pages(after))))
    assert "A sentence was counted twice." in words(body(after, next(case.pages(after))))


def test_every_text_has_one_page(publication: Publication) -> None:
    paths = [page.path for maker in PAGES for page in maker(publication) if page.path.startswith("comparisons/")]
    assert sorted(paths) == ["comparisons/", TEXT]


def test_a_folder_of_its_own_holds_the_texts() -> None:
    assert list(Path(invented.SAMPLE, "data/comparisons").glob("*.yml"))
