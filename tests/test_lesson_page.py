"""The pages for teachers in a real browser: the core alone, on paper, in small windows, with and without the script."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import kinds
from building import Built
from sound import faults

MOST_PAGES = 5  # of A4
PLANS = [*kinds.all_of("lesson"), *kinds.all_of("lesson-parallel")]
ONE = kinds.by_name()["lesson"]
TEACH = "teach/"
STORY = kinds.by_name()["story"]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield page
    page.close()


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def shown(page: Page, what: str) -> list[str]:
    return [each.inner_text() for each in page.locator(what).all() if each.is_visible()]


# --- the core alone


def test_the_core_alone_is_shown_without_a_script_and_the_whole_comes_back(built: Built, plain: Page) -> None:
    plain.goto(built.address + ONE)
    steps = shown(plain, ".run > li h3")
    clocks = shown(plain, ".run__when .whole")
    assert len(steps) == len(clocks) > 3
    plain.get_by_role("link", name="Show these alone").click()
    core = shown(plain, ".run > li h3")
    assert 1 < len(core) < len(steps)
    assert shown(plain, ".run__when .whole") == []
    alone = shown(plain, ".run__when .alone")
    assert len(alone) == len(core)
    assert alone[0] == clocks[0], "it begins at the same minute"
    assert alone != clocks[: len(alone)]
    assert plain.locator(".beyond").filter(visible=True).count() == 0
    plain.get_by_role("link", name="Show the whole lesson").click()
    assert shown(plain, ".run > li h3") == steps
    assert shown(plain, ".run__when .alone") == []


def test_the_core_alone_is_what_is_printed_then(built: Built, page: Page) -> None:
    page.goto(built.address + ONE)
    beyond = page.locator(".run__step--more h3").first.inner_text().partition(". ")[2]
    core = page.locator(".run > li:not(.run__step--more) h3").first.inner_text().partition(". ")[2]
    assert beyond in printed(page)
    page.goto(f"{built.address}{ONE}#core")
    text = printed(page)
    assert core in text
    assert f". {beyond}" not in text


def printed(page: Page) -> str:
    paper = PdfReader(BytesIO(page.pdf(format="A4", print_background=False)))
    return " ".join(" ".join(each.extract_text() for each in paper.pages).split())


# --- paper


def test_a_plan_prints_on_few_pages(built: Built, page: Page) -> None:
    pages: dict[str, int] = {}
    for path in PLANS:
        page.goto(built.address + path)
        pages[path] = len(PdfReader(BytesIO(page.pdf(format="A4", print_background=False))).pages)
    assert {path: count for path, count in pages.items() if count > MOST_PAGES} == {}


def test_a_printed_plan_has_what_is_needed_in_the_room(built: Built, page: Page) -> None:
    page.goto(built.address + ONE)
    text = printed(page).replace(" ", "")
    for what in (".run h3", ".run__say p", ".run__board h4", "#before", ".rubric th"):
        found = page.locator(what).all_text_contents()
        assert found, what
        assert [each for each in found if "".join(each.split()) not in text] == [], what


def test_a_printed_story_leaves_out_what_is_for_the_teacher(built: Built, page: Page) -> None:
    page.goto(built.address + STORY)
    text = printed(page).replace(" ", "")
    folded = page.locator("#teacher :is(h2, h3, summary, p, li)").all_text_contents()
    assert len(folded) > 4
    assert [each for each in folded if "".join(each.split()) in text] == []
    lines = page.locator(".story-lines li").all_text_contents()
    assert [each for each in lines if "".join(each.split()) not in text] == []


# --- windows, colours, reading aids


@pytest.mark.parametrize("path", [ONE, f"{ONE}parallel/", TEACH, STORY, "lessons/", "stories/"])
def test_nothing_runs_over_the_edge_of_a_tablet(built: Built, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 768, "height": 800})
    page.goto(built.address + path)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 768


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_core_alone_has_no_fault_of_accessibility(built: Built, page: Page, scheme: str) -> None:
    page.goto(f"{built.address}{ONE}#core")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == ""


def test_forced_colours_keep_the_shape_that_marks_the_core(built: Built, chromium: Browser) -> None:
    page = chromium.new_page(forced_colors="active")
    page.goto(built.address + ONE)
    full, empty = (
        page.evaluate(f"getComputedStyle(document.querySelector('.run__when .{kind}'), '::before').backgroundColor")
        for kind in ("core", "beyond")
    )
    assert full != empty
    page.close()


# --- what a pupil opens


@pytest.mark.parametrize("way", ["", "parallel/"])
def test_above_a_sheet_stand_no_menu_and_no_search_but_the_way_home(built: Built, page: Page, way: str) -> None:
    menu = page.locator(".site-head").get_by_role("link")
    for sheet in ("sheet/", "sheet/large/"):
        page.goto(f"{built.address}{ONE}{way}{sheet}")
        assert shown(page, ".site-nav, .find") == []
        assert [each.get_attribute("aria-label") for each in menu.all()] == ["Claim by Claim: home"]
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.get_by_role("contentinfo").get_by_role("link", name="Privacy").is_visible()
    page.goto(f"{built.address}{ONE}{way}key/")
    assert menu.filter(has_text="Teach").is_visible(), "a key is for teachers"


# --- the table of plans


def test_the_table_is_complete_without_a_script(built: Built, plain: Page) -> None:
    plain.goto(built.address + TEACH)
    assert plain.locator("#lessons tbody tr").count() == len(PLANS)
    assert not plain.locator("#finder").is_visible()
    assert not plain.locator(".finder-bar").is_visible()


def test_a_teacher_finds_the_plans_for_an_age_and_can_pass_the_address_on(built: Built, page: Page) -> None:
    page.goto(built.address + TEACH)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("11 to 13").check()
    paths = page.locator("#lessons tbody a").evaluate_all("links => links.map(link => link.pathname)")
    assert len(paths) == len(kinds.all_of("lesson-parallel"))
    assert all(path.endswith("/parallel/") for path in paths)
    for older in ("14 and 15", "16 and over"):
        page.get_by_label("11 to 13").uncheck()
        page.get_by_label(older).check()
        found = page.locator("#lessons tbody a").evaluate_all("links => links.map(link => link.pathname)")
        assert set(paths) < set(found), "a story fits any age"
        page.get_by_label(older).uncheck()
        page.get_by_label("11 to 13").check()
    page.get_by_label("Weighing motives").check()
    assert page.locator("#lessons tbody tr").count() < len(paths)
    expect(page).to_have_url(re.compile("skill="))
    again = page.url
    page.goto(built.address)
    page.goto(again)
    assert page.get_by_label("Weighing motives").is_checked()
    assert "plan" in page.locator(".finder-bar [role=status]").inner_text()
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator("#lessons tbody tr")).to_have_count(len(PLANS))


def test_words_of_a_lesson_find_its_plans(built: Built, page: Page) -> None:
    page.goto(built.address + TEACH)
    page.get_by_label("Find words").fill("Philosophy")
    rows = page.locator("#lessons tbody tr")
    assert 0 < rows.count() < len(PLANS)
    page.get_by_label("Find words").fill("xyzzy")
    assert page.get_by_text("No plan fits all of this.").is_visible()


def test_the_way_for_teachers_is_in_the_navigation_and_on_the_front_page(built: Built, page: Page) -> None:
    page.goto(built.address)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Teach").click()
    assert page.url == built.address + TEACH
    page.goto(built.address + ONE)
    current = page.locator(".site-nav [aria-current]")
    assert current.inner_text() == "Teach"
    page.goto(built.address)
    page.get_by_role("link", name="Lessons for ages 11 and up").click()
    assert page.url == built.address + TEACH
