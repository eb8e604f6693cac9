"""The parts that links are made of: orders, places, rankings, choices."""

from decimal import Decimal

import pytest

from extractor.links.candidates import Anchor, Candidate, Decision, Settled
from extractor.links.constructions.series import order_of, positions
from extractor.links.places.placements import placements
from extractor.links.places.rankings import settle_rankings
from extractor.links.subjects.antecedents import resolve
from extractor.links.view import View, make_view
from extractor.links.weights import Weights
from tests.reader import reader


def numbers(told: str) -> list[Decimal]:
    return [Decimal(word) for word in told.split()]


@pytest.mark.parametrize(
    ("values", "order"),
    [
        ("", "none"),
        ("3.2", "none"),
        ("3.2 3.1 3.0", "falls"),
        ("3.2 3.2 3.0", "falls"),
        ("3.0 3.1", "rises"),
        ("3.0 3.2 3.1", "mixed"),
    ],
)
def test_order_of_values(values: str, order: str) -> None:
    assert order_of(numbers(values)) == order


@pytest.mark.parametrize(
    ("values", "first", "places"),
    [
        ("90 80 70", 1, [1, 2, 3]),
        ("90 80 70", 4, [4, 5, 6]),
        ("90 90 70", 1, [1, 1, 3]),
        ("90 80 80 80 60", 2, [2, 3, 3, 3, 6]),
        ("60 70 80", -1, [-1, -2, -3]),
        ("80 70 60", -1, [-3, -2, -1]),
        ("60 60 80", -1, [-1, -1, -3]),
        ("80 70 70", -1, [-3, -1, -1]),
        ("70 70 70", -1, [-1, -1, -1]),
        ("", 1, []),
        ("", -1, []),
    ],
)
def test_places_of_values_in_order(values: str, first: int, places: list[int]) -> None:
    assert positions(numbers(values), first) == places


def candidate(value: str, *features: str) -> Candidate:
    return Candidate(value, features[0] if features else "", features)


WEIGHTS = Weights({"index/value": {"near": 1.0, "far": 0.5, "topic": 0.5, "twice": 0.9}})


def test_nothing_is_chosen_among_none() -> None:
    assert WEIGHTS.choose("index", "value", []) is None


def test_candidates_of_one_value_add_up() -> None:
    found = [candidate("ipm", "near"), candidate("spbe", "far"), candidate("spbe", "topic")]
    decision = WEIGHTS.choose("index", "value", found)
    assert decision is not None
    assert decision.best.value == "spbe"
    assert decision.runner_up == found[0]
    assert decision.probability == pytest.approx(2 / (2 + 2.718281828**0.5))


def test_the_best_of_one_value_stands_for_it_and_the_runner_up_is_another() -> None:
    found = [candidate("ipm", "far"), candidate("ipm", "near"), candidate("spbe", "twice")]
    decision = WEIGHTS.choose("index", "value", found)
    assert decision is not None
    assert (decision.best, decision.runner_up) == (found[1], found[2])
    assert sum(share for _, share in decision.shares) == pytest.approx(1)
    alone = WEIGHTS.choose("index", "value", found[:2])
    assert alone is not None
    assert alone.runner_up is None
    assert alone.probability == pytest.approx(1)


def test_equal_candidates_are_chosen_in_their_order() -> None:
    found = [candidate("spbe", "far"), candidate("ipm", "topic")]
    decision = WEIGHTS.choose("index", "value", found)
    assert decision is not None
    assert decision.best.value == "spbe"


def test_a_slot_without_weights_leaves_all_alike() -> None:
    decision = WEIGHTS.choose("scope", "place", [candidate("33"), candidate("34")])
    assert decision is not None
    assert decision.probability == pytest.approx(0.5)


def test_the_probability_of_a_fact() -> None:
    weights = Weights({"fact/value": {"sure": 2.0}})
    assert weights.probability("value", {}) == 0.5
    assert weights.probability("value", {"sure": 1.0}) == pytest.approx(0.880797, abs=1e-6)
    assert weights.probability("value", {"sure": -1e9}) < 1e-12


TEXT = (
    "Tiga besar IPM berturut-turut Kota Padang, Kota Solok, dan Kota Pariaman. "
    "Dua besar IPK ialah Kota Padang dan Kota Solok."
)
DOC = reader().nlp(TEXT)


@pytest.fixture(scope="module")
def view() -> View:
    return make_view(DOC)


def place(view: View, at: int, position: int, position_end: int = 0) -> Anchor:
    rank = view.ranks[at]
    return Anchor(
        "place", rank.start, rank.end, rank=rank, position=position, position_end=position_end
    )


