"""`press diff`: what a change does, in a reader's words, against git and against a folder.

`pytest tests/test_diff.py --accept` writes `difference.txt` and `difference.md` anew: read them aloud before you
commit them.
"""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import hostile
import invented
from conftest import Run
from press import graph, load, pages, yamlfile
from press.commands.diff import before
from press.commands.revision import files
from press.comparing import compare, slots
from press.comparing.difference import Difference, Entry, Fate, Line, Mark, Piece, Touched
from press.comparing.printing import as_markdown, as_text
from press.comparing.words import reworded
from press.graph import Publication
from press.leaves import Site
from press.records import KINDS, Fingerprint
from press.render import Renderer

ROOT = Path(__file__).parent.parent
EVER = "data/claims/library-open-longer-than-ever.yml"
PROMISE = "data/claims/mayor-promised-longer-hours.yml"
DRAFT = "{status: draft, name: Spring flood, gloss: The river over its banks.}\n"
NOTHING = "Nothing that readers would see has changed."

Sides = tuple[Path, Path]


@pytest.fixture
def sides(tmp_path: Path) -> Sides:
    """The invented publication twice, with a page that shows something of it: before, and now."""
    docs = {"docs/index.md": "# Home\n\n<!-- press: case-front -->\n", "docs/about.md": "# About\n"}
    return invented.lay_out(tmp_path / "then", docs), invented.lay_out(tmp_path / "now", docs)


@pytest.fixture
def told(run: Run, sides: Sides) -> Callable[..., str]:
    """What the command prints of the two sides; it never fails and never complains."""

    def made(*arguments: str) -> str:
        code, out, err = run("diff", "--root", sides[1], "--against", sides[0], *arguments)
        assert (code, err) == (0, "")
        return out

    return made


def edit(root: Path, path: str, *changes: tuple[str, str]) -> None:
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


