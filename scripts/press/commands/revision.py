"""The records as they were at a revision of git: the only door to git, which no build goes through."""

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from press.commands.report import Refused

MAIN = ("main", "origin/main")
_ELSE = "or compare with a folder: --against FOLDER"


@dataclass(frozen=True, slots=True)
class Earlier:
    """Files of data/ at an earlier state, by their path from the root, and what to call that state."""

    files: Mapping[str, bytes]
    name: str


def at_revision(root: Path, revision: str = "") -> Earlier:
    """The files at a revision, or where this branch left main; raises Refused where they cannot be read."""
    if _git(root, "rev-parse", "--is-inside-work-tree").stdout.strip() != b"true":
        raise Refused(f"this folder is in no git repository; run it in one, {_ELSE}")
    commit, name = _named(root, revision) if revision else _usual(root)
    archived = _git(root, "archive", "--format=tar", commit, "--", "data")
    if archived.returncode and b"did not match" not in archived.stderr:
        raise Refused(f"the records at '{revision or name}' cannot be read ({_complaint(archived)})")
    return Earlier(_unpacked(archived.stdout), name)


def in_folder(folder: Path) -> Earlier:
    """The files of another folder; raises Refused where it holds no records."""
    if not (folder / "data").is_dir():
        raise Refused(f"there is no folder 'data' in '{folder}'; name the folder that holds it")
    return Earlier(files(folder), f"the folder {folder.name or folder}")


def files(root: Path) -> Mapping[str, bytes]:
    """Every file below `root/data`, by its path from the root."""
    try:
        found = sorted(file for file in (root / "data").rglob("*") if file.is_file())
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}
    except OSError as error:
        raise Refused(f"data/ cannot be read ({(error.strerror or 'unknown reason').lower()})") from None


def _usual(root: Path) -> tuple[str, str]:
    """Where this branch left main; the last commit on main itself, and where there is no main."""
    head = _commit(root, "HEAD")
    if not head:
        raise Refused(f"nothing was committed here yet; commit first, {_ELSE}")
    main = next((name for name in MAIN if _commit(root, name)), "")
    if not main:
        return head, f"{head[:7]} (the last commit)"
    base = _git(root, "merge-base", "HEAD", main).stdout.decode().strip()
    if not base:
        raise Refused(f"nothing shows where this branch left {main}; name a revision{_shallow(root)}")
    return base, f"{base[:7]} (the last commit)" if base == head else f"{base[:7]} (where this branch left {main})"


def _named(root: Path, revision: str) -> tuple[str, str]:
    commit = _commit(root, revision)
    if not commit:
        raise Refused(f"git knows no revision '{revision}' here; name a commit, a branch or a tag{_shallow(root)}")
    return commit, commit[:7] if commit.startswith(revision) else f"{commit[:7]} ({revision})"


def _commit(root: Path, revision: str) -> str:
    """The commit's full name, '' for none; what begins with a hyphen would be an option of git's."""
    if revision.startswith("-"):
        return ""
    return _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").stdout.decode().strip()


def _shallow(root: Path) -> str:
    shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    return "; only the end of the history is here: git fetch --unshallow brings the rest" if shallow else ""


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise Refused(f"git is not installed; install it, {_ELSE}")
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = [program, "-C", str(root), *arguments]
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    if b"dubious ownership" in run.stderr:
        raise Refused("git does not trust this folder, which is somebody else's; 'git status' says what to do")
    return run


def _complaint(run: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(run.stderr.decode(errors="replace").split())[:200] or f"git ended with {run.returncode}"


def _unpacked(archive: bytes) -> dict[str, bytes]:
    """The plain files of an archive, in memory: nothing of it is written where its names say."""
    if not archive:
        return {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        return {
            member.name: held.read()
            for member in opened
            if member.isfile() and _is_ours(member.name) and (held := opened.extractfile(member))
        }


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[:1] == ("data",) and ".." not in parts
