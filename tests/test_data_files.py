"""The open data: every record has its file, every file is what its schema says, and the tables are safe to open."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator, ValidationError

import hostile
import invented
from press import addresses, edition, graph
from press.exports import data
from press.exports.data import schemas
from press.exports.data.documents import SHAPES
from press.exports.data.evidence import survives
from press.exports.data.shape import FORMAT
from press.exports.data.tables import TABLES, cell, defused
from press.graph import Publication
from press.graph.origins import footing
from press.leaves import Site
from press.pages.part import standing
from press.records import KINDS, Fingerprint
from press.records.base import Others, Own
from press.records.places import places

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/below/")
Files = Mapping[str, bytes]


def public(root: Path) -> Publication:
    publication, problems = edition.examine(root)
    assert invented.shown(problems) == ""
    return graph.without_drafts(publication)


def files(publication: Publication, site: Site = SITE) -> Files:
    made = list(data.files(publication, site))
    assert len({file.path for file in made}) == len(made)
    return {file.path: file.data for file in made}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return public(invented.lay_out(tmp_path_factory.mktemp("data"), invented.STATES))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The invented publication with a text in every field that a record may have."""
    return edition.examine(hostile.lay_out(tmp_path_factory.mktemp("full")).root)[0]


@pytest.fixture(scope="module", params=["real", "invented", "full"])
def publication(request: pytest.FixtureRequest) -> Publication:
    """Each publication that there is."""
    if request.param == "real":
        return public(ROOT)
    return request.getfixturevalue("sample" if request.param == "invented" else "full")


@pytest.fixture(scope="module")
def made(publication: Publication) -> Files:
    return files(publication)


def read(found: Files, path: str) -> Any:
    return json.loads(found[path])


def documents(found: Files) -> Iterator[tuple[str, Any]]:
    """Every file of a record, and its path."""
    for path in found:
        if path.endswith(".json") and not path.startswith(addresses.DATA):
            yield path, read(found, path)


def strings(value: Any, under: str = "") -> Iterator[tuple[str, str]]:
    """Every string inside a JSON value, with the name of the field that holds it."""
    if isinstance(value, str):
        yield under, value
    for name, each in value.items() if isinstance(value, dict) else ():
        yield from strings(each, name)
    for each in value if isinstance(value, list) else ():
        yield from strings(each, under)


# --- files


def test_every_record_has_its_file_and_so_has_every_record_that_is_gone(publication: Publication, made: Files) -> None:
    keys = {key for key in (*publication.records, *publication.gone) if key[0] != Fingerprint.KIND}
    assert {path for path, _ in documents(made)} == {addresses.data(*key) for key in keys}
    assert set(SHAPES) == set(KINDS) - {Fingerprint}


def test_a_file_is_utf_8_with_a_line_break_at_its_end(made: Files) -> None:
    for path, found in made.items():
        assert found.decode("utf-8").endswith("\n"), path
        assert not found.startswith(b"\xef\xbb\xbf"), path
        assert path.endswith(".csv") or b"\r" not in found, path


def test_a_file_says_where_it_stands_under_which_licence_and_in_which_format(made: Files) -> None:
    for path, found in documents(made):
        assert found["json"] == path
        assert path.endswith(f"/{found['identifier']}.json")
        assert found["formatVersion"] == FORMAT
        assert found["license"].startswith("https://creativecommons.org/licenses/by/4.0/")
        assert found["publisher"] == {"name": "Claim by Claim", "url": SITE.url}


def test_the_index_names_every_file_once_with_its_checksum(made: Files) -> None:
    index = read(made, addresses.DATA_INDEX)
    entries = {each["json"]: each for each in index["records"]} | {each["path"]: each for each in index["files"]}
    assert len(entries) == len(index["records"]) + len(index["files"])
    assert set(entries) == set(made) - {addresses.DATA_INDEX}
    sums = {path: subprocess_sum(found) for path, found in list(made.items())[:3]}
    assert {path: entries[path]["sha256"] for path in sums} == sums
    for path, found in documents(made):
        same = {name: found[name] for name in ("kind", "identifier", "status", "dateModified") if name in found}
        assert same.items() <= entries[path].items()


def subprocess_sum(found: bytes) -> str:
    """The checksum as another program has it."""
    run = subprocess.run(["sha256sum"], input=found, capture_output=True, check=True)
    return run.stdout.split()[0].decode()


