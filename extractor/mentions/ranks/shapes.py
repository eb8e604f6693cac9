"""The ranks that the matcher finds, and the position that each one says."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from extractor.lexicon.numbers import number_words
from extractor.lexicon.numerals import roman
from extractor.lexicon.ranks import RankWords
from extractor.mentions import spans
from extractor.mentions.kinds import DateMention, PeriodMention, RegionMention
from extractor.mentions.ranks.enumerated import find_enumerated
from extractor.mentions.ranks.moved import find_arrivals, find_moves
from extractor.mentions.ranks.ordinals import told_at
from extractor.mentions.ranks.patterns import RankMatcher
from extractor.mentions.ranks.selected import selecting
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.ranks.spelled import (
    find_among,
    find_further,
    find_places,
    from_below,
    is_head,
    place_told,
)
from extractor.mentions.ranks.titles import find_titles
from extractor.mentions.surface import surface

_ROW_REACH = 10
_LEAD_REACH = 6
_SHOWS = 2
_JOINS = frozenset({",", "dan", "serta", "&"})
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,3}")
_TO = frozenset({"sampai", "hingga", "-", "–", "s/d"})


def find_shapes(doc: Doc, matcher: RankMatcher, words: RankWords) -> list[Shape]:
    """Return the ranks of `doc` by their shape alone, longest first choice, in order."""
    seen = surface(doc)
    found = [*matcher(doc), *find_places(doc, words)]
    moved = [
        Shape(at, at + 1, position, placed=True) for at, position in find_moves(seen.lower, words)
    ]
    titles = list(find_titles(seen, words))
    regions = {region.start: region.end for region in spans.read(doc, RegionMention)}
    of_many = list(find_among(frozenset(regions.values()), seen, words))
    if not found:
        return from_below(_apart([*moved, *titles, *of_many]), seen, words)
    # "paling tinggi" is a rank before it is the opening of a list.
    kept = filter_spans(sorted(found, key=lambda span: span.label_ == "opening"))
    places = [span.start for span in kept if span.label_ == "place"]
    timed = {at for time in _times(doc) for at in range(time.start, time.end)}  # "tahun lalu"
    shapes = [
        shape
        for span in kept
        if _is_told(span, regions, places, timed, words)
        for shape in _parse(span, words, regions)
    ]
    told = [*_terse(doc, places, words), *find_enumerated(seen, shapes, regions, words)]
    told += titles
    told += find_further([*shapes, *told], regions, seen, words)
    told += of_many
    bounds = [(shape.start, shape.end) for shape in shapes if shape.placed]
    moved += [
        Shape(at, at + 1, position, placed=True)
        for at, position in find_arrivals(seen.lower, bounds, words)
    ]
    ranked = from_below(_apart([*shapes, *moved, *told]), seen, words)
    return selecting(sorted(ranked, key=lambda shape: shape.start), seen.lower, words)


def _apart(shapes: list[Shape]) -> list[Shape]:
    """Return `shapes` without those inside one before: a move reads places that a noun has too."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: (shape.start, -shape.end)):
        if not kept or shape.start >= kept[-1].end:
            kept.append(shape)
    return kept


def _is_told(
    span: Span, regions: dict[int, int], places: list[int], timed: set[int], words: RankWords
) -> bool:
    """Whether the words after the match let it tell a place."""
    doc, end = span.doc, span.end
    following = doc[end].lower_ if end < len(doc) else "."
    if span.label_ == "then":
        shown = end
        while shown < len(doc) and shown < end + _SHOWS and doc[shown].lower_ in words.takes:
            shown += 1  # "setelah itu ada Rimba", "lalu, ditempati Awan"
        return span.start not in timed and (shown in regions or _opens_row(span, words))
    if span.label_ == "place":  # "di posisi 5 persen"
        return following not in words.amounts
    if span.label_ == "lead":
        return _leads(span, regions, words)
    if span.label_ == "next":  # "menyusul di urutan kedua": the place itself follows
        return not any(place - end in (0, 1) for place in places)
    if span.label_ in ("below", "above") and span[-1].lower_ in _beside(words):
        return end in regions and _is_near(span, regions[end], words)
    return True


