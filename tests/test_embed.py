"""The card of a claim, alone and in the frame of another site, and the file that tells a machine of it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

import hostile
import invented
import serving
from press import addresses, edition
from press.exports import oembed
from press.graph import Publication
from press.leaves import HeadLink, Site
from press.pages.part.sharing import NARROWEST, card_height, claim_sharing, discovery, frame, named
from sound import faults

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/some/path/")
EVER = "library-open-longer-than-ever"
DOCUMENT, STYLES = 4096, 2048


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own records, pages and styles, to be built: cards are measured with real sentences."""
    root = tmp_path_factory.mktemp("embed")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, root / name)
    (root / "scripts").symlink_to(ROOT / "scripts")
    return root


@pytest.fixture(scope="module")
def publication(root: Path) -> Publication:
    return edition.examine(root)[0]


@pytest.fixture(scope="module")
def invented_publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("invented")))[0]


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Where the site is served; it is built without an address, which the cards do not need."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    with serving.server(root / "site") as server:
        yield serving.address(server)


# --- the card


def test_every_claim_has_a_card_of_a_few_kilobytes(root: Path, address: str, publication: Publication) -> None:
    assert publication.claims
    for slug in publication.claims:
        data = (root / "site" / addresses.embed(slug) / "index.html").read_bytes()
        assert len(data) <= DOCUMENT, slug
    assert len((root / "site/assets/embed.css").read_bytes()) <= STYLES


def test_a_card_holds_no_script_and_forbids_all(root: Path, address: str, publication: Publication) -> None:
    for slug in publication.claims:
        card = html.parse(str(root / "site" / addresses.embed(slug) / "index.html"))
        assert card.xpath("//script | //img | //iframe | //@style | //style | //@*[starts-with(name(), 'on')]") == []
        (policy,) = card.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == "default-src 'none'; style-src 'self'; img-src data:"
        assert card.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert set(card.xpath("//a/@target")) == {"_top"}


def test_the_finding_comes_before_the_assertion_and_in_the_same_heading(root: Path, address: str) -> None:
    card = html.parse(str(root / "site" / addresses.embed("russia-does-not-strike-civilian-targets") / "index.html"))
    (heading,) = card.xpath("//h1")
    said = " ".join(heading.text_content().split())
    assert said.startswith("Contradicted High confidence")
    assert said.endswith("Russia does not strike civilian targets in Ukraine")
    assert card.xpath("string(//title)").startswith("Contradicted: “")
    whole = " ".join(card.xpath("string(//main)").split())
    for part in ("Was it said? Said, but reworded", "Claim by Claim, version 1", "Finding as of 22 November 2026"):
        assert part in whole


FRAMED = """([address, height, width]) => { document.body.innerHTML =
  `<iframe src="${address}" width="${width}" height="${height}"></iframe>`; }"""
CUT = """() => { const e = document.scrollingElement; return [e.scrollHeight - innerHeight, e.scrollWidth - innerWidth,
  ...[...document.querySelectorAll('main *')].map(e => Math.ceil(e.getBoundingClientRect().right) - innerWidth)]
  .filter(over => over > 0); }"""

# How much of the card stands empty between the short answer and the foot.
EMPTY = """() => document.querySelector('.foot').getBoundingClientRect().top
  - document.querySelector('.foot').previousElementSibling.getBoundingClientRect().bottom"""

