from datetime import date
from pathlib import Path

import pytest

from extractor.errors import InputError, KnownFactsError
from extractor.facts.check import check, facts_files, read_pair
from tests import articles
from tests.articles import Told


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_folders_are_searched_and_articles_have_their_facts_beside(tmp_path: Path) -> None:
    b = write(tmp_path, "b.facts.yaml", "article: b\n")
    a = write(tmp_path, "sub/a.facts.yaml", "article: a\n")
    text = write(tmp_path, "b.txt", "Teks")
    assert facts_files(tmp_path) == [b, a]
    assert facts_files(text) == facts_files(b) == [b]


def test_what_has_no_facts_is_told(tmp_path: Path) -> None:
    text = write(tmp_path, "a.txt", "Teks")
    for path in (text, tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError, match=str(path)):
            facts_files(path)


def test_facts_without_an_article_are_refused(tmp_path: Path) -> None:
    facts = write(tmp_path, "a.facts.yaml", "article: a\n")
    with pytest.raises(KnownFactsError, match=r"no a\.txt, .md, .json or .html beside it"):
        read_pair(facts)


def test_what_the_article_does_not_say_comes_from_the_facts(tmp_path: Path) -> None:
    facts = write(tmp_path, "x.facts.yaml", "article: x\ntitle: Judul\npublished: 2025-01-04\n")
    write(tmp_path, "x.json", '{"text": "Teks", "title": "Asli", "url": "https://contoh.id/1"}')
    extractor = Told()
    checked = check(read_pair(facts), extractor)
    assert extractor.asked == [
        {
            "text": "Teks",
            "id": "x",
            "title": "Asli",
            "published": date(2025, 1, 4),
            "url": "https://contoh.id/1",
            "publisher": None,
        }
    ]
    assert checked.verdicts == ()


def test_less_probable_records_do_not_count(tmp_path: Path) -> None:
    facts = "article: a\ncomplete: true\nofficials: [{name: Sri Wulan, office: Wali Kota Jambi}]\n"
    write(tmp_path, "a.txt", articles.TEXT)
    pair = read_pair(write(tmp_path, "a.facts.yaml", facts))
    told = Told(lambda text: {"officials": (articles.official(confidence=0.7),)})
    outcomes = [
        [verdict.verdict for verdict in check(pair, told, minimum).verdicts]
        for minimum in (0.7, 0.71)
    ]
    assert outcomes == [["confirmed"], ["missing"]]
