"""Page -> Leaf: filters, and addresses made relative."""

import re

import pytest

from press import render
from press.records.base import Moment


@pytest.mark.parametrize(
    ("path", "relative"),
    [("", "./claims/x/"), ("404.html", "./claims/x/"), ("terms/", "../claims/x/"), ("claims/y/", "../../claims/x/")],
)
def test_an_address_is_relative_to_the_depth_of_its_page(path: str, relative: str) -> None:
    assert render.rooted('<a href="@/claims/x/">', path) == f'<a href="{relative}">'


def test_words_that_look_like_an_address_stay_words() -> None:
    for words in ('<p title="@/x">@/x</p>', '<p>href="@/x"</p>', '<p>a href="@/x"</p>'):
        assert render.rooted(words, "a/b/") == words


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2024-07-09", "9 July 2024"), ("2024-07", "July 2024"), ("2024", "2024"), ("unknown", "date unknown")],
)
def test_a_date_is_shown_no_more_exactly_than_it_is_known(date: str, shown: str) -> None:
    assert render.day(date) == shown


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ({"on": "2024-07-09"}, "9 July 2024"),
        ({"on": "2024-07-09", "clock": "10:17", "zone": "UTC", "precision": "by"}, "9 July 2024, by 10:17 UTC"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "unknown"}, "9 July 2024, 10:42, zone unknown"),
        ({"on": "2024-07-09", "clock": "10:42", "zone": "+03:00"}, "9 July 2024, 10:42 UTC+03:00"),
    ],
)
def test_every_shown_hour_names_its_zone(moment: dict[str, str], shown: str) -> None:
    assert render.moment(Moment.model_validate(moment)) == shown


def test_a_number_agrees_with_its_noun() -> None:
    assert render.counted(1, "source") == "1 source"
    assert render.counted(0, "source") == "0 sources"
    assert render.counted(2, "entry", "entries") == "2 entries"


def test_an_unknown_name_in_a_template_is_an_error_and_text_is_escaped() -> None:
    environment = render.environment(lambda kind, slug: f"{kind}/{slug}/")
    with pytest.raises(Exception, match="nobody"):
        environment.from_string("{{ nobody }}").render()
    assert environment.from_string("{{ x }}").render(x="<b>'\"") == "&lt;b&gt;&#39;&#34;"


def test_a_name_with_a_hyphen_and_a_number_is_held_together_by_markup_alone() -> None:
    held = '<span class="nb">Kh-101</span>'
    assert render.unbroken("<p>A Kh-101.</p>") == f"<p>A {held}.</p>"
    link = '<a href="Kh-101" title="Kh-101">x</a>'
    assert render.unbroken(f"{link} Kh-101") == f"{link} {held}"
    for text in ("<p>air-defence</p>", "<code>Kh-101</code>", "<svg><title>Kh-101</title></svg>", "<!-- Kh-101 -->"):
        assert render.unbroken(text) == text
    assert re.sub("<[^>]*>", "", render.unbroken("<p>AIM-120, S-300 and 5-10</p>")) == "AIM-120, S-300 and 5-10"
