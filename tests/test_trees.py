"""The normal form of HTML keeps every difference that a reader or a program could meet."""

import pytest

import trees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a  b\n c</p>", "<p> a b c </p>"),
        ("<div><p>a</p><p>b</p></div>", "<div>\n  <p>a</p>\n\n  <p>b</p>\n</div>"),
        ('<a id="x" class="y">a</a>', '<a class="y" id="x">a</a>'),
        ('<p class="a  b">x</p>', '<p class="a b">x</p>'),
    ],
)
def test_pages_that_differ_in_layout_alone_are_the_same(one: str, other: str) -> None:
    assert trees.printed(one) == trees.printed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p>a <b>b</b></p>", "<p>a<b>b</b></p>"),
        ("<p><b>a</b> <b>b</b></p>", "<p><b>a</b><b>b</b></p>"),
        ("<p>a</p>", "<div>a</div>"),
        ("<p>a</p>", "<p>a</p><p></p>"),
        ('<p class="x">a</p>', "<p>a</p>"),
        ('<a href="../x/">a</a>', '<a href="../../x/">a</a>'),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>b</li><li>a</li></ul>"),
        ("<p>&lt;b&gt;a&lt;/b&gt;</p>", "<p><b>a</b></p>"),
        ("<pre>a\n b</pre>", "<pre>a b</pre>"),
        ("<div>a<p>b</p></div>", "<div><p>b</p>a</div>"),
        ("<p>a</p><!-- b -->", "<p>a</p>"),
    ],
)
def test_every_other_difference_stays(one: str, other: str) -> None:
    assert trees.printed(one) != trees.printed(other)


def test_printing_again_changes_nothing() -> None:
    long = " ".join(f'<a href="../word-{n}/" title="a b  c">word {n}</a>' for n in range(40))
    drawing = '<svg viewBox="0 0 1 1"><title>t</title></svg>'
    body = f'<article class="x"><h1>A</h1><p>{long}</p>{drawing}tail &amp; <br>end</article>'
    once = trees.printed(body)
    assert max(map(len, once.splitlines())) <= trees.WIDTH
    assert trees.printed(once) == once
