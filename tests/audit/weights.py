"""Weights: requests and bytes of a page of every kind, with the search opened, in Chromium, from nginx."""

import os

from playwright.sync_api import sync_playwright

import browser
import kinds
from audit import tables
from audit.subject import Site
from weighing import SORTS, weigh

NEEDS = ()


def run(site: Site) -> bool:
    rows, well = [], True
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=list(browser.FLAGS))
        for kind, path in kinds.by_name().items():
            weight = weigh(program, site.address + path, site.sent)
            well = well and not weight.elsewhere
            sorts = [weight.of(sort) for sort in SORTS]
            rows.append((kind, len(weight.answers), weight.of(), *sorts, len(weight.elsewhere)))
        program.close()
    tables.show(("page", "requests", "all", *SORTS, "third party"), rows)
    return well
