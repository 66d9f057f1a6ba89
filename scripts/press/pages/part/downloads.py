"""What the data page lists: the files of the edition, and examples of how to read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from press import addresses
from press.graph import Publication
from press.leaves import File, Site
from press.records import KINDS, Fingerprint, Item
from press.records.vocabulary import RouteKind

NOWHERE = "https://example.org/"
"""Stands in the examples for the address of a site that does not know its own."""

# What is one of a kind, in the order of the page.
_ONES = (
    (addresses.DATA_INDEX, "The index: every file of data, with its version and the day of its newest fact"),
    (addresses.data_table("claims"), "All claims as a table: one row each"),
    (addresses.data_table("claims", "jsonl"), "The same as JSON Lines: one line each"),
    (addresses.data_table("evidence"), "All items of evidence: which source says what for which claim"),
    (addresses.data_table("sources"), "All sources"),
    (addresses.data_table("origins"), "All origins: what the evidence goes back to"),
    (addresses.data_table("voices"), "All voices, with their interest in the matter"),
    (addresses.data_table("cases"), "All cases"),
    (addresses.data_table("lessons"), "All lessons: one row for each way through one"),
    (addresses.data_table("items"), "All quiz questions, with their answers"),
    (addresses.data_table("vocabularies"), "Every word of every list, with its meaning"),
    (addresses.DATA_PACKAGE, "All tables as one data package: what each column holds, and how they belong together"),
)
_CALLED = {Item: "quiz question"}  # an item of evidence is another thing
# All lessons in one.
_UNITS = (
    (addresses.UNITS[RouteKind.CASE], "All lessons with the article, as one Common Cartridge"),
    (addresses.UNITS[RouteKind.PARALLEL], "All lessons with an invented story, as one Common Cartridge"),
)
# What else an edition may hold for machines.
_OTHERS = (
    (addresses.REVIEWS, "ClaimReview: the rated claims, as fact-check search reads them"),
    (addresses.annotations("*"), "Web annotations: our findings beside the words of an article"),
    (addresses.feed("*"), "Feeds, as Atom"),
    (addresses.feed("lessons*"), "Among them for teachers: all lessons, and each"),
    (addresses.feed("*", "json"), "Feeds, as JSON Feed"),
    ("data/citations.bib", "Citations of every page, for LaTeX"),
    ("data/citations.csl.json", "Citations of every page, for reference managers"),
)


@dataclass(frozen=True, slots=True)
class Download:
    """One file, or the first of several that are alike; `size` says how large, or how many and how large together."""

    what: str
    path: str
    size: str


@dataclass(frozen=True, slots=True)
class DataFilesView:
    """What this edition holds: files that are one of a kind, records by kind, schemas, and what others made."""

    ones: tuple[Download, ...]
    records: tuple[Download, ...]
    schemas: tuple[Download, ...]
    others: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class UnitFilesView:
    """The files that hold all lessons; none while there is no lesson."""

    units: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class OfflineCopyView:
    """Where the copy of the whole site lies that works without internet, '' while there is none."""

    path: str


@dataclass(frozen=True, slots=True)
class ExamplesView:
    """The address of the site, with a slash at its end, and the JSON of one claim; '' while there is none."""

    site: str
    claim: str


def data_files(files: tuple[File, ...]) -> DataFilesView:
    """The files of the edition, as far as they are data."""
    kinds = (kind for kind in KINDS if kind is not Fingerprint)
    records = ((f"{kind.FOLDER}/*.json", f"Every {_CALLED.get(kind, kind.KIND)}") for kind in kinds)
    schemas = ((addresses.data_schema("*"), "What each kind of file holds, as a JSON Schema"),)
    return DataFilesView(
        ones=tuple(_several(files, _ONES)),
        records=tuple(_several(files, records)),
        schemas=tuple(_several(files, schemas)),
        others=tuple(_several(files, _OTHERS)),
    )


def unit_files(files: tuple[File, ...]) -> UnitFilesView:
    """The files of the edition that hold all lessons."""
    return UnitFilesView(tuple(_several(files, _UNITS)))


def offline_copy(_: Publication, site: Site) -> OfflineCopyView:
    """The copy of the site, where it is built with one."""
    return OfflineCopyView(addresses.OFFLINE if site.downloads else "")


def examples(publication: Publication, site: Site) -> ExamplesView:
    """What stands in the examples."""
    claim = next(iter(publication.claims), "")
    return ExamplesView(site.whole("") or NOWHERE, addresses.data("claim", claim) if claim else "")


def _several(files: Iterable[File], named: Iterable[tuple[str, str]]) -> Iterator[Download]:
    """One line for each pattern that some files fit: where the first stands, how many there are, and how large."""
    found = tuple(files)
    for pattern, what in named:
        fitting = [file for file in found if fnmatchcase(file.path, pattern)]
        if fitting:
            yield Download(what, fitting[0].path, _size(fitting))


def _size(files: Iterable[File]) -> str:
    """'17 KB', or '23 files, 840 KB'; in thousands of bytes and never none."""
    sizes = [len(file.data) for file in files]
    size = f"{max(1, round(sum(sizes) / 1000)):,} KB"
    return size if len(sizes) == 1 else f"{len(sizes):,} files, {size}"
