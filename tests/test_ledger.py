"""The ledger: what `press release` keeps, what is held against it, and that every address in it still answers."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

import invented
import links
import serving
from building import Built
from conftest import Run
from press import addresses, edition, yamlfile
from press.commands import main
from press.commands.release import written
from press.graph import Publication, assemble
from press.graph.lasting import former_slugs, released
from press.leaves import Site
from press.load import LEDGER, load
from press.pages import gone
from press.records import Claim, Fingerprint
from press.records.ledger import Ledger
from press.records.vocabulary import Status
from sound import faults

ROOT = Path(__file__).parent.parent
EVER = "data/claims/library-open-longer-than-ever.yml"
SIX = "claim:notice-gives-ten-to-six"
DAY, LATER = "2024-10-01", "2024-10-02"


def ledger_of(root: Path) -> Ledger:
    return Ledger.model_validate(yamlfile.read(root / LEDGER, LEDGER, 1 << 24).values)


def publication_of(root: Path) -> Publication:
    return assemble(load(root))[0]


@pytest.fixture
def root(run: Run, tmp_path: Path) -> Path:
    """The invented publication, released once."""
    invented.lay_out(tmp_path, invented.STATES)
    assert run("release", "--root", tmp_path, "--on", DAY)[0] == 0
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


# what a release keeps


def test_a_release_keeps_every_public_record_that_readers_meet_and_no_other(root: Path) -> None:
    records = publication_of(root).records.values()
    public = {f"{each.KIND}:{each.slug}" for each in records if each.status is Status.PUBLISHED}
    names = [line.record for line in ledger_of(root).records]
    assert names == sorted(each for each in public if not each.startswith(f"{Fingerprint.KIND}:"))
    assert "term:spring-flood" not in names, "a draft is not published"


def test_a_line_holds_address_version_and_findings(root: Path) -> None:
    lines = {line.record: line for line in ledger_of(root).records}
    claim = lines["claim:library-open-longer-than-ever"]
    assert (claim.address, claim.version, claim.released_on) == ("claims/library-open-longer-than-ever/", 2, DAY)
    assert (claim.said, claim.so, claim.confidence, claim.as_of) == (
        "confirmed-primary",
        "contradicted",
        "high",
        "2024-09-25",
    )
    assert lines["omission:bell-log-was-public"].address == "cases/library-hours/#omission-bell-log-was-public"
    assert lines["origin:bell-log"].address is None


def test_the_same_records_give_the_same_bytes_on_a_later_day(run: Run, root: Path) -> None:
    kept = (root / LEDGER).read_bytes()
    assert run("release", "--root", root, "--on", LATER) == (0, f"{LEDGER}: current\n", "")
    assert (root / LEDGER).read_bytes() == kept
    assert run("release", "--root", root, "--check") == (0, f"{LEDGER}: current\n", "")


def test_many_new_records_are_counted_by_kind(run: Run, root: Path) -> None:
    for number in range(1, 12):
        (root / f"data/terms/bell-{number}.yml").write_text(
            f"{{name: bell {number}, gloss: A bell.}}\n", encoding="utf-8"
        )
    out = run("release", "--root", root, "--check")[1]
    assert out == f"11 terms: not in the ledger yet\n{LEDGER}: 11 lines to write; run 'make release'\n"


def test_a_new_record_is_no_fault_but_release_says_so(run: Run, root: Path) -> None:
    (root / "data/terms/bell.yml").write_text("{name: bell, gloss: A bell.}\n", encoding="utf-8")
    assert run("check", "--root", root)[0] == 0
    kept = (root / LEDGER).read_bytes()
    code, out, _ = run("release", "--root", root, "--check")
    assert (code, out) == (1, f"term:bell: not in the ledger yet\n{LEDGER}: 1 line to write; run 'make release'\n")
    assert (root / LEDGER).read_bytes() == kept


def test_nothing_is_released_while_there_are_faults(run: Run, root: Path) -> None:
    kept = (root / LEDGER).read_bytes()
    (root / "data/terms/bell.yml").write_text("{name: bell}\n", encoding="utf-8")
    code, out, _ = run("release", "--root", root, "--on", LATER)
    assert code == 1
    assert out.startswith("data/terms/bell.yml:1:1: 'gloss' is missing")
    assert (root / LEDGER).read_bytes() == kept


def test_a_release_is_not_dated_before_the_last_one(run: Run, root: Path) -> None:
    code, _, err = run("release", "--root", root, "--on", "2024-09-30")
    assert (code, err) == (2, f"press release: the last release was on {DAY}; give that day or a later one\n")
    assert run("release", "--root", root, "--on", "30 September")[0] == 2


def test_a_later_release_moves_a_line_on_and_keeps_when_it_first_came_out(run: Run, root: Path) -> None:
    edit(root, EVER, "  confidence: high\n  why: Three", "  confidence: moderate\n  why: Three")
    assert "the confidence was published as 'high'" in run("check", "--root", root)[1]
    (root / "data/corrections/less-sure.yml").write_text(
        "corrects: claim:library-open-longer-than-ever\non: '2024-10-02'\nkind: evidence\nwhat: One page is lost.\n"
        "before: We were sure.\nafter: We are less so.\nwhy: A page is lost.\n",
        encoding="utf-8",
    )
    assert run("check", "--root", root)[0] == 0
    code, out, _ = run("release", "--root", root, "--on", LATER)
    assert code == 0
    assert "claim:library-open-longer-than-ever: version 2 -> 3, confidence high -> moderate\n" in out
    assert out.endswith("1 record added, 1 moved on\n")
    line = next(each for each in ledger_of(root).records if each.record.endswith("longer-than-ever"))
    assert (line.version, line.confidence, line.released_on, line.changed_on) == (3, "moderate", DAY, LATER)


def test_the_same_correction_does_not_cover_a_second_change(run: Run, root: Path) -> None:
    """The sample's own correction of this claim was in the release that is in the ledger."""
    edit(root, EVER, "  finding: contradicted\n  confidence: high\n", "  finding: unsupported\n  confidence: low\n")
    code, out, _ = run("check", "--root", root)
    assert code == 1
    assert "'is it so?' was published as 'contradicted' and is 'unsupported' now; " in out
    assert "./press correct claim:library-open-longer-than-ever --kind finding" in out


