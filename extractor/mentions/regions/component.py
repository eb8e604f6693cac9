"""The component `fakta_regions`: every province, regency and city that is named."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.regions import gazetteer, words_of
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.regions.cues import Cue, Cues
from extractor.mentions.regions.names import Hit, Names
from extractor.mentions.regions.others import Others, continues_route
from extractor.mentions.regions.pieces import Pieces, pieces
from extractor.mentions.regions.plain import Plain
from extractor.mentions.regions.senses import Reading, Senses
from extractor.mentions.surface import text_of
from extractor.text.dateline import Dateline, dateline

_HEAD = 4000


class Regions:
    """Finds regions by name, and tells namesakes apart by what stands around them."""

    def __init__(self) -> None:
        self.gazetteer = gazetteer()
        self.names = Names(self.gazetteer)
        self.others = Others(self.gazetteer.words)
        self.cues = Cues(self.gazetteer.words)
        self.plain = Plain(self.gazetteer.words)
        self.senses = Senses(self.gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Write the regions of `doc`."""
        spans.write(doc, RegionMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[RegionMention]:
        """Return the regions of `doc` in order, none inside another."""
        text = text_of(doc)
        seen = pieces(doc, text)
        opening = dateline(text[:_HEAD].split("\n"))
        if opening and words_of(opening.publisher or "") in self.gazetteer.names:
            opening = None  # "Musi Banyuasin (Muba), …" opens a list
        readings = [
            self._reading(hit, seen, opening)
            for hit in self._hits(seen)
            if not _is_publisher(hit, seen, opening)
        ]
        self.senses.settle(readings, seen)
        mentions = [
            mention
            for reading in self.plain.without(readings, seen)
            for mention in self._mentions(reading, seen)
        ]
        return _apart(_merged(mentions, doc))

    def _hits(self, seen: Pieces) -> Iterator[Hit]:
        """Yield the names that are no part of another name."""
        hits = [None, *self.names.find(seen), None]
        blocked = -1
        for before, hit, after in zip(hits, hits[1:], hits[2:], strict=False):
            if hit is None:
                continue
            is_other = self.others.hold(hit, before, after, seen)
            if is_other or continues_route(hit, blocked, seen):
                blocked = hit.end
            else:
                yield hit

    def _reading(self, hit: Hit, seen: Pieces, opening: Dateline | None) -> Reading:
        """Return `hit` with the codes that the words in front of it leave."""
        cue, regions = self.cues.before(hit, seen), self.gazetteer.regions
        if opening and opening.start <= seen.offset[hit.start] < opening.end and not cue.level:
            return Reading(hit, Cue("dateline", "", hit.start), hit.codes)
        if not cue.level:
            return Reading(hit, cue, hit.codes)
        codes = tuple(code for code in hit.codes if regions[code].level == cue.level)
        if not codes and cue.kind in ("level", "bare"):
            # "ibu kota Jawa Tengah", "kota Sleman": a plain word, no part of the name.
            is_plain = not seen.is_capital(cue.start) or "province" in (
                cue.level,
                regions[hit.codes[0]].level,
            )
            cue = Cue("bare", "", hit.start) if is_plain else replace(cue, level="")
        if not codes and cue.kind == "institution":
            cue = replace(cue, level="")
        return Reading(hit, cue, codes or hit.codes)

    def _mentions(self, reading: Reading, seen: Pieces) -> Iterator[RegionMention]:
        cue, hit = reading.cue, reading.hit
        start, end = seen.span(cue.start, hit.end)
        if cue.other:
            for code in hit.codes:
                if self.gazetteer.regions[code].level == cue.other:
                    first, last = seen.span(cue.other_at, cue.other_at + 1)
                    if last <= start:
                        yield self._mention(code, first, last, "level")
        candidates = " ".join(reading.codes) if reading.guessed and reading.codes[1:] else ""
        yield self._mention(reading.codes[0], start, end, cue.kind, candidates)

    def _mention(
        self, code: str, start: int, end: int, cue: str, candidates: str = ""
    ) -> RegionMention:
        region = self.gazetteer.regions[code]
        return RegionMention(
            start=start,
            end=end,
            code=code,
            name=region.name,
            level=region.level,
            cue=cue,
            candidates=candidates,
        )


def _is_publisher(hit: Hit, seen: Pieces, opening: Dateline | None) -> bool:
    """`PALU, Radar Sulteng | …`: the name of a paper behind or before the place."""
    if opening is None or not opening.publisher:
        return False
    at = seen.offset[hit.start]
    size = len(opening.publisher) + 4
    return opening.end <= at < opening.end + size or opening.start - size <= at < opening.start


def _merged(mentions: list[RegionMention], doc: Doc) -> list[RegionMention]:
    """Take `Nusa Tenggara Barat (NTB)` for one mention."""
    kept: list[RegionMention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.code == mention.code
            and mention.start == last.end + 1
            and doc[last.end].text == "("
            and mention.end < len(doc)
            and doc[mention.end].text == ")"
        ):
            kept[-1] = replace(last, end=mention.end + 1)
        else:
            kept.append(mention)
    return kept


def _apart(mentions: list[RegionMention]) -> list[RegionMention]:
    """Leave no two mentions on one token: of `Kaltim/Kalsel` in one token the first stays."""
    kept: list[RegionMention] = []
    for mention in mentions:
        last = kept[-1].end if kept else 0
        if mention.start >= last:
            kept.append(mention)
        elif mention.end > last:
            kept.append(replace(mention, start=last))
    return kept


@Language.factory("fakta_regions", assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Regions:
    """Return the component for a pipeline."""
    return Regions()
