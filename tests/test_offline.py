"""The copy for a folder: packed from the built site, unpacked where schools keep things, read without any network."""

import csv
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, Request

import kinds
import states
from building import Built
from conftest import Run
from press import offline
from press.commands import offline as command
from press.offline import contents
from press.offline.rewriting import Broken, Places, rewritten
from sound import faults
from test_search import TYPED

CLAIM = "claims/ukrainian-interceptor-hit-okhmatdyt/"
LARGEST = 5_000_000  # bytes of the ZIP, as the tests build the site: without what a browser prints


@pytest.fixture(scope="module")
def zipped(built: Built, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return offline.packed(offline.edition(command.built(built.folder)))


@pytest.fixture(scope="module")
def folder(zipped: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked folder, below a name with a space and a letter that is not ASCII."""
    there = tmp_path_factory.mktemp("offline") / "Klasse 7ä"
    zipfile.ZipFile(io.BytesIO(zipped)).extractall(there)
    return there / "claim-by-claim-offline"


# --- the ZIP


def test_the_command_says_how_large_the_zip_is_and_of_which_day(
    built: Built, zipped: bytes, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "new folder/copy.zip"
    code, said, complaint = run("offline", built.folder, out)
    assert (code, complaint) == (0, "")
    assert re.fullmatch(r".*copy\.zip: \d\.\d MB, \d{3} pages(, \d+ \.[a-z]+)+, as of \d+ [A-Z][a-z]+ \d{4}\n", said)
    assert out.read_bytes() == zipped, "the same site gives the same bytes, whatever the ZIP is called"
    assert [file.name for file in out.parent.iterdir()] == ["copy.zip"]
    assert len(zipped) <= LARGEST


def test_the_zip_knows_no_clock_and_unpacks_as_one_folder(zipped: bytes) -> None:
    entries = zipfile.ZipFile(io.BytesIO(zipped)).infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {name.split("/")[0] for name in names} == {"claim-by-claim-offline"}
    assert {name.split("/")[1] for name in names} == {"START-HERE.html", "pages"}
    assert max(map(len, names)) <= 150, "Windows takes no more than 260 letters, with the way to the folder"


def test_all_pages_and_tables_are_in_it_and_nothing_for_hosts_and_programs(built: Built, folder: Path) -> None:
    inside = {file.relative_to(folder / "pages").as_posix() for file in (folder / "pages").rglob("*") if file.is_file()}
    pages = {file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*.html")}
    assert {path for path in pages - inside if not path.startswith("embed/")} == {"404.html"}
    assert {"data/claims.csv", "assets/favicon.svg", "search/carried.js"} <= inside
    assert {path.rpartition(".")[2] for path in inside} & {"json", "jsonl", "bib", "xml", "png", "zip"} == set()
    assert inside - contents.kept(inside) == set()
    assert contents.kept(["downloads/sheet.pdf", "downloads/all.imscc", "downloads/all.zip", "a/b.json"]) == {
        "downloads/sheet.pdf",
        "downloads/all.imscc",
    }


def test_what_is_no_site_or_no_zip_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, text in (("other", '{"records": [{"name": "x"}]}'), ("torn", "{")):
        (tmp_path / name / "data").mkdir(parents=True)
        (tmp_path / name / "data/index.json").write_text(text)
        (tmp_path / name / "index.html").write_text("<main></main>")
    for site, out, words in (
        ("none", "a.zip", "there is no built site"),
        ("empty", "a.zip", "'data/index.json' is not in it, so it is no finished site"),
        ("other", "a.zip", "'data/index.json' in it is no list of our records"),
        ("torn", "a.zip", "'data/index.json' in it is no list of our records"),
        ("empty", "a.tar", "a name that ends in '.zip'"),
    ):
        code, said, complaint = run("offline", tmp_path / site, tmp_path / out)
        assert (code, said) == (2, "")
        assert words in complaint
        assert not (tmp_path / out).exists()


# --- the pages


def references(tree: html.HtmlElement) -> Iterator[str]:
    """Whatever leads somewhere from a page: every attribute that could, and not those alone that are rewritten."""
    for name in ("href", "src", "action", "formaction", "poster", "data", "data-carried", "srcset", "background"):
        yield from tree.xpath(f"//@{name}")
    yield from (content.partition("url=")[2] for content in tree.xpath("//meta[@http-equiv='refresh']/@content"))


def astray(folder: Path) -> list[str]:
    """Every link of every page that leads to no file of the folder, or to no place in one."""
    trees = {file.resolve(): html.parse(str(file)) for file in sorted(folder.rglob("*.html"))}
    ids = {file: set(tree.xpath("//@id")) for file, tree in trees.items()}
    found = []
    for file, tree in trees.items():
        for link in references(tree):
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "data"):
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            inside = target.is_relative_to(folder.resolve()) and target.is_file() and not parts.path.startswith("/")
            if parts.scheme or not inside or (parts.fragment and unquote(parts.fragment) not in ids.get(target, ())):
                found.append(f"{file.relative_to(folder.resolve())}: {link}")
    return found


def test_every_link_and_every_asset_of_every_page_is_in_the_folder(folder: Path) -> None:
    assert len(list(folder.rglob("*.html"))) > 400
    assert astray(folder) == []


@pytest.mark.parametrize("planted", ["claims/", "no.html", "/index.html", "../../index.html", "index.html#nowhere"])
def test_a_link_that_leads_astray_would_be_seen(tmp_path: Path, planted: str) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "index.html").write_text(f'<p id="here"><a href="{planted}">x</a> <a href="#here">y</a></p>')
    assert astray(tmp_path) == [f"index.html: {planted}"]


def test_no_page_holds_what_only_the_web_reads(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        tree = html.parse(str(file))
        assert tree.xpath("//link[@rel='alternate'] | //script[@type='application/ld+json']") == [], file
        assert tree.xpath("//meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]") == [], file
        assert tree.xpath("count(//meta[contains(@content, \"default-src 'none'\")])") == 1, file


def test_a_page_names_the_one_on_the_web_that_it_is_a_copy_of(built: Built, folder: Path) -> None:
    tree = html.parse(str(folder / "pages" / CLAIM / "index.html"))
    assert tree.xpath("//link[@rel='canonical']/@href") == [built.address + CLAIM]


def test_the_first_page_says_what_this_is(built: Built, folder: Path) -> None:
    tree = html.parse(str(folder / "START-HERE.html"))
    told = " ".join(tree.xpath("string(//main)").split())
    index = json.loads((built.folder / "data/index.json").read_text(encoding="utf-8"))
    claims = sum(each["kind"] == "claim" and each["status"] == "published" for each in index["records"])
    day = int(index["dateModified"][-2:])
    assert f"{claims} claims" in told
    assert re.search(rf"had found by {day} [A-Z][a-z]+ {index['dateModified'][:4]}\.", told)
    assert "Opening this page inside the ZIP file does not work" in told
    assert built.address in tree.xpath("//main//a/@href")
    assert tree.xpath("//*[@aria-current]") == []
    assert tree.xpath("//title/text()") == ["Start here: Claim by Claim without internet"]


# --- one page by itself

SITE = frozenset({"index.html", "a/index.html", "a/b/index.html", "c d/index.html", "x.css", "a/b.json", "feeds/f.xml"})


def page(text: str, address: str = "", path: str = "a/b/index.html") -> str:
    return rewritten(text, path, f"pages/{path}", Places(SITE, contents.kept(SITE), address, "search/carried.js"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (".", "index.html"),
        ("./", "index.html"),
        ("..", "../index.html"),
        ("../../a/?find=x&amp;so=y#z", "../index.html?find=x&amp;so=y#z"),
        ("../..", "../../index.html"),
        ("../../c%20d/", "../../c%20d/index.html"),
        ("../../x.css", "../../x.css"),
        ("#here", "#here"),
        ("?find=x", "?find=x"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_to_a_file(written: str, read: str) -> None:
    assert page(f'<a class="x" href="{written}" title="a/">a/</a>') == f'<a class="x" href="{read}" title="a/">a/</a>'


def test_a_page_that_moved_leads_on() -> None:
    text = '<meta http-equiv="refresh" content="0; url=../../a/">'
    assert page(text) == '<meta http-equiv="refresh" content="0; url=../index.html">'


def test_what_is_left_out_is_on_the_web_or_said_to_be_missing() -> None:
    text = 'As <a href="../b.json">JSON &amp; <b>more</b></a>, or <a href="../b/">a page</a>'
    there = 'As <a href="https://e.org/x/a/b.json">JSON &amp; <b>more</b></a>, or <a href="index.html">a page</a>'
    assert page(text, "https://e.org/x/") == there
    assert page(text) == 'As JSON &amp; <b>more</b> (not in this copy), or <a href="index.html">a page</a>'


def test_text_that_looks_like_a_link_stays() -> None:
    text = '<pre>&lt;a href="../b/"&gt;</pre><p data-x="href">src="../b/"</p>'
    assert page(text) == text


@pytest.mark.parametrize("planted", ["../no/", "../../../a/", "/a/", "../b/no.html"])
def test_a_link_that_leads_nowhere_ends_the_packing(planted: str) -> None:
    with pytest.raises(Broken, match="leads to"):
        page(f'<a href="{planted}">x</a>')


def test_a_site_without_an_address_or_lessons_is_packed_too() -> None:
    index = {"records": [{"kind": "claim", "status": "withdrawn"}]}
    links = "".join(f'<a href="{path}">x</a>' for path in ("explore/", "content-note/", "teach/", "data/index.json"))
    files = {f"{name}index.html": "<main></main>" for name in ("explore/", "content-note/", "teach/")}
    edit = '<li><a href="https://e.org/edit/main/docs/index.md">Suggest a change to this page</a></li>'
    files |= {"index.html": f"<title>x</title><main>{links}</main>{edit}", "data/index.json": json.dumps(index)}
    made = {each.path: each.data.decode() for each in offline.edition(site(files))}
    assert "0 claims" in made["START-HERE.html"]
    assert "http" not in made["START-HERE.html"]
    assert "(not in this copy)" in made["pages/index.html"]
    index["records"] += [{"kind": "lesson", "status": "published"}]
    more = files | {"data/index.json": json.dumps(index), "downloads/a.pdf": ""}
    start = {each.path: each.data.decode() for each in offline.edition(site(more))}["START-HERE.html"]
    assert "1 lesson" in start
    assert "1 file to print" in start
    assert "The keys are in the folder too" in start
    assert 'href="pages/teach/index.html"' in start


def site(files: Mapping[str, str]) -> offline.Site:
    return offline.Site(frozenset(files), lambda path: files[path].encode())


# --- in a browser, with the network cut


@pytest.fixture
def cut(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_offline(True)
    yield context
    context.close()


@pytest.fixture
def opened(cut: BrowserContext) -> Iterator[Page]:
    """A page that must ask for nothing but files, and print no error."""
    made = cut.new_page()
    complaints: list[str] = []
    made.on("console", lambda said: complaints.append(f"console: {said.text}"))
    made.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    made.on("requestfailed", lambda request: _left(request) or complaints.append(f"failed: {request.url}"))
    made.on("request", lambda asked: asked.url.startswith(("file:", "blob:", "data:")) or complaints.append(asked.url))
    yield made
    assert complaints == []


def _left(request: Request) -> bool:
    """Whether the browser itself gave a request up, because the page was left before it was answered."""
    return request.failure == "net::ERR_ABORTED"


def at(folder: Path, path: str) -> str:
    return (folder / "pages" / path / "index.html").as_uri()


def test_one_page_of_every_kind_opens_without_complaint(folder: Path, opened: Page) -> None:
    paths = [path for path in kinds.one_of_each_kind() if path != "404.html" and not path.startswith("embed/")]
    assert len(paths) > 20
    for path in paths:
        opened.goto(at(folder, path), wait_until="load")
        assert opened.locator("h1").count() == 1, path
        assert opened.evaluate("getComputedStyle(document.querySelector('.vh, .skip')).position") == "absolute", path
        assert opened.locator(".look").is_visible(), path  # the script ran


def test_the_first_page_has_no_fault_of_accessibility_and_fits_every_window(folder: Path, cut: BrowserContext) -> None:
    page = cut.new_page()
    page.goto((folder / "START-HERE.html").as_uri())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == ""
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_one_clicks_from_the_first_page_to_the_case_and_to_a_claim(
    folder: Path, chromium: Browser, scripts: bool
) -> None:
    context = chromium.new_context(java_script_enabled=scripts)
    context.set_offline(True)
    page = context.new_page()
    page.goto((folder / "START-HERE.html").as_uri())
    page.locator("main").get_by_role("link", name="The front page").click()
    page.locator("main a[href*='cases/']").first.click()
    assert page.url.startswith((folder / "pages/cases").as_uri())
    page.locator("main a.mark").first.click()
    assert page.url.startswith((folder / "pages/claims").as_uri())
    assert page.locator("h1").count() == 1
    page.locator(".site-nav").get_by_role("link", name="Explore").click()
    assert page.locator("#claims tbody tr").count() == len(kinds.all_of("claim"))
    context.close()


def test_the_search_finds_what_it_finds_on_the_web(built: Built, folder: Path, opened: Page, chromium: Browser) -> None:
    words = [*list(TYPED)[2:5], "intercepter"]
    opened.goto(at(folder, CLAIM))
    served = chromium.new_page()
    served.goto(built.address + CLAIM)
    for page in (opened, served):
        states.open_search(page)
    for word in words:
        assert found(opened, word) == [f"{path}index.html{anchor}" for path, anchor in map(parted, found(served, word))]
    served.close()
    opened.locator(states.SEARCH_RESULT, has_text="Contradicted").first.click()
    opened.wait_for_url("**/claims/**/index.html")
    assert opened.locator("h1").count() == 1


def found(page: Page, word: str) -> list[str]:
    """Where the results for a word lead, below the site's root."""
    page.locator(states.SEARCH_FIELD).fill("")
    page.locator(states.SEARCH_RESULT).first.wait_for(state="detached")
    page.locator(states.SEARCH_FIELD).fill(word)
    page.locator(states.SEARCH_RESULT).first.wait_for()
    home = page.evaluate("new URL(document.querySelector('.find').dataset.root + '/', location.href).href")
    links = page.eval_on_selector_all(states.SEARCH_RESULT, "all => all.map(each => each.href)")
    return [link.removeprefix(home) for link in links]


def parted(location: str) -> tuple[str, str]:
    path, hash_, anchor = location.partition("#")
    return path, hash_ + anchor


def test_explore_narrows_sorts_and_saves_addresses_on_the_web(built: Built, folder: Path, opened: Page) -> None:
    opened.goto(at(folder, "explore"))
    states.open_filters(opened)
    opened.locator("main form input[value=supported]").first.check()
    opened.locator("[name=sort]").select_option("confidence")
    opened.wait_for_url("**/explore/index.html?**so=supported**")
    rows = opened.locator("#claims tbody tr").count()
    assert 0 < rows < len(kinds.all_of("claim"))
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Download as CSV").click()
    lines = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))[1:]
    assert len(lines) == rows
    assert all(re.fullmatch(re.escape(built.address) + r"claims/[a-z0-9-]+/", line[9]) for line in lines)
    opened.reload()
    assert opened.locator("#claims tbody tr").count() == rows


