"""Sheets, keys and slides on paper: what Chromium prints of them, for every lesson, real and invented."""

import os
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

import building
import downloads
import invented
from press import edition
from press.graph import Publication
from press.pages.part.printouts import LANDSCAPE, LETTER, Printout, printouts
from press.pages.slides import is_exit_ticket

ROOT = Path(__file__).parent.parent
HOME = "https://claims.millbrook.test/sub/"
LARGE = "Sheet in large print"
MOST_PAGES = 2
POINTS = 72 / 25.4

Printed = Mapping[str, tuple[Printout, PdfReader]]
Sample = tuple[Publication, building.Built]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    root = invented.lay_out_site(tmp_path_factory.mktemp("site"))
    return edition.examine(root)[0], building.build(root / "site", HOME, root)


def printed(chromium: Browser, publication: Publication, folder: Path, home: str) -> Printed:
    """Each file; in large print, which may take as many pages as it needs, for one route of each kind."""
    whole = of_one_route_of_each_kind(publication)
    orders = [
        each
        for each in downloads.orders(publication)
        if each.printout.what != LARGE or each.printout.address in whole
    ]  # fmt: skip
    files = dict(downloads.printed(chromium, folder, orders, home))
    return {
        order.printout.address: (order.printout, PdfReader(BytesIO(files[order.printout.address]))) for order in orders
    }


def of_one_route_of_each_kind(publication: Publication) -> set[str]:
    """The files in which a look can go wrong: all routes of a kind share their style sheets."""
    first = {route.route: (lesson, route) for lesson in publication.lessons.values() for route in lesson.routes}
    return {each.address for lesson, route in first.values() for each in printouts(lesson, route)}


@pytest.fixture(scope="module")
def invented_files(chromium: Browser, sample: Sample) -> Printed:
    return printed(chromium, sample[0], sample[1].folder, HOME)


@pytest.fixture(scope="module")
def real() -> Publication:
    return edition.examine(ROOT)[0]


@pytest.fixture(scope="module")
def real_files(chromium: Browser, real: Publication, built: building.Built) -> Printed:
    return printed(chromium, real, built.folder, built.address)


@pytest.fixture(scope="module")
def files(invented_files: Printed, real_files: Printed) -> Printed:
    return {**invented_files, **real_files}


@pytest.fixture(scope="module")
def looks(files: Printed, real: Publication, sample: Sample) -> Printed:
    wanted = of_one_route_of_each_kind(real) | of_one_route_of_each_kind(sample[0])
    return {address: file for address, file in files.items() if address in wanted}


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_sheet_and_every_key_takes_at_most_two_pages(files: Printed) -> None:
    pages = {
        address: len(reader.pages)
        for address, (printout, reader) in files.items()
        if printout.what in ("Sheet", "Key")
    }  # fmt: skip
    slides = sum(printout.paper == LANDSCAPE for printout, _ in files.values())
    assert len(pages) == 4 * slides > 8
    assert {address: count for address, count in pages.items() if count > MOST_PAGES} == {}


def test_slides_take_a_page_each_and_lie_across_it(files: Printed, real: Publication, sample: Sample) -> None:
    expected = {  # a first and a last one, and what pupils may do instead of reading the article
        each.address: len(route.steps) + 2 + (not any(map(is_exit_ticket, route.steps))) + (route.story is None)
        for publication in (real, sample[0])
        for lesson in publication.lessons.values()
        for route in lesson.routes
        for each in printouts(lesson, route)
        if each.paper == LANDSCAPE
    }
    slides = {address: reader for address, (printout, reader) in files.items() if printout.paper == LANDSCAPE}
    assert {address: len(reader.pages) for address, reader in slides.items()} == expected
    assert all(page.mediabox.width > page.mediabox.height for reader in slides.values() for page in reader.pages)


def test_each_file_has_the_size_of_its_paper(files: Printed) -> None:
    for address, (printout, reader) in files.items():
        width, height = (8.5 * 72, 11 * 72) if printout.paper == LETTER else (210 * POINTS, 297 * POINTS)
        box = reader.pages[0].mediabox
        assert sorted((float(box.width), float(box.height))) == pytest.approx([width, height], abs=1.5), address


def test_each_file_is_tagged_and_has_a_title_a_language_and_an_outline(looks: Printed) -> None:
    for address, (printout, reader) in looks.items():
        catalogue = reader.root_object
        assert catalogue["/MarkInfo"]["/Marked"] == True, address  # noqa: E712 (an object of PDF that is no bool)
        assert "/StructTreeRoot" in catalogue, address
        assert catalogue["/Lang"] == "en", address
        assert reader.outline, address
        assert reader.metadata
        assert reader.metadata.title, address
        assert reader.metadata.title.startswith(printout.what), address
        assert reader.metadata.creator == "Claim by Claim", address


