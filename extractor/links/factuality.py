"""Whether a value or grade is told as a fact: not forecast, hoped for, denied or explained."""

from extractor.lexicon.indices import catalogue
from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Settled
from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention
from extractor.structure.article_index import after, before

_SCALE_REACH = 8
_UNREAL_REACH = 16
_SCALE_GRADES = 3


def is_told(settled: Settled, view: View) -> bool:
    """Whether a value is one that was measured, and not a part that it contributes.

    Not `memprediksi inflasi September sebesar 0,01 persen`, `potensi deflasi 0,04 persen`, and not
    `penyumbang inflasi adalah kelompok makanan 2,28 persen`.
    """
    anchor, index = settled.anchor, view.index
    if anchor.number is None:
        return True
    begin = max(index.clause[anchor.start], anchor.start - _UNREAL_REACH)
    ahead = index.lower[begin : anchor.start]
    scale = catalogue().scale(settled.value("index"))
    if scale is not None and scale.unit is not None:  # scores of evaluations are given, not awaited
        unreal = view.lexicon.unreal | number_words().forecast
        if any(word in unreal for word in ahead):
            return False
    first = index.sentence[anchor.start]
    shared = view.lexicon.sharers | number_words().contribution
    named = before(view.aspects, anchor.start, first, 1)
    if named and settled.value("aspect"):
        lead = index.lower[max(first, named[0].start - _UNREAL_REACH) : named[0].start]
        own = before(view.indices, anchor.start, named[0].end, 1)
        return bool(own) or not any(word in shared for word in lead)
    return True


def is_given(predicate: PredicateMention, view: View) -> bool:
    """Whether somebody has the grade: not `bidik predikat A`, not `Baik untuk nilai 2,6-3,5`."""
    if predicate.cue in ("scale", "none") or _is_explained(predicate, view):
        return False
    words, targets = rank_words(), number_words().target
    lower = view.index.lower
    begin = max(view.index.sentence[predicate.start], predicate.start - words.hope_reach)
    for at in range(predicate.start - 1, begin - 1, -1):
        if words.resets(lower, at):
            # `belum meraih predikat Nindya`: the verb ends a hope, but not a negation before it.
            return at == begin or lower[at - 1] not in words.negations
        if lower[at] in words.hopes or lower[at] in targets:
            return False
        near = predicate.start - at <= words.negation_reach
        if near and lower[at] in words.negations:
            return False
    return True


def _is_explained(predicate: PredicateMention, view: View) -> bool:
    """`predikat Sangat Baik bagi nilai di rentang 3,5 hingga 4,2`: the scale beside it."""
    index, start, end = view.index, predicate.start, predicate.end
    first, last = index.sentence[start], index.sentence_end(start)
    behind = after(view.numbers, end, min(last, end + _SCALE_REACH), 1)
    ahead = before(view.numbers, start, max(first, start - _SCALE_REACH), 1)
    for number in [*behind, *ahead]:
        left, right = sorted(((number.start, number.end), (start, end)))
        if number.role == "scale" and not after(view.named, left[1], right[0]):
            return True
    return _is_scale_told(first, last, view)


def _is_scale_told(begin: int, end: int, view: View) -> bool:
    """`Skor 60 sampai 70 kategori sedang, di atas 80 sangat tinggi`: grades, bounds and nobody."""
    grades = len(after(view.grades, begin, end))
    if grades < 2 or after(view.subjects, begin, end):
        return False
    if grades >= _SCALE_GRADES:
        return True  # "urutan penghargaan dari KLA, Utama, Nindya, Madya, hingga Pratama"
    numbers = after(view.numbers, begin, end)
    return any(number.role == "scale" or number.comparison != "eq" for number in numbers)
