"""Whole articles: evidence slices back, batches equal single runs, nothing needs a network."""

import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import extractor
from extractor.facts.load import load_facts
from extractor.mentions import spans
from extractor.mentions.kinds import Mention, RegionMention
from extractor.mentions.surface import keep_private
from extractor.records import Article
from tests.reader import reader

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").glob("*.txt"))
SAMPLE = FIXTURES[0].with_name("jambi-smart-city-spbe.txt")
RUN = """
import sys, extractor
text = open(sys.argv[1], encoding="utf-8").read()
print(extractor.load().extract(text, id="a", published="2025-01-04").model_dump_json())
"""
OFFLINE = """
import socket
def no(*_): raise OSError("no network")
socket.socket.connect = socket.getaddrinfo = no
"""


def source(path: Path) -> extractor.Source:
    known = load_facts(path.with_name(f"{path.stem}.facts.yaml"))
    text = path.read_text(encoding="utf-8")
    return extractor.Source(text, path.stem, published=known.published)


def read(text: str, published: str | None = "2024-06-30") -> Article:
    return reader().extract(text, published=published)


def assert_slices_back(article: Article) -> None:
    for piece in article.evidence():
        assert article.text[piece.start : piece.end] == piece.text


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_evidence_of_an_article_slices_back(path: Path) -> None:
    article = next(iter(reader().extract_many([source(path)])))
    assert article.regions
    assert_slices_back(article)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert_slices_back(read(text))


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(FIXTURES), st.integers(0, 10_000))
def test_any_order_and_cut_of_paragraphs_is_read(path: Path, seed: int) -> None:
    drawn = random.Random(seed)
    lines = path.read_text(encoding="utf-8").split("\n")
    drawn.shuffle(lines)
    lines += drawn.sample(lines, 3)
    text = "\n".join(lines)
    assert_slices_back(read(text[: drawn.randrange(len(text))]))


def test_messy_text_keeps_its_offsets() -> None:
    text = (
        "\ufeffKota\u00a0Jambi\tmeraih  indeks SPBE\r\n&ldquo;4,32&rdquo; \u200bpada 2024.\r\n\r\n"
        "Nilai MCP Kabupaten\u00a0\u00a0Batang Hari (92,5) â€œtinggiâ€\x9d 🙂.\r\n"
    )
    article = read(text)
    assert {region.code for region in article.regions} == {"15.71", "15.04"}
    assert "Kota\u00a0Jambi" in [piece.text for piece in article.regions[0].evidence]
    assert "Kabupaten\u00a0\u00a0Batang Hari" in [p.text for p in article.regions[1].evidence]
    assert_slices_back(article)


@pytest.mark.parametrize("text", ["", " \n\t \n", "\u200b", "a" * 100_000])
def test_text_without_facts(text: str) -> None:
    article = read(text)
    assert (article.regions, article.scores, article.quotes, article.dates) == ((), (), (), ())


def test_a_batch_gives_what_single_articles_give() -> None:
    sources = [source(path) for path in FIXTURES]
    single = [
        reader().extract(one.text, id=one.id, published=one.published).model_dump_json()
        for one in sources
    ]
    for size in (2, 64):
        batch = reader().extract_many(sources, batch_size=size)
        assert [article.model_dump_json() for article in batch] == single


