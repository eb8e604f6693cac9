"""The dateline: the place, and often the publisher, that opens an article's first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon.regions import gazetteer, words_of
from extractor.text.furniture import furniture_lines

_WORD = r"[A-Z][\w'’.]*"
_PLACE = rf"{_WORD}(?:[ -](?:{_WORD}|dan|di)){{0,4}}"
_SITE = r"(?:\w[\w-]*\.)+(?i:com|co|id|net|org|news|info|tv|my|asia)\b"
_PUBLISHER = rf"(?:{_SITE}|[^\W\d][\w.&’'-]*(?: [^\W\d][\w.&’'-]*){{0,4}})"
_DASH = r"(?: ?[–—] ?| ?\|{1,2} ?| ?--+ ?| - | -$| -(?=[A-Z]))"
_CAPITALS = r"[A-Z][A-Z.']+(?:[ -][A-Z.']+){0,3}"
# Behind a site or an agency in brackets the mark may be any.
_MARK = rf"(?:{_DASH}| ?- ?| ?: )"
# Precise before loose: a site is known by its form, a place by what stands around it.
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "SINARWARTA.CO, PADANG -- ", "Lampungraya.co, Bandar Lampung - "
        rf"\W{{0,3}}(?P<publisher>{_SITE}),? ?[-–—|]* ?(?P<place>{_PLACE}){_MARK}",
        # Publisher in brackets: "Mataram (Lensa Rinjani) – ", "Jakarta, 7/8 (Lensa) - "
        rf"\W{{0,3}}(?P<place>{_PLACE})(?:, ?\d{{1,2}}/\d{{1,2}})?,? ?"
        rf"\((?P<publisher>{_PUBLISHER})\)(?:{_MARK}|, ?)",
        rf"\((?P<publisher>{_PUBLISHER})\),? ?(?P<place>{_PLACE}){_DASH}",
        # "KUPANG, SUARACENDANA.COM – ", "PALU, lintasteluk | "
        rf"\W{{0,3}}(?P<place>{_PLACE}) ?[,|/] ?(?P<publisher>{_PUBLISHER})(?:{_DASH})",
        # A site and a colon: KARIMUN, LENSA.CO: …
        rf"\W{{0,3}}(?P<place>{_PLACE}), ?(?P<publisher>{_SITE}) ?: ?(?=[A-Z])",
        # "DENPASAR, BaliPagi" on a line of its own
        rf"\W{{0,3}}(?P<place>{_CAPITALS}), ?"
        rf"(?P<publisher>{_SITE}|[^\W\d][\w.-]*(?: [A-Z][\w.-]*)?)$",
        # "Jambi – Pemerintah Kota Jambi …", "POSO– Dua bulan …", "**JAKARTA** - Kurs …"
        rf"\W{{0,3}}(?!{_SITE})(?P<place>{_PLACE})\*{{0,2}}{_DASH}(?=\W?[A-Z0-9])(?!.{{0,60}}$)",
        # "SEMARANG-Jumlah warga …"
        rf"\W{{0,3}}(?P<place>{_CAPITALS})- ?(?=[A-Z][a-z])(?!.{{0,60}}$)",
    )
)
# "WARTAAWAN.com, Jakarta Jarak antara …": without a mark the place is one that is known.
_UNMARKED = re.compile(rf"\W{{0,3}}(?P<publisher>{_SITE}), (?P<place>{_WORD}(?: {_WORD}){{0,2}})")
# "Jakarta: Jumlah penduduk …": before a colon a place is one that is known, without its level.
_COLON = re.compile(rf"\W{{0,3}}(?P<place>{_PLACE}) ?: (?=\W?[A-Z0-9])(?!.{{0,60}}$)")
_LINES, _MOST_LINES = 10, 40
_PARAGRAPH = 150
"""Characters of a line that is a paragraph, and no headline, byline or caption."""
_PARAGRAPHS = 2  # the first may be a summary above the dateline
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Dateline:
    """`place` at `start:end` of the text whose lines were given; `publisher` if stated, where."""

    place: str
    start: int
    end: int
    publisher: str | None = None
    publisher_start: int = -1


def dateline(lines: Sequence[str]) -> Dateline | None:
    """Return the dateline among the first lines of `lines`, with offsets into their text.

    Offsets count one line break between lines. A headline is no dateline ("Rapor SAKIP - Masih B"):
    a bare place needs a paragraph behind its dash. Nor does one stand in the middle of the text.
    """
    head = _beginning(lines)
    furniture = furniture_lines(head)
    at = 0
    for index, line in enumerate(head):
        found = None if index in furniture else _read(line, at)
        # Far down a line like "Peringkat | Kota" of a table looks like one.
        if found and (index < _LINES or _is_region(found.place)):
            return found
        at += len(line) + 1
    return None


def _beginning(lines: Sequence[str]) -> list[str]:
    """Return the lines down to the first paragraphs."""
    head, paragraphs = list(lines[:_MOST_LINES]), 0
    for at, line in enumerate(head):
        paragraphs += len(line) > _PARAGRAPH
        if paragraphs == _PARAGRAPHS:
            return head[: at + 1]
    return head


def _read(line: str, at: int) -> Dateline | None:
    for form in _FORMS:
        match = form.match(line[: _LONGEST * 2])
        if match and match.end() <= _LONGEST:
            publisher = match.groupdict().get("publisher")
            if publisher and _is_office(publisher):
                continue  # "Rina Lestari (Bupati Awan): …"
            side, other = "place", "publisher"
            if publisher and _is_region(publisher) and not _is_region(match["place"]):
                # "Lensa Rinjani, Mataram – "
                side, other, publisher = "publisher", "place", match["place"]
            start, end = match.span(side)
            told = at + match.start(other) if publisher else -1
            return Dateline(match[side], at + start, at + end, publisher, told)
    return _unmarked(line, at) or _before_colon(line, at)


def _before_colon(line: str, at: int) -> Dateline | None:
    match = _COLON.match(line[: _LONGEST * 2])
    if not match or not _is_region(match["place"]):
        return None
    start, end = match.span("place")
    levelled = words_of(match["place"])[0] in gazetteer().words.levels
    return None if levelled else Dateline(match["place"], at + start, at + end)


def _unmarked(line: str, at: int) -> Dateline | None:
    """Return the dateline that a site and a known place are, with a sentence right behind them."""
    match = _UNMARKED.match(line[:_LONGEST])
    words = match["place"].split(" ") if match else []
    for size in range(len(words), 0, -1):
        place = " ".join(words[:size])
        behind = line[match.start("place") + len(place) :] if match else ""
        if match and _is_region(place) and re.match(r" [A-Z]", behind):
            start, told = match.start("place"), at + match.start("publisher")
            return Dateline(place, at + start, at + start + len(place), match["publisher"], told)
    return None


def _is_office(name: str) -> bool:
    words, offices = words_of(name), gazetteer().words.offices
    return words[:1] != () and (words[0] in offices or "".join(words[:2]) in offices)


def _is_region(name: str) -> bool:
    known, words = gazetteer(), words_of(name)
    while words and (words[0] in known.words.levels or words[0] == "."):
        words = words[1:]
    return words in known.names
