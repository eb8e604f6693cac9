"""A province, regency or city that the article names."""

from typing import Literal

from extractor.records.base import Name, Record, RegionCode
from extractor.records.evidence import EvidenceList


class Region(Record):
    """A region; `province` is the code of the province it lies in (its own, for a province)."""

    code: RegionCode
    """Its Kemendagri code."""
    name: Name
    """Its official name."""
    level: Literal["province", "regency", "city"]
    """Whether a province, a regency or a city."""
    province: RegionCode
    """The code of its province (its own, for a province)."""
    evidence: EvidenceList
    """Where it was read."""
