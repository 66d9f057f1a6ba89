"""Keep proof that quotations stand in an article, without keeping the article."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from press.commands.report import FORMATS, Refused, article, counted, report
from press.graph import Publication, assemble
from press.load import load
from press.problems import did_you_mean
from press.records import Case, Fingerprint
from press.records.fingerprint import FingerprintParagraph, FingerprintQuote
from press.rules.article import Article, first_number, quotations

_HEAD = """\
# yaml-language-server: $schema=../schema/fingerprint.json
# Written by `press fingerprint`; not to be edited by hand.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("--text", type=Path, required=True, help="the file that holds the article's text")
    parser.add_argument("--case", help="the case whose article it is (found by its sha256, if not given)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="'github' marks the lines of a pull request")


def run(given: Namespace) -> int:
    """Write data/fingerprints/<case>.yml, or print what keeps it from being written and return 1."""
    text = article(given.text)
    loaded = load(given.root)
    concerned = [each for each in loaded.problems if each.path.split("/")[1:2] in (["cases"], ["claims"])]
    if concerned or not loaded.records:
        report(concerned or loaded.problems, given.format, root=given.root)
        return 1
    publication, _ = assemble(loaded)
    for case in _cases(publication, text, given.case):
        quotes, problems = quotations(publication, case, text)
        if case.article.sha256 != text.sha256:
            message = f"the text that was given has the sha256 {text.sha256}; write that, or give this article's text"
            problems.append(publication.problem(case, ("article", "sha256"), message))
        if problems:
            report(problems, given.format, root=given.root)
            return 1
        file = given.root / "data" / Fingerprint.FOLDER / f"{case.slug}.yml"
        _write(file, written(text, text.measures(first_number(case)), quotes))
        print(f"data/{Fingerprint.FOLDER}/{case.slug}.yml: {counted(len(quotes), 'quotation', 'quotations')} found")
    return 0


def written(text: Article, paragraphs: Iterable[FingerprintParagraph], quotes: Iterable[FingerprintQuote]) -> str:
    """The file's text: the same article and quotations always give the same bytes."""
    lines = ["status: published", f"sha256: '{text.sha256}'", f"words: {text.words}", "paragraphs:"]
    lines += [f"  - {{number: {each.number}, sentences: {each.sentences}, words: {each.words}}}" for each in paragraphs]
    listed = [
        f"  - {{sha256: '{each.sha256}', paragraph: {each.paragraph}, first: {each.first}, last: {each.last}}}"
        for each in quotes
    ]
    lines += ["quotes:", *listed] if listed else []
    return _HEAD + "\n".join(lines) + "\n"


def _cases(publication: Publication, text: Article, name: str | None) -> list[Case]:
    if name is not None:
        if name not in publication.cases:
            raise Refused(f"no case is called '{name}'{did_you_mean(name, publication.cases)}")
        return [publication.cases[name]]
    found = [case for case in publication.cases.values() if case.article.sha256 == text.sha256]
    if not found:
        raise Refused(f"no case has an article with the sha256 {text.sha256}; name the case with --case to learn why")
    return found


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refused(f"the file cannot be written ({(error.strerror or 'unknown reason').lower()}): {file}") from None
