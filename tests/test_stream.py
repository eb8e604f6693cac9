"""Many articles through worker processes: in order, bounded, none lost whatever dies."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

import extractor
from extractor.failure import Failure
from extractor.source import Source
from extractor.stream import Outcome, Read, stream
from tests import streaming
from tests.reader import reader

ROOT = Path(__file__).parent.parent
FIXTURES = sorted((ROOT / "fixtures").glob("*.txt"))

# A caller's mistake that no type can stop at run time.
NO_TEXT = Source(cast(str, b"Kota Jambi."), "none")


def sources(texts: list[str]) -> list[Source]:
    return [Source(text, f"a{at}") for at, text in enumerate(texts)]


def run(
    texts: list[str], make: Callable[[], Read] = streaming.make, batch_size: int = 3
) -> list[Outcome]:
    return list(stream(sources(texts), make, processes=2, batch_size=batch_size))


def told(outcomes: list[Outcome]) -> list[str]:
    return [
        f"{outcome.id} {outcome.kind}" if isinstance(outcome, Failure) else outcome.id
        for outcome in outcomes
    ]


@pytest.mark.parametrize("size", [0, 1, 7, 50])
def test_outcomes_come_in_order(size: int) -> None:
    assert told(run(["Kota."] * size)) == [f"a{at}" for at in range(size)]


def test_an_article_that_fails_stands_in_its_place() -> None:
    outcomes = run(["Kota.", "fail", "Kota.", "Kota."])
    assert told(outcomes) == ["a0", "a1 error", "a2", "a3"]
    assert isinstance(outcomes[1], Failure)
    assert outcomes[1].source.text == "fail"
    assert outcomes[1].reason == "as told"


def test_an_article_that_kills_its_worker_costs_itself_only() -> None:
    texts = ["Kota."] * 20
    texts[4] = texts[11] = "die"
    expected = [f"a{at} killed" if at in (4, 11) else f"a{at}" for at in range(20)]
    assert told(run(texts)) == expected


def test_what_a_killed_worker_had_is_read_once_more(tmp_path: Path) -> None:
    texts = ["Kota.", f"die-once {tmp_path / 'died'}", "Kota."]
    assert told(run(texts)) == ["a0", "a1", "a2"]
    assert (tmp_path / "died").exists()


def test_no_more_is_read_ahead_than_a_few_batches() -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield Source("Kota.", f"a{taken}")

    outcomes = stream(endless(), streaming.make, processes=2, batch_size=2)
    assert [next(outcomes).id for _ in range(40)] == [f"a{at}" for at in range(1, 41)]
    assert taken <= 40 + 2 * 2 * 4
    outcomes.close()
    assert not multiprocessing.active_children()


def test_what_keeps_workers_from_starting_is_raised() -> None:
    with pytest.raises(extractor.ModelError, match="weights are missing"):
        run(["Kota."], streaming.lacking)


def test_workers_that_die_at_their_start_are_told() -> None:
    with pytest.raises(extractor.WorkerError, match="exit code -9"):
        run(["Kota."], streaming.dying)


@pytest.mark.parametrize("numbers", [{"processes": 0}, {"batch_size": 0}])
def test_numbers_below_one_are_refused(numbers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        reader().extract_many(["Kota."], **numbers)


def test_without_workers_an_article_that_fails_raises() -> None:
    with pytest.raises(TypeError, match="bytes"):
        list(reader().extract_many([Source("Kota Jambi.", "a0"), NO_TEXT]))
    assert [region.code for region in reader().extract("Kota Jambi.").regions] == ["15.71"]


def test_one_article_of_a_batch_fails_alone() -> None:
    jambi, solo = sources(["Kota Jambi.", "Kota Solo."])
    outcomes = reader().attempt_many([jambi, NO_TEXT, solo])
    assert told(outcomes) == ["a0", "none error", "a1"]
    assert isinstance(outcomes[1], Failure)
    assert outcomes[1].reason.startswith("TypeError: ")


@pytest.mark.slow
def test_workers_give_what_one_process_gives_though_one_is_killed() -> None:
    texts = sources([path.read_text(encoding="utf-8") for path in FIXTURES])
    texts.insert(3, NO_TEXT)
    outcomes = reader().extract_many(iter(texts), batch_size=4, processes=2)
    found = [next(outcomes)]
    victim = multiprocessing.active_children()[0].pid
    assert victim is not None
    os.kill(victim, signal.SIGKILL)
    found += outcomes
    assert isinstance(found[3], Failure)
    assert found[3].kind == "error"
    del texts[3], found[3]
    assert found == list(reader().extract_many(texts))
    assert not multiprocessing.active_children()


UNGUARDED = """
from extractor.source import Source
from extractor.stream import stream
from tests.streaming import make
print(len(list(stream([Source("a", "a")], make, processes=1, batch_size=1))))
"""


@pytest.mark.parametrize("is_file", [True, False])
def test_a_script_that_starts_workers_on_import_is_told_what_to_do(
    tmp_path: Path, is_file: bool
) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    given = [str(script)] if is_file else ["-"]
    done = subprocess.run(
        [sys.executable, *given],
        input=None if is_file else UNGUARDED,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    told = 'put what it does behind `if __name__ == "__main__":`' if is_file else "<stdin> is no"
    assert told in done.stderr.splitlines()[-1]
    # One traceback, that of the script: what its worker met on the way is not told besides.
    assert done.stderr.count("Traceback") == 1
