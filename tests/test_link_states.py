"""Links of sources: asked politely, on this machine alone here, and told to readers with their date."""

import ast
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html

import asked
import invented
from conftest import Run
from press import asking, render
from press.asking import Client, Found, Visitor, ask_all
from press.asking.visitor import is_public
from press.commands import links as command
from press.exports.data import shape
from press.exports.data import source as data
from press.exports.data.desk import Desk
from press.graph import Publication, without_drafts
from press.leaves import Page, Site
from press.load import LINKS, load
from press.pages import claimfile, source
from press.records.vocabulary import LinkState
from press.rules import examine
from test_house import imports

OK = (200, {"Content-Type": "text/html"}, b"<p>Here</p>")
NOTICE, LEDGER = "data/sources/opening-hours-notice.yml", "data/sources/archive-ledger.yml"


@pytest.fixture
def host() -> Iterator[asked.Host]:
    with asked.host() as made:
        yield made


def visitor(*, pause: float = 0, slept: list[float] | None = None, read: float = 5) -> Visitor:
    """One that asks this machine and nothing else, and notes how long it would sleep instead of sleeping."""
    notes = [] if slept is None else slept
    client = Client("TestLinks/1.0 (+https://site.test/)", connect=1, read=read)
    return Visitor(client, "TestLinks", pause=pause, may=lambda name: name == "127.0.0.1", sleep=notes.append)


def look(host: asked.Host, path: str = "/page") -> Found:
    return visitor().look(host.address + path)


# What an address answers


STATUSES = {
    "ok": (200, 204),
    "gone": (404, 410),
    "refuses": (401, 402, 403, 429, 451),
    "unreachable": (304, 500, 502, 503),
}


@pytest.mark.parametrize(("status", "state"), [(status, state) for state, all_ in STATUSES.items() for status in all_])
def test_a_status_is_one_state(host: asked.Host, status: int, state: str) -> None:
    host.answers["/page"] = (status, {})
    assert look(host).state == state


def test_head_is_asked_first_and_nothing_more_where_it_answers(host: asked.Host) -> None:
    host.answers["/page"] = OK
    assert look(host) == Found(LinkState.OK)
    assert host.asked == ["GET /robots.txt", "HEAD /page"]
    assert host.agents == {"TestLinks/1.0 (+https://site.test/)"}


@pytest.mark.parametrize("refusal", [403, 404, 405, 501])
def test_a_host_that_does_not_know_head_is_asked_with_get(host: asked.Host, refusal: int) -> None:
    host.answers |= {"HEAD /page": (refusal, {}), "GET /page": OK}
    assert look(host).state is LinkState.OK
    assert host.asked == ["GET /robots.txt", "HEAD /page", "GET /page"]


def test_a_host_that_hangs_up_on_head_is_asked_with_get(host: asked.Host) -> None:
    host.answers |= {"HEAD /page": lambda connection: connection.close(), "GET /page": OK}
    assert look(host).state is LinkState.OK


def test_a_page_that_moved_names_the_address_that_answered(host: asked.Host) -> None:
    in_letters = "/new?a=б".encode().decode("latin-1")  # as many hosts send it
    host.answers |= {"/page": (301, {"Location": in_letters}), "/new?a=%D0%B1": OK}
    assert look(host) == Found(LinkState.REDIRECTED, to=f"{host.address}/new?a=%D0%B1")


@pytest.mark.parametrize("whole", [True, False])
def test_a_last_slash_is_no_other_address(host: asked.Host, whole: bool) -> None:
    host.answers |= {"/page": (302, {"Location": f"{host.address if whole else ''}/page/"}), "/page/": OK}
    assert look(host) == Found(LinkState.OK)


