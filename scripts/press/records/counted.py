"""The count: one thing that anybody can count in a text, counted."""

from pydantic import Field

from press.records.base import Count, Part, Text
from press.records.vocabulary import Measure


class Counted(Part):
    """One measure of a text, and which words were counted."""

    measure: Measure = Field(description="What is counted.")
    number: Count = Field(description="How often it is there.")
    note: Text = Field(description="What was counted, so that a reader can count again.")
