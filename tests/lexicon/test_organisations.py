"""The lexicon of bodies: its data, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import LexiconError
from extractor.lexicon import organisations
from extractor.lexicon.organisations import organisation_words
from extractor.lexicon.resource import read_yaml


def test_no_name_has_stray_spaces() -> None:
    words = organisation_words()
    said = [*words.names, *words.acronyms]
    assert [name for name in said if name != " ".join(name.split())] == []


def test_an_acronym_leads_to_the_name_of_its_body() -> None:
    assert organisation_words().acronyms["Kemenkeu"] == "Kementerian Keuangan"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(lambda data: data["organisations"].append(data["organisations"][0]), "twice"),
        pytest.param(lambda data: data.pop("ranked"), "ranked"),
        pytest.param(lambda data: data.update(organisations=["BPS"]), "misshapen"),
    ],
    ids=["twice", "missing", "no-entry"],
)
def test_broken_data_is_refused(
    change: Callable[[dict[str, Any]], object], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = read_yaml(organisations.FILE)
    change(data)
    monkeypatch.setattr(organisations, "read_yaml", lambda name: data)
    with pytest.raises(LexiconError, match=message):
        organisation_words.__wrapped__()