def _leads(span: Span, regions: dict[int, int], words: RankWords) -> bool:
    """`Batam memimpin dengan 83,32`, `memuncaki klasemen`; not `ia memimpin rapat`."""
    doc, end = span.doc, span.end
    following = doc[end].lower_ if end < len(doc) else "."
    if following == "dengan":
        near = doc[end : end + _LEAD_REACH]
        return any(token.text[:1].isdigit() or token.lower_ in words.averages for token in near)
    if span[0].lower_ not in words.leads:
        return following in words.lead_after or end in regions
    behind = span.start in regions.values()
    return following in words.lead_lists or (behind and following in words.lead_after)


def _times(doc: Doc) -> Iterator[PeriodMention | DateMention]:
    yield from spans.read(doc, PeriodMention)
    yield from spans.read(doc, DateMention)


def _opens_row(span: Span, words: RankWords) -> bool:
    """`Berikutnya, dengan opini kualitas tinggi, berturut-turut Ende 85,12, …`."""
    doc = span.doc
    row = (token.lower_ in words.rows for token in doc[span.end : span.end + _ROW_REACH])
    return bool(span[0].is_sent_start) and any(row)


def _beside(words: RankWords) -> frozenset[str]:
    """Return what stands before the region that a place is told from: `di bawah`, `setelah`."""
    return words.under | words.over | words.behind


def _is_near(span: Span, region_end: int, words: RankWords) -> bool:
    """`tepat di bawah Kota Palu`, `Di bawah Palu menyusul Sigi`; not `nilainya di bawah Palu`."""
    doc, start = span.doc, span.start
    if span[0].lower_ in words.next or (start and doc[start - 1].lower_ in words.near):
        return True
    presented = region_end < len(doc) and doc[region_end].lower_ in words.presents
    opens = start == 0 or bool(span[0].is_sent_start) or doc[start - 1].text == ","
    return opens and presented


def _terse(doc: Doc, places: list[int], words: RankWords) -> Iterator[Shape]:
    """Yield what ranks only in a sentence of ranks.

    Behind a region, `tepat di bawah Kota Ternate (90)` or `Sleman di peringkat pertama, Bantul
    kedua`, and behind a word of now, `di urutan 17, kini kedelapan`.
    """
    if not places:
        return
    seen = surface(doc)
    starts, lower = seen.begins, seen.lower
    ranked = {bisect_right(starts, place) for place in places}
    valued = {bisect_right(starts, at) for at in _valued_brackets(lower)}
    for at, word in enumerate(lower[:-1], start=1):
        if word not in words.now or bisect_right(starts, at - 1) not in ranked:
            continue
        if position := _terse_position(doc[at], words):
            yield Shape(at, at + 1, position, placed=True)
    for region in spans.read(doc, RegionMention):
        at = region.end
        if at + 1 >= len(doc) or bisect_right(starts, at) not in ranked:
            continue
        behind = _terse_position(doc[at], words)
        if behind and not doc[at + 1].is_title:
            yield Shape(at, at + 1, behind, relation="bracket", placed=True)
        position = _bracketed(at, doc)
        if position and bisect_right(starts, at) not in valued:
            yield Shape(at + 1, at + 2, position, relation="bracket", placed=True)


def _bracketed(at: int, doc: Doc) -> int:
    """Return the place in the bracket that opens at token `at`, 0 for none: `Ternate (90)`."""
    if at + 2 >= len(doc) or (doc[at].text, doc[at + 2].text) != ("(", ")"):
        return 0
    digits = doc[at + 1].text
    return int(digits) if digits.isdecimal() and 0 < int(digits[:4]) < 1000 else 0


def _valued_brackets(words: Sequence[str]) -> Iterator[int]:
    """Yield the brackets that tell values, as all of their sentence do: `Awan (nilai 850)`."""
    told = number_words().score
    for at, word in enumerate(words[:-1]):
        inside = words[at + 1]
        if word == "(" and (inside in told or _DECIMAL.fullmatch(inside)):
            yield at


def _terse_position(token: Token, words: RankWords) -> int:
    return words.ordinals.get(token.lower_.rstrip(".,"), 0) or roman(token.text)


