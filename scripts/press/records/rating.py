"""A finding with its confidence, as claims and cases give them."""

from typing import Self

from pydantic import Field, model_validator

from press.records.base import Part
from press.records.vocabulary import Confidence, SoFinding


class Rating(Part):
    """Whether something is so, and how sure one can be of that."""

    finding: SoFinding = Field(description="Is it so?")
    confidence: Confidence | None = Field(default=None, description="How sure one can be; left out when not checkable.")

    @model_validator(mode="after")
    def _confidence_fits_the_finding(self) -> Self:
        if self.finding is SoFinding.NOT_CHECKABLE:
            if self.confidence is not None:
                raise ValueError("take 'confidence' out; a finding that is not-checkable has none")
        elif self.confidence is None:
            raise ValueError("give a 'confidence'; only a finding that is not-checkable has none")
        return self
