"""Reading aids on the built site: previews by mouse, keyboard and touch, warnings before links, and Judge first."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as tree
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from building import ROOT, Built
from press import edition
from press.graph import Publication
from press.pages.part.citations import ARCHIVE, warning
from sound import faults

CLAIM = "claims/okhmatdyt-hit-by-missile/"
PUBLICATION: Publication = edition.examine(ROOT)[0]
WARNED = {each.slug: each for each in PUBLICATION.sources.values() if each.contains or each.may_be_blocked_in}


def opened(page: Page, built: Built, path: str) -> Page:
    """The page, opened."""
    page.goto(built.address + path)
    return page


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    yield context
    context.close()


def term(page: Page) -> Locator:
    """A link to a term in a visible place."""
    link = page.locator("main a[href*='/terms/#']:visible").first
    link.scroll_into_view_if_needed()
    return link


def preview(page: Page) -> Locator:
    return page.locator("#preview:popover-open")


def gloss(page: Page, link: Locator) -> str:
    """How the terms page explains the term of a link, in one line."""
    slug = (link.get_attribute("href") or "").split("#")[1]
    return " ".join(PUBLICATION.terms[slug].gloss.split())[:20].split("[")[0]


# --- previews


def test_a_mouse_that_rests_on_a_term_sees_its_gloss_and_may_move_onto_it(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM)
    link = term(page)
    link.hover()
    expect(preview(page)).to_contain_text(gloss(page, link))
    assert link.get_attribute("aria-describedby") == "preview"
    preview(page).hover()
    page.wait_for_timeout(600)
    expect(preview(page)).to_be_visible()
    page.mouse.move(1, 1)
    expect(preview(page)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None


PLACES = """[document.documentElement.scrollHeight, scrollY,
  ...[...document.querySelectorAll("article p:not(details p)")].map((each) => each.getBoundingClientRect().top)]"""


def test_escape_puts_a_preview_away_and_nothing_moves(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM)
    link = term(page)
    before = page.evaluate(PLACES)
    link.hover()
    expect(preview(page)).to_be_visible()
    assert page.evaluate(PLACES) == before
    box, line = preview(page).bounding_box(), link.bounding_box()
    assert box
    assert line
    assert box["y"] >= line["y"] + line["height"] or box["y"] + box["height"] <= line["y"], "it hides its own link"
    assert 0 <= box["x"] <= box["x"] + box["width"] <= 1280
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)


def test_a_passing_mouse_opens_nothing(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM)
    term(page).hover()
    page.mouse.move(1, 1)
    page.wait_for_timeout(900)
    expect(preview(page)).to_have_count(0)


def test_the_keyboard_gets_a_preview_hears_it_and_is_not_caught(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM)
    link = term(page)
    page.evaluate("document.activeElement.blur()")
    link.evaluate("(each) => each.focus({ focusVisible: true })")
    expect(preview(page)).to_contain_text(gloss(page, link))
    expect(page.locator("main > [role=status]")).to_contain_text(gloss(page, link))
    assert link.evaluate("(each) => each === document.activeElement")
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    assert link.evaluate("(each) => each === document.activeElement")
    page.wait_for_timeout(800)
    expect(preview(page)).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(preview(page)).to_have_count(0)
    assert page.evaluate("!document.querySelector('#preview').contains(document.activeElement)")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/#*")


def test_a_tap_opens_a_sheet_and_a_second_tap_follows_the_link(built: Built, phone: BrowserContext) -> None:
    page = opened(phone.new_page(), built, CLAIM)
    address = page.url
    link = term(page)
    link.tap()
    sheet = page.get_by_role("dialog", name=re.compile("^Preview: "))
    expect(sheet).to_contain_text(gloss(page, link))
    assert page.url == address
    assert sheet.evaluate("(each) => each === document.activeElement")
    box = sheet.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    for name in ("Open the page", "Close"):
        target = sheet.locator("a, button", has_text=name).bounding_box()
        assert target
        assert min(target["width"], target["height"]) >= 44
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_have_count(0)
    assert link.evaluate("(each) => each === document.activeElement")
    link.tap()
    expect(sheet).to_be_visible()
    link.tap()
    page.wait_for_url("**/terms/#*")


def test_a_sheet_leads_to_the_page_and_a_tap_beside_it_puts_it_away(built: Built, phone: BrowserContext) -> None:
    page = opened(phone.new_page(), built, CLAIM)
    term(page).tap()
    expect(preview(page)).to_be_visible()
    page.locator("h1").tap()
    expect(preview(page)).to_have_count(0)
    term(page).tap()
    preview(page).get_by_role("link", name="Open the page").tap()
    page.wait_for_url("**/terms/#*")


def test_a_preview_of_a_source_says_whose_it_is_how_it_was_read_and_what_is_behind_it(
    built: Built, desk: BrowserContext
) -> None:
    page = opened(desk.new_page(), built, "sources/")
    slug = next(slug for slug, each in WARNED.items() if each.publisher and each.contains)
    source = WARNED[slug]
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
    link = page.locator(f"main a[href*='sources/{slug}/']").first
    link.scroll_into_view_if_needed()
    link.hover()
    shown = preview(page)
    for words in (
        PUBLICATION.carrier(source), source.kind.label, "Interest", source.access.how.label, warning(source)
    ):  # fmt: skip
        expect(shown).to_contain_text(words)
    assert "Read it at its address" not in shown.inner_text()


def test_a_preview_repeats_no_id_holds_no_link_of_the_other_page_and_asks_nobody_else(
    built: Built, desk: BrowserContext
) -> None:
    page = desk.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, built, CLAIM)
    for link in (term(page), page.locator("main a[href*='/sources/']:visible").first):
        link.scroll_into_view_if_needed()
        link.hover()
        expect(preview(page)).to_be_visible()
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
        assert len(ids) == len(set(ids))
        assert preview(page).locator("a").count() == 1  # its own way to the page
        assert preview(page).locator("[style], script").count() == 0
        page.keyboard.press("Escape")
    assert [url for url in asked if not url.startswith((built.address, "data:"))] == []


def test_where_a_page_cannot_be_read_the_link_is_just_a_link(
    built: Built, desk: BrowserContext, phone: BrowserContext
) -> None:
    page = opened(desk.new_page(), built, CLAIM)
    page.route("**/terms/", lambda route: route.abort())
    term(page).hover()
    page.wait_for_timeout(900)
    expect(preview(page)).to_have_count(0)
    page = opened(phone.new_page(), built, CLAIM)
    page.route("**/terms/", lambda route: route.abort(), times=1)
    term(page).tap()
    page.wait_for_url("**/terms/#*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_preview_has_no_fault_of_accessibility(
    built: Built, desk: BrowserContext, phone: BrowserContext, scheme: str
) -> None:
    for context, act in ((desk, "hover"), (phone, "tap")):
        page = context.new_page()
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        opened(page, built, CLAIM)
        for link in (term(page), page.locator("main a[href*='/sources/']:visible").nth(1)):
            link.scroll_into_view_if_needed()
            getattr(link, act)()
            expect(preview(page)).to_be_visible()
            assert faults(page) == ""
            page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 600})
    term(page).tap()
    expect(preview(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# --- warnings before links


def warnings_missing(page: tree.HtmlElement) -> list[str]:
    """The links to a source's own address, or to copies of it, that say too late or not at all what is behind them."""
    told = {source.url: warning(source) for source in WARNED.values()}
    order = {element: place for place, element in enumerate(page.iter())}
    found = []
    for link in page.iterfind(".//a[@href]"):
        words = told.get(link.get("href").removeprefix(ARCHIVE))
        if words:
            said = page.xpath(f"//*[@id='{link.get('aria-describedby', '')}']")
            if not said or words not in " ".join(said[0].text_content().split()) or order[said[0]] > order[link]:
                found.append(link.get("href"))
    return found