def test_a_page_that_moved_to_nowhere_is_gone(host: asked.Host) -> None:
    host.answers["/page"] = (301, {"Location": "/missing"})
    assert look(host) == Found(LinkState.GONE)


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://169.254.169.254/latest/",
        "http://localhost:1/",
        "http://user:word@127.0.0.1/",
        "https://[::1",
        "//",
        "http://127.0.0.1:99999/",
        "ftp://127.0.0.1/",
        "http:///page",
        "/page",  # to itself, for ever
        "http://127.0.0.1:1/",  # where nobody listens
        "\x01\x02",
        "http://evil.test/" + "a" * 3000,
    ],
)
def test_where_a_hostile_answer_leads_nobody_goes(host: asked.Host, location: str) -> None:
    host.answers["/page"] = (302, {"Location": location})
    assert look(host).state in (LinkState.UNREACHABLE, LinkState.GONE)
    assert len(host.asked) <= 8
    assert {line.split()[1] for line in host.asked} <= {"/robots.txt", "/page", "/%01%02", "/\x01\x02"}


def test_a_slow_host_is_given_up(host: asked.Host) -> None:
    host.answers |= {"/robots.txt": (404, {}), "/page": lambda _: time.sleep(3)}
    began = time.monotonic()
    assert visitor(read=0.3).look(f"{host.address}/page").state is LinkState.UNREACHABLE
    assert time.monotonic() - began < 2


def test_what_speaks_no_http_or_cannot_be_trusted_did_not_answer(host: asked.Host) -> None:
    host.answers["/page"] = lambda connection: connection.sendall(b"220 mail.test ESMTP\r\n")
    assert look(host).state is LinkState.UNREACHABLE
    assert visitor().look(host.address.replace("http:", "https:") + "/page").state is LinkState.UNREACHABLE


def test_a_host_that_asks_to_wait_is_asked_once_more(host: asked.Host) -> None:
    host.answers["HEAD /page"] = [(429, {"Retry-After": "7"}), OK]
    slept: list[float] = []
    assert visitor(slept=slept).look(f"{host.address}/page").state is LinkState.OK
    assert 7 in slept


@pytest.mark.parametrize("wait", ["7", "86400", "soon", "", "Tue, 01 Oct 99999999999 10:00:00 GMT"])
def test_and_never_a_third_time(host: asked.Host, wait: str) -> None:
    host.answers["/page"] = (429, {"Retry-After": wait})
    assert look(host).state is LinkState.REFUSES
    assert len(host.asked) == (3 if wait == "7" else 2)


# Manners


def test_what_robots_txt_keeps_programs_from_is_not_asked(host: asked.Host) -> None:
    rules = b"User-agent: *\nDisallow: /page*.html$\n\nUser-agent: other\nDisallow: /\n"
    host.answers |= {"/robots.txt": (200, {}, rules), "/page-1.html": OK, "/page-1": OK}
    assert look(host, "/page-1.html") == Found(LinkState.REFUSES)
    assert host.asked == ["GET /robots.txt"]
    assert look(host, "/page-1").state is LinkState.OK


def test_a_rule_for_us_by_name_is_ours(host: asked.Host) -> None:
    host.answers |= {"/robots.txt": (200, {}, b"User-agent: testlinks\nDisallow: /\n"), "/page": OK}
    assert look(host) == Found(LinkState.REFUSES)


@pytest.mark.parametrize(("robots", "state"), [((404, {}), "ok"), ((403, {}), "ok"), ((500, {}), "unreachable")])
def test_without_rules_all_is_allowed_and_without_knowing_nothing_is(
    host: asked.Host, robots: asked.Answer, state: str
) -> None:
    host.answers |= {"/robots.txt": robots, "/page": OK}
    assert look(host).state == state


def test_one_host_is_asked_with_pauses_and_its_rules_once(host: asked.Host) -> None:
    host.answers |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 9\n"), "/a": OK, "/b": OK}
    slept: list[float] = []
    urls = {"a": f"{host.address}/a", "b": f"{host.address}/b"}
    found = ask_all(visitor(pause=2, slept=slept), urls, 10)
    assert {name: each.state for name, each in found.items()} == {"a": "ok", "b": "ok"}
    assert host.asked == ["GET /robots.txt", "HEAD /a", "HEAD /b"]
    assert [8 < each <= 9 for each in slept] == [True, True]


