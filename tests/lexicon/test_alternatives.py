import re

import pytest

from extractor.lexicon.alternatives import any_word

WORDS = ["kata", "katanya", "kat.", "ujar", "ujarnya", "mei", "Mei", "M"]


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_found(word: str) -> None:
    assert re.fullmatch(any_word(WORDS), word)


@pytest.mark.parametrize("text", ["kat", "katany", "ujarn", "", "katX", "Me"])
def test_nothing_else_is_found(text: str) -> None:
    assert not re.fullmatch(any_word(WORDS), text)


def test_the_longest_word_is_preferred() -> None:
    assert re.findall(any_word(WORDS), "kata katanya Mei") == ["kata", "katanya", "Mei"]
