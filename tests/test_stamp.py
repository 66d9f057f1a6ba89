"""Stamping: leaves set into a frame, the files for crawlers, the search entries, and hand-written pages."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pytest

from press.leaves import Leaf, SearchEntry, Site
from press.stamp import BASE, TOKENS, Frame, Handwritten, edit_links, here, sections, sitemap, stamp

SITE = Site("https://paper.test/sub/", "https://host.test/desk/claims/", "")
SHELL = "|".join([BASE, *TOKENS.values(), here("cases/library/"), here("explore/")])
HOSTILE = """<script>alert("1")</script> & {{ 7 * 7 }} 'x'"""


def leaf(path: str, **more: object) -> Leaf:
    return Leaf(**({"path": path, "title": "T", "description": "D", "body": "<p>B</p>"} | more))


def stamped(page: Leaf, site: Site = SITE, shell: str = SHELL) -> dict[str, str]:
    entries = {"cases/library/": "case", "explore/": "explore"}
    names = ["base", *TOKENS, "case", "explore"]
    return dict(zip(names, Frame(shell, site, entries).page(page).split("|"), strict=True))


@pytest.mark.parametrize(
    ("path", "base"), [("", "."), ("x.html", "."), ("a/", ".."), ("a/b/", "../.."), ("a/b/c/", "../../..")]
)
def test_the_root_is_as_far_away_as_the_page_is_deep(path: str, base: str) -> None:
    assert stamped(leaf(path))["base"] == base


def test_plain_text_is_escaped_and_html_is_not() -> None:
    page = stamped(leaf("a/", title=HOSTILE, description=HOSTILE, body="<b>b</b>", head="<meta>"))
    safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{ 7 * 7 }} &#x27;x&#x27;"
    assert (page["title"], page["description"]) == (safe, safe)
    assert (page["body"], page["head"]) == ("<b>b</b>", "<meta>")


def test_a_text_that_looks_like_a_token_stays_as_it_is() -> None:
    assert stamped(leaf("a/", body=TOKENS["title"], title=BASE))["body"] == TOKENS["title"]


def test_the_canonical_address_is_whole_and_is_left_out_without_a_site_address() -> None:
    assert stamped(leaf("claims/x/"))["canonical"] == "https://paper.test/sub/claims/x/"
    assert stamped(leaf("claims/x/"), Site())["canonical"] == ""


def test_the_navigation_shows_the_page_itself_and_the_section_that_it_belongs_to() -> None:
    assert stamped(leaf("explore/"))["explore"] == ' aria-current="page"'
    within = stamped(leaf("claims/x/", section="case"))
    assert (within["case"], within["explore"]) == (' aria-current="true"', "")


def test_an_entry_opens_the_section_of_its_page_or_else_of_its_path() -> None:
    leaves = (leaf("cases/library/", section="case"),)
    assert sections(("./", "cases/library/", "method/"), leaves) == {
        "./": ".", "cases/library/": "case", "method/": "method"
    }  # fmt: skip


def test_the_foot_leads_to_the_file_or_folder_of_a_page_and_to_a_form_for_those_without_git() -> None:
    file = edit_links(SITE, "data/claims/x.yml", "claims/x/")
    assert 'href="https://host.test/desk/claims/edit/main/data/claims/x.yml">Suggest a change to this page' in file
    asked = "template=2-wrong-fact.yml&amp;page=https%3A%2F%2Fpaper.test%2Fsub%2Fclaims%2Fx%2F"
    assert f'href="https://host.test/desk/claims/issues/new?{asked}">Report a mistake on this page' in file
    folder = edit_links(SITE, "data/claims", "explore/")
    assert 'href="https://host.test/desk/claims/tree/main/data/claims">See the files behind this page' in folder
    assert edit_links(SITE, "", "x/").count("<li>") == 1
    assert "page=the+front+page" in edit_links(Site(repository="https://host.test/o/r"), "docs/index.md", "")
    assert edit_links(Site(), "data/claims/x.yml", "claims/x/") == ""


def test_the_sitemap_lists_every_page_once_sorted_with_the_dates_of_the_records() -> None:
    leaves = (leaf("b/", on="2025-03-01"), leaf("a/"), leaf("old.html"))
    found = sitemap.files(leaves, ("method/", ""), SITE)
    urls = [[element.text for element in url] for url in ElementTree.fromstring(found["sitemap.xml"])]  # noqa: S314
    at = "https://paper.test/sub/"
    assert urls == [[at], [at + "a/"], [at + "b/", "2025-03-01"], [at + "method/"]]
    assert gzip.decompress(found["sitemap.xml.gz"]) == found["sitemap.xml"]
    assert f"Sitemap: {at}sitemap.xml\n".encode() in found["robots.txt"]


def test_the_packed_sitemap_holds_no_time() -> None:
    assert sitemap.files((), (), SITE)["sitemap.xml.gz"][4:8] == b"\0\0\0\0"


def test_without_a_site_address_there_is_no_sitemap_and_robots_names_none() -> None:
    assert sitemap.files((leaf("a/"),), ("",), Site()) == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_searchable_pages_join_the_index_in_order_and_escaped(tmp_path: Path) -> None:
    index = tmp_path / "search/search_index.json"
    index.parent.mkdir()
    known = {"config": {}, "docs": [{"location": "", "title": "Home", "text": ""}]}
    index.write_text(json.dumps(known), encoding="utf-8")
    leaves = (leaf("b/", search=SearchEntry("<b>", "x & y")), leaf("a/", search=SearchEntry("Дощ", "")), leaf("c/"))
    stamp(leaves, (), SHELL, tmp_path, site=SITE, pages=(), nav=())
    added = json.loads(index.read_text(encoding="utf-8"))["docs"][1:]
    assert added == [
        {"location": "a/", "title": "Дощ", "text": ""},
        {"location": "b/", "title": "&lt;b&gt;", "text": "x &amp; y"},
    ]


def test_a_page_is_written_where_its_address_leads(tmp_path: Path) -> None:
    stamp((leaf("a/b/"), leaf("old.html")), (), SHELL, tmp_path, site=Site(), pages=(), nav=())
    written = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file())
    assert written == [".nojekyll", "_headers", "a/b/index.html", "old.html", "robots.txt"]


@dataclass
class Known:
    """An edition with one claim, one printed page and one slot."""

    leaves: tuple[Leaf, ...] = (leaf("explore/"),)
    slots: dict[str, object] = field(default_factory=lambda: {"laws": lambda path: f"<p>laws for {path}</p>"})

    def resolve(self, reference: str, from_path: str) -> str:
        if reference != "claim:rain":
            raise KeyError(f"no record is called '{reference}'")
        return "../" * from_path.count("/") + "claims/rain/"


KNOWN = Known()


def written(html: str, text: str = "", edition: Known | None = KNOWN) -> tuple[str, list[str]]:
    page = Handwritten("docs/method.md", text, "method/", edition)
    return page.fill(html), [str(problem) for problem in page.problems]


def test_a_slot_is_filled_for_the_page_that_it_stands_in() -> None:
    assert written("<h1>A</h1><!-- press: laws -->") == ("<h1>A</h1><p>laws for method/</p>", [])


def test_a_link_to_a_record_or_a_printed_page_is_resolved_and_others_are_left_alone() -> None:
    html, problems = written(
        '<a href="claim:rain">1</a><a class="x" href="claim:rain#e">2</a><a href="page:explore/">3</a>'
        '<a href="https://paper.test/">4</a><a href="mailto:a@paper.test">5</a><a href="about/">6</a>'
    )
    assert not problems
    assert html == (
        '<a href="../claims/rain/">1</a><a class="x" href="../claims/rain/#e">2</a><a href="../explore/">3</a>'
        '<a href="https://paper.test/">4</a><a href="mailto:a@paper.test">5</a><a href="about/">6</a>'
    )


def test_every_fault_is_named_at_its_own_place() -> None:
    text = "# A\n\n[a](claim:rein) [b](claim:rein-2) [c](claim:rein)\n\n<!-- press: lawz -->\n<!-- press laws -->\n"
    html, problems = written(
        '<a href="claim:rein">a</a><a href="claim:rein-2">b</a><a href="claim:rein">c</a>'
        '<!-- press: lawz --><!-- press laws --><a href="page:explor/">d</a><a href="javascript:x">e</a>',
        text,
    )
    assert html == "<a>a</a><a>b</a><a>c</a><a>d</a><a>e</a>"
    assert sorted(problems) == [
        "docs/method.md:1:1: no printed page has the address 'explor/'; did you mean 'explore/'?",
        "docs/method.md:1:1: no record is called 'javascript:x'",
        "docs/method.md:3:21: no record is called 'claim:rein-2'",
        "docs/method.md:3:39: no record is called 'claim:rein'",
        "docs/method.md:3:5: no record is called 'claim:rein'",
        "docs/method.md:5:1: press fills no slot called 'lawz'; did you mean 'laws'?",
        "docs/method.md:6:1: a slot is written '<!-- press: name -->'; write it so, or remove it",
    ]


def test_without_an_edition_slots_are_empty_and_links_lead_nowhere() -> None:
    assert written('<!-- press: laws --><a href="claim:rain">r</a>', edition=None) == ("<a>r</a>", [])
