"""What is told of a record that is new, in short."""

from collections.abc import Iterator

from press.comparing import claims, names
from press.comparing.difference import Line, line, strong
from press.graph import Publication
from press.pages.part.article import coverage
from press.pages.part.changes import changes as corrected
from press.pages.part.evidence import interest
from press.pages.part.phrases import capital, counted, day, moment, quoted, shortened
from press.prose import plain
from press.records import Case, Claim, Correction, Item, Origin, Record, Source
from press.records.base import Own
from press.records.places import places


def added(after: Publication, record: Record) -> Iterator[Line]:
    """What a record says that was not there before."""
    match record:
        case Claim():
            yield from claims.new(after, record)
        case Case():
            yield from _case(after, record)
        case Origin():
            yield from _origin(after, record)
        case Correction():
            yield from _correction(after, record)
        case Source():
            read = f"{record.access.how.label}, {day(record.access.on)}"
            yield line(f"{record.kind.label}, {moment(record.published)}. {read}.")
            yield from _users(after, record)
        case Item():
            yield line(f"{record.kind.label}.")
        case _:
            yield from _first_words(record)


def _case(after: Publication, case: Case) -> Iterator[Line]:
    article = case.article
    outlet = after.voices.get(article.outlet)
    name = outlet.name if outlet else quoted(article.outlet)
    yield line(strong("The article:"), f" {name}, {moment(article.published)}; {counted(article.words, 'word')}.")
    yield line(strong("What it is about:"), f" {shortened(plain(case.summary), 320)}")
    covered = coverage(case.paragraphs)
    kinds = capital("; ".join(f"{kind.label.lower()}: {number}" for kind, number in covered.kinds))
    yield line(strong("The article map:"), f" {counted(covered.sentences, 'sentence')}. {kinds}.")


def _origin(after: Publication, origin: Origin) -> Iterator[Line]:
    voice = after.voices.get(origin.voice or "")
    whose = f", of {voice.name}" if voice else ""
    yield line(strong("Kind of origin:"), f" {origin.kind.label}{whose}.")
    stake = after.stake_of_origin(origin)
    if stake:  # else its voice cannot be read, and that is told
        yield line(strong("Interest in the matter:"), f" {interest(stake)}. {shortened(stake.basis, 200)}")
    if origin.about:
        yield line(strong("What it is:"), f" {shortened(plain(origin.about), 200)}")


def _correction(after: Publication, correction: Correction) -> Iterator[Line]:
    kind, _, slug = correction.corrects.partition(":")
    yield line(strong(f"{correction.kind.label}:"), f" {names.named(after, kind, slug)}")
    (change,) = corrected(after, (correction,))
    if change.touches:
        shown = [shortened(each.label, 90) for each in change.touches[:6]]
        more = len(change.touches) - len(shown)
        yield line(strong("It touches:"), f" {'; '.join(shown)}{f'; and {more} more' if more else ''}")


def _users(after: Publication, source: Source) -> Iterator[Line]:
    used = [each for each in after.claims.values() if any(item.source == source.slug for item in each.evidence)]
    for claim in used[:4]:
        yield line(strong("Evidence for:"), f" {names.named(after, Claim.KIND, claim.slug)}")
    if len(used) > 4:
        yield line(f"and for {len(used) - 4} more claims")


def _first_words(record: Record) -> Iterator[Line]:
    """What it is, in its first own words of some length, unless its name says it."""
    for place in places(record):
        if place.marker(Own) and place.loc[0] not in ("name", "title", "missing", "what", "asks", "role"):
            shown = shortened(names.plain(place.value, place.markers), 200)
            yield line(strong(f"{names.field(record.KIND, (str(place.loc[0]),))}:"), f" {capital(shown)}")
            return
