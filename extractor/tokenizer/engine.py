"""A Stanza tokenizer model: a label for each character of each line.

Everything that knows Stanza is in this file and in `network`. Its own `stanza.Pipeline` spends much
of its time on token objects that a spaCy `Doc` does not need; the labels are the same, as a test
proves.
"""

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.tokenization.trainer import Trainer
from stanza.models.tokenization.utils import MASK_RE, update_pred_regex

from extractor.tokenizer.characters import FEATURES, PLACES, Characters
from extractor.tokenizer.network import Network
from extractor.tokenizer.sheets import Sheet, sheets
from extractor.tokenizer.weights import damaged

Labels = NDArray[np.int64]
"""Per character: 0 inside a token, 1 or 3 its last one, 2 or 4 the last one of a sentence too."""

# Stanza's window: longer lines are read window by window, each from the last sentence end on.
_WINDOW = 1000
# One of these stands in whatever Stanza's mask of addresses matches; the mask itself is slow.
_ADDRESSED = ("@", "://", "www.", ".gov", ".org", ".edu", ".net", ".co")


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
        trainer = _load(weights, source)
        features: list[str] = list(trainer.args.get("feat_funcs") or ())
        if unknown := set(features) - set(FEATURES) - set(PLACES):
            raise damaged(source, f"unknown feature {min(unknown)}")
        if trainer.dictionary is not None or trainer.args.get("charlm_forward_file"):
            raise damaged(source, "it needs a dictionary or a character language model")
        if trainer.args["conv_res"] is not None or trainer.args["rnn_layers"] != 1:
            raise damaged(source, "it has convolutions or several recurrent layers")
        self._network = Network(trainer.model)
        self._characters = Characters(features, trainer.vocab.unit2id)

    def labels(self, lines: Sequence[str]) -> list[Labels]:
        """Return the labels of each line's characters.

        A line is not empty, holds no line end, and white space only as single inner spaces.
        """
        starts = np.cumsum([0, *(len(line) + 1 for line in lines)]).tolist()
        found = np.zeros(starts[-1], dtype=np.int64)
        text = self._characters.read(lines)
        self._network.know(self._characters.kinds)
        reading = [_first_window(at, len(line)) for at, line in enumerate(lines)]
        while reading:
            with torch.inference_mode(), _one_thread():
                for sheet in sheets([window.stop - window.start for window in reading]):
                    self._read(sheet, reading, text, starts, found)
            following = []
            for window in reading:
                start, size = starts[window.line], len(lines[window.line])
                labels = found[start + window.start : start + min(window.stop, size)]
                if further := _next_window(window, size, labels):
                    following.append(further)
            reading = following
        return [
            _finish(line, found[start : start + len(line)])
            for line, start in zip(lines, starts, strict=False)
        ]

    def _read(
        self, sheet: Sheet, windows: list[_Window], text: Labels, starts: list[int], found: Labels
    ) -> None:
        """Write the labels of the characters in those `windows` that `sheet` holds to `found`."""
        bounds = []
        for at, _, _ in sheet.places:
            window = windows[at]
            start = starts[window.line]
            bounds.append(slice(start + window.start, start + window.stop))
        read = self._network.labels(sheet, [text[bound] for bound in bounds])
        for bound, labels in zip(bounds, read, strict=True):
            found[bound] = labels


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


def _next_window(window: _Window, size: int, labels: Labels) -> _Window | None:
    """Return what is to be read of a line of `size` after `window`, which has `labels`."""
    if window.start >= size - _WINDOW:
        return None
    ends = np.flatnonzero((labels == 2) | (labels == 4))
    start = window.start + (int(ends[-1]) + 1 if len(ends) else len(labels))
    return _Window(window.line, start, min(size, start + _WINDOW)) if start < size else None


def _finish(line: str, labels: Labels) -> Labels:
    labels[-1] = 4 if labels[-1] > 2 else 2
    # The masks keep addresses of mail and web whole.
    masked = any(sign in line for sign in _ADDRESSED) and MASK_RE.search(line)
    return update_pred_regex(list(line), labels) if masked else labels
