"""The words of a `Doc`, read from spaCy once for all that ask for them.

spaCy puts a token object together for every token that is looked at, and joins the text anew each
time it is asked for; a dozen components and as many links would spend most of their time on that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Surface:
    """The text and its tokens as lists, alike for all readers: not to be changed."""

    text: str
    words: list[str]
    lower: list[str]
    offsets: list[int]
    """The first character of each token."""
    begins: list[int]
    """The tokens that sentences are marked to start with, in order."""

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the tokens `start:end` of each marked sentence."""
        return pairwise([*self.begins, len(self.words)])


# Beside the surface how sentences were marked when it was read; None where nobody marks them anew.
_read: WeakKeyDictionary[Doc, tuple[bytes | None, Surface]] = WeakKeyDictionary()
_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """Return the text of `doc`, which never changes."""
    text = _texts.get(doc)
    if text is None:
        strings = doc.vocab.strings
        # Not `doc.text`, which makes a token object for each word.
        tokens = doc.to_array(["ORTH", "SPACY"]).tolist()
        text = _texts[doc] = "".join([strings[orth] + " " * spaced for orth, spaced in tokens])
    return text


def surface(doc: Doc) -> Surface:
    """Return the words of `doc`; they are read anew when tokens or sentences have changed."""
    known = _read.get(doc)
    if known is not None and known[0] is None:
        return known[1]
    marks = doc.to_array("SENT_START")
    state = marks.tobytes()
    if known is not None and known[0] == state:
        return known[1]
    text = text_of(doc)
    places = doc.to_array(["IDX", "LENGTH"]).tolist()
    offsets = [start for start, _ in places]
    words = [text[start : start + length] for start, length in places]
    made = Surface(
        text=text,
        words=words,
        lower=[word.lower() for word in words],
        offsets=offsets,
        begins=(marks == 1).nonzero()[0].tolist(),
    )
    _read[doc] = (state, made)
    return made


def keep_private(doc: Doc, text: str) -> None:
    """Take `doc`, whose tokens and sentences are final, for one that nobody else reads or changes.

    Its words are read once, and its mentions are not written to `doc.spans`. `text` is its text.
    """
    _texts[doc] = text
    _read[doc] = (None, surface(doc))


def is_private(doc: Doc) -> bool:
    """Tell whether `doc` was kept private."""
    known = _read.get(doc)
    return known is not None and known[0] is None
