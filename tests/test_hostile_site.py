"""The site of a hostile publication, built by the real builder and opened in a real browser: nothing executes."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

import hostile
import invented
import serving
from hostile import Ground, Place
from press import edition

ROOT = Path(__file__).parent.parent
HARMLESS = "plain words"
QUOTED = {"Selector.exact", "Selector.prefix", "Selector.suffix", "TechniqueUse.quote", "Excerpt.quote"}


@dataclass(frozen=True)
class Hostile:
    """A built hostile publication: where it is served, what stands in which place, and the texts that were refused."""

    folder: Path
    address: str
    texts: dict[Place, str]
    refused: dict[str, set[Place]]

    @property
    def paths(self) -> list[str]:
        """The address of every page below the site's root."""
        files = sorted(self.folder.rglob("*.html"))
        return [file.relative_to(self.folder).as_posix().removesuffix("index.html") for file in files]


def refusals(ground: Ground) -> dict[str, set[Place]]:
    """For each hostile text, the places whose own line a problem names; nowhere else may one be found.

    Words of the article come apart from the others, because what quotes them is refused with them.
    """
    found: dict[str, set[Place]] = {}
    for quoted in (False, True):
        places = [place for place in ground.places if (place.field in QUOTED) is quoted]
        for name, text in hostile.TEXTS.items():
            texts = {place: planted(place, text) for place in places}
            ground.plant(texts)
            here, elsewhere = ground.refused(texts, edition.examine(ground.root)[1])
            if not quoted:
                assert invented.shown(elsewhere) == "", "a fault that is not where the text was planted"
            found.setdefault(name, set()).update(here)
    return found


def planted(place: Place, text: str) -> str:
    """The text as it is written there: an aim of a lesson has to begin as the law says."""
    return f"I can {place.text(text)}" if place.field == "Lesson.objectives" else place.text(text)


def plant_all_that_is_accepted(ground: Ground, refused: dict[str, set[Place]]) -> dict[Place, str]:
    """Every accepted text of a place at once; where that is too much for it, the next one alone, and so on round."""
    accepted = {
        place: [text for name, text in hostile.TEXTS.items() if place not in refused[name]] for place in ground.places
    }
    # Longest first; then single texts, another one first in each place; last the words that stood there.
    choices = {
        place: [*(planted(place, text) for text in (" ".join(texts), *_turned(texts, number))), place.original]
        for number, (place, texts) in enumerate(accepted.items())
    }
    chosen = dict.fromkeys(ground.places, 0)
    for _ in count():
        texts = {place: choices[place][chosen[place]] for place in ground.places}
        ground.plant(texts)
        problems = edition.examine(ground.root)[1]
        found, elsewhere = ground.refused(texts, problems)
        assert invented.shown(elsewhere) == ""
        if not found:
            return texts
        for place in found:
            chosen[place] += 1
    raise AssertionError


