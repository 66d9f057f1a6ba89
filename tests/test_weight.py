"""What readers download: the budget of each page, counted at a compressing server with a real browser.

One kilobyte is 1000 bytes. Every answer counts whole, with its head: the document, the styles and scripts, the worker
of the search, what the worker loads and the index, after the search was opened.
"""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import kinds
import serving
from building import Built
from weighing import KB, Weight, weigh

MOST_REQUESTS = 14
# The most that a page may weigh, in kilobytes: all of it, its document, and its styles and scripts.
#             all  document  styles and scripts
BUDGET = {
    "home": (95, 14, 12),
    "claim": (95, 14, 12),
    "case": (95, 18, 16),  # the whole article, taken apart on one page, with the look of its tables and drawings
    "explore": (95, 14, 18),  # every claim, and what narrows them
    "lesson": (150, 22, 16),  # a whole plan, with all that it shows
    "teach": (95, 14, 20),  # every lesson, and what narrows them
}
MOST_OF_A_CLAIM = BUDGET["claim"][1] * KB


@pytest.fixture(scope="module")
def server(built: Built) -> Iterator[serving.CompressingServer]:
    with serving.compressing_server(built.folder) as made:
        yield made


@cache
def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def heaviest_claim(folder: Path) -> str:
    return max(kinds.all_of("claim"), key=lambda path: packed(folder / path / "index.html"))


def counted(chromium: Browser, server: serving.CompressingServer, path: str) -> Weight:
    return weigh(chromium, serving.address(server) + path, lambda: server.sent)


@pytest.mark.parametrize("kind", BUDGET)
def test_a_page_weighs_no_more_than_its_budget_with_the_search_opened(
    built: Built, server: serving.CompressingServer, chromium: Browser, kind: str
) -> None:
    path = heaviest_claim(built.folder) if kind == "claim" else kinds.by_name()[kind]
    weight = counted(chromium, server, path)
    everything, document, own = (each * KB for each in BUDGET[kind])
    over = {
        what: f"{size:,} bytes, and {most:,} are the most"
        for what, size, most in [
            ("all", weight.of(), everything),
            ("document", weight.of("document"), document),
            ("styles and scripts", weight.of("style", "script"), own),
            ("requests", len(weight.answers), MOST_REQUESTS),
        ]
        if size > most
    }
    assert over == {}, "\n".join(f"{each.size:8,} {each.sort:9} {each.path}" for each in weight.answers)
    assert weight.elsewhere == ()
    assert weight.of("worker") > 0, "the search was opened, and no worker was counted"
    assert weight.of("index") > 0, "the search was opened, and no index was counted"


def test_the_document_of_every_claim_is_small(built: Built) -> None:
    """Claims are what is linked to from elsewhere: the first thing that many people ever load."""
    weights = {path: packed(built.folder / path / "index.html") for path in kinds.all_of("claim")}
    assert len(weights) > 20
    assert {path: size for path, size in weights.items() if size > MOST_OF_A_CLAIM} == {}


WORKING = {
    "index.html": "<!doctype html><title>x</title><link rel=icon href=i.svg><script src=a.js></script>",
    "404.html": "",
    "i.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a.js": "new Worker('w.js').onmessage = said => document.title = said.data",
    "w.js": "importScripts('i.js'); fetch('d.json').then(said => said.text()).then(said => postMessage(said))",
    "i.js": "//" + "".join(chr(65 + (7 * each * each) % 57) for each in range(3000)),
    "d.json": '"done"',
}


def test_a_worker_what_it_loads_and_the_icon_are_counted_to_the_byte(chromium: Browser, tmp_path: Path) -> None:
    for name, text in WORKING.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with serving.compressing_server(tmp_path) as server:
        weight = counted(chromium, server, "")
    assert sorted((each.path.removeprefix(serving.PREFIX), each.sort) for each in weight.answers) == [
        ("", "document"), ("a.js", "script"), ("d.json", "index"), ("i.js", "script"), ("i.svg", "icon"),
        ("w.js", "worker"),
    ]  # fmt: skip
    bodies = sum(packed(tmp_path / name) for name in WORKING if name != "404.html")
    heads = weight.of() - bodies
    assert 100 * len(weight.answers) < heads < 300 * len(weight.answers)
    assert packed(tmp_path / "i.js") < len(WORKING["i.js"]), "the server compresses"


def test_a_request_to_somebody_else_is_seen(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "404.html").touch()
    with serving.server(tmp_path) as stranger, serving.compressing_server(tmp_path) as server:
        script = f"<!doctype html><script src={serving.address(stranger)}x.js></script>"
        (tmp_path / "index.html").write_text(script, encoding="utf-8")
        weight = counted(chromium, server, "")
    assert weight.elsewhere == (f"{serving.address(stranger)}x.js",)
