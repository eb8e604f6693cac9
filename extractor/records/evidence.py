"""Where in the article a fact was read."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from extractor.records.base import Record


class Evidence(Record):
    """A piece of the article: `article.text[start:end] == text`, in Python character offsets."""

    start: Annotated[int, Field(ge=0)]
    """Where it begins in the article's text, in characters from 0."""
    end: Annotated[int, Field(ge=1)]
    """Where it ends: the place behind its last character."""
    text: Annotated[str, Field(min_length=1)]
    """The characters from `start` to `end`."""

    @model_validator(mode="after")
    def _spans_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"{self.start}:{self.end} does not span {len(self.text)} characters")
        return self


EvidenceList = Annotated[tuple[Evidence, ...], Field(min_length=1)]
"""Every fact stands on at least one piece of evidence, in the order of the text."""
