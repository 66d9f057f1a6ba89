"""The copy for a folder: packed, unpacked, and opened in Firefox from the disk, with its own rules for such pages."""

import io
import shutil
import zipfile

import building
import kinds
from audit import engine
from audit.subject import Site
from press import offline
from press.commands.offline import built
from press.offline import contents

NEEDS = engine.NEEDS
FOLDER = building.ROOT / "build/audit/Klasse 7ä"


def run(site: Site) -> bool:
    shutil.rmtree(FOLDER, ignore_errors=True)
    packed = offline.packed(offline.edition(built(site.folder)))
    zipfile.ZipFile(io.BytesIO(packed)).extractall(FOLDER)
    (folder,) = FOLDER.iterdir()
    pages = {name: f"pages/{path}index.html" for name, path in kinds.by_name().items() if not path.endswith(".html")}
    kept = {name: path for name, path in pages.items() if contents.kept([path.removeprefix("pages/")])}
    return engine.opened(folder.as_uri() + "/", {"start": "START-HERE.html", **kept})
