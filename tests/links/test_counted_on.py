"""Places that are told from others: above, below, behind somebody, and what completes a range."""

import pytest
from spacy.tokens import Doc

from extractor.links.placements import placements
from extractor.links.view import View, make_view
from tests.reader import reader

_KEPT: list[Doc] = []  # a view lives as long as its document

TOLD = [
    (
        "TPT tertinggi dipegang Kepulauan Riau dengan 8,41 persen.\n\nSetelah Kepulauan Riau ada "
        "Jawa Barat 8,26 persen, Banten 8,02 persen, dan Maluku 6,97 persen.",
        {"32": 2, "36": 3, "81": 4},
    ),
    (
        "Kota Metro di peringkat kedua SPBE, Kota Palu di peringkat kelima. Di bawah Kota Metro "
        "ada Kota Bima.",
        {"52.72": 3},
    ),
    (
        "Kota Tegal di peringkat keempat SAKIP dengan 70,1. Di atasnya ada Kota Semarang 73,4, "
        "Kota Surakarta 72,2, dan Kota Magelang 71,0, tepat di bawahnya Kota Salatiga 69,8.",
        {"33.74": 1, "33.72": 2, "33.71": 3, "33.73": 5},
    ),
    (
        "IDI tertinggi diraih Bali. Melengkapi enam besar, berturut-turut ada Jambi (82,9 poin), "
        "Riau (82,3 poin), dan Banten (82,0 poin).",
        {"15": 4, "14": 5, "36": 6},
    ),
    (
        "IDI tertinggi diraih Bali. Penghuni enam besar selebihnya, secara berurutan, ialah Jambi "
        "(82,9 poin), Riau (82,3 poin), dan Banten (82,0 poin).",
        {"15": 4, "14": 5, "36": 6},
    ),
    (
        "TGM tertinggi diraih DI Yogyakarta. Penutup sepuluh besar adalah Jambi dengan 68,1.",
        {"15": 10},
    ),
]
ORDER_UNTOLD = [
    "Kota Tegal di peringkat keempat SAKIP. Di atasnya ada Kota Semarang, Kota Solok, Kota Batu.",
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


def test_what_a_place_is_in_is_no_first_place_beside_it() -> None:
    view = view_of("Tempat kedua dengan IPM tertinggi milik Kabupaten Siak, disusul Kota Dumai.")
    assert [a.position for a in view.places] == [2, 3]


def test_brackets_that_tell_values_tell_no_places() -> None:
    valued = view_of("Peringkat pertama SPBE Kota Metro (nilai 85), disusul Kota Palu (83).")
    placed = view_of("Peringkat pertama SPBE Kota Metro, lalu Kota Palu (3) dan Kota Bima (4).")
    assert 83 not in {a.position for a in valued.places}
    assert {3, 4} <= {a.position for a in placed.places}


def test_a_year_counts_nobody() -> None:
    view = view_of("Nilai SAKIP 2023 Kota Tegal berada di peringkat keempat Jawa Tengah.")
    assert [rank.out_of for rank in view.ranks] == [0]
