"""Workflows and issue forms: zizmor looks for what could be misused, GitHub's own schemas hold their form; offline."""

import subprocess
import sys
from pathlib import Path

import building
from audit import tables
from audit.subject import Site

NEEDS = ()
GITHUB = building.ROOT / ".github"
PROGRAMS = Path(sys.executable).parent
# What is looked at -> the schema that check-jsonschema carries for it.
FORMS = {
    "workflows/*.yml": "vendor.github-workflows",
    "ISSUE_TEMPLATE/[!c]*.yml": "vendor.github-issue-forms",
    "ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
}


def run(_: Site) -> bool:
    """Whether neither program found anything; what one found is printed in its own words."""
    rows = []
    for what, schema in FORMS.items():
        files = [str(file) for file in sorted(GITHUB.glob(what))]
        rows.append(
            (what, len(files), "check-jsonschema", said("check-jsonschema", "--builtin-schema", schema, *files))
        )
    files = [str(file) for file in sorted(GITHUB.glob("workflows/*.yml"))]
    lint = said("zizmor", "--offline", "--no-progress", "--persona", "pedantic", "--color", "never", *files)
    rows.append(("workflows/*.yml", len(files), "zizmor, pedantic", lint))
    tables.show(("what", "files", "looked at by", "found"), rows)
    return all(count and found == "nothing" for _, count, _, found in rows)


def said(program: str, *arguments: str) -> str:
    """'nothing', or that there is something, which is then printed above the table."""
    ended = subprocess.run([str(PROGRAMS / program), *arguments], capture_output=True, text=True, check=False)
    if ended.returncode == 0:
        return "nothing"
    print(f"{ended.stdout}\n{ended.stderr}".strip() + "\n")
    return "see above"
