import pytest

from extractor.errors import LexiconError
from extractor.lexicon import furniture

GOOD = {"labels": ["baca"], "openings": ["a"], "lines": ["b"], "closings": ["b"]}
BROKEN = {
    "no_mapping": [],
    "missing_list": {"labels": ["baca"]},
    "no_list": GOOD | {"lines": "b"},
    "upper_case": GOOD | {"lines": ["Berita"]},
    "twice": GOOD | {"lines": ["b", "b"]},
    "number": GOOD | {"lines": [1]},
}


def test_file_is_sound() -> None:
    assert "baca juga" in furniture.load().labels


@pytest.mark.parametrize("case", BROKEN)
def test_refuses(case: str) -> None:
    with pytest.raises(LexiconError, match=r"furniture\.yaml"):
        furniture.parse(BROKEN[case])
