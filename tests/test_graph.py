"""Records -> one publication: references, backlinks, and what follows from records together."""

from pathlib import Path

import pytest

import invented
from press import graph, rules
from press.graph import Publication
from press.graph.backlinks import backlinks
from press.graph.origins import direction, footing
from press.graph.teaching import behind, case_of, excerpts, lessons_with, minutes, printed_at
from press.load import load
from press.records.vocabulary import Bearing, Interest, SaidFinding

EVER = "library-open-longer-than-ever"
LESSON = "who-promised-what"


def assembled(root: Path) -> Publication:
    return graph.assemble(load(root))[0]


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return assembled(invented.lay_out(tmp_path_factory.mktemp("graph"), invented.STATES))


def edited(root: Path, path: str, *pairs: tuple[str, str]) -> Publication:
    text = (invented.SAMPLE / path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return assembled(invented.lay_out(root, {path: text}))


# What a claim stands on


def test_origins_are_counted_and_not_links(publication: Publication, tmp_path: Path) -> None:
    claim = publication.claims[EVER]
    stands = footing(publication, claim)
    assert (stands.sources, len(stands.roots), stands.independent) == (4, 4, 3)
    assert stands.stands_without_strongest
    merged = edited(tmp_path, f"data/claims/{EVER}.yml", ("origin: hours-ledger", "origin: door-notice"))
    stands = footing(merged, merged.claims[EVER])
    assert (stands.sources, len(stands.roots), stands.independent) == (4, 3, 2)
    assert not stands.stands_without_strongest
    assert stands.strongest is not None
    assert [item.id for item in stands.strongest.items] == ["notice", "ledger"]


def test_an_interested_origin_counts_on_neither_side(publication: Publication) -> None:
    stands = footing(publication, publication.claims[EVER])
    speech = next(root for root in stands.roots if root.origin.slug == "mayors-speech")
    assert (speech.stake.kind, speech.stake.independent, speech.bearing) == (Interest.PARTY, False, Bearing.SUPPORTS)
    assert footing(publication, publication.claims["mayor-promised-longer-hours"]).independent == 0


def test_one_interested_item_keeps_its_origin_from_counting(tmp_path: Path) -> None:
    path = f"data/claims/{EVER}.yml"
    interest = "limits: It says nothing of Saturdays.\n    interest: {kind: ally, of: the council, basis: A guess.}"
    publication = edited(tmp_path, path, ("limits: It says nothing of Saturdays.", interest))
    assert footing(publication, publication.claims[EVER]).independent == 2


def test_a_finding_that_goes_neither_way_leans_on_nothing(publication: Publication) -> None:
    claim = publication.claims["nobody-complained-of-new-hours"]
    assert direction(claim) is None
    assert footing(publication, claim).strongest is None


def test_each_origin_keeps_one_letter_wherever_it_stands(tmp_path: Path) -> None:
    publication = edited(tmp_path, f"data/claims/{EVER}.yml", ("origin: mayors-speech", "origin: door-notice"))
    roots = footing(publication, publication.claims[EVER]).roots
    assert len({root.letter for root in roots}) == len({root.origin.slug for root in roots}) == 3
    assert len(roots) == 4


def test_a_claim_with_too_many_items_is_counted_all_the_same(tmp_path: Path) -> None:
    origins = {
        f"data/origins/log-{number}.yml": "what: A log\nkind: dataset\ninterest: {kind: none-known, basis: x}\n"
        for number in range(30)
    }
    items = "".join(
        f"  - {{id: log-{number}, source: archive-ledger, origin: log-{number}, bearing: contradicts,"
        f" establishes: x, available: unknown}}\n"
        for number in range(30)
    )
    invented.lay_out(tmp_path, origins)
    path = tmp_path / f"data/claims/{EVER}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("evidence:\n", f"evidence:\n{items}"), encoding="utf-8")
    publication, problems = rules.examine(tmp_path)
    assert [each.message for each in problems] == ["'evidence' has 34 entries; keep 14 at most"]
    letters = [root.letter for root in footing(publication, publication.claims[EVER]).roots]
    assert len(set(letters)) == len(letters) == 34


# What follows from records together


def test_claims_stand_in_the_order_of_the_article(publication: Publication) -> None:
    case = publication.cases["library-hours"]
    assert [claim.slug for claim in publication.claims_of(case)] == [
        "mayor-promised-longer-hours",
        EVER,
        "nobody-complained-of-new-hours",
        "council-wants-flood-forgotten",
        "notice-gives-ten-to-six",
    ]
    assert [publication.number(claim) for claim in publication.claims_of(case)] == [1, 2, 3, 4, 5]


def test_the_said_stamp_of_a_claim_is_that_of_its_weakest_place(tmp_path: Path) -> None:
    path = f"data/claims/{EVER}.yml"
    second = """  - case: library-hours
    paragraphs: [1]
    mode: quoted
    chain: [millbrook-courier, ada-finch]
    quotes: [{exact: longer than ever}]
    said: {finding: paraphrase-altered, why: The sense shifted., sources: [mayors-page]}
answer:
"""
    publication = edited(tmp_path, path, ("answer:\n", second))
    assert publication.said(publication.claims[EVER]) is SaidFinding.PARAPHRASE_ALTERED


def test_speakers_are_those_whose_words_they_are(publication: Publication) -> None:
    named = {
        claim: [voice.slug for voice in publication.speakers(record)] for claim, record in publication.claims.items()
    }
    assert named[EVER] == ["ada-finch"]
    assert named["notice-gives-ten-to-six"] == ["millbrook-courier"]


def test_a_version_counts_what_changes_meaning(publication: Publication, tmp_path: Path) -> None:
    assert publication.version(publication.claims[EVER]) == 2
    path = "data/corrections/ledger-read-again.yml"
    assert (reworded := edited(tmp_path, path, ("kind: evidence", "kind: wording"))).corrections
    assert reworded.version(reworded.claims[EVER]) == 1


def test_a_publisher_is_named_by_its_voice_or_by_its_name(publication: Publication) -> None:
    names = {slug: publication.publisher(source) for slug, source in publication.sources.items()}
    assert names["mayors-page"] == "Ada Finch"
    assert names["archive-ledger"] == "Millbrook town archive"


# Who names whom


def test_backlinks_come_from_fields_and_from_prose(publication: Publication) -> None:
    links = backlinks(publication)
    assert {user.slug for user in links.of(publication.terms["opening-hours"])} == {EVER, LESSON, "reading-room"}
    assert {user.slug for user in links.of(publication.items["a-promise-is-proof"])} == {LESSON}
    assert {user.slug for user in links.of(publication.claims["mayor-promised-longer-hours"])} >= {
        LESSON,
        "did-she-say-it",
    }
    users = links.of(publication.sources["archive-ledger"])
    assert {user.KIND for user in users} == {"claim", "omission", "correction"}
    assert publication.claims[EVER] not in links.of(publication.claims[EVER])


def test_readers_get_no_drafts(publication: Publication) -> None:
    assert "spring-flood" in publication.terms
    assert "spring-flood" not in graph.without_drafts(publication).terms
    assert set(publication.records) - set(graph.without_drafts(publication).records) == {("term", "spring-flood")}


# What follows from lessons


def test_an_excerpt_is_placed_and_given_a_speaker_by_its_claim(publication: Publication) -> None:
    lesson = publication.lessons[LESSON]
    places = [loc for loc, _ in excerpts(lesson)]
    assert places == [
        ("routes", 0, "steps", 0, "board", "excerpts", 0),
        ("routes", 0, "sheet", "blocks", 0, "excerpts", 0),
    ]
    excerpt = next(each for _, each in excerpts(lesson))
    place = printed_at(publication, excerpt)
    assert place is not None
    assert (place.paragraphs, place.chain[-1]) == ((1,), "ada-finch")
    assert printed_at(publication, excerpt.model_copy(update={"quote": "other words"})) is None
    assert printed_at(publication, excerpt.model_copy(update={"claim": "no-such-claim"})) is None
    assert [each.quote for _, each in excerpts(publication.items["did-she-say-it"])] == ["Mayor Ada Finch promised"]
    assert list(excerpts(publication.claims[EVER])) == []


def test_the_time_the_case_and_the_users_of_a_question_are_counted(publication: Publication) -> None:
    lesson = publication.lessons[LESSON]
    assert [(minutes(route), minutes(route, core=True)) for route in lesson.routes] == [(45, 18), (40, 20)]
    assert case_of(publication, lesson) is publication.cases["library-hours"]
    used = lessons_with(publication, publication.items["who-was-heard"])
    assert [(each.slug, str(route.route)) for each, route in used] == [(LESSON, "case"), (LESSON, "parallel")]


def test_a_lesson_is_behind_a_claim_that_was_corrected_in_more_than_words(
    publication: Publication, tmp_path: Path
) -> None:
    found = list(behind(publication, publication.lessons[LESSON]))
    assert [(index, pinned.claim, pinned.version, now) for index, pinned, now in found] == [(1, EVER, 1, 2)]
    reworded = edited(tmp_path, "data/corrections/ledger-read-again.yml", ("kind: evidence", "kind: wording"))
    assert list(behind(reworded, reworded.lessons[LESSON])) == []


def test_lessons_stand_in_the_order_of_the_unit_and_one_without_a_place_comes_first(tmp_path: Path) -> None:
    text = (invented.SAMPLE / f"data/lessons/{LESSON}.yml").read_text(encoding="utf-8")
    torn, second = text.replace("order: 1", "order: 0x"), text.replace("order: 1", "order: 2")
    files = {"data/lessons/a-torn-one.yml": torn, "data/lessons/a-later-one.yml": second}
    publication = assembled(invented.lay_out(tmp_path, files))
    assert list(publication.lessons) == ["a-torn-one", LESSON, "a-later-one"]


# References; the rest stands in tests/faults/reference-*.yml


@pytest.mark.parametrize(
    "gloss",
    [
        "See [it](term:nowhere).",
        "See [it](<term:nowhere>).",
        "See [it][1].\n\n[1]: term:nowhere",
        "See <term:nowhere>.",
        "See [it](term:nowhere 'a title').",
        "- See [it](term:n&#111;where)",
    ],
)
def test_a_link_in_prose_is_proved_however_it_is_written(tmp_path: Path, gloss: str) -> None:
    path = "data/terms/late-hours.yml"
    invented.lay_out(tmp_path, {path: invented.written({"name": "late hours", "gloss": gloss})})
    _, problems = graph.assemble(invented.sound(tmp_path))
    assert [problem.message.split(";")[0] for problem in problems] == ["no term is called 'nowhere'"]


def test_what_only_looks_like_a_link_names_nothing(tmp_path: Path) -> None:
    gloss = "`[it](term:nowhere)` and \\[it](term:nowhere) and term:nowhere"
    invented.lay_out(tmp_path, {"data/terms/late-hours.yml": invented.written({"name": "late", "gloss": gloss})})
    assert graph.assemble(invented.sound(tmp_path))[1] == []
