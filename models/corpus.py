"""Treebank sentences as text and labels for the tokenizer."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_OPENING = frozenset("“‘«([{")
_CLOSING = frozenset("”’»)]}")
_RANGE = re.compile(r"(\d+)-(\d+)$")


@dataclass(frozen=True)
class Token:
    """A surface token: `words` counts what it expands to, `space` tells whether a space follows."""

    text: str
    words: int = 1
    space: bool = True


Sentence = tuple[Token, ...]


def read(path: Path) -> list[Sentence]:
    """Return the sentences of the CoNLL-U file `path`."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [tuple(_tokens(block)) for block in blocks]


def _tokens(block: str) -> Iterator[Token]:
    inside = 0
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        number, form, *_, misc = line.split("\t")
        space = "SpaceAfter=No" not in misc
        if span := _RANGE.match(number):
            inside = int(span[2])
            yield Token(form, inside - int(span[1]) + 1, space)
        elif number.isdigit() and int(number) > inside:
            yield Token(form, 1, space)


def text_and_labels(sentences: Iterable[Sentence]) -> tuple[str, str]:
    """Return one paragraph and Stanza's label for each of its characters.

    Labels: 0 inside a token, 1 last character of a token, 2 of a sentence, 3 of a multi-word
    token, 4 of a multi-word token that ends its sentence.
    """
    text, labels = "", ""
    for sentence in sentences:
        for place, token in enumerate(sentence):
            label = (3 if token.words > 1 else 1) + (place == len(sentence) - 1)
            text += token.text
            labels += "0" * (len(token.text) - 1) + str(label)
            if token.space or place == len(sentence) - 1:
                text += " "
                labels += "0"
    return text[:-1], labels[:-1]


def split_joined(sentence: Sentence, abbreviations: frozenset[str]) -> Iterator[Sentence]:
    """Yield the sentences that `sentence` really holds.

    UD_Indonesian-GSD was cut by a splitter that misses an end after a short capitalised word
    ("... tujuh tentakel di XM. Huruf pada tiap ..."): 1 in 12 of its sentences is two. Nothing is
    cut within quotes or brackets, or after an abbreviation.
    """
    begin, nested = 0, 0
    for place, token in enumerate(sentence[:-1]):
        if token.text in _OPENING or (token.text == '"' and nested == 0):
            nested += 1
        elif (token.text in _CLOSING or token.text == '"') and nested:
            nested -= 1
        if place > begin and nested == 0 and _ends(sentence, place, abbreviations):
            yield sentence[begin : place + 1]
            begin = place + 1
    yield sentence[begin:]


def _ends(sentence: Sentence, place: int, abbreviations: frozenset[str]) -> bool:
    stop = place - 1 if sentence[place].text in _CLOSING else place
    before = sentence[stop - 1].text
    return (
        sentence[stop].text == "."
        and sentence[place].space
        and sentence[place + 1].text[0].isupper()
        and not (len(before) == 1 and before.isalpha())
        and before.lower() not in abbreviations
    )


def held_out(sentences: list[Sentence], every: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return (kept, held out): every `every`-th run of ten neighbours is held out."""
    kept: list[Sentence] = []
    out: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        (out if place // 10 % every == every - 1 else kept).append(sentence)
    return kept, out


def shuffled(sentences: Iterable[Sentence], seed: int) -> list[Sentence]:
    """Return the sentences in an order drawn with `seed`."""
    drawn = list(sentences)
    random.Random(seed).shuffle(drawn)
    return drawn
