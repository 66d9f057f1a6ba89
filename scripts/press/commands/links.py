"""Ask every source's address once, politely, and write data/link-states.yml."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from press.asking import Client, Found, Visitor, ask_all
from press.commands.changes import scalar, sound, write
from press.commands.report import Refused, append, counted, day, today
from press.graph import without_drafts
from press.load import LINKS
from press.records import Source
from press.records.linkstates import Answered, LinkStates
from press.records.vocabulary import LinkState

TOKEN = "ClaimByClaimLinks"  # noqa: S105 (the name that a robots.txt may use)
_HEAD = """\
# What each source's address answered when a program last asked it; what is shown to readers comes from here.
# Written by `press links`; not to be edited by hand.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """What one may say to the command."""
    parser.add_argument("--on", type=day, metavar="DATE", help="the day of the round, YYYY-MM-DD (today)")
    parser.add_argument(
        "--minutes", type=minutes, default=60.0, help="when to stop; the rest keeps its old answer (60)"
    )
    parser.add_argument("--summary", type=Path, help="a Markdown file to add what was found to")


def minutes(text: str) -> float:
    """How many minutes were typed, up to a day; raises what argparse reports."""
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number <= 24 * 60:
        raise ArgumentTypeError(f"'{text}' is no time for a round; write its minutes, such as 60")
    return number


def run(given: Namespace) -> int:
    """Ask, write, and print what changed; a link that went away is no fault."""
    publication = without_drafts(sound(given.root))
    sources = publication.sources
    if not sources:
        raise Refused("there is no source to ask for")
    found = ask_all(visitor(), {slug: source.url for slug, source in sources.items()}, given.minutes * 60)
    if all(each.state is LinkState.UNREACHABLE for each in found.values()):
        raise Refused("not one address answered, so the fault is likely here; nothing was written")
    states = combined(publication.links, sources, found, given.on or today())
    write(given.root, {LINKS: written(states)})
    lines = list(told(publication.links, states, len(sources) - len(found)))
    print("\n".join(lines))
    if given.summary:
        append(given.summary, summary(lines))
    return 0


def visitor() -> Visitor:
    """One that says who asks, as who runs a site wants to know; raises Refused where that is not known."""
    who = os.environ.get("SITE_URL") or os.environ.get("REPOSITORY_URL")
    if not who:
        raise Refused("those who are asked want to know who asks: set SITE_URL, or REPOSITORY_URL")
    return Visitor(Client(f"{TOKEN}/1.0 (+{who}; asks each page that it cites once a week)"), TOKEN)


def combined(
    before: LinkStates | None, sources: Mapping[str, Source], found: Mapping[str, Found], on: str
) -> LinkStates:
    """The file after a round: the same answer keeps its first day, and what was not asked keeps what it had."""
    known = {each.source: each for each in before.sources} if before else {}
    answers = []
    for slug in sorted(sources):
        last = known.get(slug)
        if last is not None and last.url != sources[slug].url:
            last = None  # it told of another address
        if slug in found:
            answers.append(_answered(sources[slug], found[slug], last, on))
        elif last is not None and before is not None:
            answers.append(last.model_copy(update={"asked_on": last.asked_on or before.asked_on}))
    return LinkStates(asked_on=on, sources=tuple(answers))


def _answered(source: Source, found: Found, last: Answered | None, on: str) -> Answered:
    state, modified_on = found.state, None
    if state is LinkState.OK and source.access.on < found.modified_on < on:  # a page made for the asker is of today
        state, modified_on = LinkState.CHANGED, found.modified_on
    told = {"source": source.slug, "url": source.url, "state": state, "modified_on": modified_on, "since": on}
    try:
        now = Answered(**told, to=found.to or None)
    except ValueError:  # it led to what is no address for a reader
        now = Answered(**told | {"state": LinkState.UNREACHABLE})
    same = last is not None and last.model_copy(update={"since": on, "asked_on": None}) == now
    return now.model_copy(update={"since": last.since}) if last is not None and same else now


def written(states: LinkStates) -> str:
    """The file's text: the same answers always give the same bytes."""
    lines = [text for each in states.sources for text in _written(each)]
    return _HEAD + "\n".join([f"asked_on: '{states.asked_on}'", "sources:", *lines]) + "\n"


def _written(answer: Answered) -> Iterator[str]:
    yield f"- source: {scalar(answer.source)}"
    yield f"  url: {scalar(answer.url)}"
    yield f"  state: {answer.state}"
    if answer.to:
        yield f"  to: {scalar(answer.to)}"
    for field in ("modified_on", "since", "asked_on"):
        if getattr(answer, field):
            yield f"  {field}: '{getattr(answer, field)}'"


def told(before: LinkStates | None, after: LinkStates, late: int) -> Iterator[str]:
    """How many answered how, and then what is new, one line each."""
    counts = [(state, sum(each.state is state for each in after.sources)) for state in LinkState]
    yield ", ".join(f"{state}: {number}" for state, number in counts if number)
    if late:
        yield f"{counted(late, 'address was', 'addresses were')} not asked in time"
    known = {each.source: each.state for each in before.sources} if before else {}
    for each in after.sources:
        was = known.get(each.source)
        if was is not each.state and not (was is None and each.state is LinkState.OK):
            to = f", to {each.to}" if each.to else ""
            yield f"source:{each.source}: {was or 'not asked before'} -> {each.state}{to}"


def summary(lines: list[str]) -> str:
    """The same lines as Markdown."""
    first, *rest = lines
    # Addresses come from other people's servers: as code, they mean nothing in Markdown.
    items = [f"- `{line.replace('`', '')}`" for line in rest]
    return "\n".join(["## Links", "", first, "", *items]) + "\n"
