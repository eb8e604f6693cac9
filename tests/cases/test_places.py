"""Places through time: provinces and names of before, levels, pairs of namesakes, spellings."""

import pytest

from tests.cases.told import findings, ranks, read, scores

# A regency or city with the province it belonged to once: whose value is it?
PROVINCES_OF_BEFORE = {
    "IPM Kabupaten Paniai, Papua, 2023 tercatat 57,1.": "Kabupaten Paniai ipm 57.1 2023",
    "IPM Kota Sorong, Papua Barat, 2021 tercatat 78,1.": "Kota Sorong ipm 78.1 2021",
    "IPM Kabupaten Mimika (Papua) 2021 tercatat 74,5.": "Kabupaten Mimika ipm 74.5 2021",
    "IPM Kabupaten Nunukan, Kalimantan Timur, 2011 tercatat 71,1.": (
        "Kabupaten Nunukan ipm 71.1 2011"
    ),
    "IPM Kabupaten Belitung, Sumatera Selatan, 1999 tercatat 62,1.": (
        "Kabupaten Belitung ipm 62.1 1999"
    ),
    "IPM Kota Ternate, Maluku, 1998 tercatat 70,2.": "Kota Ternate ipm 70.2 1998",
    "IPM Kota Tangerang (Jawa Barat) 1999 tercatat 70,2.": "Kota Tangerang ipm 70.2 1999",
    "IPM Kabupaten Boalemo, Sulawesi Utara, 1999 tercatat 60,2.": (
        "Kabupaten Boalemo ipm 60.2 1999"
    ),
    "IPM Kabupaten Mamuju - Sulawesi Selatan 2002 tercatat 62,2.": (
        "Kabupaten Mamuju ipm 62.2 2002"
    ),
    "IPM Kota Batam, Prov. Riau, 2001 tercatat 74,2.": "Kota Batam ipm 74.2 2001",
    "Kota Serang, Jawa Barat, meraih indeks 2,9 SPBE 2018.": "Kota Serang spbe 2.9 2018",
}
# Words tell that a region lies, or lay, in a province: whose value is it?
LYING_IN = {
    "IPM Kabupaten Asmat, Papua Selatan (dulu Papua), 2023 tercatat 53,1.": (
        "Kabupaten Asmat ipm 53.1 2023"
    ),
    "Kabupaten Asmat yang masih bagian Papua meraih IPM 50,2 pada 2021.": (
        "Kabupaten Asmat ipm 50.2 2021"
    ),
    "IPM Kabupaten Asmat yang kala itu masih bagian Provinsi Papua tercatat 50,2 pada 2021.": (
        "Kabupaten Asmat ipm 50.2 2021"
    ),
    "Kabupaten Nabire yang dulu masuk Papua meraih SPBE 2,1 pada 2020.": (
        "Kabupaten Nabire spbe 2.1 2020"
    ),
    "Kota Batam, dahulu bagian dari Riau, meraih SPBE 3,1 pada 2022.": "Kota Batam spbe 3.1 2022",
    "IPM Papua Tengah, pemekaran dari Papua, 2023 tercatat 60,2.": (
        "Provinsi Papua Tengah ipm 60.2 2023"
    ),
    "Provinsi Banten yang dulu bagian Jawa Barat meraih IPM 73,1 pada 2022.": (
        "Provinsi Banten ipm 73.1 2022"
    ),
}
# Names of before, and a level that a namesake of another level does not overrule.
NAMES_OF_BEFORE = {
    "Kabupaten Pontianak": "Kabupaten Mempawah",
    "Kota Pontianak": "Kota Pontianak",
    "Kotamadya Ujung Pandang": "Kota Makassar",
    "Kabupaten Toba Samosir": "Kabupaten Toba",
    "Kabupaten Mamuju Utara": "Kabupaten Pasangkayu",
    "Kabupaten Maluku Tenggara Barat": "Kabupaten Kepulauan Tanimbar",
    "Kabupaten Yapen Waropen": "Kabupaten Kepulauan Yapen",
    "Kabupaten Kepulauan Riau": "Kabupaten Bintan",
    "Provinsi Irian Jaya Barat": "Provinsi Papua Barat",
    "Provinsi Irian Jaya": "Provinsi Papua",
}
OFFICES_OF_BEFORE = {
    "Bupati Pontianak Ria Norsan hadir.": "Kabupaten Mempawah",
    "Wali Kota Pontianak Edi Kamtono hadir.": "Kota Pontianak",
    "Bupati Kutai Rita Lestari hadir.": "Kabupaten Kutai Kartanegara",
}
# No region of that level is called so, or two are.
UNSETTLED = [
    *("Kabupaten Jambi", "Kabupaten Surabaya", "Kabupaten Mura", "Kabupaten Batam"),
    *("Kota Sleman", "Kota Gunungkidul", "Kota Lombok Timur", "Pemkot Sleman", "Pemkab Surabaya"),
    *("Kabupaten Tanjung Jabung", "Provinsi Bandung"),
]
PAIRS = [
    *("Kab. Bogor & Kota Bogor", "Kota Bogor & Kab. Bogor", "Kab & Kota Bogor"),
    *("Kota/Kabupaten Bogor", "Kabupaten/Kota Bogor", "Kab/Kota Bogor", "Kab./Kota Bogor"),
    *("Kabupaten dan Kota Bogor", "Pemkab & Pemkot Bogor", "Pemkab/Pemkot Bogor"),
    *("Kab. Bogor + Kota Bogor", "Kota Bogor dan Kabupaten Bogor"),
]
SPELLINGS = {
    "Kabupaten Pak-Pak Bharat": "12.15",
    "Kabupaten Dharmas Raya": "13.10",
    "Kabupaten Toli-Toli": "72.04",
    "Kabupaten Tolitoli": "72.04",
    "Kabupaten Batang Hari": "15.04",
    "Kabupaten Batanghari": "15.04",
    "Kabupaten Muara Bungo": "15.08",
    "Kabupaten Lima Puluh Koto": "13.07",
    "Kabupaten Tulangbawang Barat": "18.12",
    "Kabupaten Penajam Pasir Utara": "64.09",
    "Kabupaten Kulon-Progo": "34.01",
    "Kabupaten Gunung-Kidul": "34.03",
    "Kabupaten Karang Asem": "51.07",
    "Kabupaten Kotabaru": "63.02",
    "Kota Pare Pare": "73.72",
    "Kota Lhok Seumawe": "11.73",
    "Prov.Riau": "14",
    "Kab.Bogor": "32.01",
    "D.I. Yogyakarta": "34",
}


