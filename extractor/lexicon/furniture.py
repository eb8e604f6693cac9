"""The words by which lines that are not body text are known."""

from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lower-case words: see `furniture.yaml` for what each list does."""

    labels: tuple[str, ...]
    openings: tuple[str, ...]
    lines: tuple[str, ...]
    closings: tuple[str, ...]


@cache
def load() -> Furniture:
    """Return the furniture words (raises LexiconError when the file breaks its rules)."""
    return parse(read_yaml("furniture.yaml"))


def parse(content: object) -> Furniture:
    """Return the words in `content` (raises LexiconError, naming the list and the entry)."""
    names = [field.name for field in fields(Furniture)]
    if not isinstance(content, dict) or sorted(content) != sorted(names):
        raise LexiconError(f"furniture.yaml: must hold exactly the lists {', '.join(names)}")
    for name, words in content.items():
        if not isinstance(words, list) or not words:
            raise LexiconError(f"furniture.yaml: {name} must be a list of words")
        for word in words:
            if not isinstance(word, str) or word != word.lower().strip() or not word:
                raise LexiconError(f"furniture.yaml: {name}: {word!r} must be lower-case text")
            if words.count(word) > 1:
                raise LexiconError(f"furniture.yaml: {name}: {word!r} stands there twice")
    return Furniture(**{name: tuple(content[name]) for name in names})
