"""How to cite a page: as a sentence, for LaTeX, and for reference managers."""

import json
import re
from dataclasses import dataclass
from typing import Any

from press import addresses
from press.graph import Publication
from press.leaves import Site
from press.pages.part.lessons import as_lesson
from press.pages.part.phrases import capital, counted, day, newest, quoted
from press.pages.part.rows import in_words, tally
from press.records import Case, Claim, Lesson
from press.records.rating import Rating
from press.records.vocabulary import RouteKind

PUBLICATION = "Claim by Claim"
"""Who says so: no person is named, because none signs a finding."""

LANGUAGE = "en-GB"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = f"CC BY 4.0 ({LICENCE}); quotations and titles of sources belong to their authors."
"""What others may do with our text, in the words of every page's foot."""

# A bare brace would count for BibTeX even behind a backslash, and '<', '>' and '|' are other letters in LaTeX's oldest
# encoding, so each has its name.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
} | {letter: f"\\{letter}" for letter in "$&%#_"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Reference:
    """What every form of a citation says; `issued` is the day of the first publication, '' when nothing is out yet.

    `title` begins with what was found: no assertion stands without its finding. `as_of` says in words for which day
    that holds, '' while nothing is found. `url` is '' on a site without an address.
    """

    key: str
    title: str
    issued: str
    version: int
    as_of: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Citing:
    """One page cited in three forms; `whole` says whether they hold its address."""

    plain: str
    bibtex: str
    csl: str
    whole: bool


def claim_citing(publication: Publication, claim: Claim, site: Site) -> Citing:
    """The page of a claim: its finding comes before its assertion, with the day that it holds for."""
    found = finding(claim.so)
    return _citing(
        Reference(
            key=f"claim-{claim.slug}",
            title=f"{found}: {quoted(claim.title)}",
            issued=claim.published_on,
            version=publication.version(claim),
            as_of=f"finding as of {day(claim.as_of)}",
            note=f"Finding: {found}, as of {day(claim.as_of)}",
            url=site.whole(addresses.of(claim)),
        )
    )


def case_citing(publication: Publication, case: Case, site: Site) -> Citing:
    """The page of a case: it came out with the first of its claims, and holds for the day of the newest."""
    claims = publication.claims_of(case)
    as_of = newest(claim.as_of for claim in claims)
    findings = capital(in_words(tally(claim.so.finding for claim in claims)))
    return _citing(
        Reference(
            key=f"case-{case.slug}",
            title=f"{case.title}: {counted(len(claims), 'assertion')} of an article, examined",
            issued=min((claim.published_on for claim in claims), default=""),
            version=publication.version(case),
            as_of=f"findings as of {day(as_of)}" if as_of else "",
            note=f"Findings: {findings}, as of {day(as_of)}" if claims else "No assertion is examined yet",
            url=site.whole(addresses.of(case)),
        )
    )


def lesson_citing(publication: Publication, lesson: Lesson, kind: RouteKind, site: Site) -> Citing:
    """The page of one way through a lesson."""
    end = "" if kind is RouteKind.CASE else f"-{kind}"
    return _citing(
        Reference(
            key=f"lesson-{lesson.slug}{end}",
            title=f"{as_lesson(lesson)}, {kind.label.lower()}",
            issued=lesson.published_on,
            version=publication.version(lesson),
            as_of="",
            note="Lesson plan",
            url=site.whole(addresses.route(lesson.slug, kind)),
        )
    )


def finding(found: Rating) -> str:
    """'Contradicted, moderate confidence'."""
    return found.finding.label + (f", {found.confidence.label.lower()}" if found.confidence else "")


def _citing(told: Reference) -> Citing:
    return Citing(plain(told), bibtex(told), csl(told), bool(told.url))


def plain(told: Reference) -> str:
    """One sentence after the other, for a footnote; the address, where there is one, comes last."""
    dates = [
        f"Version {told.version}",
        f"published {day(told.issued)}" if told.issued else "",
        told.as_of,
    ]
    end = "" if told.title.endswith((".", "?", "!")) else "."
    return " ".join(filter(None, (f"{PUBLICATION}.", told.title + end, ", ".join(filter(None, dates)) + ".", told.url)))


def bibtex(told: Reference) -> str:
    """An entry of the kind `misc`, which every style knows; `version` and `url` are read by newer ones.

    Author and title stand in braces of their own, so that no style splits a name or changes a capital.
    """
    year, month, number = told.issued.split("-") if told.issued else ("", "", "")
    fields = {
        "author": f"{{{{{latex(PUBLICATION)}}}}}",
        "title": f"{{{{{latex(told.title)}}}}}",
        "year": f"{{{year}}}" if year else "",
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": f"{{{int(number)}}}" if number else "",
        "version": f"{{{told.version}}}",
        "note": f"{{{latex(told.note)}. Version {told.version}}}",
        "url": f"{{{told.url}}}" if told.url else "",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{told.key}-v{told.version},\n{lines}}}"


def csl(told: Reference) -> str:
    """A list with one item of CSL-JSON 1.0.2, a `webpage`: part of a site, in no blog and no forum, that may change.

    Without `accessed`: only the reader knows that day. Source: the schema `csl-data.json` of citation-style-language.
    """
    item: dict[str, Any] = {
        "id": f"{told.key}-v{told.version}",
        "type": "webpage",
        "author": [{"literal": PUBLICATION}],
        "title": told.title,
        "container-title": PUBLICATION,
        "language": LANGUAGE,
        "version": str(told.version),
        "note": f"{told.note}. Version {told.version}.",
    }
    if told.issued:
        item["issued"] = {"date-parts": [[int(part) for part in told.issued.split("-")]]}
    if told.url:
        item["URL"] = told.url
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return f"[{{\n{lines}\n}}]"


def latex(text: str) -> str:
    """Text as LaTeX prints it letter by letter, with braces that pair off."""
    return re.sub("[" + re.escape("".join(_LATEX)) + "]", lambda letter: _LATEX[letter[0]], text)