def test_a_line_is_never_dropped_and_an_earlier_address_is_kept(run: Run, root: Path) -> None:
    """An omission keeps its anchor on the page of the case that it was first published with."""
    names = {line.record for line in ledger_of(root).records}
    run("move", "case:library-hours", "opening-hours", "--why", "A wider name.", "--root", root, "--on", LATER)
    assert run("release", "--root", root, "--on", LATER)[0] == 0
    lines = {line.record: line for line in ledger_of(root).records}
    assert set(lines) == names | {"case:opening-hours"}
    omission = lines["omission:bell-log-was-public"]
    assert omission.address == "cases/opening-hours/#omission-bell-log-was-public"
    assert omission.formerly == ("cases/library-hours/#omission-bell-log-was-public",)
    assert run("check", "--root", root)[0] == 0
    page = next(leaf for leaf in edition.build(root).leaves if leaf.path == "cases/library-hours/")
    assert 'id="omission-bell-log-was-public"' in page.body


def test_without_a_ledger_all_works_as_before(run: Run, tmp_path: Path) -> None:
    invented.lay_out(tmp_path)
    assert publication_of(tmp_path).ledger == ()
    assert run("check", "--root", tmp_path)[0] == 0
    assert run("release", "--root", tmp_path, "--check")[0] == 1
    assert not (tmp_path / LEDGER).exists()


def test_a_publication_without_records_has_an_empty_ledger_that_can_be_read() -> None:
    assert released(Publication({}, {}, {}, frozenset()), DAY).records == ()
    assert written(Ledger(records=())).endswith("\nrecords: []\n")


# what answers at an old address


def answers(root: Path) -> dict[str, str]:
    """The body of every page that is printed, by path."""
    return {leaf.path: leaf.body for leaf in edition.build(root).leaves}


@pytest.mark.parametrize(
    ("record", "new", "address"),
    [
        ("term:opening-hours", "hours", "terms/#opening-hours"),
        ("correction:ledger-read-again", "columns-of-the-ledger", "corrections/#ledger-read-again"),
        ("omission:bell-log-was-public", "older-hours", "cases/library-hours/#omission-bell-log-was-public"),
    ],
)
def test_what_shares_a_page_leaves_a_line_that_leads_on(
    run: Run, root: Path, record: str, new: str, address: str
) -> None:
    assert run("move", record, new, "--why", "A better name.", "--root", root)[0] == 0
    page, _, anchor = address.partition("#")
    body = html.fragment_fromstring(answers(root)[page], create_parent="main")
    line = body.xpath(f"//p[@id='{anchor}']")
    assert len(line) == 1
    assert "has moved" in line[0].text_content()
    target = line[0].xpath("a/@href")[0].partition("#")[2]
    assert new in target
    assert len(body.xpath(f"//*[@id='{target}']")) == 1


