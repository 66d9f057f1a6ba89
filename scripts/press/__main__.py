"""`python -m press`: the commands."""

import os
import sys

try:
    from press.commands import main
except ImportError as missing:
    sys.exit(f"press: {missing}; run `make check`, which sets up what the press needs")


def run() -> int:
    """Run what was typed; whoever stops reading the output half-way, as `| head` does, ends it in silence."""
    try:
        code = main()
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # What is still in the buffer goes nowhere, or Python would complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(run())
