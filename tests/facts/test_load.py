from datetime import date
from pathlib import Path

import pytest

from extractor.errors import KnownFactsError
from extractor.facts.load import doubts, load_facts, parse_facts

HEAD = "article: a\n"
SCORE = "scores:\n- {{subject: '15', index: SPBE, {}}}\n"

RANGE = "ranks:\n- {{subject: '15', index: SPBE, position: {}, position_end: {}}}\n"

BROKEN = {
    "bare-code": ("regions: [15.10]\n", 2, 'quote it: "15.10"'),
    "bare-province": ("regions:\n- '15'\n- 16\n", 4, 'quote it: "16"'),
    "octal-like": ("regions: [017]\n", 2, 'quote it: "017"'),
    "leading-zero": ("regions: [01.10]\n", 2, 'quote it: "01.10"'),
    "bare-subject": ("scores:\n- {subject: 15.71, index: SPBE, value: 3}\n", 3, '"15.71"'),
    "bare-period": (SCORE.format("value: 3, period: 2024"), 3, 'quote it: "2024"'),
    "bare-no": (SCORE.format("value: 3, predicate: NO"), 3, 'quote it: "NO"'),
    "short-code": ("regions: ['15.1']\n", 2, "15.1"),
    "short-subject": ("scores:\n- {subject: '15.1', index: SPBE, value: 3}\n", 3, "15 or 15.71"),
    "short-of-nought": ("regions: ['18.1']\n", 2, 'did you mean "18.10"'),
    "cut-code": ("scores:\n- {subject: '13.06.4', index: SPBE, value: 3}\n", 3, "13.06.04.2001"),
    "long-code": ("scores:\n- {subject: '13.06.04.2001.1', index: A, value: 3}\n", 3, "13.06.04"),
    "no-place": ("ranks:\n- {subject: '15', index: SPBE, position: 0}\n", 3, "no place"),
    "no-range": (RANGE.format(3, 1), 3, "3 to 1 is no range of places"),
    "no-range-from-the-end": (RANGE.format(-1, -3), 3, "-1 to -3 is no range of places"),
    "across-the-middle": (RANGE.format(1, -1), 3, "1 to -1 is no range of places"),
    "wrong-basis": (SCORE.format("value: 3, basis: bulanan"), 3, "bulanan"),
    "unknown-key": ("skor: []\n", 2, "skor: unknown key"),
    "unknown-inner-key": (SCORE.format("value: 3, periode: '2024'"), 3, "did you mean period?"),
    "indonesian-key": (SCORE.format("nilai: 3"), 3, "nilai: unknown key; did you mean value?"),
    "no-value": (SCORE.format("predicate: Baik"), 3, "value: this key is required"),
    "nothing-said": (SCORE.format("value: null"), 3, "a value, a predicate, or both"),
    "comma-value": (SCORE.format("value: '3,20'"), 3, "(got 3,20); did you mean 3.20?"),
    "thousands": (SCORE.format("value: '1.234,5'"), 3, "did you mean 1234.5?"),
    "bare-comma": (SCORE.format("value: 3,20"), 3, "did you mean value: 3.20?"),
    "block-comma": ("scores:\n- subject: '15'\n  index: SPBE\n  value: 4,32\n", 5, "4.32?"),
    "no-such-code": ("regions: ['15.17']\n", 2, 'did you mean "15.71" (Kota Jambi)?'),
    "no-such-province": ("regions: ['99']\n", 2, "'99' is the code of no region"),
    "undotted-code": ("regions: ['1571']\n", 2, 'did you mean "15.71" (Kota Jambi)?'),
    "undotted-subject": (SCORE.format("value: 3").replace("'15'", "'1571'"), 3, "Kota Jambi"),
    "name-for-code": ("regions: [Kota Jambi]\n", 2, 'did you mean "15.71" (Kota Jambi)?'),
    "unclear-name": ("regions: [Kota Jembi]\n", 2, "did you mean Kota Jambi"),
    "no-such-village": (SCORE.format("value: 3").replace("'15'", "'13.06.04.2999'"), 3, "desa"),
    "no-such-scope": (RANGE.format(1, 2).replace("}", ", scope: '15.17'}"), 3, "15.71"),
    "beyond-out-of": (RANGE.format(3, 9).replace("}", ", out_of: 8}"), 3, "no place 9 among 8"),
    "beyond-provinces": (
        "ranks:\n- {subject: '15', position: 39, scope: national, category: provinsi}\n",
        3,
        "no place 39 among 38 of the class 'provinsi'",
    ),
    "beyond-a-province": (
        "ranks:\n- {subject: '15.71', index: SPBE, position: -3, scope: '15', category: kota}\n",
        3,
        "no place 3 among 2",
    ),
    "slip": ("indices: [Indeks Pembangunan Manusa]\n", 2, "did you mean IPM?"),
    "swapped-letters": ("indices: [SPEB]\n", 2, "did you mean SPBE?"),
    "day-first": ("published: 4/1/2025\n", 2, 'did you mean "2025-01-04"?'),
    "day-in-words": ("dates:\n- {text: x, date: 4 Januari 2025}\n", 3, '"2025-01-04"?'),
    "month-in-words": (SCORE.format("value: 3, period: Juni 2024"), 3, '"2024-06"?'),
    "truth-value": (SCORE.format("value: yes"), 3, "yes"),
    "no-number": (SCORE.format("value: .nan"), 3, ".nan"),
    "wrong-comparison": (SCORE.format("value: 3, comparison: about"), 3, "about"),
    "wrong-period": (SCORE.format("value: 3, period: '2024-13'"), 3, "2024-13"),
    "mapping-for-list": ("indices: {a: b}\n", 2, "indices"),
    "quote-kind": ("quotes:\n- {starts: a, ends: b, kind: scare}\n", 3, "scare"),
    "listed-twice": ("regions:\n- '15'\n- '15'\n", 4, "listed twice (15)"),
    "key-twice": ("regions: []\nregions: []\n", 3, "'regions' stands here twice"),
    "no-day": ("published: 2025-02-30\n", 2, "(got 2025-02-30)"),
    "unclosed": ("regions: [\n", 3, "unreadable YAML"),
}