def placed(anchor: Anchor, view: View, first: int, last: int) -> list[tuple[str, int, int]]:
    found = placements(anchor, view.named[first:last], view)
    return [(subject.key, start, end) for subject, start, end in found]


def test_a_range_told_in_turn_gives_each_its_place(view: View) -> None:
    found = placed(place(view, 0, position=1, position_end=3), view, 0, 3)
    assert [spot[1:] for spot in found] == [(1, 0), (2, 0), (3, 0)]


def test_a_range_is_shared_by_more_or_fewer_than_it_counts(view: View) -> None:
    found = placed(place(view, 0, position=1, position_end=3), view, 0, 2)
    assert [spot[1:] for spot in found] == [(1, 3), (1, 3)]


def test_a_range_not_told_in_turn_is_shared(view: View) -> None:
    found = placed(place(view, 1, position=1, position_end=2), view, 3, 5)
    assert [spot[1:] for spot in found] == [(1, 2), (1, 2)]


def test_one_place_is_shared(view: View) -> None:
    found = placed(place(view, 0, position=4), view, 0, 2)
    assert [spot[1:] for spot in found] == [(4, 0), (4, 0)]


def settled(view: View, token: int, index: str, shares: dict[str, float]) -> Settled:
    order = sorted(shares, key=lambda value: -shares[value])
    told = tuple((value, shares[value]) for value in order)
    decision = Decision("scope", candidate(order[0]), None, shares[order[0]], told)
    of = Decision("index", candidate(index), None, 1.0)
    return Settled(Anchor("place", token, token + 1), {"scope": decision, "index": of})


def test_the_places_of_a_ranking_share_a_scope(view: View) -> None:
    places = [
        settled(view, 0, "ipm", {"national": 0.6, "13": 0.4}),
        settled(view, 4, "ipm", {"13": 0.9, "national": 0.1}),
        settled(view, 6, "ipm", {"national": 0.55, "13": 0.45}),
    ]
    settle_rankings(places, view)
    assert [one.value("scope") for one in places] == ["13", "13", "13"]
    assert [one.decisions["scope"].probability for one in places] == [0.4, 0.9, 0.45]
    assert places[0].decisions["scope"].best.source == "ranking"
    assert places[1].decisions["scope"].best.source != "ranking"


def test_other_indices_and_sentences_are_other_rankings(view: View) -> None:
    second = next(at for at, begin in enumerate(view.index.sentence) if begin)
    for token, index in ((4, "ipk"), (second, "ipm")):
        places = [
            settled(view, 0, "ipm", {"national": 0.6, "13": 0.4}),
            settled(view, token, index, {"13": 0.9, "national": 0.1}),
        ]
        settle_rankings(places, view)
        assert [one.value("scope") for one in places] == ["national", "13"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # What the article ends with does not stand before its first word.
        ("Blitar dan Kediri dinilai. SPBE keduanya 3,20, dicapai bersama", ["35.72", "35.71"]),
        ("Blitar, Kediri, bersama Madiun dinilai. SPBE keduanya 3,20.", ["35.72", "35.71"]),
        ("Blitar dinilai. SPBE keduanya 3,20.", []),
    ],
)
def test_whom_both_stands_for(text: str, meant: list[str]) -> None:
    doc = reader().nlp(text)
    view = make_view(doc)
    both = next(subject for subject in view.subjects if subject.kind == "group")
    assert [subject.code for subject in resolve(both, view)] == meant


@pytest.mark.parametrize("word", ["Ibukota", "Ibu kota"])
def test_the_capital_of_a_province_is_a_city_and_not_the_province(word: str) -> None:
    doc = reader().nlp(f"Kota Bengkulu dinilai. {word} Provinsi Bengkulu ini kelima.")
    view = make_view(doc)
    told = [subject for subject in view.subjects if subject.kind == "anaphor"]
    assert [resolve(subject, view)[0].code for subject in told] == ["17.71"]
    assert [subject.code for subject in view.subjects if subject.free and subject.code] == ["17.71"]


@pytest.mark.parametrize("kin", ["ibu kota", "ibukota", "tetangga"])
def test_who_only_tells_what_somebody_is_has_nothing_of_his(kin: str) -> None:
    doc = reader().nlp(f"Samarinda, {kin} Provinsi Kalimantan Timur, meraih SPBE 3,2.")
    view = make_view(doc)
    assert [subject.code for subject in view.subjects if subject.free] == ["64.72"]
