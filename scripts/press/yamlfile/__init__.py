"""The only door to `yaml`: one record file becomes plain values that know where each was written.

The order of imports inside: `document`, `characters`, `scalars`, `mending` know nothing of each other;
`tree` (which alone imports `yaml`) uses them; `reading` uses all.
"""

from press.yamlfile.document import Document, Flawed, Mark
from press.yamlfile.reading import LIMIT, read

__all__ = ["LIMIT", "Document", "Flawed", "Mark", "read"]
