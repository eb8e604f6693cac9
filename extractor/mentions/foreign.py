"""The component `fakta_foreign`: other countries, their cities, parts of the world, the world."""

import re

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.foreign import foreign_words
from extractor.mentions import spans
from extractor.mentions.kinds import ForeignMention, OrganisationMention, RegionMention
from extractor.mentions.surface import surface

_WORDS = re.compile(r"[^\W_]+|[^\w\s]")
_WORLD, _WORLD_CODE = "dunia", "001"
_ACRONYM = 4


class Foreign:
    """Finds what lies abroad: a value told of it is nobody's here."""

    def __init__(self, vocab: Vocab) -> None:
        self.words = foreign_words()
        self._matcher = PhraseMatcher(vocab, attr="ORTH")
        for name in self.words.places:
            forms = {tuple(name.split()), tuple(_WORDS.findall(name))}
            if len(name) > _ACRONYM:
                forms |= {tuple(word.upper() for word in form) for form in forms}
            # Tokenizers now and then keep the full stop of a sentence: "di Lima, Peru."
            forms |= {(*form[:-1], f"{form[-1]}.") for form in forms}
            self._matcher.add(name, [Doc(vocab, words=list(form)) for form in sorted(forms)])

    def __call__(self, doc: Doc) -> Doc:
        """Write what `doc` names abroad."""
        spans.write(doc, ForeignMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[ForeignMention]:
        """Return the foreign places of `doc` in order, none inside another."""
        seen, strings = surface(doc), doc.vocab.strings
        hits = [(start, end, strings[key]) for key, start, end in self._matcher(doc)]
        nearby = {start: self.words.places[name] for start, _, name in hits}
        # "Bank of Japan (BoJ)" is a body, and abroad; "Malaysia Airlines" is a body.
        bodies = {start for start, end, _ in hits if end - start > 1}
        owned = self._owned(hits, doc)
        hits = [(owned.get(end, start), end, name) for start, end, name in hits]
        bodies.update(owned.values())
        held = {
            at
            for kind in (RegionMention, OrganisationMention)
            for mention in spans.read(doc, kind)
            if kind is RegionMention or mention.start not in bodies
            for at in range(mention.start, mention.end)
        }
        found: list[ForeignMention] = []
        reached = 0
        for start, end, name in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            code = self.words.places[name]
            if start < reached or not held.isdisjoint(range(start, end)):
                continue
            apposed = seen.words[end : end + 1] == [","] and nearby.get(end + 1) == code
            if self._is_place(start, end, name, seen.words, apposed):
                found.append(ForeignMention(start=start, end=end, code=code, name=name))
                reached = end
        return sorted([*found, *self._world(seen.lower, held)], key=lambda place: place.start)

    def _owned(self, hits: list[tuple[int, int, str]], doc: Doc) -> dict[int, int]:
        """Return where the bodies begin whose names end in a country: `Bank Sentral Brasil`."""
        ends = {end for _, end, name in hits if name not in self.words.needy}
        return {
            body.end: body.start
            for body in spans.read(doc, OrganisationMention)
            if body.end in ends and not body.code
        }

    def _is_place(self, start: int, end: int, name: str, words: list[str], apposed: bool) -> bool:
        """Not `dolar AS`, `bahasa Inggris`, `Lima orang`, `Budi Darwin`."""
        before = words[start - 1] if start else ""
        if before.lower() in self.words.not_behind:
            return False
        if name in self.words.needy:
            after = words[end] if end < len(words) else ""
            behind = before.lower() in self.words.prepositions and not after[:1].isupper()
            return behind or apposed
        return True

    def _world(self, lower: list[str], held: set[int]) -> list[ForeignMention]:
        """`inflasi global`, but not `dunia usaha`."""
        return [
            ForeignMention(start=at, end=at + 1, code=_WORLD_CODE, name=_WORLD)
            for at, word in enumerate(lower)
            if word in self.words.world
            and at
            and lower[at - 1] in self.words.world_behind
            and at not in held
        ]


@Language.factory("fakta_foreign", assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Foreign:
    """Return the component for a pipeline."""
    return Foreign(nlp.vocab)
