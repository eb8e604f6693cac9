"""Train the tokenizer of Indonesian news: one command, from a folder of treebanks to weights.

    python -m models.train --treebanks DIR --out models/id_news.pt

DIR holds UD_Indonesian-CSUI, UD_Indonesian-GSD and UD_Indonesian-PUD. Training is Stanza's own
(`stanza.models.tokenizer`); this recipe prepares its text and takes the paths out of the result.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import torch
from stanza.models import tokenizer
from stanza.models.tokenization import model, utils

from models import corpus, own

OWN = Path(__file__).with_name("own_sentences.yaml")
TRAIN = (
    "UD_Indonesian-CSUI/id_csui-ud-train.conllu",
    "UD_Indonesian-GSD/id_gsd-ud-dev.conllu",
    "UD_Indonesian-PUD/id_pud-ud-test.conllu",
)
# Before a full stop that is a token of its own and yet ends nothing, as UD_Indonesian-GSD has them.
ABBREVIATIONS = frozenset(
    (
        "bl",
        "dk",
        "dr",
        "drs",
        "dra",
        "dsn",
        "hj",
        "inc",
        "ir",
        "jl",
        "kh",
        "mr",
        "mrs",
        "no",
        "ny",
        "ph",
        "prof",
        "rev",
        "rs",
        "ssk",
        "st",
        "tb",
        "tn",
    )
)
# Settings of the network that Stanza reads back; all other settings are about training only.
KEPT = (
    *("lang", "shorthand", "emb_dim", "hidden_dim", "conv_res", "hier_conv_res", "residual"),
    *("hierarchical", "hier_invtemp", "rnn_layers", "dropout", "feat_dropout", "tok_noise"),
    *("feat_funcs", "feat_dim", "vocab_size", "use_mwt", "use_dictionary", "num_dict_feat"),
    *("skip_newline", "max_seqlen", "batch_size", "lr0", "weight_decay", "charlm_forward_file"),
)


def prepare(treebanks: Path, folder: Path) -> None:
    """Write the training and development text with labels into `folder`."""
    train: list[corpus.Sentence] = []
    dev: list[corpus.Sentence] = []
    for name in TRAIN:
        read = [
            part
            for sentence in corpus.read(treebanks / name)
            for part in corpus.split_joined(sentence, ABBREVIATIONS)
        ]
        kept, out = corpus.held_out(read, every=8)
        train += kept
        # PUD is translated, so it teaches but does not tell which step is best.
        (train if "PUD" in name else dev).extend(out)
    tokens = (token for sentence in train for token in sentence)
    expansions = {token.text.lower(): token.words for token in tokens if token.words > 1}
    train += own.draw(OWN, seed=7, expansions=expansions)
    _write(folder, "train", corpus.shuffled(train, seed=1))
    _write(folder, "dev", dev)
    (folder / "mwt.json").write_text("[]")


def _write(folder: Path, name: str, sentences: list[corpus.Sentence]) -> None:
    text, labels = corpus.text_and_labels(sentences)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.labels").write_text(labels, encoding="utf-8")


# Of the score that chooses the best step, how much tokens, sentences and multi-word tokens count.
# Stanza's own choice weighs tokens and sentences alike; the few hundred sentence ends of the
# development text then drown the tokens, which go on getting better long after.
CHOICE = [10, 1, 0.01]


@contextmanager
def _weighted_choice() -> Iterator[None]:
    """Let Stanza weigh the scores of a step by CHOICE."""
    mean = utils.harmonic_mean
    utils.harmonic_mean = lambda scores, _: mean(scores, CHOICE)
    try:
        yield
    finally:
        utils.harmonic_mean = mean


@contextmanager
def _dense_rows() -> Iterator[None]:
    """Skip torch's packing while all rows of a batch are equally long: same sums, half the time.

    Stanza's training rows are padded before they are measured, so they always are.
    """
    pack, unpack = model.pack_padded_sequence, model.pad_packed_sequence

    def packed(rows: Any, lengths: list[int], batch_first: bool) -> Any:
        return rows if len(set(lengths)) == 1 else pack(rows, lengths, batch_first=batch_first)

    def unpacked(rows: Any, batch_first: bool) -> Any:
        return (rows, None) if torch.is_tensor(rows) else unpack(rows, batch_first=batch_first)

    model.pack_padded_sequence, model.pad_packed_sequence = packed, unpacked
    try:
        yield
    finally:
        model.pack_padded_sequence, model.pad_packed_sequence = pack, unpack


class Size(NamedTuple):
    """How large the network is: units of a direction, numbers of a character, levels (1 or 2)."""

    hidden: int = 32
    embedding: int = 32
    levels: int = 2


def train(folder: Path, steps: int, seed: int, size: Size) -> Path:
    """Run Stanza's training on the prepared `folder` and return the checkpoint of the best step."""
    settings: dict[str, Any] = {
        "lang": "id",
        "shorthand": "id_news",
        "txt_file": folder / "train.txt",
        "label_file": folder / "train.labels",
        "dev_txt_file": folder / "dev.txt",
        "dev_label_file": folder / "dev.labels",
        "mwt_json_file": folder / "mwt.json",
        "save_dir": folder,
        "save_name": "raw.pt",
        "steps": steps,
        "seed": seed,
        "max_seqlen": 300,
        "batch_size": 16,
        "eval_steps": 500,
        "anneal": 0.9,
        "anneal_after": 2000,
        "report_steps": 50,
        "feat_funcs": "space_before,capitalized,numeric",
        "hidden_dim": size.hidden,
        "emb_dim": size.embedding,
    }
    told = [f"--{name}={value}" for name, value in settings.items()]
    with _dense_rows(), _weighted_choice():
        tokenizer.main([*told, *(["--no-hierarchical"] if size.levels == 1 else [])])
    return folder / "raw.pt"


def finish(raw: Path, out: Path) -> None:
    """Write the checkpoint `raw` to `out`: no paths, and the same bytes each time."""
    checkpoint = torch.load(raw, weights_only=True)
    config = checkpoint["config"]
    checkpoint["config"] = {name: config[name] for name in KEPT if name in config}
    buffer = io.BytesIO()
    torch.save(checkpoint, buffer)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(buffer.getvalue())


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1234)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=Size().hidden)
    parser.add_argument("--embedding", type=int, default=Size().embedding)
    parser.add_argument("--levels", type=int, choices=(1, 2), default=Size().levels)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    with tempfile.TemporaryDirectory() as folder:
        prepare(arguments.treebanks, Path(folder))
        size = Size(arguments.hidden, arguments.embedding, arguments.levels)
        finish(train(Path(folder), arguments.steps, arguments.seed, size), arguments.out)
    print(json.dumps({"out": str(arguments.out), "bytes": arguments.out.stat().st_size}))


if __name__ == "__main__":
    main()
