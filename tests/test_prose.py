"""Markdown prose -> safe HTML."""

import pytest

from press import prose


def resolve(kind: str, slug: str) -> str:
    return f"{kind}s/{slug}/"


def test_a_link_to_a_record_becomes_its_address_below_the_root() -> None:
    made = prose.html("See [the bell](claim:bell-rang).", resolve)
    assert made == '<p>See <a href="@/claims/bell-rang/">the bell</a>.</p>'


def test_one_paragraph_loses_its_tags_and_two_keep_them() -> None:
    assert prose.inline("One *word*.", resolve) == "One <em>word</em>."
    assert prose.inline("One.\n\nTwo.", resolve) == "<p>One.</p>\n<p>Two.</p>"


def test_a_marked_phrase_is_handed_over_with_its_address() -> None:
    made = prose.marked("It [rang twice](claim:bell) near [the hall](source:hall).", resolve, lambda *found: str(found))
    assert "('bell', '@/claims/bell/', 'rang twice')" in made
    assert '<a href="@/sources/hall/">the hall</a>' in made


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:alert(1))",
        "![x](https://news.test/x.png)",
        '<a href="claim:x" onclick="alert(1)">x</a>',
        "<b>x</b>",
        "# A heading that competes with the page's",
        "[x](/absolute)",
        "[x](../relative)",
        "[x](//news.test/)",
        "[x](<>)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "<javascript:alert(1)>",
    ],
)
def test_what_prose_may_not_hold_is_named_and_never_runs(hostile: str) -> None:
    assert list(prose.faults(hostile))
    made = prose.html(hostile, resolve).lower()
    for sign in ("<script", "<img", "onerror=", "onclick=", 'href="javascript', 'href="data', 'href="vbscript', "<h1"):
        assert sign not in made


@pytest.mark.parametrize(
    "harmless",
    [
        "2 < 3 & 4 > 1",
        "{{ braces }} and {% more %}",
        "`<script>` is a tag",
        "\\<b> stays",
        "“quoted”",
        "a:b",
        "### Head",
    ],
)
def test_signs_that_only_look_like_markup_stay_as_they_were_written(harmless: str) -> None:
    assert list(prose.faults(harmless)) == []
    assert "<script>" not in prose.html(harmless, resolve)


def test_plain_words_keep_every_sign_and_lose_every_tag() -> None:
    assert prose.plain("Say *“5 < 6”* & [go](claim:x).\n\n- one\n- two") == "Say “5 < 6” & go. one two"


def test_web_addresses_in_prose_are_kept() -> None:
    assert list(prose.faults("[page](https://library.test/a?b=1&c=2)")) == []
    made = prose.html("[page](https://library.test/a?b=1&c=2)", resolve)
    assert made == '<p><a href="https://library.test/a?b=1&amp;c=2">page</a></p>'


def test_words_that_look_like_a_link_stay_words() -> None:
    made = prose.html('Write href="claim:nothing" or `href="@/x"` here.', resolve)
    assert "nothing" in made
    assert "@/claims" not in made
