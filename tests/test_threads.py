"""One extractor, and several, used from many threads at once."""

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

import extractor
from extractor import Extractor
from tests.reader import reader

NEWS = [
    "Kota Jambi meraih indeks SPBE 4,32 pada 2024. “Ini hasil kita,” kata Wali Kota Jambi Sri Ayu.",
    "IPM Kabupaten Bantul 82,44 pada 2023, tertinggi kedua di DIY setelah Kota Yogyakarta.",
    "Indeks SPBE Kota Blitar naik dari 3,24 pada 2022 menjadi 3,40 (Baik) pada 2023.",
    "Kabupaten Sragen berada di peringkat ke-3 se-Jawa Tengah untuk SAKIP 2023 dengan nilai 78,10.",
]
THREADS, READS = 8, 64


@pytest.fixture(scope="module")
def made() -> Extractor:
    return reader()


@pytest.fixture(scope="module")
def other() -> Extractor:
    return extractor.load()


@pytest.mark.parametrize("kept", [0, 25_000])
def test_eight_threads_read_what_one_reads(
    made: Extractor, other: Extractor, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Beyond so many words those of a batch are forgotten with it.
    monkeypatch.setattr("extractor.extraction._KEPT_WORDS", kept)
    known = [made.extract(text) for text in NEWS]
    explained = made.explain(NEWS[0])

    def read(number: int) -> bool:
        at = number % len(NEWS)
        if number % 16 == 0:
            return made.explain(NEWS[0]) == explained
        if number % 16 == 1:
            return list(made.extract_many(NEWS, batch_size=2)) == known
        using = other if number % 3 == 0 else made
        return using.extract(NEWS[at]) == known[at]

    with ThreadPoolExecutor(THREADS) as threads:
        assert all(threads.map(read, range(READS)))


def test_a_loop_reads_beside_its_other_work(made: Extractor) -> None:
    async def work() -> list[extractor.Article]:
        return await asyncio.gather(*(asyncio.to_thread(made.extract, text) for text in NEWS))

    assert asyncio.run(work()) == [made.extract(text) for text in NEWS]


def test_an_extractor_can_be_sent_elsewhere(made: Extractor) -> None:
    assert pickle.loads(pickle.dumps(made)).extract(NEWS[0]) == made.extract(NEWS[0])
