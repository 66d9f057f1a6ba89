"""Drafts: valid records to begin with, each field's question beside it as a comment."""

from press.drafts.addressed import same_document, slug_of
from press.drafts.article import of_article
from press.drafts.context import Context, Lacks
from press.drafts.kinds import DRAFTS
from press.drafts.quoting import Found, alike, quoting
from press.drafts.written import file_text, scalar

__all__ = [
    "DRAFTS",
    "Context",
    "Found",
    "Lacks",
    "alike",
    "file_text",
    "of_article",
    "quoting",
    "same_document",
    "scalar",
    "slug_of",
]
