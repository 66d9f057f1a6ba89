"""An item of evidence: what one source establishes for one claim."""

from pydantic import Field

from press.records.base import Markdown, OriginRef, Part, Quote, Slug, SourceRef
from press.records.interest import InterestOf
from press.records.vocabulary import Available, Bearing, Role


class Evidence(Part):
    """One item of evidence: what a source establishes for this claim."""

    id: Slug = Field(description="The item's name within the claim; lessons and corrections cite it.")
    source: SourceRef = Field(description="The document.")
    origin: OriginRef = Field(description="The root that it goes back to.")
    bearing: Bearing = Field(description="What it does to the claim.")
    role: Role = Field(
        default=Role.CORROBORATING,
        description=(
            "How much weight it carries on its side: a decisive item carries most, a corroborating one adds to it. The"
            " page says whether the finding stands without the origin that has most decisive items. Left out, it is"
            " corroborating."
        ),
    )
    establishes: Markdown = Field(description="What it shows, in our words.")
    available: Available = Field(description="When it was public, against the article.")
    limits: Markdown | None = Field(default=None, description="What it does not show.")
    quote: Quote | None = Field(
        default=None, description="At most 25 of its words, only where a stored copy shows them."
    )
    interest: InterestOf | None = Field(default=None, description="Only where it differs from the origin's.")
