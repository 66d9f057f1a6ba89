"""The only door to `yaml`: one record file becomes plain values that know where each was written.

The order of imports inside: `document`, `characters`, `scalars`, `mending` know nothing of each other;
`tree` (which alone imports `yaml`) uses them; `reading` uses all, and `rewriting` uses `reading`.
"""

from press.yamlfile.document import Document, Flawed, Mark
from press.yamlfile.reading import LIMIT, read
from press.yamlfile.rewriting import Change, rewritten

__all__ = ["LIMIT", "Change", "Document", "Flawed", "Mark", "read", "rewritten"]
