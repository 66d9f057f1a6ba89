"""A question comes back from GIFT and from a cartridge as it was written: its words, answers, key and reasons."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import invented
import quizreaders
from press import edition, graph
from press.exports import gift
from press.exports.cartridge import quiz
from press.exports.questions import Question, question, questions
from press.graph import Publication
from press.leaves import Site
from press.pages.part.phrases import quoted
from press.records import Item
from press.records.item import Option
from press.yamlfile import characters

ROOT = Path(__file__).parent.parent

# What some reader takes for more than text.
NASTY = (
    *("~", "=", "#", "{", "}", ":", "\\", "\\n", "\\\\n", "\\:", "####", "->", "//", "::", "%50%", "%100%", "=%50%"),
    *("[markdown]", "[html]", "$CATEGORY: x", "TRUE", "FALSE", "T", "0", "&&058;", "&&092;", "&&010", "&amp;", "&#58;"),
    *("<b>", "</p>", "<!--", "]]>", "<![CDATA[", "<?x?>", '"', "'", "{{ 7 }}", "\n", "\n\n0\n\n", "é", "Київ", "🕯"),
)


def _allowed(text: str) -> bool:
    return bool(text.strip()) and next(characters.unwanted(text), None) is None and "\t" not in text


texts = (
    st.lists(st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=("C",)), max_size=8)))
    .map("".join)
    .map(str.strip)
    .filter(_allowed)
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Any question that a record may hold, with any text in it."""
    kind = draw(st.sampled_from(("one", "several", "true-false", "open")))
    right: list[bool] = []
    if kind == "one":
        count = draw(st.integers(3, 6))
        one = draw(st.integers(0, count - 1))
        right = [place == one for place in range(count)]
    elif kind == "several":
        right = draw(st.lists(st.booleans(), min_size=3, max_size=6).filter(lambda each: 0 < sum(each) < len(each)))
    elif kind == "true-false":
        first = draw(st.booleans())
        right = [first, not first]
    named = ("True", "False") if kind == "true-false" else [draw(texts) for _ in right]
    options = [Option(text=text, right=so, feedback=draw(texts)) for text, so in zip(named, right, strict=True)]
    return Item(
        slug=draw(st.sampled_from(("a", "0", "two-words"))),
        status="published",
        kind=kind,
        asks=draw(texts),
        options=tuple(options),
        model_answer=draw(texts) if kind == "open" else None,
        why=draw(texts),
        affirms=draw(st.booleans()),
    )


@pytest.fixture(scope="module")
def publications(tmp_path_factory: pytest.TempPathFactory) -> tuple[Publication, ...]:
    """The real publication, drafts included, and the invented one."""
    return edition.examine(ROOT)[0], edition.examine(invented.lay_out(tmp_path_factory.mktemp("quizzes")))[0]


def plain(text: str) -> str:
    return " ".join(text.split())


def faults(publication: Publication, item: Item, read: quizreaders.Read, *, shares: bool) -> Iterable[str]:
    """Where a question that was read differs from the record."""
    stem = quizreaders.words(read.stem)
    if read.name != item.slug:
        yield f"the name is {read.name}"
    if read.kind != item.kind:
        yield f"the kind is {read.kind}"
    if not stem.endswith(plain(item.asks)) or (item.excerpt is None and stem != plain(item.asks)):
        yield f"the question is {stem!r}"
    if item.excerpt and plain(quoted(item.excerpt.quote)) not in stem:
        yield "the words of the article are not in it"
    told = [(quizreaders.words(each.text), each.share > 0, quizreaders.words(each.feedback)) for each in read.answers]
    if told != [(plain(each.text), each.right, plain(each.feedback)) for each in item.options]:
        yield f"the answers are {told}"
    if not quizreaders.words(read.general).endswith(plain(item.why)):
        yield f"the reason is {read.general!r}"
    if item.model_answer and f"A good answer: {plain(item.model_answer)}" not in quizreaders.words(read.general):
        yield "the good answer is not in it"
    if item.options and abs(sum(each.share for each in read.answers if each.share > 0) - 1) > 0.0001:
        yield "the right answers do not make a whole"
    if shares and item.kind == "several" and abs(sum(each.share for each in read.answers)) > 0.0001:
        yield "whoever ticks all answers gets something"


