"""What those who teach follow: each lesson, and every change of a finding that a lesson teaches."""

from collections.abc import Mapping
from html import escape

from press import addresses
from press.exports.entries import Entry, Named, category, first_slug, whole_prose
from press.graph import Publication
from press.graph.pinned import told_to_teachers
from press.leaves import Site
from press.pages.part.changes import Change, changes
from press.pages.part.imprint import dated
from press.pages.part.lessons import listing
from press.pages.part.phrases import listed
from press.records import Lesson


def of_lessons(publication: Publication, site: Site, named: Named) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of each lesson's feed by its slug: the lesson itself, and what changed of what it teaches.

    A change that touches several lessons is the same entry in the feed of each.
    """
    told = {slug: told_to_teachers(publication, lesson) for slug, lesson in publication.lessons.items()}
    touched: dict[str, list[Lesson]] = {}
    for slug, corrections in told.items():
        for each in corrections:
            touched.setdefault(each.slug, []).append(publication.lessons[slug])
    found = [each for each in publication.corrections if each.slug in touched]
    made = {
        each.id: _of_change(publication, each, touched[each.id], site, named) for each in changes(publication, found)
    }
    return {
        slug: (_of_lesson(publication, lesson, site, named), *(made[each.slug] for each in told[slug]))
        for slug, lesson in publication.lessons.items()
    }


def _of_lesson(publication: Publication, lesson: Lesson, site: Site, named: Named) -> Entry:
    entry = listing(publication, lesson)
    ways = "".join(
        f'<li><a href="{escape(site.whole(way.address))}">{escape(way.label)}</a>:'
        f" ages {way.ages}, {way.minutes} minutes</li>"
        for way in entry.ways
    )
    return Entry(
        id=named(lesson.KIND, first_slug(publication, lesson)),
        title=f"Lesson: {lesson.title}",
        url=site.whole(addresses.of(lesson)),
        published=lesson.published_on,
        updated=dated(publication, lesson),
        summary=lesson.summary,
        content=f"<p>{escape(lesson.question)}</p>\n<p>{escape(lesson.summary)}</p>\n<ul>{ways}</ul>",
        categories=tuple(category(site, skill) for skill in lesson.skills),
    )


def _of_change(publication: Publication, change: Change, lessons: list[Lesson], site: Site, named: Named) -> Entry:
    links = "".join(_line(lesson, site) for lesson in lessons)
    parts = (("What stood before", change.before), ("What stands now", change.after))
    claim = f'<a href="{escape(site.whole(change.record.address))}">{escape(change.record.label)}</a>'
    content = f"<p>{escape(change.what)}</p>\n<p>The claim: {claim}</p>\n" + "\n".join(
        f"<h3>{heading}</h3>\n{whole_prose(publication, text, site)}" for heading, text in parts
    )
    return Entry(
        id=named("taught", change.id),
        title=f"Changed in {_named(lessons)}: {change.record.label}",
        url=site.whole(change.address),
        published=change.on,
        updated=change.on,
        summary=change.what,
        content=f"{content}\n<h3>Lessons that teach it</h3>\n<ul>{links}</ul>",
        categories=(category(site, change.kind),),
    )


def _line(lesson: Lesson, site: Site) -> str:
    return f'<li><a href="{escape(site.whole(addresses.of(lesson)))}">{escape(lesson.title)}</a></li>'


def _named(lessons: list[Lesson]) -> str:
    """'the lesson “A”', 'the lessons “A” and “B”'."""
    return f"the lesson{'s' if len(lessons) > 1 else ''} {listed(f'“{each.title}”' for each in lessons)}"
