"""The feeds that a page leads to: what a feed reader finds in its head."""

from press import addresses
from press.leaves import HeadLink
from press.pages.part.citing import PUBLICATION
from press.records import Case, Lesson

_FORMS = (("xml", "application/atom+xml"), ("json", "application/feed+json"))


def feed_name(case: str) -> str:
    """The name of a case's feed: 'cases/x'."""
    return f"{addresses.CASES}{case}"


def lesson_feed_name(lesson: str) -> str:
    """The name of a lesson's feed: 'lessons/x'."""
    return f"{addresses.LESSONS}{lesson}"


def feed_title(of: str) -> str:
    """'Claim by Claim: corrections'."""
    return f"{PUBLICATION}: {of}"


def case_feed(case: Case) -> tuple[HeadLink, ...]:
    """The feed of one case, in both forms."""
    return _discovery(feed_name(case.slug), case.title)


def lesson_feed(lesson: Lesson) -> tuple[HeadLink, ...]:
    """The feed of one lesson, in both forms."""
    return _discovery(lesson_feed_name(lesson.slug), lesson.title)


def _discovery(name: str, of: str) -> tuple[HeadLink, ...]:
    return tuple(
        HeadLink("alternate", kind, feed_title(of), addresses.feed(name, form), whole=True) for form, kind in _FORMS
    )


CLAIMS = _discovery("claims", "claims")
"""The feed of all claims, in both forms."""

CORRECTIONS = _discovery("corrections", "corrections")
"""The feed of all corrections, in both forms."""

LESSONS = _discovery("lessons", "lessons")
"""The feed of all lessons, in both forms."""