@pytest.mark.parametrize("text", PROVINCES_OF_BEFORE)
def test_a_province_of_before_only_tells_where(text: str) -> None:
    assert scores(read(text)) == [PROVINCES_OF_BEFORE[text]]


@pytest.mark.parametrize("text", LYING_IN)
def test_a_province_that_words_say_a_region_lies_in(text: str) -> None:
    assert scores(read(text)) == [LYING_IN[text]]


def test_a_rank_beside_a_province_of_before() -> None:
    article = read("Kabupaten Merauke, Papua, meraih peringkat pertama SPBE 2021.")
    assert ranks(article) == ["Kabupaten Merauke spbe 1 2021"]


@pytest.mark.parametrize("name", NAMES_OF_BEFORE)
def test_a_name_of_before_keeps_its_level(name: str) -> None:
    assert scores(read(f"IPM {name} 2013 tercatat 65,1.")) == [
        f"{NAMES_OF_BEFORE[name]} ipm 65.1 2013"
    ]


@pytest.mark.parametrize("text", OFFICES_OF_BEFORE)
def test_an_office_tells_the_level(text: str) -> None:
    (official,) = read(text).officials
    assert official.subject is not None
    assert official.subject.name == OFFICES_OF_BEFORE[text]


@pytest.mark.parametrize("name", UNSETTLED)
def test_a_level_that_none_or_several_have_is_told(name: str) -> None:
    article = read(f"IPM {name} 2023 tercatat 70,1.")
    assert (article.regions, article.scores) == ((), ())
    assert findings(article) == [f"region-ambiguous {name}", "number-unlinked 70,1"]


@pytest.mark.parametrize("name", UNSETTLED)
def test_what_is_said_of_an_unsettled_name_is_no_neighbours(name: str) -> None:
    article = read(f"IPM Kabupaten Garut 2023 tercatat 68,2 dan {name} 70,1.")
    assert scores(article) == ["Kabupaten Garut ipm 68.2 2023"]
    assert "number-unlinked 70,1" in findings(article)
    article = read(f"{name} meraih peringkat pertama SPBE 2023, Kota Depok peringkat kedua.")
    assert ranks(article) == ["Kota Depok spbe 2 2023"]


def test_what_several_have_is_recorded_of_those_that_are_settled() -> None:
    article = read("Opini WTP 2023 diraih Kota Bogor, Kabupaten Surabaya, dan Kota Depok.")
    assert [score.subject.name for score in article.scores] == ["Kota Bogor", "Kota Depok"]
    assert findings(article) == ["region-ambiguous Kabupaten Surabaya"]


