"""Words of rank that rank nobody: records of a time, highs of a market, `garda terdepan`."""

from extractor.lexicon.numbers import number_words
from extractor.mentions.ranks.context import Context
from extractor.mentions.ranks.shape import Shape

_RECORD_REACH = 5
_MARKET_REACH = 12


def is_ordinary(shape: Shape, context: Context) -> bool:
    """Whether the words tell no place of anybody among others."""
    if _is_front(shape, context) or _is_leader(shape, context) or _is_full(shape, context):
        return True
    if shape.relation or shape.position_end or abs(shape.position) != 1:
        return False
    if shape.placed:
        return _is_high(shape, context)
    return _is_record(shape, context) or _is_price(shape, context) or _is_high(shape, context)


def _is_front(shape: Shape, context: Context) -> bool:
    """`di garda terdepan`."""
    return shape.start > 0 and context.words[shape.start - 1] in context.lexicon.fronts


def _is_full(shape: Shape, context: Context) -> bool:
    """`3,48 dari nilai tertinggi 5`: the most that a score could be."""
    ahead = context.words[max(0, shape.start - 2) : shape.start]
    counted = shape.end > shape.start + 1
    return counted and ahead[:1] == ["dari"] and ahead[-1] in number_words().fullness


def _is_leader(shape: Shape, context: Context) -> bool:
    """`orang nomor satu di Jawa Barat` is its governor."""
    words, lexicon = context.words, context.lexicon
    return (
        words[shape.start] in lexicon.cardinal_nouns
        and shape.start > 0
        and (words[shape.start - 1] in lexicon.leaders)
    )


def _is_record(shape: Shape, context: Context) -> bool:
    """`tertinggi sejak Maret 2014`, `terendah dalam sepuluh tahun terakhir`."""
    words, lexicon = context.words, context.lexicon
    following = words[shape.end] if shape.end < len(words) else ""
    if following in lexicon.records:
        return True
    if following not in lexicon.record_frames or shape.end + 1 >= len(words):
        return False
    first = words[shape.end + 1]
    told = first in lexicon.record_counts or first.isdecimal()
    stop = min(context.ends[shape.start], shape.end + 1 + _RECORD_REACH)
    return told and any(word in lexicon.record_spans for word in words[shape.end + 1 : stop])


def _is_price(shape: Shape, context: Context) -> bool:
    """`titik tertinggi`, `rekor tertinggi`, `harga terendah`."""
    before = context.words[max(0, shape.start - 2) : shape.start]
    return any(word in context.lexicon.price_nouns for word in before)


def _is_high(shape: Shape, context: Context) -> bool:
    """`Bitcoin di posisi teratas`: the clause before is about a market."""
    before = context.clause_before(shape, _MARKET_REACH)
    return any(context.words[at] in context.lexicon.markets for at in before)
