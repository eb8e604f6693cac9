r"""Raw article text to clean text, with every clean offset mapped back to the source.

Clean text has "\n" as its only line break, single spaces, no spaces at line ends, no invisible
or control characters, no HTML entities and none of the usual mojibake; words that a scraper glued
together stand apart, as do the cells of lines that tabs part: "Rimba | 3,21"; a line that breaks
off in a sentence goes on; raised digits that lead from a word to a note are gone. Every change is
an edit of one stretch of source; `Normalised.to_source` walks the edits backwards. A space put in
comes from no character: its stretch is empty.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.entities import html5
from itertools import pairwise

from extractor.text.glue import seams
from extractor.text.wrap import joints

_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_BLANKS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Controls and lone surrogates separate words like a space would; no encoder accepts the latter.
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_INVISIBLE = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
# The characters of Indonesian news that lie outside ASCII, hence the ones that get garbled.
_NEWS_CHARACTERS = (
    "“”‘’‚„–—…•·°±×÷éèêëáàâäíìîïóòôöúùûüçñÉÑÖÜ«»‹›½¼¾²³≥≤≠→′″™®©€£§\xa0\u200b\u200e\ufeff"
)
_PASSES = 8


def _mojibake() -> dict[str, str]:
    """Return garbled to meant: the UTF-8 bytes of a character read as cp1252 or latin-1."""
    table = {}
    for character in _NEWS_CHARACTERS:
        raw = character.encode()
        latin = raw.decode("latin-1")
        # cp1252 leaves five bytes undefined; browsers and crawlers keep those as controls.
        windows = "".join(
            bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in raw
        )
        table[latin] = table[windows] = character
        # The undefined byte is often lost on the way: ” (E2 80 9D) arrives as "â€".
        if len(lost := windows.rstrip("\x81\x8d\x8f\x90\x9d")) > 1:
            table.setdefault(lost, character)
    # NBSP (C2 A0) arrives as "Â ", its second byte turned into a space already, or gone at the
    # end of a line.
    table |= {f"Â{gap}": gap for gap in f" \t{_BREAKS}"}
    return table


_MOJIBAKE = _mojibake()
_GAP = _BREAKS + _BLANKS + _CONTROLS + _INVISIBLE
_ODD = _GAP.replace(" ", "", 1).replace("\n", "", 1)


def _tails() -> str:
    """Return the garbled characters as a pattern, grouped by their first character."""
    garbled = sorted(_MOJIBAKE, key=lambda text: (-len(text), text))
    heads = sorted({text[0] for text in garbled})
    return "|".join(
        rf"(?<={head})(?:{'|'.join(re.escape(text[1:]) for text in garbled if text[0] == head)})"
        for head in heads
    )


# A class of first characters leads, so that the search skips clean text at the speed of C.
_DIRT = re.compile(
    rf"[&{''.join(sorted({text[0] for text in _MOJIBAKE}))}{_GAP}]"
    rf"(?:(?P<garbled>{_tails()})"
    # "&amp;amp;nbsp;" is one entity escaped twice: the chain is read in one go.
    r"|(?<=&)(?:(?:amp|AMP|#38|#x26);)*"
    r"(?P<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});"
    rf"|(?P<gap>(?<=[{_GAP}])(?:[{_GAP}]+|(?<=[{_ODD}])|(?<=\A )|(?<= )\Z)))"
)
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
# Only from the begin of a line or cell: from each character on would cost the square of a line.
_TABBED = re.compile(rf"(?<![^{_BREAKS}\t])[^{_BREAKS}\t]*\S[ ]*\t[^{_BREAKS}]*\S")
# Behind a year any raised or lowered mark leads to a note; behind decimals a letter or a low digit.
_NOTE = re.compile(
    r"(?:(?<=[^\W\d_¹²³⁰⁴-⁹]{3})(?<!meter)[¹²³⁰⁴-⁹]{1,2}"
    r"|(?<=(?<![\d.,])(?:19|20)\d\d)[¹²³⁰⁴-⁹₀-₉ᵃᵇᶜᵈᵉ]{1,2}"
    r"|(?<=\d,\d|,\d\d)[₀-₉ᵃᵇᶜᵈᵉ]{1,2})(?![\w;])"
)
_RAISED = re.compile("[¹²³⁰⁴-⁹₀-₉ᵃᵇᶜᵈᵉ]")
_APART = 2
_ONLY_INVISIBLE = re.compile(rf"[{_INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class _Layer:
    """The edits of one pass, as parallel columns ordered by place."""

    clean_starts: list[int] = field(default_factory=list)
    clean_ends: list[int] = field(default_factory=list)
    source_starts: list[int] = field(default_factory=list)
    source_ends: list[int] = field(default_factory=list)

    def character(self, at: int) -> tuple[int, int]:
        """Return the source bounds of the clean character `at`."""
        edit = bisect_right(self.clean_ends, at)
        if edit < len(self.clean_starts) and self.clean_starts[edit] <= at:
            return self.source_starts[edit], self.source_ends[edit]
        source = at if edit == 0 else self.source_ends[edit - 1] + at - self.clean_ends[edit - 1]
        return source, source + 1


@dataclass(frozen=True, slots=True)
class Normalised:
    """Clean text and the way back to the source."""

    text: str
    _layers: tuple[_Layer, ...] = ()

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source bounds of the characters that `text[start:end]` was made from."""
        for layer in reversed(self._layers):
            first = layer.character(start)[0]
            start, end = first, layer.character(end - 1)[1] if end > start else first
        return start, end


