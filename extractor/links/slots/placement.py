"""Where a mention stands beside an anchor: features that every slot shares."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extractor.links.candidates import Anchor
from extractor.links.view import View
from extractor.structure.article_index import P, Placed, after, before, place_of

_DISTANCES = (1, 3, 6, 12, 25)
_LINES = 3


def bucket(number: int, bounds: Sequence[int] = _DISTANCES) -> str:
    """Return the first of `bounds` that `number` does not pass, "+" behind the last."""
    at = bisect_left(bounds, number)
    return str(bounds[at]) if at < len(bounds) else "+"


def around(
    items: Sequence[P], anchor: Anchor, view: View, reach: tuple[int, int, int]
) -> Iterator[P]:
    """Yield the `items` before and behind the anchor in its sentence, and in its headings.

    `reach` is how many of each: before, behind, in each heading.
    """
    index = view.index
    begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
    yield from before(items, anchor.start, begin, reach[0])
    yield from after(items, anchor.start, end, reach[1])
    if (column := index.header_cell(anchor.start)) >= 0:
        yield from after(items, *index.bounds[column], reach[2])
    for heading in index.headings(anchor.start):
        yield from after(items, *index.bounds[heading], reach[2])


def earlier(items: Sequence[P], anchor: Anchor, view: View, most: int) -> Iterator[P]:
    """Yield the last of the `items` in the sentences before, of three lines, nearest first."""
    index = view.index
    line = index.line[anchor.start] - _LINES
    last = before(items, index.sentence[anchor.start], 0, most)
    for item in last:
        if index.furniture[item.start] not in (-1, index.furniture[anchor.start]):
            continue  # "Baca juga: …" says nothing of the text around it
        if index.line[item.start] >= line and not _heads_another(item.start, anchor, view):
            yield item


def _heads_another(start: int, anchor: Anchor, view: View) -> bool:
    """Whether token `start` stands in the header of the anchor's table, over another column."""
    index = view.index
    column, cell = index.header_cell(anchor.start), index.cell[start]
    if column < 0 or cell in (-1, column):
        return False
    return index.segments[cell].parent == index.segments[column].parent


def nearby(
    items: Sequence[P], anchor: Anchor, view: View, reach: tuple[int, int, int]
) -> Iterator[P]:
    """Yield the `items` around the anchor and earlier ones, as many before, behind, earlier."""
    yield from around(items, anchor, view, (reach[0], reach[1], 4))
    yield from earlier(items, anchor, view, reach[2])


def distinct(items: Iterable[P]) -> list[P]:
    """Return each of the `items`, which an article holds once, in the order it first comes in."""
    return list({id(item): item for item in items}.values())


def is_fronted(anchor: Anchor, view: View) -> bool:
    """Whether the anchor opens its sentence before anybody is named: `Berbekal 3,91 Rimba naik`."""
    index, begin = view.index, view.index.sentence[anchor.start]
    opening = next((word for word in index.lower[begin : anchor.start] if word.isalpha()), "")
    return opening in view.lexicon.fronts and not after(view.named, begin, anchor.start, 1)


def apart(one: int, other: int, view: View) -> str:
    """Return what two tokens have in common: a `sentence`, a `line`, or nothing: `far`."""
    index = view.index
    if index.sentence[one] == index.sentence[other]:
        return "sentence"
    return "line" if index.line[one] == index.line[other] else "far"


def relation(start: int, anchor: Anchor, view: View) -> str:
    """Return how token `start` lies to the anchor: in its item, clause, sentence, line, or far."""
    index, at = view.index, anchor.start
    side = "b" if start < at else "a"
    frame = index.frame[start]
    if frame >= 0 and frame == index.frame[at]:
        return f"item/{side}"
    if index.sentence[start] == index.sentence[at]:
        return f"{'clause' if index.clause[start] == index.clause[at] else 'sentence'}/{side}"
    heading = _heading_level(start, anchor, view)
    if heading:
        return heading
    if index.headline[start] >= 0:
        return "headline"
    apart = index.ordinal[at] - index.ordinal[start]
    same_line = index.line[start] == index.line[at]
    if same_line:
        return f"line{min(apart, 3)}" if apart > 0 else "line/a"
    if apart <= 0:
        return "later"
    return "line-before" if apart <= 3 else "far"


