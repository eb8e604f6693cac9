"""Among whom a place is held: how many of whom, and in which class."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extractor.lexicon import numerals
from extractor.mentions.kinds import CohortMention
from extractor.mentions.ranks.context import Context
from extractor.mentions.ranks.scope import scope_in
from extractor.mentions.ranks.shape import Shape

_CLOSES = frozenset(".,;)")
_LONGEST = 5  # words of a number
_PAIRS = frozenset({"/", "dan"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_VERB = 5
_SELECTED_REACH = 4


def counted(shape: Shape, context: Context) -> tuple[int, str]:
    """Return among how many of whom: `dari total 191 kabupaten/kota`; (0, "") when unsaid."""
    before = context.clause_before(shape, 40)
    after = context.clause_after(shape, reach=24)
    direct = _members(shape.end, context)  # dasar klasemen 22 daerah
    found = direct or _among(after, context) or _among(before, context)
    return found or (0, _noun(shape, context) or _framed(shape, context))


def _noun(shape: Shape, context: Context) -> str:
    """`kabupaten terbaik`, `Tiga provinsi terbaik`: who is ranked, by the noun qualified."""
    words, nouns = context.words, context.lexicon.levels_of
    inside = [word for word in words[shape.start : shape.end] if word in nouns]
    before = words[shape.start - 1] if shape.start else ""
    bare = before in nouns and shape.start - 1 not in context.regions and not shape.placed
    return inside[0] if inside else before if bare else ""


def _framed(shape: Shape, context: Context) -> str:
    """`Pada level provinsi, …`, `Untuk provinsi, …`: who is ranked, by the sentence's frame."""
    frame = context.frame(shape)
    named = [at for at in frame if context.words[at] in context.lexicon.levels_of]
    alone = named and named[-1] + 1 == frame.stop and named[-1] - frame.start <= 2
    return context.words[named[-1]] if alone else ""


def _among(tokens: range, context: Context) -> tuple[int, str] | None:
    """Return how many of whom: `dari 98 pemkot` is 98 and `pemkot`; `peringkat 5 dari 38` too."""
    words, lexicon = context.words, context.lexicon
    for at in tokens:
        if words[at] not in lexicon.among:
            continue
        number = at + 1
        while number < tokens.stop and words[number] in lexicon.among_fillers:
            number += 1
        if found := _members(number, context):
            return found
        if words[at] == "antara" and words[at + 1 : at + 2] and words[at + 1] in lexicon.levels_of:
            return 0, words[at + 1]  # Di antara kabupaten se-Gorontalo
        following = words[number + 1] if number + 1 < len(words) else "."
        bracketed = at == tokens.start + 1 and words[at - 1] == "("  # "peringkat 3 (dari 11)"
        direct = at == tokens.start or bracketed
        if direct and following in _CLOSES and _count(number, context):
            return _count(number, context), ""
    return None


def _members(at: int, context: Context) -> tuple[int, str] | None:
    """Return how many of whom from token `at` on: `17 kabupaten/kota`, `98 pemkot`."""
    words, members = context.words, context.lexicon.members
    count = _count(at, context)
    spelled, size = numerals.cardinal(words[at : at + _LONGEST], 0)
    if count and size > 1:  # "dari tiga puluh delapan provinsi"
        count, at = spelled, at + size - 1
    if not count or at + 1 >= len(words) or words[at + 1] not in members:
        return None
    end = at + 2
    noun = words[at + 1]
    if _YEAR.fullmatch(words[at]) and noun in context.lexicon.levels_of:
        return None  # "Nilai SAKIP 2023 Kota Tegal"
    while end < min(len(words), at + 5) and (
        words[end] in members
        or words[end] == "/kota"
        or (words[end] in _PAIRS and words[end + 1 : end + 2] == ["kota"])
    ):
        end += 1
    if words[end : end + 1] == ["/kotanya"]:  # delapan kabupaten/kotanya
        return count, f"{noun}/kota"
    return count, " ".join(words[at + 1 : end]).replace(" / ", "/").replace(" /", "/")


