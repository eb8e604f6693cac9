"""Words that lost the space between them, and words that only look so."""

import pytest

from extractor.mentions.officials.glue import first_part

TEXT = "Simon Hian dan Elon Karel hadir."


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("IndonesiaCarlos", "Indonesia"),
        ("RIRudi", "RI"),
        ("PertahananSimon", "Pertahanan"),
        ("UtamaASDPHeru", "Utama"),
        ("Rosa.Penertiban", "Rosa"),
        ("Boroudimengaku", "Boroudi"),
        ("Hianmenyerahkan", "Hian"),
        ("Kareltelah", "Karel"),
        ("Subiantomemantau", "Subianto"),
    ],
)
def test_glued_words_are_cut(word: str, first: str) -> None:
    assert word[: first_part(word, TEXT)] == first


@pytest.mark.parametrize(
    "word",
    [
        "NasDem",
        "LaNyalla",
        "MenPANRB",
        "Norberto",
        "Suhardiman",
        "Robertson",
        "Bersama",
        "Berdasarkan",
        "Diberitakan",
        "GoTo",
        "Budi",
        "kata",
        "Sumenep",
        "Xyztelah",
    ],
)
def test_whole_words_stay(word: str) -> None:
    assert first_part(word, TEXT) == len(word)


def test_a_huge_word_is_no_two() -> None:
    word = "A" + "metelah" * 20_000
    assert first_part(word, word) == len(word)
