"""Places as they are written: words, letters, from below, among how many, moves, lists."""

import re

import pytest

from extractor.archive.page import strip_markup
from tests.cases.told import findings, ranks, read, scores

# Behind "Provinsi Jambi menempati", on the IPM of 2023.
ORDINALS = {
    "urutan kedua puluh satu": "21",
    "urutan kedua puluh": "20",
    "urutan dua puluh satu": "21",
    "urutan kedua puluh dari 38 provinsi": "20/38",
    "kedua puluh dari 38 provinsi": "20/38",
    "ke-20 dari 38 provinsi": "20/38",
    "nomor dua puluh dari 38 provinsi": "20/38",
    "peringkat kedua puluh satu dari tiga puluh delapan provinsi": "21/38",
    "urutan kesembilan belas": "19",
    "peringkat ketiga puluh empat": "34",
    "peringkat ke tiga puluh empat": "34",
    "peringkat empat puluh": "40",
    "peringkat keseratus": "100",
    "posisi keseratus dua puluh": "120",
    "urutan ke-dua puluh satu": "21",
    "peringkat ke-II": "2",
    "peringkat ke II": "2",
    "peringkat XX": "20",
    "peringkat XIII": "13",
    "peringkat ke-XL": "40",
    "peringkat L": "50",
    "peringkat ke-dua": "2",
    "peringkat ke dua": "2",
    "peringkat ke2": "2",
    "peringkat ke–2": "2",
    "peringkat nomor 5": "5",
    "peringkat nomor lima": "5",
    "peringkat #13": "13",
    "peringkat ke-13/191": "13/191",
    "peringkat 13/38": "13/38",
    "peringkat 3 (dari 38)": "3/38",
    "urutan kedua dari bawah": "-2",
    "urutan ketiga dari bawah": "-3",
    "ketiga dari bawah": "-3",
    "nomor dua dari bawah": "-2",
    "urutan ke-2 dari bawah": "-2",
    "peringkat lima dari bawah": "-5",
    "urutan kedua dari belakang": "-2",
    "urutan keempat dari terbawah": "-4",
    "peringkat ketiga terendah": "-3",
    "urutan kedua paling buncit": "-2",
    "urutan paling bawah": "-1",
    "urutan bontot": "-1",
    "peringkat terakhir": "-1",
    "urutan kedua dari atas": "2",
}
MOVES = {
    "Peringkat SPBE Kota Jambi turun ke 15 pada 2023.": ["Kota Jambi spbe 15 2023"],
    "Peringkat SPBE Kota Jambi turun dua tingkat menjadi 15.": ["Kota Jambi spbe 15 -"],
    "Peringkat SPBE Kota Jambi naik dua strip menjadi 13.": ["Kota Jambi spbe 13 -"],
    "Peringkat SPBE Kota Jambi naik tiga tingkat ke urutan 15.": ["Kota Jambi spbe 15 -"],
    "Peringkat SPBE Kota Jambi naik dari 15 menjadi 13 pada 2023.": [
        "Kota Jambi spbe 13 2023",
        "Kota Jambi spbe 15 -",
    ],
    "Kota Jambi naik dari peringkat 15 pada 2022 menjadi 13 pada 2023 dalam SPBE.": [
        "Kota Jambi spbe 13 2023",
        "Kota Jambi spbe 15 2022",
    ],
    "Kota Jambi di peringkat 13 dalam SPBE, naik dari peringkat 15 pada 2022.": [
        "Kota Jambi spbe 13 -",
        "Kota Jambi spbe 15 2022",
    ],
    "Peringkat SPBE Kota Jambi turun 15 tingkat.": [],
}
NO_PLACES = [
    "Anak kedua dari 11 bersaudara itu tinggal di Kota Jambi, juara SPBE.",
    "Rapat kedua dari 3 rapat SPBE digelar di Kota Jambi.",
    "Kota Jambi daerah kedua dari 11 daerah yang menerapkan SPBE.",
]
ITEMS = ["Kota Jambi 3,48", "Kota Palembang 3,40", "Kota Medan 3,20"]
PLACES = ["Kota Jambi spbe 1 2023", "Kota Medan spbe 3 2023", "Kota Palembang spbe 2 2023"]
# A title without a number of its own above a numbered list.
TITLES = [
    *("Peringkat SPBE 2023:", "Peringkat SPBE 2023", "Berikut peringkat SPBE 2023:"),
    *("Urutan SPBE 2023:", "Ranking SPBE 2023:", "Daftar peringkat SPBE 2023:"),
]


def numbered(items: list[str], first: int = 1) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, first))


@pytest.mark.parametrize("form", ORDINALS)
def test_a_place_in_any_form(form: str) -> None:
    article = read(f"Provinsi Jambi menempati {form} dalam IPM 2023.")
    assert ranks(article) == [f"Provinsi Jambi ipm {ORDINALS[form]} 2023"]


@pytest.mark.parametrize("text", MOVES)
def test_a_move_from_one_place_to_another(text: str) -> None:
    assert ranks(read(text)) == MOVES[text]


@pytest.mark.parametrize("text", NO_PLACES)
def test_an_ordinal_of_something_else(text: str) -> None:
    assert read(text).ranks == ()


@pytest.mark.parametrize("title", TITLES)
def test_a_numbered_list_under_a_title_of_order(title: str) -> None:
    article = read(f"{title}\n{numbered(ITEMS)}")
    assert ranks(article) == PLACES
    assert len(scores(article)) == len(ITEMS)
    named = [item.rpartition(" ")[0] for item in ITEMS]
    assert ranks(read(f"{title}\n{numbered(named)}")) == PLACES


