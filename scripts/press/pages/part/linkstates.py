"""What is told of a source's link: when a program last asked for it, and what it got."""

from urllib.parse import urlsplit

from press.graph import Publication
from press.graph.linkstates import Looked, link
from press.pages.part.phrases import day
from press.records import Source
from press.records.vocabulary import LinkState


def link_note(publication: Publication, source: Source) -> str:
    """'Last looked at by a program on 30 November 2026: it answered.'; '' while none did."""
    looked = link(publication, source)
    return f"Last looked at by a program on {day(looked.on)}: {_answer(looked)}." if looked else ""


def _answer(looked: Looked) -> str:
    match looked.state:
        case LinkState.OK:
            return "it answered"
        case LinkState.REDIRECTED:
            return f"it led to another address, at {urlsplit(looked.to).hostname}"
        case LinkState.CHANGED:
            return f"it answered, and its host said that it was changed on {day(looked.modified_on)}, after we read it"
        case LinkState.REFUSES:
            return "its host lets no programs look; a browser may open it"
        case LinkState.GONE:
            since = f", and has been since {day(looked.since)}" if looked.since != looked.on else ""
            return f"the page was gone{since}"
        case _:
            return "it did not answer; that may be for a while only"
