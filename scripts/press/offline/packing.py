"""Files as one ZIP whose bytes depend on nothing but theirs."""

import io
import zipfile
from collections.abc import Iterable

from press.leaves import File

FOLDER = "claim-by-claim-offline"
"""What unpacks: one folder, whatever the ZIP is called."""

# The first moment that a ZIP can name: it knows no clock.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
# A plain file that all may read: without it, some programs unpack files that nobody may open.
_MODE = 0o100644 << 16


def packed(files: Iterable[File]) -> bytes:
    """The files in one ZIP, all below FOLDER, in the order in which they come."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for file in files:
            entry = zipfile.ZipInfo(f"{FOLDER}/{file.path}", _NO_TIME)
            entry.create_system = 3  # as on Unix, wherever it is made: the mode above counts only there
            entry.external_attr = _MODE
            archive.writestr(entry, file.data, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()
