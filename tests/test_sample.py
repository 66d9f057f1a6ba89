"""The pages of the invented publication look as they are expected to: one of each kind, and every slot.

`pytest tests/test_sample.py --accept` writes `expected/` anew: read the difference before you commit it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import invented
import trees
from press import edition, pages
from press.edition import Edition
from press.leaves import Site

SITE = Site("https://claims.millbrook.test/", "https://code.millbrook.test/claims", "desk@millbrook.test")

# One page of each kind, and where its expected body stands.
EXPECTED_PAGES = {
    "case": "cases/library-hours/",
    "case-missing": "cases/library-hours/missing/",
    "case-telling": "cases/library-hours/telling/",
    "case-article": "cases/library-hours/article/",
    "claim-contradicted": "claims/library-open-longer-than-ever/",
    "claim-speech": "claims/mayor-promised-longer-hours/",
    "claim-motive": "claims/council-wants-flood-forgotten/",
    "claim-unsupported": "claims/nobody-complained-of-new-hours/",
    "claimfile": "claims/library-open-longer-than-ever/file/",
    "claim-moved": "claims/door-notice-gives-hours/",
    "embed": "embed/claims/library-open-longer-than-ever/",
    "embed-withdrawn": "embed/claims/bell-rings-at-noon/",
    "sheet": "lessons/who-promised-what/sheet/",
    "sheet-large": "lessons/who-promised-what/sheet/large/",
    "sheet-parallel": "lessons/who-promised-what/parallel/sheet/",
    "key": "lessons/who-promised-what/key/",
    "key-parallel": "lessons/who-promised-what/parallel/key/",
    "slides": "lessons/who-promised-what/slides/",
    "slides-parallel": "lessons/who-promised-what/parallel/slides/",
    "comparison": "comparisons/gazette-on-the-speech/",
    "source": "sources/opening-hours-notice/",
    "voice": "voices/ada-finch/",
    "technique": "techniques/glittering-promise/",
    "technique-withdrawn": "techniques/empty-shelf/",
    "terms": "terms/",
    "explore": "explore/",
    "corrections": "corrections/",
    "lesson": "lessons/who-promised-what/",
    "lesson-parallel": "lessons/who-promised-what/parallel/",
    "story": "stories/the-lost-cake/",
    "lessons": "lessons/",
    "stories": "stories/",
    "cases": "cases/",
    "claims": "claims/",
    "comparisons": "comparisons/",
    "sources": "sources/",
    "voices": "voices/",
    "techniques": "techniques/",
}
SLOT_PAGE = "method/"  # the page that the slots are printed for


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.lay_out(tmp_path_factory.mktemp("sample"), invented.STATES)


@pytest.fixture(scope="module")
def made(root: Path) -> Edition:
    return edition.build(root, site=SITE)


def bodies(made: Edition) -> Iterator[tuple[str, str]]:
    """Name of the expected file -> the body as it is made."""
    by_path = {leaf.path: leaf.body for leaf in made.leaves}
    yield from ((name, by_path[path]) for name, path in EXPECTED_PAGES.items() if path in by_path)
    yield from ((f"slot-{name}", slot(SLOT_PAGE)) for name, slot in made.slots.items())


NAMES = [*EXPECTED_PAGES, *(f"slot-{name}" for name in (*pages.SLOTS, *pages.FILE_SLOTS))]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_as_expected(made: Edition, name: str, request: pytest.FixtureRequest) -> None:
    found = trees.printed(dict(bodies(made))[name])
    file = invented.EXPECTED / f"{name}.html"
    if request.config.getoption("accept"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert file.is_file(), "run pytest tests/test_sample.py --accept, and read what it wrote"
    assert found == trees.printed(file.read_text(encoding="utf-8"))


def test_every_expected_file_is_compared() -> None:
    assert sorted(file.stem for file in invented.EXPECTED.iterdir()) == sorted(NAMES)


def test_a_page_of_every_kind_is_compared(root: Path) -> None:
    publication = edition.examine(root)[0]
    planned = {page.path: page.template for maker in pages.PAGES for page in maker(publication)}
    assert {planned[path] for path in EXPECTED_PAGES.values()} == set(planned.values())
