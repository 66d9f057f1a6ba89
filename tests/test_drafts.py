"""Drafts in the preview: marked on their pages and wherever one is named, and nowhere to be found without it."""

import re
from pathlib import Path

import pytest
from lxml import html

import invented
from press import addresses, edition, rules
from press.edition import Edition
from press.leaves import Leaf
from press.records import KINDS, Omission, Record
from press.records.vocabulary import Status
from press.unpublished import MARK, NOT_FOUND, owner

HEAD = re.compile(r"\A(?:#.*\n)*")
STATUS = re.compile(r"^status: \w+$", re.MULTILINE)


def as_draft(text: str) -> str:
    if text.startswith("{"):
        return text.replace("{", "{status: draft, ", 1)
    return (
        STATUS.sub("status: draft", text) if STATUS.search(text) else HEAD.sub(r"\g<0>status: draft\n", text, count=1)
    )


@pytest.fixture(scope="module")
def all_drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented publication before any of it is published."""
    root = invented.lay_out(tmp_path_factory.mktemp("drafts"))
    for file in sorted((root / "data").rglob("*.yml")):
        file.write_text(as_draft(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert invented.shown(rules.examine(root)[1]) == ""
    return root


@pytest.fixture(scope="module")
def preview(all_drafts: Path) -> Edition:
    return edition.build(all_drafts, drafts=True)


def records(root: Path) -> list[Record]:
    return list(rules.examine(root)[0].records.values())


def test_every_kind_is_a_draft_there(all_drafts: Path) -> None:
    found = records(all_drafts)
    assert {type(each) for each in found} == set(KINDS)
    assert {each.status for each in found} == {Status.DRAFT}


def test_readers_get_none_of_it(all_drafts: Path) -> None:
    made = edition.build(all_drafts)
    own = [leaf.path for leaf in made.leaves if owner(leaf.path)]
    assert own == []
    assert [leaf.path for leaf in made.leaves if MARK in leaf.body or NOT_FOUND in leaf.head] == []


def marked(leaf: Leaf) -> bool:
    """Whether the page says above all else that it is a draft, names the file, and stays out of search engines."""
    page = html.document_fromstring(leaf.body)
    notes = page.xpath("//aside[@class='draft-note'][not(preceding::h1)]")
    told = notes and re.search(r"^Draft .* when (data/\S+\.yml) says status: published", notes[0].xpath("string()"))
    quiet = NOT_FOUND in leaf.head or bool(page.xpath("//meta[@name='robots']"))
    return bool(told) and leaf.title.startswith("Draft: ") and quiet


def test_every_page_of_a_draft_says_that_it_is_one(preview: Edition, all_drafts: Path) -> None:
    pages = [leaf for leaf in preview.leaves if owner(leaf.path)]
    kinds = {owner(leaf.path)[0] for leaf in pages}  # type: ignore[index]
    assert kinds == {kind.KIND for kind in KINDS if addresses.has_own_page(kind.KIND)}
    assert [leaf.path for leaf in pages if not marked(leaf)] == []
    others = [leaf for leaf in preview.leaves if not owner(leaf.path)]
    assert [leaf.path for leaf in others if marked(leaf)] == []


def test_no_page_of_a_draft_gives_a_day_of_publication_a_version_or_a_citation(preview: Edition) -> None:
    told = set()
    for leaf in (each for each in preview.leaves if owner(each.path)):
        page = html.document_fromstring(leaf.body)
        text = " ".join(page.text_content().split())
        assert not re.search(r"first published|No correction since|[Vv]ersion \d, |published \d|BibTeX", text), (
            leaf.path
        )
        assert not page.xpath("//div[contains(@class, 'copy--text')]"), leaf.path
        if re.search("not published yet", text, re.IGNORECASE):
            told.add(owner(leaf.path)[0])  # type: ignore[index]
    assert told == {"case", "claim", "lesson", "story", "comparison"}


def test_what_is_published_is_cited_in_the_preview_too(tmp_path: Path) -> None:
    made = edition.build(invented.lay_out(tmp_path), drafts=True)
    assert [leaf.path for leaf in made.leaves if "ot published yet" in leaf.body] == []
    assert "copy--text" in next(leaf.body for leaf in made.leaves if leaf.path.startswith("claims/library"))


def test_wherever_a_draft_is_named_with_its_address_the_mark_stands_with_it(preview: Edition, all_drafts: Path) -> None:
    there = {addresses.stands(each) for each in records(all_drafts)} - {""}
    seen = set()
    for leaf in preview.leaves:
        for link in html.document_fromstring(leaf.body).xpath("//a[@href][not(ancestor::*[local-name()='svg'])]"):
            address = re.sub(r"^(?:\.\./|\./)+", "", link.get("href"))
            assert (address in there) == bool(link.xpath("span[@class='draft']")), (leaf.path, address)
            seen |= {address} & there
    kinds = {each.KIND for each in records(all_drafts) if addresses.stands(each) in seen}
    assert {"case", "claim", "source", "voice", "technique", "comparison", "correction"} <= kinds


@pytest.mark.parametrize("kind", ["term", "correction", "omission"])
def test_a_draft_among_others_is_marked_at_its_heading(preview: Edition, all_drafts: Path, kind: str) -> None:
    leaves = {leaf.path: leaf for leaf in preview.leaves}
    for record in (each for each in records(all_drafts) if kind == each.KIND):
        path, _, anchor = addresses.of(record).partition("#")
        pages = [path, addresses.missing(record.case)] if isinstance(record, Omission) else [path]
        for each in pages:
            (place,) = html.document_fromstring(leaves[each].body).xpath(f"//*[@id='{anchor}']")
            (heading,) = place.xpath("(.//dt | .//h2 | .//h3)[1]")
            assert heading.xpath("span[@class='draft']"), each


def test_slots_of_hand_written_pages_mark_drafts_too(preview: Edition) -> None:
    assert MARK in preview.slots["case-front"]("")


def test_what_is_public_bears_no_mark_among_drafts(tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path, {"data/terms/spring-flood.yml": invented.STATES["data/terms/spring-flood.yml"]})
    made = edition.build(root, drafts=True)
    bodies = {leaf.path: leaf.body for leaf in made.leaves}
    assert [path for path, body in bodies.items() if MARK in body] == ["terms/"]
    assert bodies["terms/"].count(MARK) == 1
    assert [leaf.path for leaf in made.leaves if NOT_FOUND in leaf.head] == []
