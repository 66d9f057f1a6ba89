"""Sheets, keys and slides as PDF, printed by a real Chromium into a site that is built; `make downloads` runs it.

It stands with the tests, because what drives a browser is in their environment alone: `make site` needs none.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

import browser
from press import edition, graph
from press.graph import Publication
from press.pages.part.imprint import dated
from press.pages.part.printouts import A4, LANDSCAPE, LETTER, Printout, printouts

ROOT = Path(__file__).parent.parent
PAPERS: Mapping[str, tuple[str, str]] = {
    A4: ("210mm", "297mm"),
    LETTER: ("8.5in", "11in"),
    LANDSCAPE: ("297mm", "210mm"),
}
NOWHERE = "https://site.invalid/"
"""Where a site without an address is printed; no link to it is left in a file."""

# What a browser writes of its own clock, its own name and its own counting; each is replaced by as many bytes.
_WRITTEN = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}")
_CREATOR = re.compile(rb"(?<=/Creator )\((?:[^()\\]|\\.)*\)")
_NODE = re.compile(rb"(?<=\(node)\d{8}(?=\))")


@dataclass(frozen=True, slots=True)
class Order:
    """A file to make, and the day that it shall name as its own: that of the lesson, because a clock tells nothing."""

    printout: Printout
    on: str


def orders(publication: Publication) -> Iterator[Order]:
    """Every PDF of every lesson, those of one page one after the other."""
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            yield from (Order(each, dated(publication, lesson)) for each in printouts(lesson, route))


def printed(program: Browser, folder: Path, wanted: Iterable[Order], home: str = "") -> Iterator[tuple[str, bytes]]:
    """Each file's address and bytes; `folder` holds the built site, and `home` is its address, so that links are whole.

    Nothing is asked of any network: what is below `home` comes from the folder, and nothing else comes at all.
    """
    context = program.new_context(reduced_motion="reduce")
    context.route("**/*", lambda route, request: _answer(route, request, folder, home or NOWHERE))
    page = context.new_page()
    for path, group in groupby(wanted, key=lambda order: order.printout.page):
        _open(page, (home or NOWHERE) + path)
        if not home:
            page.evaluate("document.querySelectorAll('a[href]').forEach(each => each.removeAttribute('href'))")
        for order in group:
            width, height = PAPERS[order.printout.paper]
            data = page.pdf(width=width, height=height, tagged=True, outline=True)
            yield order.printout.address, settled(data, order.on)
    context.close()


def settled(data: bytes, on: str) -> bytes:
    """A PDF of the browser without what differs from one run to the next; nothing in it moves."""
    day = on.replace("-", "").ljust(14, "0").encode()
    ranks = {node: b"%08d" % rank for rank, node in enumerate(sorted(set(_NODE.findall(data))))}
    data = _NODE.sub(lambda node: ranks[node[0]], _WRITTEN.sub(rb"/\1 (D:" + day, data))
    return _CREATOR.sub(lambda creator: b"(Claim by Claim)".ljust(len(creator[0])), data)


def _open(page: Page, address: str) -> None:
    answer = page.goto(address, wait_until="load")
    if answer is None or not answer.ok:
        raise SystemExit(f"downloads: the site has no page at {address}")


def _answer(route: Route, request: Request, folder: Path, home: str) -> None:
    path = unquote(urlsplit(request.url).path)
    root = urlsplit(home).path
    file = folder / path.removeprefix(root)
    file = file / "index.html" if path.endswith("/") else file
    if request.url.startswith(home) and ".." not in file.parts and file.is_file():
        route.fulfill(path=file)
    elif request.url.startswith(home):
        route.fulfill(status=404, body="missing")
    else:
        route.abort()


def main() -> None:
    folder, home = Path(sys.argv[1]), os.environ.get("SITE_URL", "").strip()
    path = browser.find()
    if path is None:
        raise SystemExit(browser.ADVICE)
    publication = graph.without_drafts(edition.examine(ROOT)[0])
    made, size = 0, 0
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=path, args=list(browser.FLAGS))
        for address, data in printed(program, folder, orders(publication), home.rstrip("/") + "/" if home else ""):
            (folder / address).write_bytes(data)
            made, size = made + 1, size + len(data)
        program.close()
    print(f"downloads: {made} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
