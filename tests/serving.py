"""A built site under a sub-path of a loopback server, as a host of project pages serves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PREFIX = "/some/path/"


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX; whatever is missing gets the site's own 404 page."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "no such file"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
        """Silence: the tests say what went wrong."""


@contextmanager
def server(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """A server of `folder` on a free port of the loopback address; `folder` may be filled later."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()


def address(of: ThreadingHTTPServer) -> str:
    """The served site's address, with the sub-path and a slash at its end."""
    return f"http://127.0.0.1:{of.server_port}{PREFIX}"
