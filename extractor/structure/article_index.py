"""The one index of an article: its tokens, its segments, and its mentions by kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar
from weakref import ReferenceType, WeakKeyDictionary, ref

from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import Mention, QuoteMention
from extractor.mentions.surface import Surface, surface
from extractor.structure.segments import Segment
from extractor.structure.tree import segment_tree

_CLAUSES = frozenset(
    {";", "sedangkan", "sementara", "adapun", "namun", "tetapi", "tapi", "padahal", "meski"}
)
_FRAMED = ("item", "row", "header")


class Placed(Protocol):
    """Anything with a place in the text: token `start:end`."""

    @property
    def start(self) -> int: ...  # noqa: D102 (described by the class)

    @property
    def end(self) -> int: ...  # noqa: D102


P = TypeVar("P", bound=Placed)
M = TypeVar("M", bound=Mention)


@dataclass
class ArticleIndex:
    """A view over an article for all rules; token indices throughout, ends exclusive.

    It holds no spaCy object; mentions are read from the document when they are asked for, and a
    group of them that is written anew is read anew. It keeps no document alive.
    """

    doc: ReferenceType[Doc]
    seen: Surface
    segments: tuple[Segment, ...]

    @cached_property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self.seen.words

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return self.seen.lower

    def of(self, kind: type[M]) -> list[M]:
        """Return the mentions of `kind`, in order."""
        doc = self.doc()
        if doc is None:
            raise ReferenceError("the document of this index is gone")
        return spans.read(doc, kind)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The tokens of each segment."""
        return [self.tokens(segment.start, segment.end) for segment in self.segments]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that hold the characters `start:end`."""
        first = max(0, bisect_right(self.seen.offsets, start) - 1)
        return first, max(first + 1, bisect_left(self.seen.offsets, end))

    @cached_property
    def line(self) -> list[int]:
        """The number of the line that each token stands in."""
        lines, at = [], 0
        for word in self.words:
            lines.append(at)
            at += word.count("\n")
        return lines

    @cached_property
    def frame(self) -> list[int]:
        """The list item or table row that each token stands in, as a segment; -1 for none."""
        owner = [-1] * len(self.words)
        for at, segment in enumerate(self.segments):
            if segment.kind in _FRAMED:
                start, end = self.bounds[at]
                owner[start:end] = [at] * (end - start)
        return owner

    @cached_property
    def cell(self) -> list[int]:
        """The table cell that each token stands in, as a segment; -1 for none."""
        return self._owners("cell")

    @cached_property
    def furniture(self) -> list[int]:
        """The piece of furniture that each token stands in, as a segment; -1 for none."""
        return self._owners("furniture")

    @cached_property
    def headline(self) -> list[int]:
        """The headline that each token stands in, as a segment; -1 for none."""
        return self._owners("headline")

    def _owners(self, kind: str) -> list[int]:
        owner = [-1] * len(self.words)
        for at, segment in enumerate(self.segments):
            if segment.kind == kind:
                start, end = self.bounds[at]
                owner[start:end] = [at] * (end - start)
        return owner

    @cached_property
    def sentence(self) -> list[int]:
        """The first token of the sentence of each token; items, rows, lines are apart.

        A row is one, though each of its cells may have a line of its own.
        """
        first = [0] * len(self.words)
        start = 0
        for begin, end in self.seen.sentences():
            start = begin
            for at in range(begin, end):
                if at > begin and self._parts(at):
                    start = at
                first[at] = start
        for at, segment in enumerate(self.segments):
            if segment.kind in ("row", "header"):
                start, stop = self.bounds[at]
                first[start:stop] = [start] * (stop - start)
        return first

    def _parts(self, at: int) -> bool:
        """Whether a line, item or row begins or ends between tokens `at - 1` and `at`."""
        return self.frame[at] != self.frame[at - 1] or self.line[at] != self.line[at - 1]

    @cached_property
    def clause(self) -> list[int]:
        """The first token of the clause of each token."""
        first, start = [], 0
        for at, word in enumerate(self.lower):
            if self.sentence[at] == at or word in _CLAUSES:
                start = at
            first.append(start)
        return first

    @cached_property
    def ordinal(self) -> list[int]:
        """How many sentences begin before or at each token."""
        count, ordinals = 0, []
        for at, begin in enumerate(self.sentence):
            count += at == begin
            ordinals.append(count)
        return ordinals

    @cached_property
    def bracket(self) -> list[int]:
        """The token of the bracket that each token stands in, -1 outside of brackets."""
        opened, inside = -1, []
        for at, word in enumerate(self.words):
            if self.sentence[at] == at:
                opened = -1
            if word in ("(", "["):
                opened = at
            inside.append(opened)
            if word in (")", "]"):
                opened = -1
        return inside

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand in quotation marks."""
        quotes = self.of(QuoteMention)
        return frozenset(at for quote in quotes for at in range(quote.start, quote.end))

    def sentence_end(self, at: int) -> int:
        """Return the token where the sentence of token `at` ends."""
        return bisect_right(self.sentence, self.sentence[at])

    def line_start(self, at: int) -> int:
        """Return the token where the line of token `at` begins."""
        return bisect_left(self.line, self.line[at])

    def line_end(self, at: int) -> int:
        """Return the token where the line of token `at` ends."""
        return bisect_right(self.line, self.line[at])

    def headings(self, at: int) -> tuple[int, ...]:
        """Return the segments that head the list or table of token `at`, nearest first."""
        frame = self.frame[at]
        return self.segments[self.segments[frame].parent].headings if frame >= 0 else ()

    @cached_property
    def heading_tokens(self) -> frozenset[int]:
        """The tokens of all headings of lists and tables, paragraphs left out."""
        heads = {h for segment in self.segments for h in segment.headings}
        return frozenset(
            at
            for heading in heads
            if self.segments[heading].kind in ("heading", "headline")
            for at in range(*self.bounds[heading])
        )

    def header_cell(self, at: int) -> int:
        """Return the cell that heads the column of token `at`, -1 for none."""
        cell = self.cell[at]
        if cell < 0:
            return -1
        column, row = self.segments[cell].order, self.segments[self.segments[cell].parent]
        return self._header_cells.get((row.parent, column), -1)

    @cached_property
    def _header_cells(self) -> dict[tuple[int, int], int]:
        found = {}
        for at, cell in enumerate(self.segments):
            if cell.kind == "cell" and self.segments[cell.parent].kind == "header":
                found[self.segments[cell.parent].parent, cell.order] = at
        return found

    def children(self, parent: int, kind: str) -> list[int]:
        """Return the segments of `kind` below `parent`, in order."""
        return self._children.get((parent, kind), [])

    @cached_property
    def _children(self) -> dict[tuple[int, str], list[int]]:
        found: dict[tuple[int, str], list[int]] = {}
        for at, segment in enumerate(self.segments):
            found.setdefault((segment.parent, segment.kind), []).append(at)
        return found


