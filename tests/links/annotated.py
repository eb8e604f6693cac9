"""Checking records against annotated lines: what is said of each tagged place, and nothing else.

A tag encloses the value, grade or place that a record stands on. `subject` is a region code, `ID`,
or the name of an organisation; several codes, with spaces between them, are as many records of one
place. `none` says that the record leaves a field open.
"""

from collections.abc import Sequence

from extractor.records import Article, Rank, Score
from models.annotated import Example, Tagged
from tests.reader import reader

Fact = Score | Rank


def read(line: Example) -> Article:
    """Return what the extractor reads in the text of `line`."""
    return reader().extract(line.text, published=line.published)


def check(line: Example, facts: Sequence[Fact]) -> None:
    """Assert that `facts` are those that `line` tags, in any order."""
    wanted = [(tag, subject) for tag in line.tagged for subject in _subjects(tag)]
    found, unexpected = [], []
    for fact in facts:
        place = next((one for one in wanted if _stands_on(fact, *one)), None)
        if place is None:
            unexpected.append(fact)
        else:
            wanted.remove(place)
            found.append((fact, place[0]))
    assert (wanted, unexpected) == ([], [])
    for fact, tag in found:
        names = [name for name in tag.attributes if name != "subject"]
        assert {name: _plain(fact, name) for name in names} == {
            name: tag.attributes[name] for name in names
        }


def _subjects(tag: Tagged) -> list[str]:
    said = tag.attributes["subject"]
    return said.split() if said[:1].isdigit() else [said]


def _stands_on(fact: Fact, tag: Tagged, subject: str) -> bool:
    same = subject in (fact.subject.code, fact.subject.name)
    return same and any(e.start <= tag.start and tag.end <= e.end for e in fact.evidence)


def _plain(fact: Fact, name: str) -> str:
    value = getattr(fact, name)
    return "none" if value is None else str(value)
