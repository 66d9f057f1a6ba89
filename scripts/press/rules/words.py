"""Law 10: words that need proof of knowledge or intent, or that belong to one side."""

import re
from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Claim, Record, Term
from press.records.base import Own
from press.records.places import Place
from press.records.vocabulary import SoFinding
from press.rules.law import of_each
from press.rules.wording import VOICE, joined, own, spoken

_LOADED = re.compile(
    r"\b(?:lies?|lied|lying|liars?|propagand\w*|war[ -]crim\w+|deliberate(?:ly|ness)?|(?:un)?intentional(?:ly|ity)?"
    r"|provocat(?:ion|ions|ive|ively|eurs?)|staged|regimes?|terroris\w*|hysteri\w*|(?:neo-?)?nazi\w*)\b",
    re.IGNORECASE,
)
_FINDING = re.compile(rf"\b(?:{'|'.join(re.escape(each.label) for each in SoFinding)})\b", re.IGNORECASE)
_LIE = re.compile(r"l(?:ies?|ying)", re.IGNORECASE)


@of_each(Record)
def loaded_words_belong_to_those_who_say_them(publication: Publication, record: Record) -> Iterator[Problem]:
    """Words that need proof of intent, or that belong to one side, stand only in quotation marks or beside their voice.

    They are: lie, propaganda, war crime, deliberate, intentional, provocation, staged, regime, terrorist, hysteria,
    Nazi, with their forms. They may stand inside quotation marks, or in a sentence of prose that links to the voice
    who says them. The rule reads our own words: quotations and titles are not ours, and the name of a term is only
    what it explains. It cannot tell 'to lie' from 'to lie in a place', and asks for another word there too.
    """
    for place in own(record):
        if not _names_a_term(record, place):
            for word in loaded(place.value):
                yield publication.problem(record, place.loc, _message(word, place))


@of_each(Claim)
def a_title_holds_no_finding(publication: Publication, claim: Claim) -> Iterator[Problem]:
    """The title of a claim is the assertion alone, and holds none of the words for a finding.

    Machines show the title as the words of whoever made the assertion. The rule cannot tell that somebody 'supported'
    a plan from that a claim is supported, and asks for another word there too.
    """
    for word in dict.fromkeys(_FINDING.findall(claim.title)):
        message = f"'{word}' is a word for a finding; say the assertion alone, in another word"
        yield publication.problem(claim, ("title",), message)


def loaded(text: str) -> Iterator[str]:
    """Each loaded word of a text once, as it is written."""
    text = joined(text)
    if not _LOADED.search(text):
        return
    found = {word.lower(): word for each in spoken(text) if VOICE not in each for word in _LOADED.findall(each)}
    yield from found.values()


def _names_a_term(record: Record, place: Place) -> bool:
    return isinstance(record, Term) and place.loc[0] in ("name", "also")


def _message(word: str, place: Place) -> str:
    own_words: Own = place.marker(Own)
    ways = ["put it in quotation marks"]
    if own_words.markdown:
        ways.append("link its sentence to the voice who says it, as [who](voice:its-name)")
    ways.append("say where the place is, or find another word" if _LIE.fullmatch(word) else "find another word")
    return f"'{word}' stands in our own words; {', or '.join(ways)}"
