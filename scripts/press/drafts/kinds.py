"""What stands in a draft of each kind until its author writes it: as little as makes the record valid.

Less than that stands in a source, an origin and a claim about words that the article quotes: what only their author
can know is asked, and a word to begin with would be a guess that nobody notices.
"""

from collections.abc import Callable, Mapping

from press.drafts.addressed import host_of
from press.drafts.context import ASKED, LATER, Context, Values, named, titled
from press.drafts.teaching import item, lesson, story
from press.records import Case
from press.rules.form import UNWRITTEN


def _claim(context: Context) -> Values:
    case = context.the_case
    quote, paragraph = context.quote, context.paragraph
    known = [
        (selector.exact, appearance.paragraphs[0])
        for claim in context.publication.claims_of(case)
        for appearance in claim.appearances
        if appearance.case == case.slug
        for selector in appearance.quotes
    ]
    if not quote and known:
        quote, paragraph = known[0]
    return {
        "status": "draft",
        "title": titled(context.slug),
        "text": LATER,
        "type": "event",
        "appearances": [
            {
                "case": case.slug,
                "paragraphs": [paragraph if paragraph is not None else case.paragraphs[0].number],
                "quotes": [{"exact": quote or LATER, **context.more}],
                **_voiced(context, case),
            }
        ],
        "answer": {"short": LATER, "basic": LATER},
        "so": {"finding": "unresolved", "confidence": "low", "why": LATER},
        "context": "none",
        "as_of": context.today,
        "recheck_on": context.again,
        "then": {
            "on": _day_of(case) or context.today,
            "finding": "unresolved",
            "confidence": "low",
            "why": LATER,
        },
        "would_change": [f"{UNWRITTEN}."],
        "published_on": context.today,
        "review": {"status": "none"},
    }


def _voiced(context: Context, case: Case) -> Values:
    """How the article puts the words and whose they are; what it quotes is never taken for its own voice."""
    if context.quoted is False:
        said = {"finding": "article-voice", "why": LATER}
        return {"mode": "asserted", "chain": [case.article.outlet], "said": said}
    return {"mode": "quoted" if context.quoted else ASKED, "chain": ASKED, "said": ASKED}


def _source(context: Context) -> Values:
    url = context.url or "https://example.org/to-be-written"
    like = [each for each in context.publication.sources.values() if host_of(each.url) == host_of(url)]
    values: Values = {"status": "draft"}
    known = next((each for each in like if each.through is None), None)
    if known and known.publisher:
        values["publisher"] = known.publisher
    else:
        values["publisher_name"] = (known.publisher_name if known else None) or host_of(url)
    return values | {
        "published": {"on": "unknown"},
        "url": url,
        "language": known.language if known else ASKED,
        "kind": ASKED,
        "access": ASKED,
        "about": LATER,
    }


def _voice(context: Context) -> Values:
    return {
        "status": "draft",
        "name": named(context.slug),
        "role": LATER,
        "about": LATER,
        "interest": {"kind": "none-known", "basis": LATER},
    }


def _origin(context: Context) -> Values:
    return {"status": "draft", "what": titled(context.slug), "kind": ASKED, "interest": ASKED}


def _technique(context: Context) -> Values:
    return {
        "status": "draft",
        "name": titled(context.slug),
        "definition": LATER,
        "how_to_spot": LATER,
        "not_this_when": LATER,
    }


def _term(context: Context) -> Values:
    return {"status": "draft", "name": titled(context.slug), "gloss": LATER}


def _omission(context: Context) -> Values:
    return {
        "status": "draft",
        "case": context.the_case.slug,
        "missing": LATER,
        "why_it_matters": LATER,
        "public_by_then": {"finding": "unknown", "why": LATER},
        "sources": [context.first("source", context.publication.sources)],
    }


# The kinds that `press new` writes; a case is drafted from its article's text, by `of_article`.
DRAFTS: Mapping[str, Callable[[Context], Values]] = {
    "claim": _claim,
    "source": _source,
    "origin": _origin,
    "voice": _voice,
    "technique": _technique,
    "term": _term,
    "omission": _omission,
    "lesson": lesson,
    "item": item,
    "story": story,
}


def _day_of(case: Case) -> str:
    """The day on which the article appeared, '' where only a month or nothing is known."""
    on = case.article.published.on
    return on if len(on) == 10 else ""
