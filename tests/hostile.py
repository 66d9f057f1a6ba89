"""Hostile text, and every place of a publication where it can be written."""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import invented
from press import graph, load
from press.graph import Publication
from press.load import Key
from press.problems import Problem
from press.records.base import Loc, Others, Own
from press.records.places import places

# Each tries to leave the text that it is written in; what runs sets `__pwned`.
TEXTS: Mapping[str, str] = {
    "script": "<script>window.__pwned=1</script>",
    "image": '"><img src=x onerror="window.__pwned=1">',
    "drawing": "'><svg onload='window.__pwned=1'>",
    "end of script": "</script><script>window.__pwned=1</script>",
    "end of title": "</title></textarea></style><script>window.__pwned=1</script>",
    "attribute": '" onmouseover="window.__pwned=1" style="position:fixed;inset:0" x="',
    "attribute in single quotes": "' autofocus tabindex=1 onfocus='window.__pwned=1' x='",
    "comment": "<!-- press: laws --> --> <iframe src='javascript:window.__pwned=1'>",
    "style": "<style>*{display:none}</style><base href='https://elsewhere.test/'>",
    "escaped markup": "&lt;script&gt;window.__pwned=1&lt;/script&gt; &amp;amp; &#60;b&#62;",
    "template": "{{ 7*7 }} {% raw %} {# x #} {{ config }} ${7*7} <%= 7*7 %>",
    "javascript link": "[x](javascript:window.__pwned=1)",
    "data link": "[x](data:text/html,<script>window.__pwned=1</script>)",
    "picture": "![x](https://elsewhere.test/x.png)",
    "automatic link": "<javascript:window.__pwned=1> javascript:window.__pwned=1",
    "reference": "[x][y]\n\n[y]: javascript:window.__pwned=1",
    "heading": "\n\n# A heading\n\n## Another\n\n---\n\n> quoted",
    "marks of Markdown": "*a* _b_ `c` ~~d~~ | e | \\* &nbsp;",
    "tokens of the frame": '@press-body@ @press-title@ @press-here x@ @/x href="@/x"',
    "signs of substitution": r"\1 \g<0> $1 %s %(x)s {0} %3Cb%3E",
    "words of the engine": "__proto__ constructor toString",
    "long word": "W" * 300,
}
# Characters that turn the order of letters round; no record may hold them.
TURNING = ("\u202e", "\u2066", "\u200f", "\u061c")

# Words that cannot be others: the model asks for them, or one place names what stands in the other.
FIXED: Mapping[str, tuple[str, ...]] = {
    "Option.text": ("True", "False"),
    "Entry.code": ("R1",),  # the framework's other code is attacked
    "Alignment.code": ("R1",),
}

HARMLESS = "plain words"
TOKEN = re.compile(r"zq\d{4}")


@dataclass(frozen=True, slots=True)
class Place:
    """One text of one record: where it stands, its model's field, and the word that marks it."""

    path: str
    loc: Loc
    field: str
    markdown: bool
    word: str
    original: str

    def text(self, planted: str) -> str:
        """What is written there: prose keeps its links and gets a paragraph more, other texts are replaced.

        A comparison text's quotation keeps its words too, because a technique shows a piece of them.
        """
        if self.field == "Comparison.quotes":
            return f"{self.word} {planted} {self.original}"
        return f"{self.original}\n\n{self.word} {planted}" if self.markdown else f"{self.word} {planted}"

    def __str__(self) -> str:
        return f"{self.path} {'.'.join(map(str, self.loc))}"


# What the invented publication leaves out, so that every text field of every model is there to be attacked.
ADDED: Mapping[Key, Mapping[Loc, Any]] = {
    ("claim", "library-open-longer-than-ever"): {
        ("answer", "full"): "The whole reasoning.",
        ("so", "holds"): "The part that holds.",
        ("so", "fails"): "The part that fails.",
        ("figure",): {"drawing": "missile-outlines", "caption": "What to look for."},
        ("evidence", 3, "interest"): {"kind": "party", "of": "the council", "basis": "It is her own page."},
    },
    ("claim", "nobody-complained-of-new-hours"): {
        ("relations", 0, "why"): "The one would explain the other.",
        ("appearances", 0, "quotes", 0, "suffix"): "about the change.",
    },
    ("source", "gazette-speech"): {("through",): "The Upriver Herald"},
    ("origin", "mayors-speech"): {("interest",): {"kind": "party", "of": "the council", "basis": "It is her plan."}},
}


