"""The page of a case in a real browser: its length on a phone and on paper, its map, its drawings, and old anchors."""

import gzip
import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import building
import serving
from building import Built

CASE = "cases/hospital-strike-denial/"
BELOW = [CASE + name for name in ("missing/", "telling/", "article/")]

MOST_PAGES = 8  # of A4, with everything unfolded
TALLEST = 14_500  # CSS pixels in a window of 390; with the widest of the fonts that the style sheet falls back to
HEAVIEST = 16 * 1024  # bytes of the document, gzip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The real publication as it is where nobody has said yet where it will stand."""
    folder = tmp_path_factory.mktemp("case") / "site"
    with serving.server(folder) as server:
        building.build(folder, "")
        yield Built(folder, serving.address(server))


def opened(chromium: Browser, built: Built, path: str = CASE, width: int = 390, **more: object) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce", **more)
    page.goto(built.address + path, wait_until="networkidle")
    return page


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def printed(page: Page) -> PdfReader:
    unfold(page)
    return PdfReader(BytesIO(page.pdf(format="A4", print_background=False)))


def letters(text: str) -> str:
    """The text without white space and ligatures, which a PDF sets as it likes."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_the_case_prints_on_few_pages_and_loses_no_heading(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    paper = printed(page)
    assert len(paper.pages) <= MOST_PAGES
    text = letters("".join(each.extract_text() for each in paper.pages))
    headings = page.locator("main :is(h1, h2, h3), main summary").all_text_contents()
    assert len(headings) > 20
    visible = [letters(re.sub(r": .*", "", each)) for each in headings]
    assert [each for each in visible if each not in text] == []
    for row in page.locator("#claims tbody th > a").all_text_contents():
        assert letters(row) in text
    page.close()


def test_what_is_printed_lies_inside_its_column(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built, width=700)
    page.emulate_media(media="print")
    unfold(page)
    wide = page.evaluate(
        """[...document.querySelectorAll('.case > .part')].flatMap(part => {
          const room = Math.max(...[...part.getClientRects()].map(each => each.width)) + 1
          return [...part.querySelectorAll('table, figure, p, ol')].filter(each =>
            each.getClientRects().length && [...each.getClientRects()].some(rect => rect.width > room)).map(each =>
            part.id + ' ' + each.tagName)})"""
    )
    assert wide == []
    page.close()


def test_addresses_are_printed_only_where_they_lead_off_the_site(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    text = letters("".join(each.extract_text() for each in printed(page).pages))
    assert "https://www.rt.com/russia/" in text
    assert "../claims/" not in text
    assert serving.PREFIX not in text
    page.close()


def test_the_case_is_short_on_a_phone_and_light_on_the_wire(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST
    page.close()
    assert len(gzip.compress((built.folder / CASE / "index.html").read_bytes(), 9)) <= HEAVIEST


def test_forced_colours_keep_every_mark_of_a_drawing(built: Built, chromium: Browser) -> None:
    """A ring is drawn in the colour of text on the colour of the page, and a dot is not lost."""
    page = opened(chromium, built, forced_colors="active")
    colours = page.evaluate(
        """(() => {
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.cssText = 'color: CanvasText; background: Canvas; forced-color-adjust: none'
          const [ink, paper] = [getComputedStyle(probe).color, getComputedStyle(probe).backgroundColor]
          const of = (what, how) => [...document.querySelectorAll(what)].map(each => getComputedStyle(each)[how])
          return {ink, paper, strokes: of('.drawn :is(.ln, .dots)', 'stroke'), grounds: of('.drawn .ground', 'fill'),
            words: of('.drawn text', 'fill')}})()"""
    )
    assert colours["ink"] != colours["paper"]
    for kind, expected in (("strokes", "ink"), ("grounds", "paper"), ("words", "ink")):
        assert colours[kind]
        assert set(colours[kind]) == {colours[expected]}, kind
    page.close()


def test_a_phrase_tells_its_finding_to_who_cannot_see_its_underline(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    phrases = page.locator(".map a.mark")
    assert phrases.count() >= 23
    findings = ("supported", "partly supported", "unsupported", "contradicted", "unresolved", "not checkable")
    told = phrases.all_text_contents()
    assert [each for each in told if not each.endswith(tuple(f" ({finding})" for finding in findings))] == []
    assert page.get_by_role("list").filter(has=page.locator(".map__text")).count() == 1
    page.close()


def test_every_paragraph_is_its_own_address(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    links = page.locator(".map__no")
    assert links.count() == page.locator(".map > li").count() == 11
    for link, place in zip(links.all(), page.locator(".map > li").all(), strict=True):
        assert link.get_attribute("href") == f"#{place.get_attribute('id')}"
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    links.nth(3).click()
    assert page.url.endswith("#paragraph-3")
    page.close()


def test_what_moved_to_a_page_of_its_own_is_led_to_from_where_it_stood(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built)
    for anchor in ("before", "map", "techniques", "comparison", "provenance", "why", "changes", "cite", "question-1"):
        assert page.locator(f"#{anchor}").count() == 1, anchor
    pages = {"techniques": "telling/", "provenance": "article/", "timeline": "article/#timeline", "missing": "missing/"}
    for anchor, path in pages.items():
        assert page.locator(f"#{anchor} a[href*='{path}']").count() >= 1, anchor
    omissions = [each.get_attribute("id") for each in page.locator("#missing section").all()]
    assert len(omissions) == 6
    page.goto(built.address + BELOW[0])
    assert [each.get_attribute("id") for each in page.locator("main section").all()] == omissions
    page.close()


def test_a_name_with_a_hyphen_and_a_number_is_never_broken(built: Built, chromium: Browser) -> None:
    page = opened(chromium, built, width=320)
    names = page.locator("main .nb")
    assert "Kh-101" in names.all_text_contents()
    whole = "[...document.querySelectorAll('main .nb')].every(each => each.getClientRects().length <= 1)"
    assert page.evaluate(whole)
    bare = page.evaluate(
        """(() => { const found = [], walk = document.createTreeWalker(document.querySelector('main'), 4)
          while (walk.nextNode()) if (/Kh-101/.test(walk.currentNode.data) &&
            !walk.currentNode.parentElement.closest('.nb, svg')) found.push(walk.currentNode.data)
          return found })()"""
    )
    assert bare == []
    page.close()