# Sets the letters of the card as wide apart as those of DejaVu, the widest that readers are likely to have: how much of
# the card is left empty shall not depend on the fonts of the machine. Its average letter, in em, was measured over the
# same sentence in November 2026: 0.515 in the serif and 0.567 in its bold.
AS_WIDE = """() => { const pen = document.createElement('canvas').getContext('2d');
  const text = 'the quick brown fox jumps over a lazy dog, and Then it sleeps';
  for (const each of document.querySelectorAll('h1, .who, main > p')) {
    const {font, fontSize, fontWeight} = getComputedStyle(each);
    pen.font = font;
    const own = pen.measureText(text).width / text.length / parseFloat(fontSize);
    each.style.letterSpacing = `${Math.max(0, (fontWeight >= 600 ? 0.567 : 0.515) - own)}em`;
  } }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_narrow_frame_nothing_is_cut_and_only_the_style_sheet_is_asked_for(
    chromium: Browser, address: str, publication: Publication, scheme: str
) -> None:
    context = chromium.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + "robots.txt")  # any page; an answer in plain text has no policy of its own
    page.set_content("<!doctype html><title>Another site</title>")
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.on("console", lambda said: complaints.append(said.text) if "policy" in said.text.lower() else None)
    for slug, claim in publication.claims.items():
        asked.clear()
        height = card_height(publication, claim)
        page.evaluate(FRAMED, [address + addresses.embed(slug), height, NARROWEST])
        card = page.wait_for_selector("iframe").content_frame()
        assert card
        card.wait_for_load_state("load")
        assert asked == [addresses.embed(slug), "assets/embed.css"]
        assert card.evaluate(CUT) == [], slug
        card.evaluate(AS_WIDE)
        assert card.evaluate(CUT) == [], slug
        assert card.evaluate(EMPTY) < 120, slug
    assert complaints == []
    context.close()


def test_a_frame_that_is_too_low_would_be_noticed(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": NARROWEST, "height": 300})
    page.goto(address + addresses.embed("russia-does-not-strike-civilian-targets"))
    assert page.evaluate(CUT)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, address: str, publication: Publication, scheme: str) -> None:
    context = chromium.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": NARROWEST, "height": 600},
    )
    page = context.new_page()
    by_finding = {claim.so.finding: slug for slug, claim in publication.claims.items()}
    assert len(by_finding) == 6
    for slug in by_finding.values():
        page.goto(address + addresses.embed(slug))
        assert faults(page) == ""
        link = page.locator("a").bounding_box()
        assert link
        assert link["height"] >= 24
    context.close()


def test_in_forced_colours_a_stamp_keeps_its_edge_its_word_and_its_shape(
    chromium: Browser, address: str, publication: Publication
) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    for slug, claim in publication.claims.items():
        page.goto(address + addresses.embed(slug))
        stamp = page.locator(".so")
        edge, ground, ink = stamp.evaluate(
            "e => (s => [parseFloat(s.borderTopWidth), s.backgroundColor, s.color])(getComputedStyle(e))"
        )
        assert edge >= 1
        assert ground != ink
        assert stamp.inner_text() == claim.so.finding.label
        assert stamp.locator("svg").is_visible()
    context.close()


def test_the_link_leaves_the_frame(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    slug = "russia-does-not-strike-civilian-targets"
    page.goto(address + "robots.txt")  # any page; an answer in plain text has no policy of its own
    page.set_content("<!doctype html><title>Another site</title>")
    page.evaluate(FRAMED, [address + addresses.embed(slug), 600, NARROWEST])
    page.frame_locator("iframe").get_by_role("link").click()
    page.wait_for_url(address + f"claims/{slug}/")
    page.close()


# --- the block that hands it on

CASE = "cases/hospital-strike-denial/"


def test_without_script_the_texts_stand_open_and_there_is_no_button(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + CASE)
    block = page.locator("#cite")
    assert "Claim by Claim. A denial, the day after a hospital was hit: 23 assertions" in block.inner_text()
    assert "Add the address of this page; it stays." in block.inner_text()
    assert block.locator("pre").count() == 2
    assert block.get_by_role("button").count() == 0
    context.close()


@pytest.mark.parametrize("granted", [True, False])
def test_a_button_copies_its_text_and_says_so(chromium: Browser, address: str, granted: bool) -> None:
    """Also where the browser has no clipboard for scripts, by way of the selection."""
    context = chromium.new_context()
    if granted:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', {get: () => undefined})")
    page = context.new_page()
    page.goto(address + CASE)
    block = page.locator("#cite .copy").first
    block.get_by_role("button", name="Copy the citation").click()
    block.get_by_text("Copied").wait_for()
    assert block.get_by_role("status").inner_text() == "Copied"
    text = block.locator("p").inner_text()
    if granted:
        assert page.evaluate("navigator.clipboard.readText()") == text
    else:
        assert page.evaluate("String(getSelection())").strip() == text
    context.close()


# --- oEmbed


def test_the_file_has_the_fields_that_oembed_asks_for(invented_publication: Publication) -> None:
    """Field by field, by sections 2.3.4 and 2.3.4.4 of https://oembed.com/."""
    files = {file.path: json.loads(file.data) for file in oembed.files(invented_publication, SITE)}
    assert set(files) == {f"embed/claims/{slug}/oembed.json" for slug in invented_publication.claims}
    told = files[addresses.oembed(EVER)]
    assert told.pop("version") == "1.0"  # required, and this text
    assert told.pop("type") == "rich"  # required; asks for html, width and height
    code = html.fragment_fromstring(told.pop("html"))
    assert code.tag == "iframe"
    assert code.get("src") == "https://claims.millbrook.test/some/path/embed/claims/library-open-longer-than-ever/"
    assert code.get("title").startswith("Contradicted: “The library will be open longer than ever before”")
    width, height = told.pop("width"), told.pop("height")
    assert (code.get("width"), code.get("height")) == (str(width), str(height))
    assert (type(width), type(height)) == (int, int)
    assert told.pop("title") == "Contradicted: “The library will be open longer than ever before”"
    assert told.pop("provider_name") == "Claim by Claim"
    assert told.pop("provider_url") == SITE.url
    assert told.pop("cache_age") == 86_400
    # The three of a thumbnail come together or not at all.
    assert told.pop("thumbnail_url") == "https://claims.millbrook.test/some/path/pictures/finding-contradicted.png"
    assert (told.pop("thumbnail_width"), told.pop("thumbnail_height")) == (1200, 630)
    assert told == {}, "a field that the specification does not name"


def test_without_an_address_there_is_neither_file_nor_code(invented_publication: Publication) -> None:
    assert list(oembed.files(invented_publication, Site())) == []
    sharing = claim_sharing(invented_publication, invented_publication.claims[EVER], Site())
    assert (sharing.url, sharing.frame, sharing.card) == ("", "", addresses.embed(EVER))


def test_the_page_of_a_claim_can_name_the_file(invented_publication: Publication) -> None:
    assert discovery(invented_publication.claims[EVER]) == HeadLink(
        rel="alternate",
        type="application/json+oembed",
        title="Contradicted: “The library will be open longer than ever before”",
        path="embed/claims/library-open-longer-than-ever/oembed.json",
        whole=True,
    )


@pytest.mark.parametrize("text", hostile.TEXTS.values())
def test_hostile_text_stays_text_in_the_code(invented_publication: Publication, text: str) -> None:
    claim = invented_publication.claims[EVER].model_copy(update={"title": " ".join(text.split())})
    code = html.fragment_fromstring(frame(invented_publication, claim, SITE))
    assert sorted(code.attrib) == ["height", "loading", "src", "style", "title", "width"]
    assert len(code) == 0
    assert code.get("title") == f"{named(claim)}. Claim by Claim"
