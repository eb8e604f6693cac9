"""Articles made of others are as many as asked, the same by one seed, and name other things."""

import json
from pathlib import Path

from benchmarks.swapping import write_archive

TEXT = "Nilai SPBE Kota Jambi pada 2023 mencapai 4,32, di atas Kota Jambi pada 2022 dengan 3,40."


def made(folder: Path, seed: int, count: int = 6) -> list[dict[str, str]]:
    archive, out = folder / "berita.jsonl", folder / f"{seed}.jsonl"
    rows = [{"id": f"a{n}", "text": TEXT, "published": "2024-01-05"} for n in range(2)]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    size = write_archive(str(archive), out, count, seed)
    assert size == out.stat().st_size
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_one_seed_makes_the_same_articles(tmp_path: Path) -> None:
    first = made(tmp_path, seed=1)
    assert first == made(tmp_path, seed=1)
    assert first != made(tmp_path, seed=2)
    assert len(first) == len({row["id"] for row in first}) == 6


def test_regions_and_values_are_others_alike_within_an_article(tmp_path: Path) -> None:
    texts = {row["text"] for row in made(tmp_path, seed=1)}
    assert len(texts) == 6
    for text in texts:
        words = text.replace(",", " ,").split(" mencapai")[0]
        name = words.removeprefix("Nilai SPBE Kota ").split(" pada ")[0]
        assert text.count(f"Kota {name} ") >= 2
        assert text.startswith("Nilai SPBE Kota ")
