"""The open data: every record as JSON, its schemas, tables of all claims and their evidence, and an index of these."""

from collections.abc import Iterator

from press.exports.data import index, package, schemas, tables
from press.exports.data.desk import Desk
from press.exports.data.documents import filed
from press.graph import Publication
from press.leaves import File, Site


def files(publication: Publication, site: Site) -> Iterator[File]:
    """All files of the data; they are whole without an address of the site, and then hold no whole ones."""
    desk = Desk(publication, site)
    records = tuple(filed(desk))
    made = tuple(tables.files(desk))
    others = (*(file for _, file in made), package.made(desk, made), *schemas.files(site))
    yield from (each.file for each in records)
    yield from others
    yield index.made(desk, records, others)
