"""The subject of a verb of saying: "Rina", "Rina, S.E., yang ditemui di Palu,", "ia"."""

from extractor.lexicon.reported import reported_words
from extractor.speech.focus import Focus
from extractor.speech.person_index import Reference

_LONGEST_GAP = 30
_BEFORE_OTHERS = frozenset(("kepada", "oleh", "dengan", "dari", "untuk", "bersama", "terhadap"))


class Subjects:
    """Finds who says what a verb with its subject in front tells."""

    def __init__(self, focus: Focus) -> None:
        self.focus, self.index = focus, focus.index
        self.words = reported_words()

    def of(self, verb: int, begin: int) -> tuple[int, str] | None:
        """Return the person who is the subject of the verb at token `verb`, and the pass.

        `begin` is where its sentence begins. None when it is nobody known, or the verb is denied,
        hoped for, or somebody else's ("yang mengatakan").
        """
        index, at = self.index, verb - 1
        while at >= begin and self._is_filler(at):
            at -= 1
        if at > begin and self._is_denied_denial(at, verb):
            at -= 1
        if at < begin or index.lower[at] in self.words.blocking:
            return None
        if index.lower[at] in index.speech.pronouns:
            person = self.focus.before(at)
            return None if person is None else (person, "pronoun")
        if index.lower[at] in self.words.joining:
            return self._of_sentence(begin, at)
        for reference in reversed(index.within(begin, verb)):
            if reference.end > at + 1 or at - reference.end > _LONGEST_GAP:
                continue
            if not self._is_free(reference, begin):
                return None
            return (reference.person, "subject") if self._is_clear(reference.end, at + 1) else None
        return None

    def _is_denied_denial(self, at: int, verb: int) -> bool:
        """Tell whether `tidak menutupi bahwa …` admits what follows."""
        lower = self.index.lower
        return lower[at] in self.words.negations and lower[verb] in self.words.denying

    def _is_filler(self, at: int) -> bool:
        word = self.index.lower[at]
        return word in self.index.speech.fillers or word in self.words.adverbs

    def _of_sentence(self, begin: int, at: int) -> tuple[int, str] | None:
        """The subject of the sentence: `Rina menyambut tamu dan mengatakan …`."""
        index = self.index
        first = begin
        while first < at and not index.words[first][:1].isalnum():
            first += 1
        if index.lower[first] in index.speech.pronouns:
            person = self.focus.before(first)
            return None if person is None else (person, "joined-verb")
        for reference in index.within(begin, at):
            if self.focus.is_subject(reference) and self._is_free(reference, begin):
                return reference.person, "joined-verb"
        return None

    def _is_free(self, reference: Reference, begin: int) -> bool:
        """Tell whether no word before the reference makes it another part: "kepada Rina"."""
        before = reference.start - 1
        if before < begin:
            return True
        relations = self.index.speech.relations
        # "istri Bupati", "kuasa hukum Bupati"
        related = any(
            word in relations for word in self.index.lower[max(begin, before - 1) : before + 1]
        )
        return self.index.lower[before] not in _BEFORE_OTHERS and not related

    def _is_clear(self, start: int, end: int) -> bool:
        """Tell whether only degrees, an apposition or an aside lie between subject and verb."""
        index, opened, apposed = self.index, False, False
        for at in range(start, end):
            word = index.lower[at]
            if word == ",":
                apposed, opened = not apposed, False
            elif not word[:1].isalpha() or index.is_capital(at) or self._is_filler(at):
                continue
            elif word in self.words.asides:
                opened = True
            elif not opened and not apposed:
                return False
        # "Rina, ketua panitia mengatakan": the apposition is not closed, so it is a new subject.
        last = end - 1
        bare = start < end and index.lower[last][:1].isalpha() and not index.is_capital(last)
        return not (apposed and bare and not opened)