def test_a_numbered_list_in_one_line() -> None:
    assert ranks(read(f"Peringkat SPBE 2023: {numbered(ITEMS)}".replace("\n", " "))) == PLACES


COUNTS = [
    *("peringkat 7 dari 98 kota", "urutan 7 dari total 98 kota", "urutan 7 (dari 98 kota)"),
    *("urutan ketujuh dari 98 kota", "posisi 7/98 kota", "urutan ke-7 dari 98 kota"),
]


@pytest.mark.parametrize("form", COUNTS)
def test_a_place_among_as_many_as_its_words_tell(form: str) -> None:
    article = read(f"Kota Palu berada di {form} dalam SPBE 2023.")
    assert ranks(article) == ["Kota Palu spbe 7/98 2023"]


SWAPPED = [[1, 2, 4, 3, 5, 6], [1, 2, 3, 5, 4, 6], [1, 3, 2, 4, 5, 6]]
CITIES = ["Jambi", "Padang", "Palu", "Medan", "Bogor", "Depok"]


@pytest.mark.parametrize("places", SWAPPED)
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_pair_out_of_order_keeps_its_numbers(places: list[int], joint: str) -> None:
    items = [f"{at}. Kota {city}" for at, city in zip(places, CITIES, strict=True)]
    article = read(joint.join(["Peringkat SPBE 2023:", *items]))
    assert {(rank.subject.name, rank.position) for rank in article.ranks} == {
        (f"Kota {city}", at) for at, city in zip(places, CITIES, strict=True)
    }


@pytest.mark.parametrize("text", ["SPBE 2023 Kota Jambi turun ke 15.", "SPBE Kota Palu naik ke 7."])
def test_a_whole_number_beyond_the_scale_is_no_value(text: str) -> None:
    article = read(text)
    assert (article.scores, article.ranks) == ((), ())
    assert len(article.findings) == 1


@pytest.mark.xfail(strict=True, reason="numbers against the order of values: held improbable")
def test_a_numbered_list_out_of_the_order_of_its_values() -> None:
    article = read(f"Peringkat SPBE 2023:\n{numbered([ITEMS[0], ITEMS[2], ITEMS[1]])}")
    assert [(rank.subject.name, rank.position) for rank in article.ranks] == [
        ("Kota Jambi", 1),
        ("Kota Medan", 2),
        ("Kota Palembang", 3),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Nilai SPBE 2023:",
        "Daftar penerima bantuan SPBE 2023:",
        "Hasil evaluasi SPBE 2023",
    ],
)
def test_a_numbered_list_of_values_ranks_nobody(title: str) -> None:
    assert read(f"{title}\n{numbered(ITEMS)}").ranks == ()


def test_an_ordered_list_of_a_page() -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    assert ranks(read(strip_markup(f"<p>{TITLES[0]}</p><ol>{items}</ol>"))) == PLACES
    nested = f"<p>{TITLES[0]}</p><div><div><ol start='4'>{items}</ol></div></div>"
    assert ranks(read(strip_markup(nested))) == [
        "Kota Jambi spbe 4 2023",
        "Kota Medan spbe 6 2023",
        "Kota Palembang spbe 5 2023",
    ]


def test_two_places_each_with_its_scope() -> None:
    article = read(
        "Kota Jambi menempati peringkat keempat nasional dan kedua di Sumatera dalam SPBE 2023."
    )
    assert {(rank.position, rank.scope) for rank in article.ranks} == {
        (4, "national"),
        (2, "Sumatera"),
    }


def test_places_go_on_each_with_its_scope() -> None:
    article = read(
        "Kota Jambi meraih peringkat keempat nasional, kedua se-Sumatera, dan pertama"
        " se-Provinsi Jambi dalam SPBE 2023."
    )
    assert {rank.position for rank in article.ranks} == {4, 2, 1}


CLASSES = "Kategori kota: 1. Kota Semarang 2. Kota Surabaya 3. Kota Bogor"


def test_a_list_under_a_class_ranks_in_what_is_named_before() -> None:
    article = read(f"Pemenang IGA 2023. {CLASSES}")
    assert {(rank.subject.name, rank.position, rank.category) for rank in article.ranks} == {
        ("Kota Semarang", 1, "kota"),
        ("Kota Surabaya", 2, "kota"),
        ("Kota Bogor", 3, "kota"),
    }


@pytest.mark.parametrize("text", [CLASSES, re.sub(r" (\d)", r"\n\1", CLASSES)])
def test_a_list_under_a_class_alone_is_told(text: str) -> None:
    assert findings(read(text)) == [
        f"rank-unlinked {name}" for name in ("Kota Semarang", "Kota Surabaya", "Kota Bogor")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "IDI tertinggi 2023 diraih Provinsi Bali.",
        "Provinsi dengan IDI tertinggi pada 2023 adalah Bali.",
        "Provinsi dengan IDI 2023 tertinggi adalah Bali.",
    ],
)
def test_an_acronym_of_two_meanings_is_an_index_where_it_is_the_highest(text: str) -> None:
    assert ranks(read(text)) == ["Provinsi Bali idi 1 2023"]


def test_an_acronym_of_a_body_stays_one() -> None:
    assert read("Ketua IDI Kota Jambi dan anggota IDI tertinggi hadir.").indices == ()


def test_an_acronym_of_two_meanings_is_an_index_behind_a_place() -> None:
    article = read("Provinsi Jambi menempati peringkat keempat se-Indonesia pada IDI 2023.")
    assert ranks(article) == ["Provinsi Jambi idi 4 2023"]
    assert findings(article) == []
