"""Drafts of what is taught: lessons, quiz items, stories."""

from press.drafts.context import LATER, Context, Values, titled


def item(_: Context) -> Values:
    """A question with a choice."""
    options = [("First answer", True), ("Second answer", False), ("Third answer", False)]
    return {
        "status": "draft",
        "kind": "one",
        "asks": "What does it say?",
        "options": [{"text": text, "right": right, "feedback": LATER} for text, right in options],
        "why": LATER,
        "affirms": True,
    }


def story(context: Context) -> Values:
    """An invented story of three lines."""
    return {
        "status": "draft",
        "title": titled(context.slug),
        "summary": LATER,
        "setting": "This story is invented.",
        "printed_in": LATER,
        "lines": [LATER, LATER, LATER],
        "known": LATER,
        "parallels": LATER,
        "published_on": context.today,
        "review": {"status": "none"},
    }


def ticket(lesson: str) -> tuple[str, ...]:
    """The names of the questions that a draft of a lesson asks at its end; they are drafted with it."""
    return tuple(f"{lesson}-{number}" for number in range(1, 5))  # as few as a route may have


def lesson(context: Context) -> Values:
    """A lesson of 45 minutes with one route."""
    claim = context.publication.claims[context.first("claim", context.publication.claims)]
    minutes = (("First look", 8, True), ("The task", 27, False), ("Exit ticket", 10, True))
    steps = [
        {
            "title": title,
            "minutes": long,
            "core": core,
            "setting": "class",
            "teacher": LATER,
            "pupils": LATER,
            "look_for": LATER,
        }
        for title, long, core in minutes
    ]
    block = {"tasks": [{"ask": "Write one line.", "lines": 2, "answer": LATER}]}
    return {
        "status": "draft",
        "order": 1 + max((each.order for each in context.publication.lessons.values()), default=0),
        "title": titled(context.slug),
        "question": LATER,
        "summary": LATER,
        "skills": ["said-and-so"],
        "subjects": ["English"],
        "objectives": ["I can say who speaks.", "I can say what is so."],
        "claims": [{"claim": claim.slug, "version": context.publication.version(claim)}],
        "gets_right": [{"what": LATER, "claims": [claim.slug]}],
        "content_note": {"contains": LATER, "leaves_out": LATER, "choices": [LATER], "support": LATER},
        "background": LATER,
        "prepare": [LATER],
        "materials": [LATER],
        "routes": [
            {
                "route": "case",
                "ages": {"youngest": 14, "oldest": 16},
                "steps": steps,
                "sheet": {"title": "The sheet", "blocks": [block]},
                "exit_ticket": [*ticket(context.slug)],
            }
        ],
        "differentiation": {"support": LATER, "stretch": LATER, "language": LATER},
        "rubric": [
            {"what": LATER, "beginning": LATER, "developing": LATER, "secure": LATER, "extending": LATER},
        ],
        "recheck_on": context.again,
        "published_on": context.today,
        "review": {"status": "none"},
    }