def _parse(span: Span, words: RankWords, regions: dict[int, int]) -> list[Shape]:
    lower = [token.lower_ for token in span]
    start, end = span.start, span.end
    match span.label_:
        case "place":
            return _place(span, words)
        case "top":
            return [_top(span, lower, words)]
        case "opening":
            return [Shape(start, end, _end(lower, words), relation="opening")]
        case "crowned":
            return [Shape(end - 2, end, _end(lower, words))]
        case "phrase":
            return [Shape(start, end, _named(lower, words), placed=True)]
        case "next" | "then":
            return [Shape(start, end, 1, relation="next", placed=True)]
        case "below" | "above":
            base = end if end in regions and lower[-1] in _beside(words) else -1
            return [Shape(start, end, 1, relation=span.label_, placed=True, base=base)]
        case "crown" | "lead":
            return [Shape(start, end, _end(lower, words), placed=True)]
    placed = words.nouns | words.places | words.most_places
    step = _step(span, words)
    if len(lower) == 1 and (bare := _bare_step(span, words)):
        step, end = bare, end + 1
    position = _end(lower, words) * step
    return [Shape(start, end, position, placed=any(word in placed for word in lower))]


def _bare_step(span: Span, words: RankWords) -> int:
    """`terbaik dua di Sumatera`: the second; 0 for `terbaik dua tahun berturut-turut`."""
    following = [token.lower_ for token in span.doc[span.end : span.end + 3]]
    count, behind, then = (*following, "", "", "")[:3]
    scoped = behind in words.bare_scopes | words.behind or behind.startswith("se-")
    return words.cardinals.get(count, 0) if scoped and then not in words.bare_others else 0


def _end(lower: list[str], words: RankWords) -> int:
    """Return 1 for the upper end of the order, -1 for the lower: `terendah`, `posisi terakhir`."""
    worst = words.worst | words.most_worst | words.most_last | words.last | words.less
    worst |= words.floors
    return -1 if any(word in worst for word in lower) else 1


def _step(span: Span, words: RankWords) -> int:
    """Return how far from the end: `terendah kedua` and `kedua terendah` are the second."""
    if len(span) == 1:
        return 1
    numbers = (position_of(token.text, words) for token in reversed(span))
    return next((number for number in numbers if number), 1)


def _named(lower: list[str], words: RankWords) -> int:
    return words.phrases.get(" ".join(lower)) or words.phrases["".join(lower)]


def _top(span: Span, lower: list[str], words: RankWords) -> Shape:
    """`tiga besar`, `tiga peringkat teratas`; `lima terbawah` tells no place of its members."""
    few = lower[1] if lower[0] in words.nouns else lower[0]
    count = words.cardinals.get(few) or int(few)
    if lower[-1] in words.worst:
        return Shape(span.start, span.end, -1, relation="group", placed=True)
    return Shape(span.start, span.end, 1, position_end=count, placed=True)


def _place(span: Span, words: RankWords) -> list[Shape]:
    """`peringkat ke-4`, `urutan kelima dan keenam`, `peringkat 94, 95, dan 96`, `1 sampai 10`."""
    seen = surface(span.doc)
    heads = (at for at in range(span.start, span.end) if is_head(seen.lower[at], words.heads))
    found = (place_told(seen, at, words) for at in heads)
    told = next((place for place in found if place and place.end == span.end), None)
    if told is None:
        return []
    first = told.position
    shapes = [Shape(span.start, span.end, first, placed=True, out_of=told.out_of)]
    doc, at = span.doc, span.end
    while at < len(doc) and doc[at].lower_ in _JOINS:
        step = 2 if at + 1 < len(doc) and doc[at + 1].lower_ in _JOINS else 1
        number = position_of(doc[at + step].text, words) if at + step < len(doc) else 0
        if not number or number <= abs(shapes[-1].position):
            break
        shapes.append(Shape(at + step, at + step + 1, number, placed=True))
        at += step + 1
    if len(shapes) == 1 and at + 1 < len(doc) and doc[at].lower_ in _TO:
        last_place = position_of(doc[at + 1].text, words)
        if last_place > first:
            return [Shape(span.start, at + 2, first, last_place, "sequence", placed=True)]
    return shapes


def position_of(text: str, words: RankWords) -> int:
    """Return the position that one token says (`ke-4`, `keempat`, `IV`, `4`), 0 if none."""
    lower = text.lower()
    told = words.ordinals.get(lower) or words.cardinals.get(lower)
    found = None if told else told_at([text], [lower], 0)
    return told or (found.position if found else 0)
