"""The built site in a real browser, below a sub-path: every kind of page, at every depth."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

import links
from building import Built
from kinds import one_of_each_kind
from sound import faults

ROOT = Path(__file__).parent.parent


KINDS = one_of_each_kind()


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """One window that goes from page to page, as a reader's does: to open one for each page takes five times longer."""
    page = chromium.new_page(reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """The same without scripts."""
    page = chromium.new_page(reduced_motion="reduce", java_script_enabled=False)
    yield page
    page.close()


@contextmanager
def listening(page: Page, home: str) -> Iterator[list[str]]:
    """What a page asks for elsewhere than at `home`, and every error that it prints, from now on."""
    complaints: list[str] = []

    def asked(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https") and url.netloc != urlsplit(home).netloc:
            complaints.append(f"third party: {url.geturl()}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"console: {message.text}")

    def thrown(error: object) -> None:
        complaints.append(f"error: {error}")

    def failed(request: Request) -> None:
        complaints.append(f"failed: {request.url}")

    heard = {"console": said, "pageerror": thrown, "requestfailed": failed, "request": asked}
    for event, hear in heard.items():
        page.on(event, hear)  # type: ignore[call-overload]
    yield complaints
    for event, hear in heard.items():
        page.remove_listener(event, hear)


def test_every_kind_of_page_is_visited() -> None:
    printed = {"cases", "claims", "comparisons", "sources", "voices", "techniques", "terms", "explore", "corrections"}
    printed |= {"embed", "lessons", "stories"}
    docs = ROOT / "docs"
    files = {file.relative_to(docs).with_suffix("").parts[0] for file in docs.rglob("*.md")}
    written = {"" if name == "index" else name for name in files} | {"404.html"}
    assert {"", "method", "guide", "content-note", "privacy"} < written
    assert {path.split("/")[0] for path in KINDS} == printed | written


def test_no_link_is_broken_and_no_id_stands_twice(built: Built) -> None:
    assert links.faults(built.folder, built.address) == []


@pytest.mark.parametrize("path", KINDS)
def test_a_page_complains_of_nothing_asks_nobody_else_and_is_sound_in_every_window(
    built: Built, reader: Page, path: str
) -> None:
    with listening(reader, built.address) as complaints:
        reader.goto(built.address + path)
        assert reader.locator("h1").count() == 1
        assert reader.locator("html").get_attribute("lang") == "en"
        reader.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for scheme in ("light", "dark"):
            reader.emulate_media(color_scheme=scheme)
            for width in (390, 1280):
                reader.set_viewport_size({"width": width, "height": 900})
                assert faults(reader) == ""
        reader.set_viewport_size({"width": 320, "height": 800})
        assert reader.evaluate("document.documentElement.scrollWidth") <= 320
        reader.wait_for_load_state("networkidle")
        assert complaints == []


def test_what_a_page_complains_of_is_heard(built: Built, reader: Page) -> None:
    with listening(reader, built.address) as complaints:
        reader.goto(built.address)
        reader.evaluate(
            """async () => {
              console.warn("a warning");
              setTimeout(() => { throw Error("an error") });
              const lost = new Image();
              lost.src = "http://127.0.0.2:9/lost.png";
              await fetch("nothing-is-here.txt").catch(() => {});
              await new Promise((done) => { setTimeout(done, 100) });
            }"""
        )
    told = " ".join(complaints)
    assert all(each in told for each in ("console: a warning", "error: an error", "third party: http://127.0.0.2:9"))
    assert "404" in told


def test_the_front_page_leads_to_a_claim_and_back_to_the_article_map(built: Built, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(built.address)
    page.locator("main a[href*='claims/']").first.click()
    assert "/claims/" in page.url
    heading = page.locator("h1").evaluate("heading => heading.lastChild.textContent.trim()")  # behind its speaker
    page.locator("main a[href*='cases/']").first.click()
    assert "/cases/" in page.url
    assert page.get_by_role("link", name=heading).count() >= 1
    page.close()


def test_the_header_search_finds_a_claim_from_any_depth(built: Built, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(built.address + "claims/ukrainian-interceptor-hit-okhmatdyt/", wait_until="networkidle")
    page.locator(".find").click()
    page.keyboard.type("interceptor")
    result = page.locator(".seek__found a").first
    result.wait_for()
    result.click()
    page.wait_for_load_state()
    assert page.url.startswith(built.address)
    assert page.locator("h1").count() == 1
    page.close()


# What a script alone can work stands in the page hidden and marked. A link or a table would be something to read, so
# none may hide behind the mark.
FOR_SCRIPTS = """() => [...document.querySelectorAll("[data-script]")].map(each => {
  const found = {shown: each.innerText.trim() !== "" && each.checkVisibility({visibilityProperty: true}),
                 reads: !!each.querySelector("a, table, article, section, h1, h2, h3, blockquote")};
  each.remove();
  return found;
})"""


@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_whole_without_script(built: Built, reader: Page, plain: Page, path: str) -> None:
    def words(page: Page, *, script: bool) -> str:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(built.address + path)
        for each in page.evaluate(FOR_SCRIPTS):
            assert script or not each["shown"], "a control is dead without script"
            assert not each["reads"], "what one reads is hidden behind the mark of a control"
        return " ".join(page.locator("main").inner_text().split())

    without = words(plain, script=False)
    assert len(without) > 40
    assert without == words(reader, script=True)


# What has the focus: where it is, whether it can be seen, whether anything else lies over it, and what marks it.
FOCUS = """() => {
  const focused = document.activeElement, each = focused;
  const box = each.getClientRects()[0] || each.getBoundingClientRect(), look = getComputedStyle(each);
  const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    name: focused.tagName + " " + (focused.getAttribute("href") || focused.ariaLabel ||
      (focused.labels?.[0] || focused).textContent).trim(),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    covered: !!above && !each.contains(above) && !above.contains(each),
    marked: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0 || look.boxShadow !== "none",
  };
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "claims/ukrainian-interceptor-hit-okhmatdyt/", "explore/", "guide/"])
def test_forty_tabs_lead_on_and_each_place_can_be_seen(built: Built, chromium: Browser, path: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(built.address + path)
    found = []
    for _ in range(40):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUS))
    page.close()
    walked = [each for each in found if not each["name"].startswith("BODY")]
    assert len({each["name"] for each in walked}) >= min(20, len(walked)) > 10, "the focus is caught"
    assert [each for each in walked if not each["inside"] or each["covered"] or not each["marked"]] == []
