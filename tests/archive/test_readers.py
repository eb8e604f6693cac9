"""What the readers make of files in every shape, good and bad."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from extractor.archive.items import Raw, Reject
from extractor.archive.options import Options
from extractor.archive.readers import read
from tests.archive.makers import NEWS, gz, json_lines, page, parquet, warc_record, zst

ROWS = json_lines([{"id": 1, "isi": "satu"}, {"id": 2, "isi": "dua"}])
TABLE = b'id,text,date\n1,"ok, ya",2024-01-01\n2,"multi\nbaris",2024-01-02\n'
PAGES = ["https://a.id/1", "https://a.id/2"]
CRAWL = warc_record(page(), "https://a.id/1") + warc_record(page(), "https://a.id/2")


def outcome(tmp_path: Path, name: str, content: bytes, options: Options | None = None) -> list[str]:
    """Return the ids of articles, and `code@line` of rejects, in order."""
    path = tmp_path / name
    path.write_bytes(content)
    found = []
    for item in read(str(path), options or Options()):
        assert item.place.file == str(path)
        if isinstance(item, Raw):
            found.append(item.id.removeprefix(f"{tmp_path}/"))
        else:
            assert item.reason
            found.append(f"{item.code}@{item.place.line}")
    return found


def only(tmp_path: Path, name: str, content: bytes, options: Options | None = None) -> Raw:
    (tmp_path / name).write_bytes(content)
    (item,) = read(str(tmp_path / name), options or Options())
    assert isinstance(item, Raw)
    return item


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"satu", ["a.txt"]),
        ("a.md", b"satu", ["a.md"]),
        ("a.html", page(), ["a.html"]),
        ("a.json", b'{"id": "x", "text": "satu"}', ["x"]),
        ("a.jsonl", ROWS, ["1", "2"]),
        ("a.csv", TABLE, ["1", "2"]),
        ("a.tsv", b"id\ttext\n7\tsatu\n", ["7"]),
        ("semicolons.csv", b"id;isi\r\n7;satu, dua\r\n", ["7"]),
        ("a.parquet", parquet({"id": [1, 2], "isi_berita": ["a", "b"]}), ["1", "2"]),
        ("a.warc", CRAWL, ["https://a.id/1", "https://a.id/2"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_format_gives_its_articles(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    assert outcome(tmp_path, name, content) == expected
    if not name.endswith(".parquet"):
        packed = [f"{id}.gz" if id == name else id for id in expected]
        assert outcome(tmp_path, f"{name}.gz", gz(content)) == packed
        packed = [f"{id}.zst" if id == name else id for id in expected]
        assert outcome(tmp_path, f"{name}.zst", zst(content)) == packed


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", ["empty@None"]),
        ("empty.jsonl", b"", []),
        ("empty.csv", b"", ["empty@None"]),
        ("empty.warc", b"", ["empty@None"]),
        ("empty.parquet", b"", ["bad-parquet@None"]),
        ("junk.txt", b"\x00\x01\x02", ["binary@None"]),
        ("junk.jsonl", b"\x89PNG\x00\x01\n" * 9, ["binary@None"]),
        ("junk.csv", b"\x89PNG\x00\x01\n" * 9, ["binary@None"]),
        ("junk.warc", b"\x89PNG\x00\x01\n" * 900, ["bad-warc@None"]),
        ("first.warc", b"junk\r\n" + CRAWL, ["bad-warc@1", *PAGES]),
        ("junk.parquet", b"PAR1 and more", ["bad-parquet@None"]),
        ("junk.txt.gz", b"no gzip", ["unreadable@None"]),
        ("junk.txt.zst", b"no zstandard", ["unreadable@None"]),
        ("photo.jpg", b"\xff\xd8", ["unknown-format@None"]),
        ("no-json.jsonl", b'nein\n{"id": 2, "isi": "dua"}\n', ["bad-json@1", "2"]),
        ("list.jsonl", b'[1]\n\n{"id": 2, "isi": "dua"}\n', ["bad-json@1", "2"]),
        ("deep.jsonl", b"[" * 100_000 + b'\n{"id": 2, "isi": "dua"}\n', ["bad-json@1", "2"]),
        ("latin.jsonl", b'{"isi": "caf\xe9"}\n{"id": 2, "isi": "d"}\n', ["not-utf8@1", "2"]),
        ("nul.jsonl", ROWS * 300 + b'{"a": "\x00"}\n', ["1", "2"] * 300 + ["binary@601"]),
        ("none.jsonl", b'{"id": 1, "x": "satu"}\n', ["no-text@1"]),
        (
            "empty-text.jsonl",
            b'{"id": 1, "isi": " "}\n{"id": 2, "isi": null}\n',
            ["empty@1", "empty@2"],
        ),
        ("number.jsonl", b'{"id": 1, "isi": 5}\n', ["empty@1"]),
        ("cells.csv", b"id,text\n1,a,b\n2,c\n", ["bad-csv@2", "2"]),
        ("stray.csv", b'id,text\n1,"a\n2,b\n3,c\n', ["bad-csv@2", "2", "3"]),
        ("stray-late.csv", b'id,text\n1,a\n2,"b\n3,c\n4,"d"\n', ["1", "bad-csv@3", "3", "4"]),
        ("latin.csv", b"id,text\n1,caf\xe9\n2,b\n", ["not-utf8@2", "2"]),
        ("columns.csv", b"id,x\n1,a\n", ["no-text@None"]),
        ("mac.csv", b'id,text\r1,"a\rb"\r2,c\r', ["1", "2"]),
        ("excel.csv", b"\xef\xbb\xbfsep=;\r\nid;isi\r\n1;a\r\n2;b;c\r\n", ["1", "bad-csv@4"]),
        ("tabs.csv", b"sep=\t\nid\tisi\n1\ta, b; c\n", ["1"]),
        ("saved-again.csv", b'"sep=;";;\nid;isi;x\n1;a;\n', ["1"]),
        ("only-sep.csv", b"sep=;\n", ["empty@None"]),
        ("doubled-others.csv", b"id,isi,catatan,catatan,,\n1,a,b,c,,\n", ["1"]),
        ("doubled.csv", b"id,text,text\n1,a,b\n", ["bad-csv@None"]),
        ("columns.parquet", parquet({"id": [1], "x": ["a"]}), ["no-text@None"]),
        ("null.parquet", parquet({"id": [1, 2], "isi": ["a", None]}), ["1", "empty@2"]),
        ("cut.warc", CRAWL[:-200], ["https://a.id/1", "truncated@2"]),
        ("head.warc", CRAWL + CRAWL[:100], ["https://a.id/1", "https://a.id/2", "truncated@3"]),
        (
            "mid.warc",
            CRAWL + b"junk\r\n\r\n" + CRAWL,
            [*PAGES, "bad-warc@3", *PAGES],
        ),
        ("cut.jsonl.gz", gz(ROWS)[:-4], ["1", "2", "truncated@3"]),
        ("cut.jsonl.zst", zst(ROWS)[:-4], ["truncated@None"]),
        ("cut.txt.gz", gz(b"satu" * 100)[:-12], ["truncated@None"]),
        ("cut.warc.gz", gz(CRAWL)[:-4], ["https://a.id/1", "https://a.id/2", "truncated@3"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_defect_costs_only_itself(
    tmp_path: Path, name: str, content: bytes, expected: list[str]
) -> None:
    assert outcome(tmp_path, name, content) == expected


def test_what_is_no_regular_file_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.parquet").mkdir()
    for name in ("folder.txt", "dangling.txt", "folder.parquet"):
        (item,) = read(str(tmp_path / name), Options())
        assert isinstance(item, Reject)
        assert item.code == "unreadable"


def test_damage_inside_parquet_ends_it_there(tmp_path: Path) -> None:
    content = bytearray(parquet({"isi": ["a", "b"]}))
    content[10:30] = b"x" * 20
    assert outcome(tmp_path, "a.parquet", bytes(content)) == ["bad-parquet@1"]


def test_long_lines_are_read_over(tmp_path: Path) -> None:
    small = Options(max_bytes=100)
    long = b'{"isi": "' + b"a" * 5_000 + b'"}\n'
    assert outcome(tmp_path, "a.jsonl", long + ROWS, small) == ["too-long@1", "1", "2"]
    table = b"id,text\n1," + b"a" * 5_000 + b"\n2,b\n"
    assert outcome(tmp_path, "a.csv", table, small) == ["too-long@2", "2"]
    assert outcome(tmp_path, "a.txt", b"a" * 5_000, small) == ["too-long@None"]
    assert outcome(tmp_path, "a.warc", CRAWL, small) == ["too-long@1", "too-long@2"]


@pytest.mark.parametrize("pack", [gz, zst], ids=["gz", "zst"])
@pytest.mark.parametrize(
    ("name", "begin", "code"),
    [
        ("a.txt", b"", "bomb"),
        ("a.jsonl", b'{"isi": "', "bomb"),
        ("a.csv", b"id,text\n1,", "bomb"),
        ("a.warc", CRAWL, "bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bomb_is_a_reject(
    tmp_path: Path, name: str, begin: bytes, code: str, pack: Callable[[bytes], bytes]
) -> None:
    small = Options(max_bytes=1 << 20, bomb_bytes=1 << 20, bomb_ratio=20)
    suffix = ".gz" if pack is gz else ".zst"
    found = outcome(tmp_path, name + suffix, pack(begin + b"a" * (20 << 20)), small)
    assert found[-1].startswith(code)


def test_fields_are_found_by_name(tmp_path: Path) -> None:
    row = {"ID Berita": 5, "Judul": "J", "Tanggal": "4/1/2025", "tautan": "http://a", "Isi": NEWS}
    raw = only(tmp_path, "a.jsonl", json_lines([{**row, "media": "M"}]))
    assert (raw.id, raw.title, raw.published, raw.url) == ("5", "J", "4/1/2025", "http://a")
    assert (raw.publisher, raw.body, raw.is_html) == ("M", NEWS, False)


def test_fields_can_be_given(tmp_path: Path) -> None:
    content = json_lines([{"text": "nicht", "x": NEWS}, {"text": "nicht"}])
    options = Options(names={"text": "x"})
    assert outcome(tmp_path, "a.jsonl", content, options) == ["a.jsonl:1", "no-text@2"]


def test_an_article_without_id_is_called_by_its_address_or_place(tmp_path: Path) -> None:
    content = json_lines([{"text": "a", "url": "http://a"}, {"text": "b"}])
    assert outcome(tmp_path, "a.jsonl", content) == ["http://a", "a.jsonl:2"]


def test_paragraphs_of_a_list_are_lines(tmp_path: Path) -> None:
    content = json_lines([{"isi": ["satu", "dua"]}])
    assert only(tmp_path, "a.jsonl", content).body == "satu\ndua"
    assert outcome(tmp_path, "b.jsonl", json_lines([{"isi": [1]}, {"isi": []}])) == [
        "empty@1",
        "empty@2",
    ]


def test_each_file_has_its_order_of_day_and_month(tmp_path: Path) -> None:
    days = [{"isi": "a", "tanggal": "04/05/2024"}, {"isi": "b", "tanggal": "12/31/2024"}]
    for rows, options, order in (
        (days, Options(), "mdy"),
        (days[:1], Options(), "dmy"),
        (days, Options(date_order="dmy"), "dmy"),
    ):
        (tmp_path / "a.jsonl").write_bytes(json_lines(rows))
        items = list(read(str(tmp_path / "a.jsonl"), options))
        assert [item.date_order for item in items if isinstance(item, Raw)] == [order] * len(rows)


def test_times_of_parquet_are_written_out(tmp_path: Path) -> None:
    content = parquet({"text": ["a"], "tanggal": [datetime(2025, 1, 4, 10)]})
    assert only(tmp_path, "a.parquet", content).published == "2025-01-04T10:00:00"


def test_only_pages_of_a_crawl_are_articles(tmp_path: Path) -> None:
    content = (
        warc_record(b"moved", "https://a.id/0", status="301 Moved")
        + warc_record(b"GIF8", "https://a.id/i", content_type="image/gif")
        + warc_record(gz(page()), "https://a.id/1", encoding="gzip")
    )
    raw = only(tmp_path, "a.warc", content)
    assert (raw.place.line, raw.url, raw.body) == (3, "https://a.id/1", page())


RENDERED = (
    b'{"id": 7, "title": {"rendered": "A &#8211; B"}, "content": {"rendered": "<p>satu</p>"}}'
)
SHAPES = {
    "wordpress.json": RENDERED,
    "wordpress.jsonl": RENDERED + b"\n",
    "wordpress-answer.json": b"[" + RENDERED + b"]",
    "drupal.json": b'{"id": 7, "title": [{"value": "A \xe2\x80\x93 B"}], '
    b'"body": [{"value": "<p>satu</p>", "format": "full"}]}',
    "blocks.json": b'{"id": 7, "title": "A &ndash; B", '
    b'"content": [{"type": "paragraph", "data": {"text": "<p>satu</p>"}}]}',
    "inner.json": b'{"article": {"id": 7, "judul": "A &ndash; B", "text": "<p>satu</p>"}}',
    "api.json": b'{"data": {"id": 7, "attributes": '
    b'{"judul": "A &ndash; B", "isi": "<p>satu</p>"}}}',
    "ghost.json": b'{"posts": [{"id": "7", "title": "A &ndash; B", "html": "<p>satu</p>"}], '
    b'"meta": {}}',
    "elastic.json": b'{"hits": {"total": 1, "hits": [{"_id": "7", "_source": '
    b'{"judul": "A &ndash; B", "isi": "<p>satu</p>"}}]}}',
    "linked.json": b'{"@type": "NewsArticle", "_id": {"$oid": "7"}, "headline": "A &ndash; B", '
    b'"articleBody": "<p>satu</p>", "publisher": {"@type": "Organization", "name": "M"}}',
}


@pytest.mark.parametrize("name", SHAPES)
def test_articles_of_content_systems_are_read(tmp_path: Path, name: str) -> None:
    raw = only(tmp_path, name, SHAPES[name])
    assert (raw.id, raw.title, raw.body) == ("7", "A \N{EN DASH} B", "<p>satu</p>")
    assert raw.is_html
    assert raw.publisher == ("M" if name == "linked.json" else None)


def test_every_article_of_an_answer_is_read(tmp_path: Path) -> None:
    content = b'{"status": "ok", "articles": [{"id": 1, "content": "a"}, {"id": 2}, 5]}'
    assert outcome(tmp_path, "a.json", content) == ["no-text@None"]
    content = b'{"articles": [{"id": 1, "content": "a"}, {"id": 2}, {"id": 3, "isi": "b"}]}'
    assert outcome(tmp_path, "a.json", content) == ["1", "no-text@2", "3"]


def test_a_text_that_is_an_object_is_told_and_can_be_named(tmp_path: Path) -> None:
    content = b'{"id": 1, "content": {"id": {"lain": "satu"}}}\n'
    (tmp_path / "a.jsonl").write_bytes(content)
    (item,) = read(str(tmp_path / "a.jsonl"), Options())
    assert isinstance(item, Reject)
    assert (item.code, item.id) == ("no-text", "1")
    assert item.reason == "content is an object with id (--map text=content.KEY)"
    options = Options(names={"text": "content.id.lain"})
    assert only(tmp_path, "a.jsonl", content, options).body == "satu"
