"""A province, regency or city that the article names."""

from typing import Literal

from extractor.records.base import Name, Record, RegionCode
from extractor.records.evidence import EvidenceList


class Region(Record):
    """A region; `province` is the code of the province it lies in (its own, for a province)."""

    code: RegionCode
    name: Name
    level: Literal["province", "regency", "city"]
    province: RegionCode
    evidence: EvidenceList
