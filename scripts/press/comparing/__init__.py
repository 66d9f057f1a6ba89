"""Two states of the publication, compared: what a change does, in a reader's words."""

from press.comparing.departed import departed
from press.comparing.difference import Difference
from press.comparing.entries import entry
from press.comparing.lessons import taught
from press.comparing.pairs import moves, pairs, under_new_names
from press.comparing.planned import Slots, slots
from press.comparing.reach import touched
from press.graph import Publication
from press.records import Correction

__all__ = ["Difference", "compare", "slots"]


def compare(before: Publication, after: Publication, handwritten: Slots) -> Difference:
    """All that differs, drafts included; records with faults are compared as far as they can be read."""
    renames = moves(before, after)
    renamed = under_new_names(before, renames)
    both = pairs(renamed, after, renames)
    fresh = frozenset(each.slug for each in both if each.kind == Correction.KIND and each.old != each.new)
    found = [told for each in both if (told := entry(renamed, after, each, fresh))]
    entries = (*found, *departed(before, after, renames))
    return Difference(entries, tuple(taught(after, entries)), touched(before, after, entries, handwritten))
