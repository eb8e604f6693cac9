"""What the words around a rank say of it: hoped for or held, among whom, in which class."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.lexicon.ranks import RankWords
from extractor.mentions import spans
from extractor.mentions.kinds import PredicateMention, RegionMention
from extractor.mentions.ranks.shapes import Shape

OWN = "provinsi"
"""The scope of `tingkat provinsi`: that of whoever is ranked."""

_ENDS = frozenset({".", ";", "!", "?"})
_CLOSES = frozenset(".,;)")
_QUOTES = frozenset("\"'‘’“”")
_CLAUSE_ENDS = frozenset({";", "sedangkan", "sementara", "adapun", "namun", "tetapi"})
_PAIRS = frozenset({"/", "dan"})
_GROWTH_REACH = 25
_TWIN_REACH = 3
_FRAME_REACH = 9
_NEAR = 60
_DISTANCE_REACH = 8
_VERB = 5
_ONE_OF_REACH = 6


@dataclass(frozen=True)
class Context:
    """What an article says around its ranks: words, regions, grades and ranks by first token.

    `starts` and `ends` are the bounds of the sentence that each token lies in.
    """

    texts: list[str]
    words: list[str]
    regions: dict[int, RegionMention]
    grades: frozenset[int]
    shapes: list[Shape]
    starts: list[int]
    ends: list[int]
    lexicon: RankWords

    def clause_after(self, shape: Shape, reach: int = 14) -> range:
        """Return the tokens behind `shape` in its clause, up to the next rank that is not its twin.

        `peringkat pertama dan kedua se-Jawa Barat`: the second goes on with the first.
        """
        stop = min(self.ends[shape.start], shape.end + reach)
        later = (s.start for s in self._neighbours(shape, 1))
        stop = min(stop, next((at for at in later if at - shape.end > _TWIN_REACH), stop))
        for at in range(shape.end, stop):
            if self.words[at] in _ENDS or self.words[at] in _CLAUSE_ENDS:
                return range(shape.end, at)
        return range(shape.end, stop)

    def clause_before(self, shape: Shape, reach: int) -> range:
        """Return the tokens before `shape` in its sentence, back to the rank before it."""
        begin = max(self.starts[shape.start], shape.start - reach)
        earlier = (s.end for s in self._neighbours(shape, -1))
        return range(max(begin, next(earlier, begin)), shape.start)

    def frame(self, shape: Shape) -> range:
        """Return the tokens that open the sentence of `shape`: `Untuk wilayah Sulawesi, …`."""
        begin = self.starts[shape.start]
        while begin < shape.start and not self.words[begin].strip():
            begin += 1
        if self.words[begin] not in self.lexicon.frames:
            return range(begin, begin)
        for at in range(begin, min(shape.start, begin + _FRAME_REACH)):
            if self.words[at] == ",":
                return range(begin, at)
        return range(begin, begin)

    def _neighbours(self, shape: Shape, step: int) -> Iterator[Shape]:
        """Yield the few ranks after (`step` 1) or before (-1) `shape`, nearest first."""
        at = bisect_left(self.shapes, shape.start, key=lambda s: s.start) + step
        while 0 <= at < len(self.shapes) and abs(self.shapes[at].start - shape.start) < _NEAR:
            yield self.shapes[at]
            at += step


def make_context(doc: Doc, shapes: list[Shape], lexicon: RankWords) -> Context:
    """Return what `doc` says around its ranks, the `shapes`."""
    starts, ends, begin = [0] * len(doc), [len(doc)] * len(doc), 0
    for token in doc:
        if token.is_sent_start:
            begin = token.i
        starts[token.i] = begin
    for at in range(len(doc) - 2, -1, -1):
        ends[at] = at + 1 if starts[at + 1] == at + 1 else ends[at + 1]
    texts = [token.text for token in doc]
    return Context(
        texts=texts,
        words=[text.lower() for text in texts],
        regions={region.start: region for region in spans.read(doc, RegionMention)},
        grades=frozenset(grade.start for grade in spans.read(doc, PredicateMention)),
        shapes=shapes,
        starts=starts,
        ends=ends,
        lexicon=lexicon,
    )


def is_held(shape: Shape, context: Context) -> bool:
    """Whether the place is held, not hoped for or denied: not `ingin masuk tiga besar`."""
    if _is_one_of(shape, context) or _is_distance(shape, context):
        return False
    lexicon, begin = context.lexicon, context.starts[shape.start]
    farthest = max(begin, shape.start - lexicon.hope_reach)
    deniable = shape.start - lexicon.negation_reach
    for at in range(shape.start - 1, farthest - 1, -1):
        word = context.words[at]
        if word in lexicon.hope_reset:
            break
        if word in (",", "yakni", "yaitu"):  # "belum menggembirakan, yakni peringkat ke-33"
            deniable = at + 1
        if word in lexicon.negations and at >= deniable:
            return False
        hoped = word in lexicon.hopes and context.words[at + 1] not in lexicon.hope_pseudo
        if hoped and at not in context.grades:  # "Menuju Informatif" is a grade
            return False
    return not _grades(shape, context)


def _is_distance(shape: Shape, context: Context) -> bool:
    """`jarak antara daerah paling atas dan paling bawah`: of any two, not of one."""
    if shape.relation or shape.position not in (1, -1):
        return False
    begin = max(context.starts[shape.start], shape.start - _DISTANCE_REACH)
    for at in range(shape.start - 1, begin - 1, -1):
        if context.words[at] == ",":
            return False
        if context.words[at] in context.lexicon.distances:
            return True
    return False


def _is_one_of(shape: Shape, context: Context) -> bool:
    """`salah satu kota dengan nilai tertinggi`: one of several, which tells no place."""
    if shape.placed:
        return False
    begin = max(context.starts[shape.start], shape.start - _ONE_OF_REACH)
    back = " ".join(context.words[begin : shape.start])
    return any(phrase in back for phrase in context.lexicon.one_of)


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
    if shape.relation == "" and any(word in context.lexicon.growth_nouns for word in far):
        return True
    near = far[-6:]
    grown = [at for at, word in enumerate(near) if word in context.lexicon.growth]
    return bool(grown) and not any(w in context.lexicon.levels for w in near[grown[-1] :])


def _clause_before(at: int, context: Context) -> list[str]:
    """Return the words before token `at`, back to the last mark that ends a clause."""
    begin = max(context.starts[at], at - _GROWTH_REACH)
    for earlier in range(at - 1, begin - 1, -1):
        if context.words[earlier] in _CLAUSE_ENDS:
            return context.words[earlier + 1 : at]
    return context.words[begin:at]


def scope_of(shape: Shape, context: Context) -> str:
    """Return the scope said around the rank: `national`, `world`, a region code, words, or "".

    `peringkat ke-4 nasional`, `tertinggi di Provinsi Jambi`, `Untuk wilayah Sulawesi, …`.
    """
    behind = range(shape.start, context.clause_after(shape).stop)  # "peringkat nasional 11" too
    near = (behind, context.clause_before(shape, 3), context.frame(shape))
    return next(filter(None, (_scope_in(tokens, context) for tokens in near)), "")


def _scope_in(tokens: range, context: Context) -> str:
    for at in tokens:
        if scope := _scope_at(at, context):
            return scope
    return ""


def _scope_at(at: int, context: Context) -> str:
    """Return the scope that the word at token `at` names behind a locative, "" if it names none."""
    lexicon, word = context.lexicon, context.words[at]
    previous = context.words[at - 1] if at else ""
    for name in ("national", "world"):
        if word in lexicon.scopes[name] and previous not in lexicon.averages:
            return name
    if previous == "-" and at > 1:  # se - Jateng, where the tokens fall apart
        previous = context.words[at - 2]
    located = previous in lexicon.locatives or word.startswith("se-")
    if not located and previous not in lexicon.areas:
        return ""
    bare = word.removeprefix("se-")
    if bare in lexicon.country or _phrase(at, context) in lexicon.country:
        return "national"
    return _area(at, bare, previous, context) or _province(at, located, context)


def _area(at: int, bare: str, previous: str, context: Context) -> str:
    """`se-Kalimantan`, `wilayah Sulawesi`, `Solo Raya`, `eks-Karesidenan Kedu`: as worded."""
    lexicon, following = context.lexicon, context.texts[at + 1 : at + 2]
    if following and following[0].lower() in lexicon.area_names:
        return f"{bare.title()} {following[0]}"
    if at in context.regions:
        return ""
    if bare in lexicon.kept_areas and following and following[0].istitle():
        islands = {island.split()[0] for island in lexicon.islands}
        return "" if following[0].lower() in islands else f"{context.texts[at]} {following[0]}"
    if bare in lexicon.islands:
        kept = f"{previous} " if previous in lexicon.kept_areas else ""
        return f"{kept}{bare.title()}"
    return ""


def _province(at: int, located: bool, context: Context) -> str:
    """`se-Jateng`, `tingkat Provinsi Lampung`; `tingkat provinsi` is that of whoever is ranked."""
    region = context.regions.get(at)
    if region is None:
        named = context.regions.get(at + 1)
        return OWN if located and context.words[at] == OWN and named is None else ""
    return region.code if region.level == "province" else ""


def _phrase(at: int, context: Context) -> str:
    """Return the two words from token `at` on: `tanah air`."""
    return " ".join(context.words[at : at + 2]).removeprefix("se-")


def counted(shape: Shape, context: Context) -> tuple[int, str]:
    """Return among how many of whom: `dari total 191 kabupaten/kota`; (0, "") when unsaid."""
    before = context.clause_before(shape, 40)
    after = context.clause_after(shape, reach=24)
    direct = _members(shape.end, context)  # dasar klasemen 22 daerah
    found = direct or _among(after, context) or _among(before, context)
    return found or (0, _framed(shape, context))


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
        following = words[number + 1] if number + 1 < len(words) else "."
        if at == tokens.start and following in _CLOSES and _count(number, context):
            return _count(number, context), ""
    return None


def _members(at: int, context: Context) -> tuple[int, str] | None:
    """Return how many of whom from token `at` on: `17 kabupaten/kota`, `98 pemkot`."""
    words, members = context.words, context.lexicon.members
    count = _count(at, context)
    if not count or at + 1 >= len(words) or words[at + 1] not in members:
        return None
    end = at + 2
    noun = words[at + 1]
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
    return context.lexicon.cardinals.get(word, 0) or context.lexicon.all_of.get(word, 0)


def category_of(shape: Shape, context: Context) -> str:
    """Return the class that is named as one, "" when none is: `untuk kategori pemerintah kota`.

    `kategori Utama` is a grade, no class.
    """
    before = context.clause_before(shape, 12)
    for tokens in (context.clause_after(shape), before, context.frame(shape)):
        for at in tokens:
            headed = context.words[at] in context.lexicon.category_heads
            category = _class_at(at + 1, min(len(context.words), at + 7), context) if headed else ""
            if category:
                return category
    return ""


@dataclass(frozen=True, slots=True)
class Universe:
    """Those who are counted, or the class that is named, at tokens `start:end`.

    `94 kota se-Indonesia`, `22 kabupaten/kota`, `kategori kabupaten`: whether anybody is ranked
    among them is for the links to say. `whole` holds for all of them: `dari 22 kabupaten`.
    """

    start: int
    end: int
    count: int = 0
    noun: str = ""
    scope: str = ""
    category: str = ""
    whole: bool = False


def universes(context: Context) -> Iterator[Universe]:
    """Yield the universes of an article, in order."""
    words, lexicon = context.words, context.lexicon
    for at in range(len(words) - 1):
        end = at + 2
        if words[at] in lexicon.category_heads:
            category = _class_at(at + 1, min(len(words), at + 7), context)
            if category in lexicon.levels_of:
                yield Universe(at, end, category=category)
        elif words[at + 1] in lexicon.members and (found := _members(at, context)):
            count, noun = found
            scope = _scope_in(range(end, min(end + 4, context.ends[at])), context)
            before = words[at - 1] if at else ""
            whole = before in lexicon.among | lexicon.among_fillers or words[at] in lexicon.all_of
            yield Universe(at, end, count, noun, scope, whole=whole)


def _class_at(begin: int, end: int, context: Context) -> str:
    stop = begin
    while stop < end and context.words[stop] not in context.lexicon.category_stops:
        word = context.words[stop]
        verb = word.startswith(("di", "me", "ber")) and len(word) > _VERB
        if verb or stop in context.grades or stop in context.regions:
            break
        stop += 1
    graded = any(at in context.grades for at in range(begin - 1, stop + 1))
    return "" if graded else " ".join(context.words[begin:stop])
