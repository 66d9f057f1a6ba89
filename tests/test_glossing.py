"""Hard words: which word of a page becomes a link to its explanation, which stay, and that the HTML stays whole."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as tree

import invented
from press import edition
from press.glossing import Glossary
from press.records import Term


def term(slug: str, name: str, *also: str, **more: object) -> Term:
    told = {"status": "published", "name": name, "also": also, "gloss": "A word.", **more}
    return Term.model_validate(told).model_copy(update={"slug": slug})


GLOSSARY = Glossary(
    (
        term("kh-101", "Kh-101", "X-101"),
        term("patriot", "Patriot"),
        term("interceptor", "interceptor", "air-defence missile"),
        term("air-defence", "air defence", "anti-aircraft"),
        term("remnants", "remnants", "debris"),
        term("kremlin", "the Kremlin"),
        term("g20", "G20"),
        term("kyiv", "Kyiv", only_linked=True),
    )
)


LINK = re.compile(r'<a class="term" href="@/terms/#([^"]*)">(.*?)</a>', re.DOTALL)


def links(html: str) -> list[tuple[str, str]]:
    """The text and the slug of every link that was made."""
    return [(link[2], link[1]) for link in LINK.finditer(html)]


def linked(html: str) -> list[str]:
    return [text for text, _ in links(GLOSSARY.linked(html))]


def test_the_first_use_of_each_term_is_linked_to_its_entry() -> None:
    found = GLOSSARY.linked("<p>A Patriot, an interceptor. A Patriot again.</p><p>The interceptor.</p>")
    assert links(found) == [("Patriot", "patriot"), ("interceptor", "interceptor")]
    assert found.startswith('<p>A <a class="term" href="@/terms/#patriot">Patriot</a>, an ')


def test_another_spelling_counts_as_a_use_of_the_term() -> None:
    assert linked("<p>An X-101, then a Kh-101.</p>") == ["X-101"]


@pytest.mark.parametrize("word", ["Kh-101", "Kh‑101", "Kh‐101"])
def test_every_hyphen_is_the_same_hyphen(word: str) -> None:
    assert linked(f"<p>A {word} missile.</p>") == [word]


@pytest.mark.parametrize("word", ["air defence", "air\ndefence", "air\u00a0defence"])
def test_every_space_is_the_same_space(word: str) -> None:
    assert linked(f"<p>Its {word}.</p>") == [word]


def test_the_longest_term_is_meant() -> None:
    assert linked("<p>An air-defence missile of an air defence.</p>") == ["air-defence missile", "air defence"]


@pytest.mark.parametrize(
    "text",
    ["a patriot", "PATRIOT", "Patriots", "Patriotism", "un-Patriot", "Patriot-type", "G200", "kh-101", "KREMLIN"],
)
def test_a_name_keeps_its_case_and_is_a_whole_word(text: str) -> None:
    assert linked(f"<p>It was {text}.</p>") == []


@pytest.mark.parametrize("text", ["reinterceptor", "interceptory", "anti-interceptor", "my.debris.test", "debris.test"])
def test_part_of_a_word_or_an_address_is_no_use(text: str) -> None:
    assert linked(f"<p>It was {text} then.</p>") == []


def test_a_common_noun_may_begin_a_sentence_and_stand_in_the_plural() -> None:
    assert linked("<p>Interceptors burst.</p>") == ["Interceptors"]
    assert linked("<p>So. Debris fell.</p>") == ["Debris"]
    assert linked("<p>The firm Interceptor sold it to Debris.</p>") == []


def test_a_possessive_is_a_use() -> None:
    assert linked("<p>(Patriot’s) the Kremlin's spokesman</p>") == ["Patriot", "Kremlin"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The Patriot</h2>",
        "<h2>On <b>the</b> Patriot</h2>",
        '<p><a href="x">the Patriot</a></p>',
        '<button type="button">the Patriot</button>',
        "<p><code>the Patriot</code></p>",
        "<blockquote><p>One.</p><blockquote><p>Two.</p></blockquote><p>the Patriot</p></blockquote>",
        "<p><q>the Patriot</q> <cite>the Patriot</cite> <dfn>the Patriot</dfn></p>",
        "<p>He said “they have a Patriot, <b>and</b> a Patriot” then.</p>",
        "<p>He said “they have a Patriot</p>",
        '<p>He said "they have a Patriot" and &quot;a Patriot&quot; and &#34;a Patriot&#34;.</p>',
        "<p>He said ‘the soldiers’s Patriot’ and « a Patriot » and „a Patriot“.</p>",
        "<svg><title>A Patriot</title><text>a Patriot</text></svg>",
        '<p><span class="vh">a Patriot </span><a class="so so--supported">a Patriot</a></p>',
        '<span class="said said--lg">a Patriot</span> <p class="crumb"><span>One</span><span>a Patriot</span></p>',
        '<p lang="ru">Комплекс <span>a Patriot</span> a Patriot</p>',
        '<p class="x" lang="de-AT">a Patriot</p>',
        '<p title="a Patriot" data-x="a Patriot">x</p>',
        "<dl><dt>a Patriot</dt></dl><table><tr><th>a Patriot</th></tr></table>",
        "<details><summary>a Patriot</summary></details>",
        "<p>the Patri<b>ot</b> and a <b>un</b>Patriot and a Patriot<b>ic</b> one</p>",
        '<p>(in English: <span class="gloss">Remains of a Patriot</span>)</p>',
        "<p>In Kyiv.</p>",
    ],
)
def test_what_is_not_our_running_text_stays_as_it_is(html: str) -> None:
    assert GLOSSARY.linked(html) == html


def test_text_behind_such_a_part_is_ours_again() -> None:
    html = '<h2>The Patriot</h2><p lang="ru">x <span>y</span></p><p>“the Patriot” and <q>x</q> a Patriot.</p>'
    assert links(GLOSSARY.linked(html)) == [("Patriot", "patriot")]
    assert "and <q>x</q> a <a" in GLOSSARY.linked(html)
    assert linked('<p lang="en">A Patriot.</p>') == ["Patriot"]
    assert linked("<p>The soldiers’ Patriot, the children’s G20.</p>") == ["Patriot", "G20"]


def test_behind_a_link_that_the_author_wrote_a_term_stays_plain() -> None:
    behind = '<p>A <a href="@/terms/#patriot">battery</a> of the Patriot.</p>'
    assert GLOSSARY.linked(behind) == behind
    before = '<p>A Patriot.</p><p><a href="@/terms/#patriot">Patriot</a></p>'
    assert links(GLOSSARY.linked(before)) == [("Patriot", "patriot")]


def test_a_publication_without_terms_changes_nothing() -> None:
    assert Glossary(()).linked("<p>A Patriot.</p>") == "<p>A Patriot.</p>"
    assert Glossary((term("a", "a"), term("b", "b&c"))).linked("<p>a b&amp;c</p>").count("<a ") == 1


WORDS = st.sampled_from(
    ["Patriot", "interceptor", "Interceptors", "air defence", "Kh‑101", "the Kremlin", "and", "so.", "“", "”", "‘", "’",
     '"', "(", "a", "«", "—", "Kyiv", "is&amp;was", "debris", "\n", "<", "&"]
)  # fmt: skip
ELEMENTS = st.sampled_from(["p", "b", "a", "q", "h2", "li", "span", "blockquote", "cite", "div", "svg", "em", "td"])
ATTRIBUTES = st.sampled_from(
    ["", "", ' lang="ru"', ' lang="en"', ' class="vh"', ' class="ui so x"', ' title="a Patriot"', ' id="x" lang="de"']
)
TEXTS = st.lists(WORDS, max_size=6).map(lambda words: escape(" ".join(words), quote=False))


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, attributes, inner: f"<{name}{attributes}>{''.join(inner)}</{name}>",
                     ELEMENTS, ATTRIBUTES, st.lists(children, max_size=4))  # fmt: skip


PAGES = st.lists(st.recursive(TEXTS, element, max_leaves=12), max_size=5).map("".join)
TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")


def balanced(html: str) -> bool:
    """Whether each tag is closed by its own."""
    opened: list[str] = []
    for tag in TAG.finditer(html):
        if tag[0][1] != "/":
            opened.append(tag[1])
        elif not opened or opened.pop() != tag[1]:
            return False
    return not opened


@given(PAGES)
def test_no_page_is_broken_no_word_is_lost_and_twice_is_as_once(html: str) -> None:
    assert balanced(html)
    once = GLOSSARY.linked(html)
    assert balanced(once)
    assert TAG.sub("", once) == TAG.sub("", html)
    assert GLOSSARY.linked(once) == once
    assert len({slug for _, slug in links(once)}) == len(links(once))
    assert LINK.sub(r"\2", once) == html


SHUT = "ancestor::*[self::a or self::q or self::h2 or self::blockquote or self::cite or self::svg or @class='vh']"


@given(PAGES)
def test_no_link_stands_where_none_may(html: str) -> None:
    page = tree.fromstring(f"<main>{GLOSSARY.linked(html)}</main>")
    for link in page.iterfind(".//a[@class='term']"):
        assert link.xpath(SHUT.replace("self::a or ", "")) == []
        assert link.xpath("ancestor::*[@lang][1][@lang!='en']") == []


def test_records_pages_are_glossed_and_no_others(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = edition.build(invented.lay_out(tmp_path_factory.mktemp("glossed")))
    glossed = {leaf.path.split("/")[0] for leaf in made.leaves if '<a class="term"' in leaf.body}
    assert {"claims", "sources"} <= glossed <= {"claims", "sources", "cases", "voices", "techniques", "comparisons"}
    shelves = [leaf for leaf in made.leaves if leaf.path.count("/") == 1]
    assert shelves
    assert not [leaf.path for leaf in shelves if '<a class="term"' in leaf.body]
    links_out = [href for leaf in made.leaves for href in re.findall(r'<a class="term" href="([^"]*)"', leaf.body)]
    assert [href for href in links_out if not re.fullmatch(r"(\.\./){2,4}terms/#[a-z0-9-]+", href)] == []
