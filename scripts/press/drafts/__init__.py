"""Drafts: records to begin with, each field's question beside it as a comment; what only people know is left open."""

from press.drafts.addressed import same_document, slug_of
from press.drafts.article import of_article
from press.drafts.context import ASKED, Context, Lacks, guessed, titled
from press.drafts.kinds import DRAFTS
from press.drafts.quoting import Found, alike, alike_origins, quoting
from press.drafts.teaching import ticket
from press.drafts.written import file_text, scalar

__all__ = [
    "ASKED",
    "DRAFTS",
    "Context",
    "Found",
    "Lacks",
    "alike",
    "alike_origins",
    "file_text",
    "guessed",
    "of_article",
    "quoting",
    "same_document",
    "scalar",
    "slug_of",
    "ticket",
    "titled",
]
