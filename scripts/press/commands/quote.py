"""Find a sentence in an article: its exact words as a selector, and claims that look alike."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from press.commands.report import Refused, add_text, article, counted
from press.drafts import Found, alike, quoting, scalar
from press.graph import Publication, assemble
from press.load import load
from press.problems import did_you_mean
from press.records import Case
from press.rules.article import Article
from press.rules.quotes import MOST_WORDS, digest


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("words", help="the sentence, or a piece of it; marks and capitals may differ")
    add_text(parser, "the article's text; it is read and not kept")
    parser.add_argument("--case", default="", help="the case whose article it is (found by its sha256, if not given)")


def run(given: Namespace) -> int:
    """Print the selector, ready to paste, and the claims that are like it; returns 1 when the words were not found."""
    publication, _ = assemble(load(given.root))
    words = " ".join(given.words.split())
    if not words:
        raise Refused("give the words to look for")
    text = article(given.text) if given.text else None
    lines = list(_in_text(publication, given.case, text, words) if text else _without_text(publication, words))
    for line in lines or ["# not found in the article; copy the words from it"]:
        print(line)
    for claim, score in alike(publication, words):
        print(f"# alike ({score} %): claim:{claim.slug}, “{claim.title}”, {publication.source_file(claim)}")
    return 0 if lines else 1


def _in_text(publication: Publication, name: str, text: Article, words: str) -> Iterator[str]:
    for number, found in enumerate(quoting(text, _case(publication, name, text), words)):
        if number:
            yield ""
        yield from _selector(found)


def _selector(found: Found) -> Iterator[str]:
    yield f"# paragraph {found.paragraph}, {counted(found.words, 'word', 'words')}"
    if found.too_long:
        yield f"# longer than a quotation may be; choose {MOST_WORDS} words of it at most"
    if found.quoted is not False:
        which = "in quotation marks" if found.quoted else "in part in quotation marks"
        yield f"# {which}: 'chain' ends with the voice whose words they are"
    yield f"paragraphs: [{found.paragraph}]"
    yield "quotes:"
    yield f"  - exact: {scalar(found.exact)}"
    if found.prefix:
        yield f"    prefix: {scalar(found.prefix)}"
    if found.suffix:
        yield f"    suffix: {scalar(found.suffix)}"


def _without_text(publication: Publication, words: str) -> Iterator[str]:
    """Without the text only quotations that were proved before are known."""
    for slug, fingerprint in publication.fingerprints.items():
        numbers = sorted({quote.paragraph for quote in fingerprint.quotes if quote.sha256 == digest(words)})
        for number in numbers:
            yield from (
                f"# proved before, in {slug}",
                f"paragraphs: [{number}]",
                "quotes:",
                f"  - exact: {scalar(words)}",
            )
    if not any(digest(words) == quote.sha256 for each in publication.fingerprints.values() for quote in each.quotes):
        raise Refused("the article's text is needed to find words that were not quoted before: --text the-article.txt")


def _case(publication: Publication, name: str, text: Article) -> Case:
    if name and name not in publication.cases:
        raise Refused(f"no case is called '{name}'{did_you_mean(name, publication.cases)}")
    cases = [publication.cases[name]] if name else list(publication.cases.values())
    found = next((case for case in cases if name or case.article.sha256 == text.sha256), None)
    if found is None:
        raise Refused("this is the article of no case; begin one: ./press new case its-name --text the-article.txt")
    return found
