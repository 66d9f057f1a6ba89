"""`press new` and `press quote`: drafts that ask and never guess, and words found in an article."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import invented
from conftest import Run
from press import graph, rules
from press.drafts import DRAFTS, Context, file_text, scalar, slug_of
from press.drafts.marks import quoted
from press.load import load
from press.records import KINDS
from press.records.base import Part
from press.yamlfile.tree import Tree

TEXT = invented.SAMPLE / "article.txt"
REAL = Path(__file__).parent.parent
MODELS = {kind.KIND: kind for kind in KINDS}


def values(text: str) -> Any:
    """YAML as our records are read: 'on' is a word."""
    return Tree(text, "a.yml").values


def name_of(kind: str) -> str:
    return "https://elsewhere.test/news/new-hours" if kind == "source" else f"a-new-{kind}"


# What only the author of a draft can tell; no draft answers it.
OPEN = {"source": ["language", "kind", "access"], "origin": ["kind"]}


def questions(model: type[Part]) -> list[str]:
    return [str(info.description) for info in model.model_fields.values() if not info.json_schema_extra]


@pytest.mark.parametrize("kind", DRAFTS)
def test_a_draft_of_each_kind_asks_every_question_and_has_no_other_fault(run: Run, tmp_path: Path, kind: str) -> None:
    root = invented.lay_out(tmp_path)
    before = set(root.rglob("*.yml"))
    code, out, err = run("new", kind, name_of(kind), "--root", root)
    assert (code, err) == (0, "")
    faults = [each.message.partition(";")[0] for each in rules.examine(root)[1]]
    assert sorted(faults) == sorted(f"'{field}' is missing" for field in OPEN.get(kind, []))
    made = sorted(set(root.rglob("*.yml")) - before)
    assert made
    for file in made:
        text = file.read_text(encoding="utf-8")
        assert f"{file.relative_to(root).as_posix()}: written, as a draft" in out
        assert values(text)["status"] == "draft"
        assert (file.parent / re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)[1]).resolve() == (  # type: ignore[index]
            root / "data/schema" / f"{text.split('/schema/')[1].split('.json')[0]}.json"
        )
    asked = re.sub(r"\s*\n\s*# ", " ", made[0].read_text(encoding="utf-8"))
    model = MODELS[kind if kind != "lesson" else "item"]
    assert all(question in asked for question in questions(model))


def answered(text: str) -> str:
    """A draft of a source or an origin in which somebody took the signs off and answered."""
    for name, answer in (("language", "en"), ("kind", "{kind}")):
        text = text.replace(f"\n# {name}:\n", f"\n{name}: {answer}\n", 1)
    lines, inside = [], False
    for line in text.splitlines():
        inside = line in ("# access:", "# interest:") or (inside and line.startswith("#   "))
        lines.append(line[2:] if inside else line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("sources", {"{kind}": "agency-report", "  how:": "  how: live", "\n  on:\n": "\n  on: '2024-10-01'\n"}),
        ("origins", {"{kind}": "statement", "  kind:\n": "  kind: none-known\n", "  basis:": "  basis: It has none."}),
    ],
)
def test_what_is_asked_is_answered_by_taking_its_signs_off(
    run: Run, tmp_path: Path, name: str, answers: dict[str, str]
) -> None:
    root = invented.lay_out(tmp_path)
    kind = name.removesuffix("s")
    run("new", kind, name_of(kind), "--root", root)
    (file,) = (
        each for each in (root / "data" / name).glob("*.yml") if "status: draft" in each.read_text(encoding="utf-8")
    )
    text = answered(file.read_text(encoding="utf-8"))
    for asked, answer in answers.items():
        assert asked in text
        text = text.replace(asked, answer)
    file.write_text(text, encoding="utf-8")
    assert rules.examine(root)[1] == []


def test_the_checker_names_what_a_field_that_is_missing_may_hold(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    run("new", "origin", "a-root", "--root", root)
    (fault,) = rules.examine(root)[1]
    assert fault.message == (
        "'kind' is missing; add it: what kind of root it is. One of: observation, physical-object, statement,"
        " document, dataset."
    )


def test_nothing_is_said_of_a_counter_argument_that_nobody_looked_for(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    run("new", "claim", "a-new-claim", "--root", root)
    text = (root / "data/claims/a-new-claim.yml").read_text(encoding="utf-8")
    assert "strongest_counter" not in values(text)
    assert "\n# strongest_counter:\n" in text, "it is asked all the same"


def test_words_that_were_proved_before_are_put_into_their_paragraph(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    run("new", "claim", "a-new-claim", "--root", root, "--quote", "Mayor Ada Finch promised that its doors")
    (appearance,) = values((root / "data/claims/a-new-claim.yml").read_text(encoding="utf-8"))["appearances"]
    assert appearance["quotes"] == [{"exact": "Mayor Ada Finch promised that its doors"}]
    assert appearance["paragraphs"] == [1]
    assert rules.examine(root)[1] == []


def test_origins_that_look_alike_are_named_before_one_is_counted_twice(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    known = next(iter(rules.examine(root)[0].origins.values()))
    out = run("new", "origin", f"the-{known.slug}", "--root", root)[1]
    assert f"Like it: origin:{known.slug}, “{known.what}” (" in out
    assert "Like it:" not in run("new", "origin", "zebra-census", "--root", root)[1]
    trial = run("new", "origin", f"one-more-{known.slug}", "--root", root, "--dry-run")[1]
    assert f"\n# Like it: origin:{known.slug}, " in trial, "whoever only looks is told as well"


def test_every_kind_that_people_write_can_be_drafted() -> None:
    by_machine_or_by_hand = {"fingerprint", "correction", "comparison", "framework"}
    assert {*DRAFTS, "case"} == set(MODELS) - by_machine_or_by_hand


@pytest.fixture(scope="module")
def real() -> graph.Publication:
    return graph.assemble(load(REAL))[0]


@pytest.mark.parametrize("kind", DRAFTS)
def test_a_draft_fits_the_real_records_too(real: graph.Publication, kind: str) -> None:
    url = name_of(kind) if kind == "source" else ""
    context = Context(real, "a-new-one", "2026-01-02", "2026-07-03", url=url)
    draft = values(file_text(MODELS[kind], DRAFTS[kind](context)))
    lacking = []
    try:
        MODELS[kind].model_validate({**draft, "slug": context.slug})
    except ValidationError as fault:
        lacking = [each["loc"] for each in fault.errors()]
    assert sorted(lacking) == sorted((field,) for field in OPEN.get(kind, []))


def test_a_trial_prints_the_files_and_writes_none(run: Run) -> None:
    code, out, _ = run("new", "lesson", "a-new-lesson", "--root", REAL, "--dry-run")
    assert code == 0
    assert re.findall(r"^--- (.*)$", out, re.MULTILINE) == [
        "data/lessons/a-new-lesson.yml",
        *(f"data/items/a-new-lesson-{number}.yml" for number in range(1, 5)),
    ]
    assert list((REAL / "data").rglob("a-new-lesson*")) == []


def test_a_draft_that_is_published_unwritten_is_a_fault_in_every_such_field(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    run("new", "claim", "a-new-claim", "--root", root)
    file = root / "data/claims/a-new-claim.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: published"), encoding="utf-8")
    unwritten = [each for each in rules.examine(root)[1] if "still to be written" in each.message]
    assert len(unwritten) == file.read_text(encoding="utf-8").lower().count("to be written.")


def test_a_case_is_drafted_from_a_text_of_ones_own_without_keeping_the_text(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "mine"
    (root / "data").mkdir(parents=True)
    text = tmp_path / "text.txt"
    text.write_text("A headline stands here\n\nOne. Two, said Dr. Ames. Three?\n\nFour.\n", encoding="utf-8")
    code, out, _ = run("new", "case", "my-case", "--root", root, "--text", text)
    assert code == 0
    assert out.count("written, as a draft") == 3
    assert rules.examine(root)[1] == []
    case = values((root / "data/cases/my-case.yml").read_text(encoding="utf-8"))
    assert [(each["number"], each["sentences"], len(each["segments"])) for each in case["paragraphs"]] == [
        (0, 1, 1),
        (1, 3, 3),
        (2, 1, 1),
    ]
    assert case["article"]["words"] == 11
    everything = "".join(file.read_text(encoding="utf-8") for file in root.rglob("*.yml"))
    assert "Ames" not in everything
    run("new", "claim", "my-claim", "--root", root, "--text", text, "--quote", "two, said dr. ames")
    claim = values((root / "data/claims/my-claim.yml").read_text(encoding="utf-8"))
    assert claim["appearances"][0]["quotes"] == [{"exact": "Two, said Dr. Ames"}]
    assert claim["appearances"][0]["paragraphs"] == [1]
    assert run("fingerprint", "--root", root, "--text", text)[0] == 0
    assert run("check", "--root", root, "--text", text)[0] == 0


SPOKEN = """The bridge is shut

