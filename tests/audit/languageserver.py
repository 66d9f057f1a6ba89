"""An editor without a window: it opens files in a language server and asks what the server would show a writer."""

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60  # seconds; a slow machine reads a schema for a while


class Editor:
    """Talks to one server over its standard input and output, with the settings that the project gives to editors."""

    def __init__(self, command: Sequence[str], root: Path, settings: Mapping[str, Any]) -> None:
        self.root, self.settings = root, settings
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._arrived: queue.Queue[dict[str, Any] | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._sent = 0

    def __enter__(self) -> Self:
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        snippets = {"completionItem": {"snippetSupport": False}}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": snippets, "hover": {"contentFormat": ["markdown"]}},
        }
        told = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": able}
        self.ask("initialize", told)
        self.tell("initialized", {})
        self._await(lambda came: came.get("method") == "workspace/configuration" or None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(timeout=20)

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Opens a file of the project, there or not, as if it held that text; returns what is marked in it.

        A file is opened once, so that its first marks are those of this text.
        """
        uri = (self.root / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self._await(lambda came: marks(came, uri))

    def completions(self, path: str, line: int, column: int) -> list[str]:
        """The words offered at a place, from 0."""
        offered = self.ask("textDocument/completion", self._place(path, line, column))
        return [each["label"] for each in (offered or {}).get("items", [])]

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown when the pointer rests at a place, from 0."""
        shown = self.ask("textDocument/hover", self._place(path, line, column)) or {"contents": ""}
        return shown["contents"]["value"] if isinstance(shown["contents"], dict) else str(shown["contents"])

    def ask(self, method: str, parameters: Mapping[str, Any]) -> Any:
        self._sent += 1
        number = self._sent
        self._send({"id": number, "method": method, "params": parameters})
        answer = self._await(lambda came: came if came.get("id") == number and "method" not in came else None)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _place(self, path: str, line: int, column: int) -> dict[str, Any]:
        uri = (self.root / path).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _await(self, wanted: Any) -> Any:
        """What `wanted` makes of the first message that it takes; the server's own questions are answered meanwhile."""
        while True:
            came = self._arrived.get(timeout=PATIENCE)
            if came is None:
                raise RuntimeError("the language server has ended")
            if "id" in came and "method" in came:
                self._send({"id": came["id"], "result": self._answer(came)})
            if (found := wanted(came)) is not None:
                return found

    def _answer(self, question: dict[str, Any]) -> Any:
        if question["method"] != "workspace/configuration":
            return None
        told = nested(self.settings)
        return [told.get(each.get("section")) for each in question["params"]["items"]]

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> None:
        while head := self._server.stdout.readline():
            while (line := self._server.stdout.readline()).strip():
                head += line
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            self._arrived.put(json.loads(self._server.stdout.read(length)))
        self._arrived.put(None)


def marks(came: Mapping[str, Any], uri: str) -> list[dict[str, Any]] | None:
    """What a message marks in that file; None for any other message."""
    is_it = came.get("method") == "textDocument/publishDiagnostics" and came["params"]["uri"] == uri
    return came["params"]["diagnostics"] if is_it else None


def nested(settings: Mapping[str, Any]) -> dict[str, Any]:
    """{'yaml.hover': True} -> {'yaml': {'hover': True}}, the form in which editors hand settings on."""
    made: dict[str, Any] = {}
    for name, value in settings.items():
        *sections, last = name.split(".")
        inner = made
        for section in sections:
            inner = inner.setdefault(section, {})
        inner[last] = value
    return made
