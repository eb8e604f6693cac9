"""Whether a value or grade is told as a fact: not forecast, hoped for, denied or explained."""

from extractor.lexicon.indices import catalogue
from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Settled
from extractor.links.factuality.columns import is_in_untold_column
from extractor.links.places.ranked import CLASSES, PAIR
from extractor.links.slots.placement import count_between
from extractor.links.subjects.subject_mention import COUNTRY
from extractor.links.view import View
from extractor.mentions.asserted import is_asserted
from extractor.mentions.kinds import PredicateMention
from extractor.structure.article_index import after, before

_ABROAD_LINES, _ABROAD_REACH = 3, 8
_SCALE_REACH = 8
_UNREAL_REACH = 16
_SCALE_GRADES = 3
_GOOD_REACH = 4


def is_fact(settled: Settled, view: View) -> bool:
    """Whether nothing around it says that it is hoped for, told of something else, or abroad."""
    anchor = settled.anchor
    if _is_abroad(settled, view) or _is_related_news(settled, view):
        return False
    if anchor.kind == "place":
        entry = catalogue().get(settled.value("index"))
        unranked = entry is not None and entry.unranked
        if unranked or _is_nation_among_regions(settled):
            return False
        return not _is_place_of_something_else(settled, view)
    if anchor.grade is not None and not is_given(anchor.grade, view):
        return False  # "belum meraih", "ingin meraih"
    if _is_value_of_something_else(settled) or _is_bare_place(settled, view):
        return False
    if is_in_untold_column(anchor, view):
        return False
    return is_told(settled, view)


def is_told(settled: Settled, view: View) -> bool:
    """Whether a value is one that was measured, and not a part that it contributes.

    Not `memprediksi inflasi September sebesar 0,01 persen`, `potensi deflasi 0,04 persen`, and not
    `penyumbang inflasi adalah kelompok makanan 2,28 persen`.
    """
    anchor, index = settled.anchor, view.index
    if anchor.number is None:
        return True
    begin = max(_governed(anchor.start, view), anchor.start - _UNREAL_REACH)
    ahead = index.lower[begin : anchor.start]
    if is_awaited(anchor.start, view) or _is_of_a_part(settled, view):
        return False
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


def _governed(at: int, view: View) -> int:
    """Return the token from which on words rule the value at `at`.

    A clause that has neither an index nor a period of its own goes on with the one before it:
    `diproyeksikan inflasi 2,6 persen (mtm), sedangkan secara tahunan 3,3 persen`.
    """
    begin = view.index.clause[at]
    told = (count_between(items, begin - 1, at) for items in (view.indices, view.periods))
    if any(told):
        return begin
    return view.index.sentence[at]


def _is_of_a_part(settled: Settled, view: View) -> bool:
    """Whether words beside the index say that a part of it is meant that nobody knows.

    `Inflasi harga pangan Rimba mencapai 9 persen`, where no aspect was read; `cabai rawit deflasi
    0,07 persen`, of one good.
    """
    span = settled.decisions["index"].best.span if "index" in settled.decisions else None
    if span is None or settled.value("aspect"):
        return False
    behind = view.index.lower[span[1] : span[1] + 1]
    return bool(view.lexicon.components.intersection(behind)) or _is_of_a_good(span[0], view)


def _is_of_a_good(at: int, view: View) -> bool:
    """Whether the index at token `at` is told of what is named right before it, a good."""
    words, lexicon = view.index.lower, view.lexicon
    for here in range(at - 1, max(view.index.sentence[at], at - _GOOD_REACH) - 1, -1):
        if words[here] in lexicon.commodities:
            return not after(view.named, here, at, 1)
        if not words[here].replace("-", "").isalpha() or words[here] in lexicon.movers:
            return False
    return False


def is_awaited(at: int, view: View) -> bool:
    """Whether the value at token `at` is a condition or a need: `jika IPM mencapai 80`.

    Also `harus mencapai 80`, `akan naik menjadi 80`.
    """
    words, lower = rank_words(), view.index.lower
    reach = range(max(view.index.clause[at], at - _UNREAL_REACH), at)
    return any(words.is_due(lower, here) or words.supposes(lower, here) for here in reach)


