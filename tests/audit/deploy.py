"""The site behind nginx as `deploy/nginx.conf` sets it up: headers, compression, moved and missing pages.

Only the lines of that file that are marked HERE are changed: where it listens, and where its files are.
"""

import gzip
import http.client
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import building
from audit import machine, nginx, tables
from audit.subject import Site
from press.stamp import hosting

NEEDS = ()
MAIN = """
daemon off;
worker_processes 1;
pid FOLDER/pid;
error_log FOLDER/error.log warn;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path FOLDER/body;
  proxy_temp_path FOLDER/proxy;
  fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi;
  scgi_temp_path FOLDER/scgi;
  include FOLDER/deployed.conf;
}
"""
KINDS = {
    "": "text/html; charset=utf-8",
    "feeds/claims.xml": "application/atom+xml; charset=utf-8",
    "feeds/claims.json": "application/feed+json; charset=utf-8",
    "data/citations.bib": "application/x-bibtex; charset=utf-8",
    "data/citations.csl.json": "application/json; charset=utf-8",
    "sitemap.xml": "text/xml; charset=utf-8",
    "assets/favicon.svg": "image/svg+xml",
}
Answer = tuple[int, dict[str, str], bytes]


def run(site: Site) -> bool:
    """Whether every answer is what the table of headers and a reader would ask for."""
    folder = building.ROOT / "build/audit/deploy"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.folder, folder / "site")
    (folder / "site/empty").mkdir()
    style = next((folder / "site/assets").glob("site.*.css"))
    with style.open("rb") as plain, gzip.open(f"{style}.gz", "wb", compresslevel=9) as packed:
        shutil.copyfileobj(plain, packed)
    (folder / "redirects.map").write_text("/claims/an-old-name/ /claims/;\n", encoding="utf-8")
    port = nginx.free_port()
    (folder / "nginx.conf").write_text(MAIN.replace("FOLDER", str(folder)), encoding="utf-8")
    (folder / "deployed.conf").write_text(deployed(folder, port), encoding="utf-8")
    command = [str(machine.NGINX.path()), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    running = subprocess.Popen([*command, "-e", str(folder / "error.log")])
    try:
        nginx.wait_for(port, running)
        rows = [(what, fault or "well") for what, fault in checks(port, folder / "site", style)]
    finally:
        running.terminate()
        running.wait(timeout=20)
    tables.show(("what", "found"), rows)
    return all(found == "well" for _, found in rows)


def deployed(folder: Path, port: int) -> str:
    """The configuration with this machine's values in the lines that are marked for it."""
    text = (building.ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for line, value in (
        (r"listen 80;.*", f"listen 127.0.0.1:{port};"),
        (r"listen \[::\]:80;.*", ""),
        (r"root .*", f"root {folder / 'site'};"),
        (r"include .*\.map;.*", f"include {folder}/redirects*.map;"),
    ):
        text, count = re.subn(rf"^( *){line}$", rf"\g<1>{value}", text, flags=re.MULTILINE)
        if count != 1:
            raise machine.Missing(f"deploy/nginx.conf has {count} lines like '{line}', and one is needed")
    return text


def checks(port: int, site: Path, style: Path) -> Iterator[tuple[str, str]]:
    """What was looked at, and the fault in it, '' for none."""
    paths = [file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("*.*"))]
    paths = [path for path in paths if not Path(path).name.startswith(".") and path != "404.html"]
    faults = [fault for path in paths if (fault := wrong(path, ask(port, f"/{path}")))]
    yield f"status and headers of {len(paths)} files and pages", "; ".join(faults[:3])
    for path, kind in KINDS.items():
        yield f"type of /{path}", unless(ask(port, f"/{path}")[1].get("content-type"), kind)
    yield from sent_lightly(port, site, style)
    for what, path in (("without its slash", "/claims"), ("that was moved", "/claims/an-old-name/")):
        status, headers, _ = ask(port, path)
        yield f"an address {what}", unless((status, headers.get("location")), (301, "/claims/"))
    for path in ("/claims/no-such-claim/", "/empty/", "/assets/", "/.nojekyll", "/_headers", "/404.html"):
        yield f"{path} is the page for what is missing, not kept, not framed", lost(site, ask(port, path))
    yield "an address outside the site is refused", unless(ask(port, "/../nginx.conf")[0], 400)
    yield "the server does not tell its version", unless(ask(port, "/")[1].get("server"), "nginx")


def sent_lightly(port: int, site: Path, style: Path) -> Iterator[tuple[str, str]]:
    """Whether text is compressed, and what a browser has already is not sent again."""
    _, headers, body = ask(port, "/", **{"Accept-Encoding": "gzip"})
    yield "a page is compressed", unless(headers.get("content-encoding"), "gzip")
    yield "and is the same page", unless(gzip.decompress(body), (site / "index.html").read_bytes())
    yield "and says on what that depends", unless(headers.get("vary"), "Accept-Encoding")
    body = ask(port, f"/assets/{style.name}", **{"Accept-Encoding": "gzip"})[2]
    yield "a compressed copy is sent as it is", unless(body, Path(f"{style}.gz").read_bytes())
    known = {"If-None-Match": ask(port, "/method/")[1].get("etag", "")}
    yield "a page that did not change is not sent again", unless(ask(port, "/method/", **known)[0], 304)


def lost(site: Path, answer: Answer) -> str:
    """What is wrong with the answer for a page that is not there, '' for nothing."""
    status, headers, body = answer
    if status != 404 or body != (site / "404.html").read_bytes():
        return f"{status}, or another page"
    if "cache-control" in headers:
        return "it may be kept"
    return "" if "frame-ancestors 'none'" in headers.get("content-security-policy", "") else "it may be framed"


def wrong(path: str, answer: Answer) -> str:
    """What an answer lacks of the table, '' for nothing."""
    status, found, _ = answer
    if status != 200:
        return f"/{path}: {status}"
    told = hosting.headers(path).items()
    missed = [f"{name} is {found.get(name.lower())}" for name, value in told if value != found.get(name.lower())]
    return f"/{path}: {', '.join(missed)}" if missed else ""


def unless(found: object, wanted: object) -> str:
    return "" if found == wanted else f"{found!r}, not {wanted!r}"[:200]


def ask(port: int, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()
