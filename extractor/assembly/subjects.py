"""Subjects of records from regions, the country, and organisations."""

from extractor.lexicon.regions import gazetteer
from extractor.links.slots import Slot
from extractor.records import Subject

COUNTRY = "ID"


def region_subject(code: str) -> Subject:
    """Return the region of Kemendagri `code` as a subject."""
    return Subject(kind="region", code=code, name=gazetteer().regions[code].name)


def slot_subject(slot: Slot) -> Subject:
    """Return the subject that `slot` names."""
    if slot.kind == "region":
        return region_subject(slot.code)
    if slot.kind == "country":
        return Subject(kind="country", code=COUNTRY, name="Indonesia")
    return Subject(kind="organisation", name=slot.name)
