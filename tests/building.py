"""The real publication, built as a reader's host would serve it."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Built:
    """A built site: its folder, and the address where it is served."""

    folder: Path
    address: str


def build(folder: Path, address: str, root: Path = ROOT) -> Built:
    """Build the site of `root` for `address` into `folder`; raises AssertionError with all that the builder said."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return Built(folder, address)
