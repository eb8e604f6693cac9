"""The gazetteer: the register against its source, and the data that people add."""

import re
from collections import Counter

import pytest
from lokal import wilayah

from extractor.errors import LexiconError
from extractor.lexicon import regions
from extractor.lexicon.regions import (
    Region,
    gazetteer,
    read_aliases,
    read_former,
    read_register,
    spellings,
)

_LEVELS = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}


def test_the_register_is_that_of_kemendagri() -> None:
    expected = []
    for province in wilayah.list_wilayah():
        expected.append((province.code, province.name, _LEVELS[province.type]))
        for region in wilayah.list_wilayah(province.code):
            expected.append((region.code, region.name, _LEVELS[region.type]))
    found = [(r.code, r.name.removeprefix("Provinsi "), r.level) for r in read_register()]
    assert found == expected


def test_the_register_has_every_region() -> None:
    assert Counter(region.level for region in read_register()) == {
        "province": 38,
        "regency": 416,
        "city": 98,
    }


def test_no_alias_is_said_twice() -> None:
    counted = Counter(alias.name.lower() for alias in read_aliases())
    assert [name for name, count in counted.items() if count > 1] == []


def test_no_alias_has_stray_spaces() -> None:
    assert [a.name for a in read_aliases() if a.name != " ".join(a.name.split())] == []


def test_no_alias_repeats_what_is_known_already() -> None:
    register = gazetteer().regions
    known = {
        (spelling, region.code)
        for region in register.values()
        for spelling in spellings(region.bare)
    }
    assert [
        alias.name
        for alias in read_aliases()
        if all((next(spellings(alias.name)), code) in known for code in alias.codes)
    ] == []


def test_weak_words_are_names() -> None:
    weak = gazetteer().words.weak
    names = {" ".join(name) for name in gazetteer().names}
    assert sorted(weak - names) == []


def test_an_alias_of_an_unknown_code_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regions, "read_aliases", lambda: [regions.Alias("Nowhere", ("99.99",))])
    with pytest.raises(LexiconError, match=r"'Nowhere' has the unknown code '99\.99'"):
        gazetteer.__wrapped__()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("alias\nJatim\n", "header", id="header"),
        pytest.param("alias,codes\nJatim\n", "fields", id="field-missing"),
        pytest.param("alias,codes\nJatim,\n", "fields", id="field-empty"),
    ],
)
def test_a_misshapen_file_is_refused(
    content: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regions, "read_text", lambda name: content)
    with pytest.raises(LexiconError, match=message):
        read_aliases()


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        pytest.param("Toli-Toli", ("tolitoli",), id="joined"),
        pytest.param("Bau Bau", ("bau", "-", "bau"), id="hyphen"),
        pytest.param("Lubuk Linggau", ("lubuklinggau",), id="two-words"),
        pytest.param("Kepulauan Aru", ("kep", ".", "aru"), id="shortened"),
        pytest.param("Sumatera Barat", ("sumatra", "barat"), id="sumatra"),
    ],
)
def test_spellings_of(name: str, spelling: tuple[str, ...]) -> None:
    assert spelling in set(spellings(name))


def test_names_of_old_are_told_with_their_law() -> None:
    former = read_former()
    assert all(re.fullmatch(r"(?:UU|PP) \d+/\d{4}", name.source) for name in former)
    assert [n.name for n in former if not 1999 <= n.until <= 2025] == []
    assert [n.name for n in former if gazetteer().regions[n.code].bare == n.name] == []


def test_a_name_of_old_that_means_something_else_is_asked_for() -> None:
    names = gazetteer().names
    assert names[("toba", "samosir")] == ("12.12",)
    assert names[("pontianak",)] == ("61.71",)
    assert gazetteer().asked[("pontianak",)] == "61.02"


@pytest.mark.parametrize(
    ("code", "province"),
    [
        *(("94.03", "91"), ("96.71", "92"), ("96.71", "91"), ("65.03", "64"), ("36.73", "32")),
        *(("75.71", "71"), ("19.01", "16"), ("21.71", "14"), ("76.02", "73"), ("82.71", "81")),
    ],
)
def test_a_regency_lay_in(code: str, province: str) -> None:
    assert gazetteer().lies_in(code, province)
    assert gazetteer().lies_in(code, code[:2])
    assert not gazetteer().lies_in(code, "11")


def test_a_province_lies_in_none() -> None:
    assert not gazetteer().lies_in("91", "91")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("read_former", "name,code,until,bare,source\nA,11.01,old,yes,UU 1/2000\n"),
        ("read_former", "name,code,until,bare,source\nA,11.01,2000,perhaps,UU 1/2000\n"),
        ("read_provinces", "province,former,until,source\n94,9,2022,UU 15/2022\n"),
    ],
)
def test_a_misshapen_line_of_old_is_refused(
    file: str, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regions, "read_text", lambda name: content)
    with pytest.raises(LexiconError):
        getattr(regions, file)()


def test_a_region_knows_its_bare_name_and_province() -> None:
    region = Region("31.74", "Kota Administrasi Jakarta Selatan", "city")
    assert (region.bare, region.province) == ("Jakarta Selatan", "31")
