"""Where the words make Indonesia the subject: its name, "rata-rata nasional"."""

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon.organisations import OrganisationWords
from extractor.mentions.kinds import IndexMention, OrganisationMention

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,5})?")
_COUNTRY = "Indonesia"
_NATIONAL = "nasional"
_RANK_REACH = 8
_SCOPE_REACH = 4


class Country:
    """Finds the country among the words of an article."""

    def __init__(self, lexicon: OrganisationWords, words: list[str]) -> None:
        self.lexicon, self.words = lexicon, words

    def find(self, indices: Sequence[IndexMention], taken: set[int]) -> list[OrganisationMention]:
        """Return the country's mentions; `taken` are the tokens that bodies hold."""
        words = self.words
        held = set(taken)
        for index in indices:
            own = words[index.end - 1] == _NATIONAL  # "indeks integritas nasional": of the nation
            held.update(range(index.start, index.end - own))
        # The tokens right behind the name of an index.
        measured = {index.end - (words[index.end - 1] == _NATIONAL) for index in indices}
        return [
            OrganisationMention(start=start, end=end, name=_COUNTRY, code="ID")
            for start, end in self._all(measured)
            if end - 1 not in held
        ]

    def _all(self, measured: set[int]) -> Iterator[tuple[int, int]]:
        for at, word in enumerate(self.words):
            start = at if word in self.lexicon.country and self._is_country(at) else -1
            if word.lower() == _NATIONAL:
                start = self._national(at, measured)
            if start >= 0:
                yield start, at + 1

    def _is_country(self, at: int) -> bool:
        """`IPM Indonesia 2024`, but not `Lagu Indonesia Raya`, `di Indonesia`."""
        before = self.words[at - 1] if at else ""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if before.lower() in self.lexicon.country_not_behind or before == "-" or after == "(":
            return False
        if len(before) > 1 and before.isupper():
            return True
        if after[:1].isupper():
            return False
        return not before[:1].isupper() or self._is_measured(at)

    def _is_measured(self, at: int) -> bool:
        """`Indeks Pembangunan Manusia Indonesia`, `Skor Indonesia`: a measure heads the words."""
        for place in range(at - 1, max(-1, at - 6), -1):
            if self.words[place].lower() in self.lexicon.country_measures:
                return True
            if not self.words[place][0].isupper():
                break
        return False

    def _national(self, at: int, measured: set[int]) -> int:
        """The start of `rata-rata nasional`; of `nasional` in `IKLH nasional tercatat 72,54`."""
        words, lexicon = self.words, self.lexicon
        ranked = {word.lower() for word in words[max(0, at - _RANK_REACH) : at]}
        if at in measured and ranked.isdisjoint(lexicon.ranked):
            return at
        if at and words[at - 1].lower() in lexicon.country_scopes:
            told = {word.lower() for word in words[max(0, at - _SCOPE_REACH) : at]}
            if not told.isdisjoint(lexicon.ranked):
                return -1  # "terendah secara nasional": where the ranking is
        if at and words[at - 1].lower() in lexicon.country_heads:
            is_split = at > 2 and words[at - 2] == "-" and words[at - 1].lower() == "rata"
            return at - 3 if is_split else at - 1
        near = [word.lower() for word in words[max(0, at - 2) : at]]
        is_given = at + 1 < len(words) and _NUMBER.fullmatch(words[at + 1]) is not None
        return at if is_given and lexicon.country_measures.intersection(near) else -1
