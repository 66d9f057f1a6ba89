"""Tables for a terminal."""

from collections.abc import Iterable, Sequence


def show(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows under their heads; a number stands at the right of its column."""
    lines = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(heads, *lines, strict=True)]
    figures = [all(line[place][:1].isdigit() for line in lines) for place in range(len(heads))]

    def spaced(cells: Sequence[str]) -> str:
        pairs = zip(cells, widths, figures, strict=True)
        return "  ".join(cell.rjust(width) if figure else cell.ljust(width) for cell, width, figure in pairs).rstrip()

    print(spaced(list(heads)))
    print("  ".join("-" * width for width in widths))
    for line in lines:
        print(spaced(line))
    print(flush=True)
