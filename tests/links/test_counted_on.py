"""Places that are told from others: above, below, behind somebody, and what completes a range."""

import pytest
from spacy.tokens import Doc

from extractor.links.places.placements import placements
from extractor.links.view import View, make_view
from tests.reader import reader

_KEPT: list[Doc] = []  # a view lives as long as its document

TOLD = [
    (
        "Skor IDI tertinggi dipegang Kalimantan Barat dengan 84,1.\n\nSetelah Kalimantan Barat ada "
        "Gorontalo 83,6, Lampung 83,2, dan Aceh 82,9.",
        {"75": 2, "18": 3, "11": 4},
    ),
    (
        "Kota Metro di peringkat kedua SPBE, Kota Palu di peringkat kelima. Di bawah Kota Metro "
        "ada Kota Bima.",
        {"52.72": 3},
    ),
    (
        "SAKIP Kota Dumai di peringkat keempat dengan 70,1. Di atasnya ada Kota Batam 73,4, "
        "Kota Padang 72,2, dan Kota Medan 71,0, tepat di bawahnya Kota Solok 69,8.",
        {"21.71": 1, "13.71": 2, "12.71": 3, "13.72": 5},
    ),
    (
        "IDI tertinggi diraih Bali. Melengkapi enam besar, berturut-turut ada Jambi (82,9 poin), "
        "Riau (82,3 poin), dan Banten (82,0 poin).",
        {"15": 4, "14": 5, "36": 6},
    ),
    (
        "IDI tertinggi diraih Bali. Enam besar selebihnya berturut-turut Jambi (82,9 poin), "
        "Riau (82,3 poin), dan Banten (82,0 poin).",
        {"15": 4, "14": 5, "36": 6},
    ),
    (
        "TGM tertinggi diraih Bali. Penutup daftar delapan besar ditempati Riau dengan 67,2.",
        {"14": 8},
    ),
]
ORDER_UNTOLD = [
    "SAKIP Kota Dumai di peringkat keempat. Di atasnya ada Kota Batam, Kota Solok, Kota Batu.",
]


def view_of(text: str) -> View:
    _KEPT.append(reader().nlp(text))
    return make_view(_KEPT[-1])


def held(view: View) -> dict[str, set[int]]:
    """Return the places that anchors give to those named in or behind them, up to the next."""
    found: dict[str, set[int]] = {}
    for anchor in view.places:
        following = [s for s in view.named if s.start >= anchor.start]
        if anchor.fixed:
            row = following[:1]
        elif anchor.rank is None or (not anchor.rank.relation and not anchor.rank.position_end):
            continue
        else:
            behind = [s for s in following if s.start >= anchor.end]
            row = list(view.series.get(behind[0].start, behind[:1])) if behind else []
        for subject, position, end in placements(anchor, row, view):
            if not end:
                found.setdefault(subject.key, set()).add(position)
    return found


@pytest.mark.parametrize(("text", "right"), TOLD)
def test_a_place_is_counted_from_the_one_it_is_told_from(text: str, right: dict[str, int]) -> None:
    found = held(view_of(text))
    assert {code: found.get(code) for code in right} == {c: {p} for c, p in right.items()}


@pytest.mark.parametrize("text", ORDER_UNTOLD)
def test_several_above_have_no_places_where_nothing_tells_their_order(text: str) -> None:
    assert [a.position for a in view_of(text).places] == [4]


def test_several_places_in_rankings_elsewhere_lead_nowhere() -> None:
    view = view_of(
        "Kota Bima di peringkat kedua SPBE nasional dan peringkat pertama se-NTB. "
        "Setelah Kota Bima ada Kota Palu (4,1) dan Kota Metro (4,0)."
    )
    assert [a.position for a in view.places] == [2, 1]


def test_a_year_that_ends_closes_no_range() -> None:
    view = view_of("Kota Bima menutup 2023 di lima besar SPBE.")
    assert [(a.position, a.position_end) for a in view.places] == [(1, 5)]


def test_what_a_place_is_in_is_no_first_place_beside_it() -> None:
    view = view_of("Urutan ketiga kabupaten dengan SPBE tertinggi: Siak, disusul Kota Dumai.")
    assert [a.position for a in view.places] == [3, 4]


def test_brackets_that_tell_values_tell_no_places() -> None:
    valued = view_of("Peringkat pertama SPBE Kota Metro (nilai 85), disusul Kota Palu (83).")
    placed = view_of("Peringkat pertama SPBE Kota Metro, lalu Kota Palu (3) dan Kota Bima (4).")
    assert 83 not in {a.position for a in valued.places}
    assert {3, 4} <= {a.position for a in placed.places}


def test_a_year_counts_nobody() -> None:
    view = view_of("Skor SAKIP 2023 Kota Dumai menempati peringkat keempat di Riau.")
    assert [rank.out_of for rank in view.ranks] == [0]


def test_a_chain_begins_anew_in_a_sentence_that_tells_no_place_before_it() -> None:
    view = view_of(
        "Juara pertama SPBE kelas kota Kota Metro, disusul Kota Palu. Kelas kabupaten dimenangi "
        "Siak, disusul Bintan dan Lingga."
    )
    assert held(view) == {"72.71": {2}, "14.08": {1}, "21.01": {2}, "21.04": {3}}


def test_a_chain_goes_on_where_its_sentence_tells_a_place() -> None:
    view = view_of("Di urutan kedua SPBE ada Kota Metro (4,1), disusul Kota Palu (4,0).")
    assert held(view)["72.71"] == {3}


def test_a_heading_of_an_index_has_no_order_of_the_paragraph_above() -> None:
    view = view_of(
        "TPT Bali paling rendah, 2,2%.\n\nBerikut tingkat pengangguran terbuka tiap provinsi:\n"
        "- Aceh: 6,4%\n- Riau: 5,2%\n- Jambi: 4,8%\n- Bali: 2,2%"
    )
    assert [a.position for a in view.places if a.form == "list"] == [1, 2, 3, 4]
