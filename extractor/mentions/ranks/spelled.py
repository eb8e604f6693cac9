"""Places of many words: `urutan kedua puluh satu`, `juara harapan I`, `ketiga dari bawah`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.ordinals import Told, ordinal_at, told_at
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.surface import Surface, surface

_FURTHER_REACH = 8
_LONGEST = 5
_JOINS = frozenset({",", "dan", "serta"})


def find_places(doc: Doc, words: RankWords) -> Iterator[Span]:
    """Yield each noun of rank with the number behind it: `peringkat ke-13/191`, `urutan XX`."""
    seen, heads = surface(doc), words.heads
    for at, word in enumerate(seen.lower):
        if word in heads and (told := place_told(seen, at, words)):
            start = at - 1 if word in words.consolations and _is_crowned(at, seen, words) else at
            yield Span(doc, start, told.end, label="place")


def place_told(seen: Surface, at: int, words: RankWords) -> Told | None:
    """Return the place behind the noun of rank at token `at`, None where no number follows.

    A consolation prize comes behind three winners; "harapan satu keluarga" is no prize.
    """
    begin = at + 1
    if seen.lower[begin : begin + 1] and seen.lower[begin] in words.scopes["national"]:
        begin += 1
    told = told_at(seen.words, seen.lower, begin)
    if told is None:
        return None
    if seen.lower[at] not in words.consolations:
        lasting = seen.lower[at] not in words.nouns and _is_lasting(begin, told.end, seen, words)
        return None if lasting else told
    letters = seen.words[begin].removesuffix("-nya").isupper()
    if not letters and not _is_crowned(at, seen, words):
        return None
    return Told(told.position + words.winners, told.end)


def _is_crowned(at: int, seen: Surface, words: RankWords) -> bool:
    """`juara harapan I`: a prize before the word of consolation at token `at`."""
    return at > 0 and seen.lower[at - 1] in words.prize_nouns


def _is_lasting(begin: int, end: int, seen: Surface, words: RankWords) -> bool:
    """`terbaik dua tahun berturut-turut`, `terbaik 3 kali`: how long or often, no place."""
    counts, dated = seen.lower[end : end + 1], seen.lower[end + 1 : end + 2]
    timed = bool(counts) and counts[0] in words.times and not (dated and dated[0].isdecimal())
    return timed or seen.lower[begin] in words.cardinals


def from_below(shapes: list[Shape], seen: Surface, words: RankWords) -> list[Shape]:
    """Return `shapes` with those counted from the other end: `peringkat ketiga dari bawah`."""
    ends = {shape.end: at for at, shape in enumerate(shapes)}
    settled = list(shapes)
    for at, word in enumerate(seen.lower[:-1]):
        if word != "dari" or seen.lower[at + 1] not in words.undersides:
            continue
        if at in ends:
            shape = settled[ends[at]]
            if shape.position > 0 and not shape.relation:
                settled[ends[at]] = replace(shape, position=-shape.position, end=at + 2)
        elif (start := _ordinal_before(at, seen)) is not None:
            told = ordinal_at(seen.words, seen.lower, start)
            if told:
                settled.append(Shape(start, at + 2, -told.position, placed=True))
    return settled


def _ordinal_before(at: int, seen: Surface) -> int | None:
    """Return where the ordinal that ends at token `at` begins."""
    for start in range(max(0, at - _LONGEST), at):
        told = ordinal_at(seen.words, seen.lower, start)
        if told and told.end == at:
            return start
    return None


def find_further(shapes: Sequence[Shape], seen: Surface, words: RankWords) -> Iterator[Shape]:
    """Yield places that go on with one before, each with a scope of its own.

    `peringkat keempat nasional dan kedua di Sumatera`.
    """
    taken = sorted(shape.start for shape in shapes)
    for shape in shapes:
        if not shape.placed or shape.relation or shape.position_end:
            continue
        sentence = bisect_right(seen.begins, shape.start)
        stop = seen.begins[sentence] if sentence < len(seen.begins) else len(seen.words)
        later = bisect_left(taken, shape.end)
        stop = min([stop, shape.end + _FURTHER_REACH, *taken[later : later + 1]])
        for at in range(shape.end, stop):
            told = ordinal_at(seen.words, seen.lower, at + 1)
            if seen.lower[at] in _JOINS and told and _is_scoped(told.end, seen, words):
                yield Shape(at + 1, told.end, told.position, placed=True, out_of=told.out_of)
                break


def _is_scoped(at: int, seen: Surface, words: RankWords) -> bool:
    word = seen.lower[at] if at < len(seen.lower) else ""
    return word in words.further or word.startswith("se-")
