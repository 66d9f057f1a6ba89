"""Documents: LibreOffice opens every sheet and key and sets it on paper; a sheet of pupils has two pages at most."""

import subprocess
import tempfile
from pathlib import Path

from pypdf import PdfReader

from audit import machine, tables
from audit.subject import Site

NEEDS = (machine.OFFICE,)
MOST = {"sheet": 2, "key": 4}


def run(site: Site) -> bool:
    documents = sorted(site.folder.glob("lessons/**/*.docx"))
    with tempfile.TemporaryDirectory() as folder:
        pages = counted(documents, Path(folder))
    found = dict(zip(documents, pages, strict=True))
    missed = [each for each, count in found.items() if not 0 < count <= MOST[each.stem]]
    rows = [
        (each.relative_to(site.folder).as_posix(), count, "too many, or none" if each in missed else "")
        for each, count in found.items()
    ]
    tables.show(("document", "pages", "fault"), rows)
    return bool(found) and not missed


def counted(documents: list[Path], folder: Path) -> list[int]:
    """How many pages each document has; 0 where LibreOffice does not open it. Its profile is a fresh one."""
    copies = folder / "copies"
    copies.mkdir()
    named = [copies / f"{number}.docx" for number, _ in enumerate(documents)]
    for document, copy in zip(documents, named, strict=True):
        copy.write_bytes(document.read_bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(machine.OFFICE.path()), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, named)], capture_output=True, check=False)
    made = [folder / f"{copy.stem}.pdf" for copy in named]
    return [len(PdfReader(each).pages) if each.is_file() else 0 for each in made]
