"""A number among its words: what the tests of its role look at."""

from dataclasses import dataclass

from extractor.lexicon.numbers import NumberWords
from extractor.mentions.kinds import Role
from extractor.mentions.numbers.shapes import Shape

OPENING = frozenset("([")
CLOSING = frozenset(")]")


@dataclass(frozen=True, slots=True)
class Place:
    """A number among its words: token `start:end`, the lower-case `words` of the article.

    `sentence` is the token where the sentence begins, `claimed` the tokens that dates, periods
    and ranks own, `graded` those that end a grade, `indexed` those that end the name of an index,
    `named` those that an index's name holds, `subjects` those that end the name of whoever may
    have a score: a region, a body, an aspect, an index. `scales` are the units of the indices that
    the article names.
    """

    shape: Shape
    start: int
    end: int
    words: list[str]
    sentence: int
    claimed: dict[int, Role]
    indexed: frozenset[int]
    named: frozenset[int]
    subjects: frozenset[int]
    graded: frozenset[int]
    scales: frozenset[str]
    lexicon: NumberWords

    def before(self, steps: int = 1) -> str:
        """Return the word `steps` before the number within its sentence, or ""."""
        at = self.start - steps
        return self.words[at] if at >= self.sentence else ""

    def after(self, steps: int = 1) -> str:
        """Return the word `steps` after the number, or ""."""
        at = self.end + steps - 1
        return self.words[at] if at < len(self.words) else ""

    def unit(self) -> str:
        """Return the unit right after the number, "" if there is none."""
        if self.shape.unit:
            return self.shape.unit
        word = self.after()
        # "4,32 tahun ini", "4,32 tahun 2023": the time of it, not its unit
        pointed = self.after(2) in self.lexicon.time_pointers or self.after(2)[:1].isdigit()
        if pointed or self.claimed.get(self.end) == "date":
            return ""
        lexicon = self.lexicon
        units = (lexicon.index_units, lexicon.money_units, lexicon.measures)
        return word if any(word in some for some in units) else ""

    def back(self, reach: int) -> range:
        """Return up to `reach` tokens before the number in its sentence."""
        return range(max(self.sentence, self.start - reach), self.start)

    def in_brackets(self) -> bool:
        """Whether a bracket opened within a few words before and closes after: `(2,38)`."""
        for steps in range(1, 6):
            word = self.before(steps)
            if word in OPENING:
                return True
            if not word or word in CLOSING:
                return False
        return False
