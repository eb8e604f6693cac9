"""One reader for whatever file a user names: formats, encodings, titles, and what is no article."""

import io
import json
import os
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.headline import headline
from extractor.archive.items import Reject
from extractor.archive.options import Options
from extractor.errors import InputError
from extractor.inputs import OPTIONS, read_article, read_articles, read_stream
from extractor.source import Source
from tests.archive.makers import NEWS, gz, json_lines, page, parquet, zst

BODY = f"{NEWS}\n{NEWS} Begitu."
ROW = {"Isi Berita": NEWS, "judul": "Naik", "tanggal": "4 Januari 2025", "media": "Harian X"}

FILES = {
    "a.txt": NEWS.encode(),
    "a.md": NEWS.encode(),
    "a.html": page(BODY),
    "a.htm": page(BODY),
    "page.txt": page(BODY),
    "page": b"<!DOCTYPE html>\n" + page(BODY),
    "a.json": json.dumps({"text": NEWS}).encode(),
    "a.jsonl": json_lines([{"isi": NEWS}]),
    "a.csv": f'isi,judul\n"{NEWS}",Naik\n'.encode(),
    "a.parquet": parquet({"content": [NEWS]}),
    "a.txt.gz": gz(NEWS.encode()),
    "a.html.zst": zst(page(BODY)),
    "packed.txt": gz(NEWS.encode()),
    "packed": zst(NEWS.encode()),
    "bare": NEWS.encode(),
    "berita.log": NEWS.encode(),
    "object": json.dumps({"text": NEWS}, indent=1).encode(),
    "array.json": json.dumps([ROW]).encode(),
}


def kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_words_of_the_article(name: str, tmp_path: Path) -> None:
    source = read_article(kept(tmp_path, name, FILES[name]))
    assert NEWS in source.text
    assert "<" not in source.text
    assert source.id.startswith((name.split(".", maxsplit=1)[0], str(tmp_path)))


@pytest.mark.parametrize("name", FILES)
def test_a_stream_is_read_as_a_file_is(name: str, tmp_path: Path) -> None:
    path = kept(tmp_path, name, FILES[name])
    if path.suffix == ".csv":
        return  # nothing in it tells that the first line is a header
    with path.open("rb") as stream:
        (found,) = read_stream(stream, "stdin")
    assert isinstance(found, Source)
    assert found.text == read_article(path).text
    assert found.id in ("stdin", "stdin:1")


def test_fields_go_by_any_usual_name(tmp_path: Path) -> None:
    source = read_article(kept(tmp_path, "a.json", json.dumps({**ROW, "penulis": "x"}).encode()))
    assert (source.id, source.title, source.publisher) == ("a", "Naik", "Harian X")
    assert source.published == date(2025, 1, 4)
    mapped = kept(tmp_path, "b.json", json.dumps({"naskah": NEWS}).encode())
    assert read_article(mapped, Options(names={"text": "naskah"})).text == NEWS


def test_several_articles_come_in_order_and_a_bad_one_costs_itself(tmp_path: Path) -> None:
    content = json_lines([{"isi": NEWS}, {"id": "x", "isi": NEWS}]) + b"{\n" + json_lines([ROW])
    path = kept(tmp_path, "a.jsonl", content)
    ids = [item.id for item in read_articles(path)]
    assert ids == [f"{path}:1", "x", None, f"{path}:4"]
    reject = list(read_articles(path))[2]
    assert isinstance(reject, Reject)
    assert (str(reject.place), reject.code) == (f"{path}:3", "bad-json")
    with pytest.raises(InputError, match="several articles"):
        read_article(path)


def test_another_language_is_read_when_named(tmp_path: Path) -> None:
    english = b"The governor said that the index rose to 4.32 in 2024, which is good for all."
    assert read_article(kept(tmp_path, "a.txt", english)).text.startswith("The governor")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8", "utf-32-be"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html"])
def test_an_encoding_is_undone_before_anything_is_read(
    encoding: str, name: str, tmp_path: Path
) -> None:
    said = f"“Naik,” kata Andr\xe9. {NEWS}"
    contents = {
        "a.txt": said,
        "a.jsonl": json.dumps({"isi": said}, ensure_ascii=False),
        "a.csv": f'isi,judul\n"{said}",Naik\n',
        "a.html": f"<html><head><meta charset='iso-8859-9'></head><body><p>{said}</p>"
        f"<p>{NEWS} Begitu.</p></body></html>",
    }
    path = kept(tmp_path, name, contents[name].encode(encoding))
    assert said in read_article(path, Options(any_language=True, encoding=encoding)).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str, tmp_path: Path) -> None:
    path = kept(tmp_path, "a.txt", f"“{NEWS}”".encode(encoding))
    assert read_article(path).text == f"“{NEWS}”"


def test_bytes_that_the_encoding_has_not_are_told(tmp_path: Path) -> None:
    path = kept(tmp_path, "a.txt", b"a" * 70_000 + b"\x81")
    with pytest.raises(InputError, match="not cp1252 at byte 70000"):
        read_article(path, Options(encoding="cp1252"))
    with pytest.raises(InputError, match=r"at byte 70000 \(--encoding"):
        read_article(path)


@given(st.text(st.characters(codec="cp1252", exclude_characters="\0"), min_size=1, max_size=40))
def test_a_text_comes_through_its_encoding_unchanged(text: str) -> None:
    body = f"Isi: {text}."
    options = Options(any_language=True, encoding="cp1252")
    (source,) = read_stream(io.BytesIO(body.encode("cp1252")), "x", options)
    assert isinstance(source, Source)
    assert source.text == body


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(page(BODY),))
    writer.start()
    (found,) = read_articles(pipe, OPTIONS)
    writer.join()
    assert isinstance(found, Source)
    assert found.title == "Judul"


TITLES = {
    "SPBE Jambi Naik Tajam\n\nJAMBI – Nilai itu diumumkan Senin.": "SPBE Jambi Naik Tajam",
    "# SPBE Kota Jambi Naik Tajam\n\nNilai itu baik.": "SPBE Kota Jambi Naik Tajam",
    "Benarkah SPBE Jambi Naik?\nNilai itu diumumkan Senin.": "Benarkah SPBE Jambi Naik?",
    "SPBE Jambi Naik": None,
    "Nilai SPBE Kota Jambi naik.\nNilai itu diumumkan Senin.": None,
    "Daftar nilai selengkapnya:\n1. Jambi 4,3\n2. Solo 4,1": None,
    "Sabtu, 4 Januari 2025 | 10:12 WIB\nNilai itu diumumkan Senin.": None,
    "DENPASAR, BaliPagi\nNilai itu diumumkan Senin.": None,
    "Berita\nNilai itu diumumkan Senin.": None,
    f"{NEWS} {NEWS}\n{NEWS}": None,
}


@pytest.mark.parametrize(("text", "title"), TITLES.items())
def test_the_first_line_of_a_text_is_its_title_where_it_is_a_headline(
    text: str, title: str | None, tmp_path: Path
) -> None:
    assert headline(text) == title
    source = read_article(kept(tmp_path, "a.txt", text.encode()))
    assert (source.title, source.text) == (title, text)


def test_a_text_in_a_field_has_no_title_in_it(tmp_path: Path) -> None:
    text = "SPBE Kota Jambi Naik Tajam\n\nNilai itu diumumkan Senin."
    assert read_article(kept(tmp_path, "a.json", json.dumps({"isi": text}).encode())).title is None
