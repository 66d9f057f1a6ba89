"""What tests of several modules share."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser
import serving

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is expected anew from what is found")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium with a fresh profile, one for the whole run; its absence is a failure, never a skip."""
    path = browser.find()
    if path is None:
        pytest.fail(browser.ADVICE)
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=path, args=list(browser.FLAGS))
        yield program
        program.close()


@dataclass(frozen=True)
class Served:
    """The real publication, built: its folder, and the address where it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real publication, built once for the whole run."""
    folder = tmp_path_factory.mktemp("served") / "site"
    with serving.server(folder) as server:
        address = serving.address(server)
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        yield Served(folder, address)
