"""A second engine: Firefox opens a page of every kind; it must fit, find, complain of nothing and pass axe."""

import json
import subprocess
from collections.abc import Mapping

import kinds
import states
from audit import machine, tables
from audit.subject import Site

NEEDS = (machine.NODE, machine.FIREFOX)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
HEADS = ("page", "wider than the window", "axe", "filters", "search", "complaints")


def run(site: Site) -> bool:
    return opened(site.address, kinds.by_name())


def opened(address: str, paths: Mapping[str, str]) -> bool:
    """Opens these pages below `address`, which may be that of a folder; whether all is well with them."""
    told = {
        "firefox": machine.FIREFOX.path(),
        "axe": str(machine.MODULES / "axe-core/axe.min.js"),
        "rules": RULES,
        "address": address,
        "pages": list(paths.items()),
        "filters": states.FILTERS,
        "search": {
            "opener": states.SEARCH_OPENER,
            "field": states.SEARCH_FIELD,
            "result": states.SEARCH_RESULT,
            "word": states.SEARCHED,
            "without": states.UNSEARCHED,
        },
    }
    command = [str(machine.NODE.path()), str(machine.HERE / "engine.mjs"), json.dumps(told)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    pages = [json.loads(line) for line in ended.stdout.splitlines()]
    tables.show(HEADS, [row(page) for page in pages])
    if ended.returncode:
        print(ended.stderr.strip()[-800:])
    for page in pages:
        for fault in (*page["violations"], *page["complaints"]):
            print(f"{page['name']}: {fault}")
    whole = ended.returncode == 0 and len(pages) == len(told["pages"])
    return whole and all(is_well(page) for page in pages)


def row(page: dict) -> tuple[object, ...]:
    wide = ", ".join(page["wide"]) or "no"
    return page["name"], wide, len(page["violations"]), page["filtered"], page["searched"], len(page["complaints"])


def is_well(page: dict) -> bool:
    return not (page["wide"] or page["violations"] or page["complaints"])
