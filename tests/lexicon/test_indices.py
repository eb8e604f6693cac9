from decimal import Decimal
from typing import Any

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.indices import catalogue, parse, slug

ENTRY: dict[str, Any] = {"id": "xyz", "name": "Indeks Xyz"}


def content(**entry: object) -> dict[str, Any]:
    return {"indices": [{**ENTRY, **entry}], "others": [], "rivals": {}, "words": {}}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("SPBE", ("spbe",)),
        ("smart city", ("smart-city",)),
        ("IPP", ("indeks-pelayanan-publik", "indeks-pembangunan-pemuda", "partisipasi-pemilu")),
        ("Opini BPK", ("opini-bpk",)),
        ("Kepatuhan Standar Pelayanan Publik", ("kepatuhan-pelayanan-publik",)),
        ("Nilai SAKIP", ("sakip",)),
        ("Kota Layak Anak (KLA)", ("kla",)),
        ("Pembangunan Manusia", ("ipm",)),
        ("Indeks Keterbukaan Informasi Publik", ("ikip",)),
        ("spbe", ("spbe",)),
        ("Indeks Rasa Kopi", ()),
    ],
)
def test_resolve_all(name: str, ids: tuple[str, ...]) -> None:
    assert catalogue().resolve_all(name) == ids


def test_resolve_takes_the_default_of_two_meanings() -> None:
    assert catalogue().resolve("IPP") == "indeks-pelayanan-publik"
    assert catalogue().resolve("Indeks Rasa Kopi") is None


@pytest.mark.parametrize("id", [entry.id for entry in catalogue().entries])
def test_every_name_resolves_to_its_entry(id: str) -> None:
    entry = catalogue().get(id)
    assert entry is not None
    for name in (*entry.names, *entry.acronyms):
        assert id in catalogue().resolve_all(name)


@pytest.mark.parametrize(
    ("id", "value", "grade"),
    [
        ("spbe", "4.2", "Memuaskan"),
        ("spbe", "4.19", "Sangat Baik"),
        ("spbe", "1.79", "Kurang"),
        ("spbe", "5.01", None),
        ("sakip", "80", "BB"),
        ("sakip", "80.01", "A"),
        ("kepatuhan-pelayanan-publik", "95.65", "Zona Hijau"),
        ("idm", "0.8155", "Maju"),
        ("idm", "0.8156", "Mandiri"),
        ("irbi", "144", "Sedang"),
        ("irbi", "13", "Rendah"),
        ("kinerja-pdam", "2.8", "Kurang Sehat"),
        ("aqi", "101", "Tidak Sehat bagi Kelompok Sensitif"),
        ("ikk-konsumen", "121.7", "Zona Optimis"),
        ("smart-city", "3.48", None),
        ("nicht", "1", None),
    ],
)
def test_grade_of_value(id: str, value: str, grade: str | None) -> None:
    assert catalogue().grade_of_value(id, Decimal(value)) == grade


@pytest.mark.parametrize(
    ("id", "word", "grade"),
    [
        ("opini-bpk", "wajar tanpa pengecualian", "WTP"),
        ("kub", "rukun tinggi", "Tinggi"),
        ("idm", "pra sembada", "Maju"),
        ("mcp", "hijau", "Hijau"),
        ("wahana-tata-nugraha", "plakat wtn", "Plakat WTN"),
        ("wahana-tata-nugraha", "wiratama", "WTN Wiratama"),
        ("adipura", "piagam adipura", "Sertifikat Adipura"),
        ("spbe", "Nindya", None),
    ],
)
def test_grade(id: str, word: str, grade: str | None) -> None:
    assert catalogue().grade(id, word) == grade


def test_scale_is_exact() -> None:
    scale = catalogue().scale("spbe")
    assert scale is not None
    assert (scale.min, scale.max) == (Decimal(1), Decimal(5))
    assert catalogue().scale("indeks-rasa-kopi") is None


def test_slug_leaves_out_the_acronym() -> None:
    assert slug("Indeks Daya Beli (IDB)") == "indeks-daya-beli"


@pytest.mark.parametrize(
    "broken",
    [
        {"unknown": 1},
        {"name": "Indeks  Xyz"},
        {"weak": ["Abc"]},
        {"predicates": [{"grade": "Baik", "from": 3, "to": 2}]},
        {"predicates": [{"grade": "Baik", "from": 3}]},
        {"predicates": [{"grade": "A", "from": 2, "to": 3}, {"grade": "B", "from": 1, "to": 2}]},
        {"predicates": [{"grade": "B", "from": 1, "below": 2}, {"grade": "A", "from": 2, "to": 3}]},
        {"scale": {"min": 5, "max": 1}},
        {"scale": {"max": 100, "usual": [90, 20]}},
        {"scale": {"max": 2}, "predicates": [{"grade": "A", "from": 1, "to": 3}]},
        {"predicates": [{"grade": "A"}, {"grade": "B", "words": ["a"]}]},
    ],
    ids=str,
)
def test_broken_entry_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(LexiconError, match=r"indices\.yaml"):
        parse(content(**broken))


def test_an_id_may_stand_only_once() -> None:
    data = content()
    data["indices"].append(dict(ENTRY))
    with pytest.raises(LexiconError, match="twice"):
        parse(data)