class Row(list[P]):
    """Items in the order of the text, and the first tokens of all: what is searched often."""

    def __init__(self, items: Iterable[P] = ()) -> None:
        super().__init__(items)
        self.starts = [item.start for item in self]


def place_of(items: Sequence[P], token: int) -> int:
    """Return how many of `items` (in order) begin before `token`."""
    if isinstance(items, Row):
        return bisect_left(items.starts, token)
    return bisect_left(items, token, key=_start)


def before(items: Sequence[P], at: int, begin: int, most: int = 40) -> list[P]:
    """Return the last `most` of `items` between tokens `begin` and `at`, nearest first."""
    first, last = _places(items, begin, at)
    if first >= last:
        return []
    return [item for item in reversed(items[max(first, last - most) : last]) if item.end <= at]


def after(items: Sequence[P], at: int, end: int, most: int = 40) -> list[P]:
    """Return the next `most` of `items` between tokens `at` and `end`, nearest first."""
    first, last = _places(items, at, end)
    return list(items[first : min(first + most, last)]) if first < last else []


def _places(items: Sequence[P], begin: int, end: int) -> tuple[int, int]:
    """Return how many of `items` begin before each of two tokens."""
    if isinstance(items, Row):
        starts = items.starts
        return bisect_left(starts, begin), bisect_left(starts, end)
    return place_of(items, begin), place_of(items, end)


def _start(item: Placed) -> int:
    return item.start


_made: WeakKeyDictionary[Doc, tuple[Surface, ArticleIndex]] = WeakKeyDictionary()


def article_index(doc: Doc) -> ArticleIndex:
    """Return the index of `doc`, made once and kept as long as its sentences stay the same."""
    seen = surface(doc)
    known = _made.get(doc)
    if known is None or known[0] is not seen:
        # The text ends lines at "\n" alone, as the clean text of an article does.
        index = ArticleIndex(ref(doc), seen, segment_tree(seen.text))
        known = _made[doc] = (seen, index)
    return known[1]