def _turned(texts: list[str], number: int) -> list[str]:
    return texts[number % len(texts) :] + texts[: number % len(texts)] if texts else []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    root = tmp_path_factory.mktemp("site")
    ground = hostile.lay_out(root)
    refused = refusals(ground)
    texts = plant_all_that_is_accepted(ground, refused)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "docs", root / "docs")
    invented.lead_to_the_records_below(root)
    (root / "scripts").symlink_to(ROOT / "scripts")
    with serving.server(root / "site") as server:
        address = serving.address(server)
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=root,
            env={"PATH": os.environ["PATH"], "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        yield Hostile(root / "site", address, texts, refused)


@pytest.fixture(scope="module")
def context(site: Hostile, chromium: Browser) -> Iterator[BrowserContext]:
    """A window that reaches nothing but the site."""
    made = chromium.new_context(viewport={"width": 390, "height": 844})
    home = urlsplit(site.address).netloc

    def pass_on(route: Route) -> None:
        if urlsplit(route.request.url).netloc == home:
            route.continue_()
        else:
            route.abort()

    made.route("**/*", pass_on)
    yield made
    made.close()


def watched(page: Page, site: Hostile) -> list[str]:
    """What the page does that no page may do, as it happens."""
    seen: list[str] = []

    def failed(request: Request) -> None:
        # Leaving a page ends its own requests too.
        if not request.url.startswith(site.address):
            seen.append(f"asked elsewhere: {request.url}")

    page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda said: seen.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("requestfailed", failed)
    return seen


# What became element or attribute although it was planted as text.
ALIVE = """() => [
  ...(window.__pwned ? ['it ran'] : []),
  ...[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()
    .filter(n => n.startsWith('on') || (n === 'style' && e.getAttribute(n).includes('fixed')))
    .map(n => `${e.tagName} ${n}`)),
  ...[...document.querySelectorAll('a, area, form, iframe, base')]
    .map(e => e.getAttribute('href') || e.getAttribute('action') || e.getAttribute('src') || '')
    .filter(to => /^\\s*(javascript|data|vbscript):/i.test(to)),
  ...[...document.querySelectorAll('#main iframe, #main script, #main style, #main base, #main img'),
    ...document.querySelectorAll('#main form:not(article.wrap > .sift > #finder)')] // ours
    .map(e => e.outerHTML.slice(0, 80)),
]"""
# Everything that a hand or a keyboard could set off.
TOUCH = """() => { for (const e of document.querySelectorAll('#main *'))
  for (const n of ['mouseover', 'focus', 'load', 'error', 'toggle']) e.dispatchEvent(new Event(n)) }"""


# What reaches past the window, unless it scrolls inside a box of its own.
WIDE = """() => document.scrollingElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('svg'))
    .map(e => e.tagName + '.' + e.className).slice(0, 5)"""


def test_each_text_is_accepted_somewhere_and_most_places_accept_one(site: Hostile) -> None:
    """A text that is refused everywhere would prove nothing about the pages."""
    places = set(site.texts)
    assert [name for name, refused in site.refused.items() if refused == places] == []
    tame = {place for place, text in site.texts.items() if text == place.original}
    # Words of the article must stand in the article, and what quotes them must quote them.
    assert {place.field for place in tame} <= QUOTED


@dataclass(frozen=True)
class Visit:
    """What was met on one page: what became alive, what the browser complained of, what reaches past the window."""

    path: str
    alive: list[str]
    complaints: list[str]
    wide: list[str]


@pytest.fixture(scope="module")
def visits(site: Hostile, context: BrowserContext) -> list[Visit]:
    page = context.new_page()
    seen = watched(page, site)
    found = []
    # What leads on at once is held fast, so that it can be looked at.
    held = re.compile(r'<meta http-equiv="refresh"[^>]*>')
    for path in site.paths:
        file = site.folder / path / "index.html" if path.endswith("/") or not path else site.folder / path
        text = file.read_text(encoding="utf-8")
        if held.search(text):
            file.write_text(held.sub("", text), encoding="utf-8")
        page.goto(site.address + path, wait_until="load")
        wide = page.evaluate(WIDE)
        page.evaluate(TOUCH)
        found.append(Visit(path, page.evaluate(ALIVE), seen.copy(), wide))
        seen.clear()
    page.close()
    return found


def test_nothing_executes_on_any_page(visits: list[Visit]) -> None:
    assert len(visits) > 30
    assert [(visit.path, visit.alive) for visit in visits if visit.alive] == []
    assert [(visit.path, visit.complaints) for visit in visits if visit.complaints] == []


def test_a_word_without_end_does_not_push_a_page_out_of_its_window(visits: list[Visit]) -> None:
    assert [(visit.path, visit.wide) for visit in visits if visit.wide] == []


SLIPPED_IN = """() => document.querySelector('#main').insertAdjacentHTML('beforeend',
  '<img src="https://elsewhere.test/x.png" onerror="window.__pwned=1"><a href="javascript:x">x</a>')"""


def test_the_watch_over_pages_has_teeth(site: Hostile, chromium: Browser) -> None:
    context = chromium.new_context(bypass_csp=True)
    context.route("https://elsewhere.test/*", lambda route: route.abort())
    page = context.new_page()
    seen = watched(page, site)
    page.goto(site.address, wait_until="load")
    page.evaluate(SLIPPED_IN)
    page.wait_for_function("window.__pwned === 1")
    assert any("elsewhere.test" in each for each in seen)
    found = page.evaluate(ALIVE)
    assert {"it ran", "IMG onerror", "javascript:x"} <= set(found)
    context.close()


def test_what_slips_into_a_page_is_stopped_by_its_policy(site: Hostile, context: BrowserContext) -> None:
    page = context.new_page()
    seen = watched(page, site)
    page.goto(site.address, wait_until="load")
    page.evaluate(SLIPPED_IN)
    page.evaluate(
        """() => { const script = document.createElement('script'); script.textContent = 'window.__pwned = 2';
        document.body.append(script) }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.__pwned") is None
    assert sum("Content Security Policy" in each for each in seen) >= 2
    page.close()


def test_the_head_of_a_page_holds_the_letters_themselves(site: Hostile, context: BrowserContext) -> None:
    """In its title, its description and what it gives to those who share it."""
    titles = {place: text for place, text in site.texts.items() if place.field == "Claim.title"}
    assert titles
    page = context.new_page()
    for place, text in titles.items():
        page.goto(site.address + f"claims/{Path(place.path).stem}/", wait_until="load")
        shown = " ".join(text.split())
        assert shown in " ".join(page.title().split())
        for name in ("og:title", "og:description", "description"):
            meta = page.locator(f"head meta[name='{name}'], head meta[property='{name}']")
            assert meta.count() == 1
        assert shown in " ".join((page.locator("meta[property='og:title']").get_attribute("content") or "").split())
        assert shown in " ".join(page.locator("h1").inner_text().split())
    page.close()


def test_the_header_search_shows_the_letters_themselves(site: Hostile, context: BrowserContext) -> None:
    index = json.loads((site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    planted = {place.word: place for place in site.texts}
    found = [met[0] for entry in index["docs"] if (met := hostile.TOKEN.search(entry["title"]))]
    assert {planted[word].field for word in found} >= {"Claim.title", "Technique.name", "Voice.name"}
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    seen = watched(page, site)
    page.goto(site.address, wait_until="networkidle")
    page.locator(".find").click()
    for word in found:
        page.keyboard.press("Control+A")
        page.keyboard.type(word)
        result = page.locator(".seek__found b", has_text=word).first
        result.wait_for()
        shown = " ".join((result.text_content() or "").split())
        whole, cut = " ".join(site.texts[planted[word]].split()), shown.partition("…")[0]
        # A long title is cut between its words, and before a word that alone is longer than what is shown.
        least = 0 if max(map(len, whole.split())) > 60 else 30
        assert whole in shown or (len(cut) > least and whole.startswith(cut.strip())), str(planted[word])
        assert page.evaluate(ALIVE) == []
    assert seen == []
    page.close()
