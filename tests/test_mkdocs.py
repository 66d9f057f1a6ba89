"""The real builder over the project's own frame and pages, with a small invented edition in place of the records."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html as markup
from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
HOSTILE = '<img src=x onerror="window.bad=1"> & "rain" {{ 7 * 7 }} </script><script>window.bad=1</script>'
EDITION = """
import re
from dataclasses import dataclass
from press.leaves import Leaf, SearchEntry, Site
from press.problems import Problem, Unfit, did_you_mean

HOSTILE = {hostile!r}


@dataclass
class Edition:
    leaves: tuple
    slots: dict
    files: tuple = ()
    nav: tuple = (("The case", "cases/library/"), ("Explore", "explore/"))

    def resolve(self, reference, from_path):
        if reference not in {known!r}:
            raise KeyError(f"no record is called '{{reference}}'" + did_you_mean(reference, ["claim:rain"]))
        return "../" * from_path.count("/") + "claims/rain/"


def build(root, *, drafts=False, site=Site()):
    text = (root / "data/it.yml").read_text()
    if "FAULT" in text:
        raise Unfit([Problem("data/it.yml", 2, 1, "second fault"), Problem("data/it.yml", 1, 3, "first fault")])
    body = '<article class="wrap"><h1>Rain</h1></article>'
    return Edition(
        (
            Leaf("explore/", "Explore", "All claims", body, section="explore"),
            Leaf("comparisons/", "Comparisons", "All texts", body),
            Leaf("lessons/who-is-speaking/parallel/", "A lesson", "With a story", body),
            Leaf("corrections/", "Corrections", "All corrections", body),
            Leaf("cases/library/", "The case", "d", body, section="case", on="2025-03-01"),
            Leaf("claims/rain/", HOSTILE, HOSTILE, body, section="case", source="data/it.yml",
                 search=SearchEntry(HOSTILE, HOSTILE)),
            Leaf("a/b/c/", text, "d", body),
        ),
        {{name: (lambda path, name=name: f"<section><p>{{name}} on '{{path}}'</p></section>") for name in
         re.findall("<!-- press: ([a-z-]+) -->", "".join(f.read_text() for f in sorted(root.glob("docs/**/*.md"))))
         if name != "lawz"}},
    )
