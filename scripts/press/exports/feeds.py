"""What readers follow: all claims, all corrections, each case, all lessons and each, as Atom 1.0 and JSON Feed 1.1.

A feed needs whole addresses, so a site without an address has none. Its ids are no addresses: each is a UUID drawn
from the record's kind and first slug, so it stays when the site moves to another host or is copied to a mirror, and
when a record is renamed. Every date is one that a record gives, so an entry changes only with its record.

Sources: RFC 4287, sections 4.2.6 (an id never changes) and 4.2.15 (what `updated` means); RFC 9562, section 5.5.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from uuid import UUID, uuid5

from press import addresses
from press.exports import atom, entries, jsonfeed, teaching
from press.exports.entries import Entry, Feed
from press.graph import Publication
from press.leaves import File, Site
from press.pages.case import corrections_of
from press.pages.part.following import feed_name, feed_title, lesson_feed_name
from press.records import Case, Lesson
from press.records.life import Withdrawn

MOST = 50
"""As many entries as a feed holds; what is older stays on the site and in its data."""

FORMS: Mapping[str, Callable[[Feed, str, str], bytes]] = {"xml": atom.document, "json": jsonfeed.document}
"""What writes a feed, given its own address and its icon's, by the ending of the address."""

_NAMES = UUID("124be70a-dc18-494e-a8e2-6fb5a486287c")  # drawn once by chance; with another, every entry would be new
_ICON = "assets/favicon.svg"
# The kinds whose records have a feed each, and what it is called.
_NAMED: Mapping[str, Callable[[str], str]] = {Case.KIND: feed_name, Lesson.KIND: lesson_feed_name}
_NEVER = "1970-01-01"  # a feed has to say when it changed, even one that has nothing to tell yet


def files(publication: Publication, site: Site) -> Iterator[File]:
    """Two files a feed."""
    if site.url:
        for feed in _feeds(publication, site):
            for form, write in FORMS.items():
                path = addresses.feed(feed.name, form)
                yield File(path, write(feed, site.whole(path), site.whole(_ICON)))


def _feeds(publication: Publication, site: Site) -> Iterator[Feed]:
    claims = entries.of_claims(publication, site, _id)
    corrections = entries.of_corrections(publication, site, _id)
    begun = min((claim.published_on for claim in publication.claims.values()), default=_NEVER)

    def feed(name: str, of: str, about: str, page: str, found: Iterable[Entry], first: str = "") -> Feed:
        newest = _newest_first(found)
        updated = newest[0].updated if newest else begun
        return Feed(_id("feed", first or name), feed_title(of), about, name, site.whole(page), updated, newest)

    def followed(record: Case | Lesson, about: str, found: Iterable[Entry]) -> Feed:
        name, first = _NAMED[record.KIND], entries.first_slug(publication, record)
        return feed(name(record.slug), record.title, about, addresses.of(record), found, name(first))

    about = "Every assertion that we examined, with what was found; it comes back when we looked at it again."
    yield feed("claims", "claims", about, addresses.CLAIMS, claims.values())
    about = "Every change of a fact, a finding or its evidence: what stood before, what stands now, and why."
    yield feed("corrections", "corrections", about, addresses.CORRECTIONS, corrections.values())
    for case in publication.cases.values():
        own = [claims[claim.slug] for claim in publication.claims_of(case)]
        own += [corrections[each.slug] for each in corrections_of(publication, case)]
        about = f"{case.title}: the assertions of the article with what was found, and what was corrected since."
        yield followed(case, about, own)
    lessons = teaching.of_lessons(publication, site, _id)
    about = "Every lesson, and every change of a finding that one of them teaches."
    once = {each.id: each for own in lessons.values() for each in own}
    yield feed("lessons", "lessons", about, addresses.LESSONS, once.values())
    for slug, own in lessons.items():
        lesson = publication.lessons[slug]
        about = f"The lesson “{lesson.title}”: every change of a finding that it teaches."
        yield followed(lesson, about, own)
    for (kind, slug), gone in sorted(publication.gone.items()):
        if kind in _NAMED and isinstance(gone, Withdrawn):
            told = entries.of_withdrawn(kind, slug, gone, site, _id)
            page = addresses.page(kind, slug)
            yield feed(_NAMED[kind](slug), f"a {kind} that was withdrawn", gone.why, page, [told])


def _newest_first(found: Iterable[Entry]) -> tuple[Entry, ...]:
    named = sorted(found, key=lambda entry: entry.url)
    return tuple(sorted(named, key=lambda entry: (entry.updated, entry.published), reverse=True)[:MOST])


def _id(kind: str, name: str) -> str:
    return uuid5(_NAMES, f"{kind}:{name}").urn
