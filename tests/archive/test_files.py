"""From arguments to files, and their fields by name."""

from pathlib import Path

import pytest

from extractor.archive.fields import parse_names
from extractor.archive.files import find, fingerprint
from extractor.errors import InputError
from extractor.lexicon.fields import fold


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("arsip/b.txt", "arsip/a.jsonl.gz", "arsip/2024/c.html", "arsip/.x/d.txt"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    Path("arsip/foto.jpg").write_bytes(b"x")
    Path("arsip/.tersembunyi.txt").write_bytes(b"x")
    return tmp_path


def test_a_folder_stands_for_its_files_in_order(archive: Path) -> None:
    inputs = find(["arsip"])
    assert inputs.names == ["arsip/a.jsonl.gz", "arsip/b.txt", "arsip/2024/c.html"]
    assert inputs.ignored == {".jpg": 1, ".txt": 1}


def test_patterns_and_files_come_once_each(archive: Path) -> None:
    assert find(["arsip/b.txt", "arsip/*.txt", "./arsip/b.txt"]).names == ["arsip/b.txt"]
    assert find(["arsip/**/*.html"]).names == ["arsip/2024/c.html"]


def test_a_named_file_of_no_known_format_stays_to_be_refused(archive: Path) -> None:
    assert find(["arsip/foto.jpg"]).names == ["arsip/foto.jpg"]


@pytest.mark.parametrize("argument", ["nowhere", "arsip/*.pdf"])
def test_nothing_is_an_error(archive: Path, argument: str) -> None:
    with pytest.raises(InputError, match="no "):
        find([argument])


def test_a_folder_without_news_is_an_error(archive: Path) -> None:
    Path("kosong").mkdir()
    with pytest.raises(InputError, match="no file of a known format"):
        find(["kosong"])


def test_a_fingerprint_is_of_the_content(archive: Path) -> None:
    first = fingerprint("arsip/b.txt")
    Path("arsip/b.txt").write_text("y", encoding="utf-8")
    second = fingerprint("arsip/b.txt")
    assert first.bytes == second.bytes == 1
    assert first.sha256 != second.sha256
    assert fingerprint("nowhere").sha256 == ""


def test_names_of_fields() -> None:
    assert parse_names(["text=isi berita", "id=no"]) == {"text": "isi berita", "id": "no"}
    assert fold(" Isi-Berita ") == "isi_berita"
    for wrong in ("text", "teks=isi", "text="):
        with pytest.raises(InputError, match="--map"):
            parse_names([wrong])
    with pytest.raises(InputError, match="twice"):
        parse_names(["text=a", "text=b"])
