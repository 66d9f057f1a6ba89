"""Write a draft of a record, with each field's question as a comment."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from re import fullmatch
from typing import Any

from press.commands.fingerprint import written as fingerprint_text
from press.commands.report import Refused, add_text, article, day, today
from press.commands.steps import look_alikes, next_steps
from press.drafts import (
    DRAFTS,
    Context,
    Lacks,
    file_text,
    of_article,
    quoting,
    same_document,
    slug_of,
    ticket,
    titled,
)
from press.graph import Publication, assemble
from press.load import load
from press.problems import did_you_mean
from press.records import KINDS, Case, Fingerprint
from press.records.base import SLUG
from press.rules.article import Article
from press.rules.quotes import digest

_MODELS = {kind.KIND: kind for kind in KINDS}
_HALF_A_YEAR = timedelta(days=182)


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("kind", choices=(*DRAFTS, Case.KIND), help="what kind of record")
    parser.add_argument("name", help="its name: small letters and digits, joined by hyphens; for a source, its address")
    parser.add_argument("--as", dest="slug", help="a source's name, where the one made of its address does not please")
    parser.add_argument("--case", default="", help="the case of a claim or an omission, where there are several")
    parser.add_argument("--quote", default="", help="the words of the article that a claim is about")
    add_text(parser, "the article's text, for a case or with --quote; it is read and not kept")
    parser.add_argument("--outlet", default="", help="the voice that published a case's article")
    parser.add_argument("--url", default="https://example.org/to-be-written", help="the address of a case's article")
    parser.add_argument("--published", type=day, help="the day of a case's article, YYYY-MM-DD")
    parser.add_argument("--no-standfirst", action="store_true", help="the text begins with paragraph 1, not with 0")
    parser.add_argument("--dry-run", action="store_true", help="print the files, and write nothing")


def run(given: Namespace) -> int:
    """Write the draft, or several where it needs others, and say what comes next."""
    publication, _ = assemble(load(given.root))
    text = article(given.text) if given.text and given.kind in ("case", "claim") else None
    slug = _slug(given, publication)
    try:
        files = (
            _case(given, publication, slug, text) if given.kind == Case.KIND else _other(given, publication, slug, text)
        )
    except Lacks as lacks:
        raise Refused(str(lacks)) from None
    for path, made in files.items():
        if given.dry_run:
            print(f"--- {path}\n{made}", end="")
        else:
            _write(given.root / path, made)
            print(f"{path}: written, as a draft")
    like = look_alikes(publication, given.kind, slug, given.quote)
    spoken = _spoken(given, publication, text)
    for line in (f"# {each}" for each in like) if given.dry_run else next_steps(given, like, spoken=spoken):
        print(line)
    return 0


def _slug(given: Namespace, publication: Publication) -> str:
    name = given.slug or given.name
    if given.kind == "source" and "://" in name:
        same = same_document(publication, name)
        if same:
            raise Refused(f"{publication.source_file(same)} is the record of this document already")
        name = slug_of(name, publication.sources)
    if given.kind == "source" and "." in name and "://" not in name:
        raise Refused(f"'{name}' is no address; did you mean https://{name}?")
    if not fullmatch(SLUG, name):
        raise Refused(f"'{name}' is no name; write small letters and digits, joined by single hyphens")
    folder = _MODELS[given.kind].FOLDER
    if (given.kind, name) in publication.gone or (given.root / "data" / folder / f"{name}.yml").exists():
        raise Refused(f"data/{folder}/{name}.yml is there already; a name is never used twice")
    return name


def _other(given: Namespace, publication: Publication, slug: str, text: Article | None) -> Mapping[str, str]:
    if given.case and given.case not in publication.cases:
        raise Refused(f"no case is called '{given.case}'{did_you_mean(given.case, publication.cases)}")
    case = _case_for(given, publication, text)
    url = given.name if "://" in given.name else ""
    context = _context(publication, slug, case=case, url=url, **_quoted(given, publication, case, text))
    drafts: list[tuple[str, str]] = [(given.kind, slug)]
    if given.kind == "lesson":
        drafts += [("item", name) for name in ticket(slug)]
    return {
        f"data/{_MODELS[kind].FOLDER}/{name}.yml": file_text(_MODELS[kind], DRAFTS[kind](context))
        for kind, name in drafts
    }


def _context(publication: Publication, slug: str, **more: Any) -> Context:
    """What a draft of this name can lean on, begun today."""
    now = today()
    return Context(publication, slug, now, (date.fromisoformat(now) + _HALF_A_YEAR).isoformat(), **more)


def _case_for(given: Namespace, publication: Publication, text: Article | None) -> str:
    """The case of a draft: the one that was named, the text's own, or the only one; '' where it needs none.

    Among several none is taken in silence: words would be put into another outlet's mouth.
    """
    if given.case or given.kind not in ("claim", "omission"):
        return str(given.case)
    of_text = [slug for slug, case in publication.cases.items() if text and case.article.sha256 == text.sha256]
    if not of_text and len(publication.cases) > 1:
        raise Refused(f"there are several cases; name one with --case: {', '.join(publication.cases)}")
    return next(iter(of_text), "")


def _quoted(given: Namespace, publication: Publication, case: str, text: Article | None) -> dict[str, Any]:
    """The words that a claim is about, as printed, where the article's text is at hand."""
    if not given.quote or given.kind != "claim":
        return {}
    if text is None:
        return {"quote": given.quote, "paragraph": _proved(publication, case, given.quote)}
    of_text = publication.cases.get(case)
    places = quoting(text, of_text, given.quote) if of_text else ()
    if not places:
        raise Refused("these words do not stand in the text; copy them from it, or see: ./press quote")
    first = places[0]
    around = {name: words for name, words in (("prefix", first.prefix), ("suffix", first.suffix)) if words}
    return {"quote": first.exact, "paragraph": first.paragraph, "more": around, "quoted": first.quoted}


