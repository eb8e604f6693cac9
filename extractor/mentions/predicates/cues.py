"""What makes a grade of grade words: a label before them, brackets, quotes, a list, a step."""

import re

from extractor.lexicon.predicates import PredicateWords
from extractor.mentions.pieces import Pieces
from extractor.mentions.predicates.grades import Place

_NUMBER = re.compile(r"[<>≥≤~±]?\d[\d.,]*(?:[-–]\d[\d.,]*)?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(r"\d{1,2}(?:[.,]\d+)?[-–]\d{1,3}(?:[.,]\d+)?")
_HEAD_MARKS = frozenset({"", ":", ";", ",", ".", "-", "–", "•"})  # "" where a sentence begins
_LABEL_REACH = 7
_COUNT_REACH = 4
_BRACKET_REACH = 14
_RANGE_REACH = 4
_VALUE_REACH = 16
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,3}")


class Cues:
    """Tests on the words around a grade."""

    def __init__(self, lexicon: PredicateWords) -> None:
        self.lexicon = lexicon

    def labelled(self, place: Place, words: Pieces) -> bool:
        """`predikat Baik`, `kategori kota “sangat tinggi”`; not a class: `kategori kota sedang`."""
        before = words.at(place.start - 1, place.start)
        paired = words.at(place.start - 2, place.start) == "/"  # "kabupaten/kota sedang"
        if before in self.lexicon.sized and place.key in self.lexicon.sizes and not paired:
            return False
        for step in range(1, _LABEL_REACH):
            word = words.at(place.start - step, place.start)
            if word in self.lexicon.labels or (place.letter and word == "nilai"):
                return True
            if word not in self.lexicon.fillers:
                return False
        return False

    def ranked(self, place: Place, words: Pieces) -> bool:
        """`Peringkat nindya jatuh kepada`: right behind a word of ranks, and not plain prose."""
        before = words.at(place.start - 1, place.start)
        return before in self.lexicon.rank_labels and place.key not in self.lexicon.degrees

    def bracketed(self, place: Place, words: Pieces) -> bool:
        """`71,54 (BB)`, `(Zona Hijau, Kategori A)`, `60,35 ('sedang')`; not `Ani (baik hati)`."""
        start, end = place.start - 1, place.end
        if words.at(start, place.start) in self.lexicon.quotes:
            start, end = start - 1, end + 1
        if words.at(start, place.start) != "(" or words.at(end, place.start) not in (
            ")",
            ",",
            ";",
            "/",
        ):
            return False
        before = words.at(start - 1, place.start)
        return words.words[place.start][0].isupper() or _NUMBER.fullmatch(before[:20]) is not None

    def quoted(self, place: Place, words: Pieces) -> bool:
        """`'buruk'`, `"Memuaskan."`."""
        if words.at(place.start - 1, place.start) not in self.lexicon.quotes:
            return False
        ends = [place.end, place.end + 1] if _after(words, place.end) in ".,;" else [place.end]
        return any(
            place_ < len(words.lower) and words.lower[place_] in self.lexicon.quotes
            for place_ in ends
        )

    def stepped(self, place: Place, words: Pieces) -> bool:
        """`naik dari Madya ke Nindya`, `masih B`: capitalised, after a step word."""
        start = place.start
        if not words.words[start][0].isupper():
            return False
        before = words.at(start - 1, start)
        follows = _after(words, place.end)
        # "raih Pratama Karya": a grade is not followed by another name
        named = follows[:1].isupper() and words.sentence[place.end] == words.sentence[start]
        return before in self.lexicon.steps and not (named and place.letter)

    def heads(self, place: Place, words: Pieces) -> bool:
        """`Utama: Kota Semarang, Kota Surakarta; Nindya: Kabupaten Sragen`: it heads a list."""
        before = words.at(place.start - 1, place.start)
        capital = words.words[place.start][0].isupper()
        return capital and before in _HEAD_MARKS and words.at(place.end, place.start) == ":"

    def counted(self, place: Place, words: Pieces) -> bool:
        """`kelompok tinggi, lima provinsi sedang, dan tinggal satu yang rendah`."""
        follows = words.at(place.end, place.start)
        if follows.isalpha() and follows not in self.lexicon.after:
            return False
        for step in range(1, _COUNT_REACH + 1):
            word = words.at(place.start - step, place.start)
            if not word or word in self.lexicon.joins - {"dan"}:
                return False
            if word in self.lexicon.counts or _NUMBER.fullmatch(word[:20]):
                return True
        return False

    def stated(self, place: Place, words: Pieces) -> bool:
        """`meraih 68,19, juga rentan.`, `daerah lain masih rentan`: all that its clause says.

        A word that is plain prose elsewhere (`masih rendah`) needs a value in its sentence.
        """
        before = words.at(place.start - 1, place.start)
        follows = words.at(place.end, place.start)
        if before not in self.lexicon.states or (follows.isalpha() and not self._closes(follows)):
            return False
        return place.key not in self.lexicon.generic or self._valued(place, words)

    def _closes(self, word: str) -> bool:
        return word in self.lexicon.after or word in self.lexicon.contrasts

    def _valued(self, place: Place, words: Pieces) -> bool:
        near = range(max(0, place.start - _VALUE_REACH), place.start)
        return any(
            words.near(at, place.start) and _DECIMAL.fullmatch(words.words[at]) for at in near
        )

    def listed(self, place: Place, last: int, words: Pieces) -> bool:
        """`kategori Baik, Sangat Baik, dan Memuaskan`: only joins since the grade before."""
        between = [words.at(at, place.start) for at in range(last, place.start)]
        if not 0 < len(between) <= 5:
            return False
        joined = all(word in self.lexicon.joins or word in self.lexicon.quotes for word in between)
        follows = words.at(place.end, place.start)
        plain = words.words[place.start][0].islower() and follows.isalpha()
        return joined and not (plain and follows not in self.lexicon.after)

    def banded(self, place: Place, words: Pieces) -> bool:
        """`Menuju Informatif (80 - 89,9)`, `“rendah” (IPM < 60)`, `CC untuk nilai 50-60`."""
        at = place.end
        while words.at(at, place.start) in self.lexicon.quotes:
            at += 1
        if words.at(at, place.start) != "(":
            following = (words.at(at + step, place.start)[:20] for step in range(_RANGE_REACH))
            return any(_RANGE.fullmatch(word) for word in following)
        numbers = 0
        for step in range(1, _BRACKET_REACH):
            word = words.at(at + step, place.start)
            if word in ("", ")"):
                break
            pair = f"{word} {words.at(at + step + 1, place.start)}"
            if not self.lexicon.bands.isdisjoint((word, pair)) or _RANGE.fullmatch(word[:20]):
                return True
            if _NUMBER.fullmatch(word[:20]) and not _YEAR.fullmatch(word):
                numbers += 1
        return numbers > 1

    def wished(self, place: Place, words: Pieces) -> bool:
        """`bidik predikat A`: only labels and fillers between the wish and the grade.

        Not the name behind a level: `Kabupaten Buru`, where `buru` is to hunt.
        """
        for step in range(1, _LABEL_REACH):
            word = words.at(place.start - step, place.start)
            ahead = words.at(place.start - step - 1, place.start)
            if word in self.lexicon.namesakes and ahead in self.lexicon.name_heads:
                continue
            resigned = words.at(place.start - step + 1, place.start) in self.lexicon.resigned
            if word in self.lexicon.targets and not resigned:
                return True
            if not word or word in (",", ";", "("):
                return False
        return False

    def conditional(self, place: Place, words: Pieces) -> bool:
        """`predikat Sangat Baik baru diberikan jika`: the scale is explained."""
        return any(
            words.at(at, place.start) in self.lexicon.conditions
            for at in range(place.end, place.end + 4)
        )


def _after(words: Pieces, at: int) -> str:
    return words.words[at] if at < len(words.words) else " "
