"""Persons: mentions joined into people, and shorter mentions resolved."""

import pytest
from spacy.language import Language

import extractor.mentions.officials
import extractor.mentions.quotes
import extractor.mentions.regions  # noqa: F401 (registers the component)
from extractor.speech.focus import Focus
from extractor.speech.person_index import PersonIndex
from extractor.speech.persons import head_of, people

COMPONENTS = ("fakta_regions", "fakta_officials", "fakta_quotes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wakil Presiden Hasan Kadir datang. Wapres Hasan Kadir pulang.",
            [("Hasan Kadir", "Wakil Presiden")],
        ),
        ("Menteri Sosial Bimo Adi datang. Menteri Bimo pulang.", [("Bimo Adi", "Menteri Sosial")]),
        ("Bupati Bimo datang. Bupati Poso Bimo Adi pulang.", [("Bimo Adi", "Bupati Poso")]),
        ("Bupati Poso Bimo Adi datang. Ketua KONI Bimo Adi pulang.", [("Bimo Adi", "Bupati Poso")]),
        (
            "Bupati Poso Bimo Adi datang. Camat Bimo pulang.",
            [("Bimo Adi", "Bupati Poso"), ("Bimo", "Camat")],
        ),
        (
            "Bupati Poso Bimo Adi datang. Bupati Sigi Bimo Hadi pulang.",
            [("Bimo Adi", "Bupati Poso"), ("Bimo Hadi", "Bupati Sigi")],
        ),
        ("Wamen Hasan Basri alias Didi datang. Wamen Didi pulang.", [("Hasan Basri", "Wamen")]),
        (
            "Mantan Bupati Poso Bimo Adi datang. Ketua KONI Bimo Adi pulang.",
            [("Bimo Adi", "Ketua KONI")],
        ),
        (
            "Menteri Sosial Bimo Adi datang. Ketua PKK Tri Bimo Adi pulang.",
            [("Bimo Adi", "Menteri Sosial"), ("Tri Bimo Adi", "Ketua PKK")],
        ),
    ],
    ids=[
        "short-office",
        "short-name",
        "full-name-later",
        "first-office",
        "other-office",
        "other-name",
        "nickname",
        "former",
        "wife",
    ],
)
def test_one_record_for_each_person(
    nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(person.name, person.office) for person in people(nlp(text))] == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kapolres Poso AKBP Bimo Adi pulang.", "behind:title"),
        ("Bupati Poso Bimo Adi pulang.", "behind:name"),
        ("Bupati Poso, Bimo Adi, pulang.", "comma:name"),
        ("Bimo Adi, Bupati Poso, pulang.", "before:name"),
        ("Bupati Poso Xeno Ruvo pulang.", "behind:bare"),
    ],
)
def test_how_the_office_was_read(nlp: Language, text: str, rule: str) -> None:
    assert [person.rule for person in people(nlp(text))] == [rule]


def test_every_mention_is_evidence(nlp: Language) -> None:
    doc = nlp("Menteri Sosial Bimo Adi datang. Menteri Bimo pulang.")
    [person] = people(doc)
    assert [doc[a:b].text for a, b in person.spans] == ["Menteri Sosial Bimo Adi", "Menteri Bimo"]


_OPENING = "Bupati Poso Rina Lamato menyambut Kapolres Poso AKBP Bayu Setia. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rina lalu pulang.", [("Rina", "Rina Lamato")]),
        ("Rina Lamato lalu pulang.", [("Rina Lamato", "Rina Lamato")]),
        ("Kapolres menutup acara.", [("Kapolres", "Bayu Setia")]),
        ("Bupati menutup acara.", [("Bupati", "Rina Lamato")]),
        ("Bupati Sigi tidak datang.", []),
        ("Camat tidak datang.", []),
        ("Warga Poso pulang.", []),
        ("Rina Wulandari pulang.", []),
    ],
)
def test_later_mentions(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    doc = nlp(_OPENING + text)
    index = PersonIndex(doc)
    found = [
        (doc[one.start : one.end].text, index.people[one.person].name)
        for one in index.references
        if one.how != "official"
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ia lalu pulang.", "Rina Lamato"),
        ("Bayu menjelaskan hal itu. Dia lalu pulang.", "Bayu Setia"),
    ],
)
def test_whom_a_pronoun_means(nlp: Language, text: str, name: str) -> None:
    doc = nlp(_OPENING + text)
    index = PersonIndex(doc)
    at = next(token.i for token in doc if token.lower_ in ("ia", "dia"))
    person = Focus(index).before(at)
    assert person is not None
    assert index.people[person].name == name


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("Wapres", "wakil presiden"),
        ("Plt. Kepala Dinas PUPR", "kepala"),
        ("Penjabat Wali Kota Jambi", "wali kota"),
        ("Walikota Denpasar", "wali kota"),
        ("Sekda", "sekretaris daerah"),
        ("Wakil Wali Kota Semarang", "wakil wali kota"),
    ],
)
def test_heads(office: str, head: str) -> None:
    assert head_of(office) == head
