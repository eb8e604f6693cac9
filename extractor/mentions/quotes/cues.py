"""Finding the verb of saying next to a stretch in quotation marks."""

import re
from dataclasses import dataclass

from extractor.lexicon.verbs import speech_words

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
# `"Kami siap".kata Rina`: a full stop in the place of the comma.
_GAP = re.compile(r"(?:\.(?=\s?[a-z]))?[\s,–—-]*")
_AHEAD = 90
_BEHIND = 260
_WORDS_TO_VERB = 7
_WORDS_FROM_VERB = 14


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying, as characters; `side` tells whether it follows or leads the quote."""

    start: int
    end: int
    verb: str
    side: str


class Cues:
    """Knows the verbs of saying."""

    def __init__(self) -> None:
        self.words = speech_words()

    def after(self, text: str, at: int, end: int) -> Cue | None:
        """Return the verb after a quote that ends at `at`: `…," kata Sri`, `…," ia menambahkan`."""
        stop = min(end, at + _AHEAD)
        gap = _GAP.match(text, at, stop)
        begin = gap.end() if gap else at
        found = list(_WORD.finditer(text, begin, stop))[:_WORDS_TO_VERB]
        if not found or found[0].start() != begin:
            return None
        lower = found[0][0].lower()
        following = found[1][0] if len(found) > 1 else ""
        if lower in self.words.nicknamed and self._says(following.lower()):
            # "demikian kata Sri", "begitu ujarnya"
            return _cue(found[1], "after")
        if lower in self.words.closing and self._is_statement(following.lower()):
            return _cue(found[0], "after")
        if found[0][0][0].isupper():
            anew = text[at - 2 : at - 1] == "."
            return self._new_sentence(found, text, anew=anew) or self._subject_first(
                found, text, anew=anew
            )
        named = following[:1].isupper() or following in self.words.pronouns
        if lower in self.words.closing or lower in self.words.active:
            # "demikian Suryadi", "melanjutkan Bambang"
            return _cue(found[0], "after") if named else None
        if self._says(lower) or lower in self.words.according:
            return _cue(found[0], "after")
        return self._subject_first(found, text, anew=False)

    def _is_statement(self, word: str) -> bool:
        """Tell whether a body's statement is told: "demikian keterangan BPS"."""
        return word in self.words.documents - self.words.posted

    def _new_sentence(self, found: list[re.Match[str]], text: str, *, anew: bool) -> Cue | None:
        """Return the verb written as if a sentence began: `….” Tegas Rina.`, `….” Ujarnya.`."""
        lower = found[0][0].lower()
        if not anew:
            return _cue(found[0], "after") if self._says(lower) else None
        if lower in self.words.pointing_back:
            alone = text[found[0].end() : found[0].end() + 1] in (".", "", "\n")
            return _cue(found[0], "after") if alone else None
        named = len(found) > 1 and found[1][0][0].isupper()
        return _cue(found[0], "after") if lower in self.words.bare and named else None

    def _says(self, word: str) -> bool:
        words = self.words
        return word in words.bare or word in words.pointing_back or word in words.passive

    def _subject_first(self, found: list[re.Match[str]], text: str, *, anew: bool) -> Cue | None:
        """Return the verb behind its subject: `…," ia menambahkan`, `…," Sri menegaskan`.

        With `anew` a sentence has ended in the quote: `….” Sri menegaskan …` then says something
        else, and only `….” Sri menegaskan.` tells the speaker.
        """
        first = found[0][0]
        is_pronoun = first.lower() in self.words.pronouns
        if not is_pronoun and not first[0].isupper():
            return None
        for at, match in enumerate(found[1:], start=1):
            if "." in text[found[at - 1].end() : match.start()]:
                return None
            word = match[0].lower()
            if word in self.words.active:
                stops = text[match.end() : match.end() + 1] in (".", "", "\n")
                return _cue(match, "after") if stops or not anew else None
            if match[0].islower() and word not in self.words.fillers:
                return None
        return None

    def before(self, text: str, at: int, start: int) -> Cue | None:
        """Return the verb before a quote that opens at `at`: `Noorhayati menimpali, "…`."""
        head = text[max(start, at - _BEHIND) : at]
        base = at - len(head)
        stripped = head.rstrip()
        if not stripped:
            return None
        ends = list(_SENTENCE_END.finditer(head))
        fragment = ends[-1].end() if ends else 0
        if fragment >= len(stripped):
            return None
        last = stripped[-1]
        found = list(_WORD.finditer(head, fragment))[-_WORDS_FROM_VERB:]
        if not found:
            return None
        if last not in ",:":
            # `Budi berkata "Kami siap."`: only the word right before counts.
            found = found[-2:] if found[-1][0].lower() == "bahwa" else found[-1:]
        for match in reversed(found):
            word = match[0].lower()
            if word in self.words.active or self._says(word) or word in ("menurutnya", "menurut"):
                return Cue(base + match.start(), base + match.end(), match[0], "before")
        return None


def _cue(match: re.Match[str], side: str) -> Cue:
    return Cue(match.start(), match.end(), match[0], side)
