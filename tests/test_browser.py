"""The tests find a browser, get one where they may, and say what to do where they may not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import browser

WORKS = "echo 'Chromium 1.2.3'"
BROKEN = "echo 'error while loading shared libraries' >&2; exit 127"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare machine: a PATH of one folder, no browser named, none downloaded; returns the folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for variable in browser.NAMED_BY:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "downloads"))
    return folder


def program(file: Path, does: str) -> str:
    """A program of one shell line at `file`; returns its path."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_a_bare_machine_has_no_browser(machine: Path) -> None:
    assert browser.find() is None


def test_a_named_browser_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine / "chromium", WORKS)
    named = program(machine / "elsewhere" / "mine", WORKS)
    monkeypatch.setenv("CHROME_PATH", named)
    assert browser.find() == named


def test_a_browser_may_be_named_by_its_command(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = program(machine / "mine", WORKS)
    monkeypatch.setenv("CHROMIUM", "mine")
    assert browser.find() == mine


def test_a_named_browser_that_is_broken_is_reported_and_passed_over(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    good = program(machine / "google-chrome", "echo 'Google Chrome 1.2.3'")
    monkeypatch.setenv("CHROMIUM", program(machine / "mine", BROKEN))
    assert browser.find() == good
    assert "CHROMIUM names" in capfd.readouterr().err


def test_a_broken_browser_counts_as_none(machine: Path) -> None:
    program(machine / "chromium", BROKEN)
    good = program(machine / "chromium-browser", WORKS)
    assert browser.find() == good


@pytest.mark.parametrize("does", [BROKEN, "echo 'a wrapper: please install the real one'", "exit 0"])
def test_a_program_that_does_not_name_its_version_is_no_browser(machine: Path, does: str) -> None:
    assert not browser.works(program(machine / "chromium", does))


def test_a_file_that_cannot_be_started_is_no_browser(machine: Path) -> None:
    text = machine / "chromium"
    text.write_text("not a program", encoding="utf-8")
    assert not browser.works(str(text))
    assert not browser.works(str(machine / "absent"))


def test_a_browser_that_playwright_downloaded_is_found(machine: Path) -> None:
    expected = browser.output([sys.executable, "-c", browser.ASK_PLAYWRIGHT])
    assert expected is not None
    downloaded = program(Path(expected.strip()), WORKS)
    assert browser.find() == downloaded


def test_a_working_browser_is_not_fetched_again(machine: Path) -> None:
    good = program(machine / "chromium", WORKS)

    def never() -> None:
        pytest.fail("a browser was there already")

    assert browser.get([never]) == good


def test_the_second_way_is_tried_when_the_first_brings_a_broken_browser(machine: Path) -> None:
    def broken() -> None:
        program(machine / "chromium", BROKEN)

    def working() -> None:
        program(machine / "google-chrome", WORKS)

    assert browser.get([broken, working]) == str(machine / "google-chrome")
    assert browser.get([]) == str(machine / "google-chrome")


def fake_apt(machine: Path) -> None:
    """An apt-get that writes down how it was called, and installs a browser when it is told to."""
    program(machine / "env", 'while case "$1" in *=*) ;; *) false;; esac; do shift; done; exec "$@"')
    install = f"printf '#!/bin/sh\\n%s\\n' \"{WORKS}\" > {machine}/chromium; /bin/chmod 755 {machine}/chromium"
    program(machine / "apt-get", f'echo "$*" >> {machine}/calls; case "$*" in *install*) {install};; esac')


def test_root_installs_the_package_of_debian(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(machine)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.get([browser.debian_package]) == str(machine / "chromium")
    update, install = (machine / "calls").read_text(encoding="utf-8").splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install -y --no-install-recommends chromium")


def test_a_free_sudo_installs_it_too(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(machine)
    program(machine / "true", "exit 0")
    program(machine / "sudo", 'test "$1" = -n && shift && exec "$@"')
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.get([browser.debian_package]) == str(machine / "chromium")


def test_nothing_is_installed_where_sudo_wants_a_password(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(machine)
    program(machine / "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.get([browser.debian_package]) is None
    assert not (machine / "calls").exists()


def test_nothing_is_installed_without_apt(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.get([browser.debian_package]) is None


def test_the_program_prints_the_path_alone(machine: Path) -> None:
    good = program(machine / "chromium", WORKS + "; echo noise >&2")
    command = [sys.executable, browser.__file__]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout == good + "\n"


def test_the_program_says_what_to_do_when_there_is_no_way(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "get", lambda: None)
    assert browser.main() == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert "apt install chromium" in said.err
    assert "CHROMIUM=/path/to/chromium" in said.err


def test_the_browser_of_the_tests_has_a_font_and_runs_scripts(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content("<span>iiii</span> <span>ЖЖЖЖ</span><script>document.title = 'ran'</script>")
    narrow, wide = page.evaluate("[...document.querySelectorAll('span')].map(s => s.getBoundingClientRect().width)")
    assert 0 < narrow < wide, "without a font every letter is drawn as the same box"
    assert page.title() == "ran"
    page.close()
