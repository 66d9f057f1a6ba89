"""Finds a Chromium for the tests, or gets one; `python tests/browser.py` prints its path.

A browser counts only when it answers to `--version`. The order: the one that CHROMIUM or CHROME_PATH names, those on
the PATH, the one that Playwright downloaded before. When there is none: Debian's package, where this machine may
install packages, and else Playwright's own download.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence

NAMED_BY = ("CHROMIUM", "CHROME_PATH")
COMMANDS = ("chromium", "chromium-browser", "google-chrome")
ADVICE = (
    "no working Chromium was found, and none could be installed; install Chromium or Google Chrome"
    " (Debian: apt install chromium), or name one: make test CHROMIUM=/path/to/chromium"
)
# The browser's own services stay silent, so that every request a test sees was made by the page.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Another process asks Playwright, because one process cannot start its plain interface twice.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find() -> str | None:
    """The path of the first working browser of this machine, or None; says so when a named one does not work."""
    for variable in NAMED_BY:
        named = os.environ.get(variable)
        if not named:
            continue
        path = shutil.which(named)
        if path and works(path):
            return path
        say(f"{variable} names {named}, which does not answer to --version; looking for another browser")
    return next(filter(works, installed()), None)


def works(path: str) -> bool:
    """Whether the program at `path` starts and says that it is a Chromium or a Chrome."""
    answer = output([path, "--version"])
    return answer is not None and re.search(r"Chrom(e|ium)\D*\d+\.", answer) is not None


def installed() -> Iterator[str]:
    """Where a browser may be, likeliest first; Playwright comes last, because asking it takes a second."""
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            yield path
    path = (output([sys.executable, "-c", ASK_PLAYWRIGHT]) or "").strip()
    if path:
        yield path


def debian_package() -> None:
    """Installs Debian's Chromium, when apt-get is there and we are root or sudo asks for no password.

    Its dependencies bring a font (fontconfig needs one), so text is drawn on a bare machine too.
    """
    apt = shutil.which("apt-get")
    rights = root_rights()
    if apt is None or rights is None:
        return
    say("no Chromium here; installing Debian's package")
    quietly = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "DPkg::Lock::Timeout=120"]
    run([*quietly, "update"])
    run([*quietly, "install", "-y", "--no-install-recommends", "chromium"])


def root_rights() -> list[str] | None:
    """What to write before a command that needs root: nothing as root, sudo where it is free, else None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and output([sudo, "-n", "true"]) is not None:
        return [sudo, "-n"]
    return None


def playwright_download() -> None:
    """Downloads the Chromium that belongs to the installed Playwright, into the user's cache."""
    say("no Chromium here; downloading Playwright's")
    run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])


def get(ways: Sequence[Callable[[], None]] = (debian_package, playwright_download)) -> str | None:
    """The path of a working browser, found or brought by the first of `ways` that leads to one; None without any."""
    found = find()
    for way in ways:
        if found:
            break
        way()
        found = find()
    return found


def output(command: list[str]) -> str | None:
    """What the command prints, or None when it does not start, fails or takes longer than a minute."""
    try:
        answer = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode(errors="replace") if answer.returncode == 0 else None


def run(command: list[str]) -> None:
    """Runs the command for its effect; what it prints goes to standard error, where make does not read it."""
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)


def say(message: str) -> None:
    print(f"browser: {message}", file=sys.stderr, flush=True)


def main() -> int:
    found = get()
    if found is None:
        say(ADVICE)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
