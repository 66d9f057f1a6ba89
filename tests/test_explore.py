"""The table of all claims in a real browser: facets, words, order, addresses, the download, paper, keys."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

import invented
from building import Built
from press import edition
from press.pages import explore
from press.pages.part.spellings import Spellings
from sound import faults

ROOT = Path(__file__).parent.parent
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
FACETS = ("so", "confidence", "said", "then", "voice", "type", "technique")
ALL = 23


@pytest.fixture
def address(built: Built) -> str:
    """Where the page of all claims of the real publication is served."""
    return built.address + "explore/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A wide window; whatever it complains of fails the test."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    complaints: list[str] = []
    opened.on("console", lambda said: said.type in ("error", "warning") and complaints.append(said.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}") or dialog.dismiss())
    yield opened
    opened.close()
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The ids of the rows that one can see, from the top."""
    return page.locator("#claims tbody tr:visible").evaluate_all("rows => rows.map(row => row.id)")


def box(page: Page, facet: str, value: str) -> None:
    page.locator(f'#finder [name="{facet}"][value="{value}"]').click()


def counts(page: Page, facet: str) -> dict[str, int]:
    """What the page says beside each value of a facet."""
    found = page.locator(f"#finder [name={facet}]").evaluate_all(
        "boxes => boxes.map(box => [box.value, +box.parentNode.querySelector('b').textContent])"
    )
    return dict(map(tuple, found))


def values(page: Page) -> dict[str, set[str]]:
    """Row -> its values as 'facet:value', as the page holds them."""
    found = page.locator("#claims tbody tr").evaluate_all("rows => rows.map(row => [row.id, row.dataset.facets])")
    return {row: set(held.split()) for row, held in found}


def status(page: Page, number: int, of: int = ALL) -> None:
    expect(page.locator(".finder-bar [role=status]")).to_have_text(f"{number} of {of} claims")


