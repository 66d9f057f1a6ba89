"""The real records: whole, sound, and ready for an editor's own checks."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

import invented
from press import edition
from press.graph import Publication
from press.graph.backlinks import backlinks
from press.problems import Problem
from press.records import KINDS
from press.records.vocabulary import ClaimType, SoFinding, Status

ROOT = Path(__file__).parent.parent
FOLDERS = {kind.FOLDER: kind.KIND for kind in KINDS}
# The fingerprint is written by a command, which knows no other place of the schemas than beside the records.
WRITTEN = sorted(file for file in invented.SAMPLE.glob("data/*/*.yml") if file.parent.name != "fingerprints")
FILES = [*sorted(ROOT.glob("data/*/*.yml")), *WRITTEN]

# The claims that the first edition stands on: one about words, one about the world, one without evidence, one motive.
FIRST = {
    "moscow-denied-okhmatdyt-strike": {ClaimType.SPEECH},
    "ukrainian-interceptor-hit-okhmatdyt": {ClaimType.EVENT},
    "attack-of-8-july-2024-hit-all-targets": {ClaimType.EVENT, ClaimType.EVIDENCE_CLAIM},
    "okhmatdyt-used-to-secure-funding": {ClaimType.MOTIVE},
}


def test_every_reader_of_yaml_reads_the_same_in_the_records() -> None:
    """Ours is made of libyaml; a question mark at the end of an entry in [ ] is more than PyYAML's own can read."""
    folders = {"cases", "claims", "items", "lessons", "stories"}
    for file in (each for each in FILES if each.parent.name in folders):
        text = file.read_text(encoding="utf-8")
        assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader), file


@pytest.fixture(scope="module")
def examined() -> tuple[Publication, list[Problem]]:
    return edition.examine(ROOT)


def test_the_real_records_have_no_problems(examined: tuple[Publication, list[Problem]]) -> None:
    assert invented.shown(examined[1]) == ""


def test_every_kind_of_record_is_there(examined: tuple[Publication, list[Problem]]) -> None:
    found = Counter(kind for kind, _ in examined[0].records)
    # Nothing has been corrected yet, and nobody should make up a correction.
    assert {kind.KIND for kind in KINDS} - set(found) <= {"correction"}


def test_the_four_first_claims_are_public_and_of_four_kinds(examined: tuple[Publication, list[Problem]]) -> None:
    claims = examined[0].claims
    for slug, types in FIRST.items():
        assert claims[slug].type in types
        assert claims[slug].status is Status.PUBLISHED
    assert claims["attack-of-8-july-2024-hit-all-targets"].so.finding is SoFinding.UNSUPPORTED
    assert claims["okhmatdyt-used-to-secure-funding"].so.finding is SoFinding.NOT_CHECKABLE
    assert len({claims[slug].type for slug in FIRST}) >= 3


def test_the_first_line_of_a_record_names_its_schema() -> None:
    assert FILES
    assert [file.relative_to(ROOT).as_posix() for file in FILES if not names_its_schema(file)] == []


def names_its_schema(file: Path) -> bool:
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+\.json)", first)
    schema = ROOT / "data" / "schema" / f"{FOLDERS[file.parent.name]}.json"
    return named is not None and (file.parent / named[1]).resolve() == schema and schema.is_file()


def test_nothing_in_the_records_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(TBD|XXX+|placeholder)\b|example\.(com|org|net)", re.IGNORECASE)
    found = [
        f"{file.name}: {match[0]}"
        for file in sorted(ROOT.glob("data/*/*.yml"))
        for match in unfinished.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_nothing_was_left_behind(examined: tuple[Publication, list[Problem]]) -> None:
    """An origin, a technique or a question that no other record names is on no page that anybody reads."""
    links = backlinks(examined[0])
    unused = [
        f"{kind}:{slug}"
        for (kind, slug), record in sorted(examined[0].records.items())
        if kind in ("origin", "technique", "item", "story", "framework") and not links.of(record)
    ]
    assert unused == []