"""
# The project's own pages lead to its own records; here they all lead to the one invented claim.
KNOWN = {"claim:rain"} | {
    reference
    for file in (ROOT / "docs").rglob("*.md")
    for reference in re.findall(r"\]\(([a-z]+:[a-z0-9-]+)\)", file.read_text(encoding="utf-8"))
}
CONFIGURED = {
    "SITE_URL": "https://paper.test/sub/", "REPOSITORY_URL": "https://host.test/o/r", "CONTACT": "desk@paper.test"
}  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    for folder in ("docs", "scripts"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tree)
    (tree / "scripts/press/edition.py").write_text(EDITION.format(hostile=HOSTILE, known=KNOWN), encoding="utf-8")
    (tree / "data").mkdir()
    (tree / "data/it.yml").write_text("words", encoding="utf-8")
    return tree


def mkdocs(tree: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    unset = {name: value for name, value in os.environ.items() if name not in CONFIGURED}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments],
        cwd=tree, env=unset | {"NO_MKDOCS_2_WARNING": "1"} | environment, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip


def built(tree: Path, **environment: str) -> Path:
    done = mkdocs(tree, **environment)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return tree / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def pages(site: Path) -> Iterator[tuple[str, markup.HtmlElement]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), markup.document_fromstring(file.read_text(encoding="utf-8"))


def test_two_builds_give_the_same_bytes(tree: Path) -> None:
    first = contents(built(tree, PYTHONHASHSEED="1", **CONFIGURED))
    assert first == contents(built(tree, PYTHONHASHSEED="2", **CONFIGURED))


def test_nothing_of_the_frame_is_left_in_the_site(tree: Path) -> None:
    site = built(tree, **CONFIGURED)
    assert not list(site.rglob("shell*"))
    assert not [name for name, data in contents(site).items() if b"@press-" in data]


@pytest.mark.parametrize("environment", [{}, CONFIGURED])
def test_every_address_on_every_page_leads_to_a_file_of_the_site(tree: Path, environment: dict[str, str]) -> None:
    site = built(tree, **environment)
    under = urlsplit(environment.get("SITE_URL", "https://root.test/")).path
    broken = []
    for name, page in pages(site):
        for value in page.xpath("//@href | //@src"):
            target = urlsplit(urljoin(f"https://here.test{under}{name}", value))
            if urlsplit(value).scheme or value.startswith("#"):
                continue
            file = site / unquote(target.path).removeprefix(under)
            if not (file.is_file() or (file / "index.html").is_file()):
                broken.append((name, value))
    assert not broken


def test_every_page_loads_nothing_from_elsewhere(tree: Path) -> None:
    for name, page in pages(built(tree, **CONFIGURED)):
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        assert [value for value in loaded if urlsplit(value).netloc] == [], name


def test_every_page_has_a_name_a_description_and_one_place_in_the_navigation(tree: Path) -> None:
    for name, page in pages(built(tree, **CONFIGURED)):
        assert page.xpath("string(//title)") == page.xpath("string(//meta[@property='og:title']/@content)") != "", name
        assert page.xpath("string(//meta[@name='description']/@content)"), name
        labels = page.xpath("//nav[@aria-label='Site']//a/text()")
        assert labels == ["Home", "The case", "Explore", "Teach", "Method", "About", "Contribute"], name
        current = page.xpath("//nav[@aria-label='Site']//a[@aria-current]/text()")
        expected = {
            "index.html": ["Home"], "claims/rain/index.html": ["The case"], "cases/library/index.html": ["The case"],
            "explore/index.html": ["Explore"], "method/index.html": ["Method"], "404.html": [], "a/b/c/index.html": [],
        }  # fmt: skip
        assert current == expected.get(name, current), name


def test_a_hostile_title_stays_text(tree: Path) -> None:
    (tree / "docs/about.md").write_text(f"---\ntitle: '{HOSTILE}'\n---\n# About\n", encoding="utf-8")
    found = dict(pages(built(tree, **CONFIGURED)))
    assert found["claims/rain/index.html"].xpath("string(//title)") == HOSTILE
    assert found["about/index.html"].xpath("string(//title)") == f"{HOSTILE} · Claim by Claim"
    assert not [name for name, page in found.items() if page.xpath("//img[@src='x']")]


def test_what_is_configured_is_shown_and_what_is_not_is_left_out(tree: Path) -> None:
    marks = ('rel="canonical"', "og:url", "/edit/main/docs/method.md", "mailto:desk@paper.test")
    configured = (built(tree, **CONFIGURED) / "method/index.html").read_text(encoding="utf-8")
    assert [mark for mark in marks if mark not in configured] == []
    site = built(tree)
    plain = (site / "method/index.html").read_text(encoding="utf-8")
    assert [mark for mark in (*marks, "Suggest a change to", "Write to us") if mark in plain.split("<footer")[0]
            or mark in plain.split("<footer")[1]] == []  # fmt: skip
    assert not list(site.glob("sitemap*"))


def test_the_sitemap_holds_hand_written_and_printed_pages_and_no_other(tree: Path) -> None:
    sitemap = (built(tree, **CONFIGURED) / "sitemap.xml").read_text(encoding="utf-8")
    paths = [url.removeprefix(CONFIGURED["SITE_URL"]) for url in re.findall("<loc>(.*?)</loc>", sitemap)]
    files = (file.relative_to(ROOT / "docs").with_suffix("").as_posix() for file in (ROOT / "docs").rglob("*.md"))
    written = {file.removesuffix("/index") for file in files} - {"index"}
    printed = {"a/b/c", "cases/library", "claims/rain", "comparisons", "corrections", "explore"}
    printed |= {"lessons/who-is-speaking/parallel"}
    assert paths == ["", *(f"{name}/" for name in sorted(written | printed))]
    assert re.findall("<lastmod>(.*?)</lastmod>", sitemap) == ["2025-03-01"]


def test_a_fault_in_the_records_ends_the_build_with_all_faults_and_the_old_site_as_it_was(tree: Path) -> None:
    before = contents(built(tree))
    (tree / "data/it.yml").write_text("FAULT", encoding="utf-8")
    done = mkdocs(tree)
    assert done.returncode == 1
    assert "data/it.yml:1:3: first fault\n    1 | FAULT\n      |   ^^^\ndata/it.yml:2:1: second fault\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tree / "site") == before


def test_faults_of_hand_written_pages_are_listed_together(tree: Path) -> None:
    about = tree / "docs/about.md"
    lines = about.read_text(encoding="utf-8").count("\n")
    about.write_text(
        about.read_text(encoding="utf-8") + "\n[a](claim:rian)\n\n<!-- press: lawz -->\n", encoding="utf-8"
    )
    (tree / "docs/explore.md").write_text("# Explore\n", encoding="utf-8")
    done = mkdocs(tree)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    faults = done.stderr[done.stderr.index("3 faults to mend:\n") :].splitlines()[1:]
    assert [line for line in faults if line.startswith("docs/")] == [
        f"docs/about.md:{lines + 2}:5: no record is called 'claim:rian'; did you mean 'claim:rain'?",
        f"docs/about.md:{lines + 4}:1: press fills no slot called 'lawz'; did you mean 'laws'?",
        "docs/explore.md:1:1: press writes 'explore/index.html' itself; rename this file, or remove it",
    ]


@pytest.mark.parametrize("link", ["missing.md", "method.md#missing", "/method/", "explore/"])
def test_a_broken_or_rooted_link_of_a_hand_written_page_ends_the_build(tree: Path, link: str) -> None:
    (tree / "docs/about.md").write_text(f"# About\n\n[x]({link}) [fine](claim:rain)\n", encoding="utf-8")
    done = mkdocs(tree)
    assert done.returncode == 1
    assert link in done.stderr


def test_an_environment_that_lacks_a_library_is_told_the_command(tree: Path) -> None:
    (tree / "scripts/press/edition.py").write_text("import a_library_that_nobody_has\n", encoding="utf-8")
    done = mkdocs(tree)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Error: No module named 'a_library_that_nobody_has'; build with `make site`, which sets up what the site needs"
    ]


def test_a_preview_says_in_the_terminal_which_pages_it_has_while_there_are_faults(tree: Path) -> None:
    record = tree / "data/it.yml"
    record.write_text("FAULT", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    preview = subprocess.Popen(command, cwd=tree, stderr=subprocess.PIPE, text=True)
    guard = threading.Timer(100, preview.kill)
    guard.start()

    def until(words: str) -> bool:
        assert preview.stderr
        return any(words in line for line in preview.stderr)

    def saved(text: str, words: str) -> bool:
        """Save until the preview says so: it tells that it serves a moment before it begins to watch."""
        seen = threading.Event()

        def save() -> None:
            while not seen.wait(1):
                record.write_text(text, encoding="utf-8")

        saving = threading.Thread(target=save)
        saving.start()
        try:
            return until(words)
        finally:
            seen.set()
            saving.join()

    try:
        assert until("The preview has no pages of the records until this is mended:"), "nothing good was ever built"
        assert until("Serving on")
        assert saved("words", "Documentation built")
        assert saved("FAULT again", "The preview keeps the last good pages until this is mended:")
    finally:
        guard.cancel()
        preview.kill()
        preview.communicate()


@pytest.fixture
def served(tree: Path) -> Iterator[str]:
    """The built site under a sub-path; the address of its root."""
    built(tree).rename(tree / "sub")
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(tree)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sub/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_printed_pages_work_in_a_browser_at_every_depth_under_a_sub_path(served: str, chromium: Browser) -> None:
    context = chromium.new_context(color_scheme="dark", reduced_motion="reduce")
    page, faults, asked = context.new_page(), [], []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "explore/", "claims/rain/", "a/b/c/"):
        asked.clear()
        page.goto(served + path, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 27)"
        assert len(asked) <= 5, "the search is fetched when it is opened"
        page.locator(".find").click()
        page.keyboard.type("rain")
        result = page.locator(".seek__found a", has_text="7 * 7")
        result.wait_for()
        assert HOSTILE in result.inner_text()
        assert result.evaluate("link => link.href") == served + "claims/rain/"
        assert page.evaluate("window.bad") is None
        assert [url for url in asked if not url.startswith(served)] == []
        assert len([url for url in asked if not url.endswith(".map")]) <= 7
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.className") == "find"
    assert faults == []
    context.close()


def test_the_choice_of_light_is_kept_from_page_to_page(served: str, chromium: Browser) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(served + "a/b/c/", wait_until="networkidle")
    page.locator(".look").click()
    page.goto(served + "method/", wait_until="networkidle")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 253, 252)"
    assert "light" in page.get_by_role("button", name="Colours").get_attribute("aria-label")
    page.locator(".look").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 27)"
    context.close()


def test_no_page_of_the_frame_scrolls_sideways_at_320_pixels(served: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in ("", "method/", "about/", "contribute/", "404.html", "a/b/c/"):
        page.goto(served + path, wait_until="networkidle")
        wide = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
        assert wide <= 320, path
    context.close()


def test_the_search_index_holds_printed_and_hand_written_pages(tree: Path) -> None:
    index = json.loads((built(tree) / "search/search_index.json").read_text(encoding="utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert {"", "method/", "about/", "contribute/", "claims/rain/"} <= places
