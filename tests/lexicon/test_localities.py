"""The register of localities and the towns: against their sources, and what is refused."""

import re
from collections.abc import Callable

import pytest
from lokal import wilayah

from extractor.errors import LexiconError
from extractor.lexicon import localities
from extractor.lexicon.foreign import foreign_words
from extractor.lexicon.localities import locality_codes, locality_key, locality_words, towns
from extractor.lexicon.regions import gazetteer, words_of
from extractor.lexicon.resource import read_packed


def test_the_register_is_that_of_lokal() -> None:
    codes: dict[str, list[str]] = {}
    for source in (wilayah._base(), wilayah._desa()):
        for code, name in source.items():
            if code.count(".") >= 2:
                codes.setdefault(locality_key(name), []).append(code.replace(".", ""))
    lines = [f"{key},{' '.join(sorted(found))}" for key, found in sorted(codes.items())]
    assert read_packed(localities.REGISTER).splitlines() == ["name,codes", *lines]


def test_a_name_leads_to_districts_and_villages() -> None:
    assert "33.22.07" in locality_codes("banyubiru")
    assert locality_codes("nosuchplace") == ()


def test_towns_lie_in_regencies_and_bear_no_region_s_name() -> None:
    regions, names = gazetteer().regions, gazetteer().names
    assert [code for codes in towns().values() for code in codes if code not in regions] == []
    assert [name for name in towns() if words_of(name) in names] == []


def test_codes_abroad_are_of_countries_or_parts_of_the_world() -> None:
    odd = [
        code
        for code in foreign_words().places.values()
        if not re.fullmatch(r"[A-Z]{2}|\d{3}", code)
    ]
    assert odd == []


def test_a_register_that_is_missing_or_damaged_is_told() -> None:
    with pytest.raises(LexiconError, match="missing"):
        read_packed("nosuch.csv.gz")
    with pytest.raises(LexiconError, match="damaged"):
        read_packed(localities.TOWNS)


@pytest.mark.parametrize(
    ("name", "text", "call"),
    [
        ("read_text", "name\nMaumere\n", lambda: towns.__wrapped__()),
        ("read_packed", "a,b\n", lambda: localities._register.__wrapped__()),
        ("read_yaml", {}, lambda: locality_words.__wrapped__()),
    ],
    ids=["towns", "register", "words"],
)
def test_broken_data_is_refused(
    name: str, text: object, call: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(localities, name, lambda file: text)
    with pytest.raises(LexiconError):
        call()