def test_a_guess_and_the_choice_of_light_or_dark_are_kept(folder: Path, opened: Page) -> None:
    opened.goto(at(folder, CLAIM) + "#judge")
    opened.locator(".guess label").first.click()
    opened.get_by_role("button", name="Forget it").wait_for()
    opened.locator(".look").click()
    assert shown_again(opened, at(folder, CLAIM), ".guess :checked")
    assert shown_again(opened, at(folder, "explore"), "html[data-look=light]")
    assert not shown_again(opened, at(folder, "explore"), "html[data-look=dark]")


def shown_again(page: Page, address: str, what: str) -> bool:
    """Whether a page shows what was kept; of pages on a disk, Chromium gives about one load in fifty an empty store."""
    for _ in range(5):
        page.goto("about:blank")
        page.goto(address)
        if page.locator(what).count() == 1:
            return True
    return False


def test_copying_works(folder: Path, cut: BrowserContext, opened: Page) -> None:
    cut.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.goto(at(folder, CLAIM))
    opened.locator(".copy button").first.click()
    opened.get_by_text("Copied", exact=True).wait_for()


def test_a_folder_that_lost_the_search_says_so(folder: Path, cut: BrowserContext, tmp_path: Path) -> None:
    lost = tmp_path / "lost"
    shutil.copytree(folder, lost, ignore=shutil.ignore_patterns("carried.js", "sources", "claims"))
    page = cut.new_page()
    page.goto((lost / "START-HERE.html").as_uri())
    page.locator(states.SEARCH_OPENER).click()
    page.get_by_text("The search could not be loaded here.").wait_for()
