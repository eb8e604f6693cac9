"""The component `fakta_organisations`: ministries, agencies, companies, schools, the country."""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.organisations import organisation_words
from extractor.lexicon.organisations_open import open_words
from extractor.mentions import spans
from extractor.mentions.kinds import IndexMention, OrganisationMention, RegionMention
from extractor.mentions.organisations.bodies import Body, Line
from extractor.mentions.organisations.country import Country
from extractor.mentions.organisations.naming import Names, learned
from extractor.mentions.organisations.runs import Runs
from extractor.mentions.surface import surface

_WORDS = re.compile(r"[^\W_]+|[^\w\s]")
_HYPHENED = re.compile(r"-?[^\W_]+|[^\w\s]")
# A body of these has no branch in a region: "UGM Yogyakarta" tells where it is.
_WHOLE = frozenset({"university", "international", "club"})


class Organisations:
    """Finds bodies, those that only tell of a score or give it included, and the country."""

    def __init__(self, vocab: Vocab) -> None:
        self.words, self.open = organisation_words(), open_words()
        self._heads = {key[0] for key in self.open.heads}
        self._names = PhraseMatcher(vocab, attr="LOWER")
        self._acronyms = PhraseMatcher(vocab, attr="ORTH")
        for matcher, entries in (
            (self._names, self.words.names),
            (self._acronyms, self.words.acronyms),
        ):
            for spelled, name in entries.items():
                # As one token and as several: tokenizers differ on "Kemenpan-RB" ("-RB").
                forms = {tuple(spelled.split()), tuple(_WORDS.findall(spelled))}
                forms.add(tuple(_HYPHENED.findall(spelled)))
                matcher.add(name, [Doc(vocab, words=list(form)) for form in sorted(forms)])

    def __call__(self, doc: Doc) -> Doc:
        """Write the organisations of `doc`."""
        spans.write(doc, OrganisationMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[OrganisationMention]:
        """Return the organisations of `doc` in order, none inside another."""
        seen = surface(doc)
        line = Line(seen)
        regions = {region.end - 1: region.code for region in spans.read(doc, RegionMention)}
        bodies = [_settled(body, regions) for body in self._bodies(doc, line)]
        bodies = sorted([*bodies, *learned(bodies, line)], key=lambda body: body.start)
        names = Names(bodies)
        found = [
            OrganisationMention(
                start=body.start,
                end=body.end,
                name=names.of(at).text,
                kind=body.kind,
                region=names.of(at).region,
                acronym=names.of(at).acronym,
                source=self._is_source(body, seen.lower),
            )
            for at, body in enumerate(bodies)
        ]
        taken = {at for body in bodies for at in range(body.start, body.end)}
        found += Country(self.words, seen.words).find(spans.read(doc, IndexMention), taken)
        return sorted(found, key=lambda mention: mention.start)

    def _bodies(self, doc: Doc, line: Line) -> list[Body]:
        """Return the longest bodies, apart, in order."""
        strings = doc.vocab.strings
        runs_at: dict[int, int] = {}
        hits: list[tuple[int, int, str]] = []
        for matcher in (self._names, self._acronyms):
            for key, start, end in matcher(doc):
                is_contest = line.word(end, start) in self.open.contests
                is_whole = line.breaks.isdisjoint(range(start + 1, end))
                if line.words[start][0].isupper() and is_whole and not is_contest:
                    hits.append((start, end, strings[key]))
                    runs_at[start] = max(end, runs_at.get(start, 0))
        runs = Runs(line, runs_at)
        found = [self._branch(start, end, name, runs) for start, end, name in hits]
        found += (
            body
            for at, word in enumerate(line.words)
            if (word in self._heads or word.rstrip(".") in self._heads)
            and (body := runs.at(at)) is not None
        )
        kept: list[Body] = []
        for body in sorted(found, key=lambda body: (body.start, -body.end, body.known == "")):
            if not kept or body.start >= kept[-1].end:
                kept.append(body)
        return kept

    def _branch(self, start: int, end: int, name: str, runs: Runs) -> Body:
        """Return a body that the lexicon lists, with its acronym and the region of its branch."""
        line, kind = runs.line, self.words.kinds[name]
        text, acronym = line.text(start, end), ""
        close, said = line.bracket(end, start)
        glued = said.replace(" ", "")
        if said and name in (self.words.acronyms.get(said), self.words.acronyms.get(glued)):
            end, acronym = close, said
        tail = runs.tail(end, start)
        if not tail.placed or kind in _WHOLE or name in self.words.unbranched:
            return Body(start, end, text, kind, name, acronym=acronym)
        place = line.text(end, tail.end)
        return Body(start, tail.end, f"{text} {place}", kind, name, tail.region, acronym, place)

    def _is_source(self, body: Body, lower: list[str]) -> bool:
        """`menurut BPS`, `KPK mencatat`."""
        before = lower[body.start - 1] if body.start else ""
        after = lower[body.end] if body.end < len(lower) else ""
        return before in self.words.not_behind or after in self.words.not_before


def _settled(body: Body, regions: dict[int, str]) -> Body:
    """Return `body` with the region that the words of the article make of the name in it."""
    codes = [regions[at] for at in range(body.start, body.end) if regions.get(at)]
    return replace(body, region=codes[-1]) if codes else body


@Language.factory("fakta_organisations", assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Organisations:
    """Return the component for a pipeline."""
    return Organisations(nlp.vocab)
