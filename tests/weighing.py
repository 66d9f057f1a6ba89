"""What a page weighs: every answer that a real browser gets for it, workers and their fetches included.

Bytes are those that the compressing server wrote, the heads of the answers included. The browser's own figures leave
out the script of a worker, so the browser only says what was asked, and of whom.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

import states

KB = 1000
Sent = Callable[[], Sequence[tuple[str, int]]]
SORTS = ("document", "style", "script", "worker", "index", "icon", "other")
# The icon that a page names. A browser fetches it when it has a window to show it in, and says nothing of it. One that
# stands in the page itself is no answer of the server.
ICONS = """async () => {
  const icons = [...document.querySelectorAll("link[rel~=icon]:not([href^='data:'])")].map(link => link.href);
  await Promise.all(icons.map(icon => fetch(icon).then(answer => answer.arrayBuffer())));
  return [...icons, new URL("/favicon.ico", location.href).href];
}"""


@dataclass(frozen=True)
class Answer:
    """One answer of the server: the path that was asked for, what sort of thing it is, its bytes."""

    path: str
    sort: str
    size: int


@dataclass(frozen=True)
class Weight:
    """All answers for one page, and the addresses elsewhere that it asked."""

    answers: tuple[Answer, ...]
    elsewhere: tuple[str, ...]

    def of(self, *sorts: str) -> int:
        """The bytes of some sorts of answers; of all when none is named."""
        return sum(answer.size for answer in self.answers if answer.sort in sorts or not sorts)


def weigh(browser: Browser, address: str, sent: Sent, *, search: bool = True) -> Weight:
    """Open a page in a fresh profile, on a phone, and the search on it; `sent` gives all that the server has sent."""
    before = len(sent())
    context = browser.new_context(viewport={"width": 390, "height": 844})
    asked: list[Request] = []
    workers: list[str] = []
    page = context.new_page()
    context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 (a bound method cannot be wrapped)
    page.on("worker", lambda worker: workers.append(worker.url))
    page.goto(address, wait_until="networkidle")
    if search and states.has_search(page):
        states.open_search(page)
    icons = {_path(icon) for icon in page.evaluate(ICONS)}
    page.wait_for_load_state("networkidle")
    web = [request for request in asked if urlsplit(request.url).scheme in ("http", "https", "ws", "wss")]
    here = [request for request in web if urlsplit(request.url).netloc == urlsplit(address).netloc]
    sorts = {_path(request.url): _sort(request, workers) for request in here} | dict.fromkeys(icons, "icon")
    answers = _settled(page, lambda: sent()[before:], Counter(_path(request.url) for request in here), icons)
    context.close()
    return Weight(
        tuple(Answer(path, sorts[path], size) for path, size in answers),
        tuple(request.url for request in web if request not in here),
    )


def _settled(page: Page, sent: Sent, asked: Counter[str], icons: set[str]) -> list[tuple[str, int]]:
    """What was sent, once it is all that the browser asked for (a server notes an answer when it is done); icons once.

    The browser and the server must agree: an answer that the browser did not ask for, or a question without an answer,
    means that something is not counted.
    """
    end = time.monotonic() + 5
    while _missing(asked, sent(), icons) and time.monotonic() < end:
        page.wait_for_timeout(20)
    answers = sent()
    assert not _missing(asked, answers, icons), f"never answered: {_missing(asked, answers, icons)}"
    strange = Counter(path for path, _ in answers if path not in icons) - asked
    assert not strange, f"answered, and the browser said nothing of it: {strange}"
    once: dict[str, int] = {}
    for path, size in answers:
        if path in icons:  # fetched twice, the second time "not modified", or out of the cache
            once[path] = max(size, once.get(path, 0))
    return [each for each in answers if each[0] not in icons] + list(once.items())


def _missing(asked: Counter[str], answers: Sequence[tuple[str, int]], icons: set[str]) -> Counter[str]:
    answered = Counter(path for path, _ in answers)
    expected = Counter({path: 1 if path in icons else count for path, count in asked.items()})
    return expected - answered


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _sort(request: Request, workers: Sequence[str]) -> str:
    name = urlsplit(request.url).path
    if request.url in workers:
        return "worker"
    if request.resource_type == "document":
        return "document"
    if name.endswith((".css", ".js", ".mjs")):
        return "style" if name.endswith(".css") else "script"
    return "index" if name.endswith((".json", ".jsonl", ".txt", ".csv")) else "other"
