"""What the words around a rank say of it: hoped for or held, among whom, in which class."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.lexicon.ranks import RankWords
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.ranks.shapes import Shape

_ENDS = frozenset({".", ";", "!", "?"})
_QUOTES = frozenset("\"'‘’“”")


@dataclass(frozen=True)
class Context:
    """The lower-case words of an article, its regions by first token, and its sentence starts."""

    words: list[str]
    regions: dict[int, RegionMention]
    starts: list[int]
    ends: list[int]
    lexicon: RankWords


def make_context(doc: Doc, lexicon: RankWords) -> Context:
    """Return what `doc` says around its ranks."""
    starts, ends, begin = [0] * len(doc), [len(doc)] * len(doc), 0
    for token in doc:
        if token.is_sent_start:
            begin = token.i
        starts[token.i] = begin
    for at in range(len(doc) - 2, -1, -1):
        ends[at] = at + 1 if starts[at + 1] == at + 1 else ends[at + 1]
    regions = {region.start: region for region in spans.read(doc, RegionMention)}
    return Context([token.lower_ for token in doc], regions, starts, ends, lexicon)


def is_held(shape: Shape, context: Context) -> bool:
    """Whether the place is held, not hoped for or denied: not `ingin masuk tiga besar`."""
    lexicon, begin = context.lexicon, context.starts[shape.start]
    reset = False
    farthest = max(begin, shape.start - lexicon.hope_reach)
    for steps, at in enumerate(range(shape.start - 1, farthest - 1, -1), start=1):
        word = context.words[at]
        reset = reset or word in lexicon.hope_reset
        if word in lexicon.negations and steps <= lexicon.negation_reach and not reset:
            return False
        if word in lexicon.hopes and not reset:
            return False
    return not _grades(shape, context)


def _grades(shape: Shape, context: Context) -> bool:
    """Whether it tells of a grade or of growth: `predikat tertinggi`, `tumbuh paling tinggi`."""
    begin = context.starts[shape.start]
    back = [w for w in context.words[max(begin, shape.start - 3) : shape.start] if w not in _QUOTES]
    if back and back[-1] in context.lexicon.grade_nouns:
        return True
    far = context.words[max(begin, shape.start - 25) : shape.start]
    if shape.relation == "" and any(word in context.lexicon.growth_nouns for word in far):
        return True
    near = far[-6:]
    grown = [at for at, word in enumerate(near) if word in context.lexicon.growth]
    return bool(grown) and not any(w in context.lexicon.levels for w in near[grown[-1] :])


def scope_of(shape: Shape, context: Context) -> str:
    """Return the scope said near the rank: `national`, `world`, a region code, words, or "".

    `peringkat ke-4 nasional`, `tertinggi di Provinsi Jambi`, `tertinggi se-Kalimantan`.
    """
    after = _scope_in(range(shape.end, _clause_end(shape, context)), context)
    return after or _scope_in(
        range(max(context.starts[shape.start], shape.start - 3), shape.start), context
    )


def _scope_in(tokens: range, context: Context) -> str:
    lexicon = context.lexicon
    for at in tokens:
        word = context.words[at]
        for name in ("national", "world"):
            if word in lexicon.scopes[name]:
                return name
        previous = context.words[at - 1] if at else ""
        if previous == "-" and at > 1:  # se - Jateng, where the tokens fall apart
            previous = context.words[at - 2]
        located = previous in lexicon.locatives or word.startswith("se-")
        if located and word.removeprefix("se-") in lexicon.country:
            return "national"
        if region := context.regions.get(at):
            if (located or region.cue == "scope") and region.level == "province":
                return region.code
        elif located or previous in lexicon.areas:
            bare = word.removeprefix("se-")
            if bare in lexicon.islands:
                return bare.title()
    return ""


def out_of(shape: Shape, context: Context) -> int:
    """Return among how many: `dari total 191 kabupaten/kota`, `dari 38 provinsi`; 0 when unsaid."""
    begin = max(context.starts[shape.start], shape.start - 40)
    after = range(shape.end, _clause_end(shape, context, reach=24))
    counted = _among(after, context) or _among(range(begin, shape.start), context)
    return counted[0] if counted else 0


def _among(tokens: range, context: Context) -> tuple[int, str] | None:
    """Return how many of whom: `dari 98 pemkot` is 98 and `pemkot`."""
    words, lexicon = context.words, context.lexicon
    for at in tokens:
        if words[at] not in lexicon.among:
            continue
        number = at + 1
        while number < tokens.stop and words[number] in lexicon.among_fillers:
            number += 1
        if number + 1 >= len(words) or words[number + 1] not in lexicon.members:
            continue
        digits = words[number].replace(".", "")
        if digits.isdecimal() and len(digits) < 6:
            return int(digits), words[number + 1]
        if words[number] in lexicon.cardinals:
            return lexicon.cardinals[words[number]], words[number + 1]
    return None


def category_of(shape: Shape, context: Context) -> str:
    """Return the class that is ranked, "" when unsaid.

    `untuk kategori pemerintah kota` is `pemerintah kota`, `dari 98 pemkot` too.
    """
    end = _clause_end(shape, context)
    begin = max(context.starts[shape.start], shape.start - 12)
    for tokens in (range(shape.end, end), range(begin, shape.start)):
        for at in tokens:
            if context.words[at] in context.lexicon.category_heads:
                return _class_at(at + 1, min(tokens.stop, at + 7), context)
    counted = _among(range(shape.end, end), context) or _among(range(begin, shape.start), context)
    return context.lexicon.member_categories.get(counted[1], "") if counted else ""


def _class_at(begin: int, end: int, context: Context) -> str:
    stop = begin
    while stop < end and context.words[stop] not in context.lexicon.category_stops:
        stop += 1
    return " ".join(context.words[begin:stop])


def _clause_end(shape: Shape, context: Context, reach: int = 14) -> int:
    stop = min(context.ends[shape.start], shape.end + reach)
    for at in range(shape.end, stop):
        if context.words[at] in _ENDS:
            return at
    return stop
