"""What an answer means for a reader who would follow the link."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from press.asking.client import Answer
from press.records.vocabulary import LinkState

_MISSING = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 407, 429, 451})


@dataclass(frozen=True, slots=True)
class Found:
    """A state, the address that answered in the place of the one that was asked, and a day of change; else ''."""

    state: LinkState
    to: str = ""
    modified_on: str = ""


NOTHING = Found(LinkState.UNREACHABLE)


def found(asked: str, answered: str, answer: Answer) -> Found:
    """What the last answer of a chain means; `answered` is the address that gave it."""
    if answer.status in _MISSING:
        return Found(LinkState.GONE)
    if answer.status in _REFUSED:
        return Found(LinkState.REFUSES)
    if not 200 <= answer.status < 300:
        return NOTHING
    if not same(asked, answered):
        return Found(LinkState.REDIRECTED, to=answered)
    return Found(LinkState.OK, modified_on=answer.modified_on)


def same(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but what no reader minds: http or https, www, a last slash."""
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)