@pytest.mark.parametrize(("body", "line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_line_and_reason(body: str, line: int, reason: str) -> None:
    with pytest.raises(KnownFactsError) as error:
        parse_facts(HEAD + body, "x.facts.yaml")
    told = str(error.value).splitlines()
    assert all(one.startswith(f"x.facts.yaml:{line}: ") for one in told)
    assert any(reason in one for one in told)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = f"""{HEAD}published: 4/1/2025
regions: ['15.17', '15']
scores:
- {{subject: '15', index: SPEB, value: 3,20, period: 2024}}
ranks:
- {{subject: '15', index: SPBE, position: 9, out_of: 8}}
"""
    with pytest.raises(KnownFactsError) as error:
        parse_facts(text, "x")
    lines = str(error.value).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["x:2", "x:3", "x:5", "x:5", "x:5", "x:7"]


@pytest.mark.parametrize("text", ["", "- a\n", "a"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(KnownFactsError, match="mapping"):
        parse_facts(text, "x")


def test_an_article_need_not_be_named() -> None:
    assert parse_facts("regions: ['15']\n", "x").article is None


UNKNOWN = "indices: [Indeks Kota Teduh, SPBE]\nscores:\n- {subject: '15', index: IKTH, value: 3}\n"


def test_an_index_that_the_catalogue_lacks_is_a_doubt_and_refused_when_strict(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.facts.yaml"
    path.write_text(UNKNOWN, encoding="utf-8")
    first, second = doubts(path, load_facts(path))
    assert first.startswith(f"{path}:1: the catalogue has no index 'Indeks Kota Teduh'")
    assert second.startswith(f"{path}:3: the catalogue has no index 'IKTH'")
    with pytest.raises(
        KnownFactsError, match=r"x\.facts\.yaml:1: indices\.0: the catalogue has no"
    ):
        load_facts(path, strict=True)


@pytest.mark.parametrize("day", ["2025-01-04", '"2025-01-04"'], ids=["bare", "quoted"])
def test_days_may_be_quoted_or_not(day: str) -> None:
    known = parse_facts(f"{HEAD}published: {day}\ndates:\n- {{text: x, date: {day}}}\n", "x")
    assert known.published == date(2025, 1, 4)
    assert known.dates[0].date == "2025-01-04"


@pytest.mark.parametrize("code", ["15", "15.71", "13.06.04", "13.06.04.2001", "SMAN 1.5"])
def test_a_subject_by_code_or_name(code: str) -> None:
    known = parse_facts(f"{HEAD}scores:\n- {{subject: '{code}', index: IPM, value: 3}}\n", "x")
    assert known.scores[0].subject == code


def test_the_last_places_are_a_range() -> None:
    known = parse_facts(HEAD + RANGE.format(-10, -1), "x")
    assert (known.ranks[0].position, known.ranks[0].position_end) == (-10, -1)


def test_values_are_exact_decimals() -> None:
    known = parse_facts(HEAD + SCORE.format("value: 3.20"), "x")
    assert str(known.scores[0].value) == "3.2"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownFactsError, match=r"x\.facts\.yaml:1: No such file"):
        load_facts(tmp_path / "x.facts.yaml")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.facts.yaml"
    path.write_bytes(b"article: caf\xe9\n")
    with pytest.raises(KnownFactsError, match="not UTF-8 at byte 12"):
        load_facts(path)