def test_a_withdrawn_record_that_shared_a_page_says_why_in_its_place(run: Run, root: Path) -> None:
    why = "It was there, in the third line."
    assert run("withdraw", "omission:bell-log-was-public", "--why", why, "--root", root, "--on", LATER)[0] == 0
    body = html.fragment_fromstring(answers(root)["cases/library-hours/"], create_parent="main")
    (line,) = body.xpath("//*[@id='omission-bell-log-was-public']")
    assert line.text_content() == f"The omission that was here was withdrawn on 2 October 2024. {why}"


def test_a_moved_claim_answers_with_its_file_its_card_and_what_machines_read(run: Run, root: Path) -> None:
    assert run("move", SIX, "ten-to-six", "--why", "Shorter.", "--root", root)[0] == 0
    publication = publication_of(root)
    assert former_slugs(publication, publication.claims["ten-to-six"]) == (
        "door-notice-gives-hours",
        "notice-gives-ten-to-six",
    )
    made = edition.build(root, site=Site("https://claims.millbrook.test/sub/"))
    leaves, files = {leaf.path: leaf for leaf in made.leaves}, {file.path: file.data for file in made.files}
    for old in ("door-notice-gives-hours", "notice-gives-ten-to-six"):
        assert leaves[f"claims/{old}/"].moved_to == "claims/ten-to-six/"
        assert leaves[f"claims/{old}/file/"].moved_to == "claims/ten-to-six/file/"
        assert leaves[f"embed/claims/{old}/"].body == leaves["embed/claims/ten-to-six/"].body
        assert files[f"embed/claims/{old}/oembed.json"] == files["embed/claims/ten-to-six/oembed.json"]
        assert f"/sub/claims/{old}/ /sub/claims/ten-to-six/ 301\n" in files["_redirects"].decode()
    # No address leads to one that leads on.
    assert all(leaves[leaf.moved_to].moved_to == "" for leaf in leaves.values() if leaf.moved_to)
    sources = {line.split()[0] for line in files["_redirects"].decode().splitlines()}
    targets = {line.split()[1] for line in files["_redirects"].decode().splitlines()}
    assert not sources & targets


def test_every_page_of_a_moved_lesson_leads_on_and_of_a_withdrawn_one_says_so(run: Run, root: Path) -> None:
    assert run("move", "lesson:who-promised-what", "a-promise", "--why", "Shorter.", "--root", root)[0] == 0
    assert run("move", "story:the-lost-cake", "a-cake", "--why", "Shorter.", "--root", root)[0] == 0
    pages = {page.path: page for page in gone.pages(publication_of(root))}
    ways = ("", "sheet/", "sheet/large/", "key/", "slides/")
    below = [f"{way}{page}" for way in ("", "parallel/") for page in ways]
    for page in below:
        assert pages[f"lessons/who-promised-what/{page}"].moved_to == f"lessons/a-promise/{page}"
    assert pages["stories/the-lost-cake/"].moved_to == "stories/a-cake/"
    text = (root / "data/lessons/a-promise.yml").read_text(encoding="utf-8")
    assert "story: a-cake" in text
    assert "(story:a-cake)" in text
    start, end = text.index("  - route: parallel\n"), text.index("\ndifferentiation:") + 1
    (root / "data/lessons/a-promise.yml").write_text(text[:start] + text[end:], encoding="utf-8")
    pages = {page.path: page for page in gone.pages(publication_of(root))}
    assert pages["lessons/who-promised-what/parallel/key/"].moved_to == "lessons/a-promise/", "it has no such way now"
    assert run("withdraw", "item:the-cook-said-it", "--why", "Nobody asks it.", "--root", root)[0] == 0
    assert run("withdraw", "lesson:a-promise", "--why", "It was none.", "--root", root)[0] == 0
    pages = {page.path: page for page in gone.pages(publication_of(root))}
    for lesson in ("who-promised-what", "a-promise"):
        for page in below:
            told = pages[f"lessons/{lesson}/{page}"]
            assert (told.moved_to, told.view.withdrawn, told.view.why) == ("", True, "It was none.")
    assert not [path for path in pages if path.startswith(("items/", "frameworks/"))], "they never had a page"


