"""Style sheets and scripts: joined in order, small, named by their content, allowed by the policy and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from press.leaves import HeadLink, Leaf, Picture, Site
from press.stamp import BOOT, Frame, bundles, is_worker, policy
from press.stamp.assets import Assets

FILES = {
    "assets/css/a.css": "/* first */ p { color: red; }\n",
    "assets/css/b.css": "p { color: light-dark(black, white); }\n",
    "assets/css/card.css": "i { top: 0; }\n",
    "assets/css/table.css": "td { top: 0; }\n",
    "assets/js/all.js": "/* why */\nlet one = 1;\n",
    "assets/js/table.js": "let two = 2;\n",
}
EVERYWHERE = ("assets/css/a.css", "assets/css/b.css", "assets/js/all.js")


def made(files: dict[str, str] = FILES) -> tuple[dict[str, str], Assets, list[str]]:
    taken: list[str] = []

    def text(path: str) -> str:
        taken.append(path)
        return files[path]

    found, assets = bundles(sorted(files), EVERYWHERE, text, "worker.js")
    return {each.path: each.text for each in found}, assets, taken


def test_what_every_page_loads_is_one_sheet_and_one_script_in_the_order_given() -> None:
    found, assets, _ = made()
    assert found[assets.style] == "p{color:red}p{color:light-dark(black,white)}"
    assert found[assets.script].strip() == "let one=1;"
    assert assets.worker == "worker.js"


def test_a_script_of_some_pages_comes_with_the_sheet_of_its_name() -> None:
    found, assets, taken = made()
    assert set(assets.pages) == {"card", "table"}
    sheet, script = assets.pages["table"]
    assert re.fullmatch(r"assets/table\.[0-9a-f]{8}\.css", sheet)
    assert found[script].strip() == "let two=2;"
    assert len(assets.pages["card"]) == 1
    assert sorted(taken) == sorted(FILES), "nothing is copied besides"


def test_a_name_changes_with_the_content_and_with_nothing_else() -> None:
    before = made()[1]
    assert made()[1] == before
    after = made(FILES | {"assets/css/b.css": "p { color: blue; }"})[1]
    assert after.style != before.style
    assert after.script == before.script


@pytest.mark.parametrize(
    ("path", "yes"),
    [
        ("assets/javascripts/workers/search.a7633da7.min.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", False),
        ("assets/javascripts/workers/search.a7633da7.min.js.map", False),
    ],
)
def test_the_search_worker_is_told_from_the_rest_of_the_theme(path: str, yes: bool) -> None:
    assert is_worker(path) is yes


def test_the_policy_allows_the_one_script_in_the_page_by_its_hash() -> None:
    allowed = b64encode(sha256(BOOT.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{allowed}'" in policy()
    assert policy("other();") != policy()
    assert policy().startswith("default-src 'none'; ")
    assert "unsafe" not in policy()


def page(**more: object) -> str:
    leaf = Leaf(path="claims/x/", title="T", description="D", body="B", **more)  # type: ignore[arg-type]
    return Frame("@press-head@|@press-body@", Site("https://paper.test/sub/"), {}, made()[1].pages).page(leaf)


def test_a_page_loads_the_parts_that_it_asks_for_from_its_own_depth() -> None:
    found = page(parts=("table",))
    assert re.search(r'<link rel="stylesheet" href="../../assets/table\.[0-9a-f]{8}\.css">', found)
    assert re.search(r'<script src="../../assets/table\.[0-9a-f]{8}\.js" defer></script>', found)


def test_links_and_the_picture_of_a_page_stand_in_its_head() -> None:
    links = (
        HeadLink("alternate", "application/json", 'The "same"', "claims/x.json"),
        HeadLink("alternate", "application/json+oembed", "Embed", "embed/x.json", whole=True),
    )
    found = page(links=links, picture=Picture("pictures/x.png", 1200, 630, 'A "stamp"'))
    assert 'title="The &quot;same&quot;" href="../../claims/x.json"' in found
    assert 'href="https://paper.test/sub/embed/x.json"' in found
    assert '<meta property="og:image" content="https://paper.test/sub/pictures/x.png">' in found
    assert '<meta property="og:image:alt" content="A &quot;stamp&quot;">' in found


def test_what_needs_a_whole_address_is_left_out_of_a_site_without_one() -> None:
    links = (HeadLink("alternate", "application/json+oembed", "Embed", "embed/x.json", whole=True),)
    leaf = Leaf("claims/x/", "T", "D", "B", links=links, picture=Picture("pictures/x.png", 1, 1, "A stamp"))
    assert Frame("@press-head@|@press-body@", Site()).page(leaf) == "|B"


def test_a_bare_page_gets_no_frame() -> None:
    leaf = Leaf("embed/x/", "T", "D", "<!doctype html>@press-title@", bare=True)
    assert Frame("@press-body@", Site()).page(leaf) == "<!doctype html>@press-title@"
