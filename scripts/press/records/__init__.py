"""The records: one frozen model for each kind, in the site's order."""

from press.records.base import Record
from press.records.case import Case
from press.records.claim import Claim
from press.records.comparison import Comparison
from press.records.correction import Correction
from press.records.fingerprint import Fingerprint
from press.records.framework import Framework
from press.records.item import Item
from press.records.lesson import Lesson
from press.records.omission import Omission
from press.records.origin import Origin
from press.records.source import Source
from press.records.story import Story
from press.records.technique import Technique
from press.records.term import Term
from press.records.voice import Voice

# A new kind of record is a file here, a folder under data/, and a line in this list.
KINDS: tuple[type[Record], ...] = (
    Case,
    Claim,
    Lesson,
    Item,
    Story,
    Omission,
    Comparison,
    Origin,
    Source,
    Voice,
    Technique,
    Term,
    Framework,
    Correction,
    Fingerprint,
)
