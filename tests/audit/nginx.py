"""nginx on the loopback address, with compression, over a folder of its own; it keeps what each answer weighed."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from audit import machine

PREFIX = "/some/path/"
CONFIGURATION = """
daemon off;
worker_processes 2;
pid FOLDER/pid;
error_log FOLDER/error.log warn;
events {}
http {
  include TYPES;
  default_type application/octet-stream;
  log_format weight '$bytes_sent $request_uri';
  access_log FOLDER/access.log weight;
  client_body_temp_path FOLDER/body;
  proxy_temp_path FOLDER/proxy;
  fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi;
  scgi_temp_path FOLDER/scgi;
  charset utf-8;
  charset_types text/css text/plain application/javascript application/json;
  gzip on;
  gzip_comp_level 6;
  gzip_types text/css text/plain text/xml application/javascript application/json image/svg+xml
    application/xml application/atom+xml application/rss+xml;
  server {
    listen 127.0.0.1:PORT;
    absolute_redirect off;
    error_page 404 PREFIX404.html;
    location PREFIX { alias SITE/; }
  }
}
"""


@dataclass(frozen=True)
class Server:
    """A running nginx: the address of the site, and its log."""

    address: str
    log: Path

    def sent(self) -> list[tuple[str, int]]:
        """The path of each request and the bytes of its answer, head included."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [(path, int(size)) for size, _, path in (line.partition(" ") for line in lines)]


def free_port() -> int:
    """A port of the loopback address that nobody has now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(site: Path, folder: Path, port: int) -> Iterator[Server]:
    """Serves `site`, which may be filled later, until the end; all that nginx writes is below `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.log"):
        old.unlink()
    types = "/etc/nginx/mime.types"
    values = {"FOLDER": str(folder), "SITE": str(site), "PORT": str(port), "PREFIX": PREFIX, "TYPES": types}
    text = re.sub("|".join(values), lambda match: values[match[0]], CONFIGURATION)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    program = str(machine.NGINX.path())
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    running = subprocess.Popen(command)
    try:
        wait_for(port, running)
        yield Server(f"http://127.0.0.1:{port}{PREFIX}", folder / "access.log")
    finally:
        running.terminate()
        running.wait(timeout=20)


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if running.poll() is None and probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise machine.Missing("nginx does not start; see build/audit/nginx/error.log")
