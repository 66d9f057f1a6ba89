"""What tests of several modules share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser
import building
import serving
from press.commands import main

Run = Callable[..., tuple[int, str, str]]


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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[building.Built]:
    """The real publication, built once for the whole run and served below a sub-path."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with serving.server(folder) as server:
        yield building.build(folder, serving.address(server))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command; gives its end, what it printed, and what it complained of."""
    monkeypatch.delenv("ARTICLE_TEXT", raising=False)

    def made(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:  # argparse ends the run by itself
            code = int(end.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return made
