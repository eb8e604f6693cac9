import io
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import stanza
import torch
from spacy.vocab import Vocab

from benchmarks import stock
from extractor.errors import ModelError
from extractor.tokenizer import StanzaTokenizer
from extractor.tokenizer.engine import Engine
from extractor.tokenizer.lines import pieces
from extractor.tokenizer.weights import default_path

FIXTURES = Path(__file__).parents[2] / "fixtures"
LINES = [
    "Kota Semarang meraih indeks SPBE 4,32 (Memuaskan) pada 4/1/2025.",
    "Satu",
    "Apakah nilainya naik? Tentu saja, katanya.",
    "SEMARANG, KOMPAS.com - Wali Kota menyampaikannya lewat https://kota.example.go.id, Senin.",
    "“Kami siap,” ujar Plt. Bupati Dr. H. Amir, S.Sos., M.Si. Warga pun senang.",
    "Surel humas@kota.example.go.id dibuka 24 jam; rata-rata 1.250,75 pesan/hari 🙂.",
    ("ke-4 se-Jateng 5-7 persen " * 38).strip(),
]
LONG = " ".join(f"Daerah ke-{place} mendapat nilai {place},5 dari tim." for place in range(60))


@pytest.fixture(scope="module")
def pipeline() -> stanza.Pipeline:
    return stock.pipeline()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(default_path().read_bytes(), "here")


def random_lines(drawn: random.Random) -> Iterator[str]:
    """Yield lines of all lengths: words that are none, from news and from anywhere else."""
    letters = "aabdegiklmnnprstuAKSW0123456789.,;:!?-–'\"“”()/%&@éñ한字🙂"
    for _ in range(12):
        words = []
        for _ in range(int(drawn.paretovariate(0.6)) % 200 + 1):
            words.append("".join(drawn.choices(letters, k=drawn.randrange(1, 12))))
        yield " ".join(words)


def by_stanza(pipeline: stanza.Pipeline, text: str) -> list[tuple[int, int, bool]]:
    return [
        (token.start_char, token.end_char, place == 0)
        for sentence in pipeline(text).sentences
        for place, token in enumerate(sentence.tokens)
    ]


def by_labels(engine: Engine, lines: list[str]) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    shift, begins = 0, True
    for line, labels in zip(lines, engine.labels(lines), strict=True):
        at = 0
        for place, label in enumerate(labels.tolist(), start=1):
            if label:
                token = line[at:place]
                if token.strip():
                    found.append((shift + place - len(token.lstrip()), shift + place, begins))
                    begins = label in (2, 4)
                at = place
        shift += len(line) + 2
    return found


def test_labels_are_those_of_stanza_for_whole_articles(
    pipeline: stanza.Pipeline, engine: Engine
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    lines = [piece.text for text in texts for piece in pieces(text)]
    assert len(lines) > 100
    assert by_labels(engine, lines) == by_stanza(pipeline, "\n\n".join(lines))


@pytest.mark.parametrize("seed", range(2))
def test_labels_are_those_of_stanza_for_random_text(
    pipeline: stanza.Pipeline, engine: Engine, seed: int
) -> None:
    lines = list(random_lines(random.Random(seed)))
    assert by_labels(engine, lines) == by_stanza(pipeline, "\n\n".join(lines))


def test_labels_are_those_of_stanza_for_many_lines(
    pipeline: stanza.Pipeline, engine: Engine
) -> None:
    assert by_labels(engine, LINES) == by_stanza(pipeline, "\n\n".join(LINES))


@pytest.mark.parametrize("size", [998, 999, 1000, 1001, 2200])
def test_labels_are_those_of_stanza_around_its_window(
    pipeline: stanza.Pipeline, engine: Engine, size: int
) -> None:
    line = LONG[:size].strip()
    assert by_labels(engine, [line]) == by_stanza(pipeline, line)


def test_a_long_line_among_short_ones_has_the_labels_it_has_alone(engine: Engine) -> None:
    lines = [*LINES[:4], LONG[:1500].strip(), *LINES[4:6]]
    together = [labels.tolist() for labels in engine.labels(lines)]
    assert together == [engine.labels([line])[0].tolist() for line in lines]


def test_loads_and_reads_without_a_network(socket_disabled: None) -> None:
    with pytest.raises(Exception, match="socket"):
        socket.socket()
    assert len(StanzaTokenizer(Vocab())("Nilai naik.")) == 3


def stored(**changes: Any) -> bytes:
    checkpoint = torch.load(default_path(), weights_only=True)
    buffer = io.BytesIO()
    torch.save({**checkpoint, **changes}, buffer)
    return buffer.getvalue()


def damaged() -> Iterator[tuple[str, bytes]]:
    whole = default_path().read_bytes()
    yield "empty", b""
    yield "truncated", whole[: len(whole) // 2]
    yield "text", b"<html>404</html>"
    yield "another kind", stored(model=None)
    yield "no vocabulary", stored(vocab=None)
    convolved = torch.load(default_path(), weights_only=True)
    convolved["config"]["conv_res"] = "1,9"
    yield "convolutions", stored(config=convolved["config"])
    lacking = torch.load(default_path(), weights_only=True)
    del lacking["model"]["tok_clf.weight"]
    yield "lacks weights", stored(model=lacking["model"])
    lacking["config"]["feat_funcs"][-1] = "moon"
    yield "unknown feature", stored(config=lacking["config"])


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in damaged()])
def test_damaged_weights_are_named_with_the_remedy(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.pt"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=r"model\.pt is damaged .*: reinstall faktaberita"):
        StanzaTokenizer(Vocab(), path)


def test_missing_weights_are_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.pt is missing: reinstall faktaberita"):
        StanzaTokenizer(Vocab(), tmp_path / "gone.pt")


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is unreadable"):
        StanzaTokenizer(Vocab(), tmp_path)


def test_stanza_stays_out_until_a_tokenizer_is_made() -> None:
    code = "import sys, extractor.tokenizer; print('stanza' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
