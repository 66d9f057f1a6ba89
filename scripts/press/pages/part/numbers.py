"""The numbers by which a class calls what stands on its sheet."""

import re

from press.records.block import Block

_OWN = re.compile(r"\W*task\s+\d", re.IGNORECASE)  # '**Task 2.** Write ...'


class Numbers:
    """The numbers on a sheet: of its lines of the article, and of its tasks where these do not bring their own."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        excerpts = ((each.claim, each.quote) for block in blocks for each in block.excerpts)
        asks = [each.ask for block in blocks for each in block.tasks]
        numbered = [] if any(map(_OWN.match, asks)) else asks
        self.lines = {name: number for number, name in enumerate(dict.fromkeys(excerpts), 1)}
        self.tasks = (
            {ask: number for number, ask in enumerate(dict.fromkeys(numbered), 1)}
        )
