# ruff: noqa: E501 (news)
"""Whole constructions as records: lists of classes, cells, chains, years, winners in winners."""

from decimal import Decimal

import pytest

from extractor.records import Article
from tests.links import constructions
from tests.reader import reader

Told = tuple[str, str]


def read(text: str) -> Article:
    return reader().extract(text)


def ranks(text: str) -> set[tuple[str | None, int, str | None]]:
    """Return subject, place and class of each rank."""
    return {(rank.subject.code, rank.position, rank.category) for rank in read(text).ranks}


def places(text: str) -> set[tuple[str | None, int]]:
    """Return subject and place of each rank."""
    return {(rank.subject.code, rank.position) for rank in read(text).ranks}


def scores(text: str) -> set[tuple[str | None, str, str | None]]:
    """Return subject, value and period of each score."""
    return {
        (score.subject.code, _plain(score.value), score.period and str(score.period))
        for score in read(text).scores
    }


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Peringkat teratas SPBE 2024 diumumkan Kementerian PANRB. Kategori kota: 1. Kota Tegal 4,31 "
            "2. Kota Blitar 4,22 3. Kota Madiun 4,10 Kategori kabupaten: 1. Kabupaten Sigi 4,05 "
            "2. Kabupaten Pati 3,98 3. Kabupaten Alor 3,90",
            {("33.76", 1, "kota"), ("35.72", 2, "kota"), ("35.77", 3, "kota")}
            | {("72.10", 1, "kabupaten"), ("33.18", 2, "kabupaten"), ("53.05", 3, "kabupaten")},
            id="values",
        ),
        pytest.param(
            "Pemenang Innovative Government Award 2023 untuk kategori kota: 1. Kota Surakarta 2. Kota Bogor "
            "3. Kota Mojokerto. Untuk kategori kabupaten: 1. Kabupaten Lamongan 2. Kabupaten Wonogiri "
            "3. Kabupaten Situbondo.",
            {("33.72", 1, "kota"), ("32.71", 2, "kota"), ("35.76", 3, "kota")}
            | {("35.24", 1, "kabupaten"), ("33.12", 2, "kabupaten"), ("35.12", 3, "kabupaten")},
            id="sentences",
        ),
        pytest.param(
            "Daftar peringkat Indeks Desa Membangun 2024: Provinsi: 1. Bali 2. Jawa Timur 3. Jawa Tengah "
            "Kabupaten: 1. Badung 2. Sleman 3. Bantul",
            {("51", 1, "provinsi"), ("35", 2, "provinsi"), ("33", 3, "provinsi")}
            | {("51.03", 1, "kabupaten"), ("34.04", 2, "kabupaten"), ("34.02", 3, "kabupaten")},
            id="bare",
            marks=pytest.mark.xfail(strict=True, reason="held improbable by a little"),
        ),
    ],
)
def test_classes_in_one_line(text: str, told: set[tuple[str | None, int, str | None]]) -> None:
    assert ranks(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Nilai IPM 2024 di Sumatera Barat menurut BPS sebagai berikut:\nNo\nDaerah\nIPM\n1\nKota Padang\n84,38\n"
            "2\nKota Bukittinggi\n83,76\n3\nKota Solok\n80,92",
            {("13.71", "84.38", "2024"), ("13.75", "83.76", "2024"), ("13.72", "80.92", "2024")},
            id="numbered",
        ),
        pytest.param(
            "Berikut skor Indeks Kota Toleran tahun 2023:\nSalatiga\n6,45\nSingkawang\n6,42\nManado\n6,37\n",
            {("33.73", "6.45", "2023"), ("61.72", "6.42", "2023"), ("71.71", "6.37", "2023")},
            id="bare",
        ),
        pytest.param(
            "Indeks SPBE 2022 kabupaten di Bali:\n\nKabupaten\n\nNilai\n\nBadung\n\n3,61\n\nGianyar\n\n3,40\n\n"
            "Tabanan\n\n3,12\n",
            {("51.03", "3.61", "2022"), ("51.04", "3.4", "2022"), ("51.02", "3.12", "2022")},
            id="blank lines",
        ),
    ],
)
def test_one_cell_a_line(text: str, told: set[tuple[str | None, str, str | None]]) -> None:
    assert scores(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "IPM tertinggi di Jawa Tengah diraih Kota Salatiga, disusul Kota Semarang, lalu Kota Surakarta. "
            "Setelah itu Kota Magelang.",
            {("33.73", 1), ("33.74", 2), ("33.72", 3), ("33.71", 4)},
            id="sentence",
        ),
        pytest.param(
            "Peringkat pertama MCP ditempati Kota Madiun dengan nilai 96, diikuti Kota Batu 95, berikutnya Kota "
            "Kediri 94, setelah itu Kota Blitar 93.",
            {("35.77", 1), ("35.79", 2), ("35.71", 3), ("35.72", 4)},
            id="values",
        ),
        pytest.param(
            "Skor SPI tertinggi dicatat Provinsi Bali 78,5. Disusul Provinsi Riau 77,1 dan Provinsi Jambi 76,4. "
            "Setelah itu ada Provinsi Aceh 75,2.",
            {("51", 1), ("14", 2), ("15", 3), ("11", 4)},
            id="two at once",
        ),
    ],
)
def test_a_chain_of_four(text: str, told: set[tuple[str | None, int]]) -> None:
    assert places(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Nilai IPM kota di Sulawesi Utara:\nDaerah\t2022\t2023\nKota Manado\t80,20\t80,95\nKota Bitung\t75,11\t75,80\n",
            {("71.71", "80.2", "2022"), ("71.71", "80.95", "2023")}
            | {("71.72", "75.11", "2022"), ("71.72", "75.8", "2023")},
            id="tabs",
        ),
        pytest.param(
            "Indeks SPBE di Banten:\n| Daerah | 2023 | 2024 |\n|---|---|---|\n| Kota Serang | 3,10 | 3,45 |\n"
            "| Kabupaten Lebak | 2,90 | 3,02 |\n",
            {("36.73", "3.1", "2023"), ("36.73", "3.45", "2024")}
            | {("36.02", "2.9", "2023"), ("36.02", "3.02", "2024")},
            id="pipes",
        ),
        pytest.param(
            "Perkembangan nilai SAKIP di Riau:\nPemda\n2021\n2022\nKota Dumai\n65,20\n66,31\nKabupaten Siak\n70,15\n"
            "71,02\nKabupaten Kampar\n62,40\n63,55\n",
            {("14.72", "65.2", "2021"), ("14.72", "66.31", "2022"), ("14.08", "70.15", "2021")}
            | {("14.08", "71.02", "2022"), ("14.01", "62.4", "2021"), ("14.01", "63.55", "2022")},
            id="cells",
        ),
    ],
)
def test_two_years_as_columns(text: str, told: set[tuple[str | None, str, str | None]]) -> None:
    assert scores(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Penerima Innovative Government Award 2022:\nKategori Kota Terinovatif\n1. Kota Bogor\n2. Kota Surakarta\n"
            "Kategori Kabupaten Terinovatif\n1. Kabupaten Sigi\n2. Kabupaten Pati\n",
            {("32.71", 1), ("33.72", 2), ("72.10", 1), ("33.18", 2)},
            id="headings",
        ),
        pytest.param(
            "Daftar juara Paritrana Award 2023:\n1. Kategori Kota\na. Kota Depok\nb. Kota Tegal\n"
            "2. Kategori Kabupaten\na. Kabupaten Bantul\nb. Kabupaten Kudus\n",
            {("32.76", 1), ("33.76", 2), ("34.02", 1), ("33.19", 2)},
            id="letters",
        ),
        pytest.param(
            "Peringkat Indeks Kota Toleran 2023 diumumkan Setara Institute. Tiga teratas berturut-turut Singkawang, "
            "Bekasi, dan Salatiga, sedangkan tiga terbawah Depok, Cilegon, dan Padang.",
            {("61.72", 1), ("32.75", 2), ("33.73", 3)},
            id="top beside bottom",
        ),
    ],
)
def test_winners_in_winners(text: str, told: set[tuple[str | None, int]]) -> None:
    found = places(text)
    assert {(code, place) for code, place in found if place > 0} == told


def named(kind: str, article: Article) -> set[tuple[str, ...]]:
    """Return what `article` tells, as the rows of `constructions.yaml` tell it."""
    if kind in ("cells", "years"):
        return {
            (score.subject.name, _plain(score.value), str(score.period)) for score in article.scores
        }
    found: set[tuple[str, ...]] = {
        (rank.subject.name, str(rank.position), str(rank.category))
        for rank in article.ranks
        if rank.position > 0
    }
    return found if kind == "classes" else {row[:2] for row in found}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        pytest.param(
            kind,
            told,
            id=f"{kind} {told.id}",
            marks=pytest.mark.xfail(strict=True, reason=told.fails) if told.fails else (),
        )
        for kind in ("classes", "cells", "chain", "years", "winners")
        for told in constructions.told(kind)
    ],
)
def test_variants(kind: str, told: constructions.Told) -> None:
    assert named(kind, read(told.text)) == told.rows
