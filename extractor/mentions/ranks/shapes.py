"""What a rank looks like: patterns for spaCy's matcher, and the position that each one says."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from extractor.lexicon.ranks import RankWords
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention

_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
}
_ORDINAL = re.compile(r"(?:ke-?)?(\d{1,3})(?:-?nya)?\.?")
_JOINS = frozenset({",", "dan", "serta", "&"})
_TO = frozenset({"sampai", "hingga", "-", "–", "s/d"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A rank in the text: token `start:end`, its position(s), and its relation to others."""

    start: int
    end: int
    position: int
    position_end: int = 0
    relation: str = ""


def make_matcher(vocab: Vocab, words: RankWords) -> Matcher:
    """Return a matcher whose keys name the shapes that `parse_shapes` reads."""
    matcher = Matcher(vocab, validate=True)
    number: dict[str, Any] = {"TEXT": {"REGEX": r"^(?:[Kk]e-?)?\d{1,3}(?:-?nya)?\.?$"}}
    word = {"LOWER": {"IN": sorted(words.ordinals)}}
    roman = {"TEXT": {"IN": sorted(_ROMAN)}}
    noun = {"LOWER": {"IN": sorted(words.nouns - words.cardinal_nouns)}}
    prize = {"LOWER": {"IN": sorted(words.prize_nouns)}}
    cardinal_noun = {"LOWER": {"IN": sorted(words.cardinal_nouns)}}
    cardinal = {"LOWER": {"IN": sorted(words.cardinals)}}
    extreme = {"LOWER": {"IN": sorted(words.best | words.worst)}}
    most = {"LOWER": {"IN": sorted(words.most_best | words.most_worst)}}
    ke, dash, paling = {"LOWER": {"IN": ["ke", "ke-"]}}, {"TEXT": "-"}, {"LOWER": "paling"}
    teen = {"LOWER": words.teen}
    few = {"LOWER": {"IN": sorted({*words.cardinals, "10", "20", "5", "3", "15", "50", "100"})}}
    matcher.add(
        "place",
        [
            [noun, number],
            [noun, word],
            [noun, word, teen],
            [noun, ke, number],
            [noun, ke, dash, number],
            [noun, roman],
            [prize, number],
            [cardinal_noun, cardinal],
            [cardinal_noun, number],
        ],
    )
    matcher.add("extreme", [[extreme], [extreme, word], [extreme, number], [extreme, ke, number]])
    matcher.add("most", [[paling, most], [paling, most, word]])
    last = {"LOWER": {"IN": sorted(words.most_last)}}
    matcher.add("end", [[noun, extreme], [noun, paling, most], [noun, paling, last]])
    matcher.add("end", [[noun, extreme, word], [noun, paling, most, word]])
    matcher.add("crown", [[noun, {"LOWER": {"IN": sorted(words.crowns)}}]])
    matcher.add(
        "crown", [[{"LOWER": {"IN": sorted(words.tops)}}, {"LOWER": {"IN": sorted(words.lists)}}]]
    )
    matcher.add("top", [[few, {"LOWER": "besar"}], [few, extreme], [few, noun, extreme]])
    matcher.add("top", [[few, {"LOWER": {"IN": sorted(words.members)}}, extreme]])
    then = {"LOWER": {"IN": sorted(words.then)}}
    matcher.add(
        "last",
        [[{"LOWER": word} for word in phrase.split()] for phrase in sorted(words.last_places)],
    )
    matcher.add("opening", [[paling, {"IS_LOWER": True, "IS_ALPHA": True}]])
    matcher.add("opening", [[paling, {"IS_TITLE": True, "IS_ALPHA": True}]])
    matcher.add("next", [[noun, then]])
    matcher.add("then", [[then]])
    matcher.add("next", [[{"LOWER": {"IN": sorted(words.next)}}]])
    matcher.add("next", [[{"LOWER": "di"}, {"LOWER": words.below}]])
    return matcher


