"""What tests of several modules share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser
import building
import serving


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
