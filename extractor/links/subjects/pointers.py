"""Words that point to a subject without its name: `kota itu`, `keduanya`, `21 pemda`."""

from dataclasses import dataclass

from extractor.lexicon.links import LinkWords
from extractor.links.subjects.subject_mention import SubjectMention

_MODIFIED_REACH = 8


@dataclass(frozen=True, slots=True)
class Pointers:
    """The lower-case words of an article, those `taken` by names; where ranks end, grades begin."""

    words: list[str]
    taken: set[int]
    ranked: frozenset[int]
    graded: frozenset[int]
    lexicon: LinkWords

    def demonstrated(self) -> list[SubjectMention]:
        """Return the phrases that point back with `itu`; they may have a region's name inside."""
        found: list[SubjectMention] = []
        for at, word in enumerate(self.words):
            counted = at and self.words[at - 1] in self.lexicon.group_counts
            if word not in self.lexicon.anaphor_nouns or at in self.taken or counted:
                continue
            if found and at < found[-1].end:
                continue
            if end := self._behind_demonstrative(at):
                level = self.lexicon.anaphor_nouns[word]
                found.append(SubjectMention("anaphor", at, end, level=level))
        return found

    def at(self, at: int) -> SubjectMention | None:
        """Return the slot that begins at token `at`, which names nobody itself."""
        lexicon, word = self.lexicon, self.words[at]
        if word not in lexicon.openers and not word.isdecimal():
            return None
        if word in lexicon.groups:
            return SubjectMention("group", at, at + 1, count=lexicon.groups[word])
        counted = word in lexicon.group_counts and self._word(at + 1) in lexicon.group_nouns
        if counted and self._word(at + 2) in lexicon.demonstratives:
            return SubjectMention("group", at, at + 3, count=lexicon.group_counts[word])
        if word in lexicon.anaphor_nouns and self._word(at - 1) not in lexicon.group_counts:
            classed = self._word(at - 1) in lexicon.classes  # "dalam kategori Pemkot"
            ruled = word in lexicon.governments and at + 1 not in self.taken and not classed
            if word.endswith("nya") or ruled:
                return SubjectMention("anaphor", at, at + 1, level=lexicon.anaphor_nouns[word])
        return self._unnamed(at)

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _behind_demonstrative(self, at: int) -> int:
        """Return the token behind `itu` of the noun at `at`, 0 if it has none.

        `kota itu`, `kabupaten berhawa dingin itu`, `kabupaten di ujung timur Pulau Senja ini`; in
        `ibu kota provinsi itu` it is the capital that is meant.
        """
        lexicon, located = self.lexicon, False
        capital = "ibu" in (self._word(at - 1), self.words[at][:3])  # written apart or together
        for end in range(at + 1, min(len(self.words), at + _MODIFIED_REACH)):
            word = self.words[end]
            if word in lexicon.demonstratives:
                return end + 1
            located = located or word in lexicon.locatives
            other = word in lexicon.anaphor_nouns and not capital
            named = end in self.taken and not (located or capital)  # Ibu kota Provinsi Rimba itu
            if other or named or word in lexicon.unpointed:
                return 0
            if not word.replace("-", "").isalpha() or word in lexicon.joins:
                return 0
        return 0

    def _unnamed(self, at: int) -> SubjectMention | None:
        """`21 pemda`, `satu provinsi`, `daerah lain`, `Kapanewon Lendah`."""
        lexicon, word, following = self.lexicon, self.words[at], self._word(at + 1)
        counts = word in lexicon.counts or (word.isdecimal() and len(word) < 4)
        if counts and following in lexicon.counted and at + 1 not in self.taken:
            return SubjectMention("unnamed", at, at + 2, free=not self._is_cohort(at))
        some = word in lexicon.counted and self._word(at - 1) in lexicon.existing
        few = word in lexicon.group_counts  # hanya lima yang berkategori tinggi
        if following == "yang" and (some or few):
            return SubjectMention("unnamed", at, at + 1)
        if some and following in lexicon.locatives and self._goes_on_with_yang(at + 2):
            return SubjectMention("unnamed", at, at + 1)
        if word in lexicon.counted and following in lexicon.moves and at not in self.taken:
            return SubjectMention("unnamed", at, at + 1)  # "kementerian turun menjadi 77,8"
        if word in lexicon.counted and following in lexicon.others:
            return SubjectMention("unnamed", at, at + 2)
        if word in lexicon.plural or self._is_part(at):
            return SubjectMention("unnamed", at, at + 1)
        if word in lexicon.subdistricts and following.isalpha() and at + 1 not in self.taken:
            return SubjectMention("unnamed", at, at + 2)
        return None

    def _goes_on_with_yang(self, at: int) -> bool:
        """`ada pemda di Provinsi Rimba yang masuk zona merah`: behind the place named."""
        while at in self.taken:
            at += 1
        return self._word(at) == "yang"

    def _is_part(self, at: int) -> bool:
        """`kelompok bahan makanan (5,25 persen)`: a part of the index, and no region."""
        following = self._word(at + 1)
        other = following in self.lexicon.counted or at + 1 in self.taken or at + 1 in self.graded
        other = other or following in self.lexicon.group_counts  # masuk kelompok lima besar
        return self.words[at] in self.lexicon.parts and following.isalpha() and not other

    def _is_cohort(self, at: int) -> bool:
        """`urutan teratas dari 13 kabupaten`: among whom; in `dua dari 10 daerah` two are meant."""
        if self._word(at - 1) not in self.lexicon.among:
            return False
        part = self._word(at - 2)
        counted = part in self.lexicon.counts or part in self.lexicon.group_counts
        return at - 1 in self.ranked or not (counted or part.isdecimal())
