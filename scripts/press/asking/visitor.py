"""A polite visitor: asks robots.txt first, one request at a time at each host, with a pause before the next."""

import ipaddress
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from press.asking.client import Answer, Client, Cut, NoAnswer
from press.asking.found import NOTHING, Found, found
from press.records.vocabulary import LinkState

_HOPS = 5
_LONGEST_WAIT = 120.0  # seconds; who asks for more is asked next week
_LONGEST_PAUSE = 30.0
_ROBOTS_BYTES = 500_000
# Statuses that many servers give to HEAD for a page that they give to GET.
_ASK_WITH_GET = frozenset({400, 403, 404, 405, 406, 500, 501})
_NO_HOST_OF_THE_WEB = re.compile(r"(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$")


def is_public(host: str) -> bool:
    """Whether a host is one of the web: no address or name of a machine or network at home."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return bool(re.search(r"\.[a-z][a-z0-9-]*\.?$", host)) and not _NO_HOST_OF_THE_WEB.search(host)


class Visitor:
    """Looks at addresses for one agent; may be used by several threads.

    `pause` is how many seconds lie between two requests to a host; `may` says which hosts may be asked at all.
    """

    def __init__(
        self,
        client: Client,
        token: str,
        *,
        pause: float = 2.0,
        may: Callable[[str], bool] = is_public,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client, self._token, self._pause, self._may, self._sleep = client, token, pause, may, sleep
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._last: dict[str, float] = {}  # when each host was last asked
        self._pauses: dict[str, float] = {}  # where a host wants a longer one
        self._rules: dict[str, Protego | None] = {}
        self._table = Lock()

    def look(self, url: str) -> Found:
        """What the address answers, wherever it leads; never raises."""
        here = url
        try:
            for _ in range(_HOPS + 1):
                if not self._may(_host(here)):
                    return NOTHING
                rules = self._robots(here)
                if rules is None:
                    return NOTHING
                if not rules.can_fetch(here, self._token):
                    return Found(LinkState.REFUSES)
                answer = self._answer(here)
                if not answer.location:
                    return found(url, here, answer)
                here = answer.location
        except NoAnswer:
            pass
        return NOTHING

    def _answer(self, url: str) -> Answer:
        try:
            answer = self._ask("HEAD", url)
        except Cut:
            return self._ask("GET", url)
        return self._ask("GET", url) if answer.status in _ASK_WITH_GET else answer

    def _ask(self, method: str, url: str, limit: int = 0) -> Answer:
        with self._turn(_host(url)):
            answer = self._client.ask(method, url, limit)
            if answer.status in (429, 503) and 0 < answer.wait <= _LONGEST_WAIT:
                self._sleep(answer.wait)
                answer = self._client.ask(method, url, limit)
            return answer

    def _robots(self, url: str) -> Protego | None:
        """What the host says of programs (RFC 9309); None where it cannot be known, so that nothing may be asked."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = rules = self._read_robots(f"{site}/robots.txt")
            wanted = (rules.crawl_delay(self._token) if rules else None) or 0.0
            self._pauses[_host(url)] = max(self._pause, min(wanted, _LONGEST_PAUSE))
        return self._rules[site]

    def _read_robots(self, here: str) -> Protego | None:
        for _ in range(_HOPS + 1):
            if not self._may(_host(here)):
                return None
            answer = self._ask("GET", here, _ROBOTS_BYTES)
            if not answer.location:
                break
            here = answer.location
        if answer.location or answer.status >= 500:
            return None
        return Protego.parse(answer.body.decode(errors="replace") if answer.status < 300 else "")

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Waits until nobody else asks the host and the pause is over."""
        with self._table:
            turn = self._turns[host]
        with turn:
            if host in self._last:
                over = self._last[host] + self._pauses.get(host, self._pause)
                self._sleep(max(0.0, over - time.monotonic()))
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


def _host(url: str) -> str:
    """The host of an address that may be asked, in small letters; raises NoAnswer for any other."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise NoAnswer(f"no address of the web: {url}")
        return parts.hostname
    except ValueError:
        raise NoAnswer(f"no address at all: {url}") from None