def test_every_link_to_footage_to_people_hurt_or_to_what_may_be_barred_says_so_before(built: Built) -> None:
    pages = [tree.fromstring(file.read_text(encoding="utf-8")) for file in built.folder.rglob("*.html")]
    links = {link.get("href") for page in pages for link in page.iterfind(".//a[@href]")}
    assert {source.url for source in WARNED.values()} <= links
    assert len(WARNED) > 50
    assert [fault for page in pages for fault in warnings_missing(page)] == []


def test_a_warning_that_comes_late_or_not_at_all_is_found() -> None:
    source = next(iter(WARNED.values()))
    said, link = f"<b id='w'>{warning(source)}</b>", f"<a href='{source.url}' aria-describedby='w'>x</a>"
    assert warnings_missing(tree.fromstring(f"<main>{said}{link}</main>")) == []
    for wrong in (link + said, link, said + link.replace("='w'", "='v'"), f"<b id='w'>Careful.</b>{link}"):
        assert warnings_missing(tree.fromstring(f"<main>{wrong}</main>")) == [source.url]


# --- Judge first


def without_the_choices(page: Page) -> str:
    """What can be seen of the page, less the list of all findings that one may choose from."""
    seen = page.locator("main").inner_text()
    for choices in page.locator("fieldset.guess:visible").all_inner_texts():
        seen = seen.replace(choices, "")
    return seen


@pytest.mark.parametrize("script", [True, False])
def test_folded_no_claim_gives_its_finding_away(built: Built, chromium: Browser, script: bool) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    for claim in PUBLICATION.claims.values():
        path = f"claims/{claim.slug}/#judge"
        opened(page, built, path) if script else page.goto(built.address + path)
        label = claim.so.finding.label
        assert page.locator(".fold").is_visible(), claim.slug
        assert not re.search(rf"\b{label}\b", without_the_choices(page), re.IGNORECASE), claim.slug
        assert not page.get_by_role("navigation", name="On this page").is_visible()
        if script:
            assert page.title().startswith("Judge first: “"), claim.slug
        page.goto("about:blank")
    context.close()


