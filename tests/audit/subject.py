"""What the steps look at: the built site, where it is served, what the server has sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kinds


@dataclass(frozen=True)
class Site:
    """The folder, the address with a slash at its end, and the server's list of answers."""

    folder: Path
    address: str
    sent: Callable[[], Sequence[tuple[str, int]]]

    def chosen(self, *names: str) -> dict[str, str]:
        """The kinds of that name which this site has, each with the path of a page."""
        return {name: path for name, path in kinds.by_name().items() if name in names}
