"""Periods of what changed: the year of one value is never that of the other."""

import pytest

from tests.cases.told import findings, read, scores

# Published on 2024-12-10. "-" is a period that the text does not tell.
CHANGES = {
    "IPM Kota Jambi naik dari 80,05 menjadi 80,93 pada 2023.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi turun dari 80,93 ke 80,05 pada 2023.": ["80.05 2023", "80.93 -"],
    "Pada 2023 IPM Kota Jambi naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi tahun 2023 naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi (2023) naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi naik dari 80,05 menjadi 80,93 (2023).": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi 2023 80,93, naik dari 80,05 tahun sebelumnya.": ["80.05 2022", "80.93 2023"],
    "IPM Kota Jambi meningkat dari 80,05 (tahun 2022) menjadi 80,93.": ["80.05 2022", "80.93 -"],
    "IPM Kota Jambi mencapai 80,93, naik dari 80,05 pada 2022.": ["80.05 2022", "80.93 -"],
    "IPM Kota Jambi mencapai 80,93, lebih tinggi dari tahun 2022 yang hanya 80,05.": [
        "80.05 2022",
        "80.93 -",
    ],
    "IPM Kota Jambi meningkat menjadi 80,93 pada 2023 dari 80,05.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi 80,93 pada 2023, sebelumnya 80,05.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi pada 2023 sebesar 80,93 dibanding 80,05 pada 2022.": [
        "80.05 2022",
        "80.93 2023",
    ],
    "IPM Kota Jambi tahun ini 80,93, tahun lalu 80,05.": ["80.05 2023", "80.93 2024"],
    "IPM Kota Jambi 80,93 tahun ini. Pada 2022 angkanya 80,05.": ["80.05 2022", "80.93 2024"],
    "IPM Kota Jambi melonjak dari hanya 80,05 menjadi 80,93 tahun ini.": [
        "80.05 -",
        "80.93 2024",
    ],
    "IPM Kota Jambi naik lebih dari 0,3 poin.": [],
    "IPM Kota Jambi 80,93. Tahun lalu angkanya 80,05.": ["80.05 2023", "80.93 -"],
    "IPM Kota Jambi tahun lalu 80,05, kini 80,93.": ["80.05 2023", "80.93 -"],
    "IPM Kota Jambi meningkat dari 80,05 pada tahun lalu menjadi 80,93.": [
        "80.05 2023",
        "80.93 -",
    ],
}


@pytest.mark.parametrize("text", CHANGES)
def test_each_value_of_a_change_has_its_own_period(text: str) -> None:
    article = read(text, "2024-12-10")
    assert scores(article) == [f"Kota Jambi ipm {told}" for told in CHANGES[text]]
    assert findings(article) == []
