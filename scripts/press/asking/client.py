"""One request and what came back of it: the only place that talks with the network."""

from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

_TYPES = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


class NoAnswer(Exception):
    """Nothing usable came back: no such host, no connection, no trust in it, too slow, or no HTTP."""


class Cut(NoAnswer):
    """The host ended the connection in the middle; it may bear another method."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and of the headers what is needed; `location` is whole, '' where the answer leads nowhere.

    `wait` is how many seconds the host asks to wait, 0 where it does not. `modified_on` is an ISO date or ''.
    """

    status: int
    location: str
    wait: float
    modified_on: str
    body: bytes


class Client:
    """Asks one address at a time, follows nothing, tries nothing twice, and keeps no cookie."""

    def __init__(self, agent: str, *, connect: float = 10, read: float = 20) -> None:
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": agent, "Accept": _TYPES, "Connection": "close"},
            timeout=urllib3.Timeout(connect=connect, read=read),
            retries=False,
        )

    def ask(self, method: str, url: str, limit: int = 0) -> Answer:
        """The answer, with as much of its text as `limit` says; raises NoAnswer."""
        try:
            response = self._pool.request(method, url, redirect=False, preload_content=False)
            try:
                body = response.read(limit) if limit else b""
            finally:
                response.close()
            return Answer(
                status=response.status,
                location=_whole(url, response.get_redirect_location() or ""),
                wait=_seconds(response.headers.get("Retry-After", "")),
                modified_on=_day(response.headers.get("Last-Modified", "")),
                body=body,
            )
        except urllib3.exceptions.ProtocolError as error:
            raise Cut(str(error)) from None
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise NoAnswer(str(error)) from None


def _whole(url: str, location: str) -> str:
    """Where an answer leads, as a whole address with everything odd percent-encoded; raises ValueError."""
    letters = location.strip().encode("latin-1", "replace").decode(errors="replace")  # headers come as latin-1
    return urllib3.util.parse_url(urljoin(url, letters)).url if letters else ""


def _seconds(header: str) -> float:
    try:
        return urllib3.Retry().parse_retry_after(header) if header else 0
    except (HTTPError, ValueError, OverflowError):
        return 0


def _day(header: str) -> str:
    """'Tue, 09 Jul 2024 10:00:00 GMT' -> '2024-07-09'; '' for what is no date."""
    try:
        return parsedate_to_datetime(header).date().isoformat() if header else ""
    except (ValueError, OverflowError):
        return ""
