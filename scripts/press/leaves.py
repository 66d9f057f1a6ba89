"""What the press plans (`Page`), and what it has finished (`Leaf`)."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site; '' where it says nothing.

    `url` is the site's address with a slash at its end, `repository` the address of the repository,
    `contact` a mail address or a web address that needs no account.
    """

    url: str = ""
    repository: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the header search shows and matches: a title, and words that readers would type."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is planned: which template prints which view, and where.

    `path` is the address below the site's root, without a leading slash: `claims/x/`, or `404.html`.
    `view` is a dataclass whose fields are exactly the template's variables.
    `title` is the whole text of `<title>`; it and `description` never carry an assertion without its finding.
    `source` is the file that it is drawn from, relative to the repository's root, or '' when there are many.
    `on` is the ISO date of the newest fact on it ('' when it has none): the sitemap's `lastmod`.
    `search` is the text that the header search finds it by; None keeps it out of search.
    `section` names the entry of the site's navigation that it belongs to: 'case', 'explore', 'method' ...
    """

    path: str
    template: str
    view: Any
    title: str
    description: str
    source: str = ""
    on: str = ""
    search: SearchEntry | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A finished page: `body` is safe HTML whose links are relative to `path`; the rest is plain text.

    `head` is safe HTML for the page's `<head>` that belongs to this page alone.
    """

    path: str
    title: str
    description: str
    body: str
    head: str = ""
    source: str = ""
    on: str = ""
    search: SearchEntry | None = None
    section: str = ""

    @property
    def file(self) -> str:
        """The file below the site's folder that holds the page."""
        return self.path + "index.html" if self.path.endswith("/") or not self.path else self.path
