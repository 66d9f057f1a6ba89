"""What the audit needs of this machine: found, installed where that is free, or named with the way to get it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import browser

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


@dataclass(frozen=True)
class Tool:
    """A program, and the package of Debian that brings it, or several with a space between."""

    command: str
    package: str

    def path(self) -> str | None:
        """Where the program is, or None; Debian keeps servers out of the PATH of most users."""
        return shutil.which(self.command, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


JAVA = Tool("java", "default-jre-headless")
NGINX = Tool("nginx", "nginx-light")
NODE = Tool("node", "nodejs")
NPM = Tool("npm", "npm")
FIREFOX = Tool("firefox-esr", "firefox-esr")
OFFICE = Tool("soffice", "libreoffice-writer-nogui fonts-liberation")  # the letters are as wide as those of Arial


class Missing(Exception):
    """Something is not here and cannot be brought; the message says how to get it."""


def bring(*tools: Tool) -> None:
    """Sees to it that every tool is here; raises Missing with one line for all that are not."""
    absent = [tool for tool in tools if not tool.path()]
    apt, rights = shutil.which("apt-get"), browser.root_rights()
    if absent and apt and rights is not None:
        packages = [name for tool in absent for name in tool.package.split()]
        say(f"installing {', '.join(packages)}")
        # A package that is a server starts it; the audit starts its own, so nothing may start by itself.
        quietly = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", apt, "-qq"]
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            browser.run([*quietly, *command])
        absent = [tool for tool in tools if not tool.path()]
    if absent:
        names = ", ".join(tool.command for tool in absent)
        packages = " ".join(tool.package for tool in absent)
        raise Missing(f"{names} is not on this machine; on Debian or Ubuntu: apt install {packages}")


def bring_modules() -> None:
    """Installs what package-lock.json lists; raises Missing when that fails."""
    bring(NODE, NPM)
    made, lock = MODULES / "made", HERE / "package-lock.json"
    if made.is_file() and made.read_bytes() == lock.read_bytes():
        return
    say("installing what tests/audit/package-lock.json lists (once)")
    # The browser is found on the machine, and the checker's jar is in its package: nothing else is downloaded.
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    command = [str(NPM.path()), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if subprocess.run(command, cwd=HERE, env=environment, stdout=sys.stderr, check=False).returncode:
        raise Missing("npm ci failed in tests/audit (see above); Node 20 or newer and a registry are needed")
    made.write_bytes(lock.read_bytes())


def say(message: str) -> None:
    print(f"audit: {message}", file=sys.stderr, flush=True)
