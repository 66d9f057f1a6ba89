"""What a host sends with each file is written once, and both forms of it say the same of every file of the site."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

import building
from press.stamp import hosting, policy

ROOT = Path(__file__).parent.parent
NGINX = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
MOST_RULES, LONGEST_LINE = 100, 2000  # what Cloudflare Pages reads of such a file
Rules = Mapping[str, Mapping[str, str]]


def paths(folder: Path) -> Iterator[str]:
    """The address below the root of everything in a built site that is sent to readers."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name not in hosting.FILES:
            yield file.relative_to(folder).as_posix().removesuffix("index.html")


def rules(text: str) -> Rules:
    """A `_headers` file as a host reads it: pattern -> headers."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
        else:
            assert not line or line.startswith("#"), line
    return found


def sent(found: Rules, path: str) -> dict[str, str]:
    """The headers of a path; the values of all rules that match are joined."""
    headers: dict[str, str] = {}
    for pattern, told in found.items():
        matched = f"/{path}".startswith(pattern[:-1]) if pattern.endswith("*") else pattern == f"/{path}"
        for name, value in told.items() if matched else ():
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def maps(text: str) -> dict[str, list[tuple[str, str]]]:
    """The maps of an nginx configuration: variable -> patterns and values, in order."""
    found = {}
    for name, body in re.findall(r"^map \$uri (\$\w+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL):
        lines = re.findall(r'^  ("[^"]+"|\S+) "([^"]*)";$', body, re.MULTILINE)
        found[name] = [(pattern.strip('"'), value) for pattern, value in lines]
    return found


def added(text: str, path: str) -> dict[str, str]:
    """The headers that nginx adds for a path: fixed ones, and those whose value a map gives."""
    known = maps(text)
    headers = {}
    for name, value in re.findall(r'^  add_header (\S+) (".*?"|\$\w+)', text, re.MULTILINE):
        if value.startswith("$"):
            patterns = [each for each in known[value] if each[0] != "default"]
            default = dict(known[value])["default"]
            matched = (told for pattern, told in patterns if re.search(pattern.removeprefix("~"), f"/{path}"))
            headers[name] = next(matched, default)
        else:
            headers[name] = value.strip('"')
    return {name: value for name, value in headers.items() if value}  # nginx leaves out what is empty


def test_the_table_says_how_long_each_kind_of_file_is_kept() -> None:
    kept = {path: hosting.headers(path)["Cache-Control"] for path in (
        "", "claims/x/", "claims/x/index.json", "embed/claims/x/", "feeds/claims.xml", "data/claims.csv", "data/",
        "pictures/finding-supported.png", "assets/site.1a2b3c4d.css", "assets/embed.css", "assets/favicon.svg",
        "assets/javascripts/workers/search.1a2b3c4d.min.js", "assets/explore.css.1a2b3c4d", "claims/a.1a2b3c4d.js",
    )}  # fmt: skip
    assert [path for path, value in kept.items() if value == hosting.YEAR] == [
        "assets/site.1a2b3c4d.css",
        "assets/javascripts/workers/search.1a2b3c4d.min.js",
    ]
    assert [path for path, value in kept.items() if value == hosting.MINUTES] == [
        *("", "claims/x/", "claims/x/index.json", "embed/claims/x/", "claims/a.1a2b3c4d.js"),
    ]
    assert "immutable" in hosting.YEAR
    assert all("must-revalidate" in value for value in (hosting.HOUR, hosting.MINUTES))


def test_cards_may_be_framed_and_nothing_else() -> None:
    for path in ("", "claims/x/", "data/", "feeds/claims.xml", "assets/favicon.svg", "embedded/", "404.html"):
        assert hosting.headers(path)["Content-Security-Policy"].endswith("frame-ancestors 'none'"), path
    assert hosting.headers("embed/claims/x/")["Content-Security-Policy"].endswith("frame-ancestors *")


def test_the_policy_is_the_one_in_the_page(built: building.Built) -> None:
    assert not re.search('["&<]', policy()), "it stands in an attribute as it is"
    for path in ("index.html", "method/index.html", "corrections/index.html"):
        page = html.parse(str(built.folder / path))
        (told,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert told == policy()
        sent = hosting.headers(path.removesuffix("index.html"))["Content-Security-Policy"]
        assert sent == f"{told}; frame-ancestors 'none'"
    card = next((built.folder / "embed/claims").iterdir())
    (told,) = html.parse(str(card / "index.html")).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert hosting.headers(f"embed/claims/{card.name}/")["Content-Security-Policy"] == f"{told}; frame-ancestors *"


def test_the_file_for_static_hosts_says_of_every_file_what_the_table_says(built: building.Built) -> None:
    found = rules((built.folder / "_headers").read_text(encoding="utf-8"))
    every = list(paths(built.folder))
    assert len(every) > 100
    assert {path: sent(found, path) for path in every} == {path: hosting.headers(path) for path in every}


def test_the_file_for_static_hosts_is_read_whole_by_each_of_them(built: building.Built) -> None:
    text = (built.folder / "_headers").read_text(encoding="utf-8")
    assert 10 < len(rules(text)) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE
    assert not [pattern for pattern in rules(text) if "*" in pattern[:-1]]
    assert (built.folder / ".nojekyll").read_bytes() == b""


def test_nginx_says_of_every_file_what_the_table_says(built: building.Built) -> None:
    every = list(paths(built.folder))
    assert {path: added(NGINX, path) for path in every} == {path: hosting.headers(path) for path in every}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("max-age=600", "max-age=60"),
        ("(\\.min)?", ""),
        ("|feeds|", "|"),
        ("frame-ancestors *", "frame-ancestors 'none'"),
        ("'sha256-", "'sha256-A"),
        ('add_header Referrer-Policy "same-origin" always;', ""),
    ],
)
def test_a_difference_in_the_configuration_of_nginx_is_found(built: building.Built, old: str, new: str) -> None:
    changed = NGINX.replace(old, new)
    assert changed != NGINX
    assert any(added(changed, path) != hosting.headers(path) for path in paths(built.folder))


def test_two_rules_for_one_header_are_found() -> None:
    found = rules("/*\n  A: 1\n/x/*\n  A: 2\n")
    assert sent(found, "x/y") == {"A": "1, 2"}


def test_a_header_that_locks_a_host_is_left_to_its_keeper() -> None:
    assert "# add_header Strict-Transport-Security" in NGINX
    assert "Strict-Transport-Security" not in hosting.headers("")
