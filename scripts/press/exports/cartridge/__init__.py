"""Lessons as Common Cartridges 1.1, which Moodle, Canvas and other learning platforms import.

A cartridge holds what to know before reading the article, the pupils' sheet and the key as pages that need nothing
else, a discussion, the exit ticket as a quiz, and links. On a site without an address there are no links, and the
cartridge says so.
"""

from collections.abc import Iterator, Sequence

from press import addresses
from press.exports.archive import packed
from press.exports.cartridge import manifest, quiz, things
from press.exports.cartridge.manifest import Kind, Module, Thing
from press.exports.paper import note, page
from press.exports.questions import paragraph, questions
from press.graph import Publication
from press.leaves import File, Site
from press.pages.part import imprint
from press.pages.part.citing import PUBLICATION
from press.pages.part.lessons import in_years
from press.pages.part.sharing import named
from press.records import Lesson
from press.records.route import Route
from press.records.vocabulary import RouteKind

_ASK = "Write what you think, and why, in two or three sentences. Then ask somebody what would change their mind."
_CALM = "Speak about statements and not about people."
_FIRST = "Before we begin"
_UNLINKED = "It was made by a site that has no address yet, so it holds no links."


def files(publication: Publication, site: Site) -> Iterator[File]:
    """One cartridge for each route of each lesson, and for each way through all lessons one that holds them all."""
    units: dict[RouteKind, list[Module]] = {kind: [] for kind in addresses.UNITS}
    for lesson in publication.lessons.values():
        for route in lesson.routes:
            made = _module(publication, lesson, route, site)
            units[route.route].append(made)
            about = f"{lesson.summary} For ages {in_years(route)}."
            path = addresses.handout(lesson.slug, route.route, addresses.CARTRIDGE)
            yield File(path, _cartridge(made.name, made.title, about, [made], site))
    for kind, modules in units.items():
        if modules:
            title = f"{PUBLICATION}: all lessons, {kind.label.lower()}"
            yield File(addresses.UNITS[kind], _cartridge(f"unit-{kind}", title, kind.definition, modules, site))


def _cartridge(name: str, title: str, about: str, modules: Sequence[Module], site: Site) -> bytes:
    """The archive; its first file is the manifest, by which programs know what they have."""
    told = about if site.url else f"{about} {_UNLINKED}"
    contents = manifest.document(name, title, told, modules)
    return packed(
        [(manifest.PATH, contents), *((each.path, each.data) for module in modules for each in module.things)]
    )


def _module(publication: Publication, lesson: Lesson, route: Route, site: Site) -> Module:
    name, folder = f"lesson-{lesson.slug}-{route.route}", f"{lesson.slug}/{route.route}"
    ticket = f"Exit ticket: {lesson.title}"
    talk = paragraph(lesson.question) + paragraph(_ASK) + paragraph(_CALM)
    asked = quiz.document(f"{name}-quiz", ticket, questions(publication, route))
    sheet = page(publication, lesson, route)
    key = page(publication, lesson, route, key=True)
    return Module(
        name=name,
        title=imprint.named(lesson, route),
        things=(
            *_before(name, folder, lesson, route),
            *_for_the_teacher(name, folder, lesson, route, site),
            Thing(f"{name}-sheet", f"Sheet: {route.sheet.title}", Kind.PAGE, f"{folder}/sheet.html", sheet),
            Thing(f"{name}-talk", lesson.question, Kind.TOPIC, f"{folder}/talk.xml", things.topic(lesson.title, talk)),
            Thing(f"{name}-quiz", ticket, Kind.QUIZ, f"{folder}/quiz.xml", asked),
            *_claims(publication, name, folder, lesson, route, site),
            Thing(f"{name}-key", f"Key: {route.sheet.title}", Kind.PAGE, f"{folder}/key.html", key, for_teachers=True),
        ),
    )


def _before(name: str, folder: str, lesson: Lesson, route: Route) -> Iterator[Thing]:
    """The note on the article, first of all; an invented story needs none."""
    if route.route is RouteKind.CASE:
        data = note(lesson, _FIRST)
        yield Thing(f"{name}-note", _FIRST, Kind.PAGE, f"{folder}/note.html", data)


def _for_the_teacher(name: str, folder: str, lesson: Lesson, route: Route, site: Site) -> Iterator[Thing]:
    if url := site.whole(addresses.route(lesson.slug, route.route)):
        title = "For the teacher: how to teach this lesson"
        data = things.link(title, url)
        yield Thing(f"{name}-plan", title, Kind.LINK, f"{folder}/plan.xml", data, for_teachers=True)


def _claims(
    publication: Publication, name: str, folder: str, lesson: Lesson, route: Route, site: Site
) -> Iterator[Thing]:
    """Links to the claims, for teachers alone, because their titles tell the findings; a story has none."""
    if site.url and route.route is RouteKind.CASE:
        for number, pinned in enumerate(lesson.claims, 1):
            claim = publication.claims[pinned.claim]
            data = things.link(named(claim), site.whole(addresses.of(claim)))
            path = f"{folder}/claim{number}.xml"
            yield Thing(f"{name}-claim{number}", named(claim), Kind.LINK, path, data, for_teachers=True)
