"""The pytest plugin, run inside these tests on articles of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

import extractor
from extractor.facts.known import KnownScore
from extractor.facts.nearest import nearest
from tests import articles as a

SCORE = "scores:\n  - {subject: '15.71', index: spbe, value: 4.32, period: '2024'}\n"
OTHER = "scores:\n  - {subject: '15.71', index: spbe, value: 9.99, period: '2019'}\n"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> a.Told:
    fake = a.Told(lambda text: {"regions": (a.region(),), "scores": (a.score(),)})
    monkeypatch.setattr(extractor, "load", lambda: fake)
    return fake


def write(pytester: pytest.Pytester, facts: str, *, name: str = "news/one") -> Path:
    path = pytester.path / f"{name}.facts.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"article: one\n{facts}", encoding="utf-8")
    path.with_name("one.txt").write_text(a.TEXT, encoding="utf-8")
    return path


def test_each_fact_is_a_test_and_the_article_is_read_once(
    pytester: pytest.Pytester, told: a.Told
) -> None:
    write(pytester, f"regions: ['15.71']\n{SCORE}")
    result = pytester.runpytest_inprocess("--known-facts", "news", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        [
            "*news/one.facts.yaml::regions?15.71? PASSED*",
            "*news/one.facts.yaml::scores?15.71 spbe 4.32 2024? PASSED*",
        ]
    )
    assert len(told.asked) == 1


def test_one_fact_can_be_named(pytester: pytest.Pytester, told: a.Told) -> None:
    write(pytester, f"regions: ['15.71']\n{SCORE}")
    node = "news/one.facts.yaml::regions[15.71]"
    result = pytester.runpytest_inprocess("--known-facts", "news", "-k", "regions and 15.71")
    result.assert_outcomes(passed=1, deselected=1)
    collected = pytester.runpytest_inprocess("--known-facts", "news", "--collect-only", "-q")
    collected.stdout.fnmatch_lines([f"*{node.replace('[', '?').replace(']', '?')}"])


def test_a_lost_fact_shows_its_sentence_and_the_nearest_record(
    pytester: pytest.Pytester, told: a.Told
) -> None:
    write(pytester, OTHER)
    result = pytester.runpytest_inprocess("--known-facts", "news")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "missing in scores:",
            "  known:    subject 15.71, index spbe, value 9.99, comparison eq, period 2019",
            "  nearest:  subject 15.71, index spbe, comparison eq, value 4.32,*",
            "  sentence: *SPBE*(*one.txt:*)",
        ]
    )
    assert "runtest" not in result.stdout.str()


def test_a_contradicted_fact_shows_what_was_found_instead(
    pytester: pytest.Pytester, told: a.Told
) -> None:
    write(pytester, SCORE.replace("4.32", "4.99"))
    result = pytester.runpytest_inprocess("--known-facts", "news")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["contradicted in scores:", "  found: * value 4.32,*"])


def test_inexact_and_unexpected_warn_or_fail_as_asked(
    pytester: pytest.Pytester, told: a.Told
) -> None:
    write(pytester, f"complete: true\n{SCORE.replace('2024', '2023')}")
    result = pytester.runpytest_inprocess("--known-facts", "news", "-v")
    result.assert_outcomes(passed=2, warnings=2)
    result.stdout.fnmatch_lines(["*one.facts.yaml::complete PASSED*", "*differs:  period"])
    exact = pytester.runpytest_inprocess("--known-facts", "news", "--known-facts-exact")
    exact.assert_outcomes(failed=2)
    exact.stdout.fnmatch_lines(
        ["unexpected in regions:", "  found:    name Kota Jambi, code 15.71"]
    )


def test_an_unreadable_facts_file_is_an_error_with_its_line(
    pytester: pytest.Pytester, told: a.Told
) -> None:
    path = write(pytester, "regions: [15.71]\n")
    result = pytester.runpytest_inprocess("--known-facts", "news")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"{path}:2: regions.0: YAML reads 15.71 as float; quote it:*"])


def test_without_the_option_nothing_is_collected(pytester: pytest.Pytester, told: a.Told) -> None:
    write(pytester, SCORE)
    assert pytester.runpytest_inprocess("news").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_tests_named_beside_it_run_too(pytester: pytest.Pytester, told: a.Told) -> None:
    write(pytester, SCORE)
    pytester.makepyfile(test_own="def test_own(): pass")
    alone = pytester.runpytest_inprocess("--known-facts", "news")
    alone.assert_outcomes(passed=1)
    both = pytester.runpytest_inprocess("test_own.py", "--known-facts", "news")
    both.assert_outcomes(passed=2)


def test_a_folder_that_is_not_there_is_a_usage_error(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess("--known-facts", "gone")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*--known-facts *gone: no such file or directory"])


def test_facts_shortened_to_one_name_stay_apart(pytester: pytest.Pytester, told: a.Told) -> None:
    long = "kata " * 30
    quotes = f"quotes:\n  - {{starts: '{long}', ends: a}}\n  - {{starts: '{long}', ends: b}}\n"
    write(pytester, quotes)
    result = pytester.runpytest_inprocess("--known-facts", "news", "--collect-only", "-q")
    result.stdout.fnmatch_lines(["*…?", "*…?#2", "2 tests collected*"])


def test_the_nearest_record_shares_most_and_may_be_none() -> None:
    far = a.score(index="ipm", value="70.1", period="2010")
    near = a.score(value="4.3")
    article = a.article(scores=(far, near))
    fact = KnownScore.model_validate({"subject": "15.71", "index": "SPBE", "value": "4.32"})
    assert nearest(fact, "scores", article) is near
    stranger = KnownScore.model_validate(
        {"subject": "11", "index": "IKP", "value": "1", "comparison": "gt"}
    )
    assert nearest(stranger, "scores", article) is None
    assert nearest("15.71", "regions", article) is None


def test_loading_the_plugin_loads_nothing_heavy() -> None:
    heavy = {"pydantic", "yaml", "spacy", "stanza", "torch", "pyarrow"}
    code = f"import extractor.facts.pytest_plugin, sys; print(*({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
