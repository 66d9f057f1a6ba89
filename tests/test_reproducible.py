"""One commit gives one site, byte for byte, whoever builds it, where and when; a record moves only its own files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import invented
from press import edition
from press.edition import Site

ROOT = Path(__file__).parent.parent
SOURCES = ("data", "docs", "scripts", "mkdocs.yml", "pyproject.toml")
SITE = "https://claims.millbrook.test/some/path/"
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "USER": "one"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "POSIX",
    "LANG": "de_DE.UTF-8",
    "PYTHONHASHSEED": "77",
    "SOURCE_DATE_EPOCH": "4102444800",
    "USER": "another",
    "COLUMNS": "40",
}
# Read by Python as it starts: the clock stands years later, and folders give their files in another order.
LATER = """
import datetime, os, time

SHIFT = 1_000_000_000
clock, local, utc, written = time.time, time.localtime, time.gmtime, time.strftime
listed, scanned = os.listdir, os.scandir
time.time = lambda: clock() + SHIFT
time.time_ns = lambda: int(time.time() * 10**9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
time.strftime = lambda form, when=None: written(form, when or time.localtime())

class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)

datetime.date, datetime.datetime = Date, Moment

class Scanned:
    def __init__(self, path="."):
        with scanned(path) as found:
            self.found = iter([*found][::-1])
    def __iter__(self):
        return self.found
    def __next__(self):
        return next(self.found)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.close()
    def close(self):
        self.found = iter(())

os.listdir = lambda path=".": listed(path)[::-1]
os.scandir = Scanned
"""
# What a build could lean on without knowing it.
ASKED = """
import datetime, os, time
from pathlib import Path
print(datetime.date.today(), datetime.datetime.now().year, time.strftime("%Y"), hash("rain"), time.tzname,
      os.listdir("."), [each.name for each in os.scandir(".")], [each.name for each in Path(".").glob("*")],
      list(os.walk(".")), os.getcwd(), sep="\\n")
"""


def elsewhere(folder: Path) -> dict[str, str]:
    """The environment of another machine on another day."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    return {**ELSEWHERE, "PYTHONPATH": str(folder)}


def copied(folder: Path) -> Path:
    """What the site is made of, in another folder, with other times on the files."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    for number, file in enumerate(sorted(folder.rglob("*"))):
        os.utime(file, (10**9 + number, 10**9 + number))
    return folder


def site(root: Path, folder: Path, environment: Mapping[str, str]) -> dict[str, bytes]:
    """Every file of the site that is built from `root`, by its path."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "SITE_URL": SITE, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_another_folder_day_zone_language_and_order_of_files_give_the_same_site(tmp_path: Path) -> None:
    first = site(ROOT, tmp_path / "one", HERE)
    second = site(copied(tmp_path / "a place of another name"), tmp_path / "b" / "two", elsewhere(tmp_path / "later"))
    assert len(first) > 100
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_the_other_machine_is_another_one(tmp_path: Path) -> None:
    """Else the test above would hold for a build that looks at the clock."""
    folder = tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    for name in ("a", "b", "in/c"):
        (folder / name).write_text(name, encoding="utf-8")
    there = elsewhere(tmp_path / "later")
    found = [
        subprocess.run(
            [sys.executable, "-c", ASKED],
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", **environment},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for environment in (HERE, there)
    ]
    same = [line for line, other in zip(*found, strict=True) if line == other]
    assert same == [str(folder)]


def changed(root: Path, path: str, old: str, new: str) -> set[str]:
    """The files of the edition that are others after `old` became `new` in one record."""
    before = {file.path: file.data for file in edition.build(root, site=Site(SITE)).files}
    record = root / path
    text = record.read_text(encoding="utf-8")
    assert text.count(old) == 1
    record.write_text(text.replace(old, new), encoding="utf-8")
    after = {file.path: file.data for file in edition.build(root, site=Site(SITE)).files}
    assert sorted(before) == sorted(after)
    return {path for path in before if before[path] != after[path]}


@pytest.mark.parametrize(
    ("path", "old", "new", "own"),
    [
        ("claims/mayor-promised-longer-hours.yml", "recheck_on: '2090", "recheck_on: '2091", "claims/mayor-"),
        ("terms/opening-hours.yml", "gloss: ", "gloss: In short, ", "terms/"),
    ],
)
def test_a_record_that_changed_moves_no_file_of_another(
    tmp_path: Path, path: str, old: str, new: str, own: str
) -> None:
    """Its own files may be others, and what holds every record; never those of another one, nor a feed's entry."""
    found = changed(invented.lay_out(tmp_path), f"data/{path}", old, new)
    assert {name for name in found if not name.startswith((own, "data/"))} == set()
