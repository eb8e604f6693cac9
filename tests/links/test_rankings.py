"""What the places of one ranking share: where it is held, how many it counts, how sure it is."""

import pytest
from spacy.tokens import Doc

from extractor.lexicon.regions import gazetteer
from extractor.links.candidates import Anchor, Candidate, Decision, Settled, Slot
from extractor.links.places.rankings import settle_rankings, shared
from extractor.links.slots.scope import lies_elsewhere, scope_candidates
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View, make_view
from tests.reader import reader

_KEPT: list[Doc] = []  # a view lives as long as its document


def view_of(text: str) -> View:
    _KEPT.append(reader().nlp(text))
    return make_view(_KEPT[-1])


def region(code: str) -> SubjectMention:
    known = gazetteer().regions[code]
    return SubjectMention("region", 0, 1, code, known.name, known.level)


@pytest.mark.parametrize(
    ("scope", "codes", "elsewhere"),
    [
        ("35", ["16.06"], True),
        ("35", ["35.78"], False),
        ("35", ["35.78", "16.06"], False),  # one of them may be meant
        ("35", ["35"], False),
        ("91", ["95.01"], False),  # a regency of Papua until 2022
        ("33.72", ["33.74"], True),
        ("Jawa", ["63.71"], True),
        ("wilayah Sulawesi", ["73.71"], False),
        ("wilayah Sumatera", ["64.02"], True),
        ("Jawa-Bali", ["51.71"], False),
        ("Solo Raya", ["33.72"], False),
        ("national", ["16.06"], False),
        ("", ["16.06"], False),
    ],
)
def test_a_ranking_elsewhere_holds_nobody(scope: str, codes: list[str], elsewhere: bool) -> None:
    assert lies_elsewhere(scope, [region(code) for code in codes]) is elsewhere


def test_bodies_and_localities_lie_anywhere() -> None:
    body = SubjectMention("organisation", 0, 1, name="RSUD Melati")
    assert not lies_elsewhere("35", [body])
    assert not lies_elsewhere("35", [])


def test_a_scope_elsewhere_is_no_candidate_but_a_regency_of_its_villages_is() -> None:
    view = view_of("Kota Surabaya terbaik se-Jawa Timur. Kota Palembang peringkat keempat SPBE.")
    place = view.places[-1]
    scopes = {c.value for c in scope_candidates(place, view, [], (region("16.71"),))}
    assert "35" not in scopes
    assert {"national", "16", ""} <= scopes
    village = SubjectMention("locality", 0, 1, name="Desa Awan", level="village", region="33.10")
    assert "33.10" in {c.value for c in scope_candidates(place, view, [], (village,))}


def settled(position: int, **values: str) -> Settled:
    anchor = Anchor("place", position * 10, position * 10 + 1, position=position)
    found = Settled(anchor)
    slots: dict[str, Slot] = {"index": "index", "scope": "scope", "period": "period"}
    slots |= {"category": "category", "out_of": "out_of"}
    for name, slot in slots.items():
        best = Candidate(values.get(name, ""), "told", ())
        found.decisions[slot] = Decision(slot, best, None, 0.9)
    return found


def test_the_count_of_one_place_is_that_of_the_ranking_wherever_it_stands() -> None:
    view = view_of("Kota Jambi unggul. Kota Tual kalah. Kota Batu ikut. Kota Solok juga.\n" * 9)
    among = {"index": "spbe", "scope": "17", "category": "kabupaten"}
    told = settled(2, **among, out_of="10")
    first, beyond = settled(1, **among), settled(11, **among)
    other, unsaid = settled(3, **(among | {"index": "ipm"})), settled(4, index="spbe", scope="17")
    settle_rankings([told, first, beyond, other, unsaid], view)
    assert first.value("out_of") == "10"
    assert [one.value("out_of") for one in (beyond, other, unsaid)] == ["", "", ""]


def test_a_list_stands_or_falls_as_one() -> None:
    view = view_of("Peringkat SPBE 2023:\n1. Kota Jambi\n2. Kota Tual\n3. Kota Batu\n")
    places = [Settled(anchor) for anchor in view.places]
    assert [one.anchor.form for one in places] == ["list"] * 3
    told = list(zip(places, (0.4, 0.9, 0.8), strict=True))
    sure = [confidence for _, confidence in shared(told, view)]
    assert len({round(confidence, 9) for confidence in sure}) == 1
    assert 0.4 < sure[0] < 0.9
    alone = view_of("Kota Jambi peringkat kedua SPBE. Kota Tual peringkat ketiga SPBE.")
    words = [(Settled(anchor), 0.4 + at / 10) for at, anchor in enumerate(alone.places)]
    assert [confidence for _, confidence in shared(words, alone)] == [c for _, c in words]