def _proved(publication: Publication, case: str, words: str) -> int | None:
    """The paragraph in which the words were found when somebody had the text; None where nobody looked for them."""
    fingerprint = publication.fingerprints.get(case or next(iter(publication.cases), ""))
    quotes = getattr(fingerprint, "quotes", ())
    return next((quote.paragraph for quote in quotes if quote.sha256 == digest(words)), None)


def _case(given: Namespace, publication: Publication, slug: str, text: Article | None) -> Mapping[str, str]:
    if text is None:
        raise Refused("a case begins with its article; name a file with its text: --text the-article.txt")
    files: dict[str, str] = {}
    outlet = given.outlet or f"{slug}-outlet"
    if outlet not in publication.voices:
        if given.outlet and (near := did_you_mean(given.outlet, publication.voices)):
            raise Refused(f"no voice is called '{given.outlet}'{near}")
        context = _context(publication, outlet)
        files[f"data/voices/{outlet}.yml"] = file_text(_MODELS["voice"], DRAFTS["voice"](context))
    first = 1 if given.no_standfirst else 0
    values = of_article(
        text,
        outlet=outlet,
        url=given.url,
        title=titled(slug),
        first=first,
        published=given.published or "unknown",
    )
    files[f"data/{Case.FOLDER}/{slug}.yml"] = file_text(Case, values)
    files[f"data/{Fingerprint.FOLDER}/{slug}.yml"] = fingerprint_text(text, text.measures(first), ())
    return files


def _spoken(given: Namespace, publication: Publication, text: Article | None) -> bool:
    """Whether the article has the words of a claim in quotation marks, or some of them."""
    if not given.quote or given.kind != "claim":
        return False
    about = _quoted(given, publication, _case_for(given, publication, text), text)
    return about.get("quoted", False) is not False


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise Refused(f"the file cannot be written ({(error.strerror or 'unknown reason').lower()}): {file}") from None
