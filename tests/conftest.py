"""What tests of several modules share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser


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
