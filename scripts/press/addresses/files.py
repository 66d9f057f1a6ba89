"""Where the files stand that are no pages: data, feeds, cards, pictures."""

from press.addresses.pages import CASES, EMBED, LESSONS, page
from press.addresses.teaching import HANDOUTS, handout
from press.records import KINDS, Case, Claim, Lesson
from press.records.vocabulary import RouteKind

FEEDS = "feeds/"
PICTURES = "pictures/"
OFFLINE = "downloads/claim-by-claim-offline.zip"
DATA = "data/"
DATA_INDEX = f"{DATA}index.json"
DATA_PACKAGE = f"{DATA}datapackage.json"
REVIEWS = f"{DATA}claimreviews.json"

_FOLDERS: dict[str, str] = {kind.KIND: kind.FOLDER for kind in KINDS}


def embed(slug: str) -> str:
    """The card of a claim, which other sites show in a frame."""
    return f"{EMBED}{page(Claim.KIND, slug)}"


def oembed(slug: str) -> str:
    """The file that tells a machine how to show the card."""
    return f"{embed(slug)}oembed.json"


def picture(kind: str, name: str) -> str:
    """The picture that goes with a shared page: of a finding, or of a case."""
    return f"{PICTURES}{kind}-{name}.png"


def data(kind: str, slug: str) -> str:
    """A record as JSON, whatever its kind; where it has a page, beside that: 'claims/x.json' and 'claims/x/'."""
    return f"{_FOLDERS[kind]}/{slug}.json"


def data_schema(name: str) -> str:
    """What a published JSON file holds, as a JSON Schema."""
    return f"{DATA}schema/{name}.json"


def data_table(name: str, ending: str = "csv") -> str:
    """One of the published tables."""
    return f"{DATA}{name}.{ending}"


def annotations(case: str) -> str:
    """The file that sets the findings of a case beside the words of its article."""
    return f"{DATA}annotations/{case}.json"


def feed(name: str, form: str = "xml") -> str:
    """A feed by its name, 'claims' or 'cases/x': Atom as 'xml', JSON Feed as 'json'."""
    return f"{FEEDS}{name}.{form}"


def files(kind: str, slug: str) -> tuple[str, ...]:
    """The files about one record that answer, as they are, under each name that it ever had.

    Its `data` is not among them: an old name has a file of its own there, which says what became of the record.
    """
    handouts = (handout(slug, way, name) for way in RouteKind for name in HANDOUTS)
    own = {
        Claim.KIND: (oembed(slug),),
        Case.KIND: (annotations(slug), *_feeds(f"{CASES}{slug}")),
        Lesson.KIND: (*_feeds(f"{LESSONS}{slug}"), *handouts),
    }
    return own.get(kind, ())


def _feeds(name: str) -> tuple[str, ...]:
    return feed(name, "xml"), feed(name, "json")