def test_paper_shows_the_sheet_and_nothing_of_the_site_around_it(looks: Printed) -> None:
    around = ("Suggest a change", "Method and vocabulary", "Print this page", "Notes for the teacher", "Search")
    around = (*around, "For teachers: the plan")
    for address, (_, reader) in looks.items():
        text = words(reader)
        assert [each for each in around if each in text] == [], address
        assert "CC BY 4.0" in text, address


def letters(reader: PdfReader) -> dict[float, int]:
    """How many letters of each size there are, in points."""
    sizes: dict[float, int] = {}

    def met(text: str, outer: list[float], inner: list[float], _: object, size: float) -> None:
        points = round(abs(size * inner[3] * outer[3]), 1)
        sizes[points] = sizes.get(points, 0) + len(text.strip())

    for page in reader.pages:
        page.extract_text(visitor_text=met)
    return sizes


def test_large_print_is_large(looks: Printed) -> None:
    """Letters of 18 points carry all that there is to read; the numbers of the pages alone are smaller."""
    for address, (printout, reader) in looks.items():
        if printout.what not in ("Sheet", LARGE) or printout.paper == LETTER:
            continue
        small = sum(count for size, count in letters(reader).items() if size < 17.5)
        if printout.what == LARGE:
            assert small <= len("10 / 10") * len(reader.pages), (address, letters(reader))
            last = " ".join(reader.pages[-1].extract_text().split())
            assert not last.startswith("Claim by Claim"), f"the last page of {address} holds the credit alone"
        else:
            assert small > 500, "the sizes are not told apart"


def test_links_in_a_file_lead_to_the_site(files: Printed, built: building.Built) -> None:
    for address, (_, reader) in files.items():
        links = [
            note.get_object()["/A"]["/URI"]
            for page in reader.pages
            for note in page.get("/Annots", ())
            if "/URI" in note.get_object().get("/A", {})
        ]
        assert all(link.startswith((HOME, built.address)) for link in links), (address, links)


def test_a_site_without_an_address_prints_no_link(chromium: Browser, sample: Sample) -> None:
    order = next(iter(downloads.orders(sample[0])))
    ((_, data),) = downloads.printed(chromium, sample[1].folder, [order])
    assert b"/URI" not in data
    assert b"site.invalid" not in data


def test_a_second_run_gives_the_same_bytes(chromium: Browser, sample: Sample) -> None:
    publication, built = sample
    orders = list(downloads.orders(publication))[:4]
    first = dict(downloads.printed(chromium, built.folder, orders, HOME))
    second = dict(downloads.printed(chromium, built.folder, reversed(orders), HOME))
    assert first == second
    assert all(f"D:{orders[0].on.replace('-', '')}000000".encode() in data for data in first.values())


def test_what_the_browser_writes_of_its_clock_and_its_counting_is_settled() -> None:
    made = b"/Creator (Mozilla/5.0 \\(X11\\)) /CreationDate (D:20301231235959+00'00')"
    made += b" /ID (node00000912) [(node00000031)]"
    told = downloads.settled(made, "2024-09-20")
    assert len(told) == len(made), "nothing moves"
    assert b"/Creator (Claim by Claim) " in told
    assert b"(D:20240920000000+00'00')" in told
    assert b"/ID (node00000001) [(node00000000)]" in told


def test_the_program_puts_every_file_beside_its_page(sample: Sample) -> None:
    """As `make downloads` starts it, with the invented records in place of ours."""
    publication, built = sample
    program = (
        f"import sys, downloads; from pathlib import Path; downloads.ROOT = Path({str(built.folder.parent)!r});"
        f"sys.argv = ['downloads', {str(built.folder)!r}]; downloads.main()"
    )
    paths = os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": paths, "SITE_URL": HOME},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    wanted = {order.printout.address for order in downloads.orders(publication)}
    assert {file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*.pdf")} == wanted
    assert run.stdout.startswith(f"downloads: {len(wanted)} files")


def test_a_page_that_is_missing_ends_the_program_with_a_sentence(
    chromium: Browser, sample: Sample, tmp_path: Path
) -> None:
    order = next(iter(downloads.orders(sample[0])))
    with pytest.raises(SystemExit, match=r"the site has no page at https://claims\.millbrook\.test/sub/lessons/"):
        list(downloads.printed(chromium, tmp_path, [order], HOME))
