"""The laws, where tests/faults/ does not say it all: what they let pass, and the parts that they are made of."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import invented
from press import rules
from press.records.base import Moment
from press.records.claim import Appearance, Selector
from press.records.vocabulary import Available
from press.rules.article import Article
from press.rules.chronology import against, runs_back
from press.rules.wording import phrases, sentences, spoken

EVER = "data/claims/library-open-longer-than-ever.yml"
PROMISED = "data/claims/mayor-promised-longer-hours.yml"
NOBODY = "data/claims/nobody-complained-of-new-hours.yml"
CASE = "data/cases/library-hours.yml"
TERM = "data/terms/late-hours.yml"


def told(root: Path, files: Mapping[str, str] | None = None, edits: Mapping[str, tuple[str, str]] | None = None) -> str:
    """The problems of the invented publication with `files` laid over it and one piece of others changed."""
    invented.lay_out(root, files)
    for path, (old, new) in (edits or {}).items():
        text = (root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        (root / path).write_text(text.replace(old, new), encoding="utf-8")
    return invented.shown(rules.examine(root)[1])


def term(gloss: str, **more: object) -> dict[str, str]:
    return {TERM: invented.written({"name": "late hours", "gloss": gloss, **more})}


# The list of laws


def test_every_law_is_a_sentence_with_a_plain_meaning() -> None:
    names = [rule.__name__ for rule in rules.RULES]
    assert len(set(names)) == len(names)
    for rule in rules.RULES:
        meaning = (rule.__doc__ or "").splitlines()[0]
        assert rule.__name__.count("_") >= 2
        assert meaning.endswith("."), rule.__name__
        assert len(meaning) <= 120


def test_the_laws_are_put_to_drafts_too_but_a_draft_may_be_unfinished(tmp_path: Path) -> None:
    path = "data/claims/council-wants-flood-forgotten.yml"
    text = (invented.SAMPLE / path).read_text(encoding="utf-8").replace("status: published", "status: draft", 1)
    for line in ("strongest_counter: none-found\n", "recheck_on: '2090-09-01'\n"):
        assert line in text
        text = text.replace(line, "")
    found = told(tmp_path, {path: text.replace("why: A motive is", "why: A deliberate motive is")})
    assert "'deliberate' stands in our own words" in found
    assert "a published claim has" not in found
    assert "names this claim" not in found
    assert all("is a draft and this record is published" in line for line in found.splitlines() if CASE in line)


# Law 2 to 5: what passes


def test_moderate_needs_two_origins_and_no_rival(tmp_path: Path) -> None:
    text = (invented.SAMPLE / EVER).read_text(encoding="utf-8")
    text = text.replace("confidence: high", "confidence: moderate").replace(
        "origin: bell-log\n", "origin: door-notice\n"
    )
    start, end = text.index("rivals:"), text.index("looked_for:")
    assert told(tmp_path, {EVER: text[:start] + text[end:]}) == ""


def test_a_broken_reference_is_told_and_not_that_an_origin_is_missing_too(tmp_path: Path) -> None:
    found = told(tmp_path, edits={EVER: ("origin: hours-ledger", "origin: hours-leger")})
    assert found.splitlines() == [
        "data/claims/library-open-longer-than-ever.yml:49:13: no origin is called 'hours-leger'; did you mean"
        " 'hours-ledger'?"
    ]


def test_speech_on_the_speakers_own_page_is_enough_for_moderate(tmp_path: Path) -> None:
    text = (invented.SAMPLE / PROMISED).read_text(encoding="utf-8")
    text = text.replace("confidence: high\n  why: It stands", "confidence: moderate\n  why: It stands")
    start, end = text.index("  - id: radio"), text.index("strongest_counter")
    assert told(tmp_path, {PROMISED: text[:start] + text[end:]}) == ""


def test_the_examined_outlet_is_no_witness_for_the_words_of_others(tmp_path: Path) -> None:
    text = (invented.SAMPLE / PROMISED).read_text(encoding="utf-8")
    text = text.replace("confidence: high\n  why: It stands", "confidence: moderate\n  why: It stands")
    start, end = text.index("  - id: own-page"), text.index("  - id: radio")
    text = (text[:start] + text[end:]).replace("source: gazette-speech", "source: courier-report")
    courier = {
        "publisher": "millbrook-courier",
        "published": {"on": "2024-09-04"},
        "url": "https://courier.millbrook.test/report",
        "language": "en",
        "kind": "agency-report",
        "access": {"how": "live", "on": "2024-09-20"},
        "about": "A report of the speech.",
    }
    found = told(tmp_path, {PROMISED: text, "data/sources/courier-report.yml": invented.written(courier)})
    assert "or from two different outlets besides the article's" in found


def test_what_depends_on_a_contradicted_claim_may_say_why_it_holds(tmp_path: Path) -> None:
    relation = "{type: depends_on, claim: library-open-longer-than-ever, why: It holds of Saturdays.}"
    edits = {NOBODY: ("{type: supports, claim: council-wants-flood-forgotten}", relation)}
    assert told(tmp_path, edits=edits) == ""


# Law 10 and 11: what they see, and what they leave alone


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a lie.",
        "They lied.",
        "Who are the LIARS?",
        "It is propagandistic.",
        "It is a war-crime.",
        "He did it deliberately.",
        "It was not unintentional.",
        "A provocative act.",
        "The strike was staged.",
        "The regime’s men.",
        "They are terrorists.",
        "The hysterics go on.",
        "Neo-Nazi groups.",
        "She said “so” and it was a lie.",
        "[The mayor](voice:ada-finch) spoke. It was propaganda.",
        "It was propaganda. [The mayor](voice:ada-finch) spoke.",
        "See [propaganda](https://town.millbrook.test/x).",
        "- one\n- a regime\n- [the mayor](voice:ada-finch)",
        "An “open quotation and a regime.",
    ],
)
def test_a_loaded_word_in_our_own_words_is_found(tmp_path: Path, sentence: str) -> None:
    assert "stands in our own words; put it in quotation marks" in told(tmp_path, term(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "She called it “a lie”.",
        'She called it "propaganda. And a war crime."',
        "A ‘regime’ is a word.",
        "[The mayor](voice:ada-finch) called it a provocation.",
        "It was staged, says [the mayor](voice:ada-finch), and she was there.",
        "The intent of the council, its intention and its believers.",
        "The relief, the belief and the client; deliberations; a stage; regimen; Nazareth.",
        "See [the page](https://town.millbrook.test/propaganda) and <https://town.millbrook.test/regime>.",
        "See [the page][1].\n\n[1]: https://town.millbrook.test/terrorist",
    ],
)
def test_quotations_voices_and_addresses_may_hold_loaded_words(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, term(sentence)) == ""


def test_the_name_of_a_term_is_only_what_it_explains(tmp_path: Path) -> None:
    named = {TERM: invented.written({"name": "war crime", "also": ["war crimes"], "gloss": "What “war crime” means."})}
    assert told(tmp_path, named) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada, aged 7, waits.",
        "Ada Reader, 9, waits.",
        "Ada Reader (9) waits.",
        "The seven-year-old Ada waits.",
        "A 12 year old boy, Ben, waits.",
        "Олена, aged 5, waits.",
        "Ada, who was 16 years old, waits.",
    ],
)
def test_an_age_of_a_child_beside_a_name_is_found(tmp_path: Path, sentence: str) -> None:
    assert "sets a child's age beside a name" in told(tmp_path, term(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "A seven-year-old waits.",
        "Ada Reader, 38, waits.",
        "On Monday, 8 July, it rained.",
        "In July, 9 people came.",
        "Paragraphs 1, 3, 6 say so.",
        "A child aged 7 waits in Millbrook.",
        "The Kh-101, 2 of them, flew.",
    ],
)
def test_ages_without_names_and_names_without_ages_pass(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, term(sentence)) == ""


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("[She](voice:ada-finch) is accused of haste.", False),
        ("Ada Finch was charged with haste.", False),
        ("[She](voice:ada-finch) was indicted in 2023.", False),
        ("[She](voice:ada-finch) was indicted in 2023 ([notice](source:opening-hours-notice)).", True),
        ("In 2023 [the radio](voice:millbrook-radio) said that [she](voice:ada-finch) was accused of haste.", True),
        ("In 2023 she was accused of haste. [She](voice:ada-finch) is mayor.", True),
        ("A neighbour was convicted of haste.", True),
        ("A suspected case of haste, says [the mayor](voice:ada-finch).", True),
    ],
)
def test_an_accusation_beside_a_voice_has_its_year_and_its_source(tmp_path: Path, sentence: str, passes: bool) -> None:
    assert (told(tmp_path, term(sentence)) == "") is passes


# The parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("She said “Stop.” Then she went.", 2),
        ("“He came. He went,” she said.", 2),
        ("Dr. Finch and J. R. Reader met Mrs. Bell.", 1),
        ("The U.S. Army came. It went.", 2),
        ("No. 5 is open. No. It is shut.", 3),
        ("It cost 3.5 pounds at 10 a.m. on Monday.", 1),
        ("Is it? Yes! Well… Perhaps.", 4),
        ("He came (late). She did not.", 2),
        ("One\n\nTwo", 2),
        ("- one\n- two", 2),
        ("[He came.](voice:x) She went.", 2),
        ("Так. Ні.", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_readers_would_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_our_words_are_what_is_left_without_quotations_and_addresses() -> None:
    assert spoken("She said “No. Never.” Then [he](voice:x) went [on](https://a.test/b).") == [
        "She said “.”",
        "Then [he](voice) went [on]().",
    ]
    assert phrases('a “b c” and "d"') == ["b c", "d"]


def at(on: str, clock: str | None = None, zone: str | None = None, precision: str = "exact") -> Moment:
    return Moment.model_validate({"on": on, "clock": clock, "zone": zone, "precision": precision})


@pytest.mark.parametrize(
    ("moment", "other", "expected"),
    [
        (at("2024-07-08"), at("2024-07-09"), Available.BEFORE),
        (at("2024-07-09"), at("2024-07-09"), Available.SAME_DAY),
        (at("2024-08"), at("2024-07-09"), Available.AFTER),
        (at("2024-07"), at("2024-07-09"), Available.UNKNOWN),
        (at("2024"), at("2024"), Available.UNKNOWN),
        (at("unknown"), at("2024-07-09"), Available.UNKNOWN),
        (at("2024-07-09", "08:00", "UTC"), at("2024-07-09", "10:00", "+03:00"), Available.AFTER),
        (at("2024-07-09", "08:00", "+03:00"), at("2024-07-09", "08:00", "UTC"), Available.BEFORE),
        (at("2024-07-09", "08:00", "unknown"), at("2024-07-09", "10:00", "UTC"), Available.SAME_DAY),
        (at("2024-07-09", "08:00", "UTC", "by"), at("2024-07-09", "10:00", "UTC"), Available.BEFORE),
        (at("2024-07-09", "12:00", "UTC", "by"), at("2024-07-09", "10:00", "UTC"), Available.SAME_DAY),
        (at("2024-07-09", "08:00", "UTC", "about"), at("2024-07-09", "10:00", "UTC"), Available.SAME_DAY),
        (at("2024-07-08", "23:30", "-04:00"), at("2024-07-09", "01:00", "UTC"), Available.AFTER),
    ],
)
def test_what_came_first_is_said_only_where_it_is_known(moment: Moment, other: Moment, expected: Available) -> None:
    assert against(moment, other) is expected


def test_a_timeline_runs_back_only_where_that_is_certain() -> None:
    assert runs_back(at("2024-07-08"), at("2024-07-09"))
    assert runs_back(at("2024-07-09", "10:00", "+03:00"), at("2024-07-09", "08:00", "UTC"))
    assert not runs_back(at("2024-07"), at("2024-07-09"))
    assert not runs_back(at("2024-07-09", "08:00", "unknown"), at("2024-07-09", "10:00", "UTC"))


# The article's text

TEXT = Article("One dog came in.\nTwo dogs, one dog!\r\n\r\n\r\nThe “end”. At last one dog left.\n".encode())


def found(exact: str, paragraphs: list[int], **around: str) -> list[tuple[int, int, int]]:
    said = {"finding": "article-voice", "why": "x"}
    quotes = [{"exact": exact, **around}]
    given = {"case": "c", "paragraphs": paragraphs, "mode": "quoted", "chain": ["v"], "quotes": quotes, "said": said}
    places = TEXT.find(Appearance.model_validate(given), Selector(exact=exact, **around), 0)
    return [(each.paragraph, each.first, each.last) for each in places]


def test_an_article_is_paragraphs_sentences_and_words() -> None:
    assert TEXT.paragraphs == ("One dog came in. Two dogs, one dog!", "The “end”. At last one dog left.")
    assert TEXT.words == 15
    assert [(each.number, each.sentences, each.words) for each in TEXT.measures(1)] == [(1, 2, 8), (2, 2, 7)]


def test_a_quotation_is_found_by_its_words_in_its_paragraphs() -> None:
    assert found("dog came", [0]) == [(0, 1, 2)]
    assert found("one dog", [0]) == [(0, 6, 7)]
    assert found("one dog", [1]) == [(1, 12, 13)]
    assert found("one dog", [0, 1]) == [(0, 6, 7), (1, 12, 13)]
    assert found("one dog", [0, 1], prefix="At last") == [(1, 12, 13)]
    assert found("one dog", [0, 1], suffix="!") == [(0, 6, 7)]
    assert found("in. Two", [0]) == [(0, 3, 4)]


def test_a_piece_of_a_word_or_other_marks_are_not_the_quotation() -> None:
    assert found("ne dog", [0]) == found("Two dog", [0]) == found('The "end"', [1]) == found("one dog", [7]) == []