def test_a_round_ends_in_time_and_leaves_the_rest_out(host: asked.Host) -> None:
    host.answers |= {"/slow": lambda _: time.sleep(4)}
    with asked.host() as other:
        other.answers["/quick"] = OK
        urls = {"slow": f"{host.address}/slow", "quick": f"{other.address}/quick"}
        began = time.monotonic()
        # Two hosts of one name share their turns, so the quick one may have to wait for the slow one, too.
        assert set(ask_all(visitor(), urls, 1)) <= {"quick"}
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("name", ["town.test", "www.example.org", "xn--e1afmkfd.xn--p1ai", "9.9.9.9"])
def test_hosts_of_the_web_may_be_asked(name: str) -> None:
    assert is_public(name)


@pytest.mark.parametrize(
    "name",
    ["localhost", "127.0.0.1", "127.1", "0x7f.1", "10.0.0.3", "[::1]", "::1", "intranet", "a.local", "x.internal"],
)
def test_hosts_at_home_may_not(name: str) -> None:
    assert not is_public(name)


def test_nothing_but_the_command_reaches_the_network() -> None:
    """What asks is imported by `press links` alone, so no build can."""
    package = Path(asking.__file__).parent
    scripts = package.parent
    users = set()
    for file in scripts.rglob("*.py"):
        names = imports(ast.parse(file.read_text(encoding="utf-8")))
        if file.parent != package and any(name.startswith("press.asking") for name in names):
            users.add(file.relative_to(scripts).as_posix())
    assert users == {"commands/links.py"}


# The file


@pytest.fixture
def root(tmp_path: Path, host: asked.Host, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented publication with two sources at the test's host; what lies elsewhere is not asked."""
    monkeypatch.setattr(command, "visitor", visitor)
    invented.lay_out(tmp_path)
    for path, name in ((NOTICE, "notice"), (LEDGER, "ledger")):
        text = (tmp_path / path).read_text(encoding="utf-8")
        (tmp_path / path).write_text(re.sub(r"(?m)^url: .*$", f"url: {host.address}/{name}", text), encoding="utf-8")
    host.answers |= {"/notice": OK, "/ledger": OK}
    return tmp_path


def entry(root: Path, slug: str) -> dict[str, str]:
    loaded = load(root)
    assert loaded.problems == []
    assert loaded.links is not None
    found = next(each for each in loaded.links.sources if each.source == slug)
    return found.model_dump(mode="json", exclude_none=True)


def test_a_round_writes_what_every_source_answered(root: Path, host: asked.Host, run: Run) -> None:
    host.answers["/ledger"] = (410, {})
    code, out, err = run("links", "--root", root, "--on", "2026-11-30")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"ok: 1, gone: 1, unreachable: {len(load(root).links.sources) - 2}"
    assert "source:archive-ledger: not asked before -> gone" in out
    assert entry(root, "archive-ledger") == {
        "source": "archive-ledger", "url": f"{host.address}/ledger", "state": "gone", "since": "2026-11-30",
    }  # fmt: skip
    assert examine(root)[1] == []


def test_a_round_in_which_nothing_changed_moves_one_line(root: Path, host: asked.Host, run: Run) -> None:
    run("links", "--root", root, "--on", "2026-11-30")
    before = (root / LINKS).read_text(encoding="utf-8").splitlines()
    _, out, _ = run("links", "--root", root, "--on", "2026-12-07")
    after = (root / LINKS).read_text(encoding="utf-8").splitlines()
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("asked_on: '2026-11-30'", "asked_on: '2026-12-07'")
    ]
    assert len(out.splitlines()) == 1, "what is as it was is not told again"
    host.answers["/notice"] = (404, {})
    run("links", "--root", root, "--on", "2026-12-14")
    assert entry(root, "opening-hours-notice")["since"] == "2026-12-14"
    assert entry(root, "archive-ledger")["since"] == "2026-11-30"


