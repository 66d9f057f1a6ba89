"""The data page: what it lists is there, and its examples do what they say, at the built site."""

import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from lxml import html

import building
from press import edition
from press.exports.data.shape import FORMAT
from press.leaves import File, Site
from press.pages.part import downloads

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def page(built: building.Built) -> html.HtmlElement:
    return html.parse(str(built.folder / "data/index.html")).getroot()


def examples(page: html.HtmlElement) -> list[str]:
    return ["".join(code.itertext()) for code in page.xpath("//pre/code[@class='language-python']")]


def run(code: str, folder: Path) -> list[str]:
    """What an example prints, run in an empty folder by a Python that knows nothing of the press."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def rows(built: building.Built) -> list[dict[str, str]]:
    text = (built.folder / "data/claims.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_examples_in_python_run_as_a_reader_copies_them(
    built: building.Built, page: html.HtmlElement, tmp_path: Path
) -> None:
    count, read, leaning = (run(code, tmp_path) for code in examples(page))
    found = rows(built)
    counted = {label: int(number) for number, label in (line.split(" ", 1) for line in count)}
    assert counted == Counter(row["findingLabel"] for row in found)
    named = next(row for row in found if read[0] == f"{row['findingLabel']}: {row['name']}")
    claim = json.loads((built.folder / named["json"]).read_bytes())
    assert [line.split(" ", 1)[0] for line in read[1:]] == [item["bearing"] for item in claim["evidence"]]
    assert len(leaning) == sum(row["standsWithoutStrongest"] == "false" for row in found)


def test_the_examples_for_a_terminal_name_files_that_are_there(built: building.Built, page: html.HtmlElement) -> None:
    code = "".join(page.xpath("//pre[@aria-label='Commands']/code")[0].itertext())
    addresses = re.findall(r"http\S+", code)
    assert len(addresses) == len(code.split("\n")) - 1 == 3
    for address in addresses:
        assert address.startswith(built.address)
        with urlopen(address) as answer:  # noqa: S310 (loopback)
            assert answer.status == 200
            assert answer.read()


def test_everything_that_is_listed_is_there_with_its_size(built: building.Built, page: html.HtmlElement) -> None:
    lines = page.xpath("//main//li[a and span]")
    assert len(lines) > 15
    for line in lines:
        path = line.xpath("a/@href")[0]
        file = built.folder / urljoin(f"{built.address}data/", path).removeprefix(built.address)
        said = "".join(line.xpath("span")[0].itertext())
        if "files" not in said:
            assert said == f"({max(1, round(file.stat().st_size / 1000)):,} KB)", path
    for folder in ("claims", "sources"):
        count = len(list((built.folder / folder).glob("*.json")))
        assert any(f"({count:,} files, " in "".join(line.itertext()) for line in lines), folder


def test_what_others_made_is_listed_where_it_is_there() -> None:
    made = tuple(File(path, b"x" * 2400) for path in ("feeds/claims.xml", "feeds/cases/x.xml", "data/citations.bib"))
    others = downloads.data_files(made).others
    assert [(each.path, each.size) for each in others] == [
        ("feeds/claims.xml", "2 files, 5 KB"),
        ("data/citations.bib", "2 KB"),
    ]


def test_without_an_address_the_examples_show_one_that_nobody_has() -> None:
    view = downloads.examples(edition.examine(ROOT)[0], Site())
    assert view.site == "https://example.org/"


def test_the_changes_of_the_format_name_the_one_that_is_written() -> None:
    text = (ROOT / "docs/data.md").read_text(encoding="utf-8").partition("## Changes of the format")[2]
    versions = re.findall(r"^### (\d+\.\d+)$", text, re.MULTILINE)
    assert versions
    assert versions[0] == FORMAT
    assert versions == sorted(versions, key=lambda each: tuple(map(int, each.split("."))), reverse=True)
