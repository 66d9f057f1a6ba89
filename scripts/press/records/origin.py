"""The origin: the root that evidence goes back to."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from press.records.base import Markdown, Record, Text, VoiceRef
from press.records.interest import InterestOf
from press.records.vocabulary import OriginKind


class Origin(Record):
    """One root of evidence: an observation, an object, a statement, a document or a dataset."""

    KIND: ClassVar[str] = "origin"
    FOLDER: ClassVar[str] = "origins"

    what: Annotated[Text, Field(max_length=160)] = Field(
        description="What it is, short: 'The remnants, examined by hand'."
    )
    about: Markdown | None = Field(default=None, description="What one should know of it, and why it counts as one.")
    kind: OriginKind = Field(description="What kind of root it is.")
    voice: VoiceRef | None = Field(default=None, description="Whose statement, observation or document it is.")
    interest: InterestOf | None = Field(default=None, description="Its interest, where that is not its voice's.")

    @model_validator(mode="after")
    def _an_interest_is_known_or_derived(self) -> Self:
        if self.voice is None and self.interest is None:
            raise ValueError("name the 'voice' whose it is, or give an 'interest' of its own")
        return self