“The bridge carries 900 people a day,” said Ada Holm. The council called it “a small repair” last week.

It will be shut for a month, in the traders’ best weeks.
"""


@pytest.mark.parametrize(
    ("words", "mode", "open_fields"),
    [
        ("The bridge carries 900 people a day", "quoted", ["chain", "said"]),
        ("The council called it “a small repair”", None, ["chain", "mode", "said"]),
        ("It will be shut for a month", "asserted", []),
    ],
)
def test_words_that_the_article_quotes_are_not_taken_for_its_own(
    run: Run, tmp_path: Path, words: str, mode: str | None, open_fields: list[str]
) -> None:
    root, text = tmp_path / "mine", tmp_path / "the text.txt"
    (root / "data").mkdir(parents=True)
    text.write_text(SPOKEN, encoding="utf-8")
    run("new", "case", "a-bridge", "--root", root, "--text", text)
    code, out, err = run("new", "claim", "a-claim", "--root", root, "--text", text, "--quote", words)
    assert (code, err) == (0, "")
    made = (root / "data/claims/a-claim.yml").read_text(encoding="utf-8")
    (appearance,) = values(made)["appearances"]
    assert appearance.get("mode") == mode
    assert [each for each in ("chain", "mode", "said") if each not in appearance] == open_fields
    assert ("say in 'chain' whose they are" in out) == bool(open_fields)
    asked = [each.message.partition(";")[0] for each in rules.examine(root)[1] if "is missing" in each.message]
    assert sorted(asked) == [f"'{each}' is missing" for each in open_fields]
    # A second draft is not kept from being written by what the first leaves open.
    assert run("new", "claim", "another", "--root", root, "--text", text, "--quote", "shut for a month")[0] == 0
    told = run("quote", words, "--root", root, "--text", text)[1]
    assert ("in quotation marks: 'chain' ends with the voice whose words they are" in told.replace("in part ", "")) == (
        bool(open_fields)
    )


@pytest.mark.parametrize(
    ("paragraph", "inside"),
    [
        ("“We lost *it*,” she said.", True),
        ("“We lost it. *It* is gone", True),
        ('"We lost *it*," she said.', True),
        ("„We lost *it*“, she said.", True),
        ("«We lost *it*», she said.", True),
        ("‘We don’t know *it*,’ she said.", True),
        ("'We don't know *it*,' she said.", True),
        ("“We lost it,” she said of *it*. “All.”", False),
        ("The traders' stalls, *it* said, aren't the council's.", False),
        ("The traders’ stalls, *it* said, aren’t the council’s.", False),
        ("She *said “it”* was gone.", None),
    ],
)
def test_every_kind_of_quotation_mark_is_known_and_an_apostrophe_is_none(paragraph: str, inside: bool | None) -> None:
    before, piece, after = paragraph.split("*")
    assert quoted(before + piece + after, len(before), len(before) + len(piece)) is inside


def test_what_comes_next_names_the_text_that_was_given(run: Run, tmp_path: Path) -> None:
    root, text = tmp_path / "mine", tmp_path / "the text.txt"
    (root / "data").mkdir(parents=True)
    text.write_text(SPOKEN, encoding="utf-8")
    out = run("new", "case", "a-bridge", "--root", root, "--text", text)[1]
    assert f"./press new claim its-name --text '{text}' --quote" in out
    out = run("new", "claim", "a-claim", "--root", root, "--text", text, "--quote", "shut for a month")[1]
    assert f"Prove the quotation: make fingerprint TEXT='{text}'\n" in out


def test_a_name_that_was_made_from_a_files_is_counted_until_somebody_writes_one(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    for slug in ("ada-holm", "the-ministry-of-bridges"):
        run("new", "voice", slug, "--root", root)
    names = [
        values((root / f"data/voices/{each}.yml").read_text())["name"]
        for each in ("ada-holm", "the-ministry-of-bridges")
    ]
    assert names == ["Ada Holm", "the Ministry of Bridges"]
    left = "2 drafts among them, with 6 places still to be written"
    assert f"{left} and 2 names still as made from the file's; read each\n" in run("check", "--root", root)[1]
    file = root / "data/voices/ada-holm.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Ada Holm", "Ada B. Holm"), encoding="utf-8")
    assert f"{left} and 1 name still as made" in run("check", "--root", root)[1]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("claim", "Not A Name"), "write small letters and digits"),
        (("claim", "library-open-longer-than-ever"), "is there already; a name is never used twice"),
        (("claim", "x", "--case", "library-hour"), "did you mean 'library-hours'?"),
        (("case", "x"), "name a file with its text"),
        (("case", "x", "--text", str(TEXT), "--outlet", "millbrook-courie"), "did you mean 'millbrook-courier'?"),
        (("claim", "x", "--text", str(TEXT), "--quote", "no such words"), "these words do not stand in the text"),
        (
            ("source", "https://radio.millbrook.test/speech?utm_source=x&fbclid=2#a"),
            "is the record of this document al",
        ),
        (
            ("source", "https://web.archive.org/web/20240920010203/https://www.radio.millbrook.test/speech/"),
            "is the record of this document already",
        ),
        (("source", "elsewhere.test/a"), "'elsewhere.test/a' is no address; did you mean https://elsewhere.test/a?"),
        (("source", "https://radio.millbrook.test/speech/"), "is the record of this document already"),
    ],
)
def test_what_cannot_be_drafted_is_refused_in_one_line(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    root = invented.lay_out(tmp_path)
    before = {file: file.read_bytes() for file in root.rglob("*.yml")}
    code, out, err = run("new", *arguments, "--root", root)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert why in err
    assert {file: file.read_bytes() for file in root.rglob("*.yml")} == before


def test_without_a_case_a_claim_says_what_to_begin_with(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    code, _, err = run("new", "claim", "x", "--root", tmp_path)
    assert code == 2
    assert "there is no case yet; begin with one: ./press new case its-name" in err


def test_a_source_takes_from_its_address_what_other_records_know(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    assert run("new", "source", "https://radio.millbrook.test/news/2024/new_hours.html", "--root", root)[0] == 0
    (made,) = (root / "data/sources").glob("radio-news-2024-*.yml")
    told = values(made.read_text(encoding="utf-8"))
    assert told["publisher"] == "millbrook-radio"
    assert told["published"] == {"on": "unknown"}
    assert not {"title", "kind", "access"} & set(told)


def test_a_sources_name_is_new_and_valid() -> None:
    assert slug_of("https://www.bbc.test/news/World-Europe_123", []) == "bbc-news-world-europe-123"
    assert slug_of("https://www.bbc.test/news/day-one.html", []) == "bbc-news-day-one"
    assert slug_of("https://bbc.test/a", ["bbc-a", "bbc-a-2"]) == "bbc-a-3"
    assert slug_of("https://bbc.test/новости/день", []) == "bbc"
    assert len(slug_of("https://bbc.test/" + "long-" * 60, [])) <= 80


def test_what_a_query_asks_for_makes_another_document(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    assert run("new", "source", "https://radio.millbrook.test/speech/?page=2", "--root", root)[0] == 0


@pytest.mark.parametrize(
    "value", ["a: b", "yes", "2024-01-01", "12", "it's", "#x", "a #b", " x", "-", "[a", "", "“q”", "end -"]
)
def test_whatever_a_draft_holds_is_read_back_as_it_was(value: str) -> None:
    assert values(f"a: {scalar(value)}") == {"a": value}


# quote


def test_words_are_found_as_printed_whatever_their_marks_and_capitals(run: Run) -> None:
    code, out, _ = run(
        "quote", 'MAYOR Ada Finch promised that its doors "will stay', "--root", invented.SAMPLE, "--text", TEXT
    )
    assert code == 0
    assert values(out) == {
        "paragraphs": [1],
        "quotes": [{"exact": "Mayor Ada Finch promised that its doors “will stay"}],
    }


def test_words_that_stand_twice_are_told_apart_by_what_stands_beside_them(run: Run) -> None:
    code, out, _ = run("quote", "nobody has complained", "--root", invented.SAMPLE, "--text", TEXT)
    assert code == 0
    first, second = (values(each) for each in re.split(r"\n\n", out))
    assert first["quotes"][0]["prefix"] != second["quotes"][0]["prefix"]
    assert "alike (100 %): claim:nobody-complained-of-new-hours" in out


def test_a_piece_of_a_word_is_not_found_and_long_words_are_told(run: Run) -> None:
    code, out, _ = run("quote", "ayor Ada Finch", "--root", invented.SAMPLE, "--text", TEXT)
    assert code == 1
    assert out.startswith("# not found in the article")
    long = " ".join(TEXT.read_text(encoding="utf-8").split("\n\n")[2].split()[:26])
    code, out, _ = run("quote", long, "--root", invented.SAMPLE, "--text", TEXT)
    assert code == 0
    assert "# longer than a quotation may be; choose 25 words of it at most" in out


def test_without_the_text_only_proved_quotations_are_known(run: Run) -> None:
    code, out, _ = run("quote", "Mayor Ada Finch promised that its doors", "--root", invented.SAMPLE)
    assert code == 0
    assert "# proved before, in library-hours" in out
    code, _, err = run("quote", "never quoted before", "--root", invented.SAMPLE)
    assert code == 2
    assert "--text" in err


def test_a_text_that_is_no_cases_article_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Another text.", encoding="utf-8")
    code, _, err = run("quote", "Another", "--root", invented.SAMPLE, "--text", tmp_path / "other.txt")
    assert code == 2
    assert "this is the article of no case; begin one: ./press new case" in err


def test_among_several_cases_none_is_taken_in_silence(run: Run, tmp_path: Path) -> None:
    root = invented.lay_out(tmp_path)
    text = tmp_path / "text.txt"
    text.write_text("A fair\n\nThe mayor said that many came. It rained.\n", encoding="utf-8")
    assert run("new", "case", "a-fair", "--root", root, "--text", text)[0] == 0
    for kind in ("claim", "omission"):
        code, out, err = run("new", kind, f"a-new-{kind}", "--root", root)
        assert (code, out) == (2, "")
        assert "name one with --case: a-fair, library-hours" in err
    assert run("new", "claim", "many-came", "--root", root, "--text", text, "--quote", "many came")[0] == 0
    claim = values((root / "data/claims/many-came.yml").read_text(encoding="utf-8"))
    assert [each["case"] for each in claim["appearances"]] == ["a-fair"]
    assert claim["appearances"][0]["chain"] == ["a-fair-outlet"]
