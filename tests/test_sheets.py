"""Sheets, keys and slides as pages: what pupils get holds no answer, and the key holds each."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

import invented
from building import Built
from press import addresses, edition, prose
from press.edition import Edition
from press.graph import Publication
from press.leaves import Leaf, Site
from press.pages import key, sheet, slides
from press.pages.part.blocks import pieces
from press.pages.part.printouts import printouts
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind
from press.render import Renderer

ROOT = Path(__file__).parent.parent
SITE = Site("https://claims.millbrook.test/sub/")
LESSON = "who-promised-what"
Routes = list[tuple[Lesson, Route]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.lay_out(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module", params=["sample", "real"])
def root(request: pytest.FixtureRequest, sample: Path) -> Path:
    return sample if request.param == "sample" else ROOT


@pytest.fixture(scope="module")
def publication(root: Path) -> Publication:
    return edition.examine(root)[0]


@pytest.fixture(scope="module")
def leaves(root: Path, publication: Publication) -> dict[str, Leaf]:
    """All pages of the invented publication; of the real one those that are looked at here."""
    if root != ROOT:
        return {leaf.path: leaf for leaf in edition.build(root, site=SITE).leaves}
    renderer = Renderer(publication)
    made = chain.from_iterable(each.pages(publication, SITE) for each in (sheet, key, slides))
    return {page.path: renderer.leaf(page) for page in made}


def routes(publication: Publication) -> Routes:
    found = [(lesson, route) for lesson in publication.lessons.values() for route in lesson.routes]
    assert found
    return found


def told(markup: str) -> str:
    """The words of a page, in one line."""
    return " ".join(html.fromstring(markup).text_content().split())


def words(markdown: str) -> str:
    return " ".join(prose.plain(markdown).split())


def answers(publication: Publication, route: Route) -> set[str]:
    """All that stands in the key and not on the sheet; an answer that is a line of the story is there to be found."""
    story = publication.stories[route.story] if route.story else None
    given = " ".join(story.lines) if story else ""
    return {answer for answer in _answers(publication, route) if answer not in given}


def _answers(publication: Publication, route: Route) -> Iterator[str]:
    for block in route.sheet.blocks:
        for task in block.tasks:
            yield from map(words, filter(None, (task.answer, task.why)))
    for item in (publication.items[slug] for slug in route.exit_ticket):
        yield from map(words, filter(None, (item.why, item.model_answer, *(each.feedback for each in item.options))))


def for_pupils(lesson: Lesson, route: Route) -> tuple[str, ...]:
    name = (lesson.slug, route.route)
    return addresses.sheet(*name), addresses.large_sheet(*name), addresses.slides(*name)


def test_nothing_of_the_key_stands_on_what_pupils_get(publication: Publication, leaves: dict[str, Leaf]) -> None:
    for lesson, route in routes(publication):
        for path in for_pupils(lesson, route):
            page = told(leaves[path].body)
            assert [answer for answer in answers(publication, route) if answer in page] == [], path
            assert not re.search(r'class="(answer|why|choices__right)|✓|href="[^"]*/key/', leaves[path].body), path


def test_the_key_has_every_answer_with_its_reason_and_the_rubric(
    publication: Publication, leaves: dict[str, Leaf]
) -> None:
    for lesson, route in routes(publication):
        page = told(leaves[addresses.key(lesson.slug, route.route)].body)
        rubric = [line.extending for line in lesson.rubric]
        cells = [cell for block in route.sheet.blocks if block.table for row in block.table.key for cell in row]
        assert [each for each in (*answers(publication, route), *rubric, *map(words, cells)) if each not in page] == []
        right = [each for slug in route.exit_ticket for each in publication.items[slug].options if each.right]
        assert leaves[addresses.key(lesson.slug, route.route)].body.count("✓") == len(right)


def test_a_cell_to_fill_in_is_blank_for_pupils_and_filled_in_the_key(
    publication: Publication, leaves: dict[str, Leaf]
) -> None:
    for lesson, route in routes(publication):
        tables = [block.table for block in route.sheet.blocks if block.table]
        empty = sum(not cell for table in tables for row in table.rows for cell in row)
        for path, filled in ((for_pupils(lesson, route)[0], False), (addresses.key(lesson.slug, route.route), True)):
            cells = html.fromstring(leaves[path].body).xpath("//td[@class='grid__empty']")
            assert len(cells) == empty, path
            assert all(bool(cell.text_content().strip()) is filled for cell in cells), path


def test_a_task_has_the_lines_to_write_on_that_its_record_asks_for(
    publication: Publication, leaves: dict[str, Leaf]
) -> None:
    for lesson, route in routes(publication):
        page = html.fromstring(leaves[addresses.sheet(lesson.slug, route.route)].body)
        asked = [task.lines for block in route.sheet.blocks for task in block.tasks if task.lines]
        assert [len(each) for each in page.xpath("//*[@class='tasks']//*[@class='writing']")] == asked


def test_only_keys_are_kept_from_search_engines_and_nothing_printed_is_in_the_header_search(
    publication: Publication, leaves: dict[str, Leaf]
) -> None:
    keys = {addresses.key(lesson.slug, route.route) for lesson, route in routes(publication)}
    assert {path for path, leaf in leaves.items() if leaf.unlisted} == keys
    for lesson, route in routes(publication):
        assert [path for path in (*for_pupils(lesson, route), *keys) if leaves[path].search] == []


def test_a_sheet_says_what_it_is_from_and_leads_to_the_plan_last(
    publication: Publication, leaves: dict[str, Leaf]
) -> None:
    for lesson, route in routes(publication):
        page = html.fragment_fromstring(leaves[addresses.sheet(lesson.slug, route.route)].body)
        links = page.xpath(".//a")
        plan = addresses.route(lesson.slug, route.route)
        assert [each.get("href").endswith(f"../{plan}") for each in links] == [False] * (len(links) - 1) + [True]
        assert links[-1].text == "For teachers: the plan"
        (origin,) = page.xpath(".//h1/following-sibling::p[1]")
        assert ("published by" in origin.text) is (route.story is None)
        assert ("invented" in origin.text) is (route.story is not None)
        assert len(page.xpath(".//*[@id='exit-ticket']/p[@class='sheet__name']")) == 1


def test_a_key_says_that_it_cannot_be_hidden(leaves: dict[str, Leaf]) -> None:
    for path, leaf in leaves.items():
        assert ("Anyone can open this page." in told(leaf.body)) is (leaf.unlisted and path.endswith("/key/"))


def test_a_key_says_which_way_leads_to_it(publication: Publication, leaves: dict[str, Leaf]) -> None:
    for lesson, route in routes(publication):
        name = (lesson.slug, route.route)
        page = told(leaves[addresses.key(*name)].body)
        assert "The sheet does not lead here, but it leads to the plan, and the plan leads here." in page
        sheet_links = html.fromstring(leaves[addresses.sheet(*name)].body).xpath("//a/@href")
        assert [href for href in sheet_links if href.endswith(addresses.key(*name))] == []
        assert [href for href in sheet_links if href.endswith(addresses.route(*name))] != []


@pytest.mark.parametrize("built_with", [True, False])
def test_pages_lead_to_pdfs_only_when_the_site_is_built_with_them(sample: Path, built_with: bool) -> None:
    made = edition.build(sample, site=Site(SITE.url, downloads=built_with))
    publication = edition.examine(sample)[0]
    links = {link for leaf in made.leaves for link in re.findall(r'href="[./]*([^"]*\.pdf)"', leaf.body)}
    every = {
        each.address
        for lesson, route in routes(publication)
        for each in printouts(lesson, route)
    }  # fmt: skip
    assert len(every) == 6 * len(routes(publication)), "two files would have one address"
    assert links == (every if built_with else set())


@pytest.fixture(scope="module")
def invented_lesson(sample: Path) -> tuple[Publication, Edition]:
    return edition.examine(sample)[0], edition.build(sample)


def test_who_speaks_is_not_told_where_the_sheet_asks_it(invented_lesson: tuple[Publication, Edition]) -> None:
    publication, _ = invented_lesson
    lesson = publication.lessons[LESSON]
    case = lesson.routes[0]
    for filled, speaker in ((False, ""), (True, "Ada Finch")):
        (found,) = pieces(publication, lesson, case, case.sheet.blocks, key=filled)[0].excerpts
        assert (found.speaker, found.place) == (speaker, "paragraph 1")
    table = case.sheet.blocks[-1].table
    assert table
    asked = table.model_copy(update={"head": ("Line", "Which word?", "Was it said?")})
    blocks = (*case.sheet.blocks[:-1], case.sheet.blocks[-1].model_copy(update={"table": asked}))
    other = case.model_copy(update={"sheet": case.sheet.model_copy(update={"blocks": blocks})})
    assert pieces(publication, lesson, other, blocks)[0].excerpts[0].speaker == "Ada Finch"


def test_a_table_without_an_empty_cell_is_whole_whatever_its_key_has(
    invented_lesson: tuple[Publication, Edition],
) -> None:
    publication, _ = invented_lesson
    lesson = publication.lessons[LESSON]
    block = lesson.routes[0].sheet.blocks[-1]
    assert block.table
    full = (("1", "Who?", "Ada Finch"),)
    for more in ((), full * 2):
        table = type(block.table)(caption="To read", head=("Line", "Asks", "Has"), rows=full, key=more)
        changed = block.model_copy(update={"table": table})
        (piece,) = pieces(publication, lesson, lesson.routes[0], [changed], key=True)
        assert piece.table
        assert [[(cell.text, cell.answer) for cell in row] for row in piece.table.rows] == [
            [(cell, "") for cell in full[0]]
        ]


def test_a_board_names_lines_and_tasks_as_the_sheet_does(invented_lesson: tuple[Publication, Edition]) -> None:
    publication, _ = invented_lesson
    lesson = publication.lessons[LESSON]
    case = lesson.routes[0]
    first, more = case.sheet.blocks[0], case.sheet.blocks[-1]
    other = first.excerpts[0].model_copy(update={"quote": "Mayor Ada Finch"})
    block = first.model_copy(update={"excerpts": (other, *first.excerpts), "tasks": more.tasks})
    (board,) = pieces(publication, lesson, case, [block])
    assert [each.number for each in board.excerpts] == [0, 1]
    assert [each.number for each in board.tasks] == [1]


def test_a_gist_leads_nowhere(invented_lesson: tuple[Publication, Edition]) -> None:
    """Pupils are to judge for themselves, and paper has no links."""
    page = next(leaf for leaf in invented_lesson[1].leaves if leaf.path == addresses.sheet(LESSON, RouteKind.CASE))
    (gist,) = html.fromstring(page.body).xpath("//*[@class='retold']//dd")
    assert "The mayor said that the doors" in " ".join(gist.text_content().split())
    assert gist.xpath(".//a") == []


def test_the_foot_has_the_permalink_of_a_site_that_has_an_address(
    sample: Path, invented_lesson: tuple[Publication, Edition]
) -> None:
    path = addresses.sheet(LESSON, RouteKind.PARALLEL)
    bare = {leaf.path: leaf for leaf in invented_lesson[1].leaves}[path].body
    whole = {leaf.path: leaf for leaf in edition.build(sample, site=SITE).leaves}[path].body
    permalink = f"{SITE.url}lessons/{LESSON}/parallel/"
    assert permalink in told(whole)
    assert "https://" not in told(bare)
    assert all("Version 1" in told(each) and "CC BY 4.0" in told(each) for each in (bare, whole))


# --- as a site


def test_keys_are_in_no_sitemap_no_search_and_no_feed(built: Built) -> None:
    assert list(built.folder.glob("lessons/**/key/index.html"))
    for file in ("sitemap.xml", "search/search_index.json", *map(str, built.folder.glob("feeds/**/*.*"))):
        text = (built.folder / file).read_text(encoding="utf-8")
        assert "/key/" not in text, file
    assert "/sheet/" in (built.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_keys_alone_tell_search_engines_to_leave_them_out(built: Built) -> None:
    headers = (built.folder / "_headers").read_text(encoding="utf-8")
    for file in built.folder.glob("lessons/**/index.html"):
        path = file.parent.relative_to(built.folder).as_posix()
        told_so = '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8")
        assert told_so is path.endswith("/key"), path
        assert (f"\n/{path}/*\n  X-Robots-Tag: noindex\n" in headers) is told_so, path
