"""The words of an article, and what the words around a place tell: sentences, verbs of saying."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.verbs import speech_words
from extractor.mentions import spans
from extractor.mentions.kinds import QuoteMention, RegionMention
from extractor.mentions.officials.glue import first_part
from extractor.mentions.officials.lexing import is_degree_text
from extractor.mentions.surface import surface

REACH = 14
_LONGEST_WORD, _OLDEST = 60, 3
_SHORT, _TITLE_SHARE = 4, 0.6


class Wording:
    """The tokens of one article as words; all places are token indices."""

    def __init__(self, doc: Doc) -> None:
        seen = surface(doc)
        self.words, self.lower, self.starts = seen.words, seen.lower, seen.begins or [0]
        self.text = seen.text
        self._initials: set[str] | None = None
        self._title_case: dict[int, bool] = {}
        self._says_after: dict[int, bool] = {}
        self.quoted = inside([(quote.start, quote.end) for quote in spans.read(doc, QuoteMention)])
        self.regions = inside([(r.start, r.end) for r in spans.read(doc, RegionMention)])
        self.names, self.speech, self.offices = name_words(), speech_words(), office_words()
        self._plain = [self._bare_word(word) for word in self.words]
        self._capital = [
            word[:1].isupper() and word[:1].isalpha() and len(word) < _LONGEST_WORD
            for word in self.words
        ]

    def plain(self, at: int) -> str:
        """Return token `at` as a word of a name: "Seno." is Seno, "Rudi.Rudi" is Rudi."""
        return self._plain[at]

    def _bare_word(self, word: str) -> str:
        if not word[:1].isupper() or len(word) >= _LONGEST_WORD:
            return word
        word = word[: first_part(word, self.text)]
        bare = word.rstrip(".")
        if len(bare) > 1 and "." not in bare and bare.lower() not in self.names.abbreviations:
            return bare
        return word

    def name_words(self, start: int, end: int) -> list[str]:
        """Return the tokens as words of a name."""
        return self._plain[start:end]

    def name_at(self, start: int, end: int) -> str:
        """Return the tokens as one name."""
        return " ".join(self._plain[start:end])

    def sentence(self, at: int) -> int:
        """Return the first token of the sentence that holds token `at`."""
        return self.starts[max(0, bisect_right(self.starts, at) - 1)]

    def sentence_end(self, at: int) -> int:
        """Return the end of the sentence that holds token `at`."""
        following = bisect_right(self.starts, at)
        return self.starts[following] if following < len(self.starts) else len(self.words)

    def is_capital(self, at: int) -> bool:
        """Tell whether token `at` begins with a capital letter."""
        return self._capital[at]

    def is_body(self, word: str) -> bool:
        """Tell whether `word` is of the name of a body: "BPS", "Dinas"."""
        offices = self.offices
        listed = word in offices.complement or word in offices.body_ends
        return listed or bool(offices.shapes.fullmatch(word))

    def is_personal(self, at: int) -> bool:
        """Tell whether a name of a person, not of a body, begins at token `at`."""
        names, word = self.names, self.words[at]
        return word in names.given or word in names.noble or word in names.articles

    def is_title(self, at: int) -> bool:
        """Tell whether token `at` stands before a name: "Pak", "H.", "AKBP", "Pol", "Pj"."""
        word, written = self.lower[at].rstrip("."), self.words[at].rstrip(".")
        names = self.names
        return (
            word in names.honorifics
            or self.words[at] in ("H", "H.", "Hj", "Hj.")
            or self.words[at] in names.undotted_honorifics
            or written in self.offices.acting  # tutur Pj Aries
            or (word,) in names.ranks
            or (self._capital[at] and word in names.arms)
        )

    def is_degree(self, at: int) -> bool:
        """Tell whether token `at` is a degree behind a name: "M.Si.", "SH"."""
        return is_degree_text(self.words[at], self.names)

    def is_aged(self, end: int) -> bool:
        """Tell whether an age follows the name that ends at token `end`: "Simon (40)"."""
        words = self.words[end : end + 3]
        if len(words) < 3 or words[0] != "(" or words[2] not in (")", "),", ")."):
            return False
        return words[1].isdigit() and len(words[1]) < _OLDEST

    def is_initialled(self, word: str) -> bool:
        """Tell whether the article calls somebody by the initials `word`: "berinisial AM"."""
        if self._initials is None:
            told = (n for n, word in enumerate(self.lower) if word in ("inisial", "berinisial"))
            self._initials = {self.words[n + 1] for n in told if n + 1 < len(self.words)}
        return word in self._initials

    def is_title_case(self, at: int) -> bool:
        """Tell whether the sentence of token `at` is written like a headline."""
        first = self.sentence(at)
        if first not in self._title_case:
            words = [n for n in range(first, self.sentence_end(at)) if self.words[n][:1].isalpha()]
            capitals = sum(self.is_capital(n) for n in words)
            self._title_case[first] = len(words) > _SHORT and capitals > _TITLE_SHARE * len(words)
        return self._title_case[first]

    def past_fillers(self, at: int, stop: int) -> int:
        """Return the first token from `at` on that is no word like "lagi" or "juga"."""
        while at < stop and self.lower[at] in self.speech.fillers:
            at += 1
        return at

    def speaks_before(self, at: int) -> bool:
        """Tell whether a verb with the speaker behind it stands right before token `at`."""
        at -= 1
        while at > 0 and (self.lower[at] in self.speech.fillers or self.is_title(at)):
            at -= 1
        if at < 0:
            return False
        return self.lower[at] in self.speech.leading

    def says_after(self, at: int) -> bool:
        """Tell whether a verb of saying follows token `at`, past degrees and an apposition."""
        known = self._says_after.get(at)
        if known is None:
            known = self._says_after[at] = self._find_saying(at)
        return known

    def _find_saying(self, at: int) -> bool:
        apposed = False
        for place in range(at, min(at + REACH, len(self.words))):
            word = self.lower[place]
            if word in self.speech.active:
                return True
            if self.words[place].isspace() or word in '.;:"“”':
                return False
            if word == "," or word in self.speech.appositions:
                apposed = True
            elif word in self.speech.fillers or not word[:1].isalpha():
                continue
            elif self.words[place].islower() and not apposed:
                return False
        return False


def inside(places: Sequence[tuple[int, int]]) -> set[int]:
    """Return the tokens that lie in one of `places`."""
    return {at for start, end in places for at in range(start, end)}
