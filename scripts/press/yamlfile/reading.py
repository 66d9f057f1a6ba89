"""One record file, read from the disk."""

import re
import stat
from pathlib import Path
from typing import NoReturn

from press.problems import Problem
from press.yamlfile import characters
from press.yamlfile.document import Document, Flawed
from press.yamlfile.tree import Tree

LIMIT = 256 * 1024
_ASKED = re.compile(r"# ([a-z_]+):")
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\xef\xbb\xbf": "UTF-8 with a byte order mark"}


def read(file: Path, path: str, limit: int = LIMIT) -> Document:
    """The record in `file`, which its problems call `path`: from the repository's root, forward slashes.

    `limit` is how many bytes it may have.

    Raises Flawed with every fault of the file that can be told apart: one that hides the rest (bytes that
    are not UTF-8, broken syntax) ends the search. Values without a meaning are None in what could be read.
    """
    text = text_of(file, path, limit)
    problems = list(characters.faults(text, path))
    tree = Tree(characters.clean(text), path)
    problems += tree.problems
    # Broken syntax is often only the shadow of a stray character or of a fault on the same line.
    if tree.syntax and "\t" not in text and all(p.line != tree.syntax.line for p in problems):
        problems.append(tree.syntax)
    document = None if tree.values is None else Document(path, tree.values, tree.marks, _asked(text))
    if problems or document is None:
        # A hidden character is part of no word that was meant, so nothing more is said of such a file.
        raise Flawed(problems, None if characters.SUSPECT.search(text) else document)
    return document


def _asked(text: str) -> dict[str, tuple[int, int]]:
    """Each field that stands as '# name:' on a line of its own, and the place of its name."""
    lines = enumerate(characters.LINE_BREAK.split(text), 1)
    return {found[1]: (number, 3) for number, line in lines if (found := _ASKED.fullmatch(line))}


def text_of(file: Path, path: str, limit: int = LIMIT) -> str:
    """The text of a file as it stands there; raises Flawed where it has none."""
    return _text(_bytes(file, path, limit), path)


def _bytes(file: Path, path: str, limit: int) -> bytes:
    try:
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            _refuse(path, 1, 1, "this is a symbolic link; put the file itself here")
        if not stat.S_ISREG(mode):
            _refuse(path, 1, 1, "this is not a file; keep only record files here")
        with file.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        _refuse(path, 1, 1, f"the file cannot be read ({reason}); look at its name and rights")
    if len(raw) > limit:
        _refuse(path, 1, 1, f"the file is larger than {limit // 1024} KiB; shorten the record or split it")
    return raw


def _text(raw: bytes, path: str) -> str:
    for mark, name in MARKS.items():
        if raw.startswith(mark):
            _refuse(path, 1, 1, f"the file is saved as {name}; save it as UTF-8 without a byte order mark")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = characters.LINE_BREAK.split(raw[: error.start].decode("utf-8"))
        byte = f"0x{raw[error.start]:02X}"
        _refuse(path, len(lines), len(lines[-1]) + 1, f"the byte {byte} is not UTF-8; save the file as UTF-8")


def _refuse(path: str, line: int, column: int, message: str) -> NoReturn:
    raise Flawed([Problem(path, line, column, message)])