def _is_abroad(settled: Settled, view: View) -> bool:
    """Whether the place named last is abroad, where no word of the sentence says whose it is.

    `Bank sentral Jepang rapat kemarin. Inflasi mencapai 2,8 persen.`: not that of Indonesia.
    """
    index, at = view.index, settled.anchor.start
    decision = settled.decisions.get("subject")
    if decision is None or index.frame[at] >= 0:
        return False
    span, begin, end = decision.best.span, index.sentence[at], index.sentence_end(at)
    if span is not None and begin <= span[0] < end:
        return False
    here = [s.kind == "foreign" for s in after(view.subjects, begin, end)]
    line = max(0, index.line[at] - _ABROAD_LINES)
    abroad = before(view.abroad, at, 0, 1)
    ours = (s for s in before(view.named, at, 0, _ABROAD_REACH) if s.level or s.key == "ID")
    last = next((s.start for s in ours), -1)
    told = bool(abroad) and index.line[abroad[0].start] >= line and abroad[0].start > last
    return (bool(here) and all(here)) or told


def _is_related_news(settled: Settled, view: View) -> bool:
    """Whether it stands in a line of related news or an advert that does not name the index.

    Such a line counts for what it says itself: `Baca juga: Kota Rimba Paling Siap`.
    """
    furniture = view.index.furniture
    own = furniture[settled.anchor.start]
    decision = settled.decisions.get("index")
    if own < 0 or decision is None:
        return False
    return decision.best.span is None or furniture[decision.best.span[0]] != own


def _is_nation_among_regions(settled: Settled) -> bool:
    """Whether the country would have a place among its own regions: `di tingkat nasional ke-24`."""
    if [subject.key for subject in settled.subjects] != [COUNTRY.key]:
        return False
    scope, ranked = settled.value("scope"), settled.value("category")
    return scope == "national" or scope[:1].isdigit() or ranked in (*CLASSES.values(), PAIR)


def _is_place_of_something_else(settled: Settled, view: View) -> bool:
    """Whether a place on an index that another sentence names is one in something else.

    `Rimba menempati peringkat pertama produksi padi`, where SPBE was the talk before. What the
    items of a list have places in, the heading right above it says: `UMK tertinggi 2024:`.
    """
    index, at = view.index, settled.anchor.start
    begin, end = index.sentence[at], index.sentence_end(at)
    if headings := index.headings(at):
        begin, end = index.bounds[headings[0]]
    decision = settled.decisions.get("index")
    if decision is None or after(view.indices, begin, end, 1):
        return False
    return any(rank_words().is_other(index.lower, here) for here in range(begin, end))


def _is_value_of_something_else(settled: Settled) -> bool:
    """Whether a value is off the scale of an index that another sentence names.

    `Panjang jembatan 71,55`, where SPBE was the talk before: a length. Said with the index
    itself, it is a score with a finding that it does not fit. But a minus before what has no
    values below zero tells a change: `MCP Rimba 88,5 (minus 2,7 dari 2022)`; and so does what
    nobody has ever had: `IPM Rimba 0,9 persen`.
    """
    number, index = settled.anchor.number, settled.value("index")
    scale = catalogue().scale(index) if index else None
    if number is None or scale is None:
        return False
    if number.value < 0 and scale.min is not None and scale.min >= 0:
        return True
    if settled.value("aspect"):
        return False
    if not scale.is_usual(number.value):
        return True
    if not settled.decisions["index"].best.source.startswith("line"):
        return False
    return scale.min is not None and scale.max is not None and not scale.has(number.value)


def _is_bare_place(settled: Settled, view: View) -> bool:
    """Whether a value is rather a place: `SPBE Rimba turun ke 15`, where SPBE ends at 5."""
    number, at = settled.anchor.number, settled.anchor.start
    if number is None or number.value != number.value.to_integral_value() or not at:
        return False
    scale = catalogue().scale(settled.value("index"))
    above = scale is not None and scale.max is not None and number.value > scale.max
    return above and view.index.lower[at - 1] == "ke"


def is_given(predicate: PredicateMention, view: View) -> bool:
    """Whether somebody has the grade: not `bidik predikat A`, not `Baik untuk nilai 2,6-3,5`."""
    if predicate.cue in ("scale", "none") or _is_explained(predicate, view):
        return False
    words, targets = rank_words(), number_words().target
    lower = view.index.lower
    begin = view.index.sentence[predicate.start]
    return is_asserted(lower, begin, predicate.start, words, targets=targets)


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
