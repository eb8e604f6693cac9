"""The words around a rank: its clause, and the frame that opens its sentence."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.lexicon.ranks import RankWords
from extractor.mentions import spans
from extractor.mentions.kinds import IndexMention, PredicateMention, RegionMention
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.surface import surface

SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
CLAUSE_ENDS = frozenset({";", "sedangkan", "sementara", "adapun", "namun", "tetapi"})
_TWIN_REACH = 3
_FRAME_REACH = 9
_NEAR = 60
_FRAMES_BACK = 3
_LINES_BACK = 8
_BARE_FRAME = 4


@dataclass(frozen=True)
class Context:
    """What an article says around its ranks: words, regions, grades and ranks by first token.

    `starts` and `ends` are the bounds of the sentence that each token lies in, `ranked` the tokens
    of ranks, `named` those and the first of each grade, `indexed` those of indices,
    `grown` those of indices whose value is a growth.
    """

    texts: list[str]
    words: list[str]
    regions: dict[int, RegionMention]
    grades: frozenset[int]
    shapes: list[Shape]
    starts: list[int]
    ends: list[int]
    lexicon: RankWords
    ranked: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    indexed: frozenset[int] = frozenset()
    grown: frozenset[int] = frozenset()

    def clause_after(self, shape: Shape, reach: int = 14) -> range:
        """Return the tokens behind `shape` in its clause, up to the next rank that is not its twin.

        `peringkat pertama dan kedua se-Jawa Barat`: the second goes on with the first.
        """
        stop = min(self.ends[shape.start], shape.end + reach)
        later = (s.start for s in self._neighbours(shape, 1))
        stop = min(stop, next((at for at in later if at - shape.end > _TWIN_REACH), stop))
        for at in range(shape.end, stop):
            if self.words[at] in SENTENCE_ENDS or self.words[at] in CLAUSE_ENDS:
                return range(shape.end, at)
        return range(shape.end, stop)

    def clause_before(self, shape: Shape, reach: int) -> range:
        """Return the tokens before `shape` in its sentence, back to the rank before it."""
        begin = max(self.starts[shape.start], shape.start - reach)
        earlier = (s.end for s in self._neighbours(shape, -1))
        return range(max(begin, next(earlier, begin)), shape.start)

    def before(self, shape: Shape) -> Iterator[Shape]:
        """Yield the ranks before `shape` in its sentence, nearest first."""
        begin = self.starts[shape.start]
        yield from (s for s in self._neighbours(shape, -1) if begin <= s.start < shape.start)

    def frame(self, shape: Shape) -> range:
        """Return the tokens that open the sentence of `shape`: `Untuk wilayah Sulawesi, …`."""
        return self._frame_of(self.starts[shape.start], shape.start)

    def earlier_frames(self, shape: Shape) -> Iterator[range]:
        """Yield the frames of the sentences before, nearest first, in the paragraph of `shape`.

        `Di Pulau Sumatera, 23 kota mengalami inflasi. Inflasi tertinggi terjadi di Sibolga`.
        """
        start = self.starts[shape.start]
        for _ in range(_FRAMES_BACK):
            if start == 0 or "\n" in self.texts[start - 1] or "\n" in self.texts[start]:
                return
            start = self.starts[start - 1]
            yield self._frame_of(start, len(self.words))

    def headings(self, shape: Shape) -> Iterator[range]:
        """Yield the lines that head the list of `shape`, nearest first: `Peraih PPD se-Sumbar:`."""
        start = self.starts[shape.start]
        if start != shape.start and self.words[start : shape.start] != ["\n"]:
            return
        for _ in range(_LINES_BACK):
            if start == 0:
                return
            end, start = start, self.starts[start - 1]
            if ":" in self.words[max(start, end - 2) : end]:
                yield range(start, end)

    def _frame_of(self, begin: int, end: int) -> range:
        while begin < end - 1 and not self.words[begin].strip("\n •-"):
            begin += 1
        if self.words[begin] not in self.lexicon.frames:
            return range(begin, begin)
        for at in range(begin, min(end, begin + _FRAME_REACH)):
            if self.words[at] == ",":
                return range(begin, at)
        return range(begin, min(end, begin + _BARE_FRAME))

    def _neighbours(self, shape: Shape, step: int) -> Iterator[Shape]:
        """Yield the few ranks after (`step` 1) or before (-1) `shape`, nearest first."""
        at = bisect_left(self.shapes, shape.start, key=lambda s: s.start) + step
        while 0 <= at < len(self.shapes) and abs(self.shapes[at].start - shape.start) < _NEAR:
            yield self.shapes[at]
            at += step


def _is_grown(index: IndexMention) -> bool:
    entry = catalogue().get(index.id)
    return entry is not None and bool(entry.grows)


def make_context(doc: Doc, shapes: list[Shape], lexicon: RankWords) -> Context:
    """Return what `doc` says around its ranks, the `shapes`."""
    starts, ends = [0] * len(doc), [len(doc)] * len(doc)
    seen = surface(doc)
    for begin, end in seen.sentences():
        starts[begin:end] = [begin] * (end - begin)
    for at in range(len(doc) - 2, -1, -1):
        ends[at] = at + 1 if starts[at + 1] == at + 1 else ends[at + 1]
    ranked = frozenset(at for shape in shapes for at in range(shape.start, shape.end))
    indices = spans.read(doc, IndexMention)
    grades = frozenset(grade.start for grade in spans.read(doc, PredicateMention))
    return Context(
        texts=seen.words,
        words=seen.lower,
        regions={region.start: region for region in spans.read(doc, RegionMention)},
        grades=grades,
        shapes=shapes,
        starts=starts,
        ends=ends,
        lexicon=lexicon,
        ranked=ranked,
        named=ranked | grades,
        indexed=frozenset(at for index in indices for at in range(index.start, index.end)),
        grown=frozenset(index.start for index in indices if _is_grown(index)),
    )
