"""What the press plans (`Page`), and what it has finished (`Leaf`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

_WEB = re.compile(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?")
_MAIL = re.compile(r"[^\s@\"'<>:/]+@[^\s@\"'<>:/]+")


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site; '' where it says nothing.

    `url` is the site's address with a slash at its end, `repository` the address of the repository,
    `contact` a mail address or a web address that needs no account. `downloads` says that sheets, keys and slides lie
    beside their pages as PDF, so that pages may lead there.
    """

    url: str = ""
    repository: str = ""
    contact: str = ""
    downloads: bool = False

    @classmethod
    def configured(cls, url: object, repository: object, contact: object, downloads: object = False) -> Self:
        """The configuration as it was typed, None for what is unset; raises ValueError with every fault."""
        told = {"SITE_URL": url, "REPOSITORY_URL": repository, "CONTACT": contact}
        given = {name: "" if value is None else str(value).strip() for name, value in told.items()}
        faults = [
            f"{name} is '{value}'; give an address that begins with https:// or http://, or leave it unset"
            for name, value in given.items()
            if value and name != "CONTACT" and not _WEB.fullmatch(value)
        ]
        mail = given["CONTACT"].removeprefix("mailto:")
        if mail and not (_WEB.fullmatch(mail) or _MAIL.fullmatch(mail)):
            faults.append(f"CONTACT is '{mail}'; give a mail address or a web address, or leave it unset")
        if faults:
            raise ValueError("; ".join(faults))
        return cls(given["SITE_URL"], given["REPOSITORY_URL"].rstrip("/").removesuffix(".git"), mail, bool(downloads))

    def whole(self, path: str) -> str:
        """The whole address of what stands at `path` below the site's root, '' while the site has no address."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""

    def form(self, name: str, **answers: str) -> str:
        """The address of an issue form of the repository, with answers filled in; '' while there is no repository.

        `name` is that of a file in `.github/ISSUE_TEMPLATE/`, without its ending.
        """
        asked = urlencode({"template": f"{name}.yml", **answers})
        return f"{self.repository.rstrip('/')}/issues/new?{asked}" if self.repository else ""

    @property
    def contact_url(self) -> str:
        """Where a link to the contact leads: a web page, or the reader's mail program."""
        return self.contact if "://" in self.contact or not self.contact else f"mailto:{self.contact}"


@dataclass(frozen=True, slots=True)
class SearchPart:
    """A part of a page that the header search finds on its own; `anchor` is its id on the page."""

    anchor: str
    title: str
    text: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the header search shows and matches: a title, and words that readers would type; then the page's parts.

    `weight` lifts it above others that match as well: 1 is that of a source, of which there are most.
    """

    title: str
    text: str
    parts: tuple[SearchPart, ...] = ()
    weight: int = 1


LISTS = "lists"
"""The part with the look of tables and lists, which nearly every page needs."""

MAP = "map"
"""The part with the look of the article map and of the count of findings."""


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A `<link>` in a page's head to another file of the site, such as its oEmbed description or a feed.

    `path` is that file's address below the site's root; where `whole`, it is written only on a site that has an
    address, and in full. `title` may be ''.
    """

    rel: str
    type: str
    title: str
    path: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that goes with a page when it is shared: a PNG file of the site, its size in pixels, its words."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class File:
    """A finished file of the site that is no page, such as a picture or a table: its path below the root, its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is planned: which template prints which view, and where.

    `path` is the address below the site's root, without a leading slash: `claims/x/`, or `404.html`.
    `view` is a dataclass whose fields are exactly the template's variables.
    `title` is the whole text of `<title>`; it and `description` never carry an assertion without its finding.
    `source` is the file that it is drawn from, relative to the repository's root, or their folder when there are many.
    `on` is the ISO date of the newest fact on it ('' when it has none): the sitemap's `lastmod`.
    `search` is the text that the header search finds it by; None keeps it out of search.
    `section` names the entry of the site's navigation that it belongs to: 'case', 'explore', 'method' ...
    `parts` names what it needs besides what every page loads: a style sheet below `assets/css/`, a script below
    `assets/js/`, or both. The page is whole without the scripts.
    `links` and `picture` are for its `<head>`, and `data` too: what it says of itself to machines, each an object of
    schema.org without its context.
    `bare` says that its template is the whole document: it gets no frame, and no place in the sitemap.
    `moved_to` is the path where what it told stands now, '' for nearly all: a page in the frame leads a reader there at
    once, and neither search engines nor the sitemap take it for a page.
    `unlisted` keeps it out of search engines, the sitemap and the header search: whoever has its address can read it.
    `glossed` says that its hard words are linked to their explanation, where it is a record's own.
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
    parts: tuple[str, ...] = (LISTS,)
    links: tuple[HeadLink, ...] = ()
    picture: Picture | None = None
    data: tuple[Mapping[str, Any], ...] = ()
    bare: bool = False
    moved_to: str = ""
    unlisted: bool = False
    glossed: bool = True


@dataclass(frozen=True, slots=True)
class Leaf:
    """A finished page: `body` is safe HTML whose links are relative to `path`; the rest is as `Page` has it.

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
    parts: tuple[str, ...] = (LISTS,)
    links: tuple[HeadLink, ...] = ()
    picture: Picture | None = None
    bare: bool = False
    moved_to: str = ""
    unlisted: bool = False

    @property
    def file(self) -> str:
        """The file below the site's folder that holds the page."""
        return self.path + "index.html" if self.path.endswith("/") or not self.path else self.path
