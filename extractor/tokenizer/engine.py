"""Stanza's network: a label for each character of each line.

Everything that knows Stanza is in this file. Its own `stanza.Pipeline` spends most of its time on
token objects that a spaCy `Doc` does not need; the labels are the same, as a test proves.
"""

import hashlib
import io
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.tokenization.trainer import Trainer
from stanza.models.tokenization.utils import MASK_RE, update_pred_regex

from extractor.tokenizer.weights import damaged

Labels = NDArray[np.int64]
"""Per character: 0 inside a token, 1 or 3 its last one, 2 or 4 the last one of a sentence too."""

# Stanza's window: longer lines are read window by window, each from the last sentence end on.
_WINDOW = 1000
# Characters per call of the network, padding included: bounds memory, and more is not quicker.
_BATCH = 40_000
_FEATURES: dict[str, Callable[[str], bool]] = {
    "space_before": lambda char: char == " ",
    "capitalized": str.isupper,
    "numeric": str.isdecimal,
}
_PLACES = ("end_of_para", "start_of_para")


@dataclass(frozen=True, slots=True)
class _Line:
    units: NDArray[np.int64]
    features: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Window:
    line: int
    start: int
    stop: int  # one beyond the line's end where Stanza lets the network see its padding


class Engine:
    """A Stanza tokenizer model in memory."""

    def __init__(self, weights: bytes, source: str) -> None:
        self.weights = weights
        self.digest = hashlib.sha256(weights).hexdigest()
        self._trainer = _load(weights, source)
        self._features: list[str] = list(self._trainer.args.get("feat_funcs") or ())
        if unknown := set(self._features) - set(_FEATURES) - set(_PLACES):
            raise damaged(source, f"unknown feature {min(unknown)}")
        if self._trainer.dictionary is not None or self._trainer.args.get("charlm_forward_file"):
            raise damaged(source, "it needs a dictionary or a character language model")
        self._pad: int = self._trainer.vocab.unit2id("<PAD>")
        self._seen: dict[str, tuple[int, list[float]]] = {}

    def labels(self, lines: Sequence[str]) -> list[Labels]:
        """Return the labels of each line's characters.

        A line is not empty, holds no line end, and white space only as single inner spaces.
        """
        encoded = [self._encode(line) for line in lines]
        found: list[list[Labels]] = [[] for _ in lines]
        reading = [_first_window(at, len(line)) for at, line in enumerate(lines)]
        while reading:
            further: list[_Window] = []
            for batch in _batches(reading):
                for window, labels in zip(batch, self._predict(encoded, batch), strict=True):
                    size = len(lines[window.line])
                    read = _settled(labels, window, size)
                    found[window.line].append(read)
                    start = window.start + len(read)
                    if start < size:
                        further.append(_Window(window.line, start, min(size, start + _WINDOW)))
            reading = further
        return [_finish(line, parts) for line, parts in zip(lines, found, strict=True)]

    def _encode(self, line: str) -> _Line:
        known = [self._seen.get(char) or self._see(char) for char in line]
        features = np.array([features for _, features in known], dtype=np.float32)
        for column, name in enumerate(self._features):
            if name in _PLACES:
                features[-1 if name == "end_of_para" else 0, column] = 1
        return _Line(np.array([unit for unit, _ in known], dtype=np.int64), features)

    def _see(self, char: str) -> tuple[int, list[float]]:
        features = [float(name in _FEATURES and _FEATURES[name](char)) for name in self._features]
        seen = (self._trainer.vocab.unit2id(char), features)
        if len(self._seen) < 10_000:
            self._seen[char] = seen
        return seen

    def _predict(self, encoded: list[_Line], batch: list[_Window]) -> list[Labels]:
        longest = batch[0].stop - batch[0].start
        units = np.full((len(batch), longest), self._pad, dtype=np.int64)
        features = np.zeros((len(batch), longest, len(self._features)), dtype=np.float32)
        lengths = [range(window.stop - window.start) for window in batch]
        for row, window in enumerate(batch):
            line = encoded[window.line]
            part = slice(window.start, window.stop)
            units[row, : len(line.units[part])] = line.units[part]
            features[row, : len(line.units[part])] = line.features[part]
        with torch.inference_mode(), _one_thread():
            # Stanza asks the raw characters for nothing but their number.
            scores = self._trainer.predict(
                (torch.from_numpy(units), None, torch.from_numpy(features), lengths)
            )
        best: Labels = np.argmax(scores, axis=2)
        return [best[row, : len(length)] for row, length in enumerate(lengths)]


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep torch to one thread: on lines this short more only wait for one another.

    On a busy machine of two cores two threads took seven times as long as one.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def _load(weights: bytes, source: str) -> Trainer:
    log = logging.getLogger("stanza")
    disabled, log.disabled = log.disabled, True
    try:
        # Not by its constructor, which makes an optimiser and for that imports half of torch.
        trainer = Trainer.__new__(Trainer)
        trainer.load(io.BytesIO(weights), None, None)
        # Stanza ignores weights that the file lacks; such a model would run and guess.
        stored = torch.load(io.BytesIO(weights), weights_only=True)["model"]
        trainer.model.load_state_dict(stored)
        trainer.model.eval()
    except Exception as error:  # a damaged file fails in any part of torch or Stanza
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise damaged(source, reason) from error
    finally:
        log.disabled = disabled
    return trainer


def _first_window(at: int, size: int) -> _Window:
    # Stanza pads a line that fits into the window by one, and reads the padding too.
    return _Window(at, 0, size + 1 if size < _WINDOW else _WINDOW)


def _batches(windows: list[_Window]) -> Iterator[list[_Window]]:
    ordered = sorted(windows, key=lambda window: window.start - window.stop)
    while ordered:
        rows = max(1, _BATCH // (ordered[0].stop - ordered[0].start))
        yield ordered[:rows]
        ordered = ordered[rows:]


def _settled(labels: Labels, window: _Window, size: int) -> Labels:
    """Return the labels that the next window need not read again."""
    labels = labels[: size - window.start]
    if window.start >= size - _WINDOW:
        return labels
    ends = np.flatnonzero((labels == 2) | (labels == 4))
    return labels[: ends[-1] + 1] if len(ends) else labels


def _finish(line: str, parts: list[Labels]) -> Labels:
    labels = np.concatenate(parts)
    labels[-1] = 4 if labels[-1] > 2 else 2
    # The masks keep addresses of mail and web whole.
    return update_pred_regex(list(line), labels) if MASK_RE.search(line) else labels