def _heading_level(start: int, anchor: Anchor, view: View) -> str:
    index = view.index
    if index.frame[anchor.start] < 0:  # it has no heading, nor stands in a column
        return ""
    column = index.header_cell(anchor.start)
    if column >= 0 and _inside(start, column, view):
        return "column"
    for level, heading in enumerate(index.headings(anchor.start)):
        if _inside(start, heading, view):
            return f"heading{min(level, 2)}"
    return ""


def _inside(at: int, segment: int, view: View) -> bool:
    start, end = view.index.bounds[segment]
    return start <= at < end


def count_between(items: Sequence[Placed], one: int, other: int) -> int:
    """Return how many of `items` begin between two tokens, the ends left out."""
    low, high = (one, other) if one < other else (other, one)
    return place_of(items, high) - place_of(items, low + 1)


def rivals_of(anchor: Anchor, view: View) -> Sequence[Placed]:
    """Return the mentions of the anchor's own kind: all values, all grades, or all ranks."""
    match anchor.kind:
        case "place":
            return view.ranks
        case "value":
            return view.values
        case "grade":
            return view.grades


def placed(mention: Placed, anchor: Anchor, view: View) -> list[str]:
    """Return the features of where `mention` stands to `anchor`."""
    index = view.index
    start, at = mention.start, anchor.start
    where = relation(start, anchor, view)
    gap = at - mention.end if start < at else start - anchor.end
    between = f"between={min(count_between(rivals_of(anchor, view), start, at), 2)}"
    found = [f"at={where}", f"at={where}&d={bucket(gap)}", f"at={where}&{between}", between]
    inner, outer = index.bracket[at], index.bracket[start]
    near = where.startswith(("clause", "sentence", "item"))
    if inner >= 0 and inner == mention.end:
        found.append("bracketed")
    elif inner != outer and near:
        found.append(f"brackets={inner >= 0:d}{outer >= 0:d}")
    if where == "column":  # a table ties what heads its column to each value below
        found += ["construction", "construction=column"]
    for name in view.roles.pairs.get((start, at), ()):
        found += ["construction", f"construction={name}"]
    if near:
        found += _words_between(mention, anchor, view)
    return found


def _words_between(mention: Placed, anchor: Anchor, view: View) -> list[str]:
    if mention.start < anchor.start:
        side, gap = "b", view.index.lower[mention.end : anchor.start]
    else:
        side, gap = "a", view.index.lower[anchor.end : mention.start]
    found = [f"commas{side}={min(gap.count(','), 2)}"]
    if not gap:
        return [*found, f"touches{side}"]
    words = view.word_classes
    if len(gap) <= 12:
        kinds = {words[word] for word in gap if word in words}
        found += [f"{kind}{side}" for kind in sorted(kinds)]
    if following := words.get(gap[-1 if side == "b" else 0]):
        found.append(f"next{side}={following}")
    return found


def told_beside(one: Anchor, other: Anchor, view: View) -> str:
    """Return how near two places stand: in one list, in two, or apart in words."""
    index = view.index
    if index.frame[one.start] >= 0 and index.frame[other.start] >= 0:
        parents = [index.segments[index.frame[a.start]].parent for a in (one, other)]
        return "list" if parents[0] == parents[1] else "lists"
    return apart(one.start, other.start, view)


def form_of(anchor: Anchor) -> str:
    """Return how a place is told: by its form, in words by a chain, a number or a superlative."""
    if anchor.form != "words":
        return anchor.form
    if anchor.ordered:
        return "chain"
    rank = anchor.rank
    return "placed" if rank is not None and rank.placed else "superlative"
