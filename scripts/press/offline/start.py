"""The page at the top of the folder: what this is, of which day, how to begin, what works and what does not."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass

from press.addresses import TEACH
from press.graph import Publication
from press.render import Renderer

FILE = "START-HERE.html"
FRAME = "index.html"
"""The page of the site whose frame it takes: the front page's."""

TEMPLATE = "page/start.html.jinja"
TITLE = "Start here: Claim by Claim without internet"

_MAIN = re.compile(r"(<main\b[^<>]*>).*?(?=</main>)", re.DOTALL)
_TITLE = re.compile(r"(?<=<title>).*?(?=</title>)", re.DOTALL)
# The front page's own: where it is, what it is about, where its text can be changed.
_OWN = re.compile(
    r' aria-current="[^"]*"'
    r'|<link rel="canonical"[^<>]*>\n?'
    r'|<meta name="description"[^<>]*>\n?'
    r'|<li><a href="[^"]*/edit/[^"]*">[^<>]*</a></li>\n?'
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a site tells of itself: `on` is the day of its newest fact and `address` where it stands on the web.

    Both are '' where it does not say. `lessons` is 0 without the page that leads to them; `papers` is the number of
    files to print.
    """

    on: str
    address: str
    cases: int
    claims: int
    lessons: int
    papers: int


@dataclass(frozen=True, slots=True)
class StartView:
    """What the page shows."""

    told: Facts
    teach: str


def facts(index: str, kept: Collection[str]) -> Facts:
    """From the text of the site's index of data, and the files that go into the folder."""
    known = json.loads(index)
    kinds = [each["kind"] for each in known["records"] if each["status"] == "published"]
    return Facts(
        on=known.get("dateModified") or "",
        address=known.get("url") or "",
        cases=kinds.count("case"),
        claims=kinds.count("claim"),
        lessons=kinds.count("lesson") if f"{TEACH}index.html" in kept else 0,
        papers=sum(path.endswith(".pdf") for path in kept),
    )


def page(frame: str, told: Facts) -> str:
    """The page as one of the site's front: its text in the frame of that one."""
    nothing = Publication({}, {}, {}, frozenset())  # the page names no record
    body = Renderer(nothing).html(TEMPLATE, StartView(told, TEACH), "")
    framed = _OWN.sub("", _TITLE.sub(TITLE, frame))
    return _MAIN.sub(lambda met: met[1] + body, framed, count=1)