def test_every_address_leads_to_a_page_or_a_place_on_one() -> None:
    """On the real site, where there is most to go wrong."""
    built = edition.build(ROOT, site=SITE)
    bodies = {leaf.path: leaf.body for leaf in built.leaves}
    found = {file.path: file.data for file in built.files}
    seen = 0
    for path, document in documents({path: each for path, each in found.items() if "/oembed" not in path}):
        for name, address in strings(document):
            if name in ("address", "json", "movedToJson"):
                page, _, anchor = address.partition("#")
                assert page in found or page in bodies, (path, address)
                assert not anchor or f'id="{anchor}"' in bodies[page], (path, address)
                seen += 1
    assert seen > 1000


def test_a_page_leads_to_the_data_of_its_record(sample: Publication) -> None:
    built = edition.build(ROOT, site=SITE)
    found = {file.path for file in built.files}
    own = {leaf.path: leaf for leaf in built.leaves if re.fullmatch(r"[a-z]+/[a-z0-9-]+/", leaf.path)}
    assert len(own) > 200
    for path, leaf in own.items():
        links = [each.path for each in leaf.links if each.type == "application/json"]
        assert links == [path.rstrip("/") + ".json"], path
        assert links[0] in found
    claim = next(leaf for path, leaf in own.items() if path.startswith("claims/"))
    assert f'href="../../{claim.path.rstrip("/")}.json"' in claim.body


def test_a_moved_record_says_where_it_stands_and_a_withdrawn_one_why_it_went(sample: Publication) -> None:
    found = files(sample)
    moved = read(found, "claims/door-notice-gives-hours.json")
    assert (moved["status"], moved["dateModified"]) == ("moved", "2024-09-22")
    assert moved["movedTo"]["address"] == "claims/notice-gives-ten-to-six/"
    assert read(found, moved["movedToJson"])["status"] == "published"
    withdrawn = read(found, "techniques/empty-shelf.json")
    assert (withdrawn["status"], withdrawn["text"]) == ("withdrawn", "It was no technique.")
    assert "movedTo" not in withdrawn


def test_a_draft_is_in_no_file(sample: Publication) -> None:
    assert not [path for path, found in files(sample).items() if b"spring-flood" in found or b"Spring flood" in found]


def test_a_site_without_an_address_has_the_same_files_without_whole_ones(sample: Publication) -> None:
    nowhere = files(sample, Site())
    assert set(nowhere) == set(files(sample))
    assert not [path for path, found in nowhere.items() if SITE.url.encode() in found]
    claim = read(nowhere, "claims/library-open-longer-than-ever.json")
    assert "url" not in claim
    assert "[town's ledger](sources/archive-ledger/)" in claim["answer"]


def test_an_empty_publication_has_its_tables_and_its_index() -> None:
    found = files(Publication({}, {}, {}, frozenset()))
    assert read(found, addresses.DATA_INDEX)["records"] == []
    assert found["data/claims.jsonl"] == b""
    assert len(found["data/claims.csv"].splitlines()) == 1


# --- what they say


def test_every_text_of_a_record_is_in_its_file(full: Publication) -> None:
    """Whatever a field is called there: nothing that an author wrote is lost, and a link is the only thing changed."""
    found, links = files(full), re.compile(r"\]\([a-z]+:[a-z0-9-]+\)|\]\(https://claims[^)]*\)")
    checked = 0
    for key, record in full.records.items():
        if key[0] != Fingerprint.KIND:
            texts = [links.sub("]", text) for _, text in strings(read(found, addresses.data(*key)))]
            for place in places(record):
                if place.marker(Own) or place.marker(Others):
                    whole = [text for text in texts if links.sub("]", place.value) in text]
                    assert whole, (key, place.loc)
                    checked += 1
    assert checked > 200


def test_links_in_prose_are_addresses(made: Files) -> None:
    texts = [text for _, document in documents(made) for _, text in strings(document)]
    left = re.compile(rf"(?:\]\(<?|\]:\s*<?|<)(?:{'|'.join(addresses.LINKABLE)}):")
    assert [text for text in texts if left.search(text)] == []
    assert any(f"]({SITE.url}" in text for text in texts)


