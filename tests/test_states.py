"""The built site in the states that readers bring it into: search and filters opened, printed, enlarged, recoloured."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

import kinds
import states
from building import Built
from sound import faults

READERS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
# At 200 % a desktop's window holds half as much.
WINDOWS = READERS | {"enlarged": {"width": 640, "height": 450}, "narrow": {"width": 320, "height": 800}}
# The text that does not stand out from what is behind it. In forced colours axe cannot tell: it reads the colour that
# the style sheet asks for, and not the one that the system puts in its place.
FAINT = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [[red, 0.2126], [green, 0.7152], [blue, 0.0722]]
    .map(([part, share]) => share * (part > 10 ? ((part / 255 + 0.055) / 1.055) ** 2.4 : part / 3294.6))
    .reduce((sum, each) => sum + each);
  const behind = each => {
    for (; each; each = each.parentElement) {
      const found = parts(getComputedStyle(each).backgroundColor);
      if ((found[3] ?? 1) > 0) return found;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll("body *")].filter(each => {
    const own = [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    return own && each.checkVisibility() && !each.closest("svg, noscript, script, style, input");
  }).filter(each => {
    const [one, other] = [parts(getComputedStyle(each).color), behind(each)].map(light).sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 4.5;
  }).map(each => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`);
}"""


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """One window that goes from page to page: to open one for each page takes five times longer."""
    page = chromium.new_page(reduced_motion="reduce")
    yield page
    page.close()


@contextmanager
def opened(chromium: Browser, address: str, window: str, **how: str | bool) -> Iterator[Page]:
    context = chromium.new_context(viewport=WINDOWS[window], reduced_motion="reduce", **how)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", READERS)
@pytest.mark.parametrize("kind", ["home", "claim"])
def test_the_opened_search_has_no_fault_of_accessibility(
    built: Built, chromium: Browser, kind: str, window: str, scheme: str
) -> None:
    with opened(chromium, built.address + kinds.by_name()[kind], window, color_scheme=scheme) as page:
        states.open_search(page)
        assert faults(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", READERS)
def test_the_opened_filters_have_no_fault_of_accessibility(
    built: Built, chromium: Browser, window: str, scheme: str
) -> None:
    with opened(chromium, built.address + "explore/", window, color_scheme=scheme) as page:
        states.open_filters(page)
        assert faults(page) == ""
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def look(page: Page, window: str, **how: str) -> None:
    """Look at the page in a window, in light colours of its own on a screen as long as nothing else is said."""
    page.set_viewport_size(WINDOWS[window])  # type: ignore[arg-type]
    usual = {"media": "screen", "color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}
    page.emulate_media(**(usual | how))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", kinds.by_name())
def test_a_page_is_sound_printed_and_enlarged(built: Built, reader: Page, kind: str) -> None:
    look(reader, "desktop")
    reader.goto(built.address + kinds.by_name()[kind])
    assert reader.evaluate("document.getAnimations().length") == 0, "something moves under reduced motion"
    states.open_details(reader)
    assert reader.evaluate("document.getAnimations().length") == 0
    look(reader, "desktop", media="print")
    assert faults(reader, "target-size") == "", "on paper nothing is touched"
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look(reader, "enlarged")
    assert faults(reader) == ""
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    look(reader, "narrow")
    assert reader.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", kinds.by_name())
def test_every_word_stands_out_in_forced_colours(built: Built, reader: Page, kind: str) -> None:
    look(reader, "phone", forced_colors="active")
    reader.goto(built.address + kinds.by_name()[kind])
    states.open_details(reader)
    assert reader.evaluate(FAINT) == []
    look(reader, "phone", forced_colors="active", color_scheme="dark")
    assert reader.evaluate(FAINT) == []


def test_a_word_that_does_not_stand_out_in_forced_colours_is_found(built: Built, chromium: Browser) -> None:
    with opened(chromium, built.address, "phone", forced_colors="active", bypass_csp=True) as page:
        page.add_style_tag(content="h1 { forced-color-adjust: none; color: #bbb }")
        assert len(page.evaluate(FAINT)) == 1


def test_a_fault_that_only_a_state_shows_is_found(built: Built, chromium: Browser) -> None:
    with opened(chromium, built.address, "phone", bypass_csp=True) as page:
        page.add_style_tag(content="@media print { main p { color: #ccc !important; background: #fff !important } }")
        assert faults(page) == ""
        page.emulate_media(media="print")
        assert "color-contrast" in faults(page)


def test_a_thing_that_moves_is_found(built: Built, chromium: Browser) -> None:
    with opened(chromium, built.address, "phone") as page:
        page.evaluate("document.body.animate({ opacity: [1, 0.9] }, 60000)")
        assert page.evaluate("document.getAnimations().length") == 1
