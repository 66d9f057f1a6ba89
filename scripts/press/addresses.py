"""Where each record stands on the site: the only place that knows addresses.

An address is a path below the site's root without a leading slash, with a fragment where the record shares a page:
`claims/x/`, `terms/#x`. Addresses of published records never change.
"""

from press.records import (
    KINDS,
    Case,
    Claim,
    Comparison,
    Correction,
    Lesson,
    Omission,
    Record,
    Source,
    Story,
    Technique,
    Term,
    Voice,
)
from press.records.vocabulary import RouteKind

CONTRIBUTE = "contribute/"
FILES = f"{CONTRIBUTE}claims/#files"
NAMES = f"{CONTRIBUTE}claims/#names"
WRITING = f"{CONTRIBUTE}writing/"
FIELDS = f"{CONTRIBUTE}fields/"
EXPLORE = "explore/"
TERMS = "terms/"
CORRECTIONS = "corrections/"
METHOD = "method/"
SOURCES = "sources/"
VOICES = "voices/"
TECHNIQUES = "techniques/"
CASES = "cases/"
CLAIMS = "claims/"
COMPARISONS = "comparisons/"
FEEDS = "feeds/"
EMBED = "embed/"
TEACH = "teach/"
LESSONS = "lessons/"
STORIES = "stories/"
PICTURES = "pictures/"
DATA = "data/"
DATA_INDEX = f"{DATA}index.json"
DATA_PACKAGE = f"{DATA}datapackage.json"
REVIEWS = f"{DATA}claimreviews.json"

# Kinds with a page of their own.
_OWN_PAGE: dict[str, str] = {
    Case.KIND: CASES,
    Claim.KIND: CLAIMS,
    Lesson.KIND: LESSONS,
    Story.KIND: STORIES,
    Comparison.KIND: COMPARISONS,
    Source.KIND: SOURCES,
    Voice.KIND: VOICES,
    Technique.KIND: TECHNIQUES,
}
SHELVES: tuple[str, ...] = tuple(_OWN_PAGE.values())
"""Below each of these the records of one kind have their pages."""

_SHARED_PAGE: dict[str, str] = {Term.KIND: TERMS, Correction.KIND: CORRECTIONS}

_FOLDERS: dict[str, str] = {kind.KIND: kind.FOLDER for kind in KINDS}

# What prose may link to as `kind:slug`.
LINKABLE: tuple[str, ...] = (*_OWN_PAGE, *_SHARED_PAGE, Omission.KIND)


def page(kind: str, slug: str) -> str:
    """The page of a record that has one of its own; raises KeyError for other kinds."""
    return f"{_OWN_PAGE[kind]}{slug}/"


def whole_file(claim: str) -> str:
    """The page with all that stands behind a claim's finding."""
    return f"{page(Claim.KIND, claim)}file/"


def route(lesson: str, kind: RouteKind) -> str:
    """One way through a lesson: with the article it is the lesson's own page, with the story a page below that."""
    return page(Lesson.KIND, lesson) + ("" if kind is RouteKind.CASE else f"{kind}/")


def sheet(lesson: str, kind: RouteKind) -> str:
    """The pupils' sheet of a route; in large print it stands at `large/` below that."""
    return f"{route(lesson, kind)}sheet/"


def key(lesson: str, kind: RouteKind) -> str:
    """The key to the sheet of a route, for teachers."""
    return f"{route(lesson, kind)}key/"


def slides(lesson: str, kind: RouteKind) -> str:
    """The slides of a route."""
    return f"{route(lesson, kind)}slides/"


def old(kind: str, slug: str) -> str:
    """Where a record that is gone still answers: its own page, or a line on the page that its kind shares.

    Nothing tells the case of an omission that was withdrawn; for it, the corrections answer.
    """
    if kind in _SHARED_PAGE:
        return f"{_SHARED_PAGE[kind]}#{slug}"
    return page(kind, slug) if kind in _OWN_PAGE else CORRECTIONS


def has_own_page(kind: str) -> bool:
    """Whether each record of a kind has a page of its own."""
    return kind in _OWN_PAGE


def stands(record: Record) -> str:
    """The address of a record, '' for kinds that readers meet only inside other pages."""
    return of(record) if record.KIND in LINKABLE else ""


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


def files(kind: str, slug: str) -> tuple[str, ...]:
    """The files about one record that answer, as they are, under each name that it ever had.

    Its `data` is not among them: an old name has a file of its own there, which says what became of the record.
    """
    feeds = (feed(f"cases/{slug}", "xml"), feed(f"cases/{slug}", "json"))
    own = {Claim.KIND: (oembed(slug),), Case.KIND: (annotations(slug), *feeds)}
    return own.get(kind, ())


def omission(case: str, slug: str) -> str:
    """An omission stands on its case's page."""
    return f"{page(Case.KIND, case)}#omission-{slug}"


def telling(case: str) -> str:
    """How the story of a case was told: its techniques, and other texts beside it."""
    return f"{page(Case.KIND, case)}telling/"


def missing(case: str) -> str:
    """What the article of a case leaves out, in full."""
    return f"{page(Case.KIND, case)}missing/"


def printed(case: str) -> str:
    """What the article of a case is, and how that is known."""
    return f"{page(Case.KIND, case)}article/"


def feed(name: str, form: str = "xml") -> str:
    """A feed by its name, 'claims' or 'cases/x': Atom as 'xml', JSON Feed as 'json'."""
    return f"{FEEDS}{name}.{form}"


def of(record: Record) -> str:
    """The address of a record; raises KeyError for kinds that readers meet only inside other pages."""
    if isinstance(record, Omission):
        return omission(record.case, record.slug)
    if record.KIND in _OWN_PAGE:
        return page(record.KIND, record.slug)
    return f"{_SHARED_PAGE[record.KIND]}#{record.slug}"


def definition(vocabulary: str, value: str) -> str:
    """Where the method page defines a word of a vocabulary, which goes by its `NAME`."""
    return f"{METHOD}#{vocabulary}-{value}"


def vocabulary(name: str) -> str:
    """Where the method page lists a whole vocabulary."""
    return f"{METHOD}#words-{name}"


def law(subject: str) -> str:
    """Where the method page lists the laws on a subject."""
    return f"{METHOD}#laws-{'-'.join(subject.lower().split())}"


def fields(kind: str) -> str:
    """Where the fields of a kind of record are explained."""
    return f"{FIELDS}#{kind}"
