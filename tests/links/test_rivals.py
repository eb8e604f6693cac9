"""What the facts of an article say of each other."""

from collections.abc import Mapping, Sequence

import pytest
from spacy.tokens import Doc

from extractor.links.candidates import Candidate, Decision, Settled, Slot
from extractor.links.factuality.rivals import rival_features
from extractor.links.view import View, make_view
from tests.reader import reader

TERMS: Mapping[Slot, str] = {
    "index": "spbe",
    "scope": "33",
    "period": "2023",
    "category": "kota",
}
_KEPT: list[Doc] = []  # a view lives as long as its document


def view_of(text: str) -> View:
    _KEPT.append(reader().nlp(text))
    return make_view(_KEPT[-1])


def holding(view: View, holders: Sequence[int], *values: tuple[Slot, str]) -> list[Settled]:
    """Return the places of the article, each held by that one of its subjects, on one index."""
    found = []
    for anchor, holder in zip(view.places, holders, strict=True):
        subject = view.named[holder]
        settled = Settled(anchor)
        best = Candidate((subject.key,), "told", (), None, (subject,))
        settled.decisions["subject"] = Decision("subject", best, None, 0.9)
        for slot, value in (*TERMS.items(), *values):
            settled.decisions[slot] = Decision(slot, Candidate(value, "told", ()), None, 0.9)
        found.append(settled)
    return found


TWO = "Kota Tegal peringkat kedua SPBE. Kota Batu peringkat ketiga SPBE."


def told(view: View, holders: Sequence[int], sure: Sequence[float]) -> list[dict[str, float]]:
    return rival_features(list(zip(holding(view, holders), sure, strict=True)), view)


def rivals(features: dict[str, float]) -> set[str]:
    return {name for name in features if name.startswith(("twice", "shared"))}


def test_nobody_has_two_places_in_one_ranking() -> None:
    first, second = told(view_of(TWO), (0, 0), (0.9, 0.6))
    assert rivals(first) == {"twice=same&less"}
    assert rivals(second) == {"twice=same&surer", "twice=same:ahead"}


def test_two_that_are_equally_sure_deny_each_other() -> None:
    for features in told(view_of(TWO), (0, 0), (0.8, 0.8)):
        assert rivals(features) == {"twice=same&even"}


def test_a_place_is_held_by_one() -> None:
    view = view_of(TWO.replace("ketiga", "kedua"))
    first, second = told(view, (0, 1), (0.9, 0.6))
    assert rivals(first) == {"shared=same&less"}
    assert rivals(second) == {"shared=same&surer", "shared=same:ahead"}


def test_who_has_one_place_each_denies_nobody() -> None:
    for features in told(view_of(TWO), (0, 1), (0.9, 0.6)):
        assert rivals(features) == set()


OTHER_TERMS: Sequence[tuple[tuple[Slot, str], str]] = (
    (("category", ""), "near"),
    (("scope", "national"), "far"),
)


@pytest.mark.parametrize(("term", "alike"), OTHER_TERMS)
def test_places_on_other_terms_deny_less(term: tuple[Slot, str], alike: str) -> None:
    view = view_of(TWO)
    (one, _), (_, other) = holding(view, (0, 0)), holding(view, (0, 0), term)
    first, second = rival_features([(one, 0.9), (other, 0.6)], view)
    assert rivals(first) == {f"twice={alike}&less"}
    assert rivals(second) == {f"twice={alike}&surer", f"twice={alike}:ahead"}


def test_what_is_told_again_speaks_for_itself() -> None:
    view = view_of(TWO.replace("ketiga", "kedua").replace("Batu", "Tegal"))
    for features in told(view, (0, 1), (0.9, 0.6)):
        assert rivals(features) == {"twice:again", "shared:again"}


def test_the_neighbours_of_a_place_are_those_of_its_list() -> None:
    view = view_of("Peringkat SPBE 2023:\n1. Kota Tegal\n2. Kota Batu\n3. Kota Solo\n")
    first, _, third = told(view, (0, 0, 2), (0.9, 0.6, 0.7))
    assert first["mates:denied"] == pytest.approx(1 / 2)
    assert third["mates:denied"] == pytest.approx(1 / 2)
    assert first["mates:odds"] < third["mates:odds"]
    alone = view_of("Kota Tegal peringkat kedua SPBE.")
    assert told(alone, (0,), (0.9,))[0].keys() == {"bias", "odds", "alone"}
