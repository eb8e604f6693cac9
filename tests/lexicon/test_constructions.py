"""The lexicon of constructions: its form, and that each one reads its own examples."""

from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError
from spacy.tokens import Doc

from extractor.lexicon.constructions import (
    ELEMENTS,
    FILE,
    Construction,
    Constructions,
    constructions,
)
from extractor.lexicon.resource import read_yaml
from extractor.links.constructions.elements import Elements, elements_of
from extractor.links.constructions.matching import Roles, match_all, patterns_of
from extractor.links.view import View, make_view
from tests.reader import reader

# Which grades and which parts there are depends on the indices that an article names.
CONTEXT = "Hasil SPBE, SAKIP, IPM, Kota Layak Anak, dan opini BPK diumumkan.\n"
# The examples name invented places; these are in the registers.
PLACES = {
    "Kota Rimba": "Kota Blitar",
    "Kabupaten Awan": "Kabupaten Sigi",
    "Rimba": "Semarang",
    "Awan": "Surakarta",
    "Senja": "Salatiga",
}


def told(example: str) -> str:
    for invented, known in PLACES.items():
        example = example.replace(invented, known)
    return example


@cache
def read(text: str) -> Doc:
    """Return the document of `text`, kept: a view does not keep it."""
    return reader().nlp(text)


def view_of(text: str) -> View:
    return make_view(read(text))


def form(**changes: Any) -> dict[str, Any]:
    """Return a small lexicon of one construction, with `changes` to it."""
    entry = {
        "name": "colon",
        "pattern": "<subject: SUBJECT> COLON <value: VALUE>",
        "gives": [["subject", "value"]],
        "examples": ["Kota Rimba: 3,21", "Kabupaten Awan: 3,21"],
    }
    return {"source": "own", "words": {}, "shapes": {}, "constructions": [entry | changes]}


def given(roles: Roles, name: str) -> int:
    """Return how many pairs the construction `name` gives."""
    return sum(names.count(name) for names in roles.pairs.values())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"pattern": "<subject: SUBJECT> NOBODY <value: VALUE>"}, "NOBODY"),
        ({"pattern": "<subject: SUBJECT> COLON VALUE"}, "value, which it lacks"),
        ({"gives": [["subject", "grade"]]}, "grade, which it lacks"),
        ({"examples": ["Kota Rimba: 3,21"]}, "at least 2"),
        ({"where": "list"}, "Extra inputs"),
    ],
)
def test_an_entry_that_breaks_the_form_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Constructions.model_validate(form(**changes))


def test_names_are_unique() -> None:
    twice = form()
    twice["constructions"] *= 2
    with pytest.raises(ValidationError, match="one name"):
        Constructions.model_validate(twice)


def test_each_element_and_word_class_has_a_letter_of_its_own() -> None:
    letters = constructions().letters()
    assert len(set(letters.values())) == len(letters) == len(ELEMENTS) + len(constructions().words)


@pytest.mark.parametrize(
    ("construction", "example"),
    [
        pytest.param(construction, example, id=f"{construction.name}-{number}")
        for construction in constructions().constructions
        for number, example in enumerate(construction.examples)
    ],
)
def test_each_construction_reads_its_examples(construction: Construction, example: str) -> None:
    view = view_of(CONTEXT + told(example))
    roles = match_all(view.elements)
    pairs = [pair for pair, names in roles.pairs.items() if construction.name in names]
    assert pairs, view.elements.letters
    played = {role for found in roles.played.values() for role in found}
    assert {f"{construction.name}.{one}" for one, _ in construction.gives} <= played


def test_members_are_paired_in_order() -> None:
    view = view_of("Semarang dan Surakarta masing-masing meraih 3,21 dan 3,10.")
    words = view.index.words
    pairs = {
        (words[one], words[other])
        for (one, other), names in view.roles.pairs.items()
        if "aligned" in names
    }
    assert pairs == {("Semarang", "3,21"), ("Surakarta", "3,10")}


def test_uneven_members_are_not_paired() -> None:
    view = view_of("Semarang, Surakarta, dan Salatiga masing-masing meraih 3,21 dan 3,10.")
    assert given(view.roles, "aligned") == 0


def test_an_entry_of_its_own_reads_what_was_not_read_before() -> None:
    data = read_yaml(FILE)
    data["words"]["claps"] = ["bertepuk"]
    data["constructions"].append(
        {
            "name": "clapping",
            "pattern": "<subject: SUBJECT> claps (any|attains|INDEX){0,5} <value: VALUE>",
            "gives": [["subject", "value"]],
            "examples": ["Kota Rimba bertepuk tangan 3,21", "Awan bertepuk tangan 3,1"],
        }
    )
    more = Constructions.model_validate(data)
    view = view_of("Kota Blitar bertepuk tangan karena skor SPBE 3,21.")
    elements: Elements = elements_of(view.index, view.subjects, more)
    roles = match_all(elements, patterns_of(more))
    (pair,) = [pair for pair, names in roles.pairs.items() if "clapping" in names]
    assert [view.index.words[token] for token in pair] == ["Kota", "3,21"]
    assert pair not in view.roles.pairs