def test_the_counts_are_those_of_the_page(publication: Publication, made: Files) -> None:
    for claim in publication.claims.values():
        document, stands = read(made, addresses.data(*claim.ref)), footing(publication, claim)
        derived = document["derived"]
        assert derived["items"] == len(claim.evidence)
        assert derived["independentOrigins"] <= derived["disinterestedOrigins"] <= derived["origins"]
        told = standing.weight(publication, claim, stands) if stands.roots else None
        assert derived.get("restsOn") == told
        if "leans on most" in (told or ""):
            assert derived["standsWithoutStrongest"] is ("would still stand" in told)
            assert derived["strongestOrigin"]["identifier"] in {
                each["origin"]["identifier"] for each in document["evidence"]
            }
        else:
            assert survives(claim, stands) is None
        assert document["version"] == publication.version(claim)


def test_who_uses_a_record_is_told_from_both_ends(made: Files) -> None:
    by_key = {(each["kind"], each["identifier"]): each for _, each in documents(made)}
    for key, document in by_key.items():
        for item in document.get("evidence", ()):
            source = by_key["source", item["citation"]["identifier"]]
            assert ("claim", document["identifier"]) in {
                (each["kind"], each["identifier"]) for each in source["usedBy"]
            }
        for user in document.get("usedBy", ()):
            other = by_key[user["kind"], user["identifier"]]
            # By its name, or in a link of its prose, which the address shows.
            assert any(key[1] in text for _, text in strings({**other, "usedBy": []})), (key, user)


def test_no_claim_is_named_without_its_finding(made: Files) -> None:
    def references(value: Any) -> Iterator[Mapping[str, Any]]:
        for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from references(each)
        if isinstance(value, dict) and value.get("kind") == "claim" and "name" in value:
            yield value

    found = [each for _, document in documents(made) for each in references(document)]
    assert found
    assert [each for each in found if "finding" not in each and "reviewRating" not in each] == []


def test_the_article_is_not_published_again(sample: Publication) -> None:
    """Beyond the quotations, no ten words of it stand one after the other in any file."""
    words = (invented.SAMPLE / "article.txt").read_text(encoding="utf-8").split()
    runs = {" ".join(words[at : at + 10]) for at in range(len(words) - 9)}
    assert len(runs) > 20
    quotes = {"exact", "prefix", "suffix", "quotation", "quotations", "headline"}
    for _, document in documents(files(sample)):
        for name, text in strings(document):
            assert name in quotes or not [run for run in runs if run in " ".join(text.split())]


def test_a_lesson_says_where_its_excerpts_stand_and_what_became_of_its_claims(sample: Publication) -> None:
    lesson = read(files(sample), "lessons/who-promised-what.json")
    case, parallel = lesson["routes"]
    (excerpt,) = case["steps"][0]["board"]["excerpts"]
    assert (excerpt["exact"], excerpt["paragraphs"]) == ("Mayor Ada Finch promised that its doors", [1])
    assert (excerpt["author"]["identifier"], excerpt["claim"]["finding"]) == ("ada-finch", "supported")
    assert [(each["version"], each["versionNow"]) for each in lesson["claims"]] == [(1, 1), (1, 2)]
    assert (case["timeRequired"], case["coreTimeRequired"], case["typicalAgeRange"]) == ("PT45M", "PT18M", "14-16")
    assert parallel["typicalAgeRange"] == "11-", "a story fits any age from its youngest on"
    assert (case["address"], parallel["address"]) == (lesson["address"], f"{lesson['address']}parallel/")
    (alignment,) = lesson["educationalAlignment"]
    assert (alignment["educationalFramework"], alignment["targetName"]) == (
        "Reading Aims, 2nd edition, 2023",
        "Telling who speaks",
    )


def test_a_question_keeps_every_answer_with_its_reason(sample: Publication) -> None:
    question = read(files(sample), "items/did-she-say-it.json")
    assert [each["right"] for each in question["options"]] == [True, False, False]
    assert question["options"][2]["text"] == "Neither {of} these: it's ~50 = #1 \\ a guess"
    assert all(each["comment"] for each in question["options"])
    assert "address" not in question, "it has no page"
    assert read(files(sample), "items/write-it-fairly.json")["acceptedAnswer"].startswith("She said that hours")


# --- schemas


