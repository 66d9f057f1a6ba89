"""A feed and its entries: one claim with what was found, or one correction. No assertion stands without its finding."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from press import addresses, prose
from press.graph import Publication
from press.graph.lasting import former_slugs
from press.leaves import Site
from press.pages.part.appearances import who
from press.pages.part.changes import Change, changes
from press.pages.part.citing import finding
from press.pages.part.phrases import day, newest, quoted
from press.records import Claim, Correction, Record
from press.records.life import Withdrawn
from press.records.vocabulary import Vocabulary

Named = Callable[[str, str], str]
"""Kind and slug -> the id that an entry keeps for ever."""

_ROOTED = f'<a href="{prose.ROOT}'


@dataclass(frozen=True, slots=True)
class Category:
    """A word of a vocabulary; `scheme` is the whole address where that vocabulary is defined."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `summary` is plain text, `content` safe HTML with whole addresses, dates are ISO dates."""

    id: str
    title: str
    url: str
    published: str
    updated: str
    summary: str
    content: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed; `name` is that of its address, `page` the whole address of the page that it follows.

    `updated` is the ISO date of its newest entry.
    """

    id: str
    title: str
    about: str
    name: str
    page: str
    updated: str
    entries: tuple[Entry, ...]


def of_claims(publication: Publication, site: Site, named: Named) -> Mapping[str, Entry]:
    """Every claim by its slug: the finding, then the assertion, then the short answer."""
    return {claim.slug: _of_claim(publication, claim, site, named) for claim in publication.claims.values()}


def of_corrections(publication: Publication, site: Site, named: Named) -> Mapping[str, Entry]:
    """Every correction by its slug: what changed, what stood before, what stands now, and why."""
    found = changes(publication, publication.corrections)
    return {each.id: _of_change(publication, each, site, named(Correction.KIND, each.id)) for each in found}


def of_withdrawn(kind: str, slug: str, gone: Withdrawn, site: Site, named: Named) -> Entry:
    """What became of a case or a lesson that we took back."""
    url = site.whole(addresses.page(kind, slug))
    return Entry(
        id=named("withdrawal", f"{kind}:{slug}"),
        title=f"Withdrawn: a {kind}",
        url=url,
        published=gone.on,
        updated=gone.on,
        summary=gone.why,
        content=f'<p>{escape(gone.why)}</p>\n<p><a href="{escape(url)}">What stood here</a></p>',
        categories=(),
    )


def first_slug(publication: Publication, record: Record) -> str:
    """The slug under which a record was first published: ids are drawn from it, and it never changes."""
    former = {(publication.gone[record.KIND, slug].on, slug) for slug in former_slugs(publication, record)}
    return min(former)[1] if former else record.slug


def _of_claim(publication: Publication, claim: Claim, site: Site, named: Named) -> Entry:
    found, url = finding(claim.so), site.whole(addresses.of(claim))
    changed = (each.on for each in publication.corrections_of(claim))
    content = (
        f"<p><strong>{escape(found)}</strong>. The finding holds for {day(claim.as_of)}.</p>\n"
        f"<p>{escape(who(publication, claim))}</p>\n<blockquote><p>{escape(claim.title)}</p></blockquote>\n"
        f"<p>{escape(claim.answer.short)}</p>\n"
        f'<p><a href="{escape(url)}">See the evidence</a> (version {publication.version(claim)})</p>'
    )
    return Entry(
        id=named(claim.KIND, first_slug(publication, claim)),
        title=f"{found}: {quoted(claim.title)}",
        url=url,
        published=claim.published_on,
        updated=newest((claim.as_of, claim.published_on, *changed)),
        summary=f"{found}. {claim.answer.short}",
        content=content,
        categories=(category(site, claim.so.finding), category(site, claim.type)),
    )


def _of_change(publication: Publication, change: Change, site: Site, own: str) -> Entry:
    parts = (("What stood before", change.before), ("What stands now", change.after), ("Why", change.why))
    record = f'<a href="{escape(site.whole(change.record.address))}">{escape(change.record.label)}</a>'
    content = f"<p>{escape(change.what)}</p>\n<p>Corrects: {record}</p>\n" + "\n".join(
        f"<h3>{heading}</h3>\n{whole_prose(publication, text, site)}" for heading, text in parts
    )
    return Entry(
        id=own,
        title=f"Corrected ({change.kind.label.lower()}): {change.record.label}",
        url=site.whole(change.address),
        published=change.on,
        updated=change.on,
        summary=change.what,
        content=content,
        categories=(category(site, change.kind),),
    )


def category(site: Site, word: Vocabulary) -> Category:
    """A word of a vocabulary as feeds have it."""
    return Category(word.value, word.label, site.whole(addresses.vocabulary(word.NAME)))


def whole_prose(publication: Publication, text: str, site: Site) -> str:
    """Safe HTML whose links to records are whole; a '<' of the text itself is escaped, so only links are met."""
    made = prose.html(text, lambda kind, slug: addresses.of(publication.records[(kind, slug)]))
    return made.replace(_ROOTED, f'<a href="{escape(site.whole(""))}')
