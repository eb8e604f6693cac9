"""The component `fakta_regions`: every province, regency and city that is named."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.regions import gazetteer, words_of
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.regions.cues import INSIDE, Cue, Cues
from extractor.mentions.regions.names import Hit, Names
from extractor.mentions.regions.others import Others, continues_route
from extractor.mentions.regions.pieces import Pieces, pieces
from extractor.mentions.regions.plain import Plain
from extractor.mentions.regions.roles import Roles
from extractor.mentions.regions.senses import Reading, Senses
from extractor.mentions.surface import text_of
from extractor.text.dateline import Dateline, dateline

_HEAD = 4000
_PRICED = 15


class Regions:
    """Finds regions by name, and tells namesakes apart by what stands around them."""

    def __init__(self) -> None:
        self.gazetteer = gazetteer()
        self.names = Names(self.gazetteer)
        self.others = Others(self.gazetteer.words)
        self.cues = Cues(self.gazetteer.words)
        self.plain = Plain(self.gazetteer.words)
        self.senses = Senses(self.gazetteer)
        self.roles = Roles(self.gazetteer)

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
            self._reading(hit, seen, opening, is_inside=is_inside)
            for hit, is_inside in self._hits(seen)
            if not _is_publisher(hit, seen, opening)
        ]
        self.senses.settle(readings, seen)
        readings = self.roles.marked(self.plain.without(readings, seen), seen)
        mentions = [mention for reading in readings for mention in self._mentions(reading, seen)]
        return _apart(_merged(mentions, doc))

    def _hits(self, seen: Pieces) -> Iterator[tuple[Hit, bool]]:
        """Yield the names of regions, and whether each is a part of the name of a body."""
        hits = [None, *self.names.find(seen), None]
        blocked = -1
        for before, hit, after in zip(hits, hits[1:], hits[2:], strict=False):
            if hit is None:
                continue
            holder = self.others.holds(hit, before, after, seen)
            if holder == "none" or continues_route(hit, blocked, seen):
                blocked = hit.end
            else:
                yield hit, holder == "inside"

    def _reading(
        self, hit: Hit, seen: Pieces, opening: Dateline | None, *, is_inside: bool
    ) -> Reading:
        """Return `hit` with the codes that the words in front of it leave."""
        if is_inside:
            return Reading(hit, Cue(INSIDE, "", hit.start), hit.codes)
        cue = self.cues.before(hit, seen)
        if opening and opening.start <= seen.offset[hit.start] < opening.end and not cue.level:
            return Reading(hit, Cue("dateline", "", hit.start), hit.codes)
        if not cue.level:
            return Reading(hit, cue, hit.codes)
        codes = self._of_level(hit, cue.level)
        return Reading(hit, cue, codes) if codes else self._unfit(hit, cue, seen)

    def _of_level(self, hit: Hit, level: str) -> tuple[str, ...]:
        """The codes of `hit` at `level`, of those that bear the name now or bore it before."""
        regions = self.gazetteer.regions
        codes = tuple(code for code in hit.codes if regions[code].level == level)
        former = self.gazetteer.asked.get(tuple(hit.key.split()), "")
        return codes or ((former,) if former and regions[former].level == level else ())

    def _unfit(self, hit: Hit, cue: Cue, seen: Pieces) -> Reading:
        """Return the reading of a name that no region of the level asked for bears."""
        if cue.kind in ("level", "bare"):
            # "ibu kota Jawa Tengah", "kota Sleman": a plain word, no part of the name.
            levels = {self.gazetteer.regions[code].level for code in hit.codes}
            # "Kabupaten Lampung" is neither; "Kota Jakarta" may be said of a province.
            loose = levels == {"province"} and cue.level != "regency"
            if not seen.is_capital(cue.start) or loose:
                return Reading(hit, Cue("bare", "", hit.start), hit.codes)
            if cue.level == "city" and levels == {"regency"} and self._is_priced(hit, seen):
                return Reading(hit, replace(cue, level=""), hit.codes)
        if cue.kind == "institution":
            return Reading(hit, replace(cue, level=""), hit.codes)
        return Reading(hit, cue, hit.codes, open=True)

    def _is_priced(self, hit: Hit, seen: Pieces) -> bool:
        """`inflasi Kota Konawe`: a "kota" whose prices BPS gathers may be a regency."""
        near = seen.lower[max(0, hit.start - _PRICED) : hit.end + _PRICED]
        return not self.gazetteer.words.priced.isdisjoint(near)

    def _mentions(self, reading: Reading, seen: Pieces) -> Iterator[RegionMention]:
        cue, hit = reading.cue, reading.hit
        start, end = seen.span(cue.start, hit.end)
        if cue.other:
            for code in hit.codes:
                if self.gazetteer.regions[code].level == cue.other:
                    first, last = seen.span(cue.other_at, cue.other_at + 1)
                    start = max(start, last)  # "Kab/Kota Bogor": both levels in one token
                    if start < end:
                        yield self._mention(code, first, last, "level")
        is_told = reading.open or (reading.guessed and reading.codes[1:])
        candidates = " ".join(reading.codes) if is_told else ""
        mention = self._mention(reading.codes[0], start, end, reading.role or cue.kind, candidates)
        yield replace(mention, code="") if reading.open else mention

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
    start = opening.publisher_start
    return start <= seen.offset[hit.start] < start + len(opening.publisher)


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
