from datetime import date
from pathlib import Path

import pytest

from extractor.errors import KnownFactsError
from extractor.facts.load import load_facts, parse_facts

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
    "cut-code": ("scores:\n- {subject: '13.06.4', index: SPBE, value: 3}\n", 3, "13.06.04.2001"),
    "long-code": ("scores:\n- {subject: '13.06.04.2001.1', index: A, value: 3}\n", 3, "13.06.04"),
    "no-place": ("ranks:\n- {subject: '15', index: SPBE, position: 0}\n", 3, "no place"),
    "no-range": (RANGE.format(3, 1), 3, "3 to 1 is no range of places"),
    "no-range-from-the-end": (RANGE.format(-1, -3), 3, "-1 to -3 is no range of places"),
    "across-the-middle": (RANGE.format(1, -1), 3, "1 to -1 is no range of places"),
    "wrong-basis": (SCORE.format("value: 3, basis: bulanan"), 3, "bulanan"),
    "unknown-key": ("skor: []\n", 2, "skor: unknown key"),
    "unknown-inner-key": (SCORE.format("value: 3, periode: '2024'"), 3, "periode: unknown key"),
    "no-value": (SCORE.format("predicate: Baik"), 3, "value: this key is required"),
    "nothing-said": (SCORE.format("value: null"), 3, "a value, a predicate, or both"),
    "comma-value": (SCORE.format("value: '3,20'"), 3, "3,20"),
    "truth-value": (SCORE.format("value: yes"), 3, "yes"),
    "no-number": (SCORE.format("value: .nan"), 3, ".nan"),
    "wrong-comparison": (SCORE.format("value: 3, comparison: about"), 3, "about"),
    "wrong-period": (SCORE.format("value: 3, period: '2024-13'"), 3, "2024-13"),
    "mapping-for-list": ("indices: {a: b}\n", 2, "indices"),
    "quote-kind": ("quotes:\n- {starts: a, ends: b, kind: scare}\n", 3, "scare"),
    "listed-twice": ("regions: ['15', '15']\n", 1, "listed twice (15)"),
    "key-twice": ("regions: []\nregions: []\n", 3, "'regions' stands here twice"),
    "no-day": ("published: 2025-02-30\n", 1, "unreadable YAML"),
    "unclosed": ("regions: [\n", 3, "unreadable YAML"),
}


@pytest.mark.parametrize(("body", "line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_line_and_reason(body: str, line: int, reason: str) -> None:
    with pytest.raises(KnownFactsError) as error:
        parse_facts(HEAD + body, "x.facts.yaml")
    assert str(error.value).startswith(f"x.facts.yaml:{line}: ")
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["", "- a\n", "a", "{}"])
def test_what_is_no_mapping_with_an_article_is_refused(text: str) -> None:
    with pytest.raises(KnownFactsError, match="article"):
        parse_facts(text, "x")


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
