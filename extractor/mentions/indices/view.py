"""The words of a document as plain lists, computed once for all the rules on indices."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

_DECIMAL = re.compile(r"\d{1,4}[,.]\d{1,5}%?\)?")


@dataclass(frozen=True, slots=True)
class View:
    """Tokens as written, in lower case, and the sentence that each belongs to."""

    words: list[str]
    lower: list[str]
    sentence: list[int]

    def near(self, one: int, other: int) -> bool:
        """Tell whether both places exist and lie in one sentence."""
        size = len(self.words)
        return 0 <= one < size and 0 <= other < size and self.sentence[one] == self.sentence[other]

    def decimal_after(self, at: int, reach: int) -> bool:
        """Tell whether a decimal number comes within `reach` tokens: `RB Kalbar mencapai 86,79`."""
        stop = min(at + reach, len(self.words))
        return any(
            self.near(at - 1, place) and _DECIMAL.fullmatch(self.words[place][:12])
            for place in range(at, stop)
        )


def view(doc: Doc) -> View:
    """Return the view of `doc`; a line break begins a sentence even where no one marked it."""
    words, lower, sentence = [], [], []
    number = 0
    fresh = False
    for token in doc:
        text = token.text
        if fresh or token.is_sent_start:
            number += 1
        fresh = "\n" in text
        words.append(text)
        lower.append(token.lower_)
        sentence.append(number)
    return View(words, lower, sentence)
