"""What axe finds wrong with a page: WCAG 2.2 AA, and what axe calls best practice. The tests' one door to axe."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def faults(page: Page | Frame, *left_out: str) -> str:
    """What axe finds on the page as it is now, some of its rules left out; '' when that is nothing.

    Only violations are asked for: to list all that is sound as well takes axe more than twice as long.
    """
    rules = {rule: {"enabled": False} for rule in left_out}
    there = page.evaluate("'axe' in window")  # axe itself is half a megabyte to read, and stays until the page is left
    axe = Axe("null") if there else Axe()
    found = axe.run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"], "rules": rules})
    return found.generate_report() if found.violations_count else ""
