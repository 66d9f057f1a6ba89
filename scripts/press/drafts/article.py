"""A case drafted from its article's text: paragraphs, sentences and an empty map, and never the text itself."""

from typing import Any

from press.drafts.context import LATER
from press.rules.article import Article


def of_article(article: Article, *, outlet: str, url: str, title: str, first: int, published: str) -> dict[str, Any]:
    """The values of a draft case.

    `outlet` is a voice's slug, `published` an ISO date or 'unknown'; `first` is the number of the first paragraph, 0
    for a standfirst.
    """
    return {
        "status": "draft",
        "title": title,
        "article": {
            "headline_basis": LATER,
            "outlet": outlet,
            "url": url,
            "published": {"on": published},
            "published_basis": LATER,
            "language": "en",
            "words": article.words,
            "sha256": article.sha256,
        },
        "summary": LATER,
        "why_chosen": LATER,
        "reply_sought": {"sought": False, "why": LATER},
        "provenance": [{"question": "Who published it?", "answer": LATER, "how": LATER}],
        "questions": [
            {
                "question": "What is the large question behind it?",
                "answer": LATER,
                "finding": "unresolved",
                "confidence": "low",
                "why": LATER,
            }
        ],
        "content_note": {"contains": LATER, "leaves_out": LATER, "choices": [LATER], "support": LATER},
        "paragraphs": [
            {
                "number": each.number,
                "voices": [outlet],
                "gist": LATER,
                "sentences": each.sentences,
                "segments": [
                    {"sentence": number, "kind": "checkable-unchecked", "reason": LATER}
                    for number in range(1, each.sentences + 1)
                ],
            }
            for each in article.measures(first)
        ],
        "timeline": [{"when": {"on": published}, "event": "The article appears.", "article": True}],
    }
