"""A link as a page shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, below the site's root, and the words that lead there."""

    label: str
    address: str
