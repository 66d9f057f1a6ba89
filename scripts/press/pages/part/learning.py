"""A lesson for machines: a `LearningResource` in the words of schema.org, which has those of LRMI.

Sources: https://schema.org/LearningResource, https://schema.org/AlignmentObject, https://schema.org/accessibilityFeature
"""

from press import addresses
from press.graph import Publication
from press.leaves import Site
from press.pages.part.aligned import Aligned, alignments
from press.pages.part.citing import LANGUAGE, LICENCE
from press.pages.part.lessons import as_range, way
from press.pages.part.linked import Thing, publisher
from press.records import Claim, Lesson
from press.records.route import Route


def lesson_data(
    publication: Publication, lesson: Lesson, route: Route, site: Site, name: str, modified: str
) -> tuple[Thing, ...]:
    """What the page of one way through a lesson says of it; nothing on a site without an address."""
    if not site.url:
        return ()
    ours = way(lesson, route)
    return (
        {
            "@type": "LearningResource",
            "url": site.whole(ours.address),
            "name": name,
            "description": lesson.summary,
            "inLanguage": LANGUAGE,
            "author": publisher(site),
            "license": LICENCE,
            "isAccessibleForFree": True,
            "version": str(publication.version(lesson)),
            "datePublished": lesson.published_on,
            "dateModified": modified,
            "learningResourceType": "lesson plan",
            "educationalUse": ["instruction", "assessment"],
            "typicalAgeRange": as_range(route),
            "timeRequired": f"PT{ours.minutes}M",
            "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
            "keywords": [*(skill.label for skill in lesson.skills), *lesson.subjects],
            "teaches": list(lesson.objectives),
            "educationalAlignment": [_alignment(each) for each in alignments(publication, lesson)],
            "isBasedOn": [site.whole(addresses.page(Claim.KIND, each.claim)) for each in lesson.claims],
            **_access(),
        },
    )


def _alignment(aligned: Aligned) -> Thing:
    where = {"targetUrl": aligned.url} if aligned.url else {}
    return {
        "@type": "AlignmentObject",
        "alignmentType": "teaches",
        "educationalFramework": f"{aligned.framework}, {aligned.version}",
        "targetName": aligned.label,
        **where,
    }


def _access() -> Thing:
    """How the page can be read: all of it is text, and a drawing has its words beside it."""
    return {
        "accessMode": ["textual", "visual"],
        "accessModeSufficient": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "alternativeText", "displayTransformability"],
        "accessibilityHazard": ["none"],
        "accessibilitySummary": "All of it is text with headings, lists and tables. A drawing has a description"
        " beside it. There is no sound, no film and no time limit, and everything works without scripts.",
    }
