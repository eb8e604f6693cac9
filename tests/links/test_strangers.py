"""Items of a list that a name nobody knows labels: their values are nobody's."""

import pytest

from tests.reader import reader

TOWNS = """Ini daftar kota yang inflasi tahunannya tertinggi pada Agustus 2023:

- Sumenep 5,41%
- Sampit 5,20%
- Maumere 4,87%
- Probolinggo 4,61%
"""
UNKNOWN = """Ini daftar kota yang inflasi tahunannya tertinggi pada Agustus 2023:

{mark}Sumenep 5,41%
{mark}Tanah Wangi 5,20%
{mark}Probolinggo 4,61%
"""


def test_a_town_behind_a_dash_has_its_value() -> None:
    scores = reader().extract(TOWNS, published="2023-09-04").scores
    values = {score.subject.name: str(score.value) for score in scores}
    assert values["Sampit"] == "5.20"
    assert values["Maumere"] == "4.87"


@pytest.mark.parametrize("mark", ["- ", "• ", ""])
def test_the_value_of_an_unknown_name_is_nobodys(mark: str) -> None:
    article = reader().extract(UNKNOWN.format(mark=mark), published="2023-09-04")
    assert "5.20" not in {str(score.value) for score in article.scores}
    assert any("5,20" in piece.text for f in article.findings for piece in f.evidence)
