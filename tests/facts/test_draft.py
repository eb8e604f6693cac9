"""A draft says what the extractor read, in words that a facts file takes back unchanged."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor import cli
from extractor.facts.compare import compare
from extractor.facts.draft import draft
from extractor.facts.known import KnownDate, KnownFacts, KnownOfficial, KnownScore
from extractor.facts.load import load_facts, parse_facts
from extractor.facts.write import known_text
from extractor.records import Article, Subject
from tests import articles as a
from tests.reader import reader

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
NAMES = ("aceh-keterbukaan-informasi", "bengkulu-spbe-ipm", "gorontalo-inflasi-juli-2024")
SAID = Subject(kind="organisation", name="Dinas Kesehatan Kota Jambi")


def taken_back(article: Article) -> tuple[str, KnownFacts]:
    text = draft(article)
    known = parse_facts(text.replace("complete: false", "complete: true"), "draft")
    return text, known


@pytest.mark.parametrize("name", NAMES)
def test_all_that_was_read_is_confirmed_by_its_own_draft(name: str) -> None:
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    article = reader().extract(text, id=name, published="2024-12-20")
    _, known = taken_back(article)
    verdicts = compare(article, known)
    assert {verdict.verdict for verdict in verdicts} == {"confirmed"}
    assert len(verdicts) >= len(article.scores) + len(article.ranks)
    assert (known.article, known.published) == (name, date(2024, 12, 20))


def test_records_of_every_kind_are_one_line_each_and_doubts_are_marked() -> None:
    article = a.article(
        regions=(a.region(),),
        indices=(a.index(),),
        scores=(a.score(confidence=1.0), a.score(subject=SAID, value=Decimal("3.20"))),
        ranks=(a.rank(position=-10, position_end=-1, out_of=98, confidence=0.71),),
        officials=(a.official(),),
        quotes=(a.quote(),),
        dates=(a.day(), a.day(text="2024", start=date(2024, 1, 1), end=date(2024, 12, 31))),
    )
    lines = draft(article).splitlines()
    assert (
        "- {subject: '15.71', index: SPBE, value: 4.32, period: '2024', predicate: Memuaskan}"
        in (lines)
    )
    said = "- {subject: Dinas Kesehatan Kota Jambi, index: SPBE, value: 3.20, period: '2024',"
    assert any(line.startswith(said) and line.endswith("# periksa: 90 %") for line in lines)
    assert any("position: -10, position_end: -1" in line and "71 %" in line for line in lines)
    assert "- {text: '2024', date: '2024'}" in lines
    _, known = taken_back(article)
    assert {verdict.verdict for verdict in compare(article, known)} == {"confirmed"}


def test_what_a_facts_file_refuses_is_a_comment_with_the_reason() -> None:
    text, known = taken_back(a.article(ranks=(a.rank(position=40, out_of=34),)))
    assert "# - {subject: '15.71'" in text
    assert "# there is no place 40 among 34 (out_of)" in text
    assert known.ranks == ()


def test_quotes_with_the_same_few_words_are_told_apart() -> None:
    body = "Kata-kata ini sama betul, {} dan akhirnya pun sama saja."
    first, second = body.format("satu"), body.format("dua")
    text = f"{first} {second}"
    article = a.article(
        text=text,
        quotes=tuple(a.quote(text=said, evidence=a.at(said, text)) for said in (first, second)),
    )
    _, known = taken_back(article)
    assert len(known.quotes) == 2
    assert {verdict.verdict for verdict in compare(article, known)} == {"confirmed"}


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
FACTS = st.builds(
    KnownFacts,
    article=WORDS,
    complete=st.booleans(),
    scores=st.lists(
        st.builds(
            KnownScore,
            subject=st.just("15.71"),
            index=st.just("SPBE"),
            value=st.decimals(-1000, 1000, places=2),
            predicate=WORDS,
        ),
        unique_by=lambda score: (score.value, score.predicate),
    ).map(tuple),
    officials=st.lists(st.builds(KnownOfficial, name=WORDS), max_size=2, unique_by=str).map(tuple),
    dates=st.lists(
        st.builds(KnownDate, text=WORDS, date=st.dates().map(date.isoformat)),
        max_size=2,
        unique_by=str,
    ).map(tuple),
)


@given(FACTS)
def test_facts_that_are_written_are_read_back(known: KnownFacts) -> None:
    assert parse_facts(known_text(known), "x") == known


def test_the_command_writes_beside_the_article_and_not_over_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake = a.Told(lambda text: {"scores": (a.score(evidence=a.at("Kota", text)),)})
    monkeypatch.setattr(extractor, "load", lambda: fake)
    (tmp_path / "a.txt").write_text("Kota Jambi", encoding="utf-8")
    page = "<html><body><p>Kota Jambi meraih indeks.</p><p>Nilainya naik lagi.</p></body></html>"
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"text": "Kota Jambi"}\n', encoding="utf-8")
    names = [str(tmp_path / name) for name in ("a.txt", "c.jsonl", "gone.txt", "b.html")]
    assert cli.main(["draft", "--published", "2025-01-04", *names]) == 1
    known = load_facts(tmp_path / "a.facts.yaml")
    assert (known.article, known.published) == ("a", date(2025, 1, 4))
    assert known.scores[0].value == Decimal("4.32")
    assert "Kota Jambi meraih" in fake.asked[1]["text"]
    assert (tmp_path / "b.facts.yaml").is_file()
    assert not (tmp_path / "c.facts.yaml").exists()
    assert cli.main(["check", "--quiet", str(tmp_path)]) == 0
    capsys.readouterr()
    assert cli.main(["draft", names[0]]) == 1
    assert "--force" in capsys.readouterr().err
    assert cli.main(["draft", "--force", names[0]]) == 0
    assert load_facts(tmp_path / "a.facts.yaml").published is None