def normalise(text: str) -> Normalised:
    """Return `text` cleaned; cleaning clean text changes nothing.

    One pass does for nearly every article. A repair can uncover another ("&acirc;€œ"), so passes
    go on until nothing changes; their bound only matters for text made to defeat it.
    """
    layers: list[_Layer] = []
    for find in (_edits, joints, _notes, _cuts):
        for _ in range(_PASSES):
            clean, layer = _pass(text, find(text))
            if not layer.clean_starts:
                break
            layers.append(layer)
            text = clean
    return Normalised(text, tuple(layers))


def _notes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the marks that lead to notes: `Jambi¹`, `2023²`, `3,48ᵃ`, not `m²`, `meter³`."""
    if _RAISED.search(text):
        yield from ((match.start(), match.end(), "") for match in _NOTE.finditer(text))


def _cuts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield a space for each seam of glued words."""
    return ((at, at, " ") for at in seams(text))


def _pass(text: str, edits: Iterable[tuple[int, int, str]]) -> tuple[str, _Layer]:
    pieces: list[str] = []
    layer, at, clean_at = _Layer(), 0, 0
    for start, end, replacement in edits:
        clean_at += start - at
        pieces += (text[at:start], replacement)
        layer.clean_starts.append(clean_at)
        clean_at += len(replacement)
        layer.clean_ends.append(clean_at)
        layer.source_starts.append(start)
        layer.source_ends.append(end)
        at = end
    pieces.append(text[at:])
    return "".join(pieces), layer


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    tabbed = _tabbed(text)
    for match in _DIRT.finditer(text):
        found = match.group()
        if match.lastgroup == "gap":
            replacement = _gap(found, at_edge=match.start() == 0 or match.end() == len(text))
            if replacement == " " and "\t" in found and match.start() in tabbed:
                replacement = " |" * found.count("\t") + " "
        elif match.lastgroup == "garbled":
            replacement = _MOJIBAKE[found]
        else:
            replacement = _entity(match["entity"])
        if replacement != found:
            yield match.start(), match.end(), replacement


def _tabbed(text: str) -> set[int]:
    """Return where tabs part the cells of a table: in lines right above or below one another."""
    if "\t" not in text:
        return set()
    lines = [match.span() for match in _TABBED.finditer(text)]
    beside = (
        line
        for one, other in pairwise(lines)
        if len(_BREAK.findall(text, one[1], other[0])) <= _APART
        and not text[one[1] : other[0]].strip()
        for line in (one, other)
    )
    return {at for start, end in dict.fromkeys(beside) for at in range(start, end)}


def _gap(found: str, *, at_edge: bool) -> str:
    if breaks := len(_BREAK.findall(found)):
        return "\n" * breaks
    return "" if at_edge or _ONLY_INVISIBLE.fullmatch(found) else " "


def _entity(name: str) -> str:
    written = f"&{name};"
    if not name.startswith("#") and f"{name};" not in html5:
        return written
    meant = html.unescape(written)
    # A letter, digit, "#" or ";" out of an entity could complete another one without end.
    if len(meant) == 1 and meant.isascii() and (meant.isalnum() or meant in "#;"):
        return written
    return meant
