"""The fingerprint: what we keep of an article whose text is not ours to keep."""

from typing import ClassVar

from pydantic import Field

from press.records.base import Count, Part, Record, Sha256


class FingerprintParagraph(Part):
    """The size of one paragraph."""

    number: Count = Field(description="Its number; 0 is the standfirst.")
    sentences: Count = Field(description="How many sentences it has.")
    words: Count = Field(description="How many words it has.")


class FingerprintQuote(Part):
    """A quote that was found in the text."""

    sha256: Sha256 = Field(description="SHA-256 of the quote's UTF-8 bytes, in hexadecimal.")
    paragraph: Count = Field(description="The paragraph that holds it.")
    first: Count = Field(description="The place of its first word in the article, from 0.")
    last: Count = Field(description="The place of its last word in the article, from 0.")


class Fingerprint(Record):
    """Proof that quotes were found in an article, without the article; written by `press fingerprint`."""

    KIND: ClassVar[str] = "fingerprint"
    FOLDER: ClassVar[str] = "fingerprints"

    sha256: Sha256 = Field(description="SHA-256 of the text that the quotes were found in, in hexadecimal.")
    words: Count = Field(description="How many words the text has.")
    paragraphs: tuple[FingerprintParagraph, ...] = Field(description="Its paragraphs.")
    quotes: tuple[FingerprintQuote, ...] = Field(default=(), description="The quotes that were found.")
