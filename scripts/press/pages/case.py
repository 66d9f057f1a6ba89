"""The page of a case: one article, taken apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from press import addresses
from press.graph import Publication
from press.leaves import LISTS, MAP, HeadLink, Page, SearchEntry, Site
from press.pages.part.article import Coverage, Mark, Stretch, coverage, marks, stretches
from press.pages.part.changes import Change, changes
from press.pages.part.citations import Citation, citation
from press.pages.part.comparing import texts_of
from press.pages.part.examined import case_data
from press.pages.part.following import case_feed
from press.pages.part.former import Left, left
from press.pages.part.lessons import built_on
from press.pages.part.linked import breadcrumbs
from press.pages.part.links import Link, as_data
from press.pages.part.moments import Moments
from press.pages.part.omissions import Missing, omissions
from press.pages.part.phrases import capital, counted, day, newest, shortened
from press.pages.part.printed import Printed, printed
from press.pages.part.questions import Asked, questions
from press.pages.part.rows import WORDS, Row, Tally, in_words, rows, tally
from press.pages.part.sharing import PARTS, Sharing, case_picture, case_sharing
from press.pages.part.speakers import Speakers, speakers
from press.pages.part.timeline import Line, drawn, timeline
from press.pages.part.uses import Seen, seen
from press.pages.telling import told
from press.prose import plain
from press.records import Case, Correction
from press.records import case as authored
from press.records.case import ContentNote, ReplySought


@dataclass(frozen=True, slots=True)
class Right:
    """Something that the article gets right, with the claims and the sources that show it."""

    what: str
    claims: tuple[Row, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that the page of a case shows; text that is prose in the record is Markdown here."""

    title: str
    article: Printed
    summary: str
    tally: tuple[Tally, ...]
    tally_note: str
    questions: tuple[Asked, ...]
    content_note: ContentNote
    gets_right: tuple[Right, ...]
    stretches: tuple[Stretch, ...]
    marks: Mapping[str, Mark]
    coverage: Coverage
    speakers: Speakers
    omissions: tuple[Missing, ...]
    missing: str
    timeline: tuple[Line, ...]
    moments: Moments | None
    rows: tuple[Row, ...]
    words: Mapping[str, str]
    techniques: tuple[Seen, ...]
    texts: tuple[Link, ...]
    telling: str
    printed: str
    reply_sought: ReplySought
    open_questions: tuple[str, ...]
    as_of: str
    changes: tuple[Change, ...]
    lessons: Link | None
    sharing: Sharing
    left: tuple[Left, ...]


def pages(publication: Publication, site: Site = Site()) -> Iterator[Page]:  # noqa: B008 (frozen)
    """One page for each case."""
    for case in publication.cases.values():
        yield _page(publication, case, site)


def _page(publication: Publication, case: Case, site: Site) -> Page:
    view = _view(publication, case, site)
    assertions = counted(len(view.rows), "assertion")
    findings = f"{capital(in_words(view.tally))}." if view.rows else "None is examined yet."
    article = f"{view.article.outlet.label}, {day(view.article.published.on)}"
    on = newest((view.as_of, *(change.on for change in view.changes)))
    return Page(
        path=addresses.of(case),
        template="page/case.html.jinja",
        view=view,
        title=f"{case.title}: {assertions} of an article, examined",
        description=shortened(f"{article}: {assertions} examined. {findings} {plain(case.summary)}"),
        source=publication.source_file(case),
        on=on,
        search=SearchEntry(
            case.title, f"{plain(case.summary)} {article}. {case.article.headline or ''}".strip(), weight=4
        ),
        section="case",
        parts=(LISTS, MAP, "case", *PARTS),
        links=(as_data(case), *_links(case), *case_feed(case)),
        picture=case_picture(publication, case),
        data=(
            *case_data(publication, case, site, on),
            *breadcrumbs(site, ("Cases", addresses.CASES), here=case.title),
        ),
    )


def _links(case: Case) -> Iterator[HeadLink]:
    """The files for machines that belong to the case."""
    kind = "application/ld+json"
    yield HeadLink("alternate", kind, "The findings as annotations", addresses.annotations(case.slug), whole=True)
    yield HeadLink("alternate", kind, "All reviews of claims", addresses.REVIEWS, whole=True)


def _view(publication: Publication, case: Case, site: Site) -> CaseView:
    claims = publication.claims_of(case)
    lines = timeline(publication, case)
    found = rows(publication, case)
    return CaseView(
        title=case.title,
        article=printed(publication, case),
        summary=case.summary,
        tally=tally(row.so for row in found),
        tally_note=case.tally_note or "",
        questions=questions(publication, case),
        content_note=case.content_note,
        gets_right=tuple(_right(publication, found, right) for right in case.gets_right),
        stretches=stretches(publication, case, found),
        marks=marks(found),
        coverage=coverage(case.paragraphs),
        speakers=speakers(publication, case),
        omissions=omissions(publication, case),
        missing=addresses.missing(case.slug),
        timeline=lines,
        moments=drawn(case, lines),
        rows=found,
        words=WORDS,
        techniques=seen(publication, claims),
        texts=tuple(Link(each.title, addresses.of(each)) for each in texts_of(publication, case)),
        telling=addresses.telling(case.slug) if told(publication, case) else "",
        printed=addresses.printed(case.slug),
        reply_sought=case.reply_sought,
        open_questions=case.open_questions,
        as_of=newest(claim.as_of for claim in claims),
        changes=changes(publication, corrections_of(publication, case)),
        lessons=built_on(publication, case),
        sharing=case_sharing(publication, case, site),
        left=left(publication, addresses.of(case)),
    )


def _right(publication: Publication, found: tuple[Row, ...], right: authored.Right) -> Right:
    rows = tuple(row for row in found if row.id.removeprefix("claim-") in right.claims)
    return Right(right.what, rows, tuple(citation(publication, publication.sources[slug]) for slug in right.sources))


def corrections_of(publication: Publication, case: Case) -> Iterator[Correction]:
    """Those of the case itself, of its claims, omissions and comparison texts, newest first."""
    own = {f"case:{case.slug}"} | {f"claim:{claim.slug}" for claim in publication.claims_of(case)}
    own |= {f"omission:{each.slug}" for each in publication.omissions.values() if each.case == case.slug}
    own |= {f"comparison:{each.slug}" for each in texts_of(publication, case)}
    return (each for each in publication.corrections if each.corrects in own)
