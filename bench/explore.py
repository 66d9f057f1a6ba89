"""How quick the page of all claims is: `python bench/explore.py [rows]` measures it in Chromium and prints a table.

The page is the invented publication's own, with its rows drawn again and again in other words, in a temporary folder.
A key and a click count from the moment they are pressed to the frame that shows what follows.
"""

import copy
import gzip
import random
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import browser  # noqa: E402 (the folder is on the path only now)
import invented  # noqa: E402
import serving  # noqa: E402
from press import edition  # noqa: E402

ASSETS = ROOT / "docs/assets"
STYLES = ("tokens", "ground", "frame", "findings", "pages", "explore", "media")
TYPED = ("library hours", "mayor", "longer than ever", "zzz", "river in the town")
# What the reader's own screen would show, and what this page has to do in the meantime.
WATCH = """
window.waits = [];
const shown = new MessageChannel();
let from = 0;
shown.port1.onmessage = () => waits.push(performance.now() - from);
const watch = event => { from = event.timeStamp; requestAnimationFrame(() => shown.port2.postMessage(0)); };
document.querySelector("[type=search]").addEventListener("input", watch, true);
document.addEventListener("change", watch, true);
"""


def rows_of(page: html.HtmlElement, count: int) -> Iterator[html.HtmlElement]:
    """The page's rows over and over, each with a number, an address and words of its own."""
    chance = random.Random(7)  # noqa: S311 (the same page each time, not a secret)
    given = page.xpath("//table[@id='claims']/tbody/tr")
    words = sorted({word for row in given for word in f"{row.text_content()} {row.get('data-words')}".split()})
    for number in range(1, count + 1):
        row = copy.deepcopy(chance.choice(given))
        row.set("id", f"claim-{number}")
        row.set("data-words", " ".join(chance.choices(words, k=45)))
        row.xpath("td")[0].text = str(number)
        row.xpath("th/a")[0].text = " ".join(chance.choices(words, k=9))
        yield row


def document(root: Path, count: int) -> str:
    """The page of `count` claims, with our style sheets and its script."""
    body = next(leaf.body for leaf in edition.build(root).leaves if leaf.path == "explore/")
    page = html.fromstring(body)
    table = page.xpath("//table[@id='claims']/tbody")[0]
    made = list(rows_of(page, count))
    for row in list(table):
        table.remove(row)
    table.extend(made)
    styles = '<link rel="icon" href="assets/favicon.svg">' + "".join(f'<link rel="stylesheet" href="assets/css/{name}.css">' for name in STYLES)
    head = f'<meta charset="utf-8"><title>Bench</title>{styles}<script src="assets/js/explore.js" defer></script>'
    inner = html.tostring(page, encoding="unicode")
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main>{inner}</main></body></html>'


def waits(page: Page) -> list[float]:
    """What was measured since the last time that this was asked."""
    return page.evaluate("waits.splice(0)")


def measured(page: Page, address: str) -> dict[str, list[float]]:
    """Milliseconds, by what was done."""
    page.goto(address)
    page.locator("#finder:not([hidden])").wait_for()
    found = {"until it can be used": [page.evaluate("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")]}
    page.evaluate(WATCH)
    field = page.locator("[type=search]")
    for typed in TYPED:
        field.press_sequentially(typed, delay=30)
        found.setdefault("a key typed", []).extend(waits(page))
        for _ in typed:
            field.press("Backspace")
        found.setdefault("a key taken back", []).extend(waits(page))
    boxes = page.locator("#finder [type=checkbox]")
    for index in range(boxes.count()):
        for _ in range(2):
            boxes.nth(index).click()
            page.wait_for_timeout(30)
            found.setdefault("a facet clicked", []).extend(waits(page))
    for order in ("so", "confidence", "number"):
        page.locator("[name=sort]").select_option(order)
        page.wait_for_timeout(300)
        found.setdefault("sorted anew", []).extend(waits(page))
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as folder, serving.server(Path(folder, "site")) as server, sync_playwright() as playwright:
        site = Path(folder, "site")
        site.mkdir()
        (site / "assets").symlink_to(ASSETS)
        text = document(invented.lay_out(Path(folder, "records")), count)
        (site / "index.html").write_text(text, encoding="utf-8")
        size = len(text.encode())
        packed = len(gzip.compress(text.encode(), 9))
        print(f"{count} rows, {size / 1e6:.1f} MB, {packed / 1e6:.2f} MB gzip\n")
        program = playwright.chromium.launch(executable_path=browser.find(), args=list(browser.FLAGS))
        page = program.new_page(viewport={"width": 1280, "height": 900})
        print(f"{'ms':24}{'times':>6}{'median':>9}{'worst':>9}")
        for what, times in measured(page, serving.address(server)).items():
            print(f"{what:24}{len(times):6}{statistics.median(times):9.1f}{max(times):9.1f}")
        program.close()


if __name__ == "__main__":
    main()