def query(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def type_words(page: Page, text: str) -> None:
    page.locator("[name=find]").fill(text)


# --- facets


def test_every_value_of_every_facet_shows_as_many_claims_as_it_counts(page: Page, address: str) -> None:
    page.goto(address)
    held = values(page)
    assert len(held) == ALL
    for facet in FACETS:
        for value, count in counts(page, facet).items():
            box(page, facet, value)
            expected = {row for row, each in held.items() if f"{facet}:{value}" in each}
            assert set(shown(page)) == expected, (facet, value)
            assert len(expected) == count > 0
            status(page, count)
            box(page, facet, value)
    assert len(shown(page)) == ALL


def test_a_claim_has_one_finding_one_confidence_one_kind_so_their_counts_add_up(page: Page, address: str) -> None:
    page.goto(address)
    box(page, "voice", "dmitry-peskov")
    here = len(shown(page))
    assert 0 < here < ALL
    for facet in ("so", "confidence", "said", "then", "type"):
        assert sum(counts(page, facet).values()) == here, facet


def test_two_values_of_a_facet_widen_and_two_facets_narrow(page: Page, address: str) -> None:
    page.goto(address)
    held = values(page)
    box(page, "so", "contradicted")
    box(page, "so", "supported")
    either = {row for row, each in held.items() if each & {"so:contradicted", "so:supported"}}
    assert set(shown(page)) == either
    box(page, "voice", "rt")
    assert set(shown(page)) == {row for row in either if "voice:rt" in held[row]}
    assert 0 < len(shown(page)) < len(either)


def test_a_count_says_what_the_next_click_would_bring_under_the_other_choices(page: Page, address: str) -> None:
    page.goto(address)
    held = values(page)
    words = set(page.evaluate(FOUND_BY_WORDS, "kyiv"))
    assert 0 < len(words) < ALL
    box(page, "so", "contradicted")
    type_words(page, "Kyiv")
    assert counts(page, "so") == {
        value: sum(f"so:{value}" in held[row] for row in words) for value in counts(page, "so")
    }, "a facet does not narrow itself"
    for facet in FACETS[1:]:
        assert counts(page, facet) == {
            value: sum({"so:contradicted", f"{facet}:{value}"} <= held[row] for row in words)
            for value in counts(page, facet)
        }


FOUND_BY_WORDS = """word => [...document.querySelectorAll("#claims tbody tr")].filter(row =>
  ` ${row.cells[1].textContent} ${row.dataset.words}`.toLowerCase().match(`[^a-z]${word}`)).map(row => row.id)"""


def test_a_facet_says_each_finding_by_glyph_and_word(page: Page, address: str) -> None:
    page.goto(address)
    options = page.locator("label:has([name=so])")
    assert options.count() > 3
    for index in range(options.count()):
        assert options.nth(index).locator("svg").count() == 1
        assert len(options.nth(index).locator("span").inner_text()) > 5
    assert page.locator("[name=case]").count() == 0, "one case narrows nothing"


def test_a_value_that_no_claim_has_is_no_option_and_one_that_all_have_no_facet(tmp_path: Path) -> None:
    publication = edition.examine(invented.lay_out(tmp_path))[0]
    view = next(explore.pages(publication)).view
    assert {facet.name for facet in view.facets} <= {*FACETS, "case"}
    for facet in view.facets:
        assert all(option.count for option in facet.options)
        assert any(option.count < len(view.rows) for option in facet.options)


# --- words


@pytest.mark.parametrize(
    ("typed", "other"),
    [("Kyiv", "Kiev"), ("kyiv", "KYÏV"), ("Okhmatdyt", "okhmatdýt"), ("children’s", "childrens"), ("kh-101", "Kh 101")],
)
def test_one_spelling_finds_what_another_does(page: Page, address: str, typed: str, other: str) -> None:
    page.goto(address)
    type_words(page, typed)
    first = shown(page)
    assert 0 < len(first) < ALL
    type_words(page, other)
    assert shown(page) == first


def test_words_are_looked_for_in_assertion_answer_and_speakers_at_the_beginnings_of_words(
    page: Page, address: str
) -> None:
    page.goto(address)
    type_words(page, "peskov civilian")
    assert "claim-russia-does-not-strike-civilian-targets" in shown(page)
    type_words(page, "remnants kh-101 interceptor")
    assert "claim-ukrainian-interceptor-hit-okhmatdyt" in shown(page), "the short answer counts"
    type_words(page, "eskov")
    assert shown(page) == []


def test_a_text_gets_the_other_spellings_of_a_term_that_it_names_or_links_to(tmp_path: Path) -> None:
    term = "{status: published, name: Flood wall, also: [flood-defence], gloss: A wall against the river.}\n"
    publication = edition.examine(invented.lay_out(tmp_path, {"data/terms/flood-wall.yml": term}))[0]
    claim = publication.claims["library-open-longer-than-ever"]
    spellings = Spellings(publication)
    assert "flood-defence" not in spellings.words(claim)
    named = claim.model_copy(update={"text": "The flood wall stands."})
    assert "flood-defence" in spellings.words(named)
    assert "Flood wall" not in spellings.words(named).replace(named.text, ""), "what stands there is not repeated"
    within = claim.model_copy(update={"text": "A bloodflood walls."})
    assert "flood-defence" not in spellings.words(within), "a part of a word is another word"
    linked = claim.model_copy(update={"open_questions": ("Is there a [dam](term:flood-wall)?",)})
    assert {"Flood", "wall", "flood-defence"} <= set(spellings.words(linked).split())


def test_nothing_found_is_said_with_the_way_back(page: Page, address: str) -> None:
    page.goto(address)
    box(page, "so", "contradicted")
    type_words(page, "zzzz")
    status(page, 0)
    told = page.locator("#finder-none")
    expect(told).to_contain_text("No claim fits")
    assert not page.locator("#claims").is_visible()
    told.get_by_role("button", name="clear all").click()
    status(page, ALL)
    expect(told).to_be_hidden()
    assert len(shown(page)) == ALL
    assert query(page) == []
    assert page.locator("#finder :checked").count() == 0
    expect(page.locator("[name=find]")).to_be_focused()


# --- the address


def test_a_view_has_an_address_that_opens_it_elsewhere(page: Page, chromium: Browser, address: str) -> None:
    page.goto(address)
    box(page, "so", "contradicted")
    box(page, "so", "unsupported")
    page.locator("[name=sort]").select_option("confidence")
    type_words(page, "kiev")
    page.wait_for_url("**/?*find=kiev*")
    assert sorted(query(page)) == [
        ("find", "kiev"), ("so", "contradicted"), ("so", "unsupported"), ("sort", "confidence")
    ]  # fmt: skip
    before = shown(page)
    assert before
    other = chromium.new_page()
    other.goto(page.url)
    assert shown(other) == before
    assert other.locator("[name=find]").input_value() == "kiev"
    other.close()
    page.reload()
    assert shown(page) == before
    page.locator("#claims tbody tr:visible th > a").first.click()
    page.wait_for_load_state()
    assert "/claims/" in page.url
    page.go_back()
    page.locator("#finder:not([hidden])").wait_for()
    assert shown(page) == before


def test_back_and_forward_inside_the_page_bring_their_views(page: Page, address: str) -> None:
    page.goto(address + "?so=contradicted")
    contradicted = shown(page)
    page.evaluate("history.pushState(null, '', '?so=supported')")
    page.go_back()
    page.go_forward()
    expect(page.locator("[name=so][value=supported]")).to_be_checked()
    assert set(shown(page)) & set(contradicted) == set()
    page.go_back()
    expect(page.locator("[name=so][value=contradicted]")).to_be_checked()
    assert shown(page) == contradicted


@pytest.mark.parametrize(
    "asked",
    [
        "?so=true",
        "?colour=red&so",
        "?sort=price",
        "?so=__proto__&constructor=1",
        "?%ff=%ff",
        "?so[]=contradicted",
        "?&&=",
    ],
)
def test_what_an_address_asks_that_nobody_knows_does_nothing(page: Page, address: str, asked: str) -> None:
    page.goto(address + asked)
    status(page, ALL)
    assert len(shown(page)) == ALL
    assert page.locator("[name=sort]").input_value() == "number"


@pytest.mark.parametrize(
    "payload",
    ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)", "${alert(1)}", "(((", "\\"],
)
def test_a_hostile_address_executes_nothing(page: Page, address: str, payload: str) -> None:
    for name in ("find", "so", "sort", "q"):
        page.goto(f"{address}?{name}={quote(payload)}#{quote(payload)}")
        page.locator("#finder:not([hidden])").wait_for()
        assert page.locator("article :is(img, script)").count() == 0
    page.goto(f"{address}?find={quote(payload)}")
    assert page.locator("#finder-chosen span").inner_text() == f"“{payload}”"


def test_the_page_works_under_the_strict_policy(chromium: Browser, address: str) -> None:
    def guarded(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        headers = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=headers)  # type: ignore[attr-defined]

    refused: list[str] = []
    bare = chromium.new_page()
    bare.on("console", lambda said: "explore.js" in said.text and refused.append(said.text))
    bare.route("**/explore/", guarded)
    bare.goto(address)
    box(bare, "so", "contradicted")
    with bare.expect_download() as download:
        bare.get_by_role("button", name="Download as CSV").click()
    assert Path(download.value.path()).stat().st_size > 100
    assert refused == []
    bare.close()


# --- order


def test_the_table_sorts_by_number_finding_and_confidence(page: Page, address: str) -> None:
    page.goto(address)
    held = values(page)
    by_number = shown(page)
    assert page.locator("thead [aria-sort]").inner_text() == "No."
    for facet, head in (("so", "Is it so?"), ("confidence", "How sure?")):
        page.locator("[name=sort]").select_option(facet)
        order = list(counts(page, facet))
        ranks = [next(order.index(each.partition(":")[2]) for each in held[row] if each.startswith(f"{facet}:"))
                 for row in shown(page)]  # fmt: skip
        assert ranks == sorted(ranks)
        assert ranks != [ranks[0]] * len(ranks)
        assert page.locator("thead [aria-sort=ascending]").all_inner_texts() == [head]
        assert page.locator("#claims caption").inner_text() != "In the order of the article"
        same = [row for row, rank in zip(shown(page), ranks, strict=True) if rank == 0]
        assert same == [row for row in by_number if row in same], "equals stay in the order of the article"
    page.locator("[name=sort]").select_option("number")
    assert shown(page) == by_number


# --- the download


def downloaded(page: Page) -> tuple[str, list[list[str]]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    assert download.value.suggested_filename == "claims.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return text, list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_the_download_holds_what_one_sees_in_that_order(page: Page, address: str) -> None:
    page.goto(address + "?so=contradicted&so=unsupported&sort=confidence")
    text, (head, *lines) = downloaded(page)
    assert head == ["number", "assertion", "who", "place", "kind", "said", "so", "confidence", "then", "address"]
    assert [line[9].rstrip("/").rpartition("/")[2] for line in lines] == [
        row.removeprefix("claim-") for row in shown(page)
    ]
    assert all(line[9].startswith("http://127.0.0.1") for line in lines)
    assert {line[6] for line in lines} == {"Contradicted", "Unsupported"}
    first = page.locator("#claims tbody tr:visible").first
    assert lines[0][1] == first.locator("th > a").inner_text()
    assert lines[0][2] == ", ".join(first.locator("small a").all_inner_texts())
    assert lines[0][3] == " ".join(first.locator(".place").inner_text().split())
    assert all("\n" not in cell and cell == cell.strip() for line in lines for cell in line)
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == len(lines) + 1


@pytest.mark.parametrize("planted", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '="x",1', "  =1", "\tx"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(page: Page, address: str, planted: str) -> None:
    page.goto(address)
    page.evaluate("text => { document.querySelector('#claims tbody th > a').firstChild.data = text }", planted)
    _, lines = downloaded(page)
    assert lines[1][1] == "'" + planted.strip()
    assert len({len(line) for line in lines}) == 1
    assert not any(line[1].startswith("'") for line in lines[2:])


# --- keys, ears, eyes, paper


def test_all_of_it_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[name=find]").focus()
    page.keyboard.type("kiev")
    page.keyboard.press("Enter")
    assert page.url.startswith(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[name=so]").first).to_be_checked()
    rows = len(shown(page))
    status(page, rows)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "sort":
            break
    page.keyboard.press("ArrowDown")
    assert page.locator("[name=sort]").input_value() == "so"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "finder-csv"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    status(page, ALL)
    assert page.evaluate("document.activeElement.name") == "find"


def test_the_number_is_told_when_one_pauses_and_not_at_every_key(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("""() => { window.told = []; new MutationObserver(() =>
      told.push(document.querySelector("[role=status]").textContent)).observe(
      document.querySelector(".finder-bar [role=status]"), {subtree: true, childList: true, characterData: true}) }""")
    page.locator("[name=find]").press_sequentially("hospital", delay=20)
    count = len(shown(page))
    status(page, count)
    assert page.evaluate("told") == [f"{count} of {ALL} claims"]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_filter_has_no_fault_of_accessibility(page: Page, address: str, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for asked in ("?so=contradicted&find=kiev&sort=so", "?find=zzzz"):
        page.goto(address + asked)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert faults(page) == ""


def test_facets_are_open_in_a_wide_window_and_folded_in_a_narrow_one(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator("[name=so]").first.is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("[name=so]").first).to_be_hidden()
    page.get_by_text("Filter", exact=True).click()
    expect(page.locator("[name=so]").first).to_be_visible()


def test_the_page_fits_a_narrow_phone_and_is_not_endless(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for asked in ("", "?find=kiev&voice=russian-ministry-of-defence&said=confirmed-reported", "?find=" + "w" * 200):
        page.goto(address + asked)
        assert page.evaluate("document.documentElement.scrollHeight") < 9000
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_stamp_runs_into_the_next_column(page: Page, address: str) -> None:
    page.goto(address)
    for width in (768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.locator("#claims td").evaluate_all(
            "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
        )
        assert over == [], width


def test_a_browser_still_takes_the_table_for_a_table(page: Page, address: str) -> None:
    """Its rows are laid out as grids; that must not cost what a screen reader makes of them."""
    page.goto(address)
    session = page.context.new_cdp_session(page)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
        assert roles.count("table") == 1
        assert roles.count("row") == ALL + 1
        assert roles.count("rowheader") == ALL
        assert roles.count("columnheader") == 7


def test_paper_shows_the_chosen_rows_and_says_what_was_chosen(page: Page, address: str) -> None:
    page.goto(address + "?so=contradicted&so=unsupported&find=kiev")
    rows = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == rows
    assert page.locator("#finder-chosen").inner_text().strip() == "“kiev” · Is it so? Unsupported or Contradicted"
    assert page.locator(".finder-bar [role=status]").is_visible()
    assert not any(each.is_visible() for each in page.locator("main :is(button, select, input), #lists").all())


def test_without_script_all_is_listed_and_no_control_is_dead(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "?so=contradicted")
    assert len(shown(page)) == ALL
    assert page.locator("main :is(input, select, button):visible").count() == 0
    assert page.locator("#lists details").count() == 4
    context.close()


def test_a_long_table_is_drawn_in_steps_and_whole_on_paper_and_in_the_download(page: Page, address: str) -> None:
    def many(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        start, rest = answer.text().split("<tbody>", 1)
        rows, end = rest.split("</tbody>", 1)
        copies = "".join(rows.replace(' id="claim-', f' id="claim-{n}-') for n in range(10))
        route.fulfill(response=answer, body=f"{start}<tbody>{copies}</tbody>{end}")  # type: ignore[attr-defined]

    page.route("**/explore/", many)
    page.goto(address + "#claim-9-moscow-denied-okhmatdyt-strike")
    assert len(shown(page)) == 51, "a row that an address names is drawn too"
    page.goto("about:blank")
    page.goto(address)
    status(page, 230)
    assert len(shown(page)) == 50
    expect(page.locator("#finder-more")).to_contain_text("The first 50 are shown.")
    assert len(downloaded(page)[1]) == 231
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) == 230
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(shown(page)) == 50
    page.get_by_role("button", name="Show more").click()
    assert len(shown(page)) == 200
    assert page.evaluate("document.activeElement.closest('tr').id") == shown(page)[50], "one reads on where one was"
    page.get_by_role("button", name="Show more").click()
    assert len(shown(page)) == 230
    expect(page.locator("#finder-more")).to_be_hidden()
