"""Whether a grade is given at all: not hoped for, denied, or explained with its scale."""

from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention

_SCALE_REACH = 8
_SCALE_GRADES = 3


def is_given(predicate: PredicateMention, view: View) -> bool:
    """Whether somebody has the grade: not `bidik predikat A`, not `Baik untuk nilai 2,6-3,5`."""
    if predicate.cue in ("scale", "none") or _is_explained(predicate, view):
        return False
    words, targets = rank_words(), number_words().target
    begin = max(view.sentence[predicate.start], predicate.start - words.hope_reach)
    if _is_nobodys(begin, predicate.start, view):
        return False
    for at in range(predicate.start - 1, begin - 1, -1):
        if words.resets(view.words, at):
            # `belum meraih predikat Nindya`: the verb ends a hope, but not a negation before it.
            return at == begin or view.words[at - 1] not in words.negations
        if _is_purpose(at, view):
            return False
        if view.words[at] in words.hopes or view.words[at] in targets:
            return False
        near = predicate.start - at <= words.negation_reach
        if near and view.words[at] in words.negations:
            return False
    return True


def _is_purpose(at: int, view: View) -> bool:
    """`masih kekurangan 2,3 poin untuk masuk zona hijau`; not `berhasil untuk meraih`."""
    words = rank_words()
    verb = view.words[at] in words.holding and at > 1
    return verb and view.words[at - 1] in words.aims and view.words[at - 2] != "berhasil"


def _is_nobodys(begin: int, at: int, view: View) -> bool:
    """`tidak ada lagi provinsi dengan status IPM kategori rendah`."""
    words = rank_words()
    clause = [b for b in range(begin, at) if view.words[b] in view.lexicon.clause_marks]
    first = clause[-1] + 1 if clause else begin
    return any(
        view.words[here] in words.negations and view.words[here + 1] in words.nobody
        for here in range(first, at - 1)
    )


def _is_explained(predicate: PredicateMention, view: View) -> bool:
    """`predikat Sangat Baik bagi nilai di rentang 3,5 hingga 4,2`: the scale beside it."""
    begin, end = view.sentence[predicate.start], view.sentence_end(predicate.start)
    behind = view.after(view.numbers, predicate.end, min(end, predicate.end + _SCALE_REACH))[:1]
    ahead = view.before(view.numbers, predicate.start, max(begin, predicate.start - _SCALE_REACH))
    for number in [*behind, *ahead[:1]]:
        left, right = sorted(((number.start, number.end), (predicate.start, predicate.end)))
        clear = not view.after(view.free_slots, left[1], right[0])
        if number.role == "scale" and clear:
            return True
    return _is_scale_told(begin, end, view)


def _is_scale_told(begin: int, end: int, view: View) -> bool:
    """`Skor 60 sampai 70 kategori sedang, di atas 80 sangat tinggi`: grades, bounds and nobody."""
    grades = len(view.after(view.predicates, begin, end))
    if grades < 2 or view.after(view.slots, begin, end):
        return False
    if grades >= _SCALE_GRADES:
        return True  # "urutan penghargaan dari KLA, Utama, Nindya, Madya, hingga Pratama"
    numbers = view.after(view.numbers, begin, end)
    return any(number.role == "scale" or number.comparison != "eq" for number in numbers)
