import pytest

from extractor.errors import LexiconError
from extractor.lexicon import predicates


@pytest.fixture
def content(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    names = predicates.PredicateWords.__annotations__
    data: dict[str, list[str]] = {"source": [], **{name: ["kata"] for name in names}}
    monkeypatch.setattr(predicates, "read_yaml", lambda _: data)
    monkeypatch.setattr(predicates, "predicate_words", predicates.predicate_words.__wrapped__)
    return data


def test_the_lists_are_read(content: dict[str, list[str]]) -> None:
    content["labels"] = ["predikat", "kategori"]
    assert predicates.predicate_words().labels == {"predikat", "kategori"}


@pytest.mark.parametrize("word", ["Predikat", " predikat", 3])
def test_a_word_is_lower_case_text(content: dict[str, list[object]], word: object) -> None:
    content["labels"] = [word]
    with pytest.raises(LexiconError, match="labels"):
        predicates.predicate_words()


@pytest.mark.parametrize("key", ["labels", "source"])
def test_a_missing_list_is_refused(content: dict[str, list[str]], key: str) -> None:
    del content[key]
    with pytest.raises(LexiconError, match="keys"):
        predicates.predicate_words()


def test_an_unknown_list_is_refused(content: dict[str, list[str]]) -> None:
    content["others"] = []
    with pytest.raises(LexiconError, match="keys"):
        predicates.predicate_words()
