"""Whatever happens to the bytes of a file, a reader gives items and no error."""

import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.archive.items import Raw, Reject
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.archive.readers import read
from extractor.source import Source
from tests.archive.makers import NEWS, gz, json_lines, page, parquet, warc_record, zst

LINES = json_lines([{"id": at, "isi": f"{NEWS} {at}", "tanggal": "4/1/2025"} for at in range(5)])
TABLE = b'id,isi\n1,"satu, dua"\n2,"tiga\nempat"\n3,lima\n'
CRAWL = b"".join(warc_record(page(NEWS), f"https://a.id/{at}") for at in range(3))
FILES = {
    "a.txt": NEWS.encode(),
    "a.html": page(),
    "a.json": LINES.split(b"\n")[0],
    "a.jsonl": LINES,
    "a.csv": TABLE,
    "a.parquet": parquet({"id": [1, 2], "isi": [NEWS, NEWS]}),
    "a.warc": CRAWL,
    "b.jsonl.gz": gz(LINES),
    "b.jsonl.zst": zst(LINES),
    "b.warc.gz": gz(CRAWL),
}
OPTIONS = Options(max_bytes=1 << 20)


def damaged(content: bytes, seed: int) -> bytes:
    """Return `content` with some bytes changed, put in, taken out or cut off."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        junk = chance.choice((b"\0", b'"', b"\n", b"\r\n\r\n", b"\xff", b"WARC/1.0", b"9" * 20))
        changed[at : at + chance.choice((0, 0, 1, 7, 300))] = chance.choice((b"", junk))
    return bytes(changed[: chance.choice((len(changed), chance.randint(0, len(changed))))])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.sampled_from(sorted(FILES)), seed=st.integers(0, 10_000_000))
def test_damage_never_stops_a_reader(tmp_path: Path, name: str, seed: int) -> None:
    path = tmp_path / name
    path.write_bytes(damaged(FILES[name], seed))
    for item in read(str(path), OPTIONS):
        assert item.place.file == str(path)
        if isinstance(item, Raw):
            assert isinstance(prepare(item, OPTIONS), Source | Reject)


@given(rows=st.lists(st.text(max_size=40), max_size=8), bad=st.sets(st.integers(0, 8), max_size=3))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_good_lines_survive_bad_ones(tmp_path: Path, rows: list[str], bad: set[int]) -> None:
    lines = json_lines([{"id": at, "isi": f"x{row}"} for at, row in enumerate(rows)]).splitlines()
    for at in sorted(bad, reverse=True):
        lines.insert(min(at, len(lines)), b"{rusak")
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    items = list(read(str(tmp_path / "a.jsonl"), OPTIONS))
    assert [item.body for item in items if isinstance(item, Raw)] == [f"x{row}" for row in rows]
    assert len(items) == len(rows) + len(bad)