def test_what_was_not_asked_in_time_keeps_its_answer_and_its_day(root: Path, host: asked.Host, run: Run) -> None:
    run("links", "--root", root, "--on", "2026-11-30")
    publication, _ = examine(root)
    ledger = publication.sources["archive-ledger"]
    later = command.combined(publication.links, {"archive-ledger": ledger}, {}, "2026-12-07")
    assert (later.asked_on, later.sources[0].asked_on, later.sources[0].state) == ("2026-12-07", "2026-11-30", "ok")
    other = ledger.model_copy(update={"url": "https://other.test/"})
    assert command.combined(publication.links, {"archive-ledger": other}, {}, "2026-12-07").sources == ()


@pytest.mark.parametrize(
    ("header", "state"),
    [
        ("Tue, 01 Oct 2024 10:00:00 GMT", "changed"),
        ("Sun, 01 Sep 2024 10:00:00 GMT", "ok"),  # before we read it
        ("Mon, 30 Nov 2026 10:00:00 GMT", "ok"),  # made while it was asked for
        ("long ago", "ok"),
        ("Tue, 01 Oct 99999999999 10:00:00 GMT", "ok"),
    ],
)
def test_a_page_that_its_host_changed_after_we_read_it_is_told(
    root: Path, host: asked.Host, run: Run, header: str, state: str
) -> None:
    host.answers["/ledger"] = (200, {"Last-Modified": header})
    run("links", "--root", root, "--on", "2026-11-30")
    assert entry(root, "archive-ledger")["state"] == state


def test_an_address_that_no_reader_could_use_is_not_written(root: Path, host: asked.Host, run: Run) -> None:
    host.answers |= {"/ledger": (302, {"Location": "/" + "a" * 2500}), "/" + "a" * 2500: OK}
    assert run("links", "--root", root, "--on", "2026-11-30")[0] == 0
    assert entry(root, "archive-ledger")["state"] == "unreachable"


def test_a_machine_without_a_network_writes_nothing(root: Path, host: asked.Host, run: Run) -> None:
    host.answers |= {"/notice": (500, {}), "/ledger": (500, {})}
    code, _, err = run("links", "--root", root)
    assert (code, (root / LINKS).exists()) == (2, False)
    assert "nothing was written" in err


@pytest.mark.parametrize("minutes", ["0", "-5", "inf", "nan", "1e300", "soon"])
def test_a_round_without_an_end_is_refused(root: Path, host: asked.Host, run: Run, minutes: str) -> None:
    code, _, err = run("links", "--root", root, f"--minutes={minutes}")
    assert (code, host.asked, (root / LINKS).exists()) == (2, [], False)
    assert f"'{minutes}' is no time for a round; write its minutes, such as 60" in err


def test_who_asks_says_who_it_is(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for name in ("SITE_URL", "REPOSITORY_URL"):
        monkeypatch.delenv(name, raising=False)
    code, _, err = run("links", "--root", root)
    assert code == 2
    assert "set SITE_URL, or REPOSITORY_URL" in err


def test_the_summary_is_plain_whatever_a_host_answered(root: Path, host: asked.Host, run: Run, tmp_path: Path) -> None:
    host.answers |= {"/ledger": (302, {"Location": "/x?`<img>[a](b)"}), "/x?%60%3Cimg%3E[a](b)": OK}
    run("links", "--root", root, "--summary", tmp_path / "summary.md")
    lines = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "## Links"
    assert all(re.fullmatch(r"- `[^`]*`", line) for line in lines[4:])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "asked_on: '2026-11-30'\nsources: [{source: a, url: 'https://a.test', state: okay, since: '2026-11-30'}]\n",
            "ok",
        ),
        ("asked_on: '2026-11-30'\n", "'sources' is missing"),
        ("asked_on: [\n", "a value is missing"),
    ],
)
def test_a_torn_file_is_a_fault_at_its_place(tmp_path: Path, text: str, fault: str) -> None:
    invented.lay_out(tmp_path, {LINKS: text})
    problems = load(tmp_path).problems
    assert [each.path for each in problems] == [LINKS]
    assert fault in problems[0].message


