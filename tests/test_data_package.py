"""The tables are one data package, as the library of its makers reads it."""

import json
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest

import invented
from press import addresses, edition, graph
from press.exports import data
from press.leaves import Site

ROOT = Path(__file__).parent.parent


def laid_out(root: Path, folder: Path) -> Path:
    """The data of the publication below `root`, as files below `folder`; returns the package's own."""
    publication = graph.without_drafts(edition.examine(root)[0])
    for file in data.files(publication, Site()):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder / addresses.DATA_PACKAGE


def faults(package: Path) -> set[str]:
    """The kinds of faults that the library finds; a package that is none at all is one, too."""
    try:
        report = frictionless.validate(str(package))
    except frictionless.FrictionlessException as fault:
        return {fault.error.type, *(each.type for each in fault.reasons)}
    return {fault[0] for fault in report.flatten(["type"])}


@pytest.mark.parametrize("root", [ROOT, invented.SAMPLE], ids=["real", "invented"])
def test_the_package_has_no_fault(root: Path, tmp_path: Path) -> None:
    package = laid_out(root, tmp_path)
    assert faults(package) == set()
    told = json.loads(package.read_text(encoding="utf-8"))
    assert {each["path"] for each in told["resources"]} == {file.name for file in package.parent.glob("*.csv")}
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    for resource in told["resources"]:
        assert resource["schema"]["primaryKey"], resource["name"]
        for field in resource["schema"]["fields"]:
            assert field["description"].endswith((".", "?")), (resource["name"], field["name"])
        named = {key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]}
        assert resource["name"] != "evidence" or named == {"claims", "sources", "origins"}
        assert resource["name"] != "items" or named == {"claims"}


def test_the_library_reads_numbers_days_and_truths_as_such(tmp_path: Path) -> None:
    package = frictionless.Package(str(laid_out(invented.SAMPLE, tmp_path)))
    rows = {row["identifier"]: row for row in package.get_resource("claims").read_rows()}
    row = rows["library-open-longer-than-ever"]
    assert (row["items"], row["version"], row["asOf"].isoformat()) == (4, 2, "2024-09-25")
    assert row["standsWithoutStrongest"] is True
    assert rows["mayor-promised-longer-hours"]["standsWithoutStrongest"] is None


@pytest.mark.parametrize(
    ("table", "plant", "kind"),
    [
        ("evidence", lambda text: text.replace(",archive-ledger,", ",no-such-source,"), "foreign-key"),
        ("claims", lambda text: text.replace(",contradicted,", ",refuted,", 1), "constraint-error"),
        ("claims", lambda text: text.replace(",2024-09-25,", ",25 September,", 1), "type-error"),
        ("voices", lambda text: text + text.splitlines()[1] + "\r\n", "primary-key"),
        ("sources", lambda text: text.replace("\r\n", ",more\r\n", 2), "extra-label"),
        ("sources", lambda text: text.replace("identifier,", "name,", 1), "incorrect-label"),
        ("items", lambda text: text.replace(",mayor-promised-longer-hours,", ",no-such-claim,"), "foreign-key"),
        ("items", lambda text: text.replace(",true-false,", ",yes-no,", 1), "constraint-error"),
        ("lessons", lambda text: text.replace(",parallel,", ",case,", 1), "primary-key"),
        ("cases", lambda text: text + " ", "byte-count"),
    ],
)
def test_a_planted_fault_in_a_table_is_found(
    tmp_path: Path, table: str, plant: Callable[[str], str], kind: str
) -> None:
    package = laid_out(invented.SAMPLE, tmp_path)
    file = package.parent / f"{table}.csv"
    before = file.read_bytes().decode("utf-8")
    assert plant(before) != before
    file.write_bytes(plant(before).encode())
    assert kind in faults(package)
