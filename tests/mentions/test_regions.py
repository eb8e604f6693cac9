"""The component `fakta_regions`: annotated lines and what must hold of any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.regions import gazetteer, words_of
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.regions import Regions
from models.annotated import Example
from tests.mentions.annotated import cases, check

COMPONENTS = ("fakta_regions",)


@pytest.mark.parametrize("line", cases("regions"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, RegionMention)


def codes(text: str, nlp: Language) -> list[str]:
    return [mention.code for mention in spans.read(nlp(text), RegionMention)]


def test_a_dateline_behind_a_headline_is_the_city(nlp: Language) -> None:
    text = (
        "Warga Sambut Layanan Baru\n"
        "BENGKULU, lembarwarga | Layanan antar dokumen mulai berjalan di seluruh kelurahan."
    )
    assert codes(text, nlp) == ["17.71"]


def test_the_paper_in_the_dateline_is_no_region(nlp: Language) -> None:
    text = "PALU (Pos Sulteng) – Layanan antar dokumen mulai berjalan di seluruh kelurahan kota."
    assert codes(text, nlp) == ["72.71"]


def test_a_name_does_not_reach_over_a_line_break(nlp: Language) -> None:
    assert codes("Warga menanti kabar dari Papua\nBarat daya tarik wisata.", nlp) == ["91"]


def test_provinces_in_the_article_make_a_namesake_of_the_city_a_province(nlp: Language) -> None:
    text = "1. Banten (49,1)\n2. Bali (48,0)\n3. Jawa Tengah (47,4)\n4. Yogyakarta (47,1)"
    assert codes(text, nlp)[-1] == "34"


def test_a_heading_gives_the_lines_below_their_level(nlp: Language) -> None:
    text = (
        "Berikut lima besar kategori kota:\n1. Bogor (81,2)\n2. Sukabumi (80,1)\n\n"
        "Kategori kabupaten:\n- Bogor 70\n- Cirebon 60"
    )
    assert codes(text, nlp) == ["32.71", "32.72", "32.01", "32.09"]


def test_a_list_of_lines_without_a_level_is_left_open(nlp: Language) -> None:
    found = spans.read(nlp("Hasilnya:\n1. Bogor\n2. Garut"), RegionMention)
    assert [mention.candidates for mention in found] == ["32.71 32.01", ""]


def test_namesakes_in_two_provinces_follow_the_province_named(nlp: Language) -> None:
    assert codes("Warga Banjar di Kalimantan Selatan menunggu.", nlp) == ["63.03", "63"]


@pytest.fixture(scope="module")
def component() -> Regions:
    return Regions()


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return Language().vocab


@pytest.mark.parametrize("code", sorted(gazetteer().regions))
def test_every_official_name_is_read_back(code: str, component: Regions, vocab: Vocab) -> None:
    words = f"Data {gazetteer().regions[code].name} terbit".split()
    found = component.find(Doc(vocab, words=words))
    assert [mention.code for mention in found] == [code]


FRAMES = [
    pytest.param(frame, levels, id=frame)
    for frame, levels in (
        ("Warga {} menunggu hasil penilaian itu.", ("province", "regency", "city")),
        ("Nilai {} (81,2) naik.", ("province", "regency", "city")),
        ("Kepala BPS {} menjelaskan.", ("province", "regency", "city")),
        ("IPM {} 2024 sebesar 72,1.", ("province", "regency", "city")),
        ("Pemkab {} meraih penghargaan.", ("regency",)),
        ("PEMERINTAH KABUPATEN {} MENANG", ("regency",)),
        ("Bupati {} Ahmad Subagja membuka acara.", ("regency",)),
        ("Pemerintah Kota (Pemkot) {} menang.", ("city",)),
        ("kata Walikota {}, Ahmad Subagja.", ("city",)),
        ("Pemprov {} menang.", ("province",)),
        ("Gubernur {} hadir.", ("province",)),
        ("Nilai itu tertinggi se-{}.", ("province",)),
    )
]


@pytest.mark.parametrize(("frame", "levels"), FRAMES)
def test_every_region_is_found_in(
    frame: str, levels: tuple[str, ...], component: Regions, vocab: Vocab
) -> None:
    names, missed = gazetteer().names, []
    for region in gazetteer().regions.values():
        if region.level not in levels:
            continue
        name = region.bare.upper() if frame.isupper() else region.bare
        found = [m.code for m in component.find(Doc(vocab, words=frame.format(name).split()))]
        # where the frame leaves the level open, any namesake will do
        namesakes = names[words_of(region.bare)] if len(levels) > 1 else (region.code,)
        if len(found) != 1 or found[0] not in namesakes:
            missed.append((name, found))
    assert missed == []


@pytest.mark.parametrize("spelling", ["joined", "hyphenated", "small second part"])
def test_every_name_of_two_words_is_read_in_its(
    spelling: str, component: Regions, vocab: Vocab
) -> None:
    missed = []
    for region in gazetteer().regions.values():
        first, *rest = region.bare.replace("-", " ").split()
        if region.level == "province" or len(rest) != 1:
            continue
        if spelling != "joined" and first != rest[0]:
            continue
        parts = [first, *rest] if spelling == "hyphenated" else [first, rest[0].lower()]
        name = ("" if spelling == "joined" else "-").join(parts)
        head = "Pemkab" if region.level == "regency" else "Pemkot"
        found = [m.code for m in component.find(Doc(vocab, words=[head, name, "menang"]))]
        if found != [region.code]:
            missed.append((name, found))
    assert missed == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*"-/.,()\n'", "Kota", "Kabupaten", "dan", "Bandung", "se-", "Jambi", "(Pemkot)"]
            ),
            st.text(min_size=1, max_size=6).filter(lambda text: not text.isspace()),
        ),
        max_size=20,
    )
)
def test_any_text_gives_the_same_mentions_apart(
    component: Regions, vocab: Vocab, words: list[str]
) -> None:
    doc = Doc(vocab, words=words)
    found = component.find(doc)
    assert found == component.find(doc)
    assert all(m.start < m.end <= len(doc) for m in found)
    # What is left open names those that it may be.
    codes = [code for m in found for code in ([m.code] if m.code else m.candidates.split() or [""])]
    assert set(codes) <= set(gazetteer().regions)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_huge_token_is_passed_over(component: Regions, vocab: Vocab) -> None:
    doc = Doc(vocab, words=["Kota", "B" * 100_000, "Bandung"])
    assert [mention.start for mention in component.find(doc)] == [2]
