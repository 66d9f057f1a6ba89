"""Style sheets and scripts as a browser gets them: joined, made small, named by their content."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import basename, splitext

import rcssmin
import rjsmin

# What runs before the first paint: scripts are there, and the reader's own choice of light or dark holds.
BOOT = (
    "document.documentElement.className='js';"
    "try{let l=localStorage.getItem('claim-by-claim.look');if(l)document.documentElement.dataset.look=l}catch(e){}"
)

_WORKER = re.compile(r"assets/javascripts/workers/search\.[^/]+\.js")


@dataclass(frozen=True, slots=True)
class Assets:
    """The paths of a site's bundles below its root.

    `style` and `script` are every page's; `worker` is the theme's search; `pages` maps the name of a part that some
    pages ask for to the files that make it, such as 'explore' to its style sheet and its script.
    """

    style: str = ""
    script: str = ""
    worker: str = ""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bundle:
    """One finished file: its path below the site's root, and its text."""

    path: str
    text: str


def bundles(
    own: Sequence[str], everywhere: Sequence[str], text: Callable[[str], str], worker: str
) -> tuple[tuple[Bundle, ...], Assets]:
    """The bundles of a site, and where they lie.

    `own` are all style sheets and scripts of ours, sorted; `everywhere` those that every page loads, in their order.
    Any other one makes a part of its own, or one with the script of its name. `text` takes a file out of the site and
    gives what it holds.
    """
    made = [
        bundle(f"site{kind}", [text(path) for path in everywhere if path.endswith(kind)]) for kind in (".css", ".js")
    ]
    parts: dict[str, tuple[str, ...]] = {}
    for path in own:
        if path not in everywhere:
            found = bundle(basename(path), [text(path)])
            made.append(found)
            parts[_stem(path)] = (*parts.get(_stem(path), ()), found.path)
    return tuple(made), Assets(made[0].path, made[1].path, worker, parts)


def bundle(name: str, texts: Iterable[str]) -> Bundle:
    """Join the texts of one kind and make them small; 'site.css' comes to lie at 'assets/site.1a2b3c4d.css'.

    The name changes with the content alone, so a browser may keep the file for ever.
    """
    stem, kind = splitext(name)
    joined = "\n".join(texts)
    text = rcssmin.cssmin(joined) if kind == ".css" else rjsmin.jsmin(joined)
    return Bundle(f"assets/{stem}.{sha256(text.encode()).hexdigest()[:8]}{kind}", text)


def is_worker(path: str) -> bool:
    """Whether a file of the theme is its search worker, the only one of its assets that our pages load."""
    return _WORKER.fullmatch(path) is not None


def policy(boot: str = BOOT) -> str:
    """The content security policy of a page: nothing but the site's own files and the one script in the page.

    Source: https://www.w3.org/TR/CSP3/
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'sha256-{b64encode(sha256(boot.encode()).digest()).decode()}'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def _stem(path: str) -> str:
    return splitext(basename(path))[0]
