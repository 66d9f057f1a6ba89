"""With the built site alone, in an empty folder and with public libraries, anybody rebuilds what we know."""

import ast
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import building
from press import edition
from press.graph import Publication

ROOT = Path(__file__).parent.parent
CONSUMER = ROOT / "tests/consumer.py"


@pytest.fixture(scope="module")
def publication() -> Publication:
    return edition.examine(ROOT)[0]


@pytest.fixture(scope="module")
def got(built: building.Built, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the program made of the site; it runs in a folder of its own and finds nothing of ours on its path."""
    folder = tmp_path_factory.mktemp("elsewhere")
    script = folder / "consumer.py"
    script.write_text(CONSUMER.read_text(encoding="utf-8"), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-I", str(script), built.address],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "no_proxy": "*"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_the_program_knows_nothing_of_ours() -> None:
    tree = ast.parse(CONSUMER.read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    own = {file.stem for file in (ROOT / "tests").glob("*.py")} | {"press", "scripts", "mkdocs_hooks"}
    assert not {name for name in names if name and name.split(".")[0] in own}


def test_the_table_of_claims_is_rebuilt(got: Any, publication: Publication) -> None:
    found = {row["identifier"]: (row["finding"], row["confidence"], row["version"]) for row in got["claims"]}
    assert found == {
        slug: (str(claim.so.finding), str(claim.so.confidence or ""), str(publication.version(claim)))
        for slug, claim in publication.claims.items()
    }
    counted = Counter(row["findingLabel"] for row in got["claims"])
    assert counted == Counter(claim.so.finding.label for claim in publication.claims.values())


def test_the_list_of_citations_is_rebuilt(got: Any, publication: Publication, built: building.Built) -> None:
    ways = sum(len(lesson.routes) for lesson in publication.lessons.values())
    pages = len(publication.claims) + len(publication.cases) + ways
    assert len(got["bibliography"]) == len(set(got["keys"])) == pages
    for claim in publication.claims.values():
        (line,) = [each for each in got["bibliography"] if f"{built.address}claims/{claim.slug}/" in each]
        assert claim.title.replace("“", "‘").replace("”", "’") in line
        assert claim.so.finding.label in line
        assert claim.published_on[:4] in line


def test_a_feed_reader_shows_every_claim_and_correction_with_its_finding(got: Any, publication: Publication) -> None:
    feeds = {feed["title"].partition(": ")[2]: feed for feed in got["feeds"]}
    assert not any(feed["broken"] for feed in feeds.values())
    assert {"claims", "corrections"} <= set(feeds)
    shown = {entry["link"].rstrip("/").rpartition("/")[2]: entry["title"] for entry in feeds["claims"]["entries"]}
    assert set(shown) == set(publication.claims)
    for slug, title in shown.items():
        assert title.startswith(publication.claims[slug].so.finding.label)
    assert len(feeds["corrections"]["entries"]) == len(publication.corrections)
    for feed in got["feeds"]:
        assert [entry["title"] for entry in feed["entries"]] == got["jsonfeeds"][feed["title"]]


def test_the_reviews_make_a_graph_with_one_page_and_one_finding_each(got: Any, publication: Publication) -> None:
    assert got["reviews"]
    for page, review in got["reviews"].items():
        claim = publication.claims[page.rstrip("/").rpartition("/")[2]]
        assert review == {"finding": claim.so.finding.label, "claim": claim.title}


def test_the_data_package_validates(got: Any, publication: Publication) -> None:
    assert got["package"]["faults"] == []
    assert got["package"]["valid"] is True
    assert got["package"]["tables"]["claims"] == len(publication.claims)
    ways = [(lesson, str(route.route)) for lesson, each in publication.lessons.items() for route in each.routes]
    assert got["package"]["tables"]["lessons"] == len(ways)
    assert got["package"]["tables"]["items"] == len(publication.items)


def test_a_teacher_can_choose_a_lesson_by_age_and_minutes(got: Any, publication: Publication) -> None:
    found = {(row["identifier"], row["route"]): row for row in got["lessons"]}
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            row = found.pop((lesson.slug, str(route.route)))
            assert (int(row["youngest"]), int(row["oldest"])) == (route.ages.youngest, route.ages.oldest)
            assert int(row["minutes"]) == sum(step.minutes for step in route.steps)
            assert row["claims"].split("; ") == [each.claim for each in lesson.claims]
    assert found == {}


def test_a_quiz_is_rebuilt_with_its_right_answers(got: Any, publication: Publication) -> None:
    found = {row["identifier"]: row for row in got["items"]}
    assert set(found) == set(publication.items)
    for slug, item in publication.items.items():
        right = [each.text for each in item.options if each.right] or [item.model_answer]
        assert found[slug]["text"] == item.asks
        assert found[slug]["right"].split("; ") == [piece for each in right for piece in (each or "").split("; ")]


def test_the_annotations_hold_quotations_of_the_article(got: Any, publication: Publication) -> None:
    quotes = {
        quote.exact
        for claim in publication.claims.values()
        for appearance in claim.appearances
        for quote in appearance.quotes
    }
    assert set(got["annotations"]["kinds"]) == {"TextQuoteSelector"}
    assert set(got["annotations"]["exact"]) <= quotes
