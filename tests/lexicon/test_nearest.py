import pytest

from extractor.lexicon.nearest import meant, near

NAMES = [
    ("Kota Semarang", "Kota Semarang"),
    ("semarang", "Kota Semarang"),
    ("semarang", "Kabupaten Semarang"),
    ("Kabupaten Demak", "Kabupaten Demak"),
    ("Kabupaten Sleman", "Kabupaten Sleman"),
    ("Indeks Daya Saing Daerah", "IDSD"),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Semarnag", ["Kota Semarang", "Kabupaten Semarang"]),
        ("kabupaten  DEMKA", ["Kabupaten Demak"]),
        ("daya saing", ["IDSD"]),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_the_likest_names_come_first_and_each_once(wanted: str, found: list[str]) -> None:
    assert near(wanted, NAMES)[: len(found) or 1] == found


def test_the_message_names_what_may_be_meant() -> None:
    assert meant("Semarnag", NAMES) == "; did you mean Kota Semarang or Kabupaten Semarang?"
    assert meant("daya saing", NAMES) == "; did you mean IDSD?"
    assert meant("Atlantis", NAMES) == ""
