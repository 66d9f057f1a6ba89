"""HTML: the Nu checker of the W3C, over every page; no error."""

import json
import subprocess
from collections import Counter, defaultdict

from audit import machine, tables
from audit.subject import Site

NEEDS = (machine.JAVA,)


def run(site: Site) -> bool:
    jar = machine.MODULES / "vnu-jar/build/dist/vnu.jar"
    command = [str(machine.JAVA.path()), "-jar", str(jar), "--format", "json", "--skip-non-html", str(site.folder)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(ended.stderr)["messages"]
    pages = len(list(site.folder.rglob("*.html")))
    for sort, is_it in (("error", is_error), ("warning", lambda message: not is_error(message))):
        report(sort, [message for message in messages if is_it(message)])
    errors = sum(map(is_error, messages))
    print(f"{pages} pages, {errors} errors, {len(messages) - errors} warnings\n")
    return errors == 0 and pages > 0


def is_error(message: dict[str, str]) -> bool:
    return message["type"] != "info"


def report(sort: str, messages: list[dict[str, str]]) -> None:
    """The same fault of many pages is one row, with one of the pages."""
    if not messages:
        return
    counts = Counter(message["message"] for message in messages)
    places: dict[str, set[str]] = defaultdict(set)
    for message in messages:
        places[message["message"]].add(message.get("url", "").partition("/audit/site/")[2])
    rows = [(count, len(places[text]), min(places[text]), text) for text, count in counts.most_common()]
    tables.show((f"{sort}s", "pages", "such as", "what"), rows)
