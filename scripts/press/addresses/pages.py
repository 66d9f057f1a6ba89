"""Where the page of each record stands, and the pages that belong to none."""

from press.records import (
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

CONTRIBUTE = "contribute/"
FILES = f"{CONTRIBUTE}claims/#files"
NAMES = f"{CONTRIBUTE}claims/#names"
WRITING = f"{CONTRIBUTE}writing/"
READ_AGAIN = f"{CONTRIBUTE}corrections/#lessons"
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
EMBED = "embed/"
TEACH = "teach/"
BRIEFING = f"{TEACH}briefing/"
HARD_SUBJECTS = f"{TEACH}hard-subjects/"
FAMILIES = f"{TEACH}families/"
SINGLE_SESSION = f"{TEACH}single/"
LESSONS = "lessons/"
STORIES = "stories/"
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

# What prose may link to as `kind:slug`.
LINKABLE: tuple[str, ...] = (*_OWN_PAGE, *_SHARED_PAGE, Omission.KIND)


def page(kind: str, slug: str) -> str:
    """The page of a record that has one of its own; raises KeyError for other kinds."""
    return f"{_OWN_PAGE[kind]}{slug}/"


def whole_file(claim: str) -> str:
    """The page with all that stands behind a claim's finding."""
    return f"{page(Claim.KIND, claim)}file/"


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
    """Where the fields of a kind of record are explained, or those of a part of one by its name."""
    return f"{FIELDS}#{kind}"
