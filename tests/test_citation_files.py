"""The files to cite from: one for the whole at the top of the repository, and all pages in two for programs."""

import json
import re
import tomllib
import warnings
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import yaml

import invented
from press import edition
from press.exports import citations
from press.leaves import Site

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/")

# The top of https://citation-file-format.github.io/1.2.0/schema, as far as our file goes into it.
REQUIRED = {"authors", "cff-version", "message", "title"}
KNOWN = REQUIRED | {
    *("abstract", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url"),
    *("preferred-citation", "references", "repository", "repository-artifact", "repository-code"),
    *("type", "url", "version"),
}
ENTITY = {
    *("address", "alias", "city", "country", "date-end", "date-start", "email", "fax", "location", "name", "orcid"),
    *("post-code", "region", "tel", "website"),
}


def faults(told: Any) -> list[str]:
    """What a CITATION.cff file breaks of the schema."""
    if not isinstance(told, dict):
        return ["it is no mapping"]
    found = [f"{name} is missing" for name in REQUIRED - set(told)] + [
        f"{name} is unknown" for name in set(told) - KNOWN
    ]
    found += [f"{name} is no text" for name in set(told) & KNOWN - {"authors", "keywords"} if not told[name]]
    found += [
        f"{name} is no text" for name in ("version", "title", "message") if not isinstance(told.get(name, ""), str)
    ]
    if told.get("cff-version") != "1.2.0":
        found.append("cff-version is not 1.2.0")
    if told.get("type", "software") not in ("software", "dataset"):
        found.append("type is neither software nor dataset")
    authors = told.get("authors") or [{}]
    found += ["an author is no entity with a name" for each in authors if not each.get("name") or set(each) - ENTITY]
    return found


def cff() -> Any:
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_the_file_at_the_top_is_valid() -> None:
    assert faults(cff()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[(name, None) for name in sorted(REQUIRED)],
        *(("type", "publication"), ("cff-version", "1.1.0"), ("version", 0), ("licence", "MIT"), ("title", "")),
        *(("authors", [{"family-names": "X"}]), ("authors", [{"name": "X", "role": "y"}])),
    ],
)
def test_a_planted_fault_of_it_is_found(name: str, value: object) -> None:
    told = cff() | {name: value}
    if value is None:
        del told[name]
    assert faults(told)


def test_it_says_what_the_project_says_of_itself() -> None:
    told, project = cff(), tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["version"] == project["version"]
    assert told["license"] in project["license"]
    assert told["title"] == told["authors"][0]["name"] == "Claim by Claim"
    assert not {"doi", "date-released", "identifiers"} & set(told), "nobody has given it one"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = edition.build(invented.lay_out(tmp_path_factory.mktemp("citations")), site=SITE)
    return {file.path: file.data.decode() for file in made.files if file.path.startswith("data/citations")}


def test_every_case_claim_and_lesson_is_in_both_files(files: dict[str, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = bibtexparser.parse_string(files[citations.BIBTEX])
    assert not library.failed_blocks
    keys = [entry.key for entry in library.entries]
    items = json.loads(files[citations.CSL])
    assert keys == [item["id"] for item in items]
    assert len(keys) == len(set(keys)) == 8
    assert keys[0] == "case-library-hours-v1"
    assert [entry["url"].strip("{}") for entry in library.entries] == [item["URL"] for item in items]


def test_an_entry_is_the_one_on_its_page(files: dict[str, str], tmp_path: Path) -> None:
    made = edition.build(invented.lay_out(tmp_path), site=SITE)
    pages = "".join(leaf.body for leaf in made.leaves)
    for key in re.findall(r"^@misc\{(.*),$", files[citations.BIBTEX], re.MULTILINE):
        assert key in pages