def _count(at: int, context: Context) -> int:
    """Return the number that token `at` writes in digits or as a word, 0 for none."""
    word = context.words[at] if at < len(context.words) else ""
    digits = word.replace(".", "")
    if digits.isdecimal() and len(digits) < 6:
        return int(digits)
    if word in context.lexicon.all_of and not _in_rank(at, context):
        return context.lexicon.all_of[word]
    return context.lexicon.cardinals.get(word, 0)


def _in_rank(at: int, context: Context) -> bool:
    """Whether token `at` is part of a rank: `peringkat ketiga Kota Dumai` counts no three kota."""
    last = bisect_right(context.shapes, at, key=lambda shape: shape.start) - 1
    return last >= 0 and at < context.shapes[last].end


def category_of(shape: Shape, context: Context) -> str:
    """Return the class that is named as one, "" when none is: `untuk kategori pemerintah kota`.

    `kategori Utama` is a grade, no class.
    """
    before = context.clause_before(shape, 12)
    if shape.position_end and _is_class(shape.end, context):
        return context.words[shape.end]  # "sepuluh besar kabupaten"
    for tokens in (context.clause_after(shape), before, context.frame(shape)):
        for at in tokens:
            headed = context.words[at] in context.lexicon.category_heads
            category = _class_at(at + 1, min(len(context.words), at + 7), context) if headed else ""
            if category:
                return category
    return ""


def _is_class(at: int, context: Context) -> bool:
    """Whether the word at token `at` names a level, and no region: `kabupaten`, not `daerah`."""
    word = context.words[at] if at < len(context.words) else ""
    return context.lexicon.levels_of.get(word, "any") != "any" and at not in context.regions


def cohorts(context: Context) -> Iterator[CohortMention]:
    """Yield those among whom one may be ranked, in order; the links say whether anybody is."""
    words, lexicon = context.words, context.lexicon
    for at in range(len(words) - 1):
        end = at + 2
        if words[at] in lexicon.category_heads:
            category = _class_at(at + 1, min(len(words), at + 7), context)
            if category in lexicon.levels_of:
                yield CohortMention(start=at, end=end, category=category)
        elif words[at + 1] in lexicon.members and (found := _members(at, context)):
            if _is_selected(end, context):
                continue
            size, noun = found
            scope = scope_in(range(end, min(end + 4, context.ends[at])), context)
            before = words[at - 1] if at else ""
            whole = before in lexicon.among | lexicon.among_fillers or words[at] in lexicon.all_of
            yield CohortMention(start=at, end=end, noun=noun, size=size, scope=scope, whole=whole)


def _is_selected(end: int, context: Context) -> bool:
    """`10 kota paling toleran`, `lima daerah dengan IPM tertinggi`: the best of more."""
    first = bisect_left(context.shapes, end, key=lambda shape: shape.start)
    for shape in context.shapes[first : first + 1]:
        between = context.words[end : shape.start]
        superlative = not shape.placed and abs(shape.position) == 1
        direct = not between or (between[0] == "dengan" and len(between) <= _SELECTED_REACH)
        return superlative and direct
    return False


def _class_at(begin: int, end: int, context: Context) -> str:
    stop = begin
    while stop < end and not context.lexicon.ends_class(context.words[stop]):
        word = context.words[stop]
        verb = word.startswith(("di", "me", "ber")) and len(word) > _VERB
        if verb or stop in context.grades or stop in context.regions or _in_rank(stop, context):
            break  # "masuk kelompok lima besar"
        if not word.strip() or word[0].isdigit():
            break  # a new line; "kelompok 40 persen terbawah"
        if stop > begin and (stop in context.indexed or _YEAR.fullmatch(word)):
            break  # "kategori nagari SPBE 2022"
        stop += 1
    graded = any(at in context.grades for at in range(begin - 1, stop + 1))
    return "" if graded else " ".join(context.words[begin:stop])
