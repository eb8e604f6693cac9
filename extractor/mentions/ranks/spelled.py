"""Places of many words: `urutan kedua puluh satu`, `juara harapan I`, `ketiga dari bawah`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from extractor.lexicon import numerals
from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.ordinals import Told, ordinal_at, told_at
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.surface import Surface, surface

_FURTHER_REACH = 8
_LONGEST = 5
_HYPHENED = re.compile(r"([a-z]+)-([1-9]\d{0,2})")
_MARKED = re.compile(r"#(\d{1,3})")  # a mark and a number that are one token
_JOINS = frozenset({",", "dan", "serta"})
_UNDER = frozenset({"dari", "yang", "paling"})


def find_places(doc: Doc, words: RankWords) -> Iterator[Span]:
    """Yield each noun of rank with the number behind it: `peringkat ke-13/191`, `urutan XX`."""
    seen, heads = surface(doc), words.heads
    for at, word in enumerate(seen.lower):
        if is_head(word, heads) and (told := place_told(seen, at, words)):
            start = at - 1 if word in words.consolations and _is_crowned(at, seen, words) else at
            yield Span(doc, start, told.end, label="place")


def is_head(word: str, heads: frozenset[str]) -> bool:
    """Tell whether `word` is a noun of rank of `heads`, or one with its number: `peringkat-13`."""
    hyphened = _hyphened(word)
    return (hyphened[1] if hyphened else word) in heads


def _hyphened(word: str) -> re.Match[str] | None:
    return _HYPHENED.fullmatch(word) if "-" in word else None


def place_told(seen: Surface, at: int, words: RankWords) -> Told | None:
    """Return the place behind the noun of rank at token `at`, None where no number follows.

    A consolation prize comes behind three winners; "harapan satu keluarga" is no prize.
    """
    if hyphened := _hyphened(seen.lower[at]):
        return Told(int(hyphened[2]), at + 1)
    begin = at + 1
    if seen.lower[begin : begin + 1] and seen.lower[begin] in words.scopes["national"]:
        begin += 1
    if _is_marked(begin, seen):
        begin += 1
    if marked := _MARKED.fullmatch("".join(seen.lower[begin : begin + 1])):
        return Told(int(marked[1]), begin + 1)
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


def _is_marked(at: int, seen: Surface) -> bool:
    """`peringkat #13`, `peringkat-13`: a mark glued to the number at the token behind."""
    if at + 1 >= len(seen.lower) or not seen.lower[at + 1][:1].isdecimal():
        return False
    start, mark = seen.offsets[at], seen.lower[at]
    glued = seen.offsets[at + 1] == start + len(mark)
    joined = seen.offsets[at - 1] + len(seen.words[at - 1]) == start
    return glued and (mark == "#" or (mark == "-" and joined))


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
    for at, word in enumerate(seen.lower):
        begins = word in _UNDER or word in words.last
        end = _under(at, seen, words) if begins else 0
        if not end:
            continue
        if at in ends:
            shape = settled[ends[at]]
            if shape.placed and shape.position > 0 and not shape.relation:
                settled[ends[at]] = replace(shape, position=-shape.position, end=end)
        elif seen.lower[at] == "dari" and (start := _ordinal_before(at, seen)) is not None:
            told = ordinal_at(seen.words, seen.lower, start)
            if told:
                settled.append(Shape(start, end, -told.position, placed=True))
    return _outermost(settled)


def _under(at: int, seen: Surface, words: RankWords) -> int:
    """Return where words at token `at` end that count a place from below, 0 where they do not.

    `dari bawah`, `paling bawah`, `yang terendah`, `terakhir`; not `terakhir kali`.
    """
    one, two = (seen.lower[n] if n < len(seen.lower) else "." for n in (at, at + 1))
    if one == "dari" and two in words.undersides | words.worst:
        return at + 2
    if one == "yang" and two in words.worst:
        return at + 2
    if one == "paling" and two in words.undersides | words.most_last | words.most_worst:
        return at + 2
    # What goes on behind "terakhir" otherwise is said of time: "peringkat kedua terakhir diraih …"
    return at + 1 if one in words.last and (two in words.move_ends or not two.strip()) else 0


def _outermost(shapes: list[Shape]) -> list[Shape]:
    """Return `shapes` without the ends that a place counts from: `kedua` of `paling bawah`."""
    taken = {at for shape in shapes for at in range(shape.start + 1, shape.end)}
    return [shape for shape in shapes if shape.start not in taken]


def _ordinal_before(at: int, seen: Surface) -> int | None:
    """Return where the ordinal that ends at token `at` begins."""
    for start in range(max(0, at - _LONGEST), at):
        told = ordinal_at(seen.words, seen.lower, start)
        if told and told.end == at:
            return start
    return None


def find_further(
    shapes: Sequence[Shape], regions: Collection[int], seen: Surface, words: RankWords
) -> Iterator[Shape]:
    """Yield places that go on with one before: with a scope of its own, or the next holder.

    `peringkat keempat nasional dan kedua di Sumatera`, `juara kedua Kota Palu, dan ketiga Poso`;
    `regions` are the first tokens of regions.
    """
    taken = sorted(shape.start for shape in shapes)
    chain = list(shapes)
    for shape in chain:  # what goes on from one is gone on from, too
        if not shape.placed or shape.relation or shape.position_end:
            continue
        sentence = bisect_right(seen.begins, shape.start)
        stop = seen.begins[sentence] if sentence < len(seen.begins) else len(seen.words)
        later = bisect_left(taken, shape.end)
        stop = min([stop, shape.end + _FURTHER_REACH, *taken[later : later + 1]])
        for at in range(shape.end, stop):
            told = ordinal_at(seen.words, seen.lower, at + 1) or _bare(at + 1, seen)
            if seen.lower[at] not in _JOINS or told is None:
                continue
            follows = told.position == shape.position + 1 and told.end in regions
            if follows or _is_scoped(told.end, seen, words):
                chain.append(
                    Shape(at + 1, told.end, told.position, placed=True, out_of=told.out_of)
                )
                yield chain[-1]
                break


def find_among(held: Collection[int], seen: Surface, words: RankWords) -> Iterator[Shape]:
    """Yield the ordinals that only those counted make places: `menempati ke-20 dari 38 provinsi`.

    They stand behind a verb of attaining, or a region; `held` are the tokens where regions end.
    """
    for at, word in enumerate(seen.lower):
        if word != "dari" or (start := _ordinal_before(at, seen)) is None:
            continue
        count, size = numerals.cardinal(seen.lower[at + 1 : at + 1 + _LONGEST], 0)
        if seen.lower[at + 1 : at + 2] and seen.lower[at + 1][:4].isdecimal():
            count, size = int(seen.lower[at + 1][:4]), 1
        noun = seen.lower[at + 1 + size : at + 2 + size]
        told = ordinal_at(seen.words, seen.lower, start)
        before = seen.lower[start - 1] if start else ""
        before = seen.lower[start - 2] if before == "di" and start > 1 else before
        placed = start in held or before in words.attaining
        if told and placed and noun and noun[0] in words.members and told.position <= count:
            yield Shape(start, told.end, told.position, placed=True)


def _bare(at: int, seen: Surface) -> Told | None:
    """`peringkat 1 se-Sumbar serta 5 nasional`: a number that only its scope makes a place."""
    word = seen.lower[at] if at < len(seen.lower) else ""
    return Told(int(word), at + 1) if word.isdecimal() and 0 < int(word[:4]) < 1000 else None


def _is_scoped(at: int, seen: Surface, words: RankWords) -> bool:
    """Whether a scope follows: `kedua tingkat provinsi`; `8 tingkat dari atas` counts steps."""
    word, behind = (*seen.lower[at : at + 2], "", "")[:2]
    if word in words.further_levels:
        named = seen.words[at + 1][:1].isupper() if behind else False
        return named or behind in words.levels_of or behind in words.scopes["national"]
    return word in words.further or word.startswith("se-")
