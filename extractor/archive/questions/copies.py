"""Articles that have one text: syndicated as it was, cut, under another headline or dateline.

Articles whose fingerprints share digests are looked at in their texts. Those lie beside each other
when the articles stand in the order of their fingerprints, so that each is compared with a few
others and not with all. What is a copy of a copy is of the same text.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

import pyarrow as pa

from extractor.archive.fingerprint import body, shingles

SCHEMA = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("text_id", pa.string(), nullable=False),
    ]
)
"""`text_id` is the article of a group that was published first; there are no groups of one."""
Query = Callable[..., Iterator[tuple[object, ...]]]
"""Yields the rows of SQL, with values for its question marks."""

# Most of the shorter one stands in the longer one. Tails are cut, and pages add to a text.
_CONTAINED = 0.7
# Reports of one form about another day or place have other numbers; copies keep theirs.
_NUMBERS = 0.8
_DATELINE_WORDS = 15
_SHARED, _NEIGHBOURS, _BATCH = 4, 16, 10_000
# What a copy shares with its text lies among the smallest digests of both: those of a text cut to
# half are each the next but one of the whole. So the first ones find each other for all.
_LOOKED_FOR = 12
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_CANDIDATES = """
    with placed as (
        select id, fingerprint, row_number() over (order by fingerprint, published, id) as place
        from articles where len(fingerprint) > 0 and {asked}
    ), digests as (
        select place, unnest(fingerprint[:{looked_for}]) as digest from placed
    ), common as (
        select place, digest, row_number() over (partition by digest order by place) as nth,
            count(*) over (partition by digest) as holders
        from digests qualify holders > 1
    ), steps as (
        select place, digest, unnest(range(nth + 1, least(nth + {neighbours}, holders) + 1)) as next
        from common
    ), pairs as (
        select distinct s.place as one, c.place as other
        from steps s join common c on c.digest = s.digest and c.nth = s.next
    )
    select a.id, b.id from pairs
    join placed a on a.place = one join placed b on b.place = other
    where len(list_intersect(a.fingerprint, b.fingerprint))
        >= least({shared}, len(a.fingerprint), len(b.fingerprint))
    order by one, other
"""


def is_copy(one: str, other: str) -> bool:
    """Tell whether two texts are one: most of the shorter, and its numbers, stand in the longer.

    The numbers of its first words are left out, as a dateline is each outlet's own.
    """
    shorter, longer = sorted((_read(one), _read(other)), key=lambda read: len(read[0]))
    contained = len(shorter[0] & longer[0])
    if not shorter[0] or contained < _CONTAINED * len(shorter[0]):
        return False
    _, numbers, _ = shorter
    return len(numbers & longer[2]) >= _NUMBERS * len(numbers)


@lru_cache(maxsize=1_000)
def _read(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the shingles of `text`, and its numbers: those behind a dateline, and all."""
    told = body(text)
    rest = " ".join(told.split()[_DATELINE_WORDS:])
    return shingles(text), frozenset(_NUMBER.findall(rest)), frozenset(_NUMBER.findall(told))


def copies(query: Query, ids: Collection[str] | None = None) -> pa.Table:
    """Return the articles of `query`'s table `articles` that have the text of another, `SCHEMA`.

    With `ids` these articles alone are compared. Time and memory grow with the number of articles,
    not with that of all pairs.
    """
    asked, values = ("true", []) if ids is None else ("id in (select unnest(?))", [sorted(ids)])
    candidates = _CANDIDATES.format(
        asked=asked, shared=_SHARED, neighbours=_NEIGHBOURS, looked_for=_LOOKED_FOR
    )
    same = _Same()
    # A connection answers one question after the other.
    pairs = [(str(one), str(other)) for one, other in query(candidates, values)]
    for start in range(0, len(pairs), _BATCH):
        _compare(pairs[start : start + _BATCH], query, same)
    order = "select id from articles where id in (select unnest(?)) order by published, id"
    first: dict[str, str] = {}
    rows = []
    for (id,) in query(order, [[*same.above]]):
        text = first.setdefault(same.top(str(id)), str(id))
        rows.append({"article_id": str(id), "text_id": text})
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def copies_of(query: Query, id: str) -> list[str]:
    """Return the articles that have the text of the article `id`, in the order of publication."""
    ((text, digests),) = query("select text, fingerprint from articles where id = ?", [id])
    near = query(
        "select id, text from articles where id <> ? and len(list_intersect(fingerprint, ?)) >= "
        f"greatest(1, least({_SHARED}, len(fingerprint), len(?))) order by published, id",
        [id, digests, digests],
    )
    return [str(other) for other, told in near if is_copy(str(text), str(told))]


def _compare(pairs: Iterable[tuple[str, str]], query: Query, same: "_Same") -> None:
    """Join those of `pairs` that are copies; what is joined already is not read."""
    open_pairs = [pair for pair in pairs if not same.are(*pair)]
    ids = sorted({id for pair in open_pairs for id in pair})
    found = query("select id, text from articles where id in (select unnest(?))", [ids])
    texts = {str(id): str(text) for id, text in found}
    for one, other in open_pairs:
        if not same.are(one, other) and is_copy(texts[one], texts[other]):
            same.join(one, other)


class _Same:
    """Groups of ids, joined pair by pair: each points to one above it, the top to itself."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def top(self, id: str) -> str:
        while (above := self.above.get(id, id)) != id:
            # Every other id on the way is moved up, so that ways stay short.
            self.above[id] = id = self.above.get(above, above)
        return id

    def are(self, one: str, other: str) -> bool:
        return self.top(one) == self.top(other)

    def join(self, one: str, other: str) -> None:
        first, second = self.top(one), self.top(other)
        self.above.setdefault(first, first)
        self.above[second] = first
