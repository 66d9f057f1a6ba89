"""What is broken inside a built site: links, anchors, assets, ids that are used twice."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

_LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "href"), ("form", "action"))


def faults(site: Path, address: str) -> list[str]:
    """Every broken thing in the HTML files below `site`, which is served at `address`; sorted sentences."""
    trees = {file.relative_to(site).as_posix(): html.parse(str(file)) for file in sorted(site.rglob("*.html"))}
    ids = {name: Counter(tree.xpath("//@id")) for name, tree in trees.items()}
    found = [f"{name}: id '{each}' stands {n} times" for name, seen in ids.items() for each, n in seen.items() if n > 1]
    for name, tree in trees.items():
        found += [f"{name}: {fault}" for fault in _broken(site, address, name, tree, ids)]
    return sorted(found)


def _broken(site: Path, address: str, name: str, tree: html.HtmlElement, ids: dict[str, Counter[str]]) -> Iterator[str]:
    here = urljoin(address, name.removesuffix("index.html"))
    for tag, attribute in _LINKS:
        for target in tree.xpath(f"//{tag}/@{attribute}"):
            full = urljoin(here, target)
            if not full.startswith(address):
                if urlsplit(full).netloc == urlsplit(address).netloc:
                    yield f"'{target}' leaves the site's sub-path"
                continue
            path, _, anchor = unquote(full.removeprefix(address)).partition("#")
            file = path.split("?")[0]
            file = file + "index.html" if not file or file.endswith("/") else file
            if not (site / file).is_file():
                yield f"'{target}' leads to {file}, which is not there"
            elif anchor and file in ids and anchor not in ids[file]:
                yield f"'{target}' leads to an anchor that is not there"
