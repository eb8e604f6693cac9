"""Words on a page that nobody said: posts, captions, titles, verses.

They are told by what stands before them: "Akun itu menambahkan narasi: …", "berupa tulisan sebagai
berikut." on the line above.
"""

import re

from extractor.lexicon.verbs import speech_words

_SHORT_LINE = 40
_LINES_BACK = 3


class Posted:
    """Knows how words on a page are told."""

    def __init__(self) -> None:
        words = speech_words()
        posted = "|".join(sorted(words.posted, key=len, reverse=True))
        # `Berikut isi unggahannya: "…"`
        self._lead = re.compile(rf"\b(?:{posted})(?:nya)?(?: \w+){{0,5}} ?: ?$", re.IGNORECASE)
        self._line = re.compile(
            rf"\b(?:{posted})(?:nya)?(?:(?: \w+){{0,5}} ?:| (?:sebagai )?berikut(?: ini)? ?[.:]?)$",
            re.IGNORECASE,
        )

    def leads(self, text: str, start: int, at: int) -> bool:
        """Tell whether the words of the line `start` before the mark at `at` tell of a page."""
        return bool(self._lead.search(text[start:at]))

    def heads(self, text: str, start: int) -> bool:
        """Tell whether the line above the one at `start` does; links between them do not count."""
        end = start
        for _ in range(_LINES_BACK):
            line_end = _stripped(text, end)
            begin = text.rfind("\n", 0, line_end) + 1
            line = text[begin:line_end]
            if not line:
                return False
            if self._line.search(line):
                return True
            if len(line) > _SHORT_LINE or line[-1] in '.:!?"”':
                return False
            end = begin
        return False


def _stripped(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
