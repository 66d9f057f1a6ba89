"""A host that tests ask, on this machine alone: each path answers as it was told to."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = tuple[int, Mapping[str, str]] | tuple[int, Mapping[str, str], bytes] | Callable[[socket.socket], None]
"""Status, headers and text; or what is done with the connection instead of an answer."""


@dataclass
class Host:
    """Its address, what it answers by method and path, and what it was asked, in order."""

    address: str
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def answer(self, method: str, path: str) -> Answer:
        """What was set for 'GET /x', else for '/x', else 'not there'; of a list, one after the other."""
        self.asked.append(f"{method} {path}")
        for name in (f"{method} {path}", path):
            if name in self.answers:
                told = self.answers[name]
                return (told.pop(0) if len(told) > 1 else told[0]) if isinstance(told, list) else told
        return 404, {}


@contextmanager
def host() -> Iterator[Host]:
    """A host at a free port of the loopback address, which is gone afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.agents.add(self.headers["User-Agent"])
            told = made.answer(self.command, self.path)
            if callable(told):
                told(self.connection)
                self.close_connection = True
                return
            status, headers, *text = told
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text[0]) if text else 0))
            self.end_headers()
            if text and self.command == "GET":
                self.wfile.write(text[0])

        do_HEAD = do_GET  # noqa: N815 (a name that http.server looks for)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        made = Host(f"http://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        server.shutdown()
