"""Catalogue names in the text: full names with their acronyms in brackets, and near misses."""

from dataclasses import dataclass, replace

from extractor.lexicon.indices import Catalogue, IndexEntry
from extractor.mentions.indices.spelling import abbreviates, is_acronym, one_slip, slipped_acronym
from extractor.mentions.pieces import Phrases, Pieces, split

_LONGEST_REST = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at a place: the ids it can mean (none for a look-alike), and what it still needs."""

    start: int
    end: int
    ids: tuple[str, ...]
    rule: str
    need: str = ""
    acronym: str = ""
    name: str = ""


class Names:
    """Finds the full names of the catalogue and the acronyms that follow them in brackets."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.heads = catalogue.words["heads"]
        self._phrases = Phrases()
        self._known: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {}
        self._exact: dict[tuple[str, ...], list[str]] = {}
        self._near: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for entry in catalogue.entries:
            for name in entry.names:
                need = _need(name, entry)
                self._add(name, (entry.id,), need)
                if name[-1].islower() and not name.endswith("nya"):
                    self._add(f"{name}nya", (entry.id,), need)  # "tingkat kegemaran membacanya"
                if name.endswith(" Award"):
                    self._add(f"{name}s", (entry.id,), need)
            for acronym in entry.acronyms:
                if len(split(acronym)) > 1:
                    self._add(acronym, (entry.id,), "")
                    self._exact[tuple(split(acronym.lower()))] = split(acronym)
        for name in catalogue.others:
            self._add(name, (), "")

    def _add(self, name: str, ids: tuple[str, ...], need: str) -> None:
        lower = tuple(split(name.lower()))
        self._known.setdefault(lower, (ids, need))
        self._phrases.add(lower)
        # only long names without a head word: the others are checked as open-class names
        if ids and len(lower) > 2 and lower[0] not in self.heads and not need:
            self._near.setdefault((lower[0], lower[1]), []).append(lower)
            self._near.setdefault((lower[-2], lower[-1]), []).append(lower)

    def find(self, seen: Pieces) -> list[Hit]:
        """Return the names of `doc`, none inside another, in order."""
        raw = []
        for start, end, phrase in self._phrases.find(seen):
            spelt = self._exact.get(phrase)
            if spelt is None or seen.words[start:end] == spelt:
                ids, need = self._known[phrase]
                raw.append(Hit(start, end, ids, "full", need))
        raw += self._misspelt(seen)
        hits: list[Hit] = []
        for hit in longest(raw):
            if hits and hit.start < hits[-1].end:
                continue  # "Indeks Profesionalitas ASN (IP ASN)" is one mention
            if hit.ids and self._goes_on(hit, seen):
                continue  # the form reads the longer name
            hits.append(self._widened(hit, seen) if hit.ids else hit)
        return hits

    def _widened(self, hit: Hit, seen: Pieces) -> Hit:
        """Take in the head in front, the acronym in brackets and the award behind a name."""
        before = seen.at(hit.start - 1, hit.start)
        if before in self.catalogue.words["law_words"]:
            return replace(hit, ids=())  # "Perpres tentang Sistem Pemerintahan …"
        if before in self.heads:
            need = "" if hit.need == "measure" else hit.need
            hit = replace(hit, start=hit.start - 1, need=need)
        hit = self._bracketed(hit, seen)
        if seen.at(hit.end, hit.start) in self.catalogue.words["awards"]:
            return replace(hit, end=hit.end + 1, need="")
        return hit

    def _goes_on(self, hit: Hit, seen: Pieces) -> bool:
        """`Indeks Kebahagiaan Remaja Kota (IKRK)`: the acronym tells a longer name."""
        if seen.lower[hit.start] not in self.heads:
            return False
        end = hit.end
        while end < hit.end + _LONGEST_REST and seen.near(hit.start, end):
            if seen.words[end] == "(":
                break
            if not seen.words[end][0].isupper():
                return False
            end += 1
        if end == hit.end or not seen.near(hit.start, end + 2) or seen.words[end + 2] != ")":
            return False
        acronym, known = seen.words[end + 1], seen.words[hit.start : hit.end]
        return (
            is_acronym(acronym)
            and abbreviates(acronym, seen.words[hit.start : end])
            and not abbreviates(acronym, known)
        )

    def _bracketed(self, hit: Hit, seen: Pieces) -> Hit:
        """Take in the acronym: `Indeks Pembangunan Manusia (IPM)`, `... atau IPM` stays out."""
        at = hit.end
        if not (seen.near(hit.start, at + 2) and seen.words[at] == "("):
            return hit
        close = next(
            (at + step for step in (2, 3) if seen.words[at + step : at + step + 1] == [")"]), 0
        )
        inside = " ".join(seen.words[at + 1 : close])
        if not close or not self._stands_for(inside, hit, seen):
            return hit
        return replace(hit, end=close + 1, rule="full+acronym", acronym=inside)

    def _stands_for(self, word: str, hit: Hit, seen: Pieces) -> bool:
        entry = self.catalogue.get(hit.ids[0])
        known = entry.acronyms if entry else ()
        if word in known:
            return True
        if not is_acronym(word):
            return False
        words = seen.words[hit.start : hit.end]
        return (
            abbreviates(word, words)
            or abbreviates(word, ["Indeks", *words])
            or any(
                one_slip(word, right) or slipped_acronym(word, right)
                for right in known
                if len(right) > 3
            )
        )

    def _misspelt(self, seen: Pieces) -> list[Hit]:
        """Return long names with one slip: `Sistim Pemerintahan Berbasis Elektronik`."""
        found = []
        for at, pair in enumerate(zip(seen.lower, seen.lower[1:], strict=False)):
            for name in self._near.get(pair, ()):
                start = at if name[:2] == pair else at + 2 - len(name)
                said = seen.lower[max(start, 0) : start + len(name)]
                if start >= 0 and nearly(said, name):
                    ids = self.catalogue.resolve_all(" ".join(name))
                    found.append(Hit(start, start + len(name), ids, "fuzzy"))
        return found


def _need(name: str, entry: IndexEntry) -> str:
    """Return what has to stand beside `name` for it to be an index."""
    if name in entry.weak:
        return "measure"
    return "value" if name in entry.value else "grows" if name in entry.grows else ""


def nearly(said: list[str], name: tuple[str, ...]) -> bool:
    """Tell whether `said` is `name` but for one slip in one word of five letters or more."""
    if len(said) != len(name):
        return False
    wrong = [(one, other) for one, other in zip(said, name, strict=True) if one != other]
    return len(wrong) == 1 and len(wrong[0][1]) >= 5 and one_slip(*wrong[0])


def longest(hits: list[Hit]) -> list[Hit]:
    """Return the longest hits that do not overlap, in order of place."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, hit.rule, hit.ids)):
        places = range(hit.start, hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
