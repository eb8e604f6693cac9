"""Where offices stand in a text: heads, acting words before them, and lines that tell of none."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import Class, OfficeWords, office_words
from extractor.mentions.officials.lexing import lex
from extractor.mentions.surface import Surface, surface
from extractor.text.furniture import furniture_lines

_WORD = re.compile(r"[^\W\d_]+")
# "BANDUNG-Wakil Menteri", "JakartaCEO": an office without the space before it.
_JOINT = re.compile(r"(?:[^\W\d_]{3,})?-(?=[A-Z])|[A-Z][a-z]{3,}(?=[A-Z])")
_QUOTED = re.compile(r"(?<![\w'’])['\"‘“]([^'\"‘’“”\n]{12,160})['\"’”](?!\w)")
_HEADLINE_WORDS = 5
_HEADLINE_SHARE = 0.7
_TITLE_SHARE = 0.8
_LINK_SHARE = 0.5
_LONGEST_HEAD = 4
_LABEL = 24
# Offices that news also writes in small letters: "gubernur Jawa Barat Bintang Mahardika".
_SPOKEN: frozenset[Class] = frozenset(("region", "place", "whole", "national"))
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Place:
    """An office in the text: acting words and head from `start` to `end`, as characters."""

    start: int
    head: int
    end: int
    kind: Class
    acting: bool


class Finder:
    """Finds the heads of offices."""

    def __init__(self, vocab: Vocab) -> None:
        self.lexicon, self.given = office_words(), name_words().given
        self.heads = {head.lower(): kind for head, kind in self.lexicon.heads.items()}
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        for label, words in (("head", self.lexicon.heads), ("acting", self.lexicon.acting)):
            patterns = [Doc(vocab, words=word.split()) for word in sorted(words)]
            if label == "acting":
                # Tokenizers keep the full stop of "Plt." or split it off.
                patterns += [Doc(vocab, words=[f"{word}."]) for word in sorted(words)]
            self.matcher.add(label, patterns)

    def matches(self, doc: Doc) -> tuple[dict[int, tuple[int, Class]], dict[int, int]]:
        """Return heads and acting words by their first character, the longest at each place."""
        heads: dict[int, tuple[int, Class]] = {}
        acting: dict[int, int] = {}
        seen = surface(doc)
        joined = dict(self._joined(seen))
        covered = -1
        matches = sorted(self.matcher(doc), key=lambda match: (match[1], -match[2]))
        for label, first, last in matches:
            if first < covered or first - 1 in joined:
                continue
            covered = last
            start, end = seen.offsets[first], seen.offsets[last - 1] + len(seen.words[last - 1])
            if doc.vocab.strings[label] == "acting":
                acting[start] = end
                continue
            words = " ".join(seen.words[first:last])
            kind = self.heads[words.lower()]
            if words in self.given and first and seen.words[first - 1] in self.given:
                continue  # "Pesantren Nurul Hakim"
            opened = bool(first) and seen.words[first - 1] in self.lexicon.body_openers
            if opened and words.lower() in self.lexicon.capital_heads:
                continue  # "Komisi Pengawas Persaingan Usaha"
            if words[0].isupper() or self._is_told(seen, last, kind, words):
                heads[self._opening(seen, first, words) if words[0].isupper() else start] = (
                    end,
                    kind,
                )
        for start, end, kind in joined.values():
            heads[start] = (end, kind)
        return dict(sorted(heads.items())), acting

    def _opening(self, seen: Surface, first: int, words: str) -> int:
        """Return where the office begins: "Senior Analis", "Sales Area Manager"."""
        if words in self.lexicon.titled_heads:
            while first and seen.words[first - 1] in self.lexicon.title_prefixes:
                first -= 1
        while not seen.words[first][0].isupper():
            first += 1
        return seen.offsets[first]

    def _is_told(self, seen: Surface, last: int, kind: Class, words: str) -> bool:
        """Tell whether a head in small letters is an office: "ketua DPRD Poso", not "ketua tim"."""
        if kind in _SPOKEN:
            return len(words) > _SHORT
        if words.lower() in self.lexicon.capital_heads:
            return False
        after = seen.words[last] if last < len(seen.words) else ""
        return after in self.lexicon.complement or (len(after) > 1 and after.isupper())

    def _joined(self, seen: Surface) -> Iterator[tuple[int, tuple[int, int, Class]]]:
        """Yield the heads whose first word is joined to the word before, by that token."""
        for at, word in enumerate(seen.words):
            if len(word) <= _SHORT or word.islower() or (match := _JOINT.match(word)) is None:
                continue
            words = [word[match.end() :], *seen.words[at + 1 : at + _LONGEST_HEAD]]
            for size in range(len(words), 0, -1):
                head = " ".join(words[:size])
                if head in self.lexicon.heads:
                    last = at + size - 1
                    end = seen.offsets[last] + len(seen.words[last])
                    yield at, (seen.offsets[at] + match.end(), end, self.lexicon.heads[head])
                    break


def offices(text: str, heads: dict[int, tuple[int, Class]], acting: dict[int, int]) -> list[Place]:
    """Return the offices in order, each with the acting words before it."""
    found, claimed = [], set()
    for start in sorted(acting):
        # Between the two stands at most a bracket or a full stop: "Penjabat (Pj) Wali Kota".
        for item in lex(text, acting[start]):
            if item.start in heads:
                end, kind = heads[item.start]
                found.append(Place(start, item.start, end, kind, True))
                claimed.add(item.start)
            if item.kind != "bracket" and item.text != ".":
                break
    for start, (end, kind) in heads.items():
        if start not in claimed:
            found.append(Place(start, start, end, kind, False))
    return sorted(found, key=lambda place: place.start)


class Silence:
    """The stretches of a text that name no official of the story: headlines, furniture."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lexicon: OfficeWords = office_words()
        self._lines: dict[int, bool] = {}
        self._furniture: frozenset[int] | None = None
        self._titles: list[tuple[int, int]] | None = None

    def covers(self, at: int, line: int) -> bool:
        """Tell whether the office at `at`, in the line that begins at `line`, is told by nobody."""
        if line not in self._lines:
            self._lines[line] = self._is_no_prose(line) or self._is_furniture(line)
        titles = self._titled()
        title = bisect_right(titles, (at, len(self.text))) - 1
        return self._lines[line] or (title >= 0 and at < titles[title][1])

    def _is_furniture(self, line: int) -> bool:
        opens = self.text.startswith(("Baca", "BACA", "baca", "Simak", "simak"), line)
        return not opens and line in self._furnished()

    def _furnished(self) -> frozenset[int]:
        """Return where the lines of furniture begin, and the headline under a bare "Baca juga:"."""
        if self._furniture is None:
            lines = self.text.split("\n")
            found = furniture_lines(lines)
            bare = [
                at
                for at in found
                if len(lines[at]) < _LABEL
                and lines[at].strip(" :").lower() in self.lexicon.links_on
            ]
            found |= {_following(lines, at) for at in bare}
            starts, begin = [], 0
            for line in lines:
                starts.append(begin)
                begin += len(line) + 1
            self._furniture = frozenset(starts[at] for at in found if at < len(starts))
        return self._furniture

    def _titled(self) -> Sequence[tuple[int, int]]:
        """Return the headlines in quotation marks: `Tonton video 'Dubes Peru Temui Menhan'`."""
        if self._titles is None:
            self._titles = [
                match.span(1)
                for match in _QUOTED.finditer(self.text)
                if _share(match[1]) >= _TITLE_SHARE
            ]
        return self._titles

    def _is_no_prose(self, line: int) -> bool:
        """Tell whether the line is a headline in title case or the furniture of the page."""
        end = self.text.find("\n", line)
        content = self.text[line : len(self.text) if end < 0 else end].strip()
        first = _WORD.match(content)
        opening = content[:40].lower().split(":")[0].strip()
        if first and first[0].lower() in ("baca", "simak"):
            return _share(content.partition(":")[2] or content) >= _LINK_SHARE
        if opening in self.lexicon.furniture:
            return True
        if content[-1:] in '.!?)”",' or content[:1] in "•-*0123456789":
            return False
        return _share(content[:400]) >= _HEADLINE_SHARE


def _share(content: str) -> float:
    """Return the share of words with a capital letter; 0 for a few words."""
    words = _WORD.findall(content)
    capitals = sum(word[0].isupper() for word in words)
    return capitals / len(words) if len(words) >= _HEADLINE_WORDS else 0


def _following(lines: Sequence[str], at: int) -> int:
    """Return the first line behind `at` that is not empty."""
    at += 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
