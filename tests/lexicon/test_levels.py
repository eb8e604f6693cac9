import pytest

from extractor.errors import LexiconError
from extractor.lexicon import levels
from extractor.lexicon.levels import LEVELS, level_words


def test_each_level_has_a_word_and_each_word_one_level() -> None:
    words = level_words()
    assert tuple(words.shown) == LEVELS
    assert (words.levels["kab"], words.levels["desa"], words.levels["city"]) == (
        "regency",
        "locality",
        "city",
    )
    assert words.shown["regency"] == "kabupaten"


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"city": ["kota", "kabupaten"]}, "stands twice"), ({"city": []}, "the levels are not")],
)
def test_a_broken_file_is_told(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, list[str]], reason: str
) -> None:
    content = {level: [f"kata {level}"] for level in LEVELS} | {"regency": ["kabupaten"]}
    monkeypatch.setattr(levels, "read_yaml", lambda _: content | change)
    with pytest.raises(LexiconError, match=reason):
        level_words.__wrapped__()
