"""A built site under a sub-path of a loopback server, as a host of project pages serves it."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

Made = TypeVar("Made", bound=ThreadingHTTPServer)

PREFIX = "/some/path/"
TEXTS = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


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


class _Counted:
    """A stream that is written to, and how many bytes were."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self.stream, self.count = stream, 0

    def write(self, data: bytes) -> int:
        self.count += len(data)
        return self.stream.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class _Compressing(_Handler):
    """Compresses text on the way, as hosts do, and keeps what each answer weighed, its head included."""

    path = ""

    def setup(self) -> None:
        super().setup()
        self.wfile: Any = _Counted(self.wfile)

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path.partition("?")[0]))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        kind, data = self.guess_type(file), file.read_bytes()
        packed = kind.startswith(TEXTS) and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            data = gzip.compress(data, compresslevel=6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def finish(self) -> None:
        if self.path:  # a browser opens connections ahead of need, and asks for nothing on some
            self.server.sent.append((self.path, self.wfile.count))
        super().finish()


class CompressingServer(ThreadingHTTPServer):
    """What it sent: the path of each request and the bytes of its answer, in the order in which the answers ended."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
        self.sent: list[tuple[str, int]] = []


@contextmanager
def server(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """A server of `folder` on a free port of the loopback address; `folder` may be filled later."""
    with _running(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))) as made:
        yield made


@contextmanager
def compressing_server(folder: Path) -> Iterator[CompressingServer]:
    """The same, with text compressed and every byte counted."""
    with _running(CompressingServer(folder)) as made:
        yield made


@contextmanager
def _running(made: Made) -> Iterator[Made]:
    Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()


def address(of: ThreadingHTTPServer) -> str:
    """The served site's address, with the sub-path and a slash at its end."""
    return f"http://127.0.0.1:{of.server_port}{PREFIX}"
