"""The network of a Stanza tokenizer, read for several lines at once.

The weights and what is computed are Stanza's. Stanza packs the lines of a batch, and torch has no
quick way to read packed ones. Here lines stand on a sheet, side by side and below one another, and
the places between and below them are told to the network by a further input that shuts its gates:
both directions come to the next line with the state that they start with.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from extractor.tokenizer.sheets import Sheet

# So far from zero that the sigmoid of it is none.
_SHUT = -1_000.0
_SIDES = ("", "_reverse")


class Network:
    """Stanza's `Tokenizer` model for reading: hierarchical or not, without convolutions."""

    def __init__(self, model: Any) -> None:
        names = ["tok", "sent", *(["mwt"] if model.args["use_mwt"] else [])]
        self._embeddings: Tensor = model.embeddings.weight.detach()
        self._first = _with_shutter(model.rnn)
        self._heads = _joined([getattr(model, f"{name}_clf") for name in names])
        self._second: torch.nn.LSTM | None = None
        if model.args["hierarchical"]:
            self._second = _with_shutter(model.rnn2)
            self._second_heads = _joined([getattr(model, f"{name}_clf2") for name in names])
            self._sharpness = float(model.args["hier_invtemp"])
        self._known = 0
        self._table = torch.empty(0)

    def know(self, kinds: Sequence[tuple[int, tuple[float, ...]]]) -> None:
        """Take the kinds of characters that there are: vocabulary unit and features of each."""
        if len(kinds) == self._known:
            return
        self._known = len(kinds)
        units = self._embeddings[torch.tensor([unit for unit, _ in kinds])]
        features = torch.tensor([features for _, features in kinds], dtype=torch.float32)
        table = torch.zeros(len(kinds) + 1, units.shape[1] + features.shape[1] + 1)
        table[:-1, :-1] = torch.cat([units, features], dim=1)
        table[-1, -1] = 1
        self._table = table

    def labels(self, sheet: Sheet, lines: Sequence[NDArray[np.int64]]) -> list[NDArray[np.int64]]:
        """Return the label of each character of each line, in the order of places on the `sheet`.

        A character is the number of its kind in what was told to `know`.
        """
        chars = np.full((sheet.height, sheet.width), self._known)
        for (_, row, column), line in zip(sheet.places, lines, strict=True):
            chars[row : row + len(line), column] = line
        read = functional.embedding(torch.from_numpy(chars), self._table)
        states, _ = self._first(read)
        scores = functional.linear(states, *self._heads)
        if self._second is not None:
            size = states.shape[2]
            further = torch.empty(*chars.shape, size + 1)
            # What is surely inside a token counts little.
            weights = torch.sigmoid(scores[..., :1] * self._sharpness)
            torch.mul(states, weights, out=further[..., :size])
            further[..., size] = read[..., -1]
            states, _ = self._second(further)
            scores += functional.linear(states, *self._second_heads)
        best = np.zeros(chars.shape, dtype=np.int64)
        # Where an end is less likely than none there is none, whatever its kind would be.
        ends = scores[..., 0] > 0
        best[ends.numpy()] = _best(scores[ends])
        return [
            best[row : row + len(line), column]
            for (_, row, column), line in zip(sheet.places, lines, strict=True)
        ]


def _with_shutter(lstm: torch.nn.LSTM) -> torch.nn.LSTM:
    """Return `lstm` with a further input that sets its state to zero wherever it is 1."""
    size = lstm.hidden_size
    made = torch.nn.LSTM(lstm.input_size + 1, size, bidirectional=True)
    shutter = torch.zeros(4 * size, 1)
    # The gates of entry and of memory, and that of output.
    shutter[: 2 * size] = shutter[3 * size :] = _SHUT
    weights = {name: weight.detach() for name, weight in lstm.named_parameters()}
    for side in _SIDES:
        name = f"weight_ih_l0{side}"
        weights[name] = torch.cat([weights[name], shutter], dim=1)
    made.load_state_dict(weights)
    return made.eval()


def _joined(heads: Sequence[torch.nn.Linear]) -> tuple[Tensor, Tensor | None]:
    """Return weights and bias of one linear layer that gives what all `heads` give."""
    weights = torch.cat([head.weight.detach() for head in heads])
    biases = [head.bias.detach() for head in heads if head.bias is not None]
    return weights, torch.cat(biases) if biases else None


def _best(scores: Tensor) -> NDArray[np.int64]:
    """Return Stanza's label: the likeliest of no end, or an end of one of the kinds."""
    end, inside = functional.logsigmoid(scores), functional.logsigmoid(-scores)
    choices = [inside[..., 0], end[..., 0] + inside[..., 1], end[..., 0] + end[..., 1]]
    if scores.shape[-1] > 2:  # a token may be a multi-word token
        one, more = inside[..., 2], end[..., 2]
        _, token, sentence = choices
        choices = [choices[0], token + one, sentence + one, token + more, sentence + more]
    best: NDArray[np.int64] = torch.stack(choices).argmax(dim=0).numpy()
    return best
