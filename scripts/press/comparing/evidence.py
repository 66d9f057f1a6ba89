"""What carries a claim's finding, before and after: the items of evidence, and the origins that they go back to."""

from collections.abc import Iterator

from press.comparing import names
from press.comparing.difference import Line, line, strong
from press.comparing.fields import changes, told
from press.graph import Publication
from press.graph.origins import Footing, direction, footing
from press.pages.part import standing
from press.pages.part.evidence import interest
from press.pages.part.phrases import counted, quoted, shortened
from press.records import Claim
from press.records.evidence import Evidence
from press.records.vocabulary import ABOUT_THE_WORLD


def items(before: Publication, after: Publication, old: Claim, new: Claim) -> Iterator[Line]:
    """The items that came, went or changed."""
    was = {each.id: each for each in old.evidence}
    now = {each.id: each for each in new.evidence}
    for name, item in now.items():
        if name not in was:
            yield line(strong("Evidence added:"), f" {_described(after, new, item)}", under=_shows(item))
    for name, item in was.items():
        if name not in now:
            yield line(strong("Evidence taken out:"), f" {_described(before, old, item)}")
    for name, item in now.items():
        if name in was:
            yield from _changed(before, after, (old, was[name]), (new, item))


def _changed(
    before: Publication, after: Publication, was: tuple[Claim, Evidence], now: tuple[Claim, Evidence]
) -> Iterator[Line]:
    found = [told(before, after, "evidence", each) for each in changes(was[1], now[1])]
    source, origin = (names.named(after, kind, getattr(now[1], kind)) for kind in ("source", "origin"))
    weighed = [weight(before, *was), weight(after, *now)]
    if weighed[0] != weighed[1]:
        found.append(line(strong(f"{origin}:"), f" {weighed[0]} → {weighed[1]}"))
    if found:
        yield line(strong("Evidence changed:"), f" {source}", under=tuple(found))


def _described(publication: Publication, claim: Claim, item: Evidence) -> str:
    """'Against the claim. The town archive: “…”. Its origin, “…”, counts (no known interest).'"""
    origin = publication.origins.get(item.origin)
    root = quoted(shortened(origin.what, 90)) if origin else quoted(item.origin)
    weighs = weight(publication, claim, item)
    root = f"Its origin, {root}, {weighs}." if "count" in weighs else f"Its origin: {root} {weighs}."
    return f"{item.bearing.label}. {names.named(publication, 'source', item.source)}. {root}"


def weight(publication: Publication, claim: Claim, item: Evidence) -> str:
    """'counts (no known interest)', 'does not count (a party, Russia)'; the interest alone where none is counted."""
    stake = publication.stake_of_item(item)
    if stake is None:
        return "(its interest cannot be read)"
    known = interest(stake)
    known = f"({known[:1].lower()}{known[1:]})"
    if claim.type not in ABOUT_THE_WORLD or item.bearing is not direction(claim):
        return known
    return f"{'counts' if stake.independent else 'does not count'} {known}"


def _shows(item: Evidence) -> tuple[Line, ...]:
    markers = type(item).model_fields["establishes"].metadata
    return (line(strong("What it shows:"), f" {shortened(names.plain(item.establishes, tuple(markers)), 240)}"),)


def counts(before: Publication, after: Publication, old: Claim, new: Claim) -> Iterator[Line]:
    """How many origins carry the finding, and whether it would outlive the strongest; nothing where both stayed."""
    stood, stands = footing(before, old), footing(after, new)
    was, now = _numbers(stood), _numbers(stands)
    if was != now:
        yield line(strong("Counted:"), f" {was} → {now}")
    if _by_count(old) and _by_count(new):
        yield from _carried(old, new, stood, stands)
        return
    told_before, told_now = standing.weight(before, old, stood), standing.weight(after, new, stands)
    if told_before != told_now:
        yield line(strong("What it rests on:"), under=(line(f"was: {told_before}"), line(f"now: {told_now}")))


def _numbers(stands: Footing) -> str:
    return f"{counted(stands.sources, 'source')} from {counted(stands.origins, 'origin')}"


def _by_count(claim: Claim) -> bool:
    """Whether law 2 asks for a number of origins."""
    return claim.type in ABOUT_THE_WORLD and direction(claim) is not None and not claim.undisputed


def _carried(old: Claim, new: Claim, stood: Footing, stands: Footing) -> Iterator[Line]:
    was, now = _fate(old, stood), _fate(new, stands)
    turned = direction(old) is not direction(new)
    if not turned and (stood.independent, was) == (stands.independent, now):
        return
    sides = [f" {each.label.lower()}" if turned and each else "" for each in (direction(old), direction(new))]
    carry = strong("Origins without a known interest that carry the finding:")
    yield line(carry, f" {stood.independent}{sides[0]} → {stands.independent}{sides[1]}")
    before = " (as before)" if was == now else f" (before: {was})"
    yield line(strong("What it leans on most:"), f" {now}{before}.")


def _fate(claim: Claim, stands: Footing) -> str:
    if stands.strongest is None:
        return "no single origin"
    named = quoted(shortened(stands.strongest.origin.what, 90))
    return f"{named}; without it, {standing.without_strongest(claim, stands)}"
