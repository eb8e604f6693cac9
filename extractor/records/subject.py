"""Whom a score or rank belongs to."""

from typing import Literal, Self

from pydantic import model_validator

from extractor.records.base import Name, Record


class Subject(Record):
    """A region (Kemendagri code), the country (`ID`), or an organisation by its name."""

    kind: Literal["region", "country", "organisation"]
    code: str | None = None
    name: Name

    @model_validator(mode="after")
    def _code_fits_kind(self) -> Self:
        if (self.kind == "organisation") != (self.code is None):
            raise ValueError("a region or country has a code, an organisation has none")
        return self
