"""Whether a grade is given at all: not hoped for, denied, or explained with its scale."""

from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention
from extractor.structure.article_index import after, before

_SCALE_REACH = 8
_SCALE_GRADES = 3


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
