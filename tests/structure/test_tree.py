"""The segment tree: lists in every form, headings, furniture."""

import pytest

from tests.structure.trees import kinds, lists

HEAD = "Berikut tiga kota dengan nilai tertinggi:"
THREE = ["Kota Rimba 3,21", "Kota Awan 3,15", "Kota Senja 3,01"]
NUMBERED = [(n, item) for n, item in enumerate(THREE, start=1)]
PLAIN = [(0, item) for item in THREE]
PARAGRAPH = "Hasil itu disampaikan dalam rapat evaluasi tahunan di balai kota, Senin lalu."


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "({}) ", "{}."])
def test_numbered_lines(mark: str) -> None:
    lines = [mark.format(number) + item for number, item in NUMBERED]
    assert lists("\n".join([PARAGRAPH, HEAD, *lines])) == [([HEAD, PARAGRAPH], NUMBERED)]


def test_lettered_lines() -> None:
    lines = [f"{letter}. {item}" for letter, item in zip("abc", THREE, strict=True)]
    assert lists("\n".join([PARAGRAPH, *lines])) == [([PARAGRAPH], NUMBERED)]


@pytest.mark.parametrize("mark", ["- ", "• ", "*", "– "])
def test_bulleted_lines(mark: str) -> None:
    lines = [mark + item for item in THREE]
    assert lists("\n\n".join([PARAGRAPH, *lines])) == [([PARAGRAPH], PLAIN)]


def test_names_with_values_need_no_marker() -> None:
    assert lists("\n".join([PARAGRAPH, *THREE])) == [([PARAGRAPH], PLAIN)]


def test_bare_names_need_a_heading_that_opens() -> None:
    names = ["Kota Rimba", "Kota Awan", "Kota Senja"]
    assert lists("\n".join([PARAGRAPH, HEAD, *names]))[0][1] == [(0, name) for name in names]
    assert lists("\n".join([PARAGRAPH, *names])) == []


@pytest.mark.parametrize(
    "line",
    [
        "1. Kota Rimba 3,21 2. Kota Awan 3,15 3. Kota Senja 3,01",
        "1. Kota Rimba 3,21; 2. Kota Awan 3,15; 3. Kota Senja 3,01",
        "1. Kota Rimba 3,212. Kota Awan 3,153. Kota Senja 3,01".replace("3,212", "3,21 2").replace(
            "3,153", "3,15 3"
        ),
    ],
)
def test_a_list_in_one_line(line: str) -> None:
    assert lists(f"{PARAGRAPH}\n{HEAD} {line}") == [([HEAD, PARAGRAPH], NUMBERED)]


def test_numbers_glued_to_what_ends_before() -> None:
    line = "1. Jawa Tengah Rp 14 triliun2. Jawa Timur Rp 12 triliun3. Bali Rp 9 triliun"
    ((_, items),) = lists(f"Tiga terbesar: {line}")
    assert items == [
        (1, "Jawa Tengah Rp 14 triliun"),
        (2, "Jawa Timur Rp 12 triliun"),
        (3, "Bali Rp 9 triliun"),
    ]


def test_bullets_glued_to_what_ends_before() -> None:
    ((_, items),) = lists(f"{PARAGRAPH}\n• Kota Rimba 3,21• Kota Awan 3,15• Kota Senja 3,01")
    assert items == PLAIN


def test_the_last_item_ends_with_its_sentence() -> None:
    text = "Urutannya 1. Kota Rimba 2. Kota Awan 3. Kota Senja. Wali kota menyambutnya. Semua puas."
    assert lists(text)[0][1][-1] == (3, "Kota Senja.")


def test_classes_in_one_line() -> None:
    text = (
        "Tiga besar SPBE: Kategori kota: 1. Rimba 3,21 2. Awan 3,15 3. Senja 3,01 "
        "Kategori kabupaten: 1. Teluk 3,11 2. Muara 3,05 3. Hulu 2,98"
    )
    assert lists(text) == [
        (
            ["Tiga besar SPBE: Kategori kota:"],
            [(1, "Rimba 3,21"), (2, "Awan 3,15"), (3, "Senja 3,01")],
        ),
        (
            ["Kategori kabupaten:", "Tiga besar SPBE: Kategori kota:"],
            [(1, "Teluk 3,11"), (2, "Muara 3,05"), (3, "Hulu 2,98")],
        ),
    ]


def test_classes_in_one_line_without_values() -> None:
    text = "Kategori kota: 1. Rimba 2. Awan 3. Senja Kategori kabupaten: 1. Teluk 2. Muara 3. Hulu"
    assert [items for _, items in lists(text)] == [
        [(1, "Rimba"), (2, "Awan"), (3, "Senja")],
        [(1, "Teluk"), (2, "Muara"), (3, "Hulu")],
    ]


def test_nested_classes_share_what_headed_the_first() -> None:
    text = "\n".join(
        [
            PARAGRAPH,
            PARAGRAPH + " Inilah daftar lengkap mereka:",
            "Kota:",
        ]
        + [f"{n}. {item}" for n, item in NUMBERED]
        + ["Kabupaten:", "1. Teluk 3,11", "2. Muara 3,05"]
    )
    first, second = lists(text)
    assert first[0][0] == "Kota:"
    assert second[0] == ["Kabupaten:", first[0][1]]


