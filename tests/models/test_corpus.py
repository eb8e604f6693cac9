import hashlib
from pathlib import Path

import pytest

from models import corpus, own

MODELS = Path(__file__).parents[2] / "models"


BLOCK = """\
# text = "Nilainya naik."
1\t"\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2-3\tNilainya\t_\t_\t_\t_\t_\t_\t_\t_
2\tNilai\t_\t_\t_\t_\t_\t_\t_\t_
3\tnya\t_\t_\t_\t_\t_\t_\t_\t_
4\tnaik\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\t"\t_\t_\t_\t_\t_\t_\t_\t_
"""


def sentence(text: str) -> corpus.Sentence:
    words = text.split()
    glued = [word.startswith("_") for word in words[1:]] + [False]
    return tuple(
        corpus.Token(word.removeprefix("_"), 1, not after)
        for word, after in zip(words, glued, strict=True)
    )


def test_labels_mark_tokens_multiword_tokens_and_sentences(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(BLOCK + "\n" + BLOCK, encoding="utf-8")
    text, labels = corpus.text_and_labels(corpus.read(path))
    assert text == '"Nilainya naik." "Nilainya naik."'
    assert labels == "1000000030000112" + "0" + "1000000030000112"


@pytest.mark.parametrize(
    ("joined", "parts"),
    [
        ("Radio ada di XM _. Huruf itu", 2),
        ("Ketua Dr _. Amir", 1),
        ("Radja R _. Ahmad", 1),
        ('" _Ya _. Ia datang _" katanya', 1),
        ("( _L _. Ia ) lalu _. Ia", 2),
        ("Versi 9 _. 1 baru", 1),
        ("Nilai naik _.", 1),
    ],
)
def test_joined_sentences_are_cut(joined: str, parts: int) -> None:
    assert len(list(corpus.split_joined(sentence(joined), frozenset({"dr"})))) == parts


def test_held_out_sentences_come_in_runs_and_never_twice() -> None:
    sentences = [sentence(f"Kalimat {place}") for place in range(100)]
    kept, out = corpus.held_out(sentences, every=5)
    assert len(kept) == 80
    assert out[:10] == sentences[40:50]
    assert not set(kept) & set(out)


def test_own_sentences_fill_every_slot_and_stay_the_same() -> None:
    path = MODELS / "own_sentences.yaml"
    drawn = own.draw(path, 7, {"ujarnya": 2})
    assert drawn == own.draw(path, 7, {"ujarnya": 2})
    words = [token.text for one in drawn for token in one]
    assert not [word for word in words if set(word) & set("{}_ ")]
    assert {"No.", "M.Si.", "SPBE", "4,32", ".", "”"} <= set(words)
    assert any(token.words == 2 for one in drawn for token in one)


def test_the_card_names_these_weights() -> None:
    weights = (MODELS / "id_news.pt").read_bytes()
    assert hashlib.sha256(weights).hexdigest() in (MODELS / "README.md").read_text("utf-8")
    assert len(weights) < 2_000_000
