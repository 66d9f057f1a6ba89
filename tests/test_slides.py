"""The slides in a real browser: turned by keys, announced, with notes that no class sees, whole without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import kinds
from building import Built
from press import addresses, edition
from press.pages.slides import is_exit_ticket

PATH = "lessons/what-a-shape-can-tell/slides/"
FULL = 0.66  # of a slide's height; one more step may take a line more
BEAMER = {"width": 1280, "height": 720}
SLIDES = kinds.all_of("lesson-slides") + kinds.all_of("lesson-parallel-slides")
SHOWN = "[...document.querySelectorAll('.slide')].filter(each => each.checkVisibility()).map(each => each.id)"


@pytest.fixture
def page(built: Built, chromium: Browser) -> Iterator[Page]:
    made = chromium.new_page(viewport=BEAMER, reduced_motion="reduce")
    made.goto(built.address + PATH)
    yield made
    made.close()


def test_there_is_a_slide_for_each_step_with_one_before_and_one_after(built: Built) -> None:
    publication, _ = edition.examine(kinds.ROOT)
    assert len(publication.lessons) >= 8, "the unit is not whole"
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            file = built.folder / addresses.slides(lesson.slug, route.route) / "index.html"
            body = file.read_text(encoding="utf-8")
            more = 0 if any(map(is_exit_ticket, route.steps)) else 1
            more += route.story is None  # what pupils may do instead of reading the article
            assert body.count('<section class="slide') == len(route.steps) + 2 + more
            assert all(f"{step.minutes} min" in body for step in route.steps)
            assert ("You need not say why." in body) is (route.story is None)
            assert "Answer alone. Tick one answer, or more where it says so." in body


def test_keys_turn_the_slides_and_the_counter_tells_which(page: Page) -> None:
    page.get_by_role("button", name="Present").click()
    last = page.locator(".slide").count()
    expected = {
        "ArrowRight": 2, "PageDown": 3, " ": 4, "ArrowLeft": 3, "PageUp": 2, "End": last, "ArrowDown": last, "Home": 1,
    }  # fmt: skip
    assert page.evaluate(SHOWN) == ["slide-1"]
    for key, number in expected.items():
        page.keyboard.press(key)
        assert page.evaluate(SHOWN) == [f"slide-{number}"], key
        assert page.locator("#slide-now").inner_text() == f"Slide {number} of {last}"
        assert page.evaluate("document.activeElement.id") == f"slide-{number}"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.documentElement.classList.contains('presenting')")
    assert len(page.evaluate(SHOWN)) == last
    assert page.evaluate("document.activeElement.id") == "slide-2"
    page.wait_for_timeout(500)
    top = page.evaluate("document.querySelector('#slide-2').getBoundingClientRect().top")
    assert abs(top) < 5, "one is back at another slide"


def test_a_tap_on_the_left_and_a_swipe_to_the_right_go_back(built: Built, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(built.address + PATH)
    page.get_by_role("button", name="Present").tap()
    for x, number in ((350, 2), (200, 3), (40, 2)):
        page.touchscreen.tap(x, 400)
        assert page.evaluate(SHOWN) == [f"slide-{number}"], x
    touch = context.new_cdp_session(page)
    for start, end, number in ((300, 60, 3), (60, 300, 2)):
        for kind, x in (("touchStart", start), ("touchMove", end), ("touchEnd", end)):
            points = [] if kind == "touchEnd" else [{"x": x, "y": 400}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        assert page.evaluate(SHOWN) == [f"slide-{number}"], (start, end)
    context.close()


def test_a_click_turns_on_and_nothing_of_the_site_or_the_notes_is_seen(page: Page) -> None:
    page.get_by_label("Notes for the teacher").check()
    assert page.locator("#slide-3 .slide__notes").is_visible()
    page.get_by_role("button", name="Present").click()
    page.locator(".slide.now").click()
    assert page.evaluate(SHOWN) == ["slide-2"]
    assert not page.locator(".slide__notes:visible").count()
    assert not page.locator(".deck__tools").is_visible()
    covered = "document.elementFromPoint(60, 8).closest('.deck') !== null"
    assert page.evaluate(covered), "the site's head shows above the slide"


def test_without_presenting_keys_move_to_the_next_slide_and_leave_the_page_its_arrows(page: Page) -> None:
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    assert page.locator("#slide-now").inner_text().startswith("Slide ")
    here = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == here
    assert len(page.evaluate(SHOWN)) > 1


def test_a_key_in_the_search_turns_no_slide(page: Page) -> None:
    page.locator(".find").click()
    page.keyboard.type("shape")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.querySelector('#slide-now').textContent") == ""


def test_without_script_all_slides_are_there_and_snap_and_notes_can_be_shown(built: Built, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=BEAMER)
    page = context.new_page()
    page.goto(built.address + PATH)
    assert len(page.evaluate(SHOWN)) == page.locator(".slide").count() > 3
    assert page.evaluate("getComputedStyle(document.documentElement).scrollSnapType").startswith("y")
    assert all(
        height >= BEAMER["height"]
        for height in page.evaluate("[...document.querySelectorAll('.slide')].map(each => each.offsetHeight)")
    )
    assert not page.get_by_role("button", name="Present").is_visible()
    assert not page.locator(".slide__notes").first.is_visible()
    page.get_by_label("Notes for the teacher").check()
    assert page.locator(".slide__notes").first.is_visible()
    context.close()


def test_every_slide_fits_the_screen_in_letters_for_the_back_row(built: Built, chromium: Browser) -> None:
    page = chromium.new_page(viewport=BEAMER, reduced_motion="reduce")
    assert len(SLIDES) > 1
    small: dict[str, float] = {}
    empty: dict[str, float] = {}
    for path in SLIDES:
        page.goto(built.address + path)
        page.get_by_role("button", name="Present").click()
        for number in range(1, page.locator(".slide").count() + 1):
            height, room, letters = page.evaluate(
                """(() => { const slide = document.querySelector('.slide.now'), look = getComputedStyle(slide)
                return [slide.scrollHeight, slide.clientHeight, parseFloat(look.fontSize)] })()"""
            )
            assert height <= room + 1, f"{path}#slide-{number} runs over the screen"
            filled = page.evaluate("document.querySelector('.slide.now .slide__body').offsetHeight") / room
            largest = page.evaluate("document.querySelector('.slide.now').style.getPropertyValue('--fit')") == "1.60"
            if not (largest or filled > FULL):
                empty[f"{path}#slide-{number}"] = filled
            if letters < BEAMER["height"] / 36:
                small[f"{path}#slide-{number}"] = letters
            page.keyboard.press("ArrowRight")
    page.close()
    assert small == {}
    assert empty == {}, "larger letters would fit"


def test_notes_come_with_their_slide_on_paper_only_when_they_are_asked_for(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator(".slide__notes").first.is_visible()
    page.emulate_media(media="screen")
    page.get_by_label("Notes for the teacher").check()
    page.emulate_media(media="print")
    assert page.locator("#slide-3 .slide__notes").is_visible()