def test_without_script_the_finding_folds_away_comes_back_and_nothing_asks_for_a_script(
    built: Built, chromium: Browser
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(built.address + CLAIM)
    assert page.locator(".verdict").is_visible()
    page.get_by_role("link", name="Judge first").click()
    assert not page.locator(".verdict").is_visible()
    page.locator(".judge > summary").click()
    assert not page.locator(".compare .so").is_visible()
    page.locator(".compare > summary").click()
    assert page.locator(".compare .so").is_visible()
    for needs_script in ("Open every claim", "Forget it", "Yours"):
        assert not page.get_by_text(needs_script, exact=needs_script == "Yours").is_visible()
    page.locator(".fold").get_by_role("link", name="Show everything").click()
    assert page.locator(".verdict").is_visible()
    context.close()


def choose(page: Page, label: str) -> None:
    page.locator(".guess label", has_text=re.compile(rf"^{label}$")).click()


def test_a_guess_is_compared_at_once_remembered_and_forgotten(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM + "#judge")
    choose(page, "Unresolved")
    compared = page.locator(".compare dl")
    expect(compared).to_be_visible()
    assert compared.inner_text().split() == ["Yours", "Unresolved", "Ours", "Supported", "High", "confidence"]
    assert page.locator(".judge [role=status]").inner_text().startswith("Yours")
    assert page.get_by_text("Your choice stays in this browser").is_visible()
    page.goto("about:blank")
    opened(page, built, CLAIM)
    expect(page.locator(".compare dl")).to_contain_text("Unresolved")
    assert page.get_by_role("radio", name="Unresolved").is_checked()
    assert page.locator(".verdict").is_visible()
    page.get_by_role("button", name="Forget it").click()
    expect(compared).not_to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('guess'))") == []
    assert page.locator(".guess input").first.evaluate("(each) => each === document.activeElement && !each.checked")
    page.goto("about:blank")
    opened(page, built, CLAIM)
    assert not page.locator(".compare dl").is_visible()
    assert page.locator(".guess :checked").count() == 0


def test_a_guess_leaves_the_browser_in_no_request(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM + "#judge")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, "Contradicted")
    expect(page.locator(".compare dl")).to_be_visible()
    page.wait_for_timeout(300)
    assert [url for url in asked if not url.endswith("favicon.svg")] == [], (
        "the browser may still fetch the page's icon"
    )


def test_by_keyboard_one_can_pass_over_the_choices_before_one_is_meant(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM + "#judge")
    page.get_by_role("radio", name="Supported", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("radio", name="Unresolved").is_checked()
    assert not page.locator(".compare dl").is_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".compare dl")).to_contain_text("Unresolved")


def test_always_judging_first_folds_each_claim_until_it_is_judged(built: Built, desk: BrowserContext) -> None:
    page = opened(desk.new_page(), built, CLAIM + "#judge")
    page.get_by_label("Open every claim like this").check()
    other = "claims/ukrainian-interceptor-hit-okhmatdyt/"
    opened(page, built, other)
    expect(page.locator(".fold")).to_be_visible()
    expect(page.locator(".verdict")).to_be_hidden()
    assert page.title().startswith("Judge first: ")
    assert page.get_by_label("Open every claim like this").is_checked()
    page.locator(".fold").get_by_role("link", name="Show everything").click()
    expect(page.locator(".verdict")).to_be_visible()
    assert page.locator(".verdict").evaluate("(each) => Math.abs(each.getBoundingClientRect().top) < innerHeight")
    assert page.title().startswith("Contradicted: ")
    opened(page, built, other)
    choose(page, "Contradicted")
    page.goto("about:blank")
    opened(page, built, other)
    expect(page.locator(".verdict")).to_be_visible()
    page.goto("about:blank")
    opened(page, built, CLAIM)
    page.get_by_label("Open every claim like this").uncheck()
    page.goto("about:blank")
    opened(page, built, CLAIM)
    expect(page.locator(".verdict")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_judging_has_no_fault_of_accessibility_in_any_state(built: Built, desk: BrowserContext, scheme: str) -> None:
    page = desk.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened(page, built, CLAIM + "#judge")
    for act in (lambda: None, lambda: choose(page, "Unresolved"), lambda: page.get_by_text("Forget it").click()):
        act()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert faults(page) == ""
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("group", name="From this evidence, is it so?").get_by_role("radio").count() == 6
    assert page.get_by_role("complementary", name="Judge first").is_visible()


def test_the_privacy_page_says_what_is_kept() -> None:
    told = (ROOT / "docs/privacy.md").read_text(encoding="utf-8")
    assert "your browser keeps your guess" in told
    assert {file.name for file in Path(ROOT / "docs/assets/js").glob("*.js") if "localStorage" in file.read_text()} >= {
        "judge.js"
    }
