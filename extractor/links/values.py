"""The values of whoever has a place: their period is often that of the place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.links.candidates import Candidate, Settled
from extractor.links.placement import apart
from extractor.links.view import View


class Values:
    """The settled values and grades of an article, by subject and index."""

    def __init__(self, scores: Sequence[Settled]) -> None:
        self._of: dict[tuple[str, str], list[Settled]] = defaultdict(list)
        for settled in scores:
            for key in settled.keys:
                self._of[key, settled.value("index")].append(settled)

    def periods(self, place: Settled, view: View) -> Iterator[Candidate]:
        """Yield the periods of the values nearest to `place` of its subjects on its index.

        `Rimba tertinggi dengan 10,61 persen, naik dari 10,58 persen pada 2021`: the place is of
        10,61 as the nearer one.
        """
        index, at = place.value("index"), place.anchor.start
        told = [one for key in place.keys for one in self._of.get((key, index), ())]
        nearest = min(told, key=lambda one: abs(one.anchor.start - at), default=None)
        if nearest is None:
            return
        others = {one.value("period") for one in told}
        near = apart(nearest.anchor.start, at, view)
        features = ["value", f"value&{near}", f"value&{near}&only={len(others) == 1:d}"]
        features.append(f"value&{nearest.anchor.kind}&{near}")
        yield Candidate(nearest.value("period"), "value", tuple(features))
