"""What is written to a file of corrections is read back as it was said, whatever the words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.questions.corrections.applied import Fact, put_right, spans_of
from extractor.archive.questions.corrections.file import Correction, digest_of, parse_corrections
from extractor.archive.questions.corrections.form import Kind, problems, same, told
from extractor.facts.corrections import Said, corrections_of, corrections_text
from extractor.facts.draft import known_data
from extractor.facts.match import Context
from extractor.facts.names import Names
from extractor.records import Subject
from tests import articles as a

VILLAGE = Subject(kind="locality", code="13.06.04.2001", name="Nagari Kapau")
TOWN = Subject(kind="locality", name="Kecamatan Bukit")
# A body that is called like a number, or like a region's code.
ODD = Subject(kind="organisation", name="15.71")
RECORDS: dict[str, tuple[Kind, Any]] = {
    "region": ("regions", a.region()),
    "index": ("indices", a.index()),
    "open index": ("indices", a.index("indeks-daya-beli", "Indeks Daya Beli")),
    "score": ("scores", a.score()),
    "bound": ("scores", a.score(comparison="gt", unit="persen", basis="yoy", assessor="BPS")),
    "grade": ("scores", a.score(value=None, subject=VILLAGE)),
    "town": ("scores", a.score(subject=TOWN)),
    "odd": ("scores", a.score(subject=ODD)),
    "nation": ("scores", a.score(subject=Subject(kind="country", code="ID", name="Indonesia"))),
    "rank": ("ranks", a.rank(position=-10, position_end=-1, direction="best", out_of=38)),
    "official": ("officials", a.official(acting=True, subject=a.JAMBI)),
    "quote": ("quotes", a.quote(verb="kata", date="2025-01-04")),
    "day": ("dates", a.day()),
}
CONTEXT = Context(a.TEXT, {}, Names.of(a.TEXT))


def accepted(kind: Kind, record: Any) -> Correction:
    digest = digest_of(a.TEXT)
    return Correction("a1", digest, kind, spans_of(record), told(kind, record), "accepted")


@pytest.mark.parametrize(("kind", "record"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_found_by_what_is_written_of_it(kind: Kind, record: Any) -> None:
    assert list(problems(kind, told(kind, record))) == []
    (one,) = parse_corrections(corrections_text("", [], [accepted(kind, record)]), "x")
    facts = [Fact(0, record, read=record)]
    assert put_right(facts, [one], a.TEXT) == []
    assert [fact.mark for fact in facts] == ["accepted"], "no second row"


@pytest.mark.parametrize(("kind", "record"), RECORDS.values(), ids=RECORDS)
def test_what_nobody_changed_is_accepted_not_corrected(kind: Kind, record: Any) -> None:
    fact = Fact(0, record, read=record)
    said = [Said(kind, known_data(record, CONTEXT), 0)]
    made, faults = corrections_of("a1", said, {kind: [fact]}, CONTEXT)
    assert ([one.becomes for one in made], faults) == (["accepted"], [])


WORDS = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4, unique_by=lambda one: one[0].strip()))
def test_any_words_come_back(said: list[tuple[str, str, str]]) -> None:
    made = [
        Correction(
            id.strip(),
            digest_of(name),
            "officials",
            ((0, 3),),
            None,
            {"name": name.strip(), "office": office.strip()},
        )
        for id, name, office in said
    ]
    found = parse_corrections(corrections_text("", [], made), "x")
    assert [(one.article, one.digest, one.at) for one in found] == [
        (one.article, one.digest, one.at) for one in made
    ]
    assert all(same(one.fact, other.fact) for one, other in zip(found, made, strict=True))
