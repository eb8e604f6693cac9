"""Items of a list that a name nobody knows labels: their values are nobody's."""

import pytest

from tests.reader import reader

TOWNS = """Lima besar inflasi tertinggi Mei 2022 menurut catatan BPS:

- Kudus 0,95%
- Luwuk 0,90%
- Watampone 0,88%
- Kediri 0,81%
"""
UNKNOWN = """Tiga besar inflasi tertinggi Mei 2022 menurut catatan BPS:

{mark}Kudus 0,95%
{mark}Tanah Wangi 0,90%
{mark}Kediri 0,81%
"""


def test_a_town_behind_a_dash_has_its_value() -> None:
    scores = reader().extract(TOWNS, published="2022-06-02").scores
    values = {score.subject.name: str(score.value) for score in scores}
    assert values["Luwuk"] == "0.90"
    assert values["Watampone"] == "0.88"


@pytest.mark.parametrize("mark", ["- ", "• ", ""])
def test_the_value_of_an_unknown_name_is_nobodys(mark: str) -> None:
    article = reader().extract(UNKNOWN.format(mark=mark), published="2022-06-02")
    assert "0.90" not in {str(score.value) for score in article.scores}
    assert any("0,90" in piece.text for f in article.findings for piece in f.evidence)
