"""Techniques and terms for machines: each a `DefinedTerm` in the set that its page of all is.

Sources: https://schema.org/DefinedTerm, https://schema.org/DefinedTermSet
"""

from collections.abc import Iterable

from press import addresses
from press.leaves import Site
from press.pages.part.linked import Thing
from press.prose import plain
from press.records import Technique, Term


def technique_data(technique: Technique, site: Site) -> tuple[Thing, ...]:
    """What a technique's own page says of it; nothing on a site without an address."""
    if not site.url:
        return ()
    whole = {"description": plain(technique.definition), "inDefinedTermSet": site.whole(addresses.TECHNIQUES)}
    return ({**_term(technique, site), **whole},)


def term_set(name: str, path: str, records: Iterable[Technique | Term], site: Site) -> tuple[Thing, ...]:
    """All techniques, or all terms, as the page at `path` lists and explains them; nothing without an address."""
    if not site.url:
        return ()
    terms = [_term(record, site) for record in records]
    return ({"@type": "DefinedTermSet", "name": name, "url": site.whole(path), "hasDefinedTerm": terms},)


def _term(record: Technique | Term, site: Site) -> Thing:
    also = {"alternateName": list(record.also)} if isinstance(record, Term) and record.also else {}
    return {
        "@type": "DefinedTerm",
        "name": record.name,
        **also,
        "termCode": record.slug,
        "url": site.whole(addresses.of(record)),
    }
