"""The states that a reader can bring a page into: the search opened, details and filters opened.

The one place that knows by which parts of the frame they are opened.
"""

from playwright.sync_api import Page

SEARCH_OPENER = ".find"
SEARCH_FIELD = "#seek-words"
SEARCH_RESULT = ".seek__found a"
SEARCHED = "interceptor"
UNSEARCHED = "/sheet/"  # where pupils of eleven are: the site's menu and search are not shown there

FILTERS = "main form summary"


def open_search(page: Page) -> None:
    """Opens the search of the header, types a word that the first case holds, and waits for what is found."""
    page.locator(SEARCH_OPENER).click()
    page.locator(SEARCH_FIELD).fill(SEARCHED)
    page.locator(SEARCH_RESULT).first.wait_for(timeout=10_000)


def has_search(page: Page) -> bool:
    """Whether the page shows the header's search; a page without the frame has none."""
    return page.locator(SEARCH_OPENER).count() > 0 and UNSEARCHED not in page.url


def open_details(page: Page) -> None:
    """Opens everything on the page that opens and closes."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def open_filters(page: Page) -> bool:
    """Opens the filters of a table, where the page has some; says whether it has."""
    found = page.locator(FILTERS)
    for each in found.all():
        if each.is_visible() and not each.evaluate("summary => summary.parentElement.open"):
            each.click()
    return found.count() > 0
