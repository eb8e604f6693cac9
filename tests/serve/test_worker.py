import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from extractor.errors import InputError
from extractor.serve.worker import BusyError, TookTooLongError, Workers
from extractor.source import Source
from tests.serve.makers import odd, slow_to_load


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(odd) as made:
        yield made


def read(workers: Workers, text: str, seconds: float = 30.0) -> str:
    return workers.read(Source(text, "a1", title="Judul"), seconds).text


def test_an_article_is_read_with_what_is_known_of_it(workers: Workers) -> None:
    article = workers.read(Source("Kota Jambi.", "a1", title="Judul"), 30)
    assert (article.id, article.title, article.text) == ("a1", "Judul", "Kota Jambi.")


def test_it_is_ready_when_a_process_has_loaded() -> None:
    with Workers(slow_to_load) as made:
        assert not made.ready()
        read(made, "first")
        assert made.ready()


def test_one_that_takes_too_long_is_stopped_and_the_next_is_read(workers: Workers) -> None:
    read(workers, "warm")
    begun = time.monotonic()
    with pytest.raises(TookTooLongError, match=r"not read within 0\.3 seconds"):
        read(workers, "sleep", 0.3)
    assert time.monotonic() - begun < 10
    assert read(workers, "next") == "next"


def test_refusals_and_bugs_are_told_and_the_next_is_read(workers: Workers) -> None:
    with pytest.raises(InputError, match="no article"):
        read(workers, "refuse")
    with pytest.raises(RuntimeError, match="ValueError: a bug"):
        read(workers, "fail")
    with pytest.raises(RuntimeError, match="died"):
        read(workers, "die")
    assert read(workers, "next") == "next"


def test_who_waits_too_long_for_a_worker_is_told(workers: Workers) -> None:
    read(workers, "warm")
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(read, workers, "sleep", 2.0)
        time.sleep(0.5)
        with pytest.raises(BusyError):
            read(workers, "quick", 0.2)
        with pytest.raises(TookTooLongError):
            slow.result()


def test_a_process_that_has_read_enough_is_replaced_without_a_pause() -> None:
    with Workers(odd, life=3) as renewed:
        first = read(renewed, "which")
        patience = time.monotonic() + 60
        while (now := read(renewed, "which")) == first:
            assert time.monotonic() < patience
            time.sleep(0.02)
        assert read(renewed, "text") == "text"
    assert now != first


def test_a_process_that_loads_too_long_is_waited_for() -> None:
    with Workers(slow_to_load) as loading:
        with pytest.raises(BusyError, match="not loaded within"):
            read(loading, "text", 0.05)
        assert read(loading, "text") == "text"
