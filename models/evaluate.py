"""Score a model on the held-out tests with the official CoNLL 2018 scorer.

    python -m models.evaluate --treebanks DIR [--model models/id_news.pt]

The text is what Stanza's own tools prepare: running text without a trace of the sentences' ends.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import spacy
import stanza
from stanza.models.common.utils import ud_scores
from stanza.utils.datasets import conllu_to_text

from extractor.tokenizer import StanzaTokenizer

TESTS = ("UD_Indonesian-CSUI/id_csui-ud-test.conllu", "UD_Indonesian-GSD/id_gsd-ud-test.conllu")


def running_text(gold: Path) -> str:
    """Return the text of the treebank `gold`, its paragraphs on one line each."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        conllu_to_text.main([str(gold), str(plain)])
        paragraphs = plain.read_text(encoding="utf-8").strip().split("\n\n")
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def by_stanza(text: str, model: Path) -> str:
    """Return the CoNLL-U that `stanza.Pipeline` makes of `text` with `model`."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "resources.json").write_text("{}")
        pipeline = stanza.Pipeline(
            "id",
            dir=folder,
            processors="tokenize",
            tokenize_model_path=str(model),
            download_method=None,
            allow_unknown_language=True,
            use_gpu=False,
            verbose=False,
        )
    return f"{pipeline(text):C}\n\n"


def by_room(text: str, model: Path) -> str:
    """Return the CoNLL-U of the project's tokenizer, which repairs sentence starts."""
    doc = StanzaTokenizer(spacy.blank("id").vocab, model)(text)
    sentences = ([token.text for token in sent if not token.is_space] for sent in doc.sents)
    return "".join(_sentence(words) for words in sentences)


def _sentence(words: list[str]) -> str:
    rows = (
        f"{number}\t{word}\t_\t_\t_\t_\t{number - 1}\tdep\t_\t_\n"
        for number, word in enumerate(words, start=1)
    )
    return "".join(rows) + "\n" if words else ""


def scores(gold: Path, system: str) -> dict[str, float]:
    """Return the F1 of tokens and of sentences."""
    found = ud_scores(str(gold), io.StringIO(system))
    return {name: found[name].f1 for name in ("Tokens", "Sentences")}


def rows(treebanks: Path, model: Path) -> Iterator[str]:
    """Yield the lines of the card's table."""
    yield "| test | way | tokens F1 | sentences F1 |"
    yield "|---|---|---|---|"
    for name in TESTS:
        gold = treebanks / name
        text = running_text(gold)
        for way, system in (("model", by_stanza), ("model + repair", by_room)):
            f1 = scores(gold, system(text, model))
            test = name.split("/")[0].removeprefix("UD_Indonesian-")
            yield f"| {test} test | {way} | {f1['Tokens']:.4f} | {f1['Sentences']:.4f} |"


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).with_name("id_news.pt"))
    arguments = parser.parse_args()
    for row in rows(arguments.treebanks, arguments.model):
        print(row)


if __name__ == "__main__":
    main()
