import pytest

from extractor.lexicon import numerals


@pytest.mark.parametrize(
    ("text", "value", "size"),
    [
        ("dua", 2, 1),
        ("sebelas", 11, 1),
        ("dua belas", 12, 2),
        ("duabelas", 12, 1),
        ("dua puluh satu", 21, 3),
        ("dua puluh daerah", 20, 2),
        ("seratus tujuh", 107, 2),
        ("sembilan ratus sembilan puluh sembilan", 999, 5),
        ("tiga dua", 3, 1),
        ("rumah", 0, 0),
        ("", 0, 0),
    ],
)
def test_cardinal(text: str, value: int, size: int) -> None:
    assert numerals.cardinal(text.split(), 0) == (value, size)


@pytest.mark.parametrize(
    ("text", "value", "size"),
    [
        ("pertama", 1, 1),
        ("kesatu", 1, 1),
        ("kedua puluh satu", 21, 3),
        ("keduapuluh", 20, 1),
        ("kesepuluh", 10, 1),
        ("keseratus dua", 102, 2),
        ("ketiga belas", 13, 2),
        ("ketua", 0, 0),
        ("keduanya", 0, 0),
        ("dua", 0, 0),
    ],
)
def test_ordinal(text: str, value: int, size: int) -> None:
    assert numerals.ordinal(text.split(), 0) == (value, size)


@pytest.mark.parametrize(
    ("text", "value"),
    [("I", 1), ("IV", 4), ("XIII", 13), ("XX", 20), ("XLIX", 49), ("L", 50), ("CXCI", 191)]
    + [(text, 0) for text in ("IIII", "VX", "IC", "SPBE", "iv", "")],
)
def test_roman(text: str, value: int) -> None:
    assert numerals.roman(text) == value
