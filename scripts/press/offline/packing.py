"""The files of the folder as one ZIP."""

from collections.abc import Iterable

from press.exports import archive
from press.leaves import File

FOLDER = "claim-by-claim-offline"
"""What unpacks: one folder, whatever the ZIP is called."""


def packed(files: Iterable[File]) -> bytes:
    """The files in one ZIP, all below FOLDER, in the order in which they come."""
    return archive.packed((f"{FOLDER}/{file.path}", file.data) for file in files)