def test_a_question_without_an_address_is_kept_by_the_ledger_all_the_same(run: Run, root: Path) -> None:
    lines = {line.record: line for line in ledger_of(root).records}
    assert lines["lesson:who-promised-what"].address == "lessons/who-promised-what/"
    assert lines["story:the-lost-cake"].address == "stories/the-lost-cake/"
    assert lines["item:did-she-say-it"].address is None
    assert lines["framework:reading-aims"].address is None
    (root / "data/items/did-she-say-it.yml").unlink()
    assert "'item:did-she-say-it' was published and its file is gone" in run("check", "--root", root)[1]


def test_a_correction_beside_a_ledger_that_cannot_be_read_is_told_and_no_traceback(run: Run, root: Path) -> None:
    edit(root, "data/corrections/ledger-read-again.yml", "on: '2024-09-25'", "on: soon")
    code, out, err = run("check", "--root", root)
    assert (code, err) == (1, "")
    assert out.startswith("data/corrections/ledger-read-again.yml:")
    assert "\n1 fault\n" in out


def test_the_redirects_of_a_site_without_a_path_begin_at_its_root(root: Path) -> None:
    for site in (Site(), Site("https://claims.millbrook.test")):
        files = {file.path: file.data for file in edition.build(root, site=site).files}
        assert files["_redirects"].decode().splitlines() == [
            "/claims/door-notice-gives-hours/ /claims/notice-gives-ten-to-six/ 301",
            "/claims/door-notice-gives-hours/file/ /claims/notice-gives-ten-to-six/file/ 301",
        ]


def test_nothing_moved_makes_no_redirects(tmp_path: Path) -> None:
    assert "_redirects" not in {file.path for file in edition.build(invented.lay_out(tmp_path)).files}


def test_machines_are_told_of_a_withdrawn_claim_by_a_link_and_no_card(root: Path) -> None:
    files = {file.path: file.data for file in edition.build(root, site=Site("https://claims.millbrook.test/")).files}
    told = files["embed/claims/bell-rings-at-noon/oembed.json"].decode()
    assert '"type": "link"' in told
    assert "html" not in told


# the built site, real records with some of them moved and withdrawn

MOVES = {
    "claim:moscow-denied-okhmatdyt-strike": "denial-of-8-july-2024",
    "case:hospital-strike-denial": "denial-of-the-hospital-strike",
    "voice:reuters": "reuters-agency",
    "term:nasams": "nasams-system",
    "omission:casualties-left-out": "harm-left-out",
}
WITHDRAWN = ("omission:analysts-left-out", "source:unn-kostin")


