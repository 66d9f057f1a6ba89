"""A feed as JSON Feed 1.1.

Source: https://www.jsonfeed.org/version/1.1/
"""

import json
from typing import Any

from press.exports.entries import Entry, Feed
from press.pages.part.citing import LANGUAGE, PUBLICATION, RIGHTS


def document(feed: Feed, own: str, icon: str) -> bytes:
    """The feed that stands at `own`."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": own,
        "description": f"{feed.about} {RIGHTS}",
        "favicon": icon,
        "authors": [{"name": PUBLICATION}],
        "language": LANGUAGE,
        "items": [_item(entry) for entry in feed.entries],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "date_published": f"{entry.published}T00:00:00Z",
        "date_modified": f"{entry.updated}T00:00:00Z",
        "tags": [each.label for each in entry.categories],
    }
