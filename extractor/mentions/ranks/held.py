"""Whether a place is held: not hoped for, denied, one of several, a grade or a growth."""

from extractor.mentions.asserted import is_asserted
from extractor.mentions.ranks.context import CLAUSE_ENDS, Context
from extractor.mentions.ranks.ordinary import is_ordinary
from extractor.mentions.ranks.shape import Shape

_QUOTES = frozenset("\"'‘’“”")
_GROWTH_REACH = 25
_ONE_OF_REACH = 6
_CHAIN_REACH = 60
_DISTANCE_REACH = 8
_OF_WHAT_REACH = 10
_BRACKETS = frozenset("()")
_SPAN = 4  # tokens: "hingga yang paling tinggi"
_PUT = 4  # tokens before the first end: "urut mulai dari yang"
_LINKS = frozenset({"next", "below", "above"})
_OF_AN_END = frozenset({"yang", "paling"})


def is_held(shape: Shape, context: Context) -> bool:
    """Whether the place is held, not hoped for or denied: not `ingin masuk tiga besar`."""
    if _is_one_of(shape, context) or _is_distance(shape, context) or is_ordinary(shape, context):
        return False
    if _says_of_what(shape, context):
        return False
    if _goes_on_with_growth(shape, context):
        return False
    begin = context.starts[shape.start]
    return not _grades(shape, context) and is_asserted(
        context.words, begin, shape.start, context.lexicon, spared=context.named
    )


def _is_distance(shape: Shape, context: Context) -> bool:
    """`jarak antara daerah paling atas dan paling bawah`: of any two, not of one."""
    if shape.relation:
        return False
    ends = shape.position in (1, -1)
    distances = context.lexicon.distances if ends else context.lexicon.between
    if ends and _is_whole_order(shape, context):
        return True
    begin = max(context.starts[shape.start], shape.start - _DISTANCE_REACH)
    for at in range(shape.start - 1, begin - 1, -1):
        if context.words[at] == ",":
            return False
        if context.words[at] in distances:
            return True
    return False


def _is_whole_order(shape: Shape, context: Context) -> bool:
    """`TPT Rimba dari yang terendah hingga paling tinggi`: from one end to the other.

    What is put in this order begins with the first: `urut dari yang tertinggi ke yang terendah`.
    """
    lexicon, words = context.lexicon, context.words
    extremes = lexicon.best | lexicon.worst | lexicon.most_best | lexicon.most_worst
    begin = context.starts[shape.start]
    behind = [w for w in words[shape.end : shape.end + _SPAN] if w not in _OF_AN_END]
    ahead = [w for w in words[max(begin, shape.start - _SPAN) : shape.start] if w not in _OF_AN_END]
    to = len(behind) > 1 and behind[0] in lexicon.spanned and behind[1] in extremes
    since = len(ahead) > 1 and ahead[-1] in lexicon.spanned and ahead[-2] in extremes
    put = set(words[max(begin, shape.start - _PUT - _SPAN * since) : shape.start])
    if put & lexicon.moves:
        return False  # "melonjak dari yang terendah ke yang tertinggi"
    return since or (to and put.isdisjoint(lexicon.ordering))


def _is_one_of(shape: Shape, context: Context) -> bool:
    """`salah satu kota dengan nilai tertinggi`: one of several, which tells no place.

    Nor does `angka tertinggi lainnya`, of those beside the ones told before.
    """
    if shape.placed:
        return False
    if _is_of_the_rest(shape, context):
        return True
    begin = max(context.starts[shape.start], shape.start - _ONE_OF_REACH)
    back = " ".join(context.words[begin : shape.start])
    return any(phrase in back for phrase in context.lexicon.one_of)


def _is_of_the_rest(shape: Shape, context: Context) -> bool:
    """`angka tertinggi lainnya`, `kabupaten lain yang angkanya tertinggi`."""
    words, rest = context.words, context.lexicon.rest
    if words[shape.end : shape.end + 1] and words[shape.end] in rest:
        return True
    begin = max(context.starts[shape.start], shape.start - _ONE_OF_REACH)
    return any(
        words[at] in rest and words[at + 1] == "yang" for at in range(begin, shape.start - 1)
    )


def _says_of_what(shape: Shape, context: Context) -> bool:
    """`gagal masuk sepuluh besar angka melek huruf paling tinggi`: it ranks nobody once more."""
    if shape.placed or shape.relation or shape.position != 1:
        return False
    last = next(context.before(shape), None)
    if last is None or not last.position_end or shape.start - last.end > _OF_WHAT_REACH:
        return False
    between = context.words[last.end : shape.start]
    joined = all(word.isalpha() or word in _BRACKETS for word in between)
    named = any(at in context.regions for at in range(last.end, shape.start))
    return bool(between) and joined and not named and CLAUSE_ENDS.isdisjoint(between)


def _grades(shape: Shape, context: Context) -> bool:
    """Whether it tells of a grade or of growth: `predikat tertinggi`, `tumbuh paling tinggi`.

    A numbered place tells neither: `naik dari peringkat 17 ke peringkat 5`.
    """
    begin = context.starts[shape.start]
    back = [w for w in context.words[max(begin, shape.start - 3) : shape.start] if w not in _QUOTES]
    if back and back[-1] in context.lexicon.grade_nouns:
        return True
    if shape.placed:
        return False
    far = _clause_before(shape.start, context)
    if shape.relation in ("", "group", "opening") and _grown(shape.start, context):
        return True
    if not context.grown.isdisjoint(range(shape.start - len(far), shape.start)):
        return False  # "ekonomi Bitung tumbuh 5,1 persen, tertinggi": the growth is the index
    near = far[-6:]
    grown = [at for at, word in enumerate(near) if word in context.lexicon.growth]
    return bool(grown) and not any(w in context.lexicon.levels for w in near[grown[-1] :])


def _goes_on_with_growth(shape: Shape, context: Context) -> bool:
    """`Yang naik paling tinggi Rimba (1,3 poin), disusul Awan`: a chain of changes, not places."""
    if not shape.relation:
        return False
    earlier = (s for s in context.before(shape) if s.relation not in _LINKS)
    opened = next(earlier, None)
    if opened is not None:
        return not opened.placed and _grades(opened, context)
    begin = max(context.starts[shape.start], shape.start - _CHAIN_REACH)
    extents = (n for n in range(begin, shape.start) if context.words[n] in context.lexicon.extents)
    return any(_grown(at, context) for at in extents)


def _grown(at: int, context: Context) -> bool:
    """`pertumbuhan kasus paling tinggi`; not `pertumbuhan ekonomi tertinggi`, an index.

    Also `kota yang turunnya paling dalam`.
    """
    begin = at - len(_clause_before(at, context))
    words, lexicon = context.words, context.lexicon
    for here in (n for n in range(begin, at) if n not in context.indexed):
        stem = words[here].removesuffix("nya")
        if stem in lexicon.growth_nouns or (stem != words[here] and stem in lexicon.growth):
            return True
    return False


def _clause_before(at: int, context: Context) -> list[str]:
    """Return the words before token `at`, back to the last mark that ends a clause."""
    begin = max(context.starts[at], at - _GROWTH_REACH)
    for earlier in range(at - 1, begin - 1, -1):
        if context.words[earlier] in CLAUSE_ENDS:
            return context.words[earlier + 1 : at]
    return context.words[begin:at]
