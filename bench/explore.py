"""How quick the page of all claims is: `python bench/explore.py [rows]` measures it in Chromium and prints a table.

The page is the invented publication's own, with its rows drawn again and again in other words, in a temporary folder.
A key and a click count from the moment they are pressed to the frame that shows what follows.
"""

import copy
import gzip
import random
import statistics
import sys
from collections.abc import Callable, Iterator
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
    styles = "".join(f'<link rel="stylesheet" href="assets/css/{name}.css">' for name in STYLES)
    icon = '<link rel="icon" href="assets/favicon.svg">'
    script = '<script src="assets/js/explore.js" defer></script>'
    head = f'<meta charset="utf-8"><title>Bench</title>{icon}{styles}{script}'
    inner = html.tostring(page, encoding="unicode")
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main>{inner}</main></body></html>'


class Watch:
    """Milliseconds from each thing done to the frame that shows it, and what the browser worked for that meanwhile.

    The work (script, styles, layout) is counted in processor time, so that it says the same on a busy machine.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.found: dict[str, list[tuple[float, float]]] = {}

    def did(self, what: str, act: Callable[[], object]) -> None:
        """Do it, and keep what was measured."""
        before = self._work()
        act()
        self._page.wait_for_function("waits.length")
        wait = self._page.evaluate("waits.splice(0).at(-1)")
        self.found.setdefault(what, []).append((wait, self._work() - before))

    def _work(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        counted = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
        return 1000 * sum(each["value"] for each in metrics if each["name"] in counted)


def measured(page: Page, address: str) -> dict[str, list[tuple[float, float]]]:
    """What was done -> how long each time took."""
    page.goto(address)
    page.locator("#finder:not([hidden])").wait_for()
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    page.evaluate(WATCH)
    watch = Watch(page)
    field = page.locator("[type=search]")
    field.focus()
    for typed in TYPED:
        for key in typed:
            watch.did("a key typed", lambda key=key: page.keyboard.type(key))
        for _ in typed:
            watch.did("a key taken back", lambda: page.keyboard.press("Backspace"))
    boxes = page.locator("#finder [type=checkbox]")
    for index in range(boxes.count()):
        for _ in range(2):
            watch.did("a facet clicked", lambda index=index: boxes.nth(index).click())
    for order in ("so", "confidence", "number"):
        watch.did("sorted anew", lambda order=order: page.locator("[name=sort]").select_option(order))
    return {"until it can be used": [(ready, float("nan"))], **watch.found}


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with (
        TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        serving.server(Path(folder, "site")) as server,
    ):
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
        print(f"{'ms':24}{'times':>6}{'median':>9}{'worst':>9}{'work, median':>15}{'work, worst':>15}")
        for what, times in measured(page, serving.address(server)).items():
            columns = [f(values) for values in zip(*times, strict=True) for f in (statistics.median, max)]
            print(f"{what:24}{len(times):6}{columns[0]:9.1f}{columns[1]:9.1f}{columns[2]:15.1f}{columns[3]:15.1f}")
        program.close()


if __name__ == "__main__":
    main()
