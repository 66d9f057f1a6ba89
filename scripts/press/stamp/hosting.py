"""What a host sends with each file: one table of headers, and the files in which hosts read it.

`headers` is the table. `_headers`, which some static hosts read, is drawn from it; `deploy/nginx.conf` says the same,
and a test holds it to that. `.nojekyll` keeps GitHub Pages from leaving out files whose names begin with `_`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from press import addresses
from press.stamp.assets import policy

FILES = (".nojekyll", "_headers")

MINUTES = "public, max-age=600, must-revalidate"
HOUR = "public, max-age=3600, must-revalidate"
YEAR = "public, max-age=31536000, immutable"

# Everything here is public, and no page knows who reads it: any other site may read any file.
EVERYWHERE: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
CARD = addresses.EMBED
"""The one folder whose pages other sites may show in a frame."""

_UNFRAMED = "frame-ancestors 'none'"
_POLICIES: Mapping[str, str] = {
    CARD: "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors *",
    "assets/": _UNFRAMED,  # a drawing that is opened by itself has its style inside
}
_KEPT: Mapping[str, str] = {
    "assets/": HOUR,
    addresses.DATA: HOUR,
    addresses.FEEDS: HOUR,
    addresses.PICTURES: HOUR,
}

_KEY = re.compile(rf"{addresses.LESSONS}.+/key/")
_UNLISTED: Mapping[str, str] = {"X-Robots-Tag": "noindex"}
"""Its page says so too; a key as PDF has no other way to say it."""

_FINGERPRINTED = re.compile(r"assets/.+\.[0-9a-f]{8}(\.min)?\.(css|js)")
_HEAD = "# Headers for static hosts that read this file, in the form that Netlify and Cloudflare Pages share.\n"


def headers(path: str) -> dict[str, str]:
    """The headers of the file or page at `path` below the site's root ('' is the front page).

    A name that changes with its content is kept for ever; all else is asked for again, so a finding that changed is
    on its page within minutes and in the data within an hour.
    """
    folder = path[: path.find("/") + 1]
    return {
        **EVERYWHERE,
        "Cache-Control": YEAR if _FINGERPRINTED.fullmatch(path) else _KEPT.get(folder, MINUTES),
        "Content-Security-Policy": _POLICIES.get(folder, f"{policy()}; {_UNFRAMED}"),
        **(_UNLISTED if _KEY.match(path) else {}),
    }


def files(paths: Iterable[str], unlisted: Iterable[str] = ()) -> dict[str, bytes]:
    """The files for hosts by name.

    `paths` are the top folders ('claims/'), the files beside them, and each asset; `unlisted` are folders of pages
    that search engines shall leave out.
    """
    hidden = (_rule(_pattern(path), _UNLISTED) for path in sorted(unlisted))
    return {".nojekyll": b"", "_headers": (_HEAD + "".join((*_rules(paths), *hidden))).encode()}


def _rules(paths: Iterable[str]) -> Iterator[str]:
    """What all files share, then one rule for each folder and each file beside it.

    Hosts join the values of all rules that match, and two policies or two times would both count, so no file meets two
    rules that set the same header. Hosts differ in what a `*` inside a path matches, so it only ends one.
    Sources: https://docs.netlify.com/manage/routing/headers/ and
    https://developers.cloudflare.com/pages/configuration/headers/ (100 rules, 2,000 letters a line).
    """
    yield _rule("/*", EVERYWHERE)
    seen = {_pattern(path): path for path in paths if path != "assets/"}
    for pattern, path in sorted(seen.items()):
        yield _rule(pattern, {name: value for name, value in headers(path).items() if name not in EVERYWHERE})


def _pattern(path: str) -> str:
    """The address that stands for `path`: a folder with all that is below it, the front page, or a file."""
    return f"/{path}*" if path.endswith("/") else "/" if path == "index.html" else f"/{path}"


def _rule(pattern: str, told: Mapping[str, str]) -> str:
    return f"\n{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in sorted(told.items()))
