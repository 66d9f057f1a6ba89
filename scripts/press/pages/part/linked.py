"""Linked data: what pages say of themselves to machines, in the words of schema.org, as JSON-LD.

Every object names whole addresses, so there is none on a site that has no address. The words that it holds are those
that the page shows. Source: https://schema.org/docs/datamodel.html
"""

from collections.abc import Mapping
from typing import Any

from press.leaves import Site
from press.pages.part.citing import PUBLICATION
from press.records import Voice
from press.records.base import Moment
from press.records.vocabulary import Precision

Thing = Mapping[str, Any]
"""One object of schema.org, without its `@context`."""

SCHEMA = "https://schema.org"
"""The context of every object."""


def publisher(site: Site) -> Thing:
    """The publication, as author of what it says; no person signs a finding."""
    return {"@type": "Organization", "name": PUBLICATION, "url": site.url}


def speaker(voice: Voice) -> Thing:
    """A voice; where its record does not say whether it is a person, the object has no type and nothing is guessed."""
    kinds = {True: "Person", False: "Organization"}
    kind = {"@type": kinds[voice.person]} if voice.person is not None else {}
    same = {"sameAs": list(voice.same_as)} if voice.same_as else {}
    return {**kind, "name": voice.name, **same}


def date(when: Moment) -> str:
    """A point in time as ISO 8601 has it, no more exact than it is known; '' where nothing is known.

    An hour is given only where it is exact and its zone is known, for a time without a zone is somebody else's.
    """
    if when.on == "unknown":
        return ""
    if when.clock is None or when.zone == "unknown" or when.precision is not Precision.EXACT:
        return when.on
    return f"{when.on}T{when.clock}:00{'Z' if when.zone == 'UTC' else when.zone}"


def breadcrumbs(site: Site, *steps: tuple[str, str], here: str) -> tuple[Thing, ...]:
    """The way from the front page over `steps`, each a name and a path, to the page that is called `here`.

    The last step needs no address: it is the page itself.
    Source: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    """
    if not site.url:
        return ()
    way = ((PUBLICATION, ""), *steps)
    items = [{"name": name, "item": site.whole(path)} for name, path in way]
    listed = [{"@type": "ListItem", "position": at, **item} for at, item in enumerate([*items, {"name": here}], 1)]
    return ({"@type": "BreadcrumbList", "itemListElement": listed},)
