import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.text.normalise import normalise

CLEANED = {
    "crlf": ("Satu\r\nDua\rTiga", "Satu\nDua\nTiga"),
    "unicode_breaks": ("Satu\u2028Dua\x85Tiga\fEmpat", "Satu\nDua\nTiga\nEmpat"),
    "spaces": ("skor\xa0 3,22\tbaik", "skor 3,22 baik"),
    "line_ends": ("  Kota  \n   Jambi \n", "Kota\nJambi\n"),
    "blank_lines_stay": ("Satu\n \nDua", "Satu\n\nDua"),
    "invisible": ("pe\u00admerin\u200btah\ufeff", "pemerintah"),
    "invisible_between_spaces": ("Kota \u200b Jambi", "Kota Jambi"),
    "bidi": ("\u200eKota\u202c Jambi", "Kota Jambi"),
    "control": ("Kota\x00Jambi\x07", "Kota Jambi"),
    "entities": ("&ldquo;A &amp; B&rdquo;&nbsp; &#8220;C&#x201d;", "“A & B” “C”"),
    "entity_twice_escaped": ("A &amp;amp; B &amp;ldquo;", "A & B “"),
    "no_entity": ("R&D; AT&T; &tidakada;", "R&D; AT&T; &tidakada;"),
    "mojibake_quotes": ("â€œBaikâ€\x9d, kataâ€™nya â€“ Ã©", "“Baik”, kata’nya – é"),
    "mojibake_lost_byte": ("â€œBaikâ€ katanya", "“Baik” katanya"),
    "mojibake_latin": ("â\x80\x9cBaikâ\x80\x9d", "“Baik”"),
    "mojibake_nbsp": ("skorÂ\xa03,22Â poin", "skor 3,22 poin"),
    "mojibake_from_entity": ("&acirc;€œBaik", "“Baik"),
    "note": ("Kota Jambi¹ dan Solo²³, 3,48¹", "Kota Jambi dan Solo, 3,48¹"),
    "note_of_year": ("pada 2023² dan 1999ᵃ, 3,48₁ 3,4ᵇ", "pada 2023 dan 1999, 3,48 3,4"),
    "power_of_number": ("12.023² dan 10⁵, CO₂", "12.023² dan 10⁵, CO₂"),
    "no_note": ("5 m², 3 meter³, &amp¹;", "5 m², 3 meter³, &amp¹;"),
    "surrogate": ("Kota \ud800 Jambi", "Kota Jambi"),
    "clean": ("Kota “Jambi” – 3,22\n\nBaik.", "Kota “Jambi” – 3,22\n\nBaik."),
    "empty": ("", ""),
}
DIRT = st.text(
    st.sampled_from(list("aB12,0¹₁ᵃ &;#\n\r\t\xa0\u200b\xadâ€œ™Â\x80\x9d“")) | st.characters()
) | st.lists(
    st.sampled_from(["&amp;", "amp;", "&nbsp;", "&#8203;", "&#65;", "â€œ", "Â", " ", "\r\n", "x"])
).map("".join)


@pytest.mark.parametrize("case", CLEANED)
def test_cleans(case: str) -> None:
    source, clean = CLEANED[case]
    assert normalise(source).text == clean


def test_clean_slice_maps_to_the_characters_it_came_from() -> None:
    source = "Kota\xa0\xa0Jambi \r\n&ldquo;Baik&rdquo; \u200bsekali"
    clean = normalise(source)
    at = clean.text.index("“Baik”")
    start, end = clean.to_source(at, at + len("“Baik”"))
    assert source[start:end] == "&ldquo;Baik&rdquo;"
    at = clean.text.index("sekali")
    start, end = clean.to_source(at, at + len("sekali"))
    assert source[start:end] == "sekali"


@given(DIRT)
@example("0000000000000aÂ\ra")  # half of a space before the end of a line
def test_is_idempotent(source: str) -> None:
    clean = normalise(source).text
    assert normalise(clean).text == clean


@given(DIRT)
def test_offsets_map_back_in_order(source: str) -> None:
    clean = normalise(source)
    places = [clean.to_source(at, at + 1) for at in range(len(clean.text))]
    assert places == sorted(places)
    for at, (start, end) in enumerate(places):
        # Only a space that parts glued words comes from nothing.
        assert 0 <= start < end <= len(source) or (start == end and clean.text[at] == " ")
    unchanged = [(at, start) for at, (start, end) in enumerate(places) if end - start == 1]
    for at, start in unchanged:
        if source[start].isalnum() and source[start].isascii():
            assert clean.text[at] == source[start]


@given(DIRT)
def test_nothing_dirty_is_left(source: str) -> None:
    clean = normalise(source).text
    assert not set(clean) & set("\r\t\v\f\xa0\u200b\ufeff\u2028\x00")
    assert "  " not in clean
    assert " \n" not in clean
    assert "\n " not in clean
    assert clean == clean.strip(" ")


def test_tabs_of_a_table_stay_visible() -> None:
    table = "Daerah\t2023\t2024\nRimba\t3,10\t3,21\nAwan\t\t3,15"
    assert normalise(table).text == "Daerah | 2023 | 2024\nRimba | 3,10 | 3,21\nAwan | | 3,15"
    assert normalise("Rimba\tmeraih 3,10").text == "Rimba meraih 3,10"


def test_a_long_line_costs_no_more_for_each_character() -> None:
    """With cells or without: looking for them from each character on took minutes."""
    long = "kata lain " * 20_000
    begun = time.process_time()
    assert normalise(long + "\n" + long + "\t" + long + "\na\tb").text.count(" |") == 2
    assert time.process_time() - begun < 5
