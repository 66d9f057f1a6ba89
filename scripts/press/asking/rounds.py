"""A round: every address once, several hosts at a time, one address of a host after the other."""

import time
from collections import defaultdict
from collections.abc import Mapping
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

from press.asking.found import Found
from press.asking.visitor import Visitor

HOSTS_AT_A_TIME = 8


def ask_all(visitor: Visitor, urls: Mapping[str, str], seconds: float) -> dict[str, Found]:
    """Name -> what its address answered. What was not asked when the time was over is left out.

    A host that sends a byte now and then could hold a thread for ever, so the threads are not waited for.
    """
    hosts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, url in urls.items():
        hosts[urlsplit(url).netloc].append((name, url))
    waiting: SimpleQueue[list[tuple[str, str]]] = SimpleQueue()
    for pages in hosts.values():
        waiting.put(pages)
    answers: SimpleQueue[tuple[str, Found]] = SimpleQueue()
    for _ in range(min(HOSTS_AT_A_TIME, len(hosts))):
        Thread(target=_work, args=(visitor, waiting, answers), daemon=True).start()
    found: dict[str, Found] = {}
    end = time.monotonic() + seconds
    while len(found) < len(urls):
        try:
            name, what = answers.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            break
        found[name] = what
    return found


def _work(
    visitor: Visitor, waiting: "SimpleQueue[list[tuple[str, str]]]", answers: "SimpleQueue[tuple[str, Found]]"
) -> None:
    while True:
        try:
            pages = waiting.get_nowait()
        except Empty:
            return
        for name, url in pages:
            answers.put((name, visitor.look(url)))
