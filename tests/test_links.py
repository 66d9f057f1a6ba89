"""The checker of links has teeth."""

from pathlib import Path

import links

ADDRESS = "http://127.0.0.1:1/some/path/"


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        file = folder / name.replace("_", "/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return folder


def test_a_site_whose_links_all_lead_somewhere_has_no_fault(tmp_path: Path) -> None:
    made = site(tmp_path, a='<a href="../b/#x">b</a><a href="https://elsewhere.test/">e</a>', b='<p id="x">x</p>')
    assert links.faults(made, ADDRESS) == []


def test_each_planted_break_is_found(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        a='<a href="../c/">no page</a><a href="../b/#y">no anchor</a><a href="/b/">off the path</a>'
        '<a href="#none">none here</a><img src="x.png"><script src="../x.js"></script>',
        b='<p id="x">x</p><p id="x">again</p>',
    )
    found = "\n".join(links.faults(made, ADDRESS))
    for sign in ("../c/", "#y", "'/b/' leaves", "#none", "x.png", "../x.js", "id 'x' stands 2 times"):
        assert sign in found
    assert len(links.faults(made, ADDRESS)) == 7