def validated(found: Files, path: str, document: Any) -> None:
    schema = read(found, urljoin(f"https://x.test/{path}", document["$schema"]).removeprefix("https://x.test/"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)


def test_every_file_is_what_its_schema_says(made: Files) -> None:
    for path, document in (*documents(made), (addresses.DATA_INDEX, read(made, addresses.DATA_INDEX))):
        validated(made, path, document)


def test_every_schema_is_one_and_describes_every_property(made: Files) -> None:
    for name in schemas.PUBLISHED:
        schema = read(made, addresses.data_schema(name))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == SITE.url + addresses.data_schema(name)
        for model in (schema, *schema["$defs"].values()):
            assert model["description"]
            for field, told in model.get("properties", {}).items():
                assert re.fullmatch(r"[A-Z][^\n]+[.?]", told.get("description", "")), (name, field)
                assert {"type": "null"} not in told.get("anyOf", ()), "null is never written"


@pytest.mark.parametrize(
    "plant",
    [
        lambda claim: claim.pop("reviewRating"),
        lambda claim: claim["reviewRating"].update(finding="refuted"),
        lambda claim: claim.update(verdict="false"),
        lambda claim: claim.update(version="1"),
        lambda claim: claim.update(asOf="21 September 2024"),
        lambda claim: claim.update(contextNote=None),
        lambda claim: claim["evidence"][0].pop("citation"),
        lambda claim: claim["author"][0].update(kind="person"),
        lambda claim: claim.update(formatVersion="0.9"),
        lambda claim: claim.update(json="https://elsewhere.test/x.json"),
        lambda claim: claim.update(usedBy="nobody"),
    ],
)
def test_a_planted_fault_in_a_claim_is_found(sample: Publication, plant: Any) -> None:
    found, path = files(sample), "claims/library-open-longer-than-ever.json"
    claim = read(found, path)
    validated(found, path, claim)
    plant(claim)
    with pytest.raises(ValidationError):
        validated(found, path, claim)


@pytest.mark.parametrize(
    "plant",
    [
        lambda lesson: lesson["routes"][0].update(route="short"),
        lambda lesson: lesson["routes"][0]["sheet"]["blocks"][0].update(image="x.png"),
        lambda lesson: lesson["routes"][0]["sheet"]["blocks"][2]["table"].update(rows=[["1", 2]]),
        lambda lesson: lesson["routes"][0]["steps"][0].pop("timeRequired"),
        lambda lesson: lesson["claims"][0].pop("versionNow"),
        lambda lesson: lesson["skills"].append("speed-reading"),
        lambda lesson: lesson.update(recheckOn="soon"),
        lambda lesson: lesson.pop("contentNote"),
    ],
)
def test_a_planted_fault_in_a_lesson_is_found(sample: Publication, plant: Any) -> None:
    found, path = files(sample), "lessons/who-promised-what.json"
    lesson = read(found, path)
    validated(found, path, lesson)
    plant(lesson)
    with pytest.raises(ValidationError):
        validated(found, path, lesson)


# --- tables


def table(found: Files, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(found[f"data/{name}.csv"].decode("utf-8"), newline=""), strict=True))


def test_the_table_of_claims_is_the_lines_of_claims(made: Files) -> None:
    lines = [json.loads(line) for line in made["data/claims.jsonl"].decode("utf-8").splitlines()]
    rows = table(made, "claims")
    assert [[cell(tuple(each) if isinstance(each, list) else each) for each in line.values()] for line in lines] == [
        list(row.values()) for row in rows
    ]
    assert all(list(line) == list(rows[0]) for line in lines)


def test_a_table_is_written_as_rfc_4180_has_it(made: Files) -> None:
    for each in TABLES:
        text = made[addresses.data_table(each.name)].decode("utf-8")
        assert text.endswith("\r\n")
        width = len(text.split("\r\n", 1)[0].split(","))
        assert {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)} == {width}, each.name


def test_every_claim_item_and_source_has_its_row(publication: Publication, made: Files) -> None:
    assert {row["identifier"] for row in table(made, "claims")} == set(publication.claims)
    assert {row["identifier"] for row in table(made, "sources")} == set(publication.sources)
    items = {(claim.slug, item.id) for claim in publication.claims.values() for item in claim.evidence}
    assert [(row["claim"], row["identifier"]) for row in table(made, "evidence")] == sorted(
        items, key=[(row["claim"], row["identifier"]) for row in table(made, "evidence")].index
    )
    for row in table(made, "claims"):
        document = read(made, row["json"])
        assert (row["finding"], row["name"]) == (document["reviewRating"]["finding"], document["name"])


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_as_a_formula(sign: str) -> None:
    assert defused(f"{sign}1+1") == f"'{sign}1+1"
    assert defused(f"'{sign}1+1") == f"''{sign}1+1", "one apostrophe less is always what stood there"
    for harmless in ("1+1", "a=b", "’tis", "'tis", ""):
        assert defused(harmless) == harmless


