"""An archive of 2,000 articles in every format, with 60 defects whose places are known."""

from collections.abc import Iterator
from pathlib import Path

from tests.archive.makers import gz, json_lines, page, parquet, warc_record, zst

FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLES = 2_000
# file, line, code of each reject
Defects = set[tuple[str, int | None, str]]

ENGLISH = "The governor said on Monday that the city will open three new parks before December."
LONG = 50_000_000


def texts() -> Iterator[str]:
    """Yield the shorter paragraphs of the sample articles, over and over."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    paragraphs = [line for text in articles for line in text.split("\n")]
    said = [line for line in paragraphs if 120 < len(line) < 240]
    while True:
        yield from said


class Archive:
    """Writes the archive into `folder`; `defects` are all that is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.defects: Defects = set()
        self._texts = texts()
        self._count = 0
        folder.mkdir()
        self._files()
        self._lines()
        self._tables()
        self._crawls()
        self._broken_files()
        assert self._count == ARTICLES
        assert len(self.defects) == 60

    def _next(self) -> tuple[str, str]:
        self._count += 1
        return f"a{self._count:04}", next(self._texts)

    def _rows(self, count: int) -> list[dict[str, str]]:
        rows = [dict(zip(("id", "isi"), self._next(), strict=True)) for _ in range(count)]
        return [{**row, "tanggal": f"{at % 28 + 1} Januari 2025"} for at, row in enumerate(rows)]

    def _write(self, name: str, content: bytes, *defects: tuple[int | None, str]) -> None:
        path = self.folder / name
        path.write_bytes(content)
        self.defects |= {(f"{self.folder.name}/{name}", line, code) for line, code in defects}

    def _files(self) -> None:
        for at in range(120):
            self._write(f"t{at:03}.txt", self._next()[1].encode())
        for at in range(20):
            self._write(f"g{at:03}.txt.gz", gz(self._next()[1].encode()))
            self._write(f"z{at:03}.txt.zst", zst(self._next()[1].encode()))
            self._write(f"m{at:03}.md", b"\xef\xbb\xbf" + self._next()[1].encode())
        for at in range(60):
            self._write(f"h{at:03}.html", page(self._next()[1]))
        for at in range(10):
            self._write(f"h{at:03}.htm.gz", gz(page(self._next()[1])))

    def _lines(self) -> None:
        lines = json_lines(self._rows(500)).splitlines(keepends=True)
        # Each bad line stands before the article whose line number it takes.
        bad = {
            10: (b"ini bukan JSON\n", "bad-json"),
            60: (b'{"id": "x1", "isi": "berita yang terputus\n', "bad-json"),
            110: (b"[1, 2]\n", "bad-json"),
            111: (b"[" * 50_000 + b"\n", "bad-json"),
            160: (b'{"id": "x2", "judul": "tanpa isi"}\n', "no-text"),
            161: (b'{"id": "x3", "isi": "   "}\n', "empty"),
            162: (b'{"id": "x4", "isi": null}\n', "empty"),
            163: (b'{"id": "x5", "isi": 17}\n', "empty"),
            210: (b'{"id": "x6", "isi": "kafe \xe9 baru"}\n', "not-utf8"),
            211: (b'{"id": "x7", "isi": "\xff\xfe"}\n', "not-utf8"),
            212: (
                b'{"id": "x8", "isi": "setengah \\ud83d huruf di kota"}\n',
                "not-utf8",
            ),
            260: (b"\x00\x01\x02 sampah\n", "binary"),
            261: (b'{"isi": "nol \x00 di tengah"}\n', "binary"),
            310: (b'{"id": "a0400", "isi": "dobel di berkas ini"}\n', "duplicate-id"),
            311: (b'{"id": "a0251", "isi": "dobel juga"}\n', "duplicate-id"),
            312: (b'{"id": "a0251", "isi": "dobel lagi"}\n', "duplicate-id"),
            360: (b'{"id": "x9", "isi": "' + ENGLISH.encode() + b'"}\n', "not-indonesian"),
            410: (b'{"isi": "' + b"panjang " * (LONG // 8) + b'"}\n', "too-long"),
            411: (b'{"id": "y2", "isi": "' + b"panjang " * 200_000 + b'"}\n', "too-long"),
            460: (
                b'{"isi": " ", "date": "31/31/2024"}\n',
                "empty",
            ),
            461: (
                b'{"isi": null, "tanggal": "entah"}\n',
                "empty",
            ),
        }
        for number, (line, _) in sorted(bad.items()):
            lines.insert(number - 1, line)
        told = [(number, code) for number, (_, code) in bad.items()]
        self._write("lines.jsonl", b"".join(lines), *told)
        self._write("lines2.jsonl.gz", gz(json_lines(self._rows(190))))
        self._write("lines3.jsonl.zst", zst(json_lines(self._rows(200))))

    def _tables(self) -> None:
        rows = self._rows(300)
        lines = [b"id,isi,tanggal\n", *(_csv_line(row) for row in rows)]
        bad = {
            50: (b"b1,terlalu,banyak,sel\n", "bad-csv"),
            52: (b"b2\n", "bad-csv"),
            54: (b'b3,"tanda kutip"yang salah,\n', "bad-csv"),
            56: (b"b4,kafe \xe9 baru,\n", "not-utf8"),
            58: (b"b5,,\n", "empty"),
            60: (b"b6,nol \x00 di tengah,\n", "binary"),
            62: (b"a0600,dobel,\n", "duplicate-id"),
            64: (b"b7," + ENGLISH.encode() + b",\n", "not-indonesian"),
            66: (b"b8, ,99/99/9999\n", "empty"),
        }
        # Every article takes one line; the defects stand among them.
        for number, (line, _) in sorted(bad.items()):
            lines.insert(number - 1, line)
        told = [(number, code) for number, (_, code) in bad.items()]
        self._write("table.csv", b"".join(lines), *told)
        plain = [b"id,isi,tanggal\n", *(_csv_line(row) for row in self._rows(100))]
        self._write("table2.csv.gz", gz(b"".join(plain)))
        tabs = ["id\tisi\n", *(f'{id}\t"{_quoted(text)}"\n' for id, text in self._some(50))]
        self._write("table3.tsv.zst", zst("".join(tabs).encode()))
        cells = self._rows(250)
        columns: dict[str, list[str | None]] = {
            "id": [row["id"] for row in cells],
            "isi_berita": [row["isi"] for row in cells],
        }
        for id, text in (("p1", None), ("p2", " "), ("a0001x", ENGLISH), (cells[0]["id"], "dobel")):
            columns["id"].append(id)
            columns["isi_berita"].append(text)
        codes = ("empty", "empty", "not-indonesian", "duplicate-id")
        self._write("table4.parquet", parquet(columns), *zip(range(251, 255), codes, strict=True))

    def _some(self, count: int) -> list[tuple[str, str]]:
        return [self._next() for _ in range(count)]

    def _crawls(self) -> None:
        def record(at: int) -> bytes:
            return warc_record(page(self._next()[1]), f"https://contoh.id/{at}")

        records = [record(at) for at in range(75)]
        other = warc_record(b"pindah", "https://contoh.id/x", status="301 Moved")
        doubled = warc_record(page("Berita dobel di kota itu."), "https://contoh.id/3")
        empty = warc_record(b"<html><body></body></html>", "https://contoh.id/kosong")
        records[50:50] = [other, doubled, empty]
        last = warc_record(page("Berita yang terputus di kota itu."), "https://contoh.id/putus")
        self._write(
            "crawl.warc",
            b"".join(records) + last[:-120],
            (52, "duplicate-id"),
            (53, "no-text"),
            (79, "truncated"),
        )
        members = [gz(record(at)) for at in range(100, 175)]
        self._write("crawl2.warc.gz", b"".join(members))
        self._write("crawl3.warc", record(200) + b"sampah\r\n\r\n", (2, "bad-warc"))

    def _broken_files(self) -> None:
        lines = json_lines(self._rows(9))
        self._write("cut.jsonl.gz", gz(lines)[:-5], (10, "truncated"))
        self._write("cut.txt.gz", gz(self._texts_bytes())[:-5], (None, "truncated"))
        self._write("cut.txt.zst", zst(self._texts_bytes())[:-5], (None, "truncated"))
        self._write("junk.txt", bytes(range(256)) * 16, (None, "binary"))
        self._write("junk.jsonl", bytes(range(256)) * 16, (None, "binary"))
        self._write("junk.csv", bytes(range(256)) * 16, (None, "binary"))
        self._write("junk.html", bytes(range(256)) * 16, (None, "binary"))
        self._write("junk.warc", bytes(range(256)) * 16, (None, "bad-warc"))
        self._write("junk.parquet", bytes(range(256)) * 16, (None, "bad-parquet"))
        self._write("junk.txt.gz", b"bukan gzip", (None, "unreadable"))
        self._write("junk.jsonl.zst", b"bukan zstandard", (None, "unreadable"))
        self._write("bomb.txt.gz", gz(b"\n" * 60_000_000), (None, "too-long"))
        self._write("bomb.jsonl.gz", gz(b'{"isi": "' + b"a" * 60_000_000), (1, "bomb"))
        self._write("bomb.csv.zst", zst(b"isi\n" + b"a" * 400_000_000), (2, "bomb"))
        self._write("long.txt", b"panjang " * (LONG // 8), (None, "too-long"))
        self._write("empty.txt", b"", (None, "empty"))
        self._write("empty.csv", b"", (None, "empty"))
        self._write("columns.csv", b"nomor,nama\n1,x\n", (None, "no-text"))
        self._write("latin.txt", "kafé di kota kami".encode("latin-1"), (None, "not-utf8"))
        self._write("english.md", ENGLISH.encode(), (None, "not-indonesian"))
        self._write("blank.html", b"<html><head></head><body></body></html>", (None, "no-text"))
        (self.folder / "gone.txt").symlink_to(self.folder / "nowhere")
        self.defects.add((f"{self.folder.name}/gone.txt", None, "unreadable"))

    def _texts_bytes(self) -> bytes:
        return b"Berita yang terputus di tengah jalan. " * 50


def _quoted(text: str) -> str:
    return text.replace("\n", " ").replace('"', '""')


def _csv_line(row: dict[str, str]) -> bytes:
    return f'{row["id"]},"{_quoted(row["isi"])}","{row["tanggal"]}"\n'.encode()