# What readers get


STATES = {
    "ok": "it answered.",
    "redirected": "it led to another address, at new.test.",
    "changed": "it answered, and its host said that it was changed on 1 October 2024, after we read it.",
    "refuses": "its host lets no programs look; a browser may open it.",
    "gone": "the page was gone, and has been since 2 November 2026.",
    "unreachable": "it did not answer; that may be for a while only.",
}


def laid_out(root: Path, state: str, url: str = "https://archive.millbrook.test/ledger") -> Path:
    more = {"redirected": "\n  to: https://new.test/page", "changed": "\n  modified_on: '2024-10-01'"}.get(state, "")
    line = f"- source: archive-ledger\n  url: {url}\n  state: {state}{more}\n  since: '2026-11-02'\n"
    return invented.lay_out(root, {LINKS: f"asked_on: '2026-11-30'\nsources:\n{line}"})


def published(root: Path) -> Publication:
    publication, problems = examine(root)
    assert problems == []
    return without_drafts(publication)


def printed(root: Path, pages: Callable[[Publication], Iterator[Page]], path: str = "") -> str:
    """The pages of a kind whose address begins with `path`, one after the other."""
    publication = published(root)
    renderer = render.Renderer(publication)
    return "".join(renderer.leaf(page).body for page in pages(publication) if page.path.startswith(path))


@pytest.mark.parametrize("state", LinkState)
def test_a_sources_page_says_when_its_link_was_looked_at_and_what_came(tmp_path: Path, state: LinkState) -> None:
    page = html.fromstring(printed(laid_out(tmp_path, state), source.pages, "sources/archive-ledger/"))
    told = page.xpath("//dt[text()='The link']/following-sibling::dd[1]")[0].text_content()
    assert told == f"Last looked at by a program on 30 November 2026: {STATES[state]}"
    first = page.xpath("//dt[text()='Read it']/following-sibling::dd[1]//a")[0].get("href")
    assert first.startswith("https://web.archive.org/") is (state is LinkState.GONE)
    assert len(page.xpath("//a[@href='https://archive.millbrook.test/ledger']")) == 1


def test_where_a_page_is_gone_the_copy_comes_first_wherever_it_is_cited(tmp_path: Path) -> None:
    for state, first in (("ok", False), ("gone", True)):
        body = printed(laid_out(tmp_path / state, state), claimfile.pages)
        address = "https://archive.millbrook.test/ledger"
        page, copy = body.index(f'"{address}"'), body.index(f'"https://web.archive.org/web/*/{address}"')
        assert (copy < page) is first


@pytest.mark.parametrize("url", ["https://archive.millbrook.test/another", ""])
def test_nothing_is_told_of_a_link_that_was_not_asked(tmp_path: Path, url: str) -> None:
    root = laid_out(tmp_path, "gone", url) if url else invented.lay_out(tmp_path)
    assert "Last looked at" not in printed(root, source.pages)


def test_the_data_of_a_source_has_the_state(tmp_path: Path) -> None:
    publication = published(laid_out(tmp_path, "redirected"))
    desk = Desk(publication, Site())
    told = json.loads(shape.written(data.source(desk, publication.sources["archive-ledger"])))
    assert told["link"] == {
        "state": "redirected", "date": "2026-11-30", "since": "2026-11-02", "redirectedTo": "https://new.test/page",
    }  # fmt: skip
    assert data.source(desk, publication.sources["bell-log-scan"]).link is None