def find_shapes(doc: Doc, matcher: Matcher, words: RankWords) -> list[Shape]:
    """Return the ranks of `doc` by their shape alone, longest first choice, in order."""
    found = matcher(doc, as_spans=True)
    # "paling tinggi" is a rank before it is the opening of a list.
    kept = filter_spans(sorted(found, key=lambda span: span.label_ == "opening"))
    regions = {region.start for region in spans.read(doc, RegionMention)}
    shapes = [
        shape
        for span in kept
        if span.label_ != "then" or span.end in regions
        for shape in _parse(span, words)
    ]
    places = [span.start for span in kept if span.label_ == "place"]
    return sorted([*shapes, *_terse(doc, places, words)], key=lambda shape: shape.start)


def _terse(doc: Doc, places: list[int], words: RankWords) -> Iterator[Shape]:
    """Yield what ranks only in a sentence of ranks, behind a region.

    `tepat di bawah Kota Ternate (90)`, `Sleman di peringkat pertama, Bantul kedua`.
    """
    if not places:
        return
    starts = [token.i for token in doc if token.is_sent_start]
    ranked = {bisect_right(starts, place) for place in places}
    for region in spans.read(doc, RegionMention):
        at = region.end
        if at + 1 >= len(doc) or bisect_right(starts, at) not in ranked:
            continue
        behind = words.ordinals.get(doc[at].lower_.rstrip(".,"), 0)
        if behind and not doc[at + 1].is_title:
            yield Shape(at, at + 1, behind, relation="bracket")
        if at + 2 >= len(doc) or (doc[at].text, doc[at + 2].text) != ("(", ")"):
            continue
        digits = doc[at + 1].text
        if digits.isdecimal() and 0 < int(digits[:4]) < 1000:
            yield Shape(at + 1, at + 2, int(digits), relation="bracket")


def _parse(span: Span, words: RankWords) -> list[Shape]:
    lower = [token.lower_ for token in span]
    match span.label_:
        case "place":
            return _place(span, words)
        case "top":
            return [_top(span, lower, words)]
        case "opening":
            return [Shape(span.start, span.end, 1, relation="opening")]
        case "last":
            return [Shape(span.start, span.end, -1)]
        case "next" | "then":
            return [Shape(span.start, span.end, 1, relation="next")]
        case "crown":
            return [Shape(span.start, span.end, 1)]
    worst = any(word in words.worst | words.most_worst | words.most_last for word in lower)
    position = position_of(span[-1].text, words) if len(span) > 1 else 0
    step = position or 1
    return [Shape(span.start, span.end, -step if worst else step)]


def _top(span: Span, lower: list[str], words: RankWords) -> Shape:
    """`tiga besar`, `tiga peringkat teratas`; `lima terbawah` tells no place of its members."""
    count = words.cardinals.get(lower[0]) or int(lower[0])
    if lower[-1] in words.worst:
        return Shape(span.start, span.end, -1, relation="group")
    return Shape(span.start, span.end, 1, position_end=count)


def _place(span: Span, words: RankWords) -> list[Shape]:
    """`peringkat ke-4`, `urutan kelima dan keenam`, `peringkat 94, 95, dan 96`, `1 sampai 10`."""
    last = span[-2].text if span[-1].lower_ == words.teen else span[-1].text
    first = position_of(last, words) + (10 if span[-1].lower_ == words.teen else 0)
    if not first:
        return []
    shapes = [Shape(span.start, span.end, first)]
    doc, at = span.doc, span.end
    while at < len(doc) and doc[at].lower_ in _JOINS:
        step = 2 if at + 1 < len(doc) and doc[at + 1].lower_ in _JOINS else 1
        number = position_of(doc[at + step].text, words) if at + step < len(doc) else 0
        if not number or number <= abs(shapes[-1].position):
            break
        shapes.append(Shape(at + step, at + step + 1, number))
        at += step + 1
    if len(shapes) == 1 and at + 1 < len(doc) and doc[at].lower_ in _TO:
        last_place = position_of(doc[at + 1].text, words)
        if last_place > first:
            return [Shape(span.start, at + 2, first, position_end=last_place, relation="sequence")]
    return shapes


def position_of(text: str, words: RankWords) -> int:
    """Return the position that one token says (`ke-4`, `keempat`, `IV`, `4`), 0 if none."""
    lower = text.lower()
    known = words.ordinals.get(lower) or words.cardinals.get(lower) or _ROMAN.get(text)
    if known:
        return known
    match = _ORDINAL.fullmatch(lower)
    return int(match[1]) if match else 0
