"""Crawls give all pages that are in them, whatever stands before, after or around those."""

import random
from collections import Counter
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

from extractor.archive.items import Raw, Reject
from extractor.archive.options import Options
from extractor.archive.readers import read
from tests.archive.crawls import BAD, COUNT, HURT, PAGES, SOUND, WHOLE, damaged, http, record
from tests.archive.makers import gz, json_lines

ADDRESSES = [f"https://a.id/{at}" for at in range(COUNT)]


def outcome(path: Path) -> tuple[list[Raw], list[Reject], Counter[str]]:
    passed: Counter[str] = Counter()
    items = list(read(str(path), Options(), passed=passed))
    return (
        [item for item in items if isinstance(item, Raw)],
        [item for item in items if isinstance(item, Reject)],
        passed,
    )


def with_warcio(path: Path) -> list[bytes]:
    """Return the pages that warcio reads of the file before it stops."""
    pages = []
    try:
        with path.open("rb") as file:
            for found in Warcio(file):
                if found.rec_type in ("response", "resource"):
                    pages.append(found.content_stream().read())
    except Exception:  # noqa: BLE001 (whatever it stops at)
        return pages
    return pages


def with_fastwarc(path: Path) -> list[bytes]:
    """Return the pages that FastWARC reads of the file before it stops."""
    pages = []
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        with path.open("rb") as file:
            for found in ArchiveIterator(file, record_types=kinds, auto_decode="all"):
                pages.append(found.reader.read())
    except OSError:
        return pages
    return pages


@pytest.mark.parametrize("name", WHOLE)
def test_every_page_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WHOLE[name])
    raws, rejects, passed = outcome(tmp_path / name)
    assert [raw.body for raw in raws] == PAGES
    assert [(raw.id, raw.url, raw.place.line) for raw in raws] == [
        (address, address, number) for number, address in enumerate(ADDRESSES, 1)
    ]
    assert (rejects, passed) == ([], {})


@pytest.mark.parametrize("name", HURT)
def test_damage_costs_one_page_and_the_numbers_stay_right(tmp_path: Path, name: str) -> None:
    content, code = HURT[name]
    (tmp_path / name).write_bytes(content)
    raws, rejects, _ = outcome(tmp_path / name)
    kept = [at for at in range(COUNT) if at != BAD]
    assert [raw.body for raw in raws] == [PAGES[at] for at in kept]
    assert [raw.place.line for raw in raws] == [at + 1 for at in kept]
    assert [(reject.code, reject.place.line) for reject in rejects] == [(code, BAD + 1)]


def test_of_every_file_at_least_as_many_pages_as_by_the_libraries(tmp_path: Path) -> None:
    files = WHOLE | {name: content for name, (content, _) in HURT.items()}
    counts: Counter[str] = Counter()
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        ours = {raw.body for raw in outcome(path)[0]}
        for library, found in (("warcio", with_warcio(path)), ("fastwarc", with_fastwarc(path))):
            sound = set(found) & set(PAGES)
            assert sound <= ours, (name, library)
            counts[library] += len(sound)
        counts["ours"] += len(ours)
    assert counts["ours"] == len(files) * COUNT - len(HURT)
    assert max(counts["warcio"], counts["fastwarc"]) < counts["ours"]


def test_many_defects_cost_only_themselves(tmp_path: Path) -> None:
    """More defects than any file should have, and a sound page behind each."""
    pairs = [gz(record(http(PAGES[0]), at)) for at in range(300)]
    packed = [damaged(one) if at % 2 else one for at, one in enumerate(pairs)]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(packed))
    raws, rejects, _ = outcome(tmp_path / "a.warc.gz")
    assert [raw.place.line for raw in raws] == list(range(1, 300, 2))
    assert [reject.place.line for reject in rejects] == list(range(2, 301, 2))


