"""The header search: what its own worker finds for what people type, and how heavy the index is."""

import gzip
import json
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from building import Built
from press.leaves import Leaf, SearchEntry, SearchPart
from press.stamp import search

LIGHT = 25 * 1024  # bytes of the index, compressed; lessons, stories and the pages for teachers take 2 KB of it
HEAVIEST = 1_000_000  # the same with ten thousand claims

# What is typed -> the pages that a reader would look for, in any order, among the first three results.
TYPED: Mapping[str, tuple[str, ...]] = {
    "Kh-101": ("terms/#kh-101", "claims/pro-kiev-media-named-kh-101/"),
    "kh101": ("terms/#kh-101",),
    "x-101": ("terms/#kh-101",),
    "Patriot": ("terms/#patriot", "claims/others-argued-aim-120-or-patriot/"),
    "hospital": ("cases/hospital-strike-denial/", "claims/okhmatdyt-hit-by-missile/"),
    "Peskov": ("voices/dmitry-peskov/",),
    "Kiev": ("terms/#kyiv",),
    "Okhmatdet": ("terms/#okhmatdyt", "claims/okhmatdyt-hit-by-missile/"),
    "Okhmatdyt": ("terms/#okhmatdyt", "claims/okhmatdyt-hit-by-missile/"),
    "okhmatd": ("terms/#okhmatdyt",),
    "okhmatdit~1": ("terms/#okhmatdyt",),
    "interceptor": ("terms/#interceptor", "claims/ukrainian-interceptor-hit-okhmatdyt/"),
    "interceptors": ("terms/#interceptor",),
    "intercepter~1": ("terms/#interceptor", "claims/ukrainian-interceptor-hit-okhmatdyt/"),
    "Bellingcat": ("voices/bellingcat/", "sources/bellingcat-thread-copy/"),
    "NASAMS": ("terms/#nasams",),
    "AMRAAM": ("terms/#aim-120",),
    "loaded language": ("techniques/loaded-language/",),
    "debris": ("terms/#remnants",),
    "air defense": ("terms/#air-defence",),
    "Kremlin": ("terms/#kremlin",),
    "security council": ("terms/#security-council",),
    "NATO summit": ("claims/nato-summit-opened-9-july-2024/",),
    "who hit the hospital": ("claims/okhmatdyt-hit-by-missile/", "claims/ukrainian-interceptor-hit-okhmatdyt/"),
    "how evidence is weighed": ("method/",),
}

ASK = """async ([worker, index, typed]) => {
  const found = new Worker(worker);
  const ask = (message) => new Promise((answered) => {
    found.onmessage = ({ data }) => answered(data);
    found.postMessage(message);
  });
  await ask({ type: 0, data: { ...(await (await fetch(index)).json()), options: { suggest: false } } });
  const results = {};
  for (const each of typed) {
    const { items } = (await ask({ type: 2, data: each })).data;
    results[each] = items.map((item) => item.filter((part) => part.score > 0).map((part) => part.location));
  }
  return results;
}"""


@pytest.fixture(scope="module")
def results(built: Built, chromium: Browser) -> dict[str, list[list[str]]]:
    """What is typed -> the results, best first; each is the parts of one page that match, best first."""
    worker = next(built.folder.glob("assets/javascripts/workers/search.*.min.js")).relative_to(built.folder)
    page = chromium.new_page()
    page.goto(built.address)
    found = page.evaluate(ASK, [built.address + worker.as_posix(), built.address + search.FILE, list(TYPED)])
    page.close()
    return found


@pytest.mark.parametrize("typed", TYPED)
def test_the_first_three_results_hold_what_a_reader_looks_for(results: dict[str, list[list[str]]], typed: str) -> None:
    first = results[typed][:3]
    tops = [location for result in first for location in result[:3]]
    pages = [location.split("#")[0] for location in tops]
    assert [wanted for wanted in TYPED[typed] if wanted not in tops + pages] == [], first


def test_a_term_by_its_own_name_is_the_very_first(results: dict[str, list[list[str]]]) -> None:
    for typed, term in (("Kh-101", "kh-101"), ("Patriot", "patriot"), ("interceptor", "interceptor"), ("Kiev", "kyiv")):
        assert results[typed][0][0] == f"terms/#{term}"


def entries(built: Built) -> list[dict[str, str]]:
    return json.loads((built.folder / search.FILE).read_text(encoding="utf-8"))["docs"]


def packed(found: list[dict[str, str]]) -> int:
    return len(gzip.compress(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()))


def test_every_record_with_a_page_and_every_term_is_in_the_index(built: Built) -> None:
    locations = [entry["location"] for entry in entries(built)]
    assert len(locations) == len(set(locations))
    for shelf in ("claims", "sources", "voices", "techniques", "cases", "comparisons"):
        pages = {f"{shelf}/{file.parent.name}/" for file in (built.folder / shelf).glob("*/index.html")}
        assert pages
        assert pages <= set(locations)
    terms = (built.folder / "terms/index.html").read_text(encoding="utf-8").count('class="term" id=')
    assert sum(location.startswith("terms/#") for location in locations) == terms > 0


def test_a_part_follows_its_page(built: Built) -> None:
    met: set[str] = set()
    for entry in entries(built):
        page, _, anchor = entry["location"].partition("#")
        assert not anchor or page in met, entry["location"]
        met.add(page)


def test_the_index_is_light(built: Built) -> None:
    assert len(gzip.compress((built.folder / search.FILE).read_bytes())) <= LIGHT


def test_ten_thousand_claims_would_still_load(built: Built) -> None:
    """Each claim weighs what one of ours weighs, packed with its like; with so many, titles alone are kept."""
    claims = [entry for entry in entries(built) if entry["location"].startswith("claims/") and entry["title"]]
    bare = [{**entry, "text": ""} for entry in claims]
    assert packed(bare) / len(bare) * 10_000 <= HEAVIEST


def leaf(path: str, entry: SearchEntry | None = None) -> Leaf:
    return Leaf(path, "T", "D", "", search=entry or SearchEntry(path, "text"))


def made(*leaves: Leaf) -> list[dict[str, str]]:
    known = {"config": {}, "docs": [{"location": "method/", "title": "Method", "text": "Long."}]}
    return json.loads(search.index(json.dumps(known), leaves))["docs"]


def test_hand_written_pages_are_found_by_their_headings() -> None:
    assert made() == [{"location": "method/", "title": "Method", "text": ""}]


def test_parts_are_escaped_and_weighed_like_pages() -> None:
    entry = SearchEntry("Terms", "", (SearchPart("x", "<b>", "a & b", weight=3),), weight=2)
    assert made(leaf("terms/", entry))[1:] == [
        {"location": "terms/", "title": "Terms", "text": "", "boost": 2},
        {"location": "terms/#x", "title": "&lt;b&gt;", "text": "a &amp; b", "boost": 3},
    ]


def test_a_large_publication_keeps_titles_and_leaves_sources_out() -> None:
    few = made(leaf("claims/x/"), leaf("sources/y/"))
    assert [entry["text"] for entry in few[1:]] == ["text", "text"]
    many = made(*(leaf(f"claims/{number}/") for number in range(search.MANY)), leaf("sources/y/"))
    assert len(many) == search.MANY + 1
    assert {entry["text"] for entry in many} == {""}
