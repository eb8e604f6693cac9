"""What else a name may belong to: a street, a club, a school, a paper, a person, a wider area."""

from typing import Literal

from extractor.lexicon.names import name_words
from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.names import Hit
from extractor.mentions.regions.pieces import Pieces

Holder = Literal["", "none", "inside"]
_BODY_REACH = 5
_FULL_WORD = 8
_DASHES = frozenset("-–—/")
_LISTING = frozenset({",", "dan", "serta", "&"})


class Others:
    """Tells names of regions from the same words as a part of another name."""

    def __init__(self, words: RegionWords) -> None:
        self.words = words
        names = name_words()
        self._persons = names.given
        self._honorifics = names.honorifics
        phrases = words.blocking_phrases | words.body_phrases
        self._phrase_ends = frozenset(phrase[-1] for phrase in phrases)
        self._longest = max(map(len, phrases))
        self._pairs: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for pair in sorted(words.pairs):
            for at, word in enumerate(pair):
                self._pairs.setdefault(word, []).append((at, pair))
        ends = {*words.levels, *words.governments, *words.institutions, *words.body_ends}
        self._body_ends = frozenset(ends)

    def holds(self, hit: Hit, before: Hit | None, after: Hit | None, seen: Pieces) -> Holder:
        """Tell what else the name is: "none" of a region, or "inside" the name of a body.

        `Jalan Bandung` names no region; `Persib Bandung` names it, yet is about the club. `before`
        and `after` are the names next to it: the last word of `Kubu Raya Kalbar` begins no street,
        and `Kuningan, Jakarta` is a quarter.
        """
        at = skip_dot(hit.start - 1, seen)
        is_second = before is not None and before.end == hit.start
        if (
            (not is_second and self._is_behind(at, seen))
            or self._is_followed(hit, seen)
            or self._is_area(hit, seen)
            or self._is_quarter(hit, after, seen)
            or self._is_police(hit, after, seen)
        ):
            return "none"
        is_inside = not is_second and self._is_of_body(at, seen)
        return "inside" if is_inside or self._is_body(hit, at, seen) else ""

    def _is_behind(self, at: int, seen: Pieces) -> bool:
        """`Jalan Bandung`, `Radar Bogor`, `Sri Kediri`."""
        word, words = seen.lower[at], self.words
        if word in words.blockers or self._is_behind_phrase(words.blocking_phrases, at, seen):
            return True
        return seen.is_capital(at) and (word in words.title_blockers or self._is_person(at, seen))

    def _is_of_body(self, at: int, seen: Pieces) -> bool:
        """`Bank Jatim`, `Bursa Efek Surabaya`, `Universitas Negeri Semarang`."""
        is_named = seen.is_capital(at) and seen.lower[at] in self.words.bodies
        phrases = self.words.body_phrases
        return is_named or self._is_behind_phrase(phrases, at, seen) or self._in_body(at, seen)

    def _is_body(self, hit: Hit, before: int, seen: Pieces) -> bool:
        """`Bali United`, `Jakarta Interbank Spot Dollar Rate`, no person: `Gubernur Bali Putra`."""
        after = seen.lower[hit.end]
        if not seen.is_capital(hit.end):
            return False
        is_soft = seen.lower[before] in self.words.offices
        return after in self.words.body_followers or (
            after in self.words.soft_followers and not is_soft
        )

    def _is_behind_phrase(self, phrases: frozenset[tuple[str, ...]], at: int, seen: Pieces) -> bool:
        """`Bursa Efek Surabaya`, `Jalan Raya Bogor`."""
        return seen.lower[at] in self._phrase_ends and any(
            tuple(seen.lower[max(0, at + 1 - size) : at + 1]) in phrases
            for size in range(2, self._longest + 1)
        )

    def _is_person(self, at: int, seen: Pieces) -> bool:
        """`Sri Kediri`, `Pak Bandung`: a given name or a form of address in front."""
        return seen.text[at] in self._persons or seen.lower[at] in self._honorifics

    def _in_body(self, at: int, seen: Pieces) -> bool:
        """`Universitas Negeri Semarang`, but not `Universitas Jember, Kabupaten Jember`."""
        for place in range(at, max(0, at - _BODY_REACH), -1):
            word = seen.lower[place]
            if word in self.words.body_blockers:
                return True
            if word in self._body_ends or not (seen.is_capital(place) or word.isdigit()):
                return False
        return False

    def _is_followed(self, hit: Hit, seen: Pieces) -> bool:
        """`Bali Post`; `Bogor Selatan` is a part of the city."""
        after = seen.lower[hit.end]
        if seen.is_capital(hit.end):
            if after in self.words.followers:
                return True
            if after in self.words.directions and not seen.text[hit.start].isupper():
                return True
        return any(
            tuple(seen.lower[hit.start - at : hit.start - at + len(pair)]) == pair
            for at, pair in self._pairs.get(seen.lower[hit.start], ())
        )

    def _is_area(self, hit: Hit, seen: Pieces) -> bool:
        """`Jawa-Bali`, `Jawa – Bali`, `Jawa Bali`: one area; `Sulawesi, Bali, Papua`: islands."""
        at = hit.start - 1
        if seen.lower[at] in _DASHES:
            at -= 1
        if (seen.lower[at], hit.key) in self.words.areas:
            return True
        return hit.key in self.words.island_provinces and self._is_among_islands(hit, seen)

    def _is_among_islands(self, hit: Hit, seen: Pieces) -> bool:
        """`di Sulawesi, Bali, Nusa Tenggara, dan Papua`: next to an island group, one itself."""
        at, islands = hit.start - 1, self.words.islands
        while seen.lower[at] in _LISTING:
            at -= 1
        if at < hit.start - 1 and seen.lower[at] in islands:
            return True
        at = hit.end
        while seen.lower[at] in _LISTING:
            at += 1
        if at == hit.end or seen.lower[at] not in islands:
            return False
        return seen.lower[at + 1] not in self.words.small_ends

    def _is_quarter(self, hit: Hit, named: Hit | None, seen: Pieces) -> bool:
        """`Kuningan, Jakarta Selatan`: a quarter of a city elsewhere that is named behind it."""
        province = self.words.quarters.get(hit.key)
        if province is None or named is None or not 0 <= named.start - hit.end <= 3:
            return False
        between = seen.lower[hit.end : named.start]
        is_close = all(word == "," or word in self.words.levels for word in between)
        asked = seen.lower[hit.start - 1] in self._body_ends
        return is_close and not asked and named.codes[0].startswith(province)

    def _is_police(self, hit: Hit, named: Hit | None, seen: Pieces) -> bool:
        """`Polres Metro Bekasi`: a class of police, not the city of that name."""
        is_class = hit.key in self.words.police_fillers
        is_before = named is not None and named.start == hit.end
        return is_class and is_before and seen.lower[hit.start - 1] in self.words.police


def skip_dot(at: int, seen: Pieces) -> int:
    """Return the place of the word that the full stop at `at` shortens, else `at`.

    "Kab. Kediri", but not "lima kota. Kediri": a full word ends its sentence.
    """
    dotted = seen.lower[at] == "." and seen.glued[at] and seen.lower[at - 1] != "kota"
    return at - 1 if dotted and len(seen.lower[at - 1]) < _FULL_WORD else at


def continues_route(hit: Hit, blocked_end: int, seen: Pieces) -> bool:
    """`Tol Jakarta-Cikampek`: what hangs on a name that is none of a region is none either."""
    at = hit.start - 1
    return at == blocked_end and seen.lower[at] in _DASHES and seen.lower[at] != "/"