def from_gift(asked: Iterable[Question]) -> list[quizreaders.Read]:
    return quizreaders.gift("// a comment\n" + "".join(f"\n{gift.written(each)}\n" for each in asked))


def from_cartridge(asked: Iterable[Question]) -> list[quizreaders.Read]:
    return quizreaders.qti(quiz.document("quiz", "A quiz", asked))


def test_each_item_of_the_bank_comes_back(publications: tuple[Publication, ...]) -> None:
    for publication in publications:
        asked = [question(publication, item) for item in publication.items.values()]
        for read, shares in ((from_gift(asked), True), (from_cartridge(asked), False)):
            assert len(read) == len(asked)
            for item, each in zip(publication.items.values(), read, strict=True):
                assert list(faults(publication, item, each, shares=shares)) == [], item.slug


def test_there_are_items_of_every_kind_to_try(publications: tuple[Publication, ...]) -> None:
    assert {item.kind.value for item in publications[1].items.values()} == {"one", "several", "true-false", "open"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(items(), min_size=1, max_size=3))
def test_any_text_comes_back(publications: tuple[Publication, ...], drawn: list[Item]) -> None:
    asked = [question(publications[1], item) for item in drawn]
    for read, shares in ((from_gift(asked), True), (from_cartridge(asked), False)):
        assert len(read) == len(drawn)
        for item, each in zip(drawn, read, strict=True):
            assert list(faults(publications[1], item, each, shares=shares)) == []


def test_a_changed_question_is_noticed(publications: tuple[Publication, ...]) -> None:
    item = publications[1].items["who-was-heard"]
    (read,) = from_gift([question(publications[1], item)])
    other = item.model_copy(update={"why": "Another reason.", "options": item.options[::-1]})
    assert len(list(faults(publications[1], other, read, shares=True))) == 2


def test_a_gift_file_stands_beside_each_route_with_its_exit_ticket(publications: tuple[Publication, ...]) -> None:
    for publication in publications:
        made = {file.path: file.data.decode() for file in gift.files(publication, Site())}
        assert made == {file.path: file.data.decode() for file in gift.files(publication, Site("https://a.test/"))}
        for lesson in publication.lessons.values():
            for route in lesson.routes:
                way = "" if route.route == "case" else "parallel/"
                text = made.pop(f"lessons/{lesson.slug}/{way}quiz.gift.txt")
                assert [each.name for each in quizreaders.gift(text)] == list(route.exit_ticket)
                assert len(questions(publication, route)) == len(route.exit_ticket)
        assert made == {}


def test_who_speaks_stands_beside_no_words_that_a_question_is_about(publications: tuple[Publication, ...]) -> None:
    asked = [item for publication in publications for item in publication.items.values() if item.excerpt]
    assert len(asked) > 1
    for publication in publications:
        for item in publication.items.values():
            if item.excerpt:
                first = quizreaders.words(question(publication, item).stem).partition("“")[0]
                assert re.fullmatch(r"(Paragraphs? |Standfirst)[\w ,]*: ", first), item.slug


def test_the_readers_are_as_strict_as_moodle() -> None:
    with pytest.raises(AssertionError, match="share"):
        quizreaders.gift("::a::Q{~%33%a#b ~%67%c#d ~e#f}")
    with pytest.raises(AssertionError, match="braces"):
        quizreaders.gift("::a::Q with a \\{ brace")
    assert [each.kind for each in quizreaders.gift("::a::Q{=a#b ~c#d}\n\n::b::Q{####x}")] == ["one", "open"]
    assert [each.kind for each in quizreaders.gift("::a::Q{~%100%a#b ~%-100%c#d}")] == ["several"]


def test_nothing_is_made_of_an_empty_publication() -> None:
    empty = graph.without_drafts(edition.examine(ROOT / "no-such-folder")[0])
    assert list(gift.files(empty, Site())) == []
