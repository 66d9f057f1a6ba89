"""The pages that read differently: printed for both states, as the site would, and set side by side."""

from collections.abc import Iterable, Iterator, Mapping

from press import addresses
from press.comparing.difference import Entry, Group, Touched
from press.comparing.planned import Planned, Slots, planned
from press.graph import Publication, without_drafts
from press.graph.backlinks import backlinks
from press.graph.lasting import public
from press.problems import Unfit
from press.records import Claim, Record, Term

_ORDER = ("cases", "claims", "lessons", "stories", "comparisons", "sources", "voices", "techniques")
_NAMES = {
    "embed": "cards on other sites",
    "terms": "terms",
    "explore": "explore",
    "corrections": "corrections",
}


def touched(before: Publication, after: Publication, entries: Iterable[Entry], handwritten: Slots) -> Touched:
    """Every page that differs, by sort; where faults keep pages from being planned, those that name what differs."""
    found = tuple(entries)
    if all(each.draft for each in found) and before.links == after.links:
        return Touched(())
    try:
        was, now = (planned(without_drafts(each), handwritten) for each in (before, after))
        every_page = any(each.kind == Term.KIND for each in found)  # a term is shown wherever a page uses the word
        differs = {path: _state(path, was, now) for path in was.differing(now, every_page=every_page)}
    except (AttributeError, LookupError, TypeError, ValueError, Unfit):
        return Touched(_grouped(_named(before, after, found), found), whole=False)
    return Touched(_grouped(differs, found))


def _state(path: str, was: Planned, now: Planned) -> str:
    return "new" if path not in was.views else "gone" if path not in now.views else ""


def _named(before: Publication, after: Publication, entries: Iterable[Entry]) -> dict[str, str]:
    """The pages of the records themselves and of those that name them, through what has no page of its own."""
    own = {(each.kind, each.slug) for each in entries if not each.draft}
    found: dict[str, str] = {}
    for publication in (before, after):
        links = backlinks(publication)
        waiting = [publication.records[key] for key in own if key in publication.records]
        seen = set()
        while waiting:
            record = waiting.pop()
            if record.ref in seen or not public(record):
                continue
            seen.add(record.ref)
            pages = tuple(_pages(record))
            found.update(dict.fromkeys(pages, ""))
            if record.ref in own or not pages:
                waiting += links.of(record)
    return found


def _pages(record: Record) -> Iterator[str]:
    """The pages that show a record itself."""
    try:
        address = addresses.stands(record)
    except AttributeError:  # an omission with faults names no case
        return
    if address:
        yield address.partition("#")[0]
    if isinstance(record, Claim):
        yield addresses.whole_file(record.slug)
        yield addresses.EXPLORE
        yield from (addresses.page("case", each.case) for each in getattr(record, "appearances", ()) if each)


def _grouped(differs: Mapping[str, str], entries: Iterable[Entry]) -> tuple[Group, ...]:
    """By sort in the site's order; the pages of the records that differ come first."""
    own = [each.address.partition("#")[0] for each in entries if each.address]
    groups: dict[str, list[str]] = {}
    for path in sorted(differs, key=lambda path: (not any(path.startswith(each) for each in own if each), path)):
        shelf = path.partition("/")[0]
        groups.setdefault(shelf if shelf in (*_ORDER, *_NAMES) else "", []).append(path)
    order = [*_ORDER, *_NAMES, ""]
    return tuple(
        Group(_NAMES.get(shelf) or shelf or "other pages", tuple((path, differs[path]) for path in groups[shelf]))
        for shelf in order
        if shelf in groups
    )
