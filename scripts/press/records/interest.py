"""What somebody stands to gain or lose in the matter, as voices, origins and items of evidence give it."""

from typing import Self

from pydantic import Field, model_validator

from press.records.base import Part, Text
from press.records.vocabulary import Interest


class InterestOf(Part):
    """An interest, whose side it is on, and what that rests on."""

    kind: Interest = Field(
        description="The interest. Where a town argues about its market, the council and its traders are a party each."
    )
    of: Text | None = Field(
        default=None, description="Whose side, such as 'the council' or 'the traders'; left out for none-known."
    )
    basis: Text = Field(description="What that rests on.")

    @model_validator(mode="after")
    def _a_side_is_named(self) -> Self:
        if (self.of is None) != (self.kind is Interest.NONE_KNOWN):
            raise ValueError("say in 'of' whose interest it is; where none is known, leave 'of' out")
        return self
