"""`python -m press`: the commands."""

import sys

from press.commands import main

if __name__ == "__main__":
    sys.exit(main())
