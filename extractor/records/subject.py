"""Whom a score or rank belongs to."""

import re
from typing import Literal, Self

from pydantic import model_validator

from extractor.records.base import LOCALITY, Name, Record


class Subject(Record):
    """A region (Kemendagri code), the country (`ID`), an organisation or a locality by its name.

    A locality is a kecamatan, kelurahan, desa, nagari, or a town that is no region of its own; it
    has its code in the register (`13.06.04.2001`) where the article settles which one it is.
    """

    kind: Literal["region", "country", "organisation", "locality"]
    """What it is."""
    code: str | None = None
    """Its Kemendagri code, `ID` for the country; None for an organisation."""
    name: Name
    """Its name: the official one of a region."""

    @model_validator(mode="after")
    def _code_fits_kind(self) -> Self:
        if self.kind == "locality":
            if self.code is not None and re.match(LOCALITY, self.code) is None:
                raise ValueError(f"{self.code!r} is no code of a district or village")
        elif (self.kind == "organisation") != (self.code is None):
            raise ValueError("a region or country has a code, an organisation has none")
        return self