def add(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def publication(root: Path) -> Publication:
    return graph.assemble(load.load(root))[0]


def compared(then: Path, now: Path) -> Difference:
    return compare(publication(then), publication(now), slots(now))


# one change that somebody could make, whole

SCAN = """\
title: The clock of the library, read anew
publisher_name: The keeper of the bell
published: {on: '2024-09-12'}
url: https://bell.millbrook.test/again
language: en
kind: physical-evidence
access: {how: live, on: '2024-09-24'}
about: A second scan of the log.
"""
CORRECTION = """\
corrects: claim:library-open-longer-than-ever
on: '2024-09-26'
kind: finding
what: One origin was counted twice.
before: Contradicted, with high confidence.
after: Contradicted, with moderate confidence.
why: The ledger was drawn from the bell's log.
"""


def realistic(run: Run, now: Path) -> None:
    """A finding becomes less sure: one item goes, one comes, words change; a technique gets a plainer name."""
    move = ("move", "technique:glittering-promise", "bright-promise", "--why", "A plainer name.", "--on", "2024-09-26")
    assert run(*move, "--root", now)[0] == 0
    edit(
        now,
        EVER,
        ("confidence: high\n  why: Three origins that have", "confidence: moderate\n  why: Two origins that have"),
        ("gives ten to eight for most years.\n\n", "gives ten to seven for most years.\n\n"),
        ("exact: will stay open longer than ever before.", "exact: stay open longer than ever before."),
        ("role: decisive\n    establishes: The hours", "establishes: The hours"),
        ("as_of: '2024-09-25'", "as_of: '2024-09-26'"),
    )
    text = (now / EVER).read_text(encoding="utf-8")
    start, end = text.index("  - id: ledger"), text.index("  - id: bell")
    item = "  - {id: bell-again, source: bell-log-again, origin: bell-log, bearing: contradicts, available: after,\n"
    item += "     establishes: The bell rang at six all through September.}\n"
    add(now, EVER, text[:start] + item + text[end:])
    add(now, "data/sources/bell-log-again.yml", SCAN)
    add(now, "data/corrections/counted-twice.yml", CORRECTION)
    add(now, "data/terms/spring-flood.yml", DRAFT)
    edit(now, "data/terms/opening-hours.yml", ("in which a door is unlocked", "in which a door stands open"))


@pytest.mark.parametrize("name", ["difference.txt", "difference.md"])
def test_a_realistic_change_is_told_as_expected(
    run: Run, sides: Sides, told: Callable[..., str], name: str, request: pytest.FixtureRequest
) -> None:
    realistic(run, sides[1])
    found = told("--format", {"txt": "text", "md": "markdown"}[name.rpartition(".")[2]])
    file = Path(__file__).parent / name
    if request.config.getoption("accept"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8"), "run pytest tests/test_diff.py --accept, and read what it wrote"


def test_the_summary_gets_the_same_and_keeps_what_it_held(run: Run, sides: Sides, told: Callable[..., str]) -> None:
    realistic(run, sides[1])
    summary = sides[1].parent / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    text = told("--summary", str(summary))
    assert summary.read_text(encoding="utf-8") == "before\n" + told("--format", "markdown")
    assert text.startswith("1 claim changed its finding; ")
    code, _, err = run("diff", "--root", sides[1], "--against", sides[0], "--summary", sides[1])
    assert (code, err.startswith("press diff: the summary cannot be written")) == (2, True)


# nothing


def test_what_did_not_change_is_not_told(told: Callable[..., str]) -> None:
    assert told() == f"{NOTHING}\nCompared with the folder then.\n"


def test_comments_and_layout_are_no_change_for_readers(sides: Sides, told: Callable[..., str]) -> None:
    text = (sides[1] / EVER).read_text(encoding="utf-8")
    text = text.replace("type: event", "# An event, as we see it.\ntype:   'event'").replace("relations: []\n", "")
    add(sides[1], EVER, text)
    edit(sides[1], "data/terms/reading-room.yml", ("also: [study room]", "also:\n  - study room"))
    out = told().splitlines()
    assert out[0] == NOTHING
    shown = "Changed only in comments, layout, the name of what moved or what no page shows: "
    assert out[2] == f"{shown}{EVER}, data/terms/reading-room.yml."
    assert len(out) == 3


def test_only_drafts_is_nothing_for_readers(sides: Sides, told: Callable[..., str]) -> None:
    add(sides[1], "data/terms/spring-flood.yml", DRAFT)
    out = told()
    assert out.startswith("1 term added as a draft; nothing that readers would see has changed.\n")
    assert "“Spring flood” (new, draft)" in out
    assert "PAGES" not in out


# each sort of change

CHANGES: Mapping[str, tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "the finding": (
        EVER,
        (("  finding: contradicted\n  confidence: high", "  finding: unresolved\n  confidence: low"),),
        (
            "1 claim changed its finding; 1 lesson touched.",
            "Is it so? Contradicted, high confidence → Unresolved, low confidence",
            "No correction tells readers of this. Write one: ./press correct claim:library-open-longer-than-ever",
            "It teaches Unresolved: “The library will be open longer than ever before”: written for version 1, and",
            "the claim is at version 2 now. Read the lesson again, then set 'version: 2' in it.",
            "was: 3 of them, with no known interest, speak against the claim.",
            "/cases/library-hours/",
        ),
    ),
    "what was said": (
        EVER,
        (("finding: confirmed-primary", "finding: paraphrase-fair"),),
        ("1 claim changed its finding; ", "Was it said? Said, at the source → Said, but reworded"),
    ),
    "the context": (
        EVER,
        (("context: missing-key-fact", "context: misleading-order"),),
        (
            "1 claim changed; ",
            "Finding as before: Contradicted, high confidence",
            "Context: The article leaves out a key fact → The order misleads",
        ),
    ),
    "the day that it holds for": (
        EVER,
        (("as_of: '2024-09-25'", "as_of: '2024-10-25'"),),
        ("The finding holds for: 25 September 2024 → 25 October 2024",),
    ),
    "what one could have known": (
        EVER,
        (("finding: contradicted\n  confidence: moderate", "finding: unresolved\n  confidence: moderate"),),
        ("What one could have known on 5 September 2024: Contradicted, moderate confidence → Unresolved, moderate",),
    ),
    "the bearing of an item": (
        EVER,
        (("origin: bell-log\n    bearing: contradicts", "origin: bell-log\n    bearing: background"),),
        (
            "Evidence changed: The keeper of the bell: “A scan of the bell's log",
            "Bearing: Against the claim → Background",
            "Origins without a known interest that carry the finding: 3 → 2",
            "the finding would fall to unresolved (before: ",
        ),
    ),
    "an interest of an item": (
        EVER,
        (
            (
                "establishes: In the first week",
                "interest: {kind: party, of: the council, basis: It pays.}\n    establishes: In the first week",
            ),
        ),
        (
            "“The log of the bell that rings when the doors close”: counts (no known interest) → does not count (a",
            "Origins without a known interest that carry the finding: 3 → 2",
        ),
    ),
    "an item's words": (
        EVER,
        (("limits: It says nothing of Saturdays.", "limits: It says nothing of any Saturday."),),
        ("What it does not show: It says nothing of [Saturdays. → any Saturday.]",),
    ),
    "a quotation": (
        EVER,
        (("exact: will stay open longer than ever before.", "exact: open longer than ever before."),),
        ("Quotation changed, paragraph 1: [cut: will stay] open longer than ever before.",),
    ),
    "a paragraph": (
        EVER,
        (("paragraphs: [1]", "paragraphs: [0, 1]"),),
        ("Quotation in another place: “will stay open longer than ever before.”: paragraph 1 → standfirst, para",),
    ),
    "the short answer": (
        EVER,
        (("the library closed at eight.", "the library closed at nine."),),
        ("The short answer: … last century the library closed at [eight. → nine.]",),
    ),
    "a text written anew": (
        EVER,
        (("context_note: The article does not name the older hours.", "context_note: Nobody asked for them."),),
        (
            "The note on context: written anew",
            "was: “The article does not name the older hours.”",
            "now: “Nobody asked for them.”",
        ),
    ),
    "the target of a link": (
        EVER,
        (("[opening hours](term:opening-hours)", "[opening hours](term:reading-room)"),),
        ("In a minute: the same words; a link, its target or an emphasis changed",),
    ),
    "a list": (
        EVER,
        (("discuss: ['What would you ask the mayor?']", "discuss: [Whom would you ask?, What is a promise?]"),),
        ("For the classroom: added: “Whom would you ask?”", "For the classroom: taken out: “What would you ask"),
    ),
    "a field that was not there": (
        EVER,
        (("also_read: [courier-letters]\n", ""),),
        ("Also read: taken out: The Millbrook Courier: “Letters to the editor”",),
    ),
    "the name of a voice": (
        "data/voices/ada-finch.yml",
        (("name: ", "name: Mayor "),),
        ("1 voice changed", "Name: [added: Mayor] ", "/voices/ada-finch/", "/claims/mayor-promised-longer-hours/"),
    ),
    "a source": (
        "data/sources/bell-log-scan.yml",
        (("how: live, on: '2024-09-20'", "how: stored-copy, on: '2024-09-21'"),),
        ("How we read it: Read at its address → Read as a stored copy", "Read on: 20 September 2024 → 21 Sep"),
    ),
    "an omission": (
        "data/omissions/bell-log-was-public.yml",
        (("finding: public", "finding: unknown"),),
        ("1 omission changed", "Public when the article appeared: Yes → Unknown", "/cases/library-hours/missing/"),
    ),
    "a question of the quiz": (
        "data/items/a-promise-is-proof.yml",
        (("asks: A promise proves", "asks: One promise proves"),),
        ("1 quiz question changed; 1 lesson touched.", "It uses a quiz question that is changed: “One promise proves"),
    ),
    "a lesson": (
        "data/lessons/who-promised-what.yml",
        (("minutes: 8\n", "minutes: 9\n"),),
        ("1 lesson changed.", "Routes: steps: minutes, with the article, “Two votes”: 8 → 9"),
    ),
    "the article map": (
        "data/cases/library-hours.yml",
        (("kind: opinion", "kind: background"),),
        ("1 case changed", "Opinion → Background"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_each_sort_is_told(sides: Sides, told: Callable[..., str], name: str) -> None:
    path, changes, says = CHANGES[name]
    edit(sides[1], path, *changes)
    out = told()
    assert NOTHING not in out
    for words in says:
        assert words in re.sub(r"\s+", " ", out), out


def test_an_interest_of_a_voice_changes_what_claims_stand_on(sides: Sides, told: Callable[..., str]) -> None:
    """The file of the claim is as it was, and its page says something else."""
    edit(sides[1], "data/origins/bell-log.yml", ("kind: none-known,", "kind: party, of: the council,"))
    out = told()
    assert "1 claim changed; 1 origin changed" in out
    assert "Finding as before: Contradicted, high confidence" in out
    assert "Origins without a known interest that carry the finding: 3 → 2" in out
    assert "the finding would fall to unresolved (before: " in out


def test_a_correction_is_told_with_what_it_touches_and_ends_the_reminder(
    sides: Sides, told: Callable[..., str]
) -> None:
    edit(sides[1], EVER, ("confidence: high\n  why: Three", "confidence: moderate\n  why: Three"))
    assert "No correction tells readers of this." in told()
    add(sides[1], "data/corrections/counted-twice.yml", CORRECTION)
    out = told()
    assert "No correction tells readers of this." not in out
    assert "“One origin was counted twice.” (new) · /corrections/#counted-twice" in out
    assert "It touches: " in out
    edit(sides[1], "data/corrections/counted-twice.yml", ("kind: finding", "kind: wording"))
    assert "No correction tells readers of this." in told()


EVIDENCE = (
    "No correction tells readers of this. Write one: ./press correct claim:library-open-longer-than-ever --kind ev"
)


def test_other_evidence_is_told_to_readers_too(sides: Sides, told: Callable[..., str]) -> None:
    edit(sides[1], EVER, ("limits: It says nothing of Saturdays.", "limits: It says nothing of any Saturday."))
    assert "No correction" not in told(), "a fairer word needs none"
    edit(sides[1], EVER, ("origin: bell-log\n    bearing: contradicts", "origin: bell-log\n    bearing: background"))
    assert EVIDENCE in told()
    add(sides[1], "data/corrections/counted-twice.yml", CORRECTION.replace("kind: finding", "kind: evidence"))
    assert "No correction" not in told()


def test_a_finding_that_nobody_was_given_needs_no_correction(run: Run, sides: Sides, told: Callable[..., str]) -> None:
    """Not released, or a draft."""
    for root in sides:
        (root / "data/claims/notice-gives-ten-to-six.yml").rename(root / "kept.yml")
        run("release", "--root", root, "--on", "2024-10-01")
        (root / "kept.yml").rename(root / "data/claims/notice-gives-ten-to-six.yml")
    edit(sides[1], EVER, ("confidence: high\n  why: Three", "confidence: moderate\n  why: Three"))
    assert "No correction tells" in told()


def test_drafts_that_are_published_or_go_back_are_told(sides: Sides, told: Callable[..., str]) -> None:
    add(sides[0], "data/terms/spring-flood.yml", DRAFT)
    add(sides[1], "data/terms/spring-flood.yml", DRAFT.replace("draft", "published"))
    edit(sides[1], "data/terms/opening-hours.yml", ("status: published", "status: draft"))
    out = told()
    assert out.startswith("1 term published; 1 term made a draft again; ")
    assert "“Spring flood” (published; it was a draft) · /terms/#spring-flood" in out
    assert "Readers do not get it any more. Publish it again, or withdraw it." in out


def test_a_file_that_is_gone_is_told_with_the_way_to_do_it(sides: Sides, told: Callable[..., str]) -> None:
    add(sides[0], "data/terms/spring-flood.yml", DRAFT)
    (sides[1] / "data/voices/river-gazette.yml").unlink()
    out = told()
    assert "1 voice deleted; 1 draft term deleted" in out
    assert "Put the file back, then: ./press withdraw voice:river-gazette --why …" in out
    assert out.count("Nothing answers at its address any more.") == 1
    assert "faults of what is here now:" in out  # of those that still name it


def test_a_withdrawal_is_told_with_its_reason(run: Run, sides: Sides, told: Callable[..., str]) -> None:
    run("withdraw", "claim:notice-gives-ten-to-six", "--why", "It was no claim.", "--root", sides[1])
    out = told()
    assert "1 claim withdrawn" in out
    assert "Withdrawn: It was no claim." in out
    assert "What it was found to be: Supported" in out
    assert "Write one: ./press correct claim:notice-gives-ten-to-six --kind withdrawal" in out


def test_what_an_old_address_says_is_told_when_it_says_something_else(sides: Sides, told: Callable[..., str]) -> None:
    for root in sides:
        add(root, "data/terms/hours.yml", "{kind: moved, to: opening-hours, on: '2024-09-22', why: A better name.}\n")
    edit(sides[1], "data/terms/hours.yml", ("to: opening-hours", "to: reading-room"), ("A better", "A nearer"))
    add(sides[0], "data/terms/bell.yml", "{kind: withdrawn, on: '2024-09-22', why: No word.}\n")
    add(sides[1], "data/terms/door.yml", "{kind: withdrawn, on: '2024-09-22', why: Too plain.}\n")
    out = told()
    assert "It leads to: opening-hours → reading-room" in out
    assert "Why: A [better → nearer] name." in out
    assert "Nothing answers at its old address any more." in out
    assert "Its address says that it was withdrawn: Too plain." in out


NAMES = sorted(
    f"{kind.KIND}:{file.stem}"
    for kind in KINDS
    if kind is not Fingerprint
    for file in (invented.SAMPLE / "data" / kind.FOLDER).glob("*.yml")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_move_is_a_move_and_no_change_of_what_names_the_record(run: Run, sides: Sides, name: str) -> None:
    assert run("move", name, "quite-another-name", "--why", "A better name.", "--root", sides[1])[0] == 0
    found = compared(*sides).entries
    assert [(each.kind, each.slug, each.fate) for each in found] == [
        (name.partition(":")[0], "quite-another-name", Fate.MOVED)
    ]
    assert [piece.text for each in found for line in each.lines for piece in line.pieces] == [
        "Moved",
        f" from {name}: A better name.",
    ]


def test_a_draft_gets_another_name_without_being_new(run: Run, sides: Sides, told: Callable[..., str]) -> None:
    for root in sides:
        add(root, "data/terms/spring-flood.yml", DRAFT)
    run("move", "term:spring-flood", "flood", "--why", "Shorter.", "--root", sides[1])
    out = told()
    assert out.startswith("1 draft term moved; nothing that readers would see has changed.\n")
    assert "Renamed, from term:spring-flood; it was a draft" in out


# whole: whatever anybody writes is told, and every page that differs is named


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> hostile.Ground:
    return hostile.lay_out(tmp_path_factory.mktemp("ground"))


UNSEEN = {"Selector.prefix", "Selector.suffix"}


def rounds(ground: hostile.Ground) -> Iterator[list[hostile.Place]]:
    """The places, one of each file at a time."""
    by_path: dict[str, list[hostile.Place]] = {}
    for place in ground.places:
        if place.field not in UNSEEN:
            by_path.setdefault(place.path, []).append(place)
    for number in range(max(map(len, by_path.values()))):
        yield [places[number] for places in by_path.values() if number < len(places)]


def planted(ground: hostile.Ground, texts: dict[hostile.Place, str]) -> tuple[Publication, list[hostile.Place]]:
    """The publication with the texts in it, and where; a file that then has a fault gets none, and is as it was."""
    while True:
        ground.plant(texts)
        loaded = load.load(ground.root)
        faults = {each.path for each in loaded.problems}
        if not faults:
            return graph.assemble(loaded)[0], list(texts)
        named = ground.refused(texts, loaded.problems)[0]
        texts = {p: text for p, text in texts.items() if p not in named and (named or p.path not in faults)}


def words(difference: Difference) -> str:
    """All that is told of the records, in one text."""

    def inside(line: Line) -> Iterator[str]:
        yield from (f"{piece.text} {piece.instead}" for piece in line.pieces)
        for each in line.under:
            yield from inside(each)

    return " ".join(part for each in difference.entries for line in each.lines for part in (each.name, *inside(line)))


def test_a_change_of_any_text_in_any_record_is_told(ground: hostile.Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.comparing.touched", lambda *_: Touched(()))  # pages are another test's matter
    ground.plant({})
    plain = publication(ground.root)
    missed, seen = [], 0
    for places in rounds(ground):
        made, written = planted(ground, {place: place.text("anew") for place in places})
        said = words(compare(plain, made, {}))
        missed += [str(place) for place in written if place.word not in said]
        seen += len(written)
    assert missed == []
    assert seen > 300


def test_a_hostile_text_is_only_text_in_a_pull_request(ground: hostile.Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    ground.plant({})
    plain = publication(ground.root)
    texts = list(hostile.TEXTS.values())
    monkeypatch.setattr("press.comparing.entries._MOST", 10_000)
    for shift in range(0, len(texts), 3):
        wanted = {place: place.text(texts[(n + shift) % len(texts)]) for n, place in enumerate(ground.places)}
        shown = as_markdown(compare(plain, planted(ground, wanted)[0], {}), ("Compared with x.",))
        assert len(shown) > 10_000
        assert strange(shown) == set()


def rendered(text: str) -> html.HtmlElement:
    """Markdown as GitHub reads it, whose raw HTML is all kept."""
    made = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    return html.fragment_fromstring(made, create_parent="main")


OURS = {"main", "h2", "h3", "h4", "p", "ul", "li", "strong", "del", "code"}


def strange(text: str) -> set[str]:
    """The elements of the text that we do not write."""
    return {str(each.tag) for each in rendered(text).iter() if isinstance(each.tag, str)} - OURS


@given(text=st.text(min_size=1, max_size=80))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    entry = Entry("term", "x", f"x{text}x", "", Fate.CHANGED, False, False, (Line((Piece(f"x{text}x"),)),))
    shown = as_markdown(Difference((entry,), (), Touched(())))
    assert strange(shown) == set()
    found = " ".join(rendered(shown).xpath("string(//li)").split())
    expected = "".join(each if each.isprintable() else "→" if each == "\t" else "�" for each in f"x{text}x")
    assert found == " ".join(expected.split())


@pytest.mark.parametrize("text", ["@ada", "https://elsewhere.test/x", "www.elsewhere.test", "#12", "a@b.test", "<b>"])
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    shown = as_markdown(Difference((), (), Touched(())), (text,))
    assert strange(shown) == set()
    assert all(not re.search(r"@\w|#\d|://\w|(?i:www)\.\w", each) for each in rendered(shown).itertext())


def test_addresses_are_whole_and_links_where_the_site_has_one(
    sides: Sides, told: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(sides[1], EVER, ("as_of: '2024-09-25'", "as_of: '2024-10-25'"))
    assert " · /claims/library-open-longer-than-ever/\n" in told()
    monkeypatch.setenv("SITE_URL", "https://claims.millbrook.test/")
    assert " · https://claims.millbrook.test/claims/library-open-longer-than-ever/\n" in told()
    assert "<https://claims.millbrook.test/cases/library-hours/>" in told("--format", "markdown")


PAGES_DIFFER = {
    "a finding": (EVER, ("  finding: contradicted\n  confidence: high", "  finding: unresolved\n  confidence: low")),
    "a text of one page": (EVER, ("result: It is shorter", "result: It is much shorter")),
    "a name": ("data/voices/ada-finch.yml", ("name: ", "name: Mayor ")),
    "an origin": ("data/origins/bell-log.yml", ("kind: none-known,", "kind: party, of: the council,")),
    "an assertion": (PROMISE, ("title: ", "title: Once more ")),
    "a source": ("data/sources/bell-log-scan.yml", ("about: A scan", "about: Another scan")),
    "an omission": ("data/omissions/bell-log-was-public.yml", ("finding: public", "finding: unknown")),
}


@pytest.mark.parametrize("name", PAGES_DIFFER)
def test_exactly_the_pages_that_print_something_else_are_named(sides: Sides, name: str) -> None:
    path, change = PAGES_DIFFER[name]
    edit(sides[1], path, change)
    difference = compared(*sides)
    printed = [bodies(publication(root)) for root in sides]
    differ = {path for path in {**printed[0], **printed[1]} if printed[0].get(path) != printed[1].get(path)}
    named = {address for group in difference.touched.groups for address, _ in group.pages}
    assert difference.touched.whole
    assert differ
    assert named - {""} == differ  # '' is hand-written


def bodies(made: Publication) -> dict[str, str]:
    public = graph.without_drafts(made)
    renderer = Renderer(public)
    return {
        page.path: f"{page.title}{page.description}{renderer.leaf(page).body}"
        for planner in pages.PAGES
        for page in planner(public, Site())
    }


def test_the_front_page_is_named_where_its_slot_shows_something_else(sides: Sides, told: Callable[..., str]) -> None:
    edit(sides[1], EVER, ("  finding: contradicted\n  confidence: high", "  finding: unresolved\n  confidence: low"))
    assert re.search(r"^  - Other pages: /$", told(), re.MULTILINE)
    (sides[1] / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    assert "Other pages" not in told()


def test_a_new_case_tells_whose_article_it_is_what_it_is_about_and_how_much_is_examined(
    sides: Sides, told: Callable[..., str]
) -> None:
    (sides[0] / "data/cases/library-hours.yml").unlink()
    assert (
        "“The library's new hours” (new) · /cases/library-hours/\n"
        "  - The article: The Millbrook Courier, 5 September 2024; 115 words.\n"
        "  - What it is about: A paper reports new hours, and repeats a promise of the mayor.\n"
        "  - The article map: 8 sentences. Examined: 4; no page yet: 1; opinion: 1; background: 2.\n"
    ) in told()


@pytest.mark.parametrize(
    ("origin", "lines"),
    [
        (
            "bell-log",
            "Kind of origin: Observation.\n"
            "  - Interest in the matter: No known interest. The bell is rung by a clock.\n",
        ),
        (
            "mayors-speech",
            "Kind of origin: Statement, of Ada Finch.\n"
            "  - Interest in the matter: A party, the council. The new hours are her own plan.\n",
        ),
    ],
)
def test_a_new_origin_tells_its_kind_whose_it_is_and_its_interest(
    sides: Sides, told: Callable[..., str], origin: str, lines: str
) -> None:
    (sides[0] / f"data/origins/{origin}.yml").unlink()
    assert f" (new)\n  - {lines}" in told()


def test_a_lesson_that_is_new_needs_no_reading_again(sides: Sides, told: Callable[..., str]) -> None:
    (sides[0] / "data/lessons/who-promised-what.yml").unlink()
    edit(sides[1], EVER, ("closed at eight.", "closed at nine."))
    out = told()
    assert "1 lesson added" in out
    assert "touched" not in out
    assert "LESSONS THAT USE IT" not in out


def test_long_lists_are_capped_and_say_by_how_much(sides: Sides, told: Callable[..., str]) -> None:
    for number in range(20):
        add(sides[1], f"data/sources/scan-{number}.yml", SCAN.replace("again", f"again-{number}"))
    out = told()
    assert out.startswith("20 sources added.\n")
    assert out.count("“The clock of the library, read anew” (new)") == 12
    assert "and 8 more that are new" in out
    assert re.search(r"Sources: (/sources/[\w-]+/ \(new\), ){5}/sources/[\w-]+/ \(new\) and 15 more", out)


# faults


def test_faults_of_either_side_are_told_and_stop_nothing(sides: Sides, told: Callable[..., str]) -> None:
    add(sides[0], "data/terms/bell.yml", "name: 'torn\n")
    add(sides[1], "data/terms/bell.yml", "{name: bell, gloss: It rings.}\n")
    add(sides[1], PROMISE, "title: 'torn\n")
    edit(sides[1], EVER, ("closed at eight.", "closed at nine."), ("type: event", "type: evnt"))
    edit(sides[1], "data/voices/ada-finch.yml", ("name: ", "nam: "))
    out = told()
    assert re.match(r"1 claim changed; 1 claim not readable; 1 voice changed; 1 term readable again;", out)
    assert "Its file has a fault; it is told below." in out
    assert "Its file had a fault before, so what changed in it cannot be told." in out
    assert "the library closed at [eight. → nine.]" in out
    assert "More of it cannot be read, because of a fault." in out
    assert "Not read, because of a fault: name." in out
    assert "Faults keep the pages from being planned" in out
    assert "/claims/library-open-longer-than-ever/" in out.split("PAGES")[1]
    assert "\n1 fault of the folder then:\ndata/terms/bell.yml:1:7: this quotation mark is never closed" in out
    now = out.split("faults of what is here now:\n")[1]
    assert f"{PROMISE}:1:8: this quotation mark is never closed; close it\n    1 | title: 'torn\n" in now
    assert "did you mean 'event'?" in now
    markdown = told("--format", "markdown")
    assert "### Faults of the folder then\n\n- `data/terms/bell.yml:1:7` this quotation mark" in markdown
    assert "### Faults of what is here now\n" in markdown


@pytest.mark.parametrize("seed", range(40))
def test_no_fault_of_either_side_gives_a_traceback(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    root = invented.lay_out(tmp_path)
    plain = publication(root)
    for path in chance.sample(sorted((root / "data").rglob("*.yml")), 3):
        values = yamlfile.read(path, path.name).values
        spoil(values, chance)
        path.write_text(invented.written(values), encoding="utf-8")
    spoilt = publication(root)
    for difference in (compare(plain, spoilt, {}), compare(spoilt, plain, {})):
        assert as_markdown(difference)
        assert as_text(difference)


def spoil(values: object, chance: random.Random) -> None:
    """Take out, replace or empty one value somewhere in a record."""
    while isinstance(values, dict | list) and values:
        step = chance.choice(list(values) if isinstance(values, dict) else range(len(values)))
        inner = values[step]
        if not isinstance(inner, dict | list) or chance.random() < 0.3:
            if chance.random() < 0.4:
                del values[step]
            else:
                values[step] = chance.choice([None, 7, True, "", "x", [], {}, [None], {"x": 1}, "claim:x"])
            return
        values = inner


# what is not read again


def test_what_is_the_same_on_both_sides_is_read_once_and_all_the_same(sides: Sides) -> None:
    edit(sides[1], EVER, ("closed at eight.", "closed at nine."))
    add(sides[1], "data/terms/bell.yml", "name: 'torn\n")
    add(sides[0], "data/terms/moved.yml", "{kind: moved, to: opening-hours, on: '2024-09-22', why: A better name.}\n")
    empty = sides[0].parent / "empty"
    empty.mkdir()
    found = before(empty, files(sides[0]), files(sides[1]), load.load(sides[1]))
    expected = load.load(sides[0])
    assert sorted(file.name for file in empty.rglob("*.yml")) == [Path(EVER).name, "moved.yml"]
    assert found.records == expected.records
    assert (found.gone, found.unfit, found.problems) == (expected.gone, expected.unfit, expected.problems)
    assert found.documents == expected.documents


def test_every_change_of_the_real_records_is_told(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    claims = sorted((tmp_path / "data/claims").glob("*.yml"))
    for file in claims:
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^(  short: (>-\n    )?)", r"\1Anew. ", text), encoding="utf-8")
    code, out, _ = run("diff", "--root", tmp_path, "--against", ROOT)
    assert (code, out.partition(";")[0]) == (0, f"{len(claims)} claims changed")
    assert "fault" not in out.splitlines()[0]


# git


def git(root: Path, *arguments: str) -> str:
    """Git as it comes, without anybody's settings."""
    settings = ("user.name=Ada", "user.email=ada@millbrook.test", "commit.gpgsign=false", "init.defaultBranch=main")
    command = ["git", *(part for each in settings for part in ("-c", each)), *arguments]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(command, cwd=root, env=clean, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The invented publication under git, on main, committed once."""
    root = invented.lay_out(tmp_path / "repository")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "The library")
    return root


def nine(root: Path, hour: str = "nine") -> None:
    text = (root / EVER).read_text(encoding="utf-8")
    (root / EVER).write_text(re.sub(r"the library closed at \w+\.", f"the library closed at {hour}.", text))


def test_on_main_what_is_not_committed_is_compared_with_the_last_commit(run: Run, repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")[:7]
    assert run("diff", "--root", repository) == (0, f"{NOTHING}\nCompared with {head} (the last commit).\n", "")
    nine(repository)
    add(repository, "data/sources/untracked.yml", SCAN)
    _, out, _ = run("diff", "--root", repository)
    assert out.startswith("1 claim changed; 1 source added; 1 lesson touched.\n")
    assert "[eight. → nine.]" in out


def test_a_branch_is_compared_with_where_it_left_main(run: Run, repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")[:7]
    git(repository, "switch", "-qc", "hours")
    nine(repository)
    git(repository, "commit", "-qam", "Nine")
    git(repository, "switch", "-q", "main")
    edit(repository, "data/terms/opening-hours.yml", ("unlocked", "open"))
    git(repository, "commit", "-qam", "What others did")
    git(repository, "switch", "-q", "hours")
    _, out, _ = run("diff", "--root", repository)
    assert f"Compared with {base} (where this branch left main).\n" in out
    assert out.startswith("1 claim changed; 1 lesson touched.\n")
    assert run("diff", "main", "--root", repository)[1].startswith("1 claim changed; 1 term changed; ")


def test_a_clone_knows_main_by_its_name_elsewhere(run: Run, repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(repository), "fork")
    fork = tmp_path / "fork"
    git(fork, "switch", "-qc", "hours")
    git(fork, "branch", "-qD", "main")
    nine(fork)
    git(fork, "commit", "-qam", "Nine")
    assert "(where this branch left origin/main)" in run("diff", "--root", fork)[1]


def test_without_a_main_the_last_commit_is_it(run: Run, repository: Path) -> None:
    git(repository, "branch", "-qm", "trunk")
    nine(repository)
    assert "(the last commit)" in run("diff", "--root", repository)[1]


@pytest.mark.parametrize("revision", ["HEAD~1", "first", "main^"])
def test_any_name_of_a_revision_is_understood(run: Run, repository: Path, revision: str) -> None:
    git(repository, "tag", "first")
    nine(repository)
    git(repository, "commit", "-qam", "Nine")
    nine(repository, "ten")
    code, out, _ = run("diff", revision, "--root", repository)
    assert code == 0
    assert f" ({revision}).\n" in out
    assert "[eight. → ten.]" in out


def test_a_publication_below_the_root_of_its_repository_is_compared(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path / "deep" / "inside")
    add(tmp_path, "data/terms/other.yml", "name: another's\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "All")
    nine(root)
    code, out, _ = run("diff", "--root", root)
    assert code == 0
    assert out.startswith("1 claim changed; 1 lesson touched.\n")


def test_before_there_were_records_all_are_new(run: Run, tmp_path: Path) -> None:
    add(tmp_path, "README.md", "Soon.\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "A beginning")
    invented.lay_out(tmp_path)
    code, out, _ = run("diff", "--root", tmp_path)
    assert code == 0
    assert out.startswith("1 case added; 5 claims added; 1 lesson added; 5 quiz questions added; 1 story added; ")


def test_a_file_that_git_holds_and_nobody_else_is_deleted(run: Run, repository: Path) -> None:
    (repository / "data/techniques/glittering-promise.yml").unlink()
    _, out, _ = run("diff", "--root", repository)
    assert "1 technique deleted" in out


def test_faults_at_a_revision_are_told(run: Run, repository: Path) -> None:
    sound = (repository / EVER).read_text(encoding="utf-8")
    add(repository, EVER, "title: 'torn\n")
    git(repository, "commit", "-qam", "A slip")
    add(repository, EVER, sound)
    code, out, _ = run("diff", "HEAD", "--root", repository)
    assert code == 0
    assert f"(HEAD):\n{EVER}:1:8: this quotation mark is never closed; close it\n    1 | title: 'torn\n" in out


def refused(run: Run, *arguments: str | Path) -> str:
    code, out, err = run("diff", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    return err


def test_what_cannot_be_compared_is_refused_in_one_line(
    run: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ("--root", repository)
    assert "git knows no revision 'mian' here; name a commit, a branch or a tag" in refused(run, "mian", *here)
    assert "git knows no revision '--output=x' here" in refused(run, *here, "--", "--output=x")
    assert "give a revision or --against, not both" in refused(run, "main", "--against", repository, *here)
    assert "there is no folder 'data' in" in refused(run, "--against", tmp_path, *here)
    assert "there is no folder 'data' here" in refused(run, "--root", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = invented.lay_out(tmp_path / "outside")
    assert "this folder is in no git repository; run it in one, or compare" in refused(run, "--root", outside)
    git(outside, "init", "-q")
    assert "nothing was committed here yet; commit first, or compare" in refused(run, "--root", outside)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed; install it, or compare with a folder: --against" in refused(run, *here)


def test_a_history_without_its_beginning_says_how_to_get_it(run: Run, repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "-qc", "hours")
    nine(repository)
    git(repository, "commit", "-qam", "Nine")
    git(repository, "switch", "-q", "main")
    edit(repository, "data/terms/opening-hours.yml", ("unlocked", "open"))
    git(repository, "commit", "-qam", "What others did")
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", f"file://{repository}", "shallow")
    shallow = tmp_path / "shallow"
    git(shallow, "switch", "-q", "hours")
    more = "; only the end of the history is here: git fetch --unshallow brings the rest"
    assert f"nothing shows where this branch left main; name a revision{more}" in refused(run, "--root", shallow)
    assert f"git knows no revision '{first}' here" in refused(run, first, "--root", shallow)
    assert run("diff", "origin/main", "--root", shallow)[0] == 0


def test_nothing_of_an_archive_is_written_where_its_names_say(run: Run, repository: Path) -> None:
    """A link that is committed in the place of a record is no record, and leads nowhere."""
    (repository / "data/terms/secret.yml").symlink_to(repository / "secret")
    add(repository, "secret", "name: secret\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "A link")
    (repository / "data/terms/secret.yml").unlink()
    code, out, _ = run("diff", "HEAD", "--root", repository)
    assert code == 0
    assert "secret" not in out


# words


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("a b c", "a x c", "x: a [b → x] c"),
        ("a b", "a b c", "x: a b [added: c]"),
        ("a b c", "b c", "x: [cut: a] b c"),
        ("1 2 3 4 5 6 7 8 9 a", "1 2 3 4 5 6 7 8 9 b", "x: … 4 5 6 7 8 9 [a → b]"),
        ("a 1 2 3 4 5 6 7 8 9", "b 1 2 3 4 5 6 7 8 9", "x: [a → b] 1 2 3 4 5 6 …"),
    ],
)
def test_words_are_shown_with_those_around_them(was: str, now: str, shown: str) -> None:
    entry = Entry("term", "x", "x", "", Fate.CHANGED, False, False, (reworded("x", was, now),))
    assert f"  - {shown}\n" in as_text(Difference((entry,), (), Touched(())))


def test_many_changes_of_a_long_text_are_told_by_the_first() -> None:
    was = " ".join(f"w{number}" for number in range(400))
    now = re.sub(r"w(\d+)0\b", r"v\g<1>0", was)
    line = reworded("x", was, now)
    assert sum(piece.mark is Mark.CUT for piece in line.pieces) == 4
    assert "and 35 more changes in this text" in line.pieces[-1].text
