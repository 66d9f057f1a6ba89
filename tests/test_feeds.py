"""The feeds: whole, valid, and of ids and dates that change with nothing but their record."""

import json
import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

import feedrules
import hostile
import invented
from press import addresses, edition
from press.edition import Edition
from press.exports import atom, feeds, jsonfeed
from press.exports.entries import Category, Entry, Feed
from press.leaves import Site
from press.records.vocabulary import SoFinding

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library imports what newer Pythons warn of
    import feedparser

SITE = Site("https://claims.millbrook.test/some/path/")
EVER = "library-open-longer-than-ever"
CLAIMS, CORRECTIONS, CASE = "feeds/claims", "feeds/corrections", "feeds/cases/library-hours"
LESSONS, LESSON = "feeds/lessons", "feeds/lessons/who-promised-what"
ALL = (CLAIMS, CORRECTIONS, CASE, LESSONS, LESSON)
NEW = "https://claims.elsewhere.test/"
OWN = "https://claims.millbrook.test/feeds/x.xml"


def made(root: Path, site: Site = SITE) -> Mapping[str, bytes]:
    """The feeds of the publication below `root`, by their paths."""
    built = edition.build(root, site=site)
    return {file.path: file.data for file in built.files if file.path.startswith(addresses.FEEDS)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.lay_out(tmp_path_factory.mktemp("feeds"))


@pytest.fixture(scope="module")
def printed(root: Path) -> Edition:
    return edition.build(root, site=SITE)


@pytest.fixture(scope="module")
def found(root: Path) -> Mapping[str, bytes]:
    return made(root)


def read(document: bytes) -> Any:
    """A feed as a feed reader has it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(document)


def entries(document: bytes) -> dict[str, bytes]:
    """The entries of an Atom feed as they are written, by their ids."""
    feed = etree.fromstring(document)
    found = feed.findall(f"{feedrules.ATOM}entry")
    return {each.findtext(f"{feedrules.ATOM}id"): etree.tostring(each, with_tail=False) for each in found}


def items(document: bytes) -> list[dict[str, Any]]:
    return json.loads(document)["items"]


def test_there_is_a_feed_for_each_thing_that_one_follows_in_two_forms(found: Mapping[str, bytes]) -> None:
    assert sorted(found) == sorted(f"{name}.{form}" for name in ALL for form in ("xml", "json"))


def test_every_feed_is_valid(found: Mapping[str, bytes]) -> None:
    for path, document in found.items():
        faults = feedrules.json_faults(document) if path.endswith("json") else feedrules.atom_faults(document)
        assert faults == [], path


def test_a_feed_reader_reads_every_feed(found: Mapping[str, bytes]) -> None:
    for path, document in found.items():
        if path.endswith(".xml"):
            feed = read(document)
            assert (feed.bozo, feed.version) == (0, "atom10"), path
            assert feed.entries
            assert feed.feed.author == "Claim by Claim"
            assert "CC BY 4.0" in feed.feed.rights
            assert feed.feed.id.startswith("urn:uuid:")
            for entry in feed.entries:
                assert entry.published_parsed
                assert entry.updated_parsed >= entry.published_parsed
                assert entry.tags


def test_both_forms_hold_the_same_entries(found: Mapping[str, bytes]) -> None:
    for name in ALL:
        first = [(each.id, each.title, each.link, each.updated) for each in read(found[f"{name}.xml"]).entries]
        other = items(found[f"{name}.json"])
        assert first == [(each["id"], each["title"], each["url"], each["date_modified"]) for each in other]


def test_an_assertion_never_stands_without_its_finding(found: Mapping[str, bytes], root: Path) -> None:
    claims = edition.examine(root)[0].claims.values()
    by_url = {each["url"]: each for each in items(found[f"{CLAIMS}.json"])}
    for claim in claims:
        entry = by_url[SITE.whole(addresses.of(claim))]
        content = html.fromstring(f"<div>{entry['content_html']}</div>").text_content()
        for text in (entry["title"], entry["summary"], content):
            assert text.startswith(claim.so.finding.label)
        assert claim.title in content
        assert claim.answer.short in content


def test_the_newest_stands_first(found: Mapping[str, bytes]) -> None:
    for path, document in found.items():
        if path.endswith("json"):
            dates = [each["date_modified"] for each in items(document)]
            assert dates == sorted(dates, reverse=True), path


def test_a_feed_holds_no_more_than_its_measure(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = items(made(root)[f"{CLAIMS}.json"])
    monkeypatch.setattr(feeds, "MOST", 2)
    assert items(made(root)[f"{CLAIMS}.json"]) == whole[:2]


def test_the_feed_of_a_case_holds_its_claims_and_what_was_corrected(found: Mapping[str, bytes]) -> None:
    own = entries(found[f"{CASE}.xml"])
    assert own == entries(found[f"{CLAIMS}.xml"]) | entries(found[f"{CORRECTIONS}.xml"])


def test_the_feed_for_teachers_tells_of_lessons_and_of_what_changed_in_them(found: Mapping[str, bytes]) -> None:
    change, lesson = items(found[f"{LESSONS}.json"])
    assert lesson["title"] == "Lesson: Who promised what?"
    assert lesson["date_modified"] == "2024-09-20T00:00:00Z"
    assert change["title"].startswith("Changed in the lesson “Who promised what?”: Contradicted: ")
    assert change["date_modified"] == "2024-09-25T00:00:00Z"
    assert "The ledger gives ten to seven." in change["content_html"]
    links = html.fromstring(f"<div>{change['content_html']}</div>").xpath("//a/@href")
    assert SITE.whole(f"claims/{EVER}/") in links
    assert SITE.whole("lessons/who-promised-what/") in links
    assert entries(found[f"{LESSON}.xml"]) == entries(found[f"{LESSONS}.xml"]), "there is one lesson"


def test_a_change_that_a_lesson_was_written_after_is_no_news_of_it(tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    file = root / "data/lessons/who-promised-what.yml"
    pinned = f"- claim: {EVER}\n    version: "
    text = file.read_text(encoding="utf-8").replace(f"{pinned}1", f"{pinned}2")
    file.write_text(text, encoding="utf-8")
    assert len(items(made(root)[f"{LESSON}.json"])) == 2, "who follows it keeps what came after it was out"
    file.write_text(text.replace("published_on: '2024-09-20'", "published_on: '2024-09-28'"), encoding="utf-8")
    assert [each["title"] for each in items(made(root)[f"{LESSON}.json"])] == ["Lesson: Who promised what?"]


def test_a_change_of_wording_is_no_news_for_teachers(tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    file = root / "data/corrections/ledger-read-again.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("kind: evidence", "kind: wording"), encoding="utf-8")
    assert len(items(made(root)[f"{LESSONS}.json"])) == 1


def test_the_feed_of_a_lesson_that_moved_answers_at_its_old_address(tmp_path: Path, found: Mapping[str, bytes]) -> None:
    moved = "{kind: moved, to: who-promised-what, on: '2024-09-24', why: A clearer name.}\n"
    feeds = made(invented.lay_out(tmp_path, {"data/lessons/promises.yml": moved}))
    for form in ("xml", "json"):
        assert feeds[f"feeds/lessons/promises.{form}"] == feeds[f"{LESSON}.{form}"]
    assert len(items(feeds[f"{LESSON}.json"])) == len(items(found[f"{LESSON}.json"])) == 2


def test_the_feed_of_a_lesson_that_was_withdrawn_says_so(tmp_path: Path) -> None:
    gone = "{kind: withdrawn, on: '2024-09-24', why: It taught the wrong claim.}\n"
    feeds = made(invented.lay_out(tmp_path, {"data/lessons/another-lesson.yml": gone}))
    (entry,) = items(feeds["feeds/lessons/another-lesson.json"])
    assert entry["title"] == "Withdrawn: a lesson"
    assert entry["url"] == SITE.whole("lessons/another-lesson/")


def test_a_correction_tells_what_changed_with_links_that_are_whole(found: Mapping[str, bytes]) -> None:
    (entry,) = items(found[f"{CORRECTIONS}.json"])
    assert entry["date_modified"] == "2024-09-25T00:00:00Z"
    assert entry["title"].startswith("Corrected (the evidence): Contradicted: ")
    assert "The ledger gives ten to seven." in entry["content_html"]
    links = html.fromstring(f"<div>{entry['content_html']}</div>").xpath("//a/@href")
    assert links == [SITE.whole(f"claims/{EVER}/"), SITE.whole("sources/archive-ledger/")]


def test_the_ids_stay_when_the_site_moves(root: Path, found: Mapping[str, bytes]) -> None:
    moved = made(root, Site(NEW))
    for path, document in found.items():
        if path.endswith(".xml"):
            assert list(entries(document)) == list(entries(moved[path]))
            assert read(document).feed.id == read(moved[path]).feed.id
            assert b"millbrook" not in moved[path]


def test_the_ids_stay_when_a_record_is_renamed(tmp_path: Path, found: Mapping[str, bytes]) -> None:
    """Twice: both old names lead to the new one, and the first of them is where the id came from."""
    old, new = "nobody-complained-of-new-hours", "no-complaint-reached-the-desk"
    root = invented.lay_out(tmp_path)
    for file in (root / "data").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (root / f"data/claims/{old}.yml").rename(root / f"data/claims/{new}.yml")
    for slug, on in (("a-middle-name", "2024-09-24"), (old, "2024-09-23")):
        text = f"{{kind: moved, to: {new}, on: '{on}', why: A clearer name.}}\n"
        (root / f"data/claims/{slug}.yml").write_text(text, encoding="utf-8")
    assert edition.examine(root)[1] == []
    renamed = made(root)[f"{CLAIMS}.xml"]
    assert set(entries(renamed)) == set(entries(found[f"{CLAIMS}.xml"]))
    assert f"claims/{new}/".encode() in renamed


def test_the_feed_of_a_case_that_moved_answers_at_its_old_address(tmp_path: Path, found: Mapping[str, bytes]) -> None:
    moved = "{kind: moved, to: library-hours, on: '2024-09-24', why: A clearer name.}\n"
    feeds = made(invented.lay_out(tmp_path, {"data/cases/hours-of-the-library.yml": moved}))
    for form in ("xml", "json"):
        assert feeds[f"feeds/cases/hours-of-the-library.{form}"] == feeds[f"{CASE}.{form}"]
    assert list(entries(feeds[f"{CASE}.xml"])) == list(entries(found[f"{CASE}.xml"]))
    assert read(feeds[f"{CASE}.xml"]).feed.id != read(found[f"{CASE}.xml"]).feed.id, "it keeps the id of its first name"


def test_the_feed_of_a_case_that_was_withdrawn_says_so(tmp_path: Path) -> None:
    gone = "{kind: withdrawn, on: '2024-09-24', why: It was no article.}\n"
    feeds = made(invented.lay_out(tmp_path, {"data/cases/the-other-library.yml": gone}))
    assert feedrules.atom_faults(feeds["feeds/cases/the-other-library.xml"]) == []
    assert feedrules.json_faults(feeds["feeds/cases/the-other-library.json"]) == []
    (entry,) = items(feeds["feeds/cases/the-other-library.json"])
    assert entry["title"] == "Withdrawn: a case"
    assert "It was no article." in entry["content_html"]


def test_an_entry_changes_with_its_own_record_alone(tmp_path: Path, found: Mapping[str, bytes]) -> None:
    root = invented.lay_out(tmp_path)
    file = root / "data/claims/mayor-promised-longer-hours.yml"
    text = file.read_text(encoding="utf-8")
    as_of = re.search(r"as_of: '(.*)'", text)[1]
    file.write_text(text.replace(f"as_of: '{as_of}'", "as_of: '2024-12-01'"), encoding="utf-8")
    before, after = entries(found[f"{CLAIMS}.xml"]), entries(made(root)[f"{CLAIMS}.xml"])
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 1
    assert b"2024-12-01T00:00:00Z" in after[changed[0]]
    assert next(iter(after)) == changed[0], "what we looked at again comes first"


def test_without_an_address_there_are_no_feeds_and_no_links_to_them(root: Path) -> None:
    assert made(root, Site()) == {}


def test_an_empty_publication_has_valid_feeds(tmp_path: Path) -> None:
    (tmp_path / "data/terms").mkdir(parents=True)
    draft = "{status: draft, name: Spring flood, gloss: The river over its banks in April.}\n"
    (tmp_path / "data/terms/spring-flood.yml").write_text(draft, encoding="utf-8")
    for path, document in made(tmp_path).items():
        faults = feedrules.json_faults(document) if path.endswith("json") else feedrules.atom_faults(document)
        assert faults == [], path


def test_every_page_that_a_feed_follows_names_it_in_its_head(printed: Edition) -> None:
    files = {file.path for file in printed.files}
    of = {
        leaf.path: {link.path for link in leaf.links if link.path.startswith(addresses.FEEDS)}
        for leaf in printed.leaves
    }
    assert of["cases/library-hours/"] == {f"{CASE}.xml", f"{CASE}.json"}
    assert of["corrections/"] == {f"{CORRECTIONS}.xml", f"{CORRECTIONS}.json"}
    assert of["claims/"] == of["explore/"] == {f"{CLAIMS}.xml", f"{CLAIMS}.json"}
    assert set().union(*of.values()) <= files


@pytest.mark.parametrize("text", hostile.TEXTS.values())
def test_a_hostile_text_comes_back_letter_by_letter(text: str) -> None:
    line = " ".join(text.split())
    entry = Entry(
        *("urn:uuid:x", line, NEW, "2024-09-21", "2024-09-22", line, f"<p>{line}</p>"),
        (Category("x", line, NEW),),
    )
    feed = Feed("urn:uuid:y", line, line, "x", NEW, "2024-09-22", (entry,))
    document = atom.document(feed, OWN, NEW)
    assert feedrules.atom_faults(document) == []
    assert etree.fromstring(document).findtext(f".//{feedrules.ATOM}entry/{feedrules.ATOM}title") == line
    (item,) = items(jsonfeed.document(feed, OWN, NEW))
    assert (item["title"], item["content_html"]) == (line, f"<p>{line}</p>")


PLANTED = [
    ("4.1.1: title stands 0", r"<title>Claim by Claim.*?</title>", ""),
    ("4.1.1: id stands 2", r"<subtitle>", "<id>urn:x</id><subtitle>"),
    ("4.1.1: rights stands 2", r"<rights>", "<rights>x</rights><rights>"),
    ("4.1.1: an entry has no author", r"<author>.*?</author>", ""),
    ("4.1.1: no link says", 'rel="self"', 'rel="related"'),
    ("4.1.1: 2 entries have the id", r"<entry>.*?</entry>", r"\g<0>\g<0>"),
    ("4.1.2: updated stands 0", r"(<entry>.*?)<updated>.*?</updated>", r"\1"),
    ("4.1.2: summary stands 2", r"<summary>", "<summary>x</summary><summary>"),
    ("4.1.2: 2 alternate links", r"(<entry>.*?)(<link [^>]*>)", r"\1\2\2"),
    ("4.1.2: an entry has neither", r"(<entry>.*?)<link [^>]*>(.*?)<content.*?</content>", r"\1\2"),
    ("3.3: '2024-09-25'", r"T00:00:00Z", ""),
    ("3.2.1", r"<name>.*?</name>", ""),
    ("3.1.1: subtitle holds", r"<subtitle>", "<subtitle><b/>"),
    ("4.2.6", r"<id>urn:uuid:", "<id>"),
    ("4.2.7.1", r'href="[^"]*"', 'href="claims/"'),
    ("4.2.2.1", r'term="[^"]*"', ""),
    ("2: it is not", r"</feed>", ""),
    ("4.1.1: the document's", r"2005/Atom", "2003/Atom"),
]


@pytest.mark.parametrize(("fault", "pattern", "planted"), PLANTED, ids=[each[0] for each in PLANTED])
def test_a_planted_fault_of_an_atom_feed_is_found(
    found: Mapping[str, bytes], fault: str, pattern: str, planted: str
) -> None:
    text = found[f"{CLAIMS}.xml"].decode()
    broken = re.sub(pattern, planted, text, flags=re.DOTALL)
    assert broken != text
    assert any(each.startswith(fault) for each in feedrules.atom_faults(broken.encode())), fault


@pytest.mark.parametrize(
    ("name", "value"),
    [("version", "https://jsonfeed.org/version/1"), ("title", ""), ("items", None), ("feed_url", "feeds/x.json")],
)
def test_a_planted_fault_of_a_json_feed_is_found(found: Mapping[str, bytes], name: str, value: str | None) -> None:
    feed = json.loads(found[f"{CLAIMS}.json"])
    feed[name] = value
    if value is None:
        del feed[name]
    assert feedrules.json_faults(json.dumps(feed).encode())


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", 7), ("content_html", ""), ("url", "claims/x/"), ("date_modified", "yesterday"), ("tags", [1])],
)
def test_a_planted_fault_of_an_item_is_found(found: Mapping[str, bytes], name: str, value: object) -> None:
    feed = json.loads(found[f"{CLAIMS}.json"])
    feed["items"][0][name] = value
    assert feedrules.json_faults(json.dumps(feed).encode())


def test_a_finding_is_a_word_of_the_vocabulary_and_leads_to_where_that_is_defined(found: Mapping[str, bytes]) -> None:
    words = {each.value: each.label for each in SoFinding}
    for entry in read(found[f"{CLAIMS}.xml"]).entries:
        first = entry.tags[0]
        assert words[first.term] == first.label
        assert first.scheme == SITE.whole(f"method/#words-{SoFinding.NAME}")
