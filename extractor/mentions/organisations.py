"""The component `fakta_organisations`: ministries, agencies, companies and the country."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.organisations import organisation_words
from extractor.mentions import spans
from extractor.mentions.kinds import IndexMention, OrganisationMention, RegionMention
from extractor.mentions.surface import surface

_WORDS = re.compile(r"[^\W_]+|[^\w\s]")
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,5})?")
_COUNTRY = "Indonesia"
_NATIONAL = "nasional"
_RANK_REACH = 8


class Organisations:
    """Finds bodies that may hold a score of their own; one that only tells of it is left out."""

    def __init__(self, vocab: Vocab) -> None:
        self.words = organisation_words()
        self._names = PhraseMatcher(vocab, attr="LOWER")
        self._acronyms = PhraseMatcher(vocab, attr="ORTH")
        for matcher, entries in (
            (self._names, self.words.names),
            (self._acronyms, self.words.acronyms),
        ):
            for spelled, name in entries.items():
                # As one token and as several: tokenizers differ on "Kemenpan-RB", "Barang/Jasa".
                forms = {tuple(spelled.split()), tuple(_WORDS.findall(spelled))}
                matcher.add(name, [Doc(vocab, words=list(form)) for form in sorted(forms)])

    def __call__(self, doc: Doc) -> Doc:
        """Write the organisations of `doc`."""
        spans.write(doc, OrganisationMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[OrganisationMention]:
        """Return the organisations of `doc` in order, none inside another."""
        words = surface(doc).words
        regions = {region.start for region in spans.read(doc, RegionMention)}
        said: dict[str, str] = {}
        found: list[OrganisationMention] = []
        reached = 0
        bodies = self._bodies(doc, words)
        for start, end, body in bodies:
            if start < reached:
                continue
            reached = whole = self._with_acronym(end, body, words)
            name = said.setdefault(body or doc[start:end].text, doc[start:end].text)
            if self._may_hold(start, whole, words) and whole not in regions:
                found.append(OrganisationMention(start=start, end=whole, name=name))
        taken = {at for start, end, _ in bodies for at in range(start, end)}
        indices = spans.read(doc, IndexMention)
        for index in indices:
            own = words[index.end - 1] == _NATIONAL  # "indeks integritas nasional": of the nation
            taken.update(range(index.start, index.end - own))
        measured = {index.end - (words[index.end - 1] == _NATIONAL) for index in indices}
        found += [c for c in self._country(words, measured) if c.end - 1 not in taken]
        return sorted(found, key=lambda mention: mention.start)

    def _bodies(self, doc: Doc, words: list[str]) -> list[tuple[int, int, str]]:
        """Return the longest bodies, apart: start, end, and the name if the lexicon has it."""
        strings = doc.vocab.strings
        hits = [
            (start, end, strings[key])
            for matcher in (self._names, self._acronyms)
            for key, start, end in matcher(doc)
            if words[start][0].isupper()
        ]
        known = {start for start, _, _ in hits}
        hits += [(at, end, "") for at, end in self._open(words) if at not in known]
        kept: list[tuple[int, int, str]] = []
        for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept

    def _open(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """`PT Pelindo III`, `Universitas Mulawarman`: a head and the capitals behind it."""
        for at, word in enumerate(words):
            if word not in self.words.heads:
                continue
            end = at + 1
            while end < min(len(words), at + self.words.longest):
                joins = words[end] in self.words.particles and word.startswith("Kemen")
                follower = words[end + 1] if joins and end + 1 < len(words) else words[end]
                if not follower[:1].isupper() or follower in self.words.heads:
                    break
                end += 2 if joins else 1
            if end > at + 1:
                yield at, end

    def _with_acronym(self, end: int, body: str, words: list[str]) -> int:
        """`Kementerian Keuangan (Kemenkeu)` is one mention."""
        for size in (1, 2, 3):
            close = end + 1 + size
            if close < len(words) and words[end] == "(" and words[close] == ")":
                inside = words[end + 1 : close]
                is_own = any(
                    self.words.acronyms.get(glue.join(inside)) == body for glue in (" ", "")
                )
                if is_own or (not body and size == 1 and inside[0].isupper()):
                    return close + 1
        return end

    def _may_hold(self, start: int, end: int, words: list[str]) -> bool:
        """Not `menurut BPS`, not `KPK mencatat`."""
        before = words[start - 1].lower() if start else ""
        after = words[end].lower() if end < len(words) else ""
        return before not in self.words.not_behind and after not in self.words.not_before

    def _country(self, words: list[str], measured: set[int]) -> Iterator[OrganisationMention]:
        """Yield the country; `measured` are the tokens right behind the name of an index."""
        for at, word in enumerate(words):
            start = at if word in self.words.country and self._is_country(at, words) else -1
            if word.lower() == _NATIONAL:
                start = self._national(at, words, measured)
            if start >= 0:
                yield OrganisationMention(start=start, end=at + 1, name=_COUNTRY, code="ID")

    def _is_country(self, at: int, words: list[str]) -> bool:
        """`IPM Indonesia 2024`, but not `Palang Merah Indonesia`, `di Indonesia`."""
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if before.lower() in self.words.country_not_behind or before == "-" or after == "(":
            return False
        if len(before) > 1 and before.isupper():
            return True
        if after[:1].isupper():
            return False
        return not before[:1].isupper() or self._is_measured(at, words)

    def _is_measured(self, at: int, words: list[str]) -> bool:
        """`Indeks Pembangunan Manusia Indonesia`, `Skor Indonesia`: a measure heads the words."""
        for place in range(at - 1, max(-1, at - 6), -1):
            if words[place].lower() in self.words.country_measures:
                return True
            if not words[place][0].isupper():
                break
        return False

    def _national(self, at: int, words: list[str], measured: set[int]) -> int:
        """The start of `rata-rata nasional`; of `nasional` in `IKLH nasional tercatat 72,54`."""
        ranked = {word.lower() for word in words[max(0, at - _RANK_REACH) : at]}
        if at in measured and ranked.isdisjoint(self.words.ranked):
            return at
        if at and words[at - 1].lower() in self.words.country_heads:
            is_split = at > 2 and words[at - 2] == "-" and words[at - 1].lower() == "rata"
            return at - 3 if is_split else at - 1
        near = [word.lower() for word in words[max(0, at - 2) : at]]
        is_given = at + 1 < len(words) and _NUMBER.fullmatch(words[at + 1]) is not None
        return at if is_given and self.words.country_measures.intersection(near) else -1


@Language.factory("fakta_organisations", assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Organisations:
    """Return the component for a pipeline."""
    return Organisations(nlp.vocab)
