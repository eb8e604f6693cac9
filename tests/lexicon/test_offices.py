"""The lexicons of offices, names and verbs are whole and do not contradict themselves."""

from collections.abc import Callable

import pytest

from extractor.errors import LexiconError
from extractor.lexicon import names, offices, verbs
from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.verbs import speech_words


@pytest.mark.parametrize("short", sorted(office_words().short))
def test_a_short_head_is_a_head(short: str) -> None:
    assert short in office_words().heads


@pytest.mark.parametrize("word", sorted(office_words().acting))
def test_an_acting_word_is_no_head(word: str) -> None:
    assert word not in office_words().heads


@pytest.mark.parametrize("word", ["Kesejahteraan", "Pemupukan", "Koordinasi", "Kemenag", "Dispora"])
def test_shapes_of_office_words(word: str) -> None:
    assert office_words().shapes.fullmatch(word)


@pytest.mark.parametrize("word", ["Setiawan", "Perangin-angin", "Hasan", "Rahmat", "Sri"])
def test_shapes_spare_names(word: str) -> None:
    assert not office_words().shapes.fullmatch(word)


def test_verbs_with_nya_point_back() -> None:
    assert {"katanya", "ujarnya", "tambahnya"} <= speech_words().pointing_back


def test_words_of_yaml_stay_words() -> None:
    assert "No" in name_words().not_names


@pytest.mark.parametrize(
    ("module", "load"),
    [(names, name_words), (offices, office_words), (verbs, speech_words)],
    ids=["names", "offices", "verbs"],
)
def test_a_missing_list_is_told(
    module: object, load: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda name: {"heads": {}})
    with pytest.raises(LexiconError, match="missing or misshapen"):
        load.__wrapped__()  # type: ignore[attr-defined]  # past the cache
