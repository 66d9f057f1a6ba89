"""Records -> one `Publication`: references proved, backlinks, counts by origin."""

from dataclasses import replace

from press.graph.publication import Publication
from press.graph.references import unproved
from press.load import Loaded
from press.problems import Problem
from press.records.vocabulary import Status

__all__ = ["Publication", "assemble", "without_drafts"]


def assemble(loaded: Loaded) -> tuple[Publication, list[Problem]]:
    """The publication of all records that can be used, drafts included, and the faults of their references."""
    publication = Publication(
        loaded.records, loaded.gone, loaded.documents, frozenset(loaded.unfit), loaded.kept, loaded.links
    )
    return publication, list(unproved(publication))


def without_drafts(publication: Publication) -> Publication:
    """The publication as readers get it."""
    public = {key: record for key, record in publication.records.items() if record.status is not Status.DRAFT}
    return replace(publication, records=public)
