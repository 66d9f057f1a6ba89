"""Law 11: people."""

import re
from collections.abc import Iterator

from press.graph import Publication
from press.problems import Problem
from press.records import Record, Source, Voice
from press.records.base import Own
from press.records.places import Place
from press.records.vocabulary import Contains
from press.rules.law import of_each
from press.rules.wording import SOURCE, VOICE, joined, own, shown, spoken

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_AGE = rf"(?:1[0-7]|[1-9]|{_UNITS.replace(' ', '|')})"
_NOT_NAMES = (
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday Paragraph Paragraphs Law Laws Article Chapter Section Page Pages Part Question"
)
_NAME = rf"(?!(?:{_NOT_NAMES.replace(' ', '|')})\b)[^\W\d_a-zа-яёіїєґ][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_MINOR = (
    re.compile(rf"(?i:\b{_AGE}[- ]years?[- ]old)(?i:,? (?:boy|girl|child|patient|son|daughter|pupil))?,? {_NAME}"),
    re.compile(rf"\b{_NAME},? (?i:who (?:is|was) )?\(?(?i:aged? {_AGE}\b|{_AGE}[- ]years?[- ]old\b)"),
    re.compile(rf"\b{_NAME} {_NAME},? \(?(?:1[0-7]|[1-9])[,)]"),
)
_ACCUSED = re.compile(
    r"\b(?:accused of|charged with|indict(?:ed|ments?)|convict(?:ed|ions?)|arrest warrants?|notices? of suspicion"
    r"|suspects? in|named as a suspect)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@of_each(Record)
def no_child_is_named(publication: Publication, record: Record) -> Iterator[Problem]:
    """No child who was hurt or killed is named, not even in the title of a source.

    The rule sees an age below 18 beside a name, in our words and in others': 'Name, aged 7', 'seven-year-old Name',
    'Name Surname, 7,'. It cannot see a child's name that stands without an age; a reviewer looks for that.
    """
    for place in shown(record):
        text = " ".join(place.value.split())
        found = next((match for pattern in _MINOR if (match := pattern.search(text))), None)
        if found:
            message = f"'{found[0]}' sets a child's age beside a name; leave the name out, or both"
            yield publication.problem(record, place.loc, message)


@of_each(Source)
def a_title_that_names_victims_is_not_printed(publication: Publication, source: Source) -> Iterator[Problem]:
    """The title of a source in which victims are named is left out."""
    if Contains.VICTIMS_NAMES in source.contains:
        for name in ("title", "title_gloss"):
            if getattr(source, name):
                message = f"the source names victims; leave '{name}' out, and say in 'about' what it is"
                yield publication.problem(source, (name,), message)


@of_each(Record)
def an_accusation_has_its_accuser_and_date(publication: Publication, record: Record) -> Iterator[Problem]:
    """Somebody who is accused of a crime is named only with who accuses, how far the case has come, and when.

    The rule sees a sentence of ours that holds a word such as 'accused of', 'charged with', 'indicted', 'convicted'
    or 'arrest warrant', and links to a voice or holds a voice's name. It asks for a year, and for a link to a source
    or to a second voice. It sees neither people without a record nor an accusation in other words.
    """
    for place in own(record):
        for sentence in spoken(joined(place.value)):
            accusation = _ACCUSED.search(sentence)
            if accusation and _names_a_voice(publication, sentence) and not _is_told_whole(sentence):
                yield publication.problem(record, place.loc, _whole(accusation[0], place))


def _names_a_voice(publication: Publication, sentence: str) -> bool:
    return VOICE in sentence or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) for name in _names(publication)
    )


def _names(publication: Publication) -> Iterator[str]:
    return (voice.name for voice in publication.voices.values() if isinstance(voice, Voice) and hasattr(voice, "name"))


def _is_told_whole(sentence: str) -> bool:
    told_by = SOURCE in sentence or sentence.count(VOICE) > 1
    return told_by and _YEAR.search(sentence) is not None


def _whole(accusation: str, place: Place) -> str:
    own_words: Own = place.marker(Own)
    if own_words.markdown:
        way = "say in the same sentence in which year, and link it to a source or to the voice who accuses"
    else:
        way = "this field holds no links, so tell it in a prose field with its year and source, or leave it out"
    return f"'{accusation}' stands beside a name without who says so and when; {way}"
