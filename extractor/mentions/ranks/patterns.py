"""The patterns of spaCy's matcher for ranks: one key for each shape, words from the lexicon."""

from collections.abc import Collection
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractor.lexicon.ranks import RankWords
from extractor.mentions.surface import surface

Pattern = list[dict[str, Any]]

_ROMAN = r"^[IVX]{1,5}$"

_NUMBER = r"^(?:[Kk]e-?)?\d{1,3}(?:-?nya)?\.?$"


class RankMatcher:
    """spaCy's matcher, asked only where a pattern's cue stands: most of a text has none.

    The keys name the shapes that `extractor.mentions.ranks.shapes` reads.
    """

    def __init__(self, vocab: Vocab, words: RankWords) -> None:
        self._matcher = Matcher(vocab, validate=True)
        self._cues: set[str] = set()
        self._reach = 0
        # Every one of these stands in many a sentence that ranks nobody.
        common = {"di", "ke", "ke-", *words.cardinals, *words.ordinals}
        common |= words.members | words.crowned
        for key, patterns in _patterns(words):
            self._matcher.add(key, patterns)
            for pattern in patterns:
                self._cues |= _cue(pattern, common)
                self._reach = max(self._reach, len(pattern))

    def __call__(self, doc: Doc) -> list[Span]:
        """Return the matches in `doc`, labelled by their keys."""
        found: list[Span] = []
        for start, end in self._windows(surface(doc).lower):
            found += self._matcher(doc[start:end], as_spans=True)
        return found

    def _windows(self, lower: list[str]) -> list[tuple[int, int]]:
        """Return the stretches that hold all matches, apart."""
        windows: list[tuple[int, int]] = []
        for at, word in enumerate(lower):
            if word not in self._cues:
                continue
            start, end = max(0, at - self._reach + 1), min(len(lower), at + self._reach)
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((start, end))
        return windows


def _cue(pattern: Pattern, common: set[str]) -> set[str]:
    """Return the words one of which stands in every match of `pattern`, rare ones if it can."""
    choices = []
    for token in pattern:
        lower = token.get("LOWER", {"IN": ()})
        choices.append({lower} if isinstance(lower, str) else set(lower["IN"]))
    told = [words for words in choices if words]
    return next((words for words in told if not words <= common), told[0])


def _patterns(words: RankWords) -> list[tuple[str, list[Pattern]]]:
    return [
        ("extreme", _extremes(words)),
        ("end", _ends(words)),
        ("crown", _crowns(words)),
        ("top", _tops(words)),
        ("phrase", [_spelled(phrase) for phrase in sorted(words.phrases)]),
        ("opening", [[_low("paling"), {"IS_ALPHA": True}]]),
        ("crowned", _crowned(words)),
        ("lead", [[_one(words.leads)], [_low("di"), _one(words.tops)]]),
        ("next", _nexts(words)),
        ("below", _belows(words)),
        ("above", [[_low("di"), _one(words.above)], [_low("di"), _one(words.over)]]),
        ("then", [[_one(words.then)], *map(_spelled, sorted(words.after_that))]),
    ]


def _one(words: Collection[str]) -> dict[str, Any]:
    return {"LOWER": {"IN": sorted(words)}}


def _low(word: str) -> dict[str, Any]:
    return {"LOWER": word}


def _spelled(phrase: str) -> Pattern:
    return [_low(word) for word in phrase.split()]


def _extremes(words: RankWords) -> list[Pattern]:
    """`tertinggi`, `terendah kedua`, `terbaik ke-3`, `terbaik nomor dua`, `paling tinggi`."""
    extreme, paling = _one(words.best | words.worst), _low("paling")
    most = _one(words.most_best | words.most_worst)
    number, ordinal = {"TEXT": {"REGEX": _NUMBER}}, _one(words.ordinals)
    ke, roman = _one(("ke", "ke-")), {"TEXT": {"REGEX": _ROMAN}}
    counted = _one(words.cardinal_nouns)
    return [
        [extreme],
        *([extreme, counted, count] for count in (_one(words.cardinals), number, ordinal)),
        [extreme, ordinal],
        [extreme, number],
        [extreme, roman],
        [extreme, ke, number],
        [extreme, ke, {"TEXT": "-"}, number],
        [ordinal, extreme],
        [paling, most],
        [paling, most, ordinal],
    ]


def _ends(words: RankWords) -> list[Pattern]:
    """`urutan terbawah`, `posisi paling akhir`, `posisi buncit kedua`."""
    noun, extreme = _one(words.nouns - words.cardinal_nouns), _one(words.best | words.worst)
    last, ordinal, paling = _one(words.most_last), _one(words.ordinals), _low("paling")
    most = _one(words.most_best | words.most_worst)
    counts = ({"TEXT": {"REGEX": _NUMBER}}, _one(words.cardinals), ordinal)
    return [
        *([noun, count, extreme] for count in counts),  # peringkat delapan terbawah
        [noun, extreme],
        [noun, extreme, ordinal],
        [noun, paling, most],
        [noun, paling, most, ordinal],
        [noun, paling, last],
        [noun, _one(words.last)],
    ]


def _crowns(words: RankWords) -> list[Pattern]:
    """`juara umum`, `posisi puncak`, `memuncaki klasemen`; `dasar klasemen` is the other end."""
    noun, lists = _one(words.nouns - words.cardinal_nouns), _one(words.lists)
    summit = _one(words.summits)
    return [
        [noun, _one(words.crowns)],
        [_one(words.prize_nouns), _one(words.general)],
        [_one(words.tops), lists],
        [_one(words.floors), lists],
        [summit, _one(words.takes)],
        [_low("di"), summit],
    ]


def _crowned(words: RankWords) -> list[Pattern]:
    """`dinobatkan sebagai kota paling toleran`."""
    return [[_one(words.crowned), _one(words.members), _low("paling"), {"IS_ALPHA": True}]]


def _tops(words: RankWords) -> list[Pattern]:
    """`tiga besar`, `10 besar`, `lima teratas`, `tiga peringkat teratas`, `lima kota terbaik`."""
    extreme, besar = _one(words.best | words.worst), _low("besar")
    noun, digits = _one(words.nouns - words.cardinal_nouns), {"TEXT": {"REGEX": r"^\d{1,3}$"}}
    patterns = []
    for few in (_one(words.cardinals), digits):
        patterns += [[few, besar], [noun, few, besar], [few, extreme], [few, noun, extreme]]
        patterns.append([few, _one(words.members), extreme])
    return patterns


def _belows(words: RankWords) -> list[Pattern]:
    """`di bawahnya`; `di bawah`, `menyusul di belakang` and `setelah` before a region."""
    under = _one(words.under)
    return [
        [_low("di"), _one(words.below)],
        [_low("di"), under],
        [_one(words.next), _low("di"), under],
        [_one(words.behind)],
    ]


def _nexts(words: RankWords) -> list[Pattern]:
    """`disusul`, `menyusul di belakangnya`, `posisi berikutnya`."""
    noun, following = _one(words.nouns - words.cardinal_nouns), _one(words.next)
    return [
        [following],
        [following, _low("di"), _one(words.below)],
        [following, _one(words.then)],
        [noun, _one(words.then)],
    ]
