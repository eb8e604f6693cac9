"""The component `fakta_indices`: every index, evaluation and graded award that is named."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.foreign import foreign_words
from extractor.lexicon.indices import catalogue
from extractor.lexicon.ranks import rank_words
from extractor.mentions import pieces, spans
from extractor.mentions.indices.awards import Awards
from extractor.mentions.indices.forms import Forms
from extractor.mentions.indices.names import Hit, Names
from extractor.mentions.indices.senses import Senses
from extractor.mentions.indices.short import ShortNames
from extractor.mentions.indices.spelling import decimal_after, decimal_place
from extractor.mentions.kinds import IndexMention, RegionMention
from extractor.mentions.pieces import Pieces

_VALUE_REACH = 20
_GRADE_REACH = 6
_GROWS_REACH = 10
_GROWN_REACH = 5
_ITEM_REACH = 10
_RANKED_REACH = 8


class Indices:
    """Finds indices by full name, acronym, form, and with one slip of the pen."""

    def __init__(self) -> None:
        self.catalogue = catalogue()
        self.names = Names(self.catalogue)
        self.forms = Forms(self.catalogue)
        self.awards = Awards(self.catalogue)
        self.senses = Senses(self.catalogue)
        self.short = ShortNames(self.catalogue)

    def __call__(self, doc: Doc) -> Doc:
        """Write the indices of `doc`."""
        spans.write(doc, IndexMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[IndexMention]:
        """Return the indices of `doc` in order, none inside another."""
        seen = pieces.read(doc)
        # "ekonomi" is a word of many names: it counts as taken only where it is an index itself
        hits = [h for h in self.names.find(seen) if h.need != "grows" or self.granted(h, seen)]
        taken = _places(hits)
        borders = {seen.place_of(region.start) for region in spans.read(doc, RegionMention)}
        hits += self.forms.find(seen, taken, borders)
        hits += self.awards.find(seen, _places(hits), borders)
        given = [hit for hit in hits if not hit.ids or self.granted(hit, seen)]
        unsaid = [hit for hit in hits if hit.ids and hit.acronym and hit not in given]
        given += self.senses.find(seen, given, _places(given), unsaid)
        given += self.short.find(seen, given, _places([*hits, *given]))
        kept = _joined(sorted(given, key=lambda hit: hit.start), seen)
        kept = [self._assessed(hit, seen) for hit in kept]
        kept = [hit for hit in kept if hit.ids]
        named: dict[str, list[Hit]] = {}
        for hit in kept:
            named.setdefault(hit.ids[0], []).append(hit)
        return [self.parse(doc, hit, seen) for hit in kept if not self._is_part(hit, named, seen)]

    def _assessed(self, hit: Hit, seen: Pieces) -> Hit:
        """Take in who assesses: in `nilai MCP KPK 97,21` the KPK is not the one assessed."""
        entry = self.catalogue.get(hit.ids[0]) if hit.ids else None
        behind = seen.words[hit.end] if seen.near(hit.end - 1, hit.end) else ""
        return replace(hit, end=hit.end + 1) if entry and behind == entry.assessor else hit

    def _is_part(self, hit: Hit, named: dict[str, list[Hit]], seen: Pieces) -> bool:
        """`Umur Harapan Hidup` is a part of IPM in an article that tells of that.

        Named in a single sentence, IPM is one index beside it, or a line of other news; unless the
        part is told right behind it, `IPM dihitung dari umur harapan hidup 72,1 tahun`.
        """
        entry = self.catalogue.get(hit.ids[0])
        wholes = named.get(entry.within, []) if entry is not None else []
        if wholes and not seen.near(wholes[0].start, wholes[-1].start):
            return True
        ahead = (one for one in wholes if one.end <= hit.start and seen.near(one.start, hit.start))
        return any(not decimal_after(seen, one.end, hit.start - one.end) for one in ahead)

    def parse(self, doc: Doc, hit: Hit, seen: Pieces) -> IndexMention:
        """Return the mention that `hit` stands for."""
        entry = self.catalogue.get(hit.ids[0])
        said = hit.name or " ".join(seen.words[hit.start : hit.end])
        start, end = seen.tokens(doc, hit.start, hit.end)
        return IndexMention(
            start=start,
            end=end,
            id=hit.ids[0],
            name=entry.name if entry else self._spelt(hit, said),
            acronym=entry.acronym if entry else hit.acronym,
            rule=hit.rule,
        )

    def _spelt(self, hit: Hit, said: str) -> str:
        return hit.ids[0].replace("-", " ").capitalize() if hit.rule == "acronym" else said

    def granted(self, hit: Hit, seen: Pieces) -> bool:
        """Tell whether a name that needs words of measurement or a value beside it has them."""
        words = self.catalogue.words
        if hit.need == "value":
            valued = decimal_place(seen, hit.end, _VALUE_REACH, words["counted"]) >= 0
            return valued or self._ranked(hit, seen) or self._heads(hit, seen)
        if hit.need == "grows":
            return self._grows(hit, seen)
        if hit.need == "measure":
            before = range(hit.start - 3, hit.start)
            measures = words["measures"]
            graded = (seen.at(place, hit.start) for place in range(hit.end, hit.end + _GRADE_REACH))
            return (
                decimal_after(seen, hit.end, 9)
                or any(seen.at(place, hit.start) in measures for place in before)
                or not words["graded"].isdisjoint(graded)
            )
        return True

    def _ranked(self, hit: Hit, seen: Pieces) -> bool:
        """`angka kemiskinan tertinggi`, `tingkat kemiskinan Rimba di urutan kelima terendah`."""
        ranks = rank_words()
        behind, second = (seen.at(hit.end + step, hit.start) for step in (0, 1))
        most = behind == "paling" and second in ranks.most_best | ranks.most_worst
        placed = (
            seen.at(at, hit.start) in ranks.bare_nouns
            for at in range(hit.end, hit.end + _RANKED_REACH)
        )
        return most or behind in ranks.directions or any(placed)

    def _heads(self, hit: Hit, seen: Pieces) -> bool:
        """`Tingkat pengangguran terbuka tiap provinsi:` over lines that have values."""
        at = hit.end
        while seen.near(at - 1, at):
            at += 1
        return seen.words[at - 1] == ":" and decimal_after(seen, at + 1, _ITEM_REACH)

    def _grows(self, hit: Hit, seen: Pieces) -> bool:
        """`Ekonomi Kota Jambi tumbuh 5,03 persen`; not `ekonomi kreatif tumbuh`, nor abroad."""
        words = self.catalogue.words
        for at in range(hit.end, hit.end + _GROWS_REACH):
            if not seen.near(hit.start, at):
                return False
            word = seen.lower[at]
            if word in words["grows"]:
                return decimal_after(seen, at + 1, _GROWN_REACH)
            if seen.words[at] in foreign_words().places:
                return False
            name = seen.words[at][0].isupper() or word.isdecimal()
            if not name and word not in words["grows_between"]:
                return False
        return False


def _places(hits: list[Hit]) -> set[int]:
    return {place for hit in hits for place in range(hit.start, hit.end)}


def _joined(hits: list[Hit], seen: Pieces) -> list[Hit]:
    """Join an acronym with the full name in brackets after it: `SPBE (Sistem Pemerintahan ...)`."""
    joined: list[Hit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        if (
            last
            and last.rule == "acronym"
            and last.ids == hit.ids
            and hit.start == last.end + 1
            and seen.words[last.end] == "("
            and seen.words[hit.end : hit.end + 1] == [")"]
        ):
            joined[-1] = replace(last, end=hit.end + 1, rule="full+acronym")
        else:
            joined.append(hit)
    return joined


@Language.factory("fakta_indices", assigns=["doc.spans"])
def create_indices(nlp: Language, name: str) -> Indices:
    """Return the component for the pipeline `nlp`."""
    return Indices()