def test_what_is_no_article_is_counted_by_its_kind(tmp_path: Path) -> None:
    others = [
        record(b"software: x\r\n", kind="warcinfo", type="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", type="application/http"),
        record(b"fetchTimeMs: 1\r\n", kind="metadata", type="application/warc-fields"),
        record(http(b""), kind="revisit"),
        record(http(b"dipindahkan", status="301 Moved"), 1),
        record(http(b"GIF8").replace(b"text/html", b"image/gif"), 2),
        record(b"User-agent: *", 3, kind="resource", type="text/plain"),
        record(b"?", 4, kind="screenshot"),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(others) * 2 + SOUND[5])
    raws, rejects, passed = outcome(tmp_path / "a.warc")
    assert [(raw.id, raw.place.line) for raw in raws] == [(ADDRESSES[5], 17)]
    assert rejects == []
    kinds = ["warcinfo", "request", "metadata", "revisit", "response 301", "image/gif"]
    assert passed == dict.fromkeys([*kinds, "text/plain", "unknown record"], 2)


def test_kinds_that_have_no_end_are_counted_together(tmp_path: Path) -> None:
    odd = [
        record(http(b"x").replace(b"text/html", b"x/%d" % at), at, trailer=b"\r\n\r\n")
        for at in range(150)
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(odd))
    _, _, passed = outcome(tmp_path / "a.warc")
    assert (len(passed), passed["other"], passed.total()) == (101, 50, 150)


def test_texts_of_a_crawl_are_articles(tmp_path: Path) -> None:
    text = b"Kota Jambi\nmeraih indeks SPBE 4,32."
    content = record(b"x: y\r\n", kind="warcinfo", type="application/warc-fields")
    content += record(text, 1, kind="conversion", type="text/plain")
    (tmp_path / "a.warc.wet.warc.gz").write_bytes(gz(content))
    raws, rejects, passed = outcome(tmp_path / "a.warc.wet.warc.gz")
    assert [(raw.id, raw.body, raw.is_html) for raw in raws] == [(ADDRESSES[1], text, False)]
    assert (rejects, passed) == ([], {"warcinfo": 1})


def test_a_page_that_tells_of_the_format_is_one_page(tmp_path: Path) -> None:
    body = PAGES[0] + b"\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(record(http(body), 0) + SOUND[1])
    raws, rejects, _ = outcome(tmp_path / "a.warc")
    assert [raw.body for raw in raws] == [body, PAGES[1]]
    assert rejects == []


def test_a_page_that_breaks_off_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(SOUND)[:-200])
    _, rejects, _ = outcome(tmp_path / "a.warc")
    assert [(one.code, one.id, one.place.line) for one in rejects] == [
        ("truncated", ADDRESSES[-1], COUNT)
    ]


def test_a_damaged_page_is_named_where_its_head_can_be_read(tmp_path: Path) -> None:
    long = record(http(random.Random(1).randbytes(60_000)), BAD)
    (tmp_path / "a.warc.gz").write_bytes(gz(SOUND[0]) + damaged(gz(long)) + gz(SOUND[2]))
    raws, rejects, _ = outcome(tmp_path / "a.warc.gz")
    assert [(raw.id, raw.place.line) for raw in raws] == [(ADDRESSES[0], 1), (ADDRESSES[2], 3)]
    assert [(one.code, one.id, one.place.line) for one in rejects] == [
        ("unreadable", ADDRESSES[BAD], 2)
    ]


def test_lines_behind_a_damaged_member_are_read(tmp_path: Path) -> None:
    days = [
        json_lines([{"id": f"{day}-{at}", "isi": "x" * 40} for at in range(9)]) for day in "abc"
    ]
    packed = [gz(day) for day in days]
    (tmp_path / "a.jsonl.gz").write_bytes(packed[0] + damaged(packed[1]) + packed[2])
    raws, rejects, _ = outcome(tmp_path / "a.jsonl.gz")
    assert [raw.id for raw in raws] == [f"{day}-{at}" for day in "ac" for at in range(9)]
    assert [reject.code for reject in rejects] == ["unreadable"]