@dataclass(frozen=True, slots=True)
class Ground:
    """A publication below `root` in which texts can be planted again and again.

    `records` are the values of each file as they were laid out, `places` all texts of ours and of others in them.
    """

    root: Path
    records: Mapping[str, Mapping[str, Any]]
    places: tuple[Place, ...]

    def plant(self, texts: Mapping[Place, str], *, escaped: bool = False) -> None:
        """Write the texts into their places; all other values are as they were laid out."""
        for path, laid_out in self.records.items():
            values = copy.deepcopy(dict(laid_out))
            for place, text in texts.items():
                if place.path == path:
                    _set(values, place.loc, text)
            (self.root / path).write_text(invented.written(values, escaped=escaped), encoding="utf-8")

    def refused(self, texts: Mapping[Place, str], problems: list[Problem]) -> tuple[set[Place], list[Problem]]:
        """The planted places whose own line a problem names, and the problems that name no such line."""
        by_word = {place.word: place for place in texts}
        where: dict[tuple[str, int], Place] = {}
        for path in self.records:
            for number, line in enumerate((self.root / path).read_text(encoding="utf-8").split("\n"), 1):
                if (met := TOKEN.search(line)) and met[0] in by_word:
                    where[(path, number)] = by_word[met[0]]
        found = {where[(each.path, each.line)] for each in problems if (each.path, each.line) in where}
        return found, [each for each in problems if (each.path, each.line) not in where]


def lay_out(root: Path) -> Ground:
    """The invented publication with a record of every state and a text in every field, below `root`."""
    invented.lay_out(root, invented.STATES)
    loaded = invented.sound(root)
    records = {}
    for key, document in loaded.documents.items():
        values = copy.deepcopy(document.values)
        for loc, value in ADDED.get(key, {}).items():
            _set(values, loc, value)
        records[document.path] = values
    ground = Ground(root, records, ())
    ground.plant({})
    return Ground(root, records, tuple(_places(root)))


def without_laws(ground: Ground, texts: Mapping[Place, str]) -> tuple[Publication, set[Place]]:
    """The publication with the texts planted, apart from those that cannot be loaded; and the places of these."""
    texts, refused = dict(texts), set[Place]()
    while True:
        ground.plant(texts)
        loaded = load.load(ground.root)
        publication, unproved = graph.assemble(loaded)
        found, elsewhere = ground.refused(texts, [*loaded.problems, *unproved])
        assert invented.shown(elsewhere) == "", "a fault that is not where the text was planted"
        if not found:
            return publication, refused
        refused |= found
        texts |= {place: place.text(HARMLESS) for place in found}


def _places(root: Path) -> Iterator[Place]:
    loaded = invented.sound(root)
    parts = {**loaded.records, **loaded.gone}
    found = [(key, place) for key in sorted(parts) for place in places(parts[key])]
    for number, (key, place) in enumerate(found):
        own = place.marker(Own)
        model, field = field_of(parts[key], place.loc)
        fixed = place.value in FIXED.get(f"{model}.{field}", ())
        if not fixed and (own or place.marker(Others)):
            yield Place(
                path=loaded.documents[key].path,
                loc=place.loc,
                field=f"{model}.{field}",
                markdown=bool(own and own.markdown),
                word=f"zq{number:04d}",
                original=place.value,
            )


def field_of(part: Any, loc: Loc) -> tuple[str, str]:
    """The names of the model and of its field at a place of a record."""
    found = ("", "")
    for step in loc:
        if isinstance(step, str):
            found = (type(part).__name__, step)
        part = getattr(part, step) if isinstance(step, str) else part[step]
    return found


def _set(values: Any, loc: Loc, value: Any) -> None:
    for step in loc[:-1]:
        values = values[step]
    values[loc[-1]] = value
