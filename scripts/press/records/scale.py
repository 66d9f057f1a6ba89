"""Findings as numbers, for machines that ask for one: the only table of the two.

The scale says how far the evidence bears an assertion out, from 1, not at all, to 5, wholly. A number stands only
where its word says that much. `unsupported` says that evidence is missing, which is no place on this scale: a low
number would call the assertion wrong, and one in the middle would call it half right. So it is given as a word alone,
which schema.org and its readers allow. No word of ours means 2 or 4.
"""

from collections.abc import Mapping

from press.records.vocabulary import SoFinding

WORST, BEST = 1, 5

NUMBERS: Mapping[SoFinding, int | None] = {
    SoFinding.CONTRADICTED: 1,
    SoFinding.PARTLY_SUPPORTED: 3,
    SoFinding.SUPPORTED: 5,
    SoFinding.UNSUPPORTED: None,
}
"""Each finding that rates an assertion, with its number where it has one; what is not here rates nothing."""
