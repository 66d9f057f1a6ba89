"""The edition of the invented publication: what is printed, what is kept back, and what stops it."""

import re
from pathlib import Path

import pytest

import invented
from press import addresses, edition
from press.edition import Edition
from press.problems import Problem, Unfit
from press.records import KINDS, Claim
from press.records.vocabulary import SoFinding
from press.unpublished import owner

LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 200


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented publication with a moved record, a withdrawn one and a draft."""
    return invented.lay_out(tmp_path_factory.mktemp("edition"), invented.STATES)


@pytest.fixture(scope="module")
def made(root: Path) -> Edition:
    return edition.build(root)


def test_the_invented_publication_has_no_faults(root: Path) -> None:
    assert invented.shown(edition.examine(root)[1]) == ""


def test_every_page_has_an_address_of_its_own(made: Edition) -> None:
    paths = [leaf.path for leaf in made.leaves]
    assert len(set(paths)) == len(paths)
    files = [leaf.file.casefold() for leaf in made.leaves]
    assert len(set(files)) == len(files), "two pages would be one file where capitals do not count"


def test_an_address_is_a_plain_path_below_the_root(made: Edition) -> None:
    assert [leaf.path for leaf in made.leaves if not re.fullmatch(r"([a-z0-9-]+/)+", leaf.path)] == []


def test_every_record_that_can_be_linked_to_stands_on_a_page_that_is_printed(made: Edition) -> None:
    printed = {leaf.path: leaf.body for leaf in made.leaves}
    assert made.references
    for reference in made.references:
        path, _, anchor = made.renderer.resolve(reference).partition("#")
        assert path in printed, reference
        assert not anchor or f'id="{anchor}"' in printed[path], reference


def test_titles_and_descriptions_are_short_plain_text(made: Edition) -> None:
    for leaf in made.leaves:
        for text, longest in ((leaf.title, LONGEST_TITLE), (leaf.description, LONGEST_DESCRIPTION)):
            assert text == " ".join(text.split()), leaf.path
            assert 0 < len(text) <= longest, (leaf.path, len(text), text)
            assert not re.search(r"&(\w+|#\d+);|</?[a-z]+[ >]|\]\(|@press", text), (leaf.path, text)


def test_no_two_pages_share_a_title(made: Edition) -> None:
    gone = ("Moved: ", "Withdrawn: ")  # these name no record, for the record is not there
    titles = [leaf.title for leaf in made.leaves if not leaf.moved_to and not leaf.title.startswith(gone)]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_the_title_of_a_claim_never_stands_without_its_finding(made: Edition) -> None:
    """Neither in the title of a page, nor in its description, nor in the header search."""
    claims = {addresses.of(claim): claim for claim in edition.examine(invented.SAMPLE)[0].claims.values()}
    assert claims
    for leaf in made.leaves:
        entry = leaf.search.title if leaf.search else ""
        for claim in claims.values():
            for text in (leaf.title, leaf.description, entry):
                if claim.title in text or claim.text in text:
                    own = (addresses.of(claim), addresses.whole_file(claim.slug), addresses.embed(claim.slug))
                    assert (leaf.moved_to or leaf.path) in own, (leaf.path, text)
                    assert _begins_with_a_finding(text, claim), (leaf.path, text)
        if leaf.path in claims:
            assert _begins_with_a_finding(leaf.title, claims[leaf.path])
            assert claims[leaf.path].title in entry


def _begins_with_a_finding(text: str, claim: Claim) -> bool:
    """The finding's own label, and no other one that begins alike."""
    labels = sorted((label for label in (each.label for each in SoFinding) if text.startswith(label)), key=len)
    return bool(labels) and labels[-1] == claim.so.finding.label


def test_the_finding_is_missed_where_it_is_missing() -> None:
    claim = Claim.model_construct(so=Claim.model_fields["so"].annotation.model_construct(finding=SoFinding.UNSUPPORTED))
    assert _begins_with_a_finding(f"{SoFinding.UNSUPPORTED.label}: “It is so”", claim)
    assert not _begins_with_a_finding(f"{SoFinding.SUPPORTED.label}: “It is so”", claim)
    assert not _begins_with_a_finding("It is so", claim)


def test_every_page_in_the_frame_says_where_it_can_be_changed(made: Edition, root: Path) -> None:
    """The record of a page of its own, or of the page above it; a folder of records for a page of many."""
    framed = [leaf for leaf in made.leaves if not leaf.bare]
    homes = {kind.KIND: kind.FOLDER for kind in KINDS}
    assert [leaf.path for leaf in framed if not leaf.source] == []
    for leaf in framed:
        record = owner(leaf.path)
        own = record and f"data/{homes[record[0]]}/{record[1]}.yml"
        assert leaf.source in (own, *(f"data/{folder}" for folder in homes.values())), leaf.path


def test_a_page_that_is_drawn_from_one_record_names_its_file(made: Edition, root: Path) -> None:
    sources = {leaf.path: leaf.source for leaf in made.leaves if leaf.source}
    assert {source for source in sources.values() if not (root / source).exists()} == set()
    for reference in made.references:
        path, _, anchor = made.renderer.resolve(reference).partition("#")
        if not anchor:
            assert sources[path].endswith(f"/{reference.partition(':')[2]}.yml")


