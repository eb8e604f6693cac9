"""The tokenizer: text to a spaCy `Doc` with Stanza's tokens and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from extractor.errors import InputError
from extractor.tokenizer import weights
from extractor.tokenizer.lines import Piece, pieces
from extractor.tokenizer.sentences import starts

if TYPE_CHECKING:
    from extractor.tokenizer.engine import Engine, Labels

# White space and the control characters that Stanza takes for such, each by itself: a line break
# is in no token with anything else.
_RUNS = re.compile(r"\s+|\S+")

Tokens = list[tuple[int, int, bool]]
"""Start and end of each token in the text, and whether a sentence starts with it."""


class StanzaTokenizer:
    """Stanza behind spaCy's tokenizer interface.

    `path` names a Stanza tokenizer model; without it the model that ships with faktaberita is
    loaded. Nothing is ever downloaded. Tokens are Stanza's surface tokens, every line of the text
    is a paragraph of its own, and `doc.text` is the text, character for character.
    """

    def __init__(self, vocab: Vocab, path: str | Path | None = None) -> None:
        self.vocab = vocab
        source = weights.default_path() if path is None else Path(path)
        self._engine = _engine(weights.read(source), str(source))

    @property
    def model_digest(self) -> str:
        """The SHA-256 of the weights, as hexadecimal digits."""
        return self._engine.digest

    def __call__(self, text: str) -> Doc:
        """Return the `Doc` of `text` (raises InputError when it is not Unicode text)."""
        return self._docs([text])[0]

    def pipe(self, texts: Iterable[str], batch_size: int = 64) -> Iterator[Doc]:
        """Yield the `Doc` of each text, `batch_size` texts at a time: the same ones, sooner."""
        waiting = iter(texts)
        while batch := list(islice(waiting, batch_size)):
            yield from self._docs(batch)

    def _docs(self, texts: list[str]) -> list[Doc]:
        for text in texts:
            _check(text)
        read = [list(pieces(text)) for text in texts]
        lines = [piece.text for found in read for piece in found if not piece.opaque]
        labels = iter(self._engine.labels(lines) if lines else [])
        return [
            _doc(self.vocab, text, _tokens(text, found, labels))
            for text, found in zip(texts, read, strict=True)
        ]

    def to_bytes(self, **kwargs: object) -> bytes:
        """Return the weights."""
        return self._engine.weights

    def from_bytes(self, data: bytes, **kwargs: object) -> StanzaTokenizer:
        """Load the weights that `to_bytes` gave."""
        self._engine = _engine(data, "in these bytes")
        return self

    def to_disk(self, path: str | Path, **kwargs: object) -> None:
        """Write the weights to the file `path`."""
        Path(path).write_bytes(self._engine.weights)

    def from_disk(self, path: str | Path, **kwargs: object) -> StanzaTokenizer:
        """Load the weights from the file `path`."""
        self._engine = _engine(weights.read(Path(path)), str(path))
        return self

    def __reduce__(self) -> tuple[Callable[[Vocab, bytes], StanzaTokenizer], tuple[Vocab, bytes]]:
        return _restore, (self.vocab, self._engine.weights)


def create(path: str | None = None) -> Callable[[Language], StanzaTokenizer]:
    """Return the maker that a spaCy config names with `@tokenizers = "fakta_stanza"`."""
    return lambda nlp: StanzaTokenizer(nlp.vocab, path)


registry.tokenizers.register("fakta_stanza", func=create)


def _engine(data: bytes, source: str) -> Engine:
    # Late, because Stanza takes seconds to import and most of the package does without.
    from extractor.tokenizer.engine import Engine

    return Engine(data, source)


def _restore(vocab: Vocab, data: bytes) -> StanzaTokenizer:
    tokenizer = StanzaTokenizer.__new__(StanzaTokenizer)
    tokenizer.vocab = vocab
    return tokenizer.from_bytes(data)


def _check(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"character {error.start} of the text is half of a surrogate pair, which no Unicode"
            " text holds: decode the source again"
        ) from error


def _tokens(text: str, found: list[Piece], labels: Iterator[Labels]) -> Tokens:
    tokens: Tokens = []
    line: Tokens = []
    begins = True
    for piece in found:
        if piece.opaque:
            line.append((piece.offsets[0], piece.offsets[-1] + 1, begins))
            begins = False
        else:
            begins = _read(line, piece, next(labels), begins) and piece.last
        if piece.last:
            tokens += _repaired(text, line)
            line, begins = [], True
    return tokens


def _read(line: Tokens, piece: Piece, labels: Labels, begins: bool) -> bool:
    """Append the tokens of `piece` to `line`; return whether it ended a sentence."""
    text, offsets = piece.text, piece.offsets
    ends = labels.nonzero()[0]
    start = 0
    for end, label in zip(ends.tolist(), labels[ends].tolist(), strict=True):
        first, last = start + (text[start] == " "), end - (text[end] == " ")
        if first <= last:  # a token may be nothing but the space between two others
            line.append((offsets[first], offsets[last] + 1, begins))
            begins = label in (2, 4)
        start = end + 1
    return begins


def _repaired(text: str, line: Tokens) -> Tokens:
    words = [text[start:end] for start, end, _ in line]
    ends = [line[0][0], *(end for _, end, _ in line)]
    spaced = [start > end for (start, _, _), end in zip(line, ends, strict=False)]
    begins = starts(words, spaced, [begins for _, _, begins in line])
    return [(start, end, now) for (start, end, _), now in zip(line, begins, strict=True)]


def _doc(vocab: Vocab, text: str, tokens: Tokens) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    begins: list[bool | int | None] = []
    at = 0
    for start, end, first in [*tokens, (len(text), len(text), False)]:
        if at < start and words and text[at] == " ":
            spaces[-1] = True
            at += 1
        for run in _RUNS.findall(text, at, start) if at < start else ():
            begins.append(not words)
            words.append(run)
            spaces.append(False)
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
            begins.append(first)
        at = end
    return Doc(vocab, words=words, spaces=spaces, sent_starts=begins)