def test_formulas_in_a_record_are_defused_in_the_tables_and_left_alone_elsewhere(tmp_path: Path) -> None:
    ground = hostile.lay_out(tmp_path)
    attacks = ["=HYPERLINK(“https://elsewhere.test”)", "+1+1", "-2+3", "@SUM(1)"]
    fields = {"Claim.title", "Claim.text", "Answer.short", "Source.title", "Source.publisher_name", "Origin.what"}
    plain = [place for place in ground.places if place.field in fields]
    assert {place.field for place in plain} == fields
    values = {place: attacks[at % len(attacks)] + place.word for at, place in enumerate(plain)}
    planted, refused = hostile.without_laws(ground, values)
    assert not refused
    found = files(planted)
    cells = [each for one in TABLES for row in table(found, one.name) for each in row.values()]
    assert [each for each in cells if re.match(r"[=+\-@\t\r]", each)] == []
    assert len([each for each in cells if re.match(r"'[=+\-@]", each)]) >= len(fields)
    names = {
        document["name"] for path, document in documents(found) if path.startswith("claims/") and "name" in document
    }
    assert any(re.match(r"[=+\-@]", name) for name in names)


# --- hostile text, and the same bytes


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_text_is_a_string_and_nothing_more(tmp_path: Path, name: str) -> None:
    ground, text = hostile.lay_out(tmp_path), hostile.TEXTS[name].strip()
    texts = {place: place.text(text) for place in ground.places}
    planted, refused = hostile.without_laws(ground, texts)
    found = files(planted)
    for path, document in documents(found):
        validated(found, path, document)
    letters = [each for _, document in documents(found) for _, each in strings(document)]
    kept = [place for place in ground.places if place not in refused]
    assert len(kept) > 20
    assert [place.field for place in kept if not any(f"{place.word} {text}" in each for each in letters)] == []
    for each in TABLES:
        assert table(found, each.name)


def test_two_runs_give_the_same_bytes_whatever_the_place_and_the_time(sample: Publication, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path / "elsewhere", invented.STATES)
    code = (
        "import hashlib, sys; from pathlib import Path; from press import edition, graph;"
        "from press.exports import data;"
        "from press.leaves import Site; p = graph.without_drafts(edition.examine(Path(sys.argv[1]))[0]);"
        "[print(f.path, hashlib.sha256(f.data).hexdigest()) for f in data.files(p, Site(sys.argv[2]))]"
    )
    said = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "C.UTF-8")):
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": seed}
        environment |= {"TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-c", code, str(root), SITE.url]
        run = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        said.add(run.stdout)
    assert len(said) == 1
    assert said.pop().splitlines() == [f"{path} {subprocess_sum(found)}" for path, found in files(sample).items()]


@pytest.mark.parametrize(
    ("file", "before", "after", "touched"),
    [
        (
            "data/claims/nobody-complained-of-new-hours.yml",
            "short: Nobody has shown a count of complaints, and we found none.",
            "short: Nobody has shown a count of complaints. We found none.",
            {"claims/nobody-complained-of-new-hours.json", "data/claims.csv", "data/claims.jsonl"},
        ),
        (
            "data/terms/reading-room.yml",
            "gloss: ",
            "gloss: Here, ",
            {"terms/reading-room.json"},
        ),
        (
            "data/items/the-cook-said-it.yml",
            "why: It was said.",
            "why: She said it.",
            {"items/the-cook-said-it.json", "data/items.csv"},
        ),
    ],
)
def test_a_record_that_did_not_change_has_the_same_file(
    sample: Publication, tmp_path: Path, file: str, before: str, after: str, touched: set[str]
) -> None:
    text = (invented.SAMPLE / file).read_text(encoding="utf-8")
    assert before in text
    root = invented.lay_out(tmp_path, {**invented.STATES, file: text.replace(before, after)})
    old, new = files(sample), files(public(root))
    changed = {path for path in old if old[path] != new[path]}
    assert changed - {addresses.DATA_INDEX, addresses.DATA_PACKAGE} == touched