def test_a_date_of_a_page_is_a_day_or_unknown(made: Edition) -> None:
    assert [leaf.path for leaf in made.leaves if not re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", leaf.on)] == []
    assert all(leaf.on for leaf in made.leaves if leaf.path.startswith("claims/") and leaf.path.count("/") == 2)


def test_a_draft_is_shown_in_a_preview_and_nowhere_else(root: Path, made: Edition) -> None:
    def everything(printed: Edition) -> str:
        slots = "".join(slot("") for slot in printed.slots.values())
        entries = "".join(f"{leaf.search.title}{leaf.search.text}" for leaf in printed.leaves if leaf.search)
        return slots + entries + "".join(leaf.title + leaf.description + leaf.body for leaf in printed.leaves)

    assert "Spring flood" in everything(edition.build(root, drafts=True))
    assert "Spring flood" not in everything(made)
    assert "spring-flood" not in everything(made)
    assert "term:spring-flood" not in made.references


def test_a_draft_with_a_fault_stops_the_edition_too(tmp_path: Path) -> None:
    invented.lay_out(tmp_path, {"data/terms/spring-flood.yml": "{status: draft, name: Spring flood}\n"})
    with pytest.raises(Unfit, match="spring-flood"):
        edition.build(tmp_path)


def test_every_fault_is_reported_at_once_sorted_and_once(tmp_path: Path) -> None:
    invented.lay_out(
        tmp_path,
        {
            "data/terms/a.yml": "{name: A, gloss: 'See the [bee](term:no-such-term).', colour: red}\n",
            "data/terms/b.yml": "{name: B}\n",
            "data/terms/c.yml": "name: 'C\n",
            "data/letters/d.yml": "name: D\n",
        },
    )
    with pytest.raises(Unfit) as unfit:
        edition.build(tmp_path)
    problems = unfit.value.problems
    assert {problem.path for problem in problems} == {
        "data/letters",
        "data/terms/a.yml",
        "data/terms/b.yml",
        "data/terms/c.yml",
    }
    in_a = [problem.message for problem in problems if problem.path == "data/terms/a.yml"]
    assert len(in_a) == 2, in_a
    assert list(problems) == sorted(set(problems))
    assert all(isinstance(problem, Problem) for problem in problems)


def test_two_runs_give_the_same_bytes(root: Path, made: Edition) -> None:
    again = edition.build(root)
    assert again.leaves == made.leaves
    assert again.nav == made.nav
    assert list(again.slots) == list(made.slots)
    for name, slot in made.slots.items():
        assert again.slots[name]("method/") == slot("method/")


def test_the_order_of_the_files_changes_nothing(root: Path, made: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    glob = Path.glob
    monkeypatch.setattr(Path, "glob", lambda self, pattern: sorted(glob(self, pattern), reverse=True))
    assert edition.build(root).leaves == made.leaves


@pytest.mark.parametrize(
    ("reference", "from_path", "address"),
    [
        ("case:library-hours", "", "./cases/library-hours/"),
        ("claim:notice-gives-ten-to-six", "method/", "../claims/notice-gives-ten-to-six/"),
        ("source:archive-ledger", "a/b/", "../../sources/archive-ledger/"),
        ("voice:ada-finch", "method/", "../voices/ada-finch/"),
        ("technique:glittering-promise", "method/", "../techniques/glittering-promise/"),
        ("term:opening-hours", "method/", "../terms/#opening-hours"),
        ("omission:bell-log-was-public", "", "./cases/library-hours/#omission-bell-log-was-public"),
        ("correction:ledger-read-again", "", "./corrections/#ledger-read-again"),
    ],
)
def test_a_link_to_each_kind_of_record_leads_to_its_place(
    made: Edition, reference: str, from_path: str, address: str
) -> None:
    assert made.resolve(reference, from_path) == address


def test_every_kind_that_may_be_linked_to_is_tried_above(made: Edition) -> None:
    assert {reference.partition(":")[0] for reference in made.references} == set(addresses.LINKABLE)


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("claim:notice-gives-ten-to-seven", "did you mean 'claim:notice-gives-ten-to-six'?"),
        ("clam:notice-gives-ten-to-six", "did you mean 'claim:notice-gives-ten-to-six'?"),
        ("term:spring-flood", "no record is called 'term:spring-flood'"),
        ("nothing", "no record is called 'nothing'"),
    ],
)
def test_a_link_to_nothing_says_what_was_meant(made: Edition, reference: str, says: str) -> None:
    with pytest.raises(KeyError) as missing:
        made.resolve(reference, "")
    assert says in missing.value.args[0]


@pytest.mark.parametrize(
    ("path", "word", "why"),
    [
        ("claims/door-notice-gives-hours/", "moved", "A shorter name."),
        ("techniques/empty-shelf/", "withdrawn", "It was no technique."),
    ],
)
def test_an_old_address_keeps_an_answering_page(made: Edition, path: str, word: str, why: str) -> None:
    leaf = next(leaf for leaf in made.leaves if leaf.path == path)
    assert word in leaf.title.lower()
    assert why in leaf.body
    assert leaf.search is None
    if word == "moved":
        assert 'href="../../claims/notice-gives-ten-to-six/"' in leaf.body


def test_an_empty_publication_can_be_printed(tmp_path: Path) -> None:
    draft = "{status: draft, name: Spring flood, gloss: The river over its banks in April.}\n"
    (tmp_path / "data/terms").mkdir(parents=True)
    (tmp_path / "data/terms/spring-flood.yml").write_text(draft, encoding="utf-8")
    made = edition.build(tmp_path)
    assert {addresses.EXPLORE, addresses.TERMS, addresses.CORRECTIONS} <= {leaf.path for leaf in made.leaves}
    assert all(isinstance(slot(""), str) for slot in made.slots.values())


def test_a_folder_without_any_record_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(Unfit, match="no record was found"):
        edition.build(tmp_path)


def test_the_navigation_leads_to_printed_pages(made: Edition) -> None:
    paths = {leaf.path for leaf in made.leaves}
    assert made.nav
    assert {path for _, path in made.nav} <= paths
