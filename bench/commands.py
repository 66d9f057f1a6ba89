"""How long the commands take on the real records: `python bench/commands.py` prints a table.

Each runs three times in a process of its own, as a contributor's shell starts it; the quickest counts, in seconds on
the clock and in seconds of the processor. `press diff` compares the records with a copy in which every claim's short
answer begins with another word.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
RUNS = 3


def changed(folder: Path) -> Path:
    """A copy of the records below `folder` in which every claim is another one."""
    shutil.copytree(ROOT / "data", folder / "data")
    for file in (folder / "data/claims").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^(  short: (>-\n    )?)", r"\1Anew. ", text), encoding="utf-8")
    return folder


def took(*arguments: str | Path) -> tuple[float, float]:
    """Seconds on the clock and of the processor for one run of `press` with these arguments."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(  # noqa: S603 (this project's own command)
        [sys.executable, "-m", "press", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "scripts"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    clock, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        other = changed(Path(folder))
        commands: dict[str, tuple[str | Path, ...]] = {
            "press --help": ("--help",),
            "press check": ("check",),
            "press diff, all claims changed": ("diff", "--root", other, "--against", ROOT),
        }
        print(f"{'':32}{'clock, s':>10}{'processor, s':>14}")
        for name, arguments in commands.items():
            clock, work = map(min, zip(*(took(*arguments) for _ in range(RUNS)), strict=True))
            print(f"{name:32}{clock:>10.2f}{work:>14.2f}")


if __name__ == "__main__":
    main()
