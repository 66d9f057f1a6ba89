"""Frameworks of competences, and what of them lessons serve."""

from dataclasses import dataclass

from press.graph import Publication
from press.pages.part.lessons import titled
from press.pages.part.links import Link
from press.records import Framework, Lesson


@dataclass(frozen=True, slots=True)
class Aligned:
    """An entry of a framework that a lesson serves; `name` is '' where the code is the name, `url` may be ''."""

    framework: str
    version: str
    code: str
    name: str
    url: str

    @property
    def label(self) -> str:
        """The code, and the name where that is another; a name that begins with its code says it itself."""
        return self.name if self.name.startswith(f"{self.code}:") else f"{self.code} {self.name}".rstrip()


@dataclass(frozen=True, slots=True)
class Served:
    """An entry of a framework, and the lessons that serve it; `name` is what it says beside its code, or ''."""

    code: str
    name: str
    lessons: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A framework with how its entries were read, and the entries that lessons serve."""

    id: str
    name: str
    version: str
    publisher: str
    url: str
    how_read: str
    checked_on: str
    served: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class FrameworksView:
    """Every framework, by name."""

    frameworks: tuple[Shown, ...]


def alignments(publication: Publication, lesson: Lesson) -> tuple[Aligned, ...]:
    """What the lesson serves, in the order of its record."""
    found = ((publication.frameworks[each.framework], each.code) for each in lesson.alignments)
    return tuple(
        Aligned(framework.name, framework.version, code, _name(framework, code), framework.url or "")
        for framework, code in found
    )


def frameworks(publication: Publication) -> FrameworksView:
    """Every framework with the lessons that serve it."""
    by_name = sorted(publication.frameworks.values(), key=lambda each: (each.name.casefold(), each.slug))
    return FrameworksView(tuple(_shown(publication, framework) for framework in by_name))


def _shown(publication: Publication, framework: Framework) -> Shown:
    serving = {
        (each.code, lesson.slug)
        for lesson in publication.lessons.values()
        for each in lesson.alignments
        if each.framework == framework.slug
    }
    served = (
        Served(
            entry.code,
            _name(framework, entry.code).removeprefix(f"{entry.code}:").strip(),
            tuple(titled(each) for each in publication.lessons.values() if (entry.code, each.slug) in serving),
        )
        for entry in framework.entries
    )
    return Shown(
        id=f"framework-{framework.slug}",
        name=framework.name,
        version=framework.version,
        publisher=framework.publisher,
        url=framework.url or "",
        how_read=framework.how_read,
        checked_on=framework.checked_on,
        served=tuple(each for each in served if each.lessons),
    )


def _name(framework: Framework, code: str) -> str:
    """The name of an entry, '' where it is its code."""
    name = next((entry.name for entry in framework.entries if entry.code == code), code)
    return "" if name == code else name
