"""The built site in a real browser, below a sub-path: every kind of page, at every depth."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

import links
from building import Built
from kinds import one_of_each_kind
from sound import faults

ROOT = Path(__file__).parent.parent


KINDS = one_of_each_kind()


def visit(page: Page, built: Built, path: str) -> list[str]:
    """Open a page; what it asked for elsewhere, and every error that it printed."""
    complaints: list[str] = []
    home = urlsplit(built.address).netloc
    page.on("console", lambda said: said.type in ("error", "warning") and complaints.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))

    def asked(request: object) -> None:
        url = urlsplit(request.url)  # type: ignore[attr-defined]
        if url.scheme in ("http", "https") and url.netloc != home:
            complaints.append(f"third party: {url.geturl()}")

    page.on("request", asked)
    page.goto(built.address + path, wait_until="networkidle")
    return complaints


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
def test_a_page_opens_without_complaint_and_asks_nobody_else(built: Built, chromium: Browser, path: str) -> None:
    page = chromium.new_page()
    assert visit(page, built, path) == []
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_a_page_has_no_fault_of_accessibility_and_fits_every_window(built: Built, chromium: Browser, path: str) -> None:
    page = chromium.new_page(reduced_motion="reduce")
    page.goto(built.address + path)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert faults(page) == ""
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


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
def test_a_page_is_whole_without_script(built: Built, chromium: Browser, path: str) -> None:
    def words(script: bool) -> str:
        context = chromium.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(built.address + path)
        for each in page.evaluate(FOR_SCRIPTS):
            assert script or not each["shown"], "a control is dead without script"
            assert not each["reads"], "what one reads is hidden behind the mark of a control"
        text = page.locator("main").inner_text()
        context.close()
        return " ".join(text.split())

    without = words(script=False)
    assert len(without) > 40
    assert without == words(script=True)


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
