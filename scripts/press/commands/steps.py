"""What comes after a draft: what is there already that looks like it, and what its author does next."""

from argparse import Namespace
from collections.abc import Iterator
from shlex import quote

from press.drafts import alike, alike_origins
from press.graph import Publication
from press.records import Case

_READY = "Next: answer the questions in it. `make serve` shows drafts, `make check` names every fault."
_OPEN = (
    "Next: answer the questions in it. `make check` names those that only you can answer; `make serve` shows drafts."
)
_SPOKEN = (
    "The article has these words, or some of them, in quotation marks: say in 'chain' whose they are, and in 'said' how"
    " we know that they were said; `make check` asks until you do."
)


def look_alikes(publication: Publication, kind: str, slug: str, words: str) -> list[str]:
    """The records of its kind that are called alike, so that one of them can be taken instead."""
    if kind == "origin":
        origins = alike_origins(publication, slug.replace("-", " "))
        return [f"Like it: origin:{each.slug}, “{each.what}” ({score} %)" for each, score in origins]
    if kind == "claim":
        like = alike(publication, words or slug.replace("-", " "))
        return [f"Like it: claim:{claim.slug}, “{claim.title}” ({score} %)" for claim, score in like]
    return []


def next_steps(given: Namespace, like: list[str], *, spoken: bool) -> Iterator[str]:
    """What to do now; `like` are the lines that name records of its kind, `spoken` says that the article quotes."""
    file = quote(str(given.text or "the-article.txt"))
    yield _OPEN if given.kind in ("source", "origin") else _READY
    if given.kind == Case.KIND:
        yield f'Its claims, one by one: ./press new claim its-name --text {file} --quote "words of the article"'
    if spoken:
        yield _SPOKEN
    yield from like
    if given.kind == "claim":
        if given.quote:
            yield f"Prove the quotation: make fingerprint TEXT={file}"
        yield "When it is ready: name it in the map of its case, in its paragraph's 'segments'."
    yield "To publish it: 'status: published'."
