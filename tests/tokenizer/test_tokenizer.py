import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.errors import InputError
from extractor.tokenizer import StanzaTokenizer

TEXTS = [
    "SEMARANG, KOMPAS.com - Kota Semarang meraih indeks 4,32.\nNilainya naik.",
    "",
    "   ",
    "\n\n",
    "Kami siap.",
    "  Dua  spasi,\ttab,\xa0NBSP,\u200bnol.\r\nBaris baru.\u2028Baris lagi.\x85Akhir. ",
    "🙂 Skor👍🏽 naik 0,5 persen… “Hebat!”",
    "\n\x80",
    "Satu.\n\x9fDua\x80\n\x81 tiga \x82 empat\x85\x83",
    "\x00\x01 kendali \x1c berkas \x7f \x9f akhir",
    "x" * 2500 + " kata biasa. Kalimat baru.",
    "Nilai (lihat https://spbe.example.go.id/a?b=1 atau surel a.b@example.co.id). Terima kasih.",
    "Kota itu menang. " * 120,
]
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
newsy = st.text(
    st.sampled_from(list("aBk 4,.\n\t\"“”()-/%'\r\x85\u2028\u200b\xa0é🙂")), max_size=80
)


def facts(doc: Doc) -> list[tuple[str, int, str, bool | None]]:
    return [(token.text, token.idx, token.whitespace_, token.is_sent_start) for token in doc]


def check(text: str, doc: Doc) -> None:
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert all(token.is_sent_start is not None for token in doc)
    for token in doc:
        assert token.is_space or "\n" not in token.text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_is_kept(tokenizer: StanzaTokenizer, text: str) -> None:
    check(text, tokenizer(text))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(any_text | newsy, max_size=4))
def test_any_text_is_kept_and_a_batch_gives_what_single_texts_give(
    tokenizer: StanzaTokenizer, texts: list[str]
) -> None:
    docs = list(tokenizer.pipe(texts))
    for text, doc in zip(texts, docs, strict=True):
        check(text, doc)
        assert facts(doc) == facts(tokenizer(text))


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_batch_gives_what_single_texts_give(tokenizer: StanzaTokenizer, batch_size: int) -> None:
    docs = tokenizer.pipe(iter(TEXTS), batch_size=batch_size)
    assert [facts(doc) for doc in docs] == [facts(tokenizer(text)) for text in TEXTS]


def test_pipe_is_lazy(tokenizer: StanzaTokenizer) -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "Kota."

    docs = tokenizer.pipe(endless(), batch_size=2)
    assert next(docs).text == "Kota."


def test_every_line_begins_a_sentence(tokenizer: StanzaTokenizer) -> None:
    doc = tokenizer("Indeks naik tajam\nBaca juga: Nilai turun\nkata wali kota,\n\ndan selesai.")
    begins = [token.text for token in doc if token.is_sent_start]
    assert begins == ["Indeks", "Baca", "kata", "dan"]


def test_space_tokens_never_begin_a_sentence_but_the_first(tokenizer: StanzaTokenizer) -> None:
    doc = tokenizer(" \n Satu.  \n\n Dua. \t ")
    assert [token.text for token in doc if token.is_sent_start] == [" \n ", "Satu", "Dua"]


@pytest.mark.parametrize("text", ["x" * 100_000, "." * 100_000, "kota " * 2_000], ids=len)
def test_long_lines(tokenizer: StanzaTokenizer, text: str) -> None:
    doc = tokenizer(text)
    check(text, doc)
    assert len(doc) == (1 if " " not in text else text.count(" "))


def test_a_run_without_a_space_is_a_token_amid_its_sentence(tokenizer: StanzaTokenizer) -> None:
    doc = tokenizer("Kode " + "a1" * 600 + " itu benar.")
    assert [token.text[:4] for token in doc] == ["Kode", "a1a1", "itu", "bena", "."]
    assert [token.is_sent_start for token in doc] == [True, False, False, False, False]


def test_half_a_surrogate_pair_is_refused_with_its_place(tokenizer: StanzaTokenizer) -> None:
    with pytest.raises(InputError, match="character 4 of the text"):
        tokenizer("Kota\ud83d")


def test_spacy_config_names_it() -> None:
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "fakta_stanza"}}})
    assert isinstance(nlp.tokenizer, StanzaTokenizer)
    assert [sent.text for sent in nlp("Nilai naik. Warga senang.").sents] == [
        "Nilai naik.",
        "Warga senang.",
    ]


def test_pipeline_goes_to_disk_and_back(tmp_path: Path) -> None:
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "fakta_stanza"}}})
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert isinstance(again.tokenizer, StanzaTokenizer)
    assert facts(again(TEXTS[0])) == facts(nlp(TEXTS[0]))


def test_bytes_and_pickle_give_the_same_tokenizer(tokenizer: StanzaTokenizer) -> None:
    unpickled = pickle.loads(pickle.dumps(tokenizer))
    restored = StanzaTokenizer(tokenizer.vocab).from_bytes(tokenizer.to_bytes())
    for copy in (unpickled, restored):
        assert copy.model_digest == tokenizer.model_digest
        assert facts(copy(TEXTS[0])) == facts(tokenizer(TEXTS[0]))
