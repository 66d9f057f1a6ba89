"""The pictures of shared pages: one for each finding and each case, small, and the same on every run."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

import invented
from press import edition
from press.edition import Edition
from press.exports import drawing, pictures
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part.sharing import PICTURE, case_picture, finding_picture
from press.records.vocabulary import SoFinding

SITE = Site("https://claims.millbrook.test/")
TOKENS = Path(__file__).parent.parent / "docs/assets/css/tokens.css"
HEAVIEST = 25 * 1024


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return edition.examine(invented.lay_out(tmp_path_factory.mktemp("pictures")))[0]


@pytest.fixture(scope="module")
def made(publication: Publication) -> dict[str, File]:
    return {file.path: file for file in pictures.files(publication, SITE)}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_there_is_one_for_each_finding_and_one_for_each_case(publication: Publication, made: dict[str, File]) -> None:
    wanted = {finding_picture(finding).path for finding in SoFinding}
    wanted |= {case_picture(publication, case).path for case in publication.cases.values()}
    assert set(made) == wanted
    assert len({file.data for file in made.values()}) == len(made), "two of them are the same picture"


def test_each_is_a_small_png_of_the_size_that_its_page_says(made: dict[str, File]) -> None:
    for path, file in made.items():
        image = opened(file.data)
        assert (image.format, image.size, image.mode) == ("PNG", PICTURE, "P"), path
        assert not image.info.get("exif"), path
        assert len(file.data) <= HEAVIEST, (path, len(file.data))


def test_the_same_words_give_the_same_bytes(publication: Publication, made: dict[str, File]) -> None:
    for cached in (pictures._of_finding, pictures._of_case, drawing._font):
        cached.cache_clear()
    again = {file.path: file for file in pictures.files(publication, SITE)}
    assert again == made


def test_a_picture_has_the_hue_of_its_finding_and_of_no_other(made: dict[str, File]) -> None:
    for finding in SoFinding:
        image = opened(made[finding_picture(finding).path].data).convert("RGB")
        near = [other for other in SoFinding if amount(image, drawing.HUES[other]) > 1000]
        # The grey of "not checkable" is nearly that of small print, which stands on each.
        assert set(near) - {SoFinding.NOT_CHECKABLE} == {finding} - {SoFinding.NOT_CHECKABLE}


def amount(image: Image.Image, hue: str) -> int:
    """How many pixels have nearly this colour."""
    wanted = tuple(int(hue[at : at + 2], 16) for at in (1, 3, 5))
    colours = image.getcolors(maxcolors=256) or []
    return sum(count for count, colour in colours if max(abs(a - b) for a, b in zip(colour, wanted, strict=True)) <= 3)


def test_nothing_is_drawn_past_the_margins(made: dict[str, File]) -> None:
    for path, file in made.items():
        image = opened(file.data).convert("L")
        below_the_head = image.crop((pictures.RIGHT + 1, 130, pictures.WIDTH, pictures.HEIGHT))
        assert below_the_head.getextrema()[0] > 240, path


@pytest.mark.parametrize("title", ["W" * 75, "word " * 15, "It’s", "Київ і Харків"])
@pytest.mark.parametrize("counts", [(), ((SoFinding.SUPPORTED, 1400), (SoFinding.UNRESOLVED, 1))])
def test_no_title_and_no_number_breaks_the_picture(title: str, counts: tuple[tuple[SoFinding, int], ...]) -> None:
    data = pictures._of_case(title, counts)
    assert len(data) <= HEAVIEST
    image = opened(data).convert("L")
    assert image.crop((pictures.RIGHT + 1, 130, pictures.WIDTH, pictures.HEIGHT)).getextrema()[0] > 240


def test_the_colours_are_those_of_the_pages() -> None:
    light = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}),", TOKENS.read_text(encoding="utf-8")))
    assert {finding: light[f"so-{finding}"] for finding in SoFinding} == drawing.HUES
    inks = (light[name] for name in ("paper", "ink", "quiet", "rule"))
    assert tuple(inks) == (drawing.PAPER, drawing.INK, drawing.QUIET, drawing.RULE)


def test_a_description_says_what_the_picture_shows(publication: Publication) -> None:
    for finding in SoFinding:
        assert finding.label in finding_picture(finding).alt
        assert finding.definition in finding_picture(finding).alt
    (case,) = publication.cases.values()
    assert case_picture(publication, case).alt == (
        "The library's new hours. One tile for each assertion: "
        "2 supported, 1 unsupported, 1 contradicted and 1 not checkable."
    )


def test_no_picture_carries_an_assertion(publication: Publication) -> None:
    alts = [finding_picture(finding).alt for finding in SoFinding]
    alts += [case_picture(publication, case).alt for case in publication.cases.values()]
    assert [alt for alt in alts for claim in publication.claims.values() if claim.title in alt] == []


def test_without_an_address_nothing_leads_to_a_picture_and_none_is_drawn(publication: Publication) -> None:
    assert list(pictures.files(publication, Site())) == []


def test_the_picture_of_a_page_is_a_file_of_the_edition(tmp_path: Path) -> None:
    made: Edition = edition.build(invented.lay_out(tmp_path), site=SITE)
    files = {file.path for file in made.files}
    named = {leaf.path: leaf.picture.path for leaf in made.leaves if leaf.picture}
    assert "cases/library-hours/" in named
    assert set(named.values()) <= files
