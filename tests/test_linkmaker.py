"""A link to hand on: its code is read back from pictures of the page, and nothing of it is there without an address."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page

import invented
from press import edition, render
from press.graph import Publication
from press.leaves import Site
from press.pages.part.linkmaker import LinkMaker, claim_link, lesson_link

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/some/path/")
LONG = Site(f"https://claims.millbrook.test/{'far/' * 60}")
EVER = "library-open-longer-than-ever"
# Every style of the site: whichever of them a page loads, none may touch the code.
STYLES = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs/assets/css").glob("*.css")))


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("links")))[0]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page(viewport={"width": 360, "height": 800})
    yield opened
    opened.close()


def printed(link: LinkMaker) -> str:
    module = render.environment(lambda *_: "").get_template("part/linkmaker.html.jinja").module
    return str(module.link_maker(link))  # type: ignore[attr-defined]


def decoded(picture: bytes) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))]


LOOKS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "dark", "forced_colors": "active"},
    {"media": "print"},
]


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "forced colours", "print"])
@pytest.mark.parametrize("site", [SITE, LONG], ids=["short", "long"])
def test_a_phone_reads_the_code(page: Page, publication: Publication, look: dict[str, str], site: Site) -> None:
    link = claim_link(publication, publication.claims[EVER], site)
    page.emulate_media(**look)  # type: ignore[arg-type]
    page.set_content(f"<!doctype html><style>{STYLES} html {{ background: Canvas }}</style>{printed(link)}")
    assert decoded(page.locator("svg.code").screenshot()) == [site.whole(f"claims/{EVER}/")]


def test_the_code_has_its_quiet_edge_and_is_black_on_white(page: Page, publication: Publication) -> None:
    link = claim_link(publication, publication.claims[EVER], SITE)
    page.emulate_media(color_scheme="dark")
    page.set_content(f"<!doctype html><style>{STYLES}</style>{printed(link)}")
    picture = Image.open(io.BytesIO(page.locator("svg.code").screenshot())).convert("L")
    picture = picture.crop((2, 2, picture.width - 2, picture.height - 2))  # the ground shows through half a pixel
    module = picture.width / link.code.size  # type: ignore[union-attr]
    edge = int(4 * module) - 2
    strips = [picture.crop((0, 0, picture.width, edge)), picture.crop((0, 0, edge, picture.height))]
    assert {low for strip in strips for low in strip.getextrema()} == {255}
    assert picture.getextrema() == (0, 255)
    assert picture.width >= 160


def test_the_code_is_named_by_its_address(publication: Publication) -> None:
    tree = html.fragment_fromstring(printed(claim_link(publication, publication.claims[EVER], SITE)), "div")
    (code,) = tree.iter("svg")
    assert (code.get("role"), code.get("aria-label")) == ("img", f"QR code of {SITE.url}claims/{EVER}/")
    assert tree.xpath("//@style | //script | //img | //@onclick") == []


def test_a_text_to_paste_tells_the_finding_before_the_assertion(publication: Publication) -> None:
    text = claim_link(publication, publication.claims[EVER], SITE).text
    assert text.startswith("Contradicted, as of ")
    assert text.index("Contradicted") < text.index("“The library will be open longer than ever before”")
    assert text.endswith(f" {SITE.url}claims/{EVER}/")


def test_a_lesson_is_shared_by_its_route(publication: Publication) -> None:
    lesson = publication.lessons["who-promised-what"]
    case, parallel = (lesson_link(lesson, route, SITE) for route in lesson.routes)
    assert case.url == f"{SITE.url}lessons/who-promised-what/"
    assert parallel.url == f"{SITE.url}lessons/who-promised-what/parallel/"
    assert "for ages 11 to 13, or any age: “Who promised what?”" in parallel.text
    assert "invented" in parallel.text


def test_the_way_into_a_classroom_is_a_plain_link_that_says_so(publication: Publication) -> None:
    link = claim_link(publication, publication.claims[EVER], Site("https://a.test/x/"))
    assert link.classroom == f"https://classroom.google.com/share?url=https%3A%2F%2Fa.test%2Fx%2Fclaims%2F{EVER}%2F"
    words = " ".join(html.fragment_fromstring(printed(link), "div").text_content().split())
    assert "This link leaves our site" in words


def test_without_an_address_there_is_no_link_and_the_page_says_so(publication: Publication) -> None:
    lesson = publication.lessons["who-promised-what"]
    claim = claim_link(publication, publication.claims[EVER], Site())
    for link in (claim, lesson_link(lesson, lesson.routes[0], Site())):
        tree = html.fragment_fromstring(printed(link), "div")
        assert tree.xpath(".//a | .//svg | .//button | .//pre") == []
        assert "does not know its own address" in tree.text_content()
        assert link.what in tree.text_content()