def test_a_town_is_that_of_its_regency_where_the_article_names_it() -> None:
    article = read("IPM Kota Sleman 2023 tercatat 84,1. Pemkab Sleman bersyukur.")
    assert scores(article) == ["Kabupaten Sleman ipm 84.1 2023"]
    article = read("Inflasi Kota Sleman pada Juli 2024 sebesar 0,2 persen.")
    assert scores(article) == ["Kabupaten Sleman inflasi 0.2 2024-07"]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_of_namesakes_has_one_value(pair: str) -> None:
    article = read(f"SPBE 2023 {pair} tercatat 3,48.")
    assert scores(article) == ["Kabupaten Bogor spbe 3.48 2023", "Kota Bogor spbe 3.48 2023"]


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_name_in_any_spelling(name: str) -> None:
    assert [region.code for region in read(f"IPM {name} naik tahun itu.").regions] == [
        SPELLINGS[name]
    ]


def test_a_level_glued_to_a_name() -> None:
    article = read("IPM Prov. Jambi 73,4 dan Prov.Riau 74,9 pada 2023, Kab.Gowa 72,1.")
    assert scores(article) == [
        "Kabupaten Gowa ipm 72.1 2023",
        "Provinsi Jambi ipm 73.4 2023",
        "Provinsi Riau ipm 74.9 2023",
    ]
    article = read("SPBE Pemkot.Palu 2,9 dan Pemprov.Sulawesi Tengah 3,1 pada 2023.")
    assert scores(article) == ["Kota Palu spbe 2.9 2023", "Provinsi Sulawesi Tengah spbe 3.1 2023"]
    article = read("SPBE Pemkab.Jember 2,9 dan Pemprov.Riau 3,1 pada 2023.")
    assert scores(article) == ["Kabupaten Jember spbe 2.9 2023", "Provinsi Riau spbe 3.1 2023"]
    (official,) = read("Bupati Kab.Gowa Rina Lamato hadir.").officials
    assert (official.name, official.subject and official.subject.code) == ("Rina Lamato", "73.06")


@pytest.mark.parametrize(
    "names",
    [
        "Kabupaten Mimika, Papua, dan Kota Sorong, Papua Barat,",
        "Kabupaten Mimika (Papua) dan Kota Sorong (Papua Barat)",
    ],
)
def test_values_in_turn_pass_over_where_regions_lie(names: str) -> None:
    article = read(f"{names} masing-masing meraih IPM 74,5 dan 78,1 pada 2021.")
    assert scores(article) == ["Kabupaten Mimika ipm 74.5 2021", "Kota Sorong ipm 78.1 2021"]


GLUED_NAMES = {
    "Jalan di Kota BanjarbaruSelama sepekan ditutup.": ["63.72"],
    "Jalan di Kota MakassarHingga kini ditutup.": ["73.71"],
    "Warga Kabupaten JemberMinta jalan dibuka.": ["35.09"],
    "Jalan di Kota Banda AcehTetap dibuka.": ["11.71"],
    "Warga Kota TangerangSelatan hadir.": ["36.74"],
    "Warga JambiSenin pagi mengungsi.": ["15"],
    "Di Kabupaten Kotabaru ada KotaKu.": ["63.02"],
}


@pytest.mark.parametrize("text", GLUED_NAMES)
def test_a_name_glued_to_the_word_behind(text: str) -> None:
    assert [region.code for region in read(text).regions] == GLUED_NAMES[text]


TOWNS = {
    "Inflasi Meulaboh 0,41 persen, sedangkan Banda Aceh 0,22 persen pada Juli 2024.": [
        "Kota Banda Aceh inflasi 0.22 2024-07",
        "Meulaboh inflasi 0.41 2024-07",
    ],
    "Inflasi Timika 0,41 persen dan Nabire 0,22 persen pada Juli 2024.": [
        "Kabupaten Nabire inflasi 0.22 2024-07",
        "Timika inflasi 0.41 2024-07",
    ],
    "Inflasi Muara Teweh 0,41 persen, sementara Kota Bima 0,22 persen pada Juli 2024.": [
        "Kota Bima inflasi 0.22 2024-07",
        "Muara Teweh inflasi 0.41 2024-07",
    ],
}


@pytest.mark.parametrize("text", TOWNS)
def test_a_town_behind_the_name_of_an_index(text: str) -> None:
    article = read(text)
    assert scores(article) == TOWNS[text]
    assert findings(article) == []


@pytest.mark.parametrize("word", ["sedangkan", "sementara", "adapun"])
def test_whoever_has_a_value_in_the_next_clause_has_not_that_of_a_stranger(word: str) -> None:
    article = read(f"Inflasi Sukamana 0,41 persen, {word} Kota Bima 0,22 persen pada Juli 2024.")
    assert scores(article) == ["Kota Bima inflasi 0.22 2024-07"]
    assert findings(article) == ["not-settled 0,41"]
