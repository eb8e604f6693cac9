"""Which index a value, grade or rank belongs to: passes in order of precision."""

from collections.abc import Callable, Sequence

from extractor.lexicon.indices import catalogue
from extractor.links.claims import Claim
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import AspectMention, IndexMention

_MISFIT_REACH = 6

Pass = Callable[[Claim, View, Topics], bool]


def link_indices(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Settle `indices` and `aspect` of each claim; what no pass settles stays open."""
    for name, test in _PASSES:
        for claim in claims:
            if not claim.indices:
                known = len(claim.spans)
                test(claim, view, topics)
                if name not in _BESIDE and _is_rate(claim) and not _in_percent(claim):
                    claim.indices = ()
                if claim.indices and "index" not in claim.passes:
                    claim.note("index", name, tuple(claim.spans[known:]))


def _is_rate(claim: Claim) -> bool:
    """Whether it is a percentage, which far from any index may well be of something else."""
    return claim.number is not None and claim.number.unit in ("persen", "%")


def _in_percent(claim: Claim) -> bool:
    """Whether the index linked is told in percent, as inflation is."""
    return bool(claim.indices) and _is_told_in_percent(claim.indices[0])


def _is_told_in_percent(index: str) -> bool:
    scale = catalogue().scale(index)
    return scale is not None and scale.unit in ("persen", "%")


def fits(claim: Claim, index: str) -> bool:
    """Whether the scale of `index` admits the value or the grade of `claim`."""
    if claim.predicate is not None:
        candidates = claim.predicate.indices.split()
        return not candidates or index in candidates
    scale = catalogue().scale(index)
    if claim.number is None or scale is None:
        return True
    low, high, value = scale.min, scale.max, claim.number.value
    inside = (low is None or value >= low) and (high is None or value <= high)
    return inside and not scale.grades_only


def _parallel(claim: Claim, view: View, topics: Topics) -> bool:
    """`IPM dan IPG masing-masing 72,1 dan 90,3`: indices and values aligned by position."""
    if claim.number is None:
        return False
    values = view.value_runs[claim.start]
    if len(values) < 2:
        return False
    for index in view.before(view.indices, values[0].start, view.sentence[claim.start]):
        run = view.index_runs[index.start]
        if len(run) == len(values) and view.any(
            view.lexicon.parallel, run[-1].end, values[0].start
        ):
            return _take(claim, run[values.index(claim.number)])
    return False


def _aspect(claim: Claim, view: View, topics: Topics) -> bool:
    """`dimensi baseline memperoleh 3,60`: the nearest name before the value is that of a pillar."""
    if claim.number is None and (claim.rank is None or not claim.rank.placed):
        return False
    begin = view.sentence[claim.start]
    aspects = view.before(view.aspects, claim.start, begin)
    named = view.before(view.indices, claim.start, begin)
    if not aspects:
        return _aspect_list(claim, view, topics)
    if named and named[0].start > aspects[0].start:
        return False
    aspect = aspects[0]
    others = view.before(view.free_slots, claim.start, aspect.end)
    if any(slot.kind != "group" for slot in others):
        return False
    return _take_aspect(claim, aspect, view, topics)


def _take_aspect(claim: Claim, aspect: AspectMention, view: View, topics: Topics) -> bool:
    earlier = [index.id for index in view.before(view.indices, aspect.start, 0)]
    for index in (aspect.index, topics.index, *earlier[:1]):
        if index and fits(claim, index):
            run = _sharing(claim, aspect, view)
            claim.indices, claim.aspects = (index,), tuple(one.name for one in run)
            claim.settle("index", "aspect", *run)
            return True
    return False


def _aspect_list(claim: Claim, view: View, topics: Topics) -> bool:
    """`Tiga dimensinya A, B, dan C. Skornya masing-masing 72,3, 73,7, dan 75,4`: by position."""
    values = view.value_runs.get(claim.start, [])
    begin = view.sentence[claim.start]
    if len(values) < 2 or not view.any(view.lexicon.parallel, begin, values[0].start):
        return False
    if claim.number is None or view.before(view.indices, claim.start, begin):
        return False
    for aspect in view.before(view.aspects, begin, view.paragraph_start(claim.start))[:1]:
        run = view.aspect_runs[aspect.start]
        if len(run) == len(values):
            return _take_aspect(claim, run[values.index(claim.number)], view, topics)
    return False


def _sharing(claim: Claim, aspect: AspectMention, view: View) -> list[AspectMention]:
    """Return whose value it is: `pilar A dan B sama-sama 3,33` of both, aligned ones of one."""
    run = view.aspect_runs[aspect.start]
    values = view.value_runs.get(claim.start, [])
    if run[-1].end > claim.start or run[-1].end <= view.sentence[claim.start]:
        return [aspect]
    if len(run) > 1 and len(run) == len(values) and claim.number is not None:
        return [run[values.index(claim.number)]]
    shared = view.any(view.lexicon.shared, run[-1].end, claim.start)
    return run if shared else [aspect]


def _near(claim: Claim, view: View, topics: Topics) -> bool:
    """`indeks SPBE 4,32`: the nearest index before it in the sentence whose scale fits."""
    begin = view.sentence[claim.start]
    return _first_fit(claim, view.before(view.indices, claim.start, begin))


def _behind(claim: Claim, view: View, topics: Topics) -> bool:
    """`peringkat ke-13 nasional untuk indeks Smart City`: an index right behind in the sentence."""
    end = view.sentence_end(claim.start)
    for index in view.after(view.indices, claim.end, min(end, claim.end + 9)):
        near = index.start - claim.end <= 2
        led = view.words[index.start - 1] in view.lexicon.index_after
        if (near or led) and fits(claim, index.id):
            return _take(claim, index)
    return False


def _sentence(claim: Claim, view: View, topics: Topics) -> bool:
    """`Peringkat 1 sampai 10 IDM`: for ranks and grades, any index of the sentence that fits."""
    if claim.number is not None:
        return False
    return _first_fit(claim, view.after(view.indices, claim.end, view.sentence_end(claim.start)))


def _own_grade(claim: Claim, view: View, topics: Topics) -> bool:
    """`opini WTP`: the grade belongs to one index only."""
    if claim.predicate is None or len(claim.predicate.indices.split()) != 1:
        return False
    claim.indices = (claim.predicate.indices,)
    return True


def _paragraph(claim: Claim, view: View, topics: Topics) -> bool:
    """The nearest index before it in the paragraph whose scale fits."""
    return _first_fit(
        claim, view.before(view.indices, claim.start, view.paragraph_start(claim.start))
    )


def _further(claim: Claim, view: View, topics: Topics) -> bool:
    """`Nilainya hanya 59,2. Makin mendekati 100 nilai SPI, …`: an index later in the paragraph."""
    if claim.number is None:
        return False
    line = view.paragraph[claim.start]
    later = view.after(view.indices, claim.end, len(view.words))[:1]
    return _first_fit(claim, [index for index in later if view.paragraph[index.start] == line])


def _topic(claim: Claim, view: View, topics: Topics) -> bool:
    """The article's topic index, if its scale fits."""
    if not topics.index or not fits(claim, topics.index):
        return False
    claim.indices = (topics.index,)
    return True


def _recent(claim: Claim, view: View, topics: Topics) -> bool:
    """The nearest index named before it in the article whose scale fits."""
    return _first_fit(claim, view.before(view.indices, claim.start, 0))


def _misfit(claim: Claim, view: View, topics: Topics) -> bool:
    """`Indeks SPBE Kota Jambi 43,2`: the index right before, though its scale does not admit it.

    The value is off the scale then, which the checks tell.
    """
    if claim.number is None:
        return False
    for index in view.before(view.indices, claim.start, view.sentence[claim.start])[:1]:
        clear = not view.any(view.lexicon.clause_marks, index.end, claim.start)
        if clear and claim.start - index.end <= _MISFIT_REACH and not _is_rate(claim):
            scale = catalogue().scale(index.id)
            return scale is not None and not scale.grades_only and _take(claim, index)
    return False


def _first_fit(claim: Claim, indices: Sequence[IndexMention]) -> bool:
    """Take the first index that fits; a percentage is of one that is told in percent, if any is."""
    told = [i for i in indices if _is_told_in_percent(i.id)] if _is_rate(claim) else []
    for index in told or indices:
        if fits(claim, index.id):
            return _take(claim, index)
    return False


def _take(claim: Claim, index: IndexMention) -> bool:
    claim.indices = (index.id,)
    claim.spans.append((index.start, index.end))
    return True


_BESIDE = frozenset({"parallel", "near", "behind"})
_PASSES: tuple[tuple[str, Pass], ...] = (
    ("parallel", _parallel),
    ("aspect", _aspect),
    ("near", _near),
    ("behind", _behind),
    ("sentence", _sentence),
    ("own-grade", _own_grade),
    ("paragraph", _paragraph),
    ("further", _further),
    ("topic", _topic),
    ("recent", _recent),
    ("misfit", _misfit),
)
