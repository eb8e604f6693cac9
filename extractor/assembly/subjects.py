"""Subjects of records from regions, the country, and organisations."""

from extractor.lexicon.regions import gazetteer
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.records import Subject

COUNTRY = "ID"


def region_subject(code: str) -> Subject:
    """Return the region of Kemendagri `code` as a subject."""
    return Subject(kind="region", code=code, name=gazetteer().regions[code].name)


def subject_of(mention: SubjectMention) -> Subject:
    """Return the subject that `mention` names."""
    if mention.kind == "region":
        return region_subject(mention.code)
    if mention.kind == "country":
        return Subject(kind="country", code=COUNTRY, name="Indonesia")
    if mention.kind == "locality":
        return Subject(kind="locality", code=mention.code or None, name=mention.name)
    return Subject(kind="organisation", name=mention.name)
