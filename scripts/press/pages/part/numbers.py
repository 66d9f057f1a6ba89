"""The numbers by which a class calls what stands on its sheet."""

from press.records.block import Block


class Numbers:
    """The numbers on a sheet: of its lines of the article, and of its tasks."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        excerpts = ((each.claim, each.quote) for block in blocks for each in block.excerpts)
        asks = (each.ask for block in blocks for each in block.tasks)
        self.lines = {name: number for number, name in enumerate(dict.fromkeys(excerpts), 1)}
        self.tasks = {ask: number for number, ask in enumerate(dict.fromkeys(asks), 1)}