def run(code: str, seed: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_two_runs_give_the_same_bytes_and_need_no_network() -> None:
    once = run(OFFLINE + RUN, "1")
    assert run(RUN, "2") == once
    assert len(Article.model_validate_json(once).scores) > 7


def test_importing_the_package_loads_no_model() -> None:
    code = "import extractor, sys; print(*sorted({'torch', 'spacy', 'stanza'} & set(sys.modules)))"
    assert run(code, "0").strip() == b""


def test_the_pipeline_can_be_used_by_itself() -> None:
    nlp = reader().nlp
    doc = nlp("Kota Jambi meraih indeks SPBE 4,32.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [region.code for region in spans.read(again, RegionMention)] == ["15.71"]
    assert spans.read(again, RegionMention) == spans.read(doc, RegionMention)


def test_published_may_be_a_day_or_its_iso_form() -> None:
    text = "Warga berkumpul, Senin (5/8) malam."
    by_word = reader().extract(text, published="2024-08-07")
    by_day = reader().extract(text, published=date(2024, 8, 7))
    assert by_word == by_day
    assert by_word.dates[0].start == date(2024, 8, 5)


def test_a_day_of_publication_that_tells_none_is_a_finding() -> None:
    source = extractor.Source("Kota Jambi ramai.", "a", undated="Januari 2025")
    (article,) = reader().extract_many([source])
    (finding,) = article.findings
    assert (article.published, finding.code, finding.evidence) == (None, "date-unresolved", ())
    assert "'Januari 2025'" in finding.message


def test_a_published_that_is_no_date_is_refused() -> None:
    with pytest.raises(extractor.InputError, match="kemarin"):
        reader().extract("Kota Jambi.", published="kemarin")


@pytest.mark.parametrize(
    "text",
    [
        '"Kami \ud800 siap," kata Wali Kota Jambi Maulana.',
        "Rapat 5 Agustus\udc00 2024",
        "Wali Kota Jambi Mau\ud83dlana hadir.",
        "\udfff",
    ],
)
def test_half_a_surrogate_pair_is_refused_with_its_place(text: str) -> None:
    place = next(at for at, letter in enumerate(text) if "\ud800" <= letter <= "\udfff")
    for read_it in (reader().extract, reader().explain):
        with pytest.raises(extractor.InputError, match=f"character {place} of the text"):
            read_it(text)


@pytest.mark.parametrize(
    ("field", "source"),
    [
        ("id", extractor.Source("Kota Jambi.", "a\ud800")),
        ("title", extractor.Source("Kota Jambi.", "a", title="\ud800")),
        ("url", extractor.Source("Kota Jambi.", "a", url="\ud800")),
        ("publisher", extractor.Source("Kota Jambi.", "a", publisher="\ud800")),
    ],
)
def test_half_a_surrogate_pair_in_another_field_is_refused(
    field: str, source: extractor.Source
) -> None:
    with pytest.raises(extractor.InputError, match=f"of the {field} is half"):
        list(reader().extract_many([source]))


def test_equal_texts_have_equal_ids() -> None:
    assert read("Kota Jambi.").id == read("Kota Jambi.").id != read("Kota Solo.").id


FINDINGS = {
    "value-off-scale": "Indeks SPBE Kota Jambi 43,2 pada 2024.",
    "predicate-unfit": "Indeks SPBE Kota Jambi 2,10 dengan predikat Memuaskan pada 2024.",
    "rank-beyond-out-of": "Kota Jambi menempati peringkat ke-40 dari 38 kota pada indeks SPBE.",
    "value-conflict": "Indeks SPBE Kota Jambi 3,1 pada 2024. Indeks SPBE Kota Jambi 3,4 pada 2024.",
    "weekday-unfit": "Warga berkumpul, Senin (6/8/2024).",
    "number-unlinked": "SPBE dibahas. Angka 3,55 tertulis di papan.",
}


@pytest.mark.parametrize("code", FINDINGS)
def test_what_does_not_fit_is_told(code: str) -> None:
    article = read(FINDINGS[code])
    assert code in [finding.code for finding in article.findings]


SURE = "Kota Blitar meraih indeks SPBE 3,40 pada 2023."


def test_a_confidence_asked_for_holds_for_an_article_or_for_many() -> None:
    (score,) = reader().extract(SURE).scores
    assert 0.5 <= score.confidence < 1
    strict = reader().extract(SURE, min_confidence=1)
    assert (strict.scores, [finding.code for finding in strict.findings]) == ((), ["not-settled"])
    (many,) = reader().extract_many([SURE], min_confidence=1)
    assert many == strict


def test_an_extractor_keeps_the_confidence_it_was_made_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader(), "_min_confidence", 1.0)
    assert reader().extract(SURE).scores == ()
    assert len(reader().extract(SURE, min_confidence=0).scores) == 1


@pytest.mark.parametrize("minimum", [-0.1, 1.1])
def test_a_confidence_that_is_none_is_refused(minimum: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        reader().extract(SURE, min_confidence=minimum)
    with pytest.raises(ValueError, match="from 0 to 1"):
        reader().extract_many([SURE], min_confidence=minimum)
    with pytest.raises(ValueError, match="from 0 to 1"):
        extractor.load(min_confidence=minimum)


def test_a_component_of_somebody_else_finds_the_mentions_written() -> None:
    """Only where all components are ours are mentions kept from `doc.spans`."""
    text = "Kota Blitar meraih indeks SPBE 3,40 pada 2023, Jumat (12/1/2024)."
    alone = read(text)
    made, met = reader(), list[dict[str, int]]()

    def meet(doc: Doc) -> Doc:
        met.append({name: len(group) for name, group in doc.spans.items()})
        return doc

    Language.component("met", func=meet)
    made.nlp.add_pipe("met")
    try:
        assert read(text) == alone
    finally:
        made.nlp.remove_pipe("met")
    assert met == [{kind.group: len(found) for kind, found in mentions(text).items()}]
    assert met[0]["regions"] == met[0]["indices"] == met[0]["dates"] == 1


def mentions(text: str) -> dict[type[Mention], list[Mention]]:
    doc = reader().nlp(text)
    kept = reader().nlp.make_doc(text)
    keep_private(kept, text)
    for _, component in reader().nlp.pipeline:
        kept = component(kept)
    assert not kept.spans
    found = {kind: spans.read(doc, kind) for kind in Mention.__subclasses__() if kind.group}
    assert found == {kind: spans.read(kept, kind) for kind in found}
    return found
