"""Files put together into one ZIP file whose bytes depend on them alone."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can tell
# A plain file that all may read, as Unix has it wherever it is made: some programs unpack others so that nobody may.
_UNIX, _READABLE = 3, 0o100644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in the order in which they come, each as path and bytes, without a clock and a machine's own marks."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for path, data in files:
            entry = ZipInfo(path, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, data, ZIP_DEFLATED, 9)
    return held.getvalue()


def unpacked(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files of a ZIP file, in its order."""
    with ZipFile(BytesIO(data)) as archive:
        return tuple((entry.filename, archive.read(entry)) for entry in archive.infolist())
