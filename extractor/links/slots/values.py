"""The values beside a place: their period and aspect are often those of the place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.links.candidates import Candidate, Settled
from extractor.links.slots.placement import apart, count_between
from extractor.links.view import View


class Values:
    """The settled values and grades of an article, by subject and index."""

    def __init__(self, scores: Sequence[Settled]) -> None:
        self._of: dict[tuple[str, str], list[Settled]] = defaultdict(list)
        self._starts = [settled.anchor.start for settled in scores]
        self._all = list(scores)
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

    def aspects(self, place: Settled, view: View) -> Iterator[Candidate]:
        """Yield the aspect of the value nearest to `place` in its sentence, on its index.

        `Dimensi kontestasi 96,08, urutan kedua`: the place is of that dimension.
        """
        at = place.anchor.start
        begin, end = view.index.sentence[at], view.index.sentence_end(at)
        low, high = (bisect_left(self._starts, token) for token in (begin, end))
        told = [one for one in self._all[low:high] if one.value("index") == place.value("index")]
        nearest = min(told, key=lambda one: abs(one.anchor.start - at), default=None)
        if nearest is None:
            return
        first, last = sorted((nearest.anchor.start, at))
        named = min(count_between(view.named, first, last), 1)
        aspect = nearest.value("aspect")
        found = f"value&before={nearest.anchor.start < at:d}&subject={named}"
        yield Candidate(aspect, "value", ("value", found, f"{found}&told={bool(aspect):d}"))