@dataclass(frozen=True)
class Moved(Built):
    """A built copy of the publication in which records were moved and withdrawn, and the ledger from before."""

    ledger: Ledger
    kept: Publication


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    root = tmp_path_factory.mktemp("moved")
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    publication = publication_of(root)
    moves = {each: new for each, new in MOVES.items() if tuple(each.split(":")) in publication.records}
    assert len(moves) == len(MOVES), "the records have other names now; name some that are there"
    assert main(["release", "--root", str(root)]) == 0
    ledger = ledger_of(root)
    for record, new in moves.items():
        assert main(["move", record, new, "--why", "A better name.", "--root", str(root)]) == 0
    for record in WITHDRAWN:
        assert main(["withdraw", record, "--why", "It was not needed.", "--root", str(root)]) == 0
    assert main(["release", "--root", str(root)]) == 0
    with serving.server(root / "site") as server:
        address = serving.address(server)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "site")]
        environment = {"PATH": "/usr/bin:/bin", "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
        made = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stdout + made.stderr
        yield Moved(root / "site", address, ledger, publication)


def unanswered(site: Path, ledger: Ledger) -> list[str]:
    """Every address of the ledger at which the built site has no page, or a page without its anchor."""
    found, ids = [], {}
    for line in ledger.records:
        for address in line.addresses:
            path, _, anchor = address.partition("#")
            file = site / path / "index.html"
            if not file.is_file():
                found.append(f"{address}: no page")
            elif anchor:
                ids[path] = ids.get(path) or set(html.parse(str(file)).xpath("//@id"))
                found += [] if anchor in ids[path] else [f"{address}: no anchor"]
    return found


def beside(ledger: Ledger) -> list[str]:
    """What stands below or beside the pages of the ledger's claims, and what machines read of all its records."""
    slugs = [line.key[1] for line in ledger.records if line.key[0] == Claim.KIND]
    forms = ("claims/{}/file/index.html", "embed/claims/{}/index.html")
    pages = [form.format(slug) for slug in slugs for form in forms]
    files = [path for line in ledger.records for path in (*addresses.files(*line.key), addresses.data(*line.key))]
    assert slugs
    assert len(files) > len(slugs)
    return pages + files


def test_every_address_that_was_ever_published_answers(built: Built) -> None:
    ledger = ledger_of(ROOT)
    assert ledger.records
    assert unanswered(built.folder, ledger) == []
    assert [path for path in beside(ledger) if not (built.folder / path).is_file()] == []


def test_the_real_ledger_is_as_the_press_writes_it() -> None:
    assert (ROOT / LEDGER).read_text(encoding="utf-8") == written(ledger_of(ROOT))


def test_every_address_from_before_a_move_answers_after_it(moved: Moved) -> None:
    assert unanswered(moved.folder, moved.ledger) == []
    assert [path for path in beside(moved.ledger) if not (moved.folder / path).is_file()] == []
    assert (moved.folder / "cases/hospital-strike-denial/telling/index.html").is_file()
    assert links.faults(moved.folder, moved.address) == []


def test_an_address_that_does_not_answer_is_noticed(moved: Moved) -> None:
    lines = moved.ledger.records
    torn = lines[0].model_copy(update={"address": "terms/#no-such-term", "formerly": ("claims/no-such-claim/",)})
    found = unanswered(moved.folder, Ledger(records=(torn,)))
    assert found == ["terms/#no-such-term: no anchor", "claims/no-such-claim/: no page"]


def test_a_reader_of_an_old_address_is_led_on_at_once(moved: Moved, chromium: Browser) -> None:
    complaints: list[str] = []
    for scripts in (True, False):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(f"{moved.address}claims/moscow-denied-okhmatdyt-strike/")
        page.wait_for_url(f"{moved.address}claims/denial-of-8-july-2024/", timeout=10_000)
        assert page.locator("h1").count() == 1
        context.close()
    assert complaints == [], "the policy lets a page lead on"


def test_the_old_page_names_the_new_one_and_has_no_fault_of_accessibility(moved: Moved, chromium: Browser) -> None:
    new = f"{moved.address}claims/denial-of-8-july-2024/"
    page = chromium.new_page()
    page.route(new, lambda route: route.fulfill(status=204))  # so that the old page stays to be looked at
    page.goto(f"{moved.address}claims/moscow-denied-okhmatdyt-strike/", wait_until="commit")
    page.locator("footer").last.wait_for()
    assert page.locator("link[rel=canonical]").get_attribute("href") == new
    refresh = page.locator("meta[http-equiv=refresh]").get_attribute("content")
    assert refresh == "0; url=../../claims/denial-of-8-july-2024/"
    assert page.locator("main a").first.evaluate("link => link.href") == new
    assert faults(page) == ""
    page.close()


def test_old_addresses_are_in_no_sitemap_and_in_no_search(moved: Moved) -> None:
    sitemap = (moved.folder / "sitemap.xml").read_text(encoding="utf-8")
    index = (moved.folder / "search/search_index.json").read_text(encoding="utf-8")
    for old in ("claims/moscow-denied-okhmatdyt-strike/", "cases/hospital-strike-denial/"):
        assert f"/{old}<" not in sitemap
        assert f'"{old}"' not in index
    assert "/claims/denial-of-8-july-2024/<" in sitemap


def test_a_host_that_can_redirect_is_told_of_each_moved_page(moved: Moved) -> None:
    lines = (moved.folder / "_redirects").read_text(encoding="utf-8").splitlines()
    base = serving.PREFIX.rstrip("/")
    for line in lines:
        old, new, code = line.split(" ")
        assert code == "301"
        assert (moved.folder / old.removeprefix(f"{base}/") / "index.html").is_file()
        target = html.parse(str(moved.folder / new.removeprefix(f"{base}/") / "index.html"))
        assert not target.xpath("//meta[@http-equiv='refresh']"), "it would lead on twice"
    assert f"{base}/voices/reuters/ {base}/voices/reuters-agency/ 301" in lines
    old, new = "cases/hospital-strike-denial/missing/", "cases/denial-of-the-hospital-strike/missing/"
    assert f"{base}/{old} {base}/{new} 301" in lines
