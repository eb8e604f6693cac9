"""The weights of the links: what each feature counts for, by slot and kind of anchor."""

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Literal

from extractor.errors import ModelError
from extractor.links.candidates import AnchorKind, Candidate, Decision, Slot

FILE = "links.json"
_READ = 4.0
"""How much less probable than an implied candidate one that is read may be to tell their value."""


_SURE = 0.001


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, kept within what can be told apart."""
    sure = min(max(probability, _SURE), 1 - _SURE)
    return math.log(sure / (1 - sure))


Stage = Literal["fact", "beside"]
"""When a fact is judged: by itself, or beside the others of its article."""


@dataclass(frozen=True)
class Weights:
    """Weights by `slot/kind` and feature.

    Those of `fact` give the log-odds that a fact is right by itself, those of `beside` what becomes
    of them beside the other facts of the article.
    """

    slots: Mapping[str, Mapping[str, float]]

    def choose(
        self, slot: Slot, kind: AnchorKind, candidates: Sequence[Candidate]
    ) -> Decision | None:
        """Return the decision among `candidates`, None where there are none.

        Candidates of one value stand for each other: their probabilities add up. The value is told
        by the most probable of them, rather by one that words of the text name than by one implied.
        """
        if not candidates:
            return None
        if len(candidates) == 1:  # as most often: no grade, no part of an index
            only = candidates[0]
            return Decision(slot, only, None, 1.0, ((only.value, 1.0),))
        weight = self.slots.get(f"{slot}/{kind}", {}).get
        scores = [sum(map(weight, c.features, repeat(0.0))) for c in candidates]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        by_value: dict[str | tuple[str, ...], float] = defaultdict(float)
        best: dict[str | tuple[str, ...], tuple[float, Candidate]] = {}
        for candidate, share in zip(candidates, shares, strict=True):
            value = candidate.value
            by_value[value] += share / total
            tells = share if candidate.span is None else share * _READ
            if value not in best or tells > best[value][0]:
                best[value] = (tells, candidate)
        # A reversed sort keeps the order of equal ones, too.
        order = sorted(by_value, key=by_value.__getitem__, reverse=True)
        runner_up = best[order[1]][1] if len(order) > 1 else None
        told = tuple((value, by_value[value]) for value in order)
        return Decision(slot, best[order[0]][1], runner_up, by_value[order[0]], told)

    def probability(
        self, kind: AnchorKind, features: Mapping[str, float], stage: Stage = "fact"
    ) -> float:
        """Return the probability that a fact with `features` is right."""
        weights = self.slots.get(f"{stage}/{kind}", {})
        odds = sum(weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def default_path() -> Path:
    """Return the path of the weights that ship with faktaberita.

    An installed package carries them beside this file, a source checkout in `models/`.
    """
    installed = Path(__file__).with_name(FILE)
    checkout = Path(__file__).parents[2] / "models" / FILE
    return checkout if checkout.exists() and not installed.exists() else installed


@cache
def content() -> bytes:
    """Return the bytes of the weights of the package (raises ModelError when they are missing)."""
    try:
        return default_path().read_bytes()
    except OSError as error:
        raise ModelError(f"the weights of the links cannot be read: {error}") from error


def model_digest(tokenizer: str) -> str:
    """Return one digest of all that was learned: these weights and the `tokenizer`, by its digest.

    Raises ModelError when the weights of the links cannot be read.
    """
    links = hashlib.sha256(content()).hexdigest()
    return hashlib.sha256(f"{tokenizer} {links}".encode()).hexdigest()


@cache
def link_weights() -> Weights:
    """Return the weights of the package (raises ModelError when the file is missing or broken)."""
    try:
        return Weights(json.loads(content()))
    except ValueError as error:
        raise ModelError(f"the weights of the links cannot be read: {error}") from error