def test_a_class_behind_a_paragraph_has_other_headings() -> None:
    text = "\n".join(
        [
            PARAGRAPH,
            "Kota:",
            "1. Rimba",
            "2. Awan",
            PARAGRAPH + " Nah.",
            "Syarat:",
            "1. Rapi",
            "2. Bersih",
        ]
    )
    assert lists(text)[1][0] == ["Syarat:", PARAGRAPH + " Nah."]


def test_numbered_classes_with_lettered_items() -> None:
    text = "\n".join(
        [
            "Penerima:",
            PARAGRAPH,
            "1. Kategori Kota",
            "a. Rimba",
            "b. Awan",
            "2. Kategori Kabupaten",
            "a. Teluk",
            "b. Muara",
        ]
    )
    read = lists(text)
    assert [items for _, items in read] == [
        [(1, "Rimba"), (2, "Awan")],
        [(1, "Teluk"), (2, "Muara")],
    ]
    assert [headings[0] for headings, _ in read] == ["1. Kategori Kota", "2. Kategori Kabupaten"]


def test_a_list_broken_by_furniture_is_one() -> None:
    text = "\n".join(
        [
            HEAD,
            *THREE,
            "Baca juga:",
            "Rimba Gelar Pasar Murah Selama Sepekan",
            "Kota Teluk 2,95",
            PARAGRAPH,
        ]
    )
    assert lists(text) == [([HEAD], [*PLAIN, (0, "Kota Teluk 2,95")])]
    numbered = [f"{n}. {item}" for n, item in NUMBERED]
    text = "\n".join(
        [HEAD, *numbered, "Baca juga: Rimba Gelar Pasar", "4. Kota Teluk 2,95", PARAGRAPH]
    )
    assert lists(text) == [([HEAD], [*NUMBERED, (4, "Kota Teluk 2,95")])]


def test_a_list_broken_by_a_paragraph_counts_on() -> None:
    numbered = [f"{n}. {item}" for n, item in NUMBERED]
    text = "\n".join([HEAD, *numbered, PARAGRAPH, "4. Kota Teluk 2,95"])
    assert lists(text) == [([HEAD], NUMBERED), ([HEAD], [(4, "Kota Teluk 2,95")])]


def test_headlines_below_a_label_are_no_list() -> None:
    headlines = ["Rimba Gelar Pasar Murah", "Awan Tutup Jalan Utama", "Senja Bangun Taman Kota"]
    text = "\n".join([HEAD, *THREE, "Baca juga:", headlines[0], PARAGRAPH, *headlines[1:]])
    assert len(lists(text)) == 1


def test_headline_paragraph_heading_and_furniture() -> None:
    text = "\n".join(
        [
            "Rimba Raih Nilai Tertinggi",
            PARAGRAPH,
            "Baca juga: Pasar Murah Rimba",
            "Nilai Tiap Bidang",
            PARAGRAPH,
        ]
    )
    assert [kind for kind, _ in kinds(text)] == [
        "headline",
        "paragraph",
        "furniture",
        "heading",
        "paragraph",
    ]


def test_a_single_bullet_or_number_is_no_list() -> None:
    assert lists(f"{PARAGRAPH}\n- Rimba meraih nilai itu dua kali.\n{PARAGRAPH}") == []
    assert lists(f"{PARAGRAPH}\n7. Rimba meraih nilai itu dua kali.\n{PARAGRAPH}") == []


def test_numbered_class_heads_what_is_lettered_below() -> None:
    lines = [
        "Daftar pemenang:",
        "1. Kategori kota",
        "a. Rimba",
        "b. Awan",
        "2. Kategori desa",
        "a. Senja",
    ]
    lines.append("b. Teluk")
    assert lists("\n".join(lines)) == [
        (["1. Kategori kota", "Daftar pemenang:"], [(1, "Rimba"), (2, "Awan")]),
        (["2. Kategori desa", "Daftar pemenang:"], [(1, "Senja"), (2, "Teluk")]),
    ]


def test_numbers_of_another_style_are_another_list() -> None:
    lines = ["1. Kategori kota", "1) Rimba", "2) Awan", "2. Kategori desa", "1) Senja", "2) Teluk"]
    assert [items for _, items in lists("\n".join(lines))] == [
        [(1, "Rimba"), (2, "Awan")],
        [(1, "Senja"), (2, "Teluk")],
    ]


@pytest.mark.parametrize("one", ["Kota: ", "Kota ", "Tingkat kota: ", "Kategori kota: "])
def test_two_items_in_a_line_under_each_class(one: str) -> None:
    text = f"Nilai SPBE 2024. {one}1. Rimba 2. Awan Kabupaten: 1. Senja 2. Teluk"
    assert lists(text) == [
        ([one.strip(), "Nilai SPBE 2024."], [(1, "Rimba"), (2, "Awan")]),
        (["Kabupaten:", "Nilai SPBE 2024."], [(1, "Senja"), (2, "Teluk")]),
    ]
