"""A link as a page shows it."""

from dataclasses import dataclass

from press import addresses
from press.leaves import HeadLink
from press.records import Record


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, below the site's root, and the words that lead there."""

    label: str
    address: str


def as_data(record: Record) -> HeadLink:
    """Where a machine that was given the address of a record's page finds the record as JSON."""
    return HeadLink("alternate", "application/json", "JSON", addresses.data(*record.ref))
