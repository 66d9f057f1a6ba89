"""Pictures of one page of every kind, as readers see it; `make pictures` writes them into build/pictures/.

On a phone and on a desktop, in light and in dark, the whole page and what shows before scrolling, with everything
opened, and as printed. `index.html` beside them shows all. The picture of the README is taken anew with them.
"""

import html
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import browser
import building
import kinds
import serving
import states

FOLDER = building.ROOT / "build/pictures"
README_PICTURE = building.ROOT / ".github/claim-page.png"
README_PAGE = "claims/ukrainian-interceptor-hit-okhmatdyt/"
README_WINDOW = {"width": 1024, "height": 576}
README_MOST = 120_000
WINDOWS = {"p": {"width": 390, "height": 844}, "d": {"width": 1280, "height": 900}}
SCHEMES = {"l": "light", "d": "dark"}
SHEET = {"width": 794, "height": 1123}  # A4 at 96 dots to the inch
TALLEST = 16_000  # a taller picture is cut there: the browser draws no more


@contextmanager
def page_in(program: Browser, window: dict[str, int], scheme: str) -> Iterator[Page]:
    """A page in a window of that size; nothing on it moves."""
    context = program.new_context(viewport=window, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def take(page: Page, name: str) -> None:
    """The whole page; scrolled to its top first, or what sticks to the window is drawn half-way down."""
    page.evaluate("scrollTo(0, 0)")
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": height}  # type: ignore[index]
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


def take_as_read(page: Page, name: str) -> None:
    """A page as it opens, before scrolling and whole, and then with all that can be opened opened."""
    page.screenshot(path=FOLDER / f"{name}-fold.png")
    take(page, name)
    if states.open_filters(page):
        take(page, f"{name}-filters")
    if page.locator("details:not([open])").count():
        states.open_details(page)
        take(page, f"{name}-details")


def take_search(page: Page, name: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    states.open_search(page)
    page.screenshot(path=FOLDER / f"{name}-search.png")


def take_all(program: Browser, address: str) -> None:
    """Every picture of every kind of page."""
    for window, size in WINDOWS.items():
        for scheme, colours in SCHEMES.items():
            for kind, path in kinds.by_name().items():
                with page_in(program, size, colours) as page:
                    page.goto(address + path, wait_until="load")
                    take_as_read(page, f"{kind}-{window}{scheme}")
                    if kind in ("home", "claim"):
                        take_search(page, f"{kind}-{window}{scheme}")
    for kind, path in kinds.by_name().items():
        with page_in(program, SHEET, "light") as page:
            page.emulate_media(media="print")
            page.goto(address + path, wait_until="load")
            take(page, f"{kind}-print")


def take_for_readme(program: Browser, address: str) -> None:
    """What shows of a claim before scrolling; refuses a picture that would make the README slow."""
    with page_in(program, README_WINDOW, "light") as page:
        page.goto(address + README_PAGE, wait_until="load")
        picture = page.screenshot()
    if len(picture) > README_MOST:
        raise SystemExit(f"pictures: the README's picture has {len(picture):,} bytes, and {README_MOST:,} are the most")
    README_PICTURE.write_bytes(picture)


def contact_sheet(names: list[str]) -> str:
    """A page that shows all pictures, a row for each kind of page."""
    rows = []
    for kind in kinds.by_name():
        of_kind = [name for name in names if name.startswith(kind + "-") and kind_of(name) == kind]
        figures = "".join(
            f'<figure><a href="{name}.png"><img src="{name}.png" alt=""{wide(name, kind)} loading="lazy"></a>'
            f"<figcaption>{html.escape(name.removeprefix(kind + '-'))}</figcaption></figure>"
            for name in of_kind
        )
        rows.append(f"<section><h2>{html.escape(kind)}</h2><div>{figures}</div></section>")
    return SHEET_PAGE.replace("ROWS", "\n".join(rows))


def wide(name: str, kind: str) -> str:
    """The class of a picture that was taken on a desktop."""
    return ' class="wide"' if name.removeprefix(kind + "-").startswith("d") else ""


def kind_of(name: str) -> str:
    """The kind that a picture shows: the longest that its name begins with."""
    return max((kind for kind in kinds.by_name() if name.startswith(kind + "-")), key=len)


SHEET_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Pictures of the site</title>
<style>
  body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; background: #888; color: #000 }
  div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
  figure { margin: 0; flex: none }
  img { width: 240px; max-height: 420px; object-fit: cover; object-position: top; background: #fff }
  img.wide { width: 480px }
</style>
<h1>Pictures of the site</h1>
ROWS
</html>
"""


def main() -> int:
    path = os.environ.get("CHROMIUM") or browser.get()
    if path is None:
        browser.say(browser.ADVICE)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving.server(Path(folder) / "site") as server,
        sync_playwright() as playwright,
    ):
        built = building.build(Path(folder) / "site", serving.address(server))
        program = playwright.chromium.launch(executable_path=path, args=list(browser.FLAGS))
        take_for_readme(program, built.address)
        take_all(program, built.address)
        program.close()
    names = sorted(file.stem for file in FOLDER.glob("*.png"))
    (FOLDER / "index.html").write_text(contact_sheet(names), encoding="utf-8")
    print(f"{len(names)} pictures; see build/pictures/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
